"""Archives (.zip): members read from within, never unpacked to disk, and never more of them than the limits allow."""

import stat
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from testimonia.capture.options import CaptureOptions
from testimonia.capture.piece import Budget, Piece, Register
from testimonia.capture.sidecar import FOLDER_SIDECAR, described_by, is_sidecar, read_document_sidecar, read_sidecar, unmatched
from testimonia.capture.trouble import too_large, trouble, unreadable
from testimonia.model.problem import Problem

BOMB_FLOOR = 1_000_000
"""Bytes under which a member's ratio is not looked at: a short file of blank lines compresses a thousandfold and harms nobody."""

_CHUNK = 1 << 20
_BOMB = "Do not open it unless you know where it comes from; unpack it yourself and capture the folder, or raise the limit (archive)."


def capture_archive(piece: Piece, options: CaptureOptions) -> Iterator[Piece | Problem | Register]:
    """Read the members of a zip file in the order of their names.

    Args:
        piece: The file.
        options: The limits on members, sizes, ratio and nesting.

    Yields:
        What sidecars inside state, one piece for each member that may be read, with the origin `file.zip!name`, and one problem for each
        that may not.
    """
    if piece.depth >= options.archive.nesting:
        what = f"It is an archive within {piece.depth} others; {options.archive.nesting} levels are read."
        yield trouble(piece.origin, "nesting", what, remedy="Unpack the outer archive yourself and capture the folder.")
        return
    budget = Budget(options.archive.total) if piece.budget is None else piece.budget
    try:
        with piece.open() as stream, ZipFile(stream) as archive:
            members = [member for member in archive.infolist() if not member.is_dir() and not _is_hidden(member.filename)]
            if len(members) > options.archive.members:
                what = f"It holds {len(members):,} members; the limit is {options.archive.members:,}."
                yield trouble(piece.origin, "zip_bomb", what, remedy=_BOMB)
                return
            yield from _members(archive, members, piece, options, budget)
    except BadZipFile as error:
        yield unreadable(piece.origin, f"it is no zip file, or a damaged one ({error})")


def _members(
    archive: ZipFile, members: list[ZipInfo], piece: Piece, options: CaptureOptions, budget: Budget
) -> Iterator[Piece | Problem | Register]:
    members.sort(key=lambda member: member.filename)
    prefix = f"{piece.origin}!"
    present = {prefix + member.filename for member in members}
    for member in sorted(members, key=lambda member: not is_sidecar(_last(member.filename))):
        origin = prefix + member.filename
        problem = _refused(member, origin, options, budget)
        if problem is not None:
            yield problem
            continue
        read = _read(archive, member, origin, min(options.max_bytes, budget.left))
        if isinstance(read, Problem):
            yield read
            continue
        budget.left -= len(read)
        if is_sidecar(_last(member.filename)):
            yield from _sidecar(read, member.filename, prefix=prefix, present=present)
        else:
            yield Piece(origin, _last(member.filename), read, depth=piece.depth + 1, budget=budget, facts=piece.facts)


def _refused(member: ZipInfo, origin: str, options: CaptureOptions, budget: Budget) -> Problem | None:
    """Say why a member may not be read, by what the archive states of it."""
    name = member.filename.replace("\\", "/")
    if name.startswith("/") or name[1:2] == ":" or ".." in PurePosixPath(name).parts:
        what = f"The member's name {member.filename!r} leads out of the archive."
        return trouble(origin, "path_traversal", what, remedy="Ask who made the archive; nothing was read from this member.")
    if stat.S_ISLNK(member.external_attr >> 16):
        remedy = "Put the file itself into the archive; links are not followed."
        return trouble(origin, "symlink_outside", "The member is a symbolic link.", remedy=remedy)
    if member.flag_bits & 1:
        return trouble(
            origin,
            "encrypted",
            "The member is locked with a password.",
            remedy="Unpack the archive with its password and capture the folder.",
        )
    if member.file_size > options.max_bytes:
        return too_large(origin, size=member.file_size, limit=options.max_bytes)
    if member.file_size > BOMB_FLOOR and member.file_size > options.archive.ratio * max(member.compress_size, 1):
        what = f"It unpacks from {member.compress_size:,} to {member.file_size:,} bytes; the limit is {options.archive.ratio} to 1."
        return trouble(origin, "zip_bomb", what, remedy=_BOMB)
    if member.file_size > budget.left:
        what = f"With this member the archive would unpack to over {options.archive.total:,} bytes."
        return trouble(origin, "zip_bomb", what, remedy=_BOMB)
    return None


def _read(archive: ZipFile, member: ZipInfo, origin: str, limit: int) -> bytes | Problem:
    """Read a member up to a limit, since the size that the archive states may be a lie."""
    parts, size = [], 0
    try:
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                parts.append(chunk)
                size += len(chunk)
                if size > limit:
                    return too_large(origin, size=None, limit=limit)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        return unreadable(origin, f"the archive is damaged here, or packed in a way that is not known ({error})")
    return b"".join(parts)


def _sidecar(data: bytes, name: str, *, prefix: str, present: set[str]) -> Iterator[Register | Problem]:
    last = _last(name)
    folder = prefix + name[: len(name) - len(last)]
    if last.lower().replace(".yml", ".yaml") == FOLDER_SIDECAR:
        register, problems = read_sidecar(data, origin=prefix + name, prefix=folder)
        yield register
        yield from problems
        yield from unmatched(register, origin=prefix + name, prefix=folder, present=present)
        return
    stem = folder + described_by(last)
    beside = sorted(other for other in present if other == stem or (other.rpartition(".")[0] == stem and not is_sidecar(_last(other))))
    for document in beside:
        register, problems = read_document_sidecar(data, origin=prefix + name, document=document)
        yield register
        yield from problems
    if not beside:
        what = "No document of this name stands beside it."
        yield trouble(prefix + name, "sidecar", what, remedy="Name it as the document with .meta.yaml behind.", fatal=False)


def _last(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1]


def _is_hidden(name: str) -> bool:
    """Say whether a member is a system's own file; `..` is no hidden name but a way out, and is reported."""
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in (".", "..")]
    return any(part.startswith(".") or part == "__MACOSX" for part in parts)
