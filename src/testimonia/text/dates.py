"""Dates as a text states them, in EDTF, with the year that the text's own order of events gives.

Steps for each stretch of text: parts are found (`text.date_parts`, `text.periods`); neighbours that form one expression are joined
("Thursday" and "January 25", "2003" to "2011"); a missing year is looked for; the words before say what is approximate and how the date
relates to what is told.

Where a year comes from, in this order: it is stated; a weekday agrees with exactly one recent year before publication; the last full date
that the text told before (`Narrative`), bounded by the publication date; the day of writing, in a text that itself counts from it
("yesterday", "last week", "on Thursday") and has not led elsewhere; nowhere, and then the year is `XXXX`. The publication date alone never
gives a year: it bounds what can have happened, and it is what "yesterday" and "last year" count from.

Follows: the codebook, section 3, `when`; EDTF (ISO 8601-2:2019).
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from testimonia.errors import EdtfError
from testimonia.model.kinds import Basis
from testimonia.model.valid_time import EdtfInterval, parse_edtf
from testimonia.text.date_parts import DatePart, find_date_parts
from testimonia.text.date_tense import compares_years, counts_from_writing, looks_ahead, names_days_at_hand
from testimonia.text.hijri import find_hijri_dates, has_hijri_dates
from testimonia.text.narrative import Narrative
from testimonia.text.periods import Period, find_periods
from testimonia.text.relative_dates import relative_date, shifted
from testimonia.text.wordlists import word_list

Relation = Literal["on", "since", "until", "before", "after", "during", "between"]

_LOOK_BACK = 48
"""Code points before a date in which a qualifier and a preposition may stand; the longest of both are 40."""

_CLAUSE = 120
"""Code points before a date in which "had" still governs it."""

_JOINT = re.compile(r"[ \t\u00a0]*(?:[-–—]|\bto\b|\buntil\b|\btill\b|\bthrough\b|\band\b)[ \t\u00a0]*(?:\r?\n[ \t]*)?(?:the[ \t]+)?$")
_BARE = re.compile(r"\b(?:between|from)[ \t]+(?:the[ \t]+)?$", re.IGNORECASE)
_ONGOING = re.compile(r"[ \t]*(?:[-–—]|\bto(?: the)?\b|\buntil\b)[ \t]*(?:present|now|today|date)\b", re.IGNORECASE)
_WEEKDAY_GAP = re.compile(r",?[ \t\u00a0]+(?:the[ \t]+)?(?:\r?\n[ \t]*)?$|,?[ \t]*\r?\n[ \t]*$")


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A time as the text states it.

    `start` and `end` enclose the expression with its qualifier ("late September 2000") and, where it turns the date into an interval, its
    preposition ("since 2007"). `edtf` is the whole reading: `2000-09~`, `2007/..`. `basis` is `derived` where the year or day is not in
    the words. `relation` is what the preposition says.
    """

    start: int
    end: int
    edtf: str
    basis: Basis
    relation: Relation


def find_dates(text: str, *, anchor: date | None = None, published: str | None = None) -> list[StatedDate]:
    """Return the dates that a text states, in reading order.

    For one text on its own; a document that is read sentence by sentence needs a `DateReader`, which carries the narrative's year along.

    Args:
        text: The text.
        anchor: The day that the narrative has reached before the text begins, None if unknown.
        published: The publication date in EDTF, None if unknown.

    Returns:
        Dates that do not overlap.

    Example:
        >>> [found.edtf for found in find_dates("Formed in early 2005, it attacked on 26 September and has ruled since May 2007.")]
        ['2005~', '2005-09-26', '2007-05/..']
    """
    reader = DateReader(published)
    if anchor is not None:
        reader.narrative.move(anchor, anchor)
    return reader.read(text, 0, len(text))


