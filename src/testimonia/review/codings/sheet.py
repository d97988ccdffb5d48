"""Sheet: what a coder's file says, in one form whatever its format, before it is held against any document.

An entry's row has the fields of a key or of a release (`subject`, `predicate`, `when`, ...); what a format has not got is missing from the
row, and what it has and leaves empty is None: the first was not coded, the second was coded as nothing.
"""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from testimonia.model.problem import Problem

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a coder's file, and where it stands: the file's name, and the row, line or path within."""

    origin: str
    place: str
    row: Row


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that a coder's file says, and what of it could not be made out.

    `sha256` is that of the file, kept with everything that comes of it. `left_out` counts what is worked out anew and never imported.
    """

    name: str
    sha256: str
    documents: tuple[Entry, ...] = ()
    entities: tuple[Entry, ...] = ()
    claims: tuple[Entry, ...] = ()
    events: tuple[Entry, ...] = ()
    judgements: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)


class RefusedError(Exception):
    """A row says what cannot be put on record; it never leaves this folder, where it becomes a problem.

    Attributes:
        problem: What is wrong and the way out; whose row it is is not known yet.
    """

    def __init__(self, problem: Problem) -> None:
        """Say what is wrong and the way out."""
        super().__init__(problem.what)
        self.problem = problem


def refuse(rule: str, what: str, remedy: str) -> RefusedError:
    """Refuse a row.

    Args:
        rule: The problem's code without its stage.
        what: What is wrong.
        remedy: The way out.

    Returns:
        The error to raise.
    """
    return RefusedError(Problem("", "review", f"review.{rule}", what, remedy))


def refusal(entry: Entry, refused: RefusedError, *, document: str | None = None) -> Problem:
    """Tell that a row was left out.

    Args:
        entry: The row.
        refused: Why.
        document: The document that it is about, where known.

    Returns:
        The problem.
    """
    return replace(refused.problem, origin=entry.origin, place=entry.place, document=document)


def note(entry: Entry, rule: str, what: str, remedy: str, *, document: str | None = None) -> Problem:
    """Tell of something in a row that was taken in all the same.

    Args:
        entry: The row.
        rule: The problem's code without its stage.
        what: What was met.
        remedy: What may be done about it.
        document: The document that it is about, where known.

    Returns:
        The problem, which left nothing out.
    """
    return Problem(entry.origin, "review", f"review.{rule}", what, remedy, entry.place, document, fatal=False)


def nearest(given: str, allowed: Iterable[str]) -> str:
    """Suggest the allowed code that looks most like the one given.

    Args:
        given: What was written.
        allowed: The codes.

    Returns:
        A sentence: the nearest code, or all of them.

    Example:
        >>> nearest("split_of", ["split_from", "founded"])
        "did you mean 'split_from'?"
    """
    codes = {code.casefold(): code for code in allowed}
    found = difflib.get_close_matches(given.casefold()[:80].replace(" ", "_"), codes, n=1, cutoff=0.5)
    return f"did you mean {codes[found[0]]!r}?" if found else f"write one of: {', '.join(codes.values()) or 'none'}"


def entries(rows: object, *, origin: str, at: str) -> tuple[list[Entry], list[Problem]]:
    """Take the objects of a JSON list.

    Args:
        rows: What should be a list of objects; None counts as an empty one.
        origin: The file's name.
        at: The list's name within the file.

    Returns:
        The entries, and a problem for whatever is no object.
    """
    if rows is None:
        return [], []
    if not isinstance(rows, list):
        return [], [unreadable(origin, at, f"{at} is no list")]
    taken = [Entry(origin, f"{at}[{number}]", row) for number, row in enumerate(rows) if isinstance(row, dict)]
    wrong = [unreadable(origin, f"{at}[{number}]", "this is no object") for number, row in enumerate(rows) if not isinstance(row, dict)]
    return taken, wrong


def unreadable(origin: str, place: str | None, what: str) -> Problem:
    """Tell that a part of a file has not the form that its format asks for.

    Args:
        origin: The file's name.
        place: Where.
        what: What is wrong.

    Returns:
        The problem.
    """
    remedy = "correct the file there; docs/how-to/bring-in-codings.md shows each format"
    return Problem(origin, "review", "review.coding_unreadable", what, remedy, place)
