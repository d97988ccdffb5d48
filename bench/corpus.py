"""Documents to measure on: sentences of the demonstration, put together anew, so that nothing has to be fetched."""

import random
import re
from itertools import count
from pathlib import Path

from testimonia.capture import capture_paths
from testimonia.model.document import Document

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "demo" / "documents"
SEED = 20240607
"""Of the shuffling; the same documents come out every time."""
PARAGRAPH = 6  # sentences


def demo_documents() -> list[Document]:
    """Capture the demonstration.

    Returns:
        Its documents.
    """
    return [item for item in capture_paths([DEMO]) if isinstance(item, Document)]


def sentences_of(documents: list[Document]) -> list[str]:
    """Cut texts into sentences, roughly: enough to put together others.

    Args:
        documents: Captured documents.

    Returns:
        Sentences of 4 words and more that are not marked as boilerplate.
    """
    found = []
    for document in documents:
        for match in re.finditer(r"[A-Z“\"‘(][^\n]*?[.!?][”\"’)]?(?=\s|$)", document.text):
            if len(match.group().split()) >= 4 and not document.is_marked(*match.span()):
                found.append(match.group())
    return found


def write_documents(folder: Path, *, number: int, characters: int) -> list[Path]:
    """Write documents of about one length.

    Args:
        folder: Where; it must exist.
        number: How many.
        characters: Length of each in code points, at least.

    Returns:
        The files, each under a dateline and with its own order of sentences.
    """
    stock, chance = sentences_of(demo_documents()), random.Random(SEED)
    files = []
    for place in range(number):
        parts, length = [f"Report {place + 1}\n\n"], 0
        for position in count():
            if length >= characters:
                break
            sentence = chance.choice(stock)
            parts.append(sentence + ("\n\n" if position % PARAGRAPH == PARAGRAPH - 1 else " "))
            length += len(parts[-1])
        files.append(folder / f"report-{place + 1:04}.txt")
        files[-1].write_text("".join(parts).rstrip() + "\n", encoding="utf-8")
    return files
