"""Writing: files that are there whole or not at all, and rows in order without holding them all.

`sorted_on_disk` sorts what does not fit into memory in runs of a fixed length, so that an export's memory does not grow with its release.
"""

import heapq
import json
import marshal
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO

from testimonia.errors import StoreError
from testimonia.publish.rows import Row

RUN = 50_000
"""Rows sorted in memory at a time; a row of a claim is about a kilobyte, so this is some 50 MB and one file for each 50,000 claims."""
_UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Code points that some format cannot hold: control characters, halves of surrogate pairs, and two that are no characters."""

FRAME = 64
"""Items that are put aside and brought back at once: of each run, so many lie in memory while the runs are merged."""

Keyed = tuple[str, Row]
"""A row and what it is sorted by."""
Block = tuple[str, list[tuple[Any, ...]]]
"""What belongs under one key: tuples of texts, numbers and bytes."""
_LENGTH = 8
"""Bytes that say how long a frame is."""


@contextmanager
def whole_file(out: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its name only when it is complete.

    Args:
        out: Where it shall lie; an earlier file there is replaced.

    Yields:
        The file, open for writing.

    Raises:
        StoreError: It cannot be written there.
    """
    partial = out.with_name(f".{out.name}.partial")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        if out.is_dir():
            raise StoreError(f"{out} is a folder; name a file in it")
        with partial.open("wb") as file:
            yield file
        partial.replace(out)
    except OSError as error:
        raise StoreError(f"the export cannot be written to {out}: {error}") from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def plain(text: str) -> str:
    """Make words from a document safe for any format: no control characters but line feeds and tabs, no half surrogate pairs.

    Args:
        text: Words.

    Returns:
        The same words, with a replacement character for each such code point, and line feeds for every other end of line.
    """
    if text.isprintable():  # printable words have nothing that a format cannot hold
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNHELD.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Make words from a document safe and put them on one line.

    Args:
        text: Words.

    Returns:
        The words with single blanks between them.
    """
    # Printable words have no white space but blanks.
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return " ".join(plain(text).split())


def json_bytes(value: object) -> bytes:
    """Write a value as JSON, always in the same way.

    Args:
        value: A value; the order of fields is kept.

    Returns:
        UTF-8 on one line without its end; a code point that UTF-8 cannot hold is replaced.
    """
    return _JSON.encode(value).encode("utf-8", "replace")


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def write_members(file: BinaryIO, members: Iterable[bytes], *, between: bytes = b",\n") -> int:
    """Write members of a list one by one.

    Args:
        file: Where to.
        members: Each as it shall stand.
        between: What parts two of them.

    Returns:
        How many there were.
    """
    count = 0
    for count, member in enumerate(members, 1):
        file.write(member if count == 1 else between + member)
    return count


def sorted_on_disk(rows: Iterable[Keyed], *, run: int = RUN) -> Iterator[Keyed]:
    """Sort rows by their keys, in runs that are put aside on disk.

    Args:
        rows: Keys and rows; rows of one key keep their order.
        run: How many are sorted in memory at a time.

    Yields:
        The same, by the code points of the keys.
    """
    given = iter(rows)
    first = sorted(islice(given, run), key=itemgetter(0))
    if len(first) < run:
        yield from first
        return
    with ExitStack() as stack:
        runs: list[Iterable[Keyed]] = []
        batch = first
        while batch:
            runs.append(_aside(stack, batch))
            batch = sorted(islice(given, run), key=itemgetter(0))
        yield from heapq.merge(*runs, key=itemgetter(0))


def _aside(stack: ExitStack, batch: list[Any]) -> Iterator[Any]:
    """Put a batch aside on disk, and give it back piece by piece."""
    file = stack.enter_context(put_aside())
    for at in range(0, len(batch), FRAME):
        frame = marshal.dumps(batch[at : at + FRAME])
        file.write(len(frame).to_bytes(_LENGTH))
        file.write(frame)
    file.seek(0)
    return _brought_back(file)


@contextmanager
def put_aside() -> Iterator[BinaryIO]:
    """Open a file without a name for what comes later.

    Yields:
        The file; it is gone with the context.
    """
    with tempfile.TemporaryFile() as file:
        yield file


def _brought_back(file: BinaryIO) -> Iterator[Any]:
    while length := int.from_bytes(file.read(_LENGTH)):
        yield from marshal.loads(file.read(length))


def gathered_on_disk(blocks: Iterable[Block], *, run: int = RUN) -> Iterator[Block]:
    """Bring what belongs under one key together, in runs that are put aside on disk.

    Args:
        blocks: Keys, each with some of what belongs under it.
        run: How many blocks are sorted in memory at a time.

    Yields:
        Each key once, by its code points, with all that belongs under it: sorted, and each tuple once.
    """
    given = iter(blocks)
    with ExitStack() as stack:
        runs: list[Iterable[Block]] = []
        while batch := sorted(islice(given, run), key=itemgetter(0)):
            if len(batch) < run and not runs:
                runs.append(batch)
                break
            runs.append(_aside(stack, batch))
        for key, held in groupby(heapq.merge(*runs, key=itemgetter(0)), key=itemgetter(0)):
            items = sorted(item for _, inner in held for item in inner)
            yield key, [item for number, item in enumerate(items) if number == 0 or item != items[number - 1]]
