"""The key format: one JSON object with documents, entities, claims and events, as careful coders write it down."""

import json
from typing import Any

from testimonia.model.problem import Problem
from testimonia.review.codings.sheet import Sheet, entries, unreadable

_DERIVED = ("disputes", "corroborations")


def parse_json(text: str) -> Any:
    """Read JSON as whoever wrote it may have broken it.

    Args:
        text: The text.

    Returns:
        What it holds.

    Raises:
        ValueError: It is no JSON, or nested too deep; a number that JSON does not know, such as NaN, is refused too.
    """

    def refuse(constant: str) -> Any:
        raise ValueError(f"{constant} is no number of JSON")

    try:
        return json.loads(text, parse_constant=refuse)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def sheet_of_key(held: Any, *, name: str, sha256: str) -> Sheet:
    """Take a key apart.

    Args:
        held: What its JSON holds.
        name: The file's name.
        sha256: That of the file.

    Returns:
        The sheet; disputes and corroborations are counted and left out, as they are worked out anew from the claims.
    """
    if not isinstance(held, dict):
        return Sheet(name, sha256, problems=(unreadable(name, None, "a key is one object"),))
    problems: list[Problem] = []
    lists = {}
    for part in ("documents", "entities", "claims", "events"):
        lists[part], wrong = entries(held.get(part), origin=name, at=part)
        problems += wrong
    left = {part: len(held[part]) for part in _DERIVED if isinstance(held.get(part), list) and held[part]}
    parts = {part: tuple(taken) for part, taken in lists.items()}
    return Sheet(name, sha256, **parts, problems=tuple(problems), left_out=left)


def sheet_of_lines(files: dict[str, str], *, name: str, sha256: str) -> Sheet:
    """Take the JSON Lines of a release apart.

    Args:
        files: Text by file name, such as `claims.jsonl`.
        name: The folder's name.
        sha256: That of the release: of its manifest, or of its files.

    Returns:
        The sheet; what is worked out anew from the claims is counted and left out.
    """
    parts = {
        "documents.jsonl": "documents",
        "entities.jsonl": "entities",
        "claims.jsonl": "claims",
        "events.jsonl": "events",
        "judgements.jsonl": "judgements",
    }
    problems: list[Problem] = []
    taken: dict[str, Any] = dict.fromkeys(parts.values(), ())
    left: dict[str, int] = {}
    for file, text in sorted(files.items()):
        lines = [line for line in text.split("\n") if line.strip()]
        if file not in parts:
            left[file.removesuffix(".jsonl")] = len(lines)
            continue
        rows: list[Any] = []
        for number, line in enumerate(lines, 1):
            try:
                rows.append(parse_json(line))
            except ValueError as error:
                rows.append(None)
                problems.append(unreadable(f"{name}/{file}", f"line {number}", f"it is no JSON ({error})"))
        found, wrong = entries(rows, origin=f"{name}/{file}", at="line")
        known = {problem.place for problem in problems}
        taken[parts[file]] = tuple(found)
        problems += [one for one in wrong if one.place not in known and rows[int(str(one.place)[5:-1])] is not None]
    return Sheet(name, sha256, **taken, problems=tuple(problems), left_out=left)
