"""What the words around a date tell of its place in time: whether it was still to come, and whether the text counts from its own day."""

import re
from datetime import date, timedelta
from functools import cache

from testimonia.text.wordlists import word_list

_CLAUSE = 120
"""Code points before a date in which a verb still tells of it."""

_AT_HAND = 4
"""Days up to the day of writing of which one, named without a year, tells that a text is news of those days."""

_COMPARED = re.compile(r"\b(?:from|than|compared|against|versus)\b[^.;\n]*$", re.IGNORECASE)


def looks_ahead(text: str, begin: int) -> bool:
    """Say whether a date was still to come when the text was written: "will leave on", "due on", with no past verb after those words.

    Args:
        text: The document's text.
        begin: Offset of the date.

    Returns:
        True where the words before it in its sentence look ahead.

    Example:
        >>> looks_ahead("They will meet on 3 May.", 18), looks_ahead("They will meet, it said on 3 May.", 27)
        (True, False)
    """
    before = text[max(0, begin - _CLAUSE) : begin]
    before = before[max(before.rfind(". "), before.rfind("\n")) + 1 :]
    ahead = list(_ahead().finditer(before))
    return bool(ahead) and _past_verb().search(before, ahead[-1].end()) is None


def counts_from_writing(text: str) -> bool:
    """Say whether a text counts from the day it was written, as news does: "yesterday", "last week", "on Thursday".

    Args:
        text: The document's text.

    Returns:
        True if any of its words does; "today" is none of them, since it often means these days.

    Example:
        >>> counts_from_writing("They fled on Thursday."), counts_from_writing("Today it has two wings. It split on Thursday, 3 May 2001.")
        (True, False)
    """
    return _deictic().search(text) is not None


def names_days_at_hand(text: str, day: date) -> bool:
    """Say whether a text names the day of its writing or one of the days before it without a year, as news does: "said on July 29".

    Args:
        text: The document's text.
        day: The day on which it was published.

    Returns:
        True if one of those days stands there and no year after it.

    Example:
        >>> names_days_at_hand("Officials said on July 29 that ...", date(2017, 7, 30))
        True
    """
    return any(_named_day(near.month, near.day).search(text) is not None for near in (day - timedelta(n) for n in range(_AT_HAND)))


@cache
def _named_day(month: int, day: int) -> re.Pattern[str]:
    name = list(word_list("dates")["months"])[month - 1].title()
    word = rf"(?:{name}|{name[:3]}t?\.?)"
    return re.compile(rf"\b(?:{word}\s{day}(?:st|nd|rd|th)?|{day}(?:st|nd|rd|th)?\s{word})\b(?!,?\s\d{{4}}|[–-]?\d)")


def compares_years(text: str, begin: int) -> bool:
    """Say whether a year-old figure is compared with that of the same stretch a year on: "up from 12 a year earlier".

    Args:
        text: The document's text.
        begin: Offset of the expression.

    Returns:
        True after a word of comparison in the same sentence.
    """
    return _COMPARED.search(text[max(0, begin - _CLAUSE) : begin]) is not None


@cache
def _deictic() -> re.Pattern[str]:
    lists = word_list("dates")
    weekdays = "|".join(day.title() for day in lists["weekdays"])
    months = "|".join(month[:3].title() for month in lists["months"])
    dated = rf"['’]s|,?[ \t]+(?:the[ \t]+)?(?:[0-9]|(?:{months}))|[ \t]+[A-Z]"
    return re.compile(rf"(?<!\w)(?:(?i:{_either('counting_from_writing')})|(?:{weekdays})(?!{dated}))(?!\w)")


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either('ahead')})(?!\w)", re.IGNORECASE)


@cache
def _past_verb() -> re.Pattern[str]:
    """A word of the past, or any in "-ed" that is not the first after the words that look ahead ("to be completed on")."""
    return re.compile(rf"(?<!\w)(?:{_either('past_verbs')})(?!\w)|\w[ \t,]+\w{{2,}}ed(?!\w)", re.IGNORECASE)


def _either(key: str) -> str:
    words = sorted((str(word) for word in word_list("dates")[key]), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"[ \t\u00a0]+") for word in words)
