"""Date expressions as they stand: which words form a date, before anybody asks which year they mean.

One pass over the text finds the parts; the words around a bare year or month decide whether it is one ("2,000 fighters", "Resolution
1701" and the verb "march" are none). `text.dates` puts parts together, gives them years and says how they relate to what the sentence
tells.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from testimonia.text.wordlists import word_list

PartKind = Literal["date", "days", "years", "set", "season", "mask", "weekday", "ago", "nearby", "past", "shift", "today"]

_GAP = r"(?:[ \t\u00a0\u202f]+|[ \t]*\r?\n[ \t]*(?=\S))"
_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
_DASH = r"[ ]?[-–—][ ]?"
_NOT_INSIDE = r"(?<![\w$€£#№§])(?<![0-9][.,/:])(?<![0-9]-)"


@dataclass(frozen=True, slots=True)
class DatePart:
    """One date expression at half-open offsets, with what it states; None is not stated.

    `last` is the last day of "5-7 May" or the last year of "2010-12"; `mask` is an EDTF expression that needs no further reading; `unit`,
    `count` and `word` belong to expressions such as "two weeks ago" and "the following year".
    """

    start: int
    end: int
    kind: PartKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: int | None = None
    weekday: int | None = None
    mask: str | None = None
    unit: str | None = None
    count: int | None = None
    word: str | None = None


def find_date_parts(text: str, start: int, end: int) -> list[DatePart]:
    """Return the date expressions of a stretch of text, in reading order.

    Args:
        text: The document's text.
        start: First code point to read.
        end: One past the last code point to read.

    Returns:
        Parts that do not overlap. What only looks like a date is left out.

    Example:
        >>> [(part.year, part.month) for part in find_date_parts("In May 2017, 1,500 members of Unit 2000 left.", 0, 44)]
        [(2017, 5)]
    """
    parts = []
    for match in _expression().finditer(text, start, end):
        part = _part(match, text)
        if part is not None:
            parts.append(part)
    return parts


def _part(match: re.Match[str], text: str) -> DatePart | None:
    kind = match.lastgroup or ""
    begin, end = match.span()
    if _is_joined(text, begin):
        return None
    if kind not in ("y", "yy", "decade", "weekday") and _is_name(text, begin, end, match):
        return None
    if kind in ("y", "yy", "decade") and not _is_year(text, begin, end, kind):
        return None
    if kind == "m" and not _is_month(text, match.start("m_m"), match["m_m"]):
        return None
    if _is_other_calendar(text, begin, end):
        return None
    return _READERS[kind](match, begin, end)


def _is_joined(text: str, begin: int) -> bool:
    """A number hyphened to a word (AK-2000), unless the word dates: mid-2014, post-2003."""
    if begin < 2 or text[begin - 1] not in "-–‑" or not text[begin - 2].isalpha():
        return False
    return re.search(r"(?<!\w)(?:mid|early|late|post|pre|end|non)[-–‑]$", text[max(0, begin - 8) : begin], re.IGNORECASE) is None


def _is_name(text: str, begin: int, end: int, match: re.Match[str]) -> bool:
    """A date without year that names something: the April 19th Movement, 17 November Street."""
    if any(key.endswith("_y") and value for key, value in match.groupdict().items()):
        return False
    following = re.match(r"[ \t-]([A-Z][\w]+)", text[end : end + 24])
    return following is not None and following.group(1).lower() in _dates("date_names_after")


def _is_year(text: str, begin: int, end: int, kind: str) -> bool:
    before = re.search(r"([^\W_][\w.'’-]*|[#№§])[ \t\u00a0]+$", text[max(0, begin - 24) : begin])
    previous = "" if before is None else before.group(1).lower().rstrip(".")
    if previous in _numbers("numbered") or re.match(r"[,.][0-9]|[%‰°:/][0-9]?|-[0-9]|[ ]?(?:km|kg|mm|cm)\b", text[end : end + 8]):
        return False
    after = re.match(r"[ \t\u00a0-]*([^\W\d_][\w.’']*)", text[end : end + 24])
    following = "" if after is None else after.group(1).lower()
    if following in _dates("not_years_after"):
        return False
    if kind != "y" or previous in ("in", "since", "until", "during", "early", "late", "mid", "by"):
        return True
    if previous in _dates("count_words_before_years") and following not in ("", "and", "when", "the", "as", "but"):
        return False
    return following not in _numbers("counted") and following not in _numbers("measures") - {"am", "m", "time", "times", "point", "half"}


def _is_month(text: str, begin: int, month: str) -> bool:
    """A month without day or year: only after a preposition or with a word that dates, since May, March and August are other words too."""
    before = re.search(r"([a-z]+)[ \t-]+$", text[max(0, begin - 24) : begin].lower())
    if before is not None and before.group(1) in _dates("month_alone_after"):
        following = text[begin + len(month) : begin + len(month) + 12]
        if month.rstrip(".").lower() in ("may", "march") and before.group(1) in ("to", "of", "and", "after", "before", "by"):
            return re.match(r"[ \t]*[,.;:)]|[ \t]+(?:last|this|next|and|to|the)\b|$", following) is not None
        return True
    return False


def _is_other_calendar(text: str, begin: int, end: int) -> bool:
    """A Hijri date: converting one to the day needs the local sighting of the moon, so it is left in words."""
    if re.match(r"[ \t]*(?:AH|A\.H\.?|H|Hijri)\b(?!\.?[A-Za-z])", text[end : end + 8]):
        return True
    before = re.search(r"([A-Za-z'’]+(?: [Aa]l-[A-Za-z'’]+)?)[ \t]+$", text[max(0, begin - 24) : begin])
    return (
        before is not None and before.group(1).lower() in _dates("hijri_months") and int(re.sub(r"\D", "", text[begin:end])[:4] or 0) < 1500
    )


def _month(words: str) -> int:
    plain = words.lower().rstrip(".")
    lists = word_list("dates")
    return int(lists["months"].get(plain) or lists["month_short"][plain])


def _day(words: str | None) -> int | None:
    return None if words is None else int(words.rstrip("stndrh"))


def _number(words: str | None) -> int | None:
    if words is None:
        return None
    return int(words) if words.isdigit() else int(word_list("dates")["numbers"][words.lower()])


def _optional_year(words: str | None) -> int | None:
    return None if words is None else int(words)


def _read_iso(match: re.Match[str], begin: int, end: int) -> DatePart | None:
    return _valid(DatePart(begin, end, "date", int(match["iso_y"]), int(match["iso_m"]), int(match["iso_d"])))


def _read_slash(match: re.Match[str], begin: int, end: int) -> DatePart | None:
    """03/04/2012 is either of two days unless one number can be no month; with full stops the day comes first everywhere."""
    a, b, year = int(match["sl_a"]), int(match["sl_b"]), int(match["sl_y"])
    if a == b or (b > 12 and match["sl_x"] == "/"):
        return _valid(DatePart(begin, end, "date", year, a, b))
    if a > 12 or match["sl_x"] == ".":
        return _valid(DatePart(begin, end, "date", year, b, a))
    if min(a, b) < 1:
        return None
    first, second = sorted((f"{year}-{a:02d}-{b:02d}", f"{year}-{b:02d}-{a:02d}"))
    return DatePart(begin, end, "set", year, mask=f"[{first},{second}]")


def _read_date(prefix: str, match: re.Match[str], begin: int, end: int) -> DatePart | None:
    groups = match.groupdict()
    if groups.get(f"{prefix}_j", "-").strip().lower() in ("and", "or"):
        return _read_two_days(prefix, match, begin, end)
    day, last = _day(groups.get(f"{prefix}_d")), _day(groups.get(f"{prefix}_l"))
    part = DatePart(
        begin, end, "date" if last is None else "days", _optional_year(groups.get(f"{prefix}_y")), _month(match[f"{prefix}_m"]), day, last
    )
    return _valid(part)


def _read_two_days(prefix: str, match: re.Match[str], begin: int, end: int) -> DatePart | None:
    """Two days of one month: a range after "between", both of them with "and", one of them with "or"."""
    day, last, month, year = (
        _day(match[f"{prefix}_d"]) or 0,
        _day(match[f"{prefix}_l"]) or 0,
        _month(match[f"{prefix}_m"]),
        match[f"{prefix}_y"],
    )
    part = _valid(DatePart(begin, end, "days", _optional_year(year), month, day, last))
    is_between = re.search(r"\bbetween[ \t]+(?:the[ \t]+)?$", match.string[max(0, begin - 16) : begin], re.IGNORECASE) is not None
    if part is None or is_between or (last == day + 1 and match[f"{prefix}_j"].strip().lower() == "and"):
        return part
    first, second = (f"{year or 'XXXX'}-{month:02d}-{n:02d}" for n in (day, last))
    opened, closed = ("[", "]") if match[f"{prefix}_j"].strip().lower() == "or" else ("{", "}")
    return DatePart(begin, end, "set", part.year, month, mask=f"{opened}{first},{second}{closed}")


def _read_month(match: re.Match[str], begin: int, end: int) -> DatePart:
    return DatePart(match.start("m_m"), end, "date", month=_month(match["m_m"]), word=(match["m_w"] or "").lower() or None)


def _read_season(match: re.Match[str], begin: int, end: int) -> DatePart:
    return DatePart(begin, end, "season", int(match["s_y"]), mask=f"{match['s_y']}-{word_list('dates')['seasons'][match['s_s'].lower()]}")


def _read_decade(match: re.Match[str], begin: int, end: int) -> DatePart:
    return DatePart(begin, end, "mask", mask=f"{match['dec_y']}X")


def _read_century(match: re.Match[str], begin: int, end: int) -> DatePart | None:
    century = int(match["cen_n"])
    return DatePart(begin, end, "mask", mask=f"{century - 1:02d}XX") if 10 <= century <= 21 else None


def _read_years(match: re.Match[str], begin: int, end: int) -> DatePart | None:
    first, last = int(match["yy_a"]), match["yy_b"]
    closing = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return DatePart(begin, end, "years", first, last=closing) if closing > first else None


def _read_year(match: re.Match[str], begin: int, end: int) -> DatePart:
    return DatePart(begin, end, "date", int(match["y_y"]))


def _read_weekday(match: re.Match[str], begin: int, end: int) -> DatePart:
    day = match["w_w"].lower()
    return DatePart(begin, end, "weekday", weekday=word_list("dates")["weekdays"][day], word=(match["w_l"] or "").lower() or None)


def _read_ago(match: re.Match[str], begin: int, end: int) -> DatePart:
    word = match["ago_w"].lower()
    return DatePart(begin, end, "ago" if word == "ago" else "shift", unit=match["ago_u"].lower(), count=_number(match["ago_n"]), word=word)


def _read_nearby(match: re.Match[str], begin: int, end: int) -> DatePart:
    word = " ".join(match["near_w"].lower().split())
    return DatePart(begin, end, "nearby", unit=match["near_u"].lower(), word="following" if word == "the next" else word)


def _read_today(match: re.Match[str], begin: int, end: int) -> DatePart:
    return DatePart(begin, end, "today", word=" ".join(match["tod_w"].lower().split()))


def _read_past(match: re.Match[str], begin: int, end: int) -> DatePart:
    return DatePart(begin, end, "past", unit=match["past_u"].lower(), count=_number(match["past_n"]) or 1)


def _read_span(match: re.Match[str], begin: int, end: int) -> DatePart:
    return DatePart(
        begin, end, "shift", unit=match["span_u"].lower(), count=_number(match["span_n"]), word="span " + match["span_w"].lower()
    )


def _valid(part: DatePart) -> DatePart | None:
    """The part, unless its calendar day cannot be; 29 February counts where the year is not stated."""
    if part.month is not None and not 1 <= part.month <= 12:
        return None
    leap = part.year is None or (part.year % 4 == 0 and (part.year % 100 != 0 or part.year % 400 == 0))
    length = 31 if part.month is None else (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[part.month - 1]
    if any(day is not None and not 1 <= day <= length for day in (part.day, part.last if part.kind == "days" else None)):
        return None
    return None if part.kind == "days" and (part.last or 0) <= (part.day or 0) else part


_READERS = {
    "iso": _read_iso,
    "slash": _read_slash,
    "ddm": lambda match, begin, end: _read_date("ddm", match, begin, end),
    "dmy": lambda match, begin, end: _read_date("dmy", match, begin, end),
    "mdd": lambda match, begin, end: _read_date("mdd", match, begin, end),
    "mdy": lambda match, begin, end: _read_date("mdy", match, begin, end),
    "my": lambda match, begin, end: _read_date("my", match, begin, end),
    "m": _read_month,
    "season": _read_season,
    "decade": _read_decade,
    "century": _read_century,
    "yy": _read_years,
    "y": _read_year,
    "weekday": _read_weekday,
    "ago": _read_ago,
    "near": _read_nearby,
    "today": _read_today,
    "past": _read_past,
    "span": _read_span,
}


@cache
def _numbers(key: str) -> frozenset[str]:
    return frozenset(str(word) for word in word_list("numbers")[key])


@cache
def _dates(key: str) -> frozenset[str]:
    return frozenset(str(word) for word in word_list("dates")[key])


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _expression() -> re.Pattern[str]:
    """All expressions as one pattern, each in a named group that comes last among its own groups; every repetition is bounded."""
    lists = word_list("dates")
    full = [form for month in lists["months"] for form in (month.title(), month.upper())]
    short = [form for month in lists["month_short"] for form in (month.title(), month.upper())]
    month = rf"(?:(?:{_either(full)})|(?:{_either(short)})\.?)(?!\w)"
    weekday = _either(day.title() for day in lists["weekdays"])
    count = rf"[0-9]{{1,3}}|{_either(lists['numbers'])}"
    unit = r"day|week|month|year|decade"
    year = rf",?{_GAP}(?:of{_GAP})?"
    forms = [
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
        ("mdy", rf"(?P<mdy_m>{month}){_GAP}(?P<mdy_d>{_DAY})(?:{year}(?P<mdy_y>{_YEAR})(?!\w))?(?![\w:%]|[.,][0-9])"),
        ("my", rf"(?P<my_m>{month}){year}(?P<my_y>{_YEAR})(?!\w)"),
        ("m", rf"(?:(?P<m_w>(?i:last|this|next)){_GAP})?(?P<m_m>{month})"),
        ("season", rf"(?P<s_s>(?i:{_either(lists['seasons'])})){_GAP}(?:of{_GAP})?(?P<s_y>{_YEAR})(?!\w)"),
        ("decade", r"(?P<dec_y>(?:1[5-9]|20)[0-9])0['’]?s(?!\w)"),
        ("century", r"(?P<cen_n>[0-9]{2})(?:st|nd|rd|th)[ -](?i:century)"),
        ("yy", rf"(?P<yy_a>{_YEAR})(?:{_DASH}|/)(?P<yy_b>{_YEAR}|[0-9]{{2}})(?![\w-])"),
        ("y", rf"(?P<y_y>{_YEAR})(?!\w)"),
        ("weekday", rf"(?:(?P<w_l>(?i:last|next|this)){_GAP})?(?P<w_w>{weekday})(?!\w)"),
        (
            "span",
            rf"(?i:(?:the{_GAP})?(?:first{_GAP})?(?P<span_n>{count}){_GAP}(?P<span_u>{unit})s?{_GAP}(?P<span_w>after|before|following)(?={_GAP}[\w]))",
        ),
        ("ago", rf"(?i:(?P<ago_n>{count}){_GAP}(?P<ago_u>{unit})s?{_GAP}(?P<ago_w>ago|earlier|later))(?!\w)"),
        (
            "near",
            rf"(?i:(?P<near_w>last|this|the{_GAP}next|next|past|previous|following|same|that|the{_GAP}coming){_GAP}(?P<near_u>{unit}))(?!\w)",
        ),
        ("today", r"(?i:(?P<tod_w>yesterday|today|tonight|last[ \t]+night|this[ \t]+morning))(?!['’]s\b)(?!\w)"),
        (
            "past",
            rf"(?i:(?:over|in|during|for|within){_GAP}the{_GAP}(?:past|last){_GAP}(?:(?P<past_n>{count}){_GAP})?(?P<past_u>{unit})s?)(?!\w)",
        ),
    ]
    return re.compile(_NOT_INSIDE + "(?:" + "|".join(f"(?P<{name}>{form})" for name, form in forms) + ")")
