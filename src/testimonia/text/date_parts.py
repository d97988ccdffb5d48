"""Date expressions as they stand: which words form a date, before anybody asks which year they mean.

One pass over the text finds the parts; the words around a bare year or month decide whether it is one ("2,000 fighters", "Resolution
1701" and the verb "march" are none). `text.dates` puts parts together, gives them years and says how they relate to what the sentence
tells.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from testimonia.text.date_forms import date_expression
from testimonia.text.wordlists import word_list

PartKind = Literal["date", "days", "years", "set", "season", "mask", "weekday", "ago", "nearby", "past", "shift", "today", "quarter"]


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
    for match in date_expression().finditer(text, start, end):
        part = _part(match, text)
        if part is not None:
            parts.append(part)
    return parts


def _part(match: re.Match[str], text: str) -> DatePart | None:
    kind = match.lastgroup or ""
    begin, end = match.span()
    if _is_joined(text, begin):
        return None
    if kind not in ("y", "yy", "decade", "weekday", "near", "quarter", "anyquarter") and _is_name(text, begin, end, match):
        return None
    if kind in ("y", "yy", "decade") and not _is_year(text, begin, end, kind):
        return None
    if kind == "theunit" and not _is_part_of(text, begin):
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
        if month.rstrip(".").lower() in ("may", "march") and before.group(1) in ("to", "of", "and", "after", "before", "by", "that"):
            return re.match(r"[ \t]*[,.;:)]|[ \t]+(?:last|this|next|and|to|the)\b|$", following) is not None
        return True
    if before is None or before.group(1) not in _dates("month_before_noun_after") or month.rstrip(".").lower() in ("may", "march"):
        return False
    return re.match(r"[ \t]+[a-z]", text[begin + len(month) : begin + len(month) + 4]) is not None  # "the April attack"


def _is_part_of(text: str, begin: int) -> bool:
    """ "The year", "the month" date only where a part of them is told: the end of the year, earlier in the month."""
    before = re.search(r"([a-z]+)[ \t]+(?:of|in)[ \t]+$", text[max(0, begin - 24) : begin].lower())
    return before is not None and before.group(1) in _dates("parts_of_a_unit")


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


def _read_decade(match: re.Match[str], begin: int, end: int) -> DatePart | None:
    """ "The 1990s"; "the '90s" and "the nineties" only from the forties on and after an article: others are ages or another century."""
    if match["dec_y"] is not None:
        return DatePart(begin, end, "mask", mask=f"{match['dec_y']}X")
    if re.search(r"\bthe[ \t]+(?:(?:early|mid|late)[ \t-]+)?$", match.string[max(0, begin - 14) : begin], re.IGNORECASE) is None:
        return None
    digit = match["dec_s"] or str(word_list("dates")["decade_words"][match["dec_w"].lower()])
    return DatePart(begin, end, "mask", mask=f"19{digit}X")


def _century(digits: str | None, words: str | None) -> int:
    return int(digits) if digits is not None else int(word_list("dates")["century_words"][(words or "").lower()])


def _read_century(match: re.Match[str], begin: int, end: int) -> DatePart | None:
    century = _century(match["cen_n"], match["cen_w"])
    return DatePart(begin, end, "mask", mask=f"{century - 1:02d}XX") if 10 <= century <= 21 else None


def _read_turn(match: re.Match[str], begin: int, end: int) -> DatePart | None:
    """The turn of a named century is about its first year; which one "the turn of the century" means, the words do not tell."""
    if match["turn_m"] is not None:
        return DatePart(begin, end, "mask", mask="2000~")
    century = _century(match["turn_n"], match["turn_w"])
    return DatePart(begin, end, "mask", mask=f"{(century - 1) * 100}~") if 10 <= century <= 21 else None


def _read_words_year(match: re.Match[str], begin: int, end: int) -> DatePart:
    lists = word_list("dates")
    number = int(lists["year_tens"][match["wy_t"].lower()]) + (0 if match["wy_o"] is None else int(lists["numbers"][match["wy_o"].lower()]))
    return DatePart(begin, end, "date", (1900 if match["wy_c"].lower() == "nineteen" else 1800) + number)


def _read_quarter(match: re.Match[str], begin: int, end: int) -> DatePart:
    """A quarter of a calendar year, by its first and last month."""
    number = int(match["q_q"]) if match["q_q"] is not None else int(word_list("dates")["quarters"][match["q_n"].lower()])
    year = _optional_year(match["q_y"] or match["q_z"] or match["q_w"])
    word = None if match["q_r"] is None else match["q_r"].lower()
    return DatePart(begin, end, "quarter", year, month=number * 3 - 2, last=number * 3, word=word)


def _read_any_quarter(match: re.Match[str], begin: int, end: int) -> DatePart:
    word = "year-earlier" if match["aq_y"] is not None else (match["aq_w"] or "the").lower().replace("year-ago", "year-earlier")
    return DatePart(begin, end, "nearby", unit="quarter", word=word)


def _read_the_unit(match: re.Match[str], begin: int, end: int) -> DatePart:
    return DatePart(begin, end, "nearby", unit=match["tu_u"].lower(), word="the")


def _read_weekend(match: re.Match[str], begin: int, end: int) -> DatePart:
    return DatePart(begin, end, "nearby", unit="weekend", word=match["we_w"].lower().split()[-1])


def _read_recent_season(match: re.Match[str], begin: int, end: int) -> DatePart:
    season = word_list("dates")["seasons"][match["rs_s"].lower()]
    return DatePart(begin, end, "nearby", unit="season", count=season, word=match["rs_w"].lower().split()[-1])


def _read_word_day(match: re.Match[str], begin: int, end: int) -> DatePart | None:
    day = int(word_list("dates")["day_words"][match["mwd_d"].lower()])
    return _valid(DatePart(begin, end, "date", _optional_year(match["mwd_y"]), _month(match["mwd_m"]), day))


def _read_years(match: re.Match[str], begin: int, end: int) -> DatePart | None:
    first, last = int(match["yy_a"]), match["yy_b"]
    closing = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return DatePart(begin, end, "years", first, last=closing) if closing > first else None


def _read_year(match: re.Match[str], begin: int, end: int) -> DatePart:
    return DatePart(begin, end, "date", int(match["y_y"]))


def _read_weekday(match: re.Match[str], begin: int, end: int) -> DatePart:
    day = match["w_w"].lower()
    return DatePart(
        begin,
        end,
        "weekday",
        weekday=word_list("dates")["weekdays"][day],
        word=(match["w_l"] or "").lower().replace("this coming", "next") or None,
    )


def _read_ago(match: re.Match[str], begin: int, end: int) -> DatePart:
    word = match["ago_w"].lower()
    word = "later" if word.startswith(("there", "after")) else word
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


_CALENDAR_READERS = {
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
}
_COUNTING_READERS = {
    "weekday": _read_weekday,
    "turn": _read_turn,
    "wyear": _read_words_year,
    "quarter": _read_quarter,
    "anyquarter": _read_any_quarter,
    "theunit": _read_the_unit,
    "weekend": _read_weekend,
    "recentseason": _read_recent_season,
    "mwd": _read_word_day,
    "ago": _read_ago,
    "near": _read_nearby,
    "today": _read_today,
    "past": _read_past,
    "span": _read_span,
}
_READERS = {**_CALENDAR_READERS, **_COUNTING_READERS}


@cache
def _numbers(key: str) -> frozenset[str]:
    return frozenset(str(word) for word in word_list("numbers")[key])


@cache
def _dates(key: str) -> frozenset[str]:
    return frozenset(str(word) for word in word_list("dates")[key])