class DateReader:
    """Reads one document's dates in reading order, carrying the narrative's year along.

    Make one for each document and read its stretches in order; the reading of a stretch depends on those before it.
    """

    def __init__(self, published: str | None = None) -> None:
        """Begin a document.

        Args:
            published: The publication date in EDTF; None or unreadable EDTF is unknown.
        """
        self._published = _known(published)
        self._looks_back = self._looks_ahead = False
        self._is_new, self._is_hijri = True, False
        self.narrative = Narrative(None if self._published is None else self._published.hi)

    def read(self, text: str, start: int, end: int) -> list[StatedDate]:
        """Return the dates of the next stretch of the document.

        Args:
            text: The document's whole text, so that the words before the stretch are seen.
            start: First code point of the stretch.
            end: One past its last code point.

        Returns:
            Dates in reading order, with offsets in the document.
        """
        found: list[StatedDate] = []
        if self._is_new:
            self._is_new = False
            self._is_hijri = has_hijri_dates(text)
            if self._published is not None and (counts_from_writing(text) or self._names_days_at_hand(text)):
                self.narrative.count_from_writing()
        periods = [*(find_hijri_dates(text, start, end) if self._is_hijri else ()), *find_periods(text, start, end)]
        parts = [part for part in find_date_parts(text, start, end) if not any(p.start < part.end and part.start < p.end for p in periods)]
        for group in _grouped(sorted([*parts, *periods], key=lambda item: item.start), text):
            stated = self._stated(group, text, end)
            if stated is not None and (not found or found[-1].end <= stated.start) and not (found and _repeats(found[-1], group[0], text)):
                found.append(stated)
        self.narrative.leave(text, end)
        return found

    def _names_days_at_hand(self, text: str) -> bool:
        day = None if self._published is None or self._published.lo != self._published.hi else self._published.hi
        return day is not None and names_days_at_hand(text, day)

    def _stated(self, group: list[DatePart | Period], text: str, limit: int) -> StatedDate | None:
        begin, end = group[0].start, group[-1].end
        self.narrative.enter(text, begin)
        first = group[0]
        self._looks_back, self._looks_ahead = _looks_back(text, begin), looks_ahead(text, begin)
        if isinstance(first, Period):
            core: str | None = first.edtf
            basis = "derived" if first.derived else "stated"
        else:
            core, basis = self._core([part for part in group if isinstance(part, DatePart)], text)
        if core is None:
            return None
        stated = _in_words(core, _basis(basis), begin, end, text, limit, is_range=isinstance(first, Period) or _is_range(group, text))
        self._follow(core, first, stated, text)
        return stated

    def _core(self, parts: list[DatePart], text: str) -> tuple[str | None, str]:
        """The EDTF of an expression before its qualifiers, and its basis; None where nothing can be said."""
        first = parts[0]
        if first.kind == "shift" and (first.word or "").startswith("span"):
            return self._span(first, parts[1:])
        if first.kind == "weekday" and len(parts) > 1:
            return self._core_of_dates(parts[1:], first.weekday)
        if first.kind in ("weekday", "ago", "nearby", "past", "shift", "today"):
            if first.kind == "weekday" and first.word is None and self._looks_ahead:
                first = replace(first, word="next")
            if first.unit == "year" and first.count == 1 and self.narrative.quarter is not None and compares_years(text, first.start):
                first = replace(first, kind="nearby", unit="quarter", word="year-earlier")
            edtf = relative_date(first, self._published, self.narrative)
            return edtf, "derived"
        return self._core_of_dates([part for part in parts if part.kind != "weekday"], None)

    def _core_of_dates(self, parts: list[DatePart], weekday: int | None) -> tuple[str | None, str]:
        first, last = parts[0], parts[-1]
        if len(parts) == 1:
            return self._edtf(first, weekday)
        if last.kind == "nearby":
            year = relative_date(last, self._published, self.narrative)
            return (None, "stated") if year is None or len(year) != 4 else (self._edtf(_with_year(first, int(year)), weekday)[0], "derived")
        common = first.year if first.year is not None else last.year
        left, basis = self._edtf(first if common is None else _with_year(first, common), weekday)
        right, other = self._edtf(last if last.year is not None or common is None else _with_year(last, common), None)
        if left is None or right is None:
            return left or right, basis
        joined = f"{left.partition('/')[0]}/{right.rpartition('/')[2]}"
        return (joined if _known(joined) is not None else left), "derived" if "derived" in (basis, other) else "stated"

    def _edtf(self, part: DatePart, weekday: int | None) -> tuple[str | None, str]:
        if part.mask is not None:
            return part.mask, "stated"
        if part.kind == "quarter":
            year = part.year if part.year is not None else self._year(part, None)
            basis = "derived" if part.year is None else "stated"
            return (None if year is None else f"{year:04d}-{part.month:02d}/{year:04d}-{part.last:02d}"), basis
        if part.kind == "years":
            return f"{part.year:04d}/{part.last:04d}", "stated"
        basis, told = "stated", None if part.year is None else f"{part.year:04d}"
        if told is None:
            inferred = self._year(part, weekday)
            told, basis = ("XXXX", "stated") if inferred is None else (f"{inferred:04d}", "derived")
        edtf = told if part.month is None else f"{told}-{part.month:02d}" + ("" if part.day is None else f"-{part.day:02d}")
        if part.kind == "days":
            edtf = f"{edtf}/{told}-{part.month:02d}-{part.last:02d}"
        return (edtf if _known(edtf) is not None else None), basis

    def _year(self, part: DatePart, weekday: int | None) -> int | None:
        """The year of a date without one: by publication for "last May", by the narrative otherwise."""
        if part.word is None:
            return self.narrative.year_of(
                part.month or 1,
                part.day,
                weekday=weekday,
                looks_back=self._looks_back,
                looks_ahead=self._looks_ahead and part.kind != "quarter",
            )
        latest = None if self._published is None else self._published.hi
        if latest is None or part.month is None:
            return None
        if part.kind == "quarter":
            return latest.year + {"last": -1, "next": 1}.get(part.word, 0)
        step = {"last": -(part.month >= latest.month - 1), "next": part.month <= latest.month}.get(part.word, 0)
        return latest.year + int(step)

    def _span(self, shift: DatePart, rest: list[DatePart]) -> tuple[str | None, str]:
        """Three months after a date is the stretch from that date on, or up to it."""
        core, _ = self._core_of_dates(rest, None) if rest else (None, "stated")
        interval = _known(core)
        if interval is None or interval.lo is None or interval.hi is None or shift.count is None or shift.unit is None:
            return core, "stated"
        is_before = (shift.word or "").endswith("before")
        other = shifted(interval.lo, -shift.count if is_before else shift.count, shift.unit)
        if other is None:
            return core, "stated"
        return (f"{other}~/{interval.lo}" if is_before else f"{interval.lo}/{other}~"), "derived"

    def _follow(self, core: str, first: DatePart | Period, stated: StatedDate, text: str) -> None:
        """Let the narrative move to what has been told; the present of writing, a named period and a span are no move."""
        interval = _known(core)
        if (
            interval is None
            or interval.lo is None
            or interval.hi is None
            or isinstance(first, Period)
            or first.kind in ("today", "past", "nearby")
            or (first.unit in ("year", "decade") and first.word in ("ago", "earlier"))
        ):
            return
        if first.kind == "quarter":
            self.narrative.quarter = (interval.lo, interval.hi)
        if first.kind == "shift" and (first.word or "").startswith("span"):
            return
        is_fine = first.month is not None or first.kind in ("weekday", "ago", "shift")
        self.narrative.tell(interval.lo, interval.hi, text=text, start=stated.start, is_fine=is_fine, is_open=".." in stated.edtf)


