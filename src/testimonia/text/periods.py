"""Wars and other periods that texts use as dates: "during the Falklands War"."""

import re
from dataclasses import dataclass
from functools import cache

from testimonia.text.wordlists import word_list


@dataclass(frozen=True, slots=True)
class Period:
    """A named period at half-open offsets of a text, with what it covers in EDTF and where that comes from.

    `derived` tells that it was computed from the words, as a date of another calendar is.
    """

    start: int
    end: int
    name: str
    edtf: str
    source: str
    derived: bool = False


def find_periods(text: str, start: int, end: int) -> list[Period]:
    """Return the named periods of a stretch of text that our list dates.

    Args:
        text: The document's text.
        start: First code point to read.
        end: One past the last code point to read.

    Returns:
        Periods in reading order; a period that the list does not have is not found.

    Example:
        >>> [period.edtf for period in find_periods("It fought in the Falklands War.", 0, 31)]
        ['1982-04-02/1982-06-14']
    """
    entries = _entries()
    found = []
    for match in _names().finditer(text, start, end):
        name = _spaced(match.group())
        entry = entries[name]
        found.append(Period(match.start(), match.end(), entry["names"][0], str(entry["edtf"]), str(entry["source"])))
    return found


def _spaced(words: str) -> str:
    return " ".join(words.replace("–", "-").casefold().split())


@cache
def _entries() -> dict[str, dict[str, list[str] | str]]:
    return {_spaced(name): entry for entry in word_list("named_periods") for name in entry["names"]}


@cache
def _names() -> re.Pattern[str]:
    """All names as one pattern, grouped by their first letters, so that most words are turned away at once."""
    by_letter: dict[str, list[str]] = {}
    for name in sorted({name for entry in word_list("named_periods") for name in entry["names"]}, key=lambda name: (-len(name), name)):
        by_letter.setdefault(name[0].lower(), []).append(
            re.escape(name[1:]).replace(r"\ ", r"(?:[ \t\u00a0]+|[ \t]*\r?\n[ \t]*)").replace(r"\-", "[-–]")
        )
    branches = [f"[{first}{first.upper()}](?i:{'|'.join(rest)})" for first, rest in sorted(by_letter.items())]
    return re.compile(rf"(?<!\w)(?:{'|'.join(branches)})(?!\w)")
