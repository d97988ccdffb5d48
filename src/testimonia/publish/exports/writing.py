"""Writing: files that are there whole or not at all, and rows in order without holding them all.

`sorted_on_disk` sorts what does not fit into memory in runs of a fixed length, so that an export's memory does not grow with its release.
"""

import heapq
import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO

from testimonia.errors import StoreError
from testimonia.publish.rows import Row

RUN = 50_000
"""Rows sorted in memory at a time; a row of a claim is about a kilobyte, so this is some 50 MB and one file for each 50,000 claims."""
_UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Code points that some format cannot hold: control characters, halves of surrogate pairs, and two that are no characters."""

Keyed = tuple[str, Row]
"""A row and what it is sorted by."""


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
    return " ".join(plain(text).split())


def json_bytes(value: object) -> bytes:
    """Write a value as JSON, always in the same way.

    Args:
        value: A value; the order of fields is kept.

    Returns:
        UTF-8 on one line without its end; a code point that UTF-8 cannot hold is replaced.
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8", "replace")


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
            aside = stack.enter_context(tempfile.TemporaryFile())
            aside.writelines(json.dumps(item).encode() + b"\n" for item in batch)
            aside.seek(0)
            runs.append(_read(aside))
            batch = sorted(islice(given, run), key=itemgetter(0))
        yield from heapq.merge(*runs, key=itemgetter(0))


def _read(aside: Iterable[bytes]) -> Iterator[Keyed]:
    for line in aside:
        key, row = json.loads(line)
        yield key, row