def _repeats(before: StatedDate, item: DatePart | Period, text: str) -> bool:
    """Say whether "that year" only says which year the date just before it is of: "between May and July that year"."""
    is_year = isinstance(item, DatePart) and item.kind == "nearby" and item.unit == "year" and item.word in ("that", "same")
    return is_year and before.edtf[4:5] == "-" and text[before.end : item.start].strip() in ("", ",", "of", "of the", "the")


@lru_cache(maxsize=4096)
def _known(edtf: str | None) -> EdtfInterval | None:
    if edtf is None:
        return None
    try:
        return parse_edtf(edtf)
    except EdtfError:
        return None


def _basis(word: str) -> Basis:
    return "derived" if word == "derived" else "stated"


def _with_year(part: DatePart, year: int) -> DatePart:
    return DatePart(part.start, part.end, part.kind, year, part.month, part.day, part.last, part.weekday, part.mask)


def _grouped(items: list[DatePart | Period], text: str) -> list[list[DatePart | Period]]:
    """Items that form one expression: a weekday with its date, two ends of a range, a span with the date that it counts from."""
    groups: list[list[DatePart | Period]] = []
    for item in items:
        if groups and isinstance(item, DatePart) and _belongs(groups[-1], item, text):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _belongs(group: list[DatePart | Period], item: DatePart, text: str) -> bool:
    previous = group[-1]
    if not isinstance(previous, DatePart) or item.start - previous.end > 20:
        return False
    between = text[previous.end : item.start]
    if previous.kind == "weekday":
        return len(group) == 1 and item.kind == "date" and item.day is not None and _WEEKDAY_GAP.fullmatch(between) is not None
    if previous.kind == "shift":
        return (previous.word or "").startswith("span") and item.kind == "date" and between.strip() in ("", "the")
    if item.kind == "nearby":
        is_year = item.unit == "year" and item.word in ("last", "this", "next")
        return is_year and previous.kind == "date" and previous.year is None and between.strip() in ("", ",", "of")
    if (
        previous.kind not in ("date", "season", "mask")
        or item.kind not in ("date", "season", "mask")
        or sum(p.kind != "weekday" for p in group if isinstance(p, DatePart)) > 1
    ):
        return False
    if _JOINT.fullmatch(between) is None:
        return False
    opening = re.search(
        r"\b(between|from)[ \t]+(?:the[ \t]+)?(?:[a-z]+[ -]){0,2}$",
        text[max(0, group[0].start - _LOOK_BACK) : group[0].start],
        re.IGNORECASE,
    )
    if between.strip().startswith("and"):
        return opening is not None and opening.group(1).lower() == "between"
    return opening is not None or (previous.month is None) == (item.month is None)


def _is_range(group: list[DatePart | Period], text: str) -> bool:
    return sum(isinstance(item, DatePart) and item.kind in ("date", "season", "mask") for item in group) > 1 or (
        isinstance(group[0], DatePart) and group[0].kind in ("days", "years", "shift") and (group[0].word or "span").startswith("span")
    )


