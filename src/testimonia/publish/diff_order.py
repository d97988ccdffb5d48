"""Go through the rows of a release in the order of their identifiers, without holding them: runs that are sorted go to the disk."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from heapq import merge
from pathlib import Path
from tempfile import mkstemp
from typing import NamedTuple

from testimonia.publish.released import FILES, Released, identifier_of, parse_line
from testimonia.publish.rows import Row

RUN = 200_000
"""Places sorted in memory at once, some 40 MB."""
_DIGEST = 16
"""Bytes of the hash by which two rows are told apart."""


class Place(NamedTuple):
    """Where a row stands: its identifier, the hash of its line, and its first byte."""

    id: str
    digest: str
    start: int


def places_in_order(release: Released, kind: str, *, spill: Path) -> Iterator[Place]:
    """Give the places of all rows of a kind, by identifier.

    Args:
        release: The release.
        kind: A key of `FILES`.
        spill: An existing folder for what is sorted.

    Yields:
        Places by identifier.

    Raises:
        RecordError: A line has no identifier.
    """
    runs: list[Path] = []
    run: list[Place] = []
    start = 0
    for number, line in enumerate(release.lines(kind), 1):
        name = identifier_of(line, where=f"{release.folder / FILES[kind]}, line {number}")
        run.append(Place(name, hashlib.blake2b(line, digest_size=_DIGEST).hexdigest(), start))
        start += len(line)
        if len(run) == RUN:
            runs.append(_spilled(sorted(run), spill))
            run = []
    yield from merge(*map(_read, runs), sorted(run))


@contextmanager
def row_at(release: Released, kind: str) -> Iterator[Callable[[Place], Row]]:
    """Open the file of a kind to look at single rows.

    Args:
        release: The release.
        kind: A key of `FILES`.

    Yields:
        What gives the row at a place.
    """
    file = release.folder / FILES[kind]
    if not file.exists():
        yield lambda place: {}
        return
    with file.open("rb") as opened:

        def read(place: Place) -> Row:
            opened.seek(place.start)
            return parse_line(opened.readline(), where=f"{file}, {place.id}")

        yield read


def _spilled(run: list[Place], spill: Path) -> Path:
    handle, name = mkstemp(dir=spill)
    os.close(handle)
    with Path(name).open("w", encoding="utf-8") as opened:
        opened.writelines(json.dumps(place) + "\n" for place in run)
    return Path(name)


def _read(run: Path) -> Iterator[Place]:
    with run.open(encoding="utf-8") as opened:
        for line in opened:
            yield Place(*json.loads(line))
    run.unlink()
