"""Documents, sources, known groups and problems as lines of their tables, and back."""

import json
from collections.abc import Mapping
from typing import Any

from testimonia.model.document import Document, Marked, Source
from testimonia.model.known_group import KnownGroup
from testimonia.model.problem import Problem
from testimonia.store.coding import Row, encode, flat_fields, flat_row, strings


def document_row(document: Document) -> Row:
    """Write a document's particulars, without its text.

    Args:
        document: A captured document.

    Returns:
        A line of `documents`, but for `seq` and `recorded`.
    """
    return flat_row(document, apart=("text", "marked")) | {"marked": encode(document.marked)}


def document_from(row: Mapping[str, Any], *, text: str) -> Document:
    """Read a document back.

    Args:
        row: A line of `documents`.
        text: Its text, or the empty string where nobody asked for it.

    Returns:
        The document.
    """
    marked = () if row["marked"] == "[]" else tuple(Marked(**mark) for mark in json.loads(row["marked"]))
    return Document(**flat_fields(row, Document, apart=("text", "marked")), text=text, marked=marked)


def source_row(source: Source) -> Row:
    """Write a source.

    Args:
        source: What the register says of a publisher.

    Returns:
        A line of `sources`.
    """
    return flat_row(source)


def source_from(row: Mapping[str, Any]) -> Source:
    """Read a source back.

    Args:
        row: A line of `sources`.

    Returns:
        The source.
    """
    return Source(**flat_fields(row, Source))


def known_group_row(group: KnownGroup) -> Row:
    """Write an entry of the register of groups.

    Args:
        group: The entry.

    Returns:
        A line of `known_groups`.
    """
    return flat_row(group, apart=("names", "same_as")) | {"names": encode(group.names), "same_as": encode(group.same_as)}


def known_group_from(row: Mapping[str, Any]) -> KnownGroup:
    """Read an entry of the register of groups back.

    Args:
        row: A line of `known_groups`.

    Returns:
        The entry.
    """
    plain = flat_fields(row, KnownGroup, apart=("names", "same_as"))
    return KnownGroup(**plain, names=strings(row["names"]), same_as=strings(row["same_as"]))


def problem_row(problem: Problem, *, reading: str | None = None) -> Row:
    """Write a problem.

    Args:
        problem: What could not be done.
        reading: The document whose reading brought it, None where no reading did.

    Returns:
        A line of `problems`.
    """
    return flat_row(problem) | {"id": problem.id, "reading": reading}


def problem_from(row: Mapping[str, Any]) -> Problem:
    """Read a problem back.

    Args:
        row: A line of `problems`.

    Returns:
        The problem.
    """
    return Problem(**flat_fields(row, Problem) | {"fatal": bool(row["fatal"])})
