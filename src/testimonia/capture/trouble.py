"""Problems of capture: one constructor for each, so that a rule code always carries the same way out."""

import errno
import os

from testimonia.model.problem import Problem


def trouble(origin: str, rule: str, what: str, *, remedy: str, place: str | None = None, fatal: bool = True) -> Problem:
    """Build a problem of this stage.

    Args:
        origin: The file as the user gave it, with member or row after `!`.
        rule: The code without its stage, such as `empty`.
        what: What is wrong, as one sentence.
        remedy: What the user can do about it, as one sentence.
        place: Where inside the file (page, line, path in the YAML); None for the whole.
        fatal: Whether the document is not captured.

    Returns:
        The problem, whose rule begins with `capture.`.
    """
    return Problem(origin=origin, stage="capture", rule=f"capture.{rule}", what=what, remedy=remedy, place=place, fatal=fatal)


def too_large(origin: str, *, size: int | None, limit: int) -> Problem:
    """Say that a file, a member or a row is over the size limit.

    Args:
        origin: Where it is.
        size: Its size in bytes; None where reading stopped at the limit.
        limit: The limit in bytes.

    Returns:
        The problem.
    """
    measured = f"It has {size:,} bytes; the" if size is not None else "It is longer than allowed; the"
    remedy = "Split it, or raise the limit (max_bytes) if it is indeed one document."
    return trouble(origin, "too_large", f"{measured} limit is {limit:,} bytes.", remedy=remedy)


def unreadable(origin: str, reason: str, *, place: str | None = None, fatal: bool = True) -> Problem:
    """Say that bytes could not be read as what their name promises.

    Args:
        origin: Where they are.
        reason: What the system or the format's library says.
        place: Where inside the file.
        fatal: Whether the document is not captured.

    Returns:
        The problem.
    """
    remedy = "Open it in the program it was made with, to see whether it is damaged, and save it again; check that you may read it."
    if reason == os.strerror(errno.ENOENT):
        remedy = "Check the path: nothing of this name is there."
    return trouble(origin, "unreadable", f"It cannot be read: {reason}.", remedy=remedy, place=place, fatal=fatal)


def empty(origin: str) -> Problem:
    """Say that a document has no text.

    Args:
        origin: Where it is.

    Returns:
        The problem.
    """
    return trouble(
        origin, "empty", "It holds no text.", remedy="Check that the right file was saved; leave it out if it is meant to be empty."
    )


def skipped(origin: str, what: str) -> Problem:
    """Say how many parts of a container are no documents.

    Args:
        origin: The container.
        what: Which parts, with their number, as one sentence.

    Returns:
        A problem that is not fatal.
    """
    return trouble(origin, "skipped", what, remedy="Nothing to do, unless you expected text there.", fatal=False)
