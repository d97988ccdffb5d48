"""Folders that are there whole or not at all, and files that are counted and hashed as they are written."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from testimonia.errors import StoreError
from testimonia.publish.manifest import FORMAT
from testimonia.publish.rows import Row

try:
    import fcntl
except ImportError:  # Windows: what a killed run left is then ignored rather than cleared away
    fcntl = None  # type: ignore[assignment]

_OLD = "-old"


@dataclass(frozen=True, slots=True)
class Marker:
    """How a folder of ours is known: a file of JSON in it, the `format` that it states, and what such a folder is called."""

    file: str
    format: str
    called: str


RELEASE = Marker("manifest.json", FORMAT, "release")


class Sheet:
    """A file of JSON Lines that is being written: how many lines it has, and their hash."""

    def __init__(self, file: BinaryIO) -> None:
        """Begin.

        Args:
            file: The file, open for writing.
        """
        self._file = file
        self._digest = hashlib.sha256()
        self.count = 0

    @property
    def sha256(self) -> str:
        """The SHA-256 of what was written, in hexadecimal."""
        return self._digest.hexdigest()

    def write(self, row: Row) -> None:
        """Write one line.

        Args:
            row: The row.
        """
        line = encode(row)
        self._file.write(line)
        self._digest.update(line)
        self.count += 1


def encode(row: Row) -> bytes:
    """Write a row as one line of JSON, always in the same way.

    Args:
        row: A row; the order of its fields is kept.

    Returns:
        UTF-8 with a line feed; a row with a code point that UTF-8 cannot hold is escaped instead.
    """
    try:
        return _PLAIN.encode(row).encode("utf-8") + b"\n"
    except UnicodeEncodeError:
        return _ESCAPED.encode(row).encode() + b"\n"


_PLAIN = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": "), allow_nan=False)
_ESCAPED = json.JSONEncoder(ensure_ascii=True, separators=(", ", ": "), allow_nan=False)


def hash_of(file: Path) -> str:
    """Hash a file.

    Args:
        file: The file.

    Returns:
        The SHA-256 of its bytes, in hexadecimal.
    """
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextmanager
def new_folder(folder: Path, *, marker: Marker = RELEASE) -> Iterator[Path]:
    """Make a folder that takes its name when the block ends well, and is gone without a trace when it does not.

    What a run left behind that was killed is cleared away first: nobody holds its lock any more.

    Args:
        folder: The folder; an earlier one of its kind is replaced.
        marker: How its kind is known.

    Yields:
        The folder to write to, beside it.

    Raises:
        StoreError: There is something else.
    """
    folder = folder.absolute()
    _refuse_strangers(folder, marker)
    folder.parent.mkdir(parents=True, exist_ok=True)
    _clear_leftovers(folder)
    made = Path(tempfile.mkdtemp(prefix=_prefix(folder), dir=folder.parent))
    lock = _lock(made)
    try:
        yield made
        made.chmod(0o755)
        _put_in_place(made, folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def _prefix(folder: Path) -> str:
    return f".{folder.name}.partial-"


def _lock(made: Path) -> int | None:
    """Hold a folder until the process ends, however it ends; None where another process holds it, or nothing can be held."""
    if fcntl is None:
        return None
    place = os.open(made, os.O_RDONLY)
    try:
        fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(place)
        return None
    return place


def _clear_leftovers(folder: Path) -> None:
    """Remove what killed runs left; an earlier release that had just stepped aside gets its name back."""
    for left in sorted(folder.parent.glob(f"{_prefix(folder)}*")):
        lock = None
        with suppress(OSError):
            lock = _lock(left)
        if lock is None:
            continue
        if left.name.endswith(_OLD) and not folder.exists():
            left.replace(folder)
        else:
            shutil.rmtree(left, ignore_errors=True)
        os.close(lock)


def _refuse_strangers(folder: Path, marker: Marker) -> None:
    """Raise unless the place is free, empty, or holds an earlier folder of its kind."""
    if not folder.exists() and not folder.is_symlink():
        return
    if folder.is_symlink() or not folder.is_dir():
        raise StoreError(f"{folder} is no folder; name another place for the {marker.called}")
    if not any(folder.iterdir()):
        return
    try:
        form = json.loads((folder / marker.file).read_text("utf-8")).get("format")
    except (OSError, ValueError, AttributeError):
        form = None
    if form != marker.format:
        raise StoreError(f"{folder} holds something that is no {marker.called}; name an empty or a new folder")


def _put_in_place(made: Path, folder: Path) -> None:
    """Give the finished folder its name; an earlier release steps aside first and is removed last."""
    aside = made.with_name(made.name + _OLD)
    if folder.exists():
        folder.replace(aside)
    try:
        made.replace(folder)
    except OSError:
        if aside.exists():
            aside.replace(folder)
        raise
    shutil.rmtree(aside, ignore_errors=True)
