"""How fast documents are read, on one core: sentences, words and megabytes a second, and what share of the time the model takes.

`python -m bench.read [DOCUMENTS]`
"""

import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import demo_documents, write_documents
from bench.figures import Figure, print_figures

from testimonia.capture import capture_paths
from testimonia.model.document import Document
from testimonia.pipeline import read
from testimonia.read.front import parse_passage
from testimonia.read.parser.session import load_parser
from testimonia.read.passages import cut_passages

DOCUMENTS, CHARACTERS = 60, 5_000
SENTENCES_A_SECOND = 100
"""What reading must reach on one core, model loaded."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """Seconds of the processor and of the clock."""

    processor: float
    clock: float


def measure(number: int = DOCUMENTS) -> list[Figure]:
    """Read documents one after the other on one core.

    Args:
        number: How many documents of 5,000 characters.

    Returns:
        The figures. Rates are per second of processor time, which a shared machine does not distort; the clock's is given beside it.
    """
    one_core()
    start = time.perf_counter()
    parser = load_parser()
    loading = time.perf_counter() - start
    for document in demo_documents()[:2]:  # the first windows fill caches
        read(document)
    with tempfile.TemporaryDirectory() as folder:
        files = write_documents(Path(folder), number=number, characters=CHARACTERS)
        documents = [item for item in capture_paths(files) if isinstance(item, Document)]
    before = _now()
    for document in documents:
        read(document)
    whole = _since(before)
    before, sentences = _now(), 0
    for document in documents:
        for passage in cut_passages(document):
            parts = parse_passage(document.text, passage, parser=parser, lower=frozenset())
            sentences += len(parts[0].trees)  # brackets are parsed apart and are no sentences of their own
    parsing = _since(before)
    words = sum(len(document.text.split()) for document in documents)
    megabytes = sum(len(document.text.encode()) for document in documents) / 1e6
    return [
        Figure("sentences read", sentences / whole.processor, "a second", SENTENCES_A_SECOND),
        Figure("the same by the clock", sentences / whole.clock, "a second"),
        Figure("words read", words / whole.processor, "a second"),
        Figure("text read", megabytes / whole.processor, "MB a second"),
        Figure("share of the model in reading", 100 * parsing.processor / whole.processor, "%"),
        Figure("the model alone", words / parsing.processor, "words a second"),
        Figure("loading the model", loading, "s"),
        Figure("measured on", sentences, "sentences"),
    ]


def one_core() -> None:
    """Keep this process on one core where the system allows it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _now() -> _Taken:
    return _Taken(time.process_time(), time.perf_counter())


def _since(before: _Taken) -> _Taken:
    now = _now()
    return _Taken(now.processor - before.processor, now.clock - before.clock)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 where the floor is kept, else 1.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    return print_figures("reading, one core", measure(int(given[0]) if given else DOCUMENTS))


if __name__ == "__main__":
    sys.exit(main())
