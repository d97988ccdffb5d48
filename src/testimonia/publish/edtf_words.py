"""EDTF as a person would say it."""

import re
from functools import lru_cache

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_PLAIN = re.compile(r"^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$")
_DECADE = re.compile(r"^(\d{3})X$")
_MARKS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
_DERIVED = " (derived)"


@lru_cache(maxsize=4096)
def edtf_in_words(edtf: str) -> str:
    """Say a time as a person would.

    Args:
        edtf: A time in EDTF, as lines of a view have it, marked where it is derived.

    Returns:
        Words; what they cannot say stays as it is.

    Example:
        >>> edtf_in_words("2003-05-17"), edtf_in_words("1998/.."), edtf_in_words("199X"), edtf_in_words("1961~")
        ('17 May 2003', 'since 1998', 'the 1990s', 'about 1961')
    """
    if edtf.endswith(_DERIVED):
        return f"{edtf_in_words(edtf.removesuffix(_DERIVED))}, by inference"
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        if last == "..":
            return f"since {_point(first)}"
        if first == "..":
            return f"until {_point(last)}"
        return f"{_point(first)} to {_point(last)}"
    return _point(edtf)


def _point(text: str) -> str:
    decade = _DECADE.match(text)
    if decade is not None:
        return f"the {decade.group(1)}0s"
    found = _PLAIN.match(text)
    if found is None:
        return text
    year, month, day, mark = found.groups()
    if month in _SEASONS:
        return f"{_MARKS.get(mark, '')}{_SEASONS[month]} {year}"
    if month is None or not 1 <= int(month) <= len(_MONTHS):
        return f"{_MARKS.get(mark, '')}{year if month is None else text.rstrip('~?%')}"
    name = _MONTHS[int(month) - 1]
    return f"{_MARKS.get(mark, '')}{name} {year}" if day is None else f"{_MARKS.get(mark, '')}{int(day)} {name} {year}"