def _in_words(core: str, basis: Basis, begin: int, end: int, text: str, limit: int, *, is_range: bool) -> StatedDate:
    """Add what the words before the date say: approximate, uncertain, since, until ..."""
    before = text[max(0, begin - _LOOK_BACK) : begin]
    mark, begin = _qualified(before, begin)
    before = text[max(0, begin - _LOOK_BACK) : begin]
    ongoing = None if is_range else _ONGOING.match(text, end, limit)
    if ongoing is not None and "/" not in core:
        return StatedDate(begin, ongoing.end(), f"{core}{mark}/..", basis, "since")
    relation, opened = _related("" if is_range and _BARE.search(before) else before, begin, text)
    edtf = "/".join(side if side == ".." or side.endswith(("~", "?")) else side + mark for side in core.split("/"))
    if is_range and relation == "on":
        bare = _BARE.search(before)
        return StatedDate(begin if bare is None else begin - len(bare.group()), end, edtf, basis, "between" if "/" in edtf else "on")
    if relation in ("since", "after"):
        edge = edtf.partition("/")[0] if relation == "since" else edtf.rpartition("/")[2]
        return StatedDate(opened, end, f"{edge}/..", basis, relation)
    if relation in ("until", "before"):
        edge = edtf.partition("/")[0] if relation == "before" else edtf.rpartition("/")[2]
        return StatedDate(opened, end, f"../{edge}", basis, relation)
    return StatedDate(begin, end, edtf, basis, relation)


def _looks_back(text: str, begin: int) -> bool:
    """Whether a date lies before what is told: after "since", or in the past perfect ("had been killed on 7 October")."""
    before = text[max(0, begin - _LOOK_BACK) : begin]
    if _related(before[: len(before) + _qualified(before, 0)[1]], begin, text)[0] == "since":
        return True
    return re.search(r"\bhad\b(?! to\b)[^.\n]*$", text[max(0, begin - _CLAUSE) : begin]) is not None


def _qualified(before: str, begin: int) -> tuple[str, int]:
    mark = ""
    for _ in range(2):
        found = _qualifiers().search(before)
        if found is None:
            return mark, begin
        wanted = "~" if found["about"] is not None else "?"
        mark = wanted if mark in ("", wanted) else "%"
        begin -= len(before) - found.start()
        before = before[: found.start()]
    return mark, begin


def _related(before: str, begin: int, text: str) -> tuple[Relation, int]:
    """The relation that a preposition before the date states, and where the preposition begins."""
    found = _prepositions().search(before)
    if found is None:
        opening = re.search(r"(?:^|[,.;:(\n][ \t]*)[Ff]rom[ \t]+(?:the[ \t]+)?$", before)
        onward = re.search(r"\bfrom[ \t]+(?:the[ \t]+)?$", before, re.IGNORECASE)
        if onward is not None and (opening is not None or re.match(r"[^.,;\n]{0,24}?[ \t]on(?:wards?)?\b", text[begin : begin + 60])):
            return "since", begin - len(before) + onward.start()
        return "on", begin
    words = " ".join(found["words"].lower().rstrip("-–").split())
    relation = _relations()[words]
    if words == "following" and before[: found.start()].lower().endswith("the "):
        return "on", begin  # "the following March"
    return relation, begin - len(before) + found.start()


@cache
def _relations() -> dict[str, Relation]:
    stated: dict[str, Relation] = {words: relation for relation, entries in word_list("dates")["relations"].items() for words in entries}
    return stated | {"post": "after", "pre": "before"}


def _longest_first(words: list[str]) -> str:
    return "|".join(re.escape(entry).replace(r"\ ", r"[ \t\u00a0]+") for entry in sorted(words, key=lambda entry: (-len(entry), entry)))


@cache
def _qualifiers() -> re.Pattern[str]:
    lists = word_list("dates")
    about, doubted = _longest_first(lists["about"]), _longest_first(lists["doubted"])
    particles = r"[- \t]+(?:in[ \t]+|on[ \t]+)?(?:the[ \t]+)?(?:of[ \t]+)?"
    return re.compile(rf"(?<!\w)(?:(?:the[ \t]+)?(?P<about>{about})|(?P<doubted>{doubted})){particles}$", re.IGNORECASE)


@cache
def _prepositions() -> re.Pattern[str]:
    words = _longest_first([words for words in _relations() if words not in ("post", "pre")])
    return re.compile(
        rf"(?<!\w)(?:(?P<words>(?:{words})(?=[ \t\u00a0\r\n])|(?:post|pre)[-–])[ \t\u00a0]*(?:\r?\n[ \t]*)?(?:the[ \t]+)?)$", re.IGNORECASE
    )
