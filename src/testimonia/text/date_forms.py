"""The forms that date expressions take, as one pattern built from the word list: which words can form a date, in which order."""

import re
from collections.abc import Iterable
from functools import cache

from testimonia.text.wordlists import word_list

_GAP = r"(?:[ \t\u00a0\u202f]+|[ \t]*\r?\n[ \t]*(?=\S))"
_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
_DASH = r"[ ]?[-–—][ ]?"
_NOT_INSIDE = r"(?<![\w$€£#№§])(?<![0-9][.,/:])(?<![0-9]-)"

_BEFORE_UNITS = ("year-", "previous", "preceding", "prior", "that", "following")
_OPENERS = ("last", "this", "next", "past", "same", "latest", "yesterday", "tomorrow", "today", "tonight", "nineteen", "eighteen")
"""Words that open an expression and stand in no list; those before units stand after "the" too."""


@cache
def date_expression() -> re.Pattern[str]:
    """Give all expressions as one pattern, each in a named group that comes last among its own groups; every repetition is bounded.

    Returns:
        The pattern; the name of the last group that matched is that of the form.
    """
    forms = [*_day_forms(), *_calendar_forms(), *_counting_forms()]
    return re.compile(_NOT_INSIDE + _opening() + "(?:" + "|".join(f"(?P<{name}>{form})" for name, form in forms) + ")")


def _day_forms() -> list[tuple[str, str]]:
    """Days and months, with a year or without."""
    lists = word_list("dates")
    full = [form for month in lists["months"] for form in (month.title(), month.upper())]
    short = [form for month in lists["month_short"] for form in (month.title(), month.upper())]
    month = rf"(?:(?:{_either(full)})|(?:{_either(short)})\.?)(?!\w)"
    year = rf",?{_GAP}(?:of{_GAP})?"
    return [
        ("iso", rf"(?P<iso_y>{_YEAR})-(?P<iso_m>[0-9]{{2}})-(?P<iso_d>[0-9]{{2}})(?:T[0-9:.]{{4,12}}Z?)?(?![\w-])"),
        ("slash", rf"(?P<sl_a>[0-9]{{1,2}})(?P<sl_x>[/.])(?P<sl_b>[0-9]{{1,2}})(?P=sl_x)(?P<sl_y>{_YEAR})(?![\w/])"),
        (
            "ddm",
            rf"(?P<ddm_d>{_DAY})(?P<ddm_j>{_DASH}|{_GAP}(?:to|and|or){_GAP})(?P<ddm_l>{_DAY}){_GAP}(?:of{_GAP})?(?P<ddm_m>{month})(?:{year}(?P<ddm_y>{_YEAR})(?!\w))?",
        ),
        ("dmy", rf"(?P<dmy_d>{_DAY}){_GAP}(?:of{_GAP})?(?P<dmy_m>{month})(?:{year}(?P<dmy_y>{_YEAR})(?!\w))?"),
        (
            "mdd",
            rf"(?P<mdd_m>{month}){_GAP}(?P<mdd_d>{_DAY})(?P<mdd_j>{_DASH}|{_GAP}(?:to|and|or){_GAP})(?P<mdd_l>{_DAY})(?:{year}(?P<mdd_y>{_YEAR})(?!\w))?(?![\w:])",
        ),
        ("mwd", rf"(?P<mwd_m>{month}){_GAP}(?:the{_GAP})?(?P<mwd_d>(?i:{_either(lists['day_words'])}))(?:{year}(?P<mwd_y>{_YEAR}))?(?!\w)"),
        ("mdy", rf"(?P<mdy_m>{month}){_GAP}(?P<mdy_d>{_DAY})(?:{year}(?P<mdy_y>{_YEAR})(?!\w))?(?![\w%]|[.,:][0-9])"),
        ("my", rf"(?P<my_m>{month}){year}(?P<my_y>{_YEAR})(?!\w)"),
        ("m", rf"(?:(?P<m_w>(?i:last|this|next)){_GAP})?(?P<m_m>{month})"),
    ]


def _calendar_forms() -> list[tuple[str, str]]:
    """Seasons, quarters, years, decades and centuries."""
    lists = word_list("dates")
    centuries = _either(lists["century_words"])
    return [
        ("season", rf"(?P<s_s>(?i:{_either(lists['seasons'])})){_GAP}(?:of{_GAP})?(?P<s_y>{_YEAR})(?!\w)"),
        (
            "decade",
            rf"(?:(?P<dec_y>(?:1[5-9]|20)[0-9])0['’]?s|['’]?(?P<dec_s>[4-9])0s|(?P<dec_w>(?i:{_either(lists['decade_words'])})))(?!\w)",
        ),
        ("century", rf"(?:(?P<cen_n>[0-9]{{2}})(?:st|nd|rd|th)|(?P<cen_w>(?i:{centuries})))[ -](?i:century)"),
        (
            "turn",
            rf"(?i:the{_GAP}turn{_GAP}of{_GAP}the{_GAP}(?:(?:(?P<turn_n>[0-9]{{2}})(?:st|nd|rd|th)|(?P<turn_w>{centuries}))[ -]century"
            r"|(?P<turn_m>millennium)))(?!\w)",
        ),
        ("yy", rf"(?P<yy_a>{_YEAR})(?:{_DASH}|/)(?P<yy_b>{_YEAR}|[0-9]{{2}})(?![\w-])"),
        (
            "quarter",
            rf"(?:(?P<q_y>{_YEAR})(?:['’]s)?{_GAP}|(?P<q_r>(?i:last|this|next)){_GAP}year['’]s{_GAP})?"
            rf"(?:(?P<q_n>(?i:{_either(lists['quarters'])}))[- ](?i:quarter)|Q(?P<q_q>[1-4]))(?!\w)"
            rf"(?:{_GAP}of{_GAP}(?P<q_z>{_YEAR})(?!\w)|{_GAP}(?P<q_w>{_YEAR})(?!\w))?",
        ),
        ("y", rf"(?P<y_y>{_YEAR})(?!\w)"),
        (
            "wyear",
            rf"(?i:(?P<wy_c>nineteen|eighteen)[ -](?P<wy_t>{_either(lists['year_tens'])})"
            rf"(?:[ -](?P<wy_o>{_either(lists['ones'])}))?)(?!\w)",
        ),
    ]


