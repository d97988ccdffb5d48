"""Dates of publication: written dates to EDTF, with no more precision than the words have.

Follows: EDTF, ISO 8601-2:2019 annex A. "March 2021" is 2021-03 and never its first day. "03/04/2021" may be March or April, so only its
year is kept.
"""

import re
from functools import cache

from testimonia.capture.word_lists import load_list
from testimonia.errors import EdtfError
from testimonia.model.valid_time import parse_edtf

FIRST_YEAR, LAST_YEAR = 1800, 2100
"""Years that a date of publication may have; a number outside is a page, a post code or a prisoner's number."""

TWO_DIGIT_PIVOT = 70
"""In "3 Mar 21" the year is 2021, in "3 Mar 85" it is 1985: two digits under this number belong to the present century."""

_ISO = re.compile(r"(?P<year>\d{4})(?:(?P<mark>[-/.])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?)?(?:[T ]\d.*)?$")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:[T ]?\d.*)?$")
_NUMERIC = re.compile(r"(?P<first>\d{1,2})[-/.](?P<second>\d{1,2})[-/.](?P<year>\d{4})(?:\s.*)?$")


def is_edtf(words: str) -> bool:
    """Say whether words are a date in EDTF: a day, month or year with qualifiers or unspecified digits, or an interval or set of such.

    Args:
        words: What a sidecar or a column states.

    Returns:
        True for EDTF as `model.valid_time` reads it, without times of day.

    Example:
        >>> [is_edtf(words) for words in ("2021-03", "2021-03-00", "../2021-03-04", "March 2021")]
        [True, False, True, False]
    """
    if "T" in words:
        return False
    try:
        parse_edtf(words)
    except EdtfError:
        return False
    return True


def to_edtf(words: str) -> str | None:
    """Turn a date as metadata or people write it into EDTF.

    Args:
        words: A date and nothing else: ISO 8601 with or without a time of day, EDTF, "3 March 2021", "March 3, 2021", "Mar 2021",
        25/03/2021.

    Returns:
        EDTF with the precision of the words; None where they are no date that we read.

    Example:
        >>> to_edtf("Wednesday, 3 March 2021, 10:15 GMT"), to_edtf("March 2021"), to_edtf("03/04/2021")
        ('2021-03-03', '2021-03', '2021')
    """
    words = words.strip()
    if is_edtf(words) and ((words[:4].isdigit() and FIRST_YEAR <= int(words[:4]) <= LAST_YEAR) or "/" in words or "X" in words):
        return words
    for pattern in (_ISO, _COMPACT):
        found = pattern.match(words)
        if found is not None:
            parts = found.groupdict()
            return _edtf(parts["year"], parts["month"], parts["day"])
    numeric = _NUMERIC.match(words)
    if numeric is not None:
        return _from_numbers(int(numeric["first"]), int(numeric["second"]), numeric["year"])
    return written_date(words, whole=True)


def written_date(words: str, *, whole: bool = False) -> str | None:
    """Read the first date with a month in letters.

    Args:
        words: A line of text.
        whole: Whether the line may hold nothing but the date, a weekday and a time of day.

    Returns:
        EDTF to the day or the month; None where there is no such date.

    Example:
        >>> written_date("Published on 5th November 2019 by the editors")
        '2019-11-05'
    """
    found = date_pattern().search(words)
    if found is None:
        return None
    if whole and (words[: found.start()] + words[found.end() :]).strip(" .,;|–—-"):
        return None
    parts = {key: value for key, value in found.groupdict().items() if value is not None}
    year = next(parts[key] for key in ("y1", "y2", "y3", "y4") if key in parts)
    month = next(_months()[_one_space(parts[key])] for key in ("m1", "m2", "m3", "m4") if key in parts)
    day = next((parts[key] for key in ("d1", "d2", "d4") if key in parts), None)
    return _edtf(_four_digits(year), str(month), day)


@cache
def date_pattern() -> re.Pattern[str]:
    """Return the pattern of a date with a month in letters, with the weekday before it and the time of day after it.

    Returns:
        A compiled pattern with the groups d, m and y, numbered by the order of day, month and year that they belong to.
    """
    month = "|".join(re.escape(name).replace("\\ ", r"\s+") for name in sorted(_months(), key=len, reverse=True))
    weekday = rf"(?:(?:{'|'.join(load_list('weekdays')['weekdays'])})\.?,?\s+)?"
    year = r"(?:[12]\d{3}|['’]?\d{2}(?!\d|:))"
    zone = r"(?:GMT|UTC|EST|EDT|CET|CEST|BST|[+-]\d{2}:?\d{2})"
    time = rf"(?:,?\s+(?:at\s+|[-–|]\s*)?\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?{zone}\)?)*)?"
    between = r"(?:\s+(?:de|del|of)\s+|\s*[-–]\s*|\s+|,\s*)"
    return re.compile(
        rf"(?<!\w)(?:{weekday}(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|º)?{between}(?P<m1>{month})\.?,?{between}(?P<y1>{year})"
        rf"|{weekday}(?P<m2>{month})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>[12]\d{{3}})"
        rf"|(?P<y4>[12]\d{{3}}),?\s+(?P<m4>{month})\.?\s+(?P<d4>\d{{1,2}})"
        rf"|(?P<m3>{month})\.?,?{between}(?P<y3>[12]\d{{3}})){time}(?!\w)",
        re.IGNORECASE,
    )


def _edtf(year: str, month: str | None, day: str | None) -> str | None:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    if month is None or int(month) == 0:
        return year
    text = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day is not None and int(day) else "")
    return text if int(month) <= 12 and is_edtf(text) else None


def _from_numbers(first: int, second: int, year: str) -> str | None:
    """Read a date in numbers as far as it has one reading: over 12 is a day, two equal numbers are clear, else only the year is known."""
    if first > 12:
        return _edtf(year, str(second), str(first))
    if second > 12 or first == second:
        return _edtf(year, str(first), str(second))
    return _edtf(year, None, None)


def _four_digits(year: str) -> str:
    digits = year.strip("'’")
    if len(digits) == 4:
        return digits
    return f"20{digits}" if int(digits) < TWO_DIGIT_PIVOT else f"19{digits}"


@cache
def _months() -> dict[str, int]:
    return {name: number for names in load_list("months").values() for name, number in names.items()}


def _one_space(words: str) -> str:
    return " ".join(words.lower().split())
