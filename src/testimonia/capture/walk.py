"""Walk: the files behind the paths that the user names, in a stable order, with the sidecars that describe them."""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from testimonia.capture.formats import sniff
from testimonia.capture.options import CaptureOptions
from testimonia.capture.piece import Piece, Register
from testimonia.capture.sidecar import DOCUMENT_SIDECAR, FOLDER_SIDECAR, is_sidecar, read_document_sidecar, read_sidecar, unmatched
from testimonia.capture.trouble import trouble, unreadable
from testimonia.model.problem import Problem

STDIN = Path("-")

Walked = Piece | Problem | Register


def walk(paths: Iterable[Path], options: CaptureOptions) -> Iterator[Walked]:
    """Find the files behind paths.

    A folder's own sidecar comes before its files, and an outer folder's before an inner one's. Hidden files and sidecars are no documents.
    A link that the user names is followed; a link met in a folder is not.

    Args:
        paths: Files and folders, in any order; `-` stands for the bytes in the options.
        options: Holds those bytes.

    Yields:
        Pieces in the order of their names, what sidecars state before the pieces that they describe, and problems.
    """
    for path in sorted(set(paths), key=lambda one: one.as_posix()):
        if path == STDIN:
            yield from _stdin(options)
            continue
        try:
            mode = path.stat().st_mode
        except OSError as error:
            yield _no_file(path, error)
            continue
        if stat.S_ISDIR(mode):
            yield from _folder(path, root=path.resolve())
        else:
            if not is_sidecar(path.name):
                yield from _folder_sidecar(path.parent, complete=False)
            yield from _file(path, mode)


def _stdin(options: CaptureOptions) -> Iterator[Walked]:
    if options.stdin is None:
        yield unreadable("-", "nothing was passed on standard input")
        return
    yield Piece("-", f"standard input{sniff(options.stdin)}", options.stdin)


def _folder(folder: Path, *, root: Path) -> Iterator[Walked]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield _no_file(folder, error)
        return
    yield from _folder_sidecar(folder, complete=True)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            yield _link(entry, root)
            continue
        try:
            mode = entry.stat().st_mode
        except OSError as error:
            yield _no_file(entry, error)
            continue
        if stat.S_ISDIR(mode):
            yield from _folder(entry, root=root)
        elif is_sidecar(entry.name):
            yield from _lonely_sidecar(entry)
        else:
            yield from _file(entry, mode)


def _file(path: Path, mode: int) -> Iterator[Walked]:
    origin = path.as_posix()
    if is_sidecar(path.name):
        remedy = "Name the documents or their folder; sidecars are found beside them."
        yield trouble(origin, "unsupported", "It is a sidecar and no document.", remedy=remedy)
        return
    if not stat.S_ISREG(mode):
        yield unreadable(origin, "it is no regular file but a device, a pipe or a socket")
        return
    for sidecar in _sidecars_of(path):
        register, problems = read_document_sidecar(sidecar.read_bytes(), origin=sidecar.as_posix(), document=origin)
        yield register
        yield from problems
    yield Piece(origin, path.name, path)


def _sidecars_of(path: Path) -> list[Path]:
    """Find `report.pdf.meta.yaml` or `report.meta.yaml` beside report.pdf; the one with the ending is more exact and comes last."""
    names = [f"{stem}{ending}" for stem in (path.stem, path.name) for ending in (DOCUMENT_SIDECAR, ".meta.yml")]
    return [beside for name in dict.fromkeys(names) if (beside := path.with_name(name)).is_file() and not beside.is_symlink()]


def _folder_sidecar(folder: Path, *, complete: bool) -> Iterator[Walked]:
    """Read a folder's `sources.yaml`; where the whole folder is captured, name the entries without a file."""
    for name in (FOLDER_SIDECAR, "sources.yml"):
        path = folder / name
        if not path.is_file() or path.is_symlink():
            continue
        prefix = "" if folder == Path() else f"{folder.as_posix().rstrip('/')}/"
        register, problems = read_sidecar(path.read_bytes(), origin=path.as_posix(), prefix=prefix)
        yield register
        yield from problems
        if complete:
            keys = {key.removeprefix(prefix).split("!", 1)[0] for key in register.facts}
            present = {prefix + key for key in keys if (folder / key).is_file()}
            yield from unmatched(register, origin=path.as_posix(), prefix=prefix, present=present)


def _lonely_sidecar(path: Path) -> Iterator[Problem]:
    if path.name in (FOLDER_SIDECAR, "sources.yml"):
        return
    described = path.name.lower().rpartition(".meta.")[0]
    beside = (other for other in path.parent.iterdir() if other.is_file() and not is_sidecar(other.name))
    if not any(described in (other.name.lower(), other.stem.lower()) for other in beside):
        what = "No document of this name stands beside it."
        yield trouble(path.as_posix(), "sidecar", what, remedy="Name it as the document with .meta.yaml behind.", fatal=False)


def _link(path: Path, root: Path) -> Problem:
    """Say of a symbolic link that it was not followed; where it stays inside the folder nothing is lost by that."""
    target = path.resolve()
    if target.is_relative_to(root):
        remedy = "Nothing to do: what it points to is captured under its own name."
        return trouble(
            path.as_posix(), "symlink", "It is a link to another place in the folder and was not followed.", remedy=remedy, fatal=False
        )
    remedy = "Copy the file into the folder, or name it on the command line."
    return trouble(path.as_posix(), "symlink_outside", "It is a link that leads out of the folder and was not followed.", remedy=remedy)


def _no_file(path: Path, error: OSError) -> Problem:
    return unreadable(path.as_posix(), error.strerror or str(error))