def _counting_forms() -> list[tuple[str, str]]:
    """What counts from another day: weekdays, "two weeks ago", "the following year", "yesterday"."""
    lists = word_list("dates")
    weekday = _either(day.title() for day in lists["weekdays"])
    count = rf"[0-9]{{1,3}}|{_either(lists['numbers'])}"
    unit = r"day|week|month|year|decade"
    return [
        ("weekday", rf"(?:(?P<w_l>(?i:last|next|this{_GAP}coming|this)){_GAP})?(?P<w_w>{weekday})(?!\w)"),
        (
            "span",
            rf"(?i:(?:the{_GAP})?(?:first{_GAP})?(?P<span_n>{count}){_GAP}(?P<span_u>{unit})s?{_GAP}(?P<span_w>after|before|following)(?={_GAP}[\w]))",
        ),
        ("ago", rf"(?i:(?P<ago_n>{count}){_GAP}(?P<ago_u>{unit})s?{_GAP}(?P<ago_w>ago|earlier|later|thereafter|afterwards?))(?!\w)"),
        (
            "near",
            rf"(?i:(?P<near_w>last|this|the{_GAP}next|next|past|previous|following|same|that|the{_GAP}coming){_GAP}(?P<near_u>{unit}))(?!\w)",
        ),
        (
            "today",
            r"(?i:(?P<tod_w>yesterday|tomorrow|today(?!['’]s\b)|tonight|last[ \t]+night|this[ \t]+(?:morning|afternoon|evening)))(?!\w)",
        ),
        ("weekend", rf"(?i:(?P<we_w>this|last|next|the{_GAP}past|the{_GAP}coming|the){_GAP}weekend)(?!\w)"),
        (
            "recentseason",
            rf"(?i:(?P<rs_w>last|this{_GAP}past|this|next){_GAP}(?P<rs_s>{_either(lists['seasons'])}))(?!\w)(?!{_GAP}(?:in|of)\b)",
        ),
        (
            "anyquarter",
            rf"(?i:the{_GAP}quarter|(?:the{_GAP})?(?P<aq_w>latest|same|year-earlier|year-ago|previous|preceding|prior|that){_GAP}(?:quarter|period)|(?P<aq_y>year-(?:earlier|ago)))(?!\w)",
        ),
        ("theunit", r"(?i:the[ \t]+(?P<tu_u>year|month))(?!\w)"),
        (
            "past",
            rf"(?i:(?:over|in|during|for|within){_GAP}the{_GAP}(?:past|last){_GAP}(?:(?P<past_n>{count}){_GAP})?(?P<past_u>{unit})s?)(?!\w)",
        ),
    ]


def _opening() -> str:
    """Look ahead for what opens any of the forms: it turns away nineteen words in twenty before the forms are tried one by one."""
    lists = word_list("dates")
    unit = "days?|weeks?|months?|years?|decades?"
    counts = [str(word) for word in lists["numbers"] if word not in ("a", "an")]
    keys = ("seasons", "decade_words", "century_words", "quarters")
    words = [*counts, *(str(word) for key in keys for word in lists[key]), *_BEFORE_UNITS, *_OPENERS, f"an?{_GAP}(?:{unit})"]
    after_the = [
        "turn",
        "next",
        "past",
        "coming",
        "weekend",
        "quarter",
        "year",
        "month",
        "latest",
        "same",
        *_BEFORE_UNITS,
        "first",
        *counts,
    ]
    words += [
        f"the{_GAP}(?:{'|'.join(after_the)})",
        *(f"{word}{_GAP}the{_GAP}(?:past|last)" for word in ("over", "in", "during", "for", "within")),
    ]
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    named = {day[:2].title() for day in lists["weekdays"]} | {m[:2] for month in lists["months"] for m in (month.title(), month.upper())}
    capitals: dict[str, set[str]] = {}
    for start in named:
        capitals.setdefault(start[0], set()).add(start[1])
    branches = [f"{first}[{''.join(sorted(second))}]" for first, second in sorted(capitals.items())]
    branches += [f"[{letter}{letter.upper()}](?i:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items())]
    return rf"(?=[0-9'’]|Q[1-4]|{'|'.join(branches)})"


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
