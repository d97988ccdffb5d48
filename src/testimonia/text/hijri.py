"""Hijri dates as Gregorian ones, about: a month begins with the sighting of the moon, which the tabular calendar meets to a day or two.

So a day comes out as one approximate day, a month and a year as approximate intervals, never as exact ones; ValidTime widens "about" by
`TOLERANCE_DAYS`, which covers the difference.

Follows: the tabular Islamic calendar of thirty-year cycles (leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29; epoch 16 July 622 Julian),
as in Reingold and Dershowitz, Calendrical Calculations.
"""

import re
from datetime import date
from functools import cache, lru_cache

from testimonia.text.periods import Period
from testimonia.text.wordlists import word_list

_EPOCH = 227015
"""Day number (1 January of the year 1 being 1) of 1 Muharram of the year 1."""
YEARS = range(1300, 1500)
"""Years that a text about armed groups may mean: 1882 to 2077."""
_YEAR = re.compile(r"1[34][0-9]{2}(?![0-9])")
_SOURCE = "the tabular Islamic calendar; the sighting of the moon may differ by a day or two"


def find_hijri_dates(text: str, start: int, end: int) -> list[Period]:
    """Return the Hijri dates with a year in a stretch of text.

    Args:
        text: The document's text.
        start: First code point to read.
        end: One past the last code point to read.

    Returns:
        Periods that are derived, in reading order; a month without a year ("in Ramadan") is none.

    Example:
        >>> [found.edtf for found in find_hijri_dates("on 1 Ramadan 1435", 0, 17)]
        ['2014-06-29~']
    """
    found = []
    for match in _pattern().finditer(text, start, end):
        year = int(match["year"] or match["bare"])
        day, month = match["day"] or match["after"], match["month"]
        edtf = None if year not in YEARS else _edtf(year, None if month is None else _month(month), None if day is None else int(day))
        if edtf is not None:
            found.append(Period(match.start(), match.end(), match.group(), edtf, _SOURCE, derived=True))
    return found


@lru_cache(maxsize=2)
def has_hijri_dates(text: str) -> bool:
    """Say whether a text has a Hijri date at all, and remember; most have none, and need not be searched sentence by sentence.

    Args:
        text: The document's text.

    Returns:
        True if `find_hijri_dates` may find something.
    """
    return _YEAR.search(text) is not None and _pattern().search(text) is not None


def _edtf(year: int, month: int | None, day: int | None) -> str | None:
    if month is None:
        first, last = _gregorian(year, 1, 1), date.fromordinal(_ordinal(year + 1, 1, 1) - 1)
        return f"{str(first)[:7]}~/{str(last)[:7]}~"
    if day is None:
        following = _ordinal(year, month + 1, 1) if month < 12 else _ordinal(year + 1, 1, 1)
        return f"{_gregorian(year, month, 1)}~/{date.fromordinal(following - 1)}~"
    return f"{_gregorian(year, month, day)}~" if 1 <= day <= 30 else None


def _gregorian(year: int, month: int, day: int) -> date:
    return date.fromordinal(_ordinal(year, month, day))


def _ordinal(year: int, month: int, day: int) -> int:
    return day + 29 * (month - 1) + month // 2 + 354 * (year - 1) + (3 + 11 * year) // 30 + _EPOCH - 1


def _month(words: str) -> int:
    return int(_months()[_plain(words)])


def _plain(words: str) -> str:
    return re.sub(r"[-‑–’'ʿʾ`\s]+", " ", words.casefold()).strip()


@cache
def _months() -> dict[str, int]:
    return {_plain(name): number for number, names in enumerate(word_list("dates")["hijri_calendar"], 1) for name in names}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((name for names in word_list("dates")["hijri_calendar"] for name in names), key=lambda name: (-len(name), name))
    month = "|".join(re.escape(name).replace(r"\ ", "[- ]").replace(r"\-", "[- ]").replace("'", "['’ʿ]?") for name in names)
    era = r"[ \t]?(?:A\.H\.|AH|H|Hijri)(?!\w)"
    return re.compile(
        rf"(?<![\w-])(?:(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[ \t]+(?:of[ \t]+)?)?"
        rf"(?P<month>(?i:{month}))[ \t]+(?:(?P<after>[0-9]{{1,2}}),?[ \t]+)?"
        rf"(?P<year>1[34][0-9]{{2}})(?:{era})?|(?P<bare>1[34][0-9]{{2}}){era})(?!\w)"
    )
