"""Where a narrative stands in time, so that "on 26 September" gets the year that the text is telling of.

The narrative moves with every full date that is told. A year in passing ("the largest since the uprising of 1987") is no move: a bare
year that does not open its sentence and lies before what is told counts only until the paragraph ends, and not at all in a comparison.
After a range over several years or an open "since 2014" nobody can say which year follows, so none is given.
"""

import re
from calendar import monthrange
from datetime import date

BACKWARD_DAYS = 183
"""A yearless date that lies further back than half a year belongs to the next year; a nearer one is a look back."""

NEAR = 600
"""Code points within which "two days later" still counts from the last day told; further on it may count from something else."""

FUTURE_DAYS = 60
"""How far after publication a date with its weekday may lie: an announced meeting, not next year's."""

NEWS_DAYS = 45
"""How far from the day of writing a narrative may stand and still be the news of the day, whose dates lie around that day."""

AT_HAND_DAYS = 45
"""How far ahead a day without year is rather the coming one than that of ten months and more ago."""

_OPENING = re.compile(
    r"(?:in|on|by|during|since|until|after|before|from|between|and|to|early|mid|late|the|of|also|then|later|circa|about|around|again|however|as|,|[-–•*(\[])*"
)
_MADE = "set up|formed|founded|established|created|launched|born|raised|inaugurated|adopted|signed|concluded|reached|built|disbanded"
_DESCRIBED = re.compile(
    rf",\s+(?:(?:an?|the|another|one)\s+(?:[\w’'-]+\s+){{1,6}}?|(?:which|who)\s+(?:was|were|had\s+been)\s+)?(?:{_MADE})\s+"
    r"(?:by\s+[^,;]{1,60}\s)?(?:in\s+(?!\d)[^,;]{1,40}\s)?in\s+(?:early\s|mid-|late\s)?$"
)
"""Words before a bare year that only says since when somebody is there: "X, a group set up by Y in 2017, attacked"."""
_COMPARISON = re.compile(r"\b(?:since|than|unlike|like|compared|until|first time|not seen)\b[^.]*$", re.IGNORECASE)


class Narrative:
    """The days that a document's narrative has reached; one for each document, moved in reading order."""

    def __init__(self, latest: date | None = None) -> None:
        """Begin before the first date.

        Args:
            latest: The last day of the publication date, after which nothing told can have happened; None if unknown.
        """
        self._latest = latest
        self._main: tuple[date, date] | None = None
        self._aside: tuple[date, date] | None = None
        self._read_to = 0
        self._is_whole_year = False
        self._told: tuple[date, date, int] | None = None
        self._writing: date | None = None
        self.quarter: tuple[date, date] | None = None

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and last day of where the narrative stands, None where it has no date or lost it."""
        return self._main if self._aside is None else self._aside

    @property
    def told(self) -> tuple[date, date] | None:
        """The first and last day of the date told last, while reading is still near it: what "the next day" counts from."""
        return None if self._told is None or self._read_to - self._told[2] > NEAR else self._told[:2]

    def count_from_writing(self) -> None:
        """Note that the text counts from the day of its writing ("yesterday"), so that a date without year lies around that day."""
        self._writing = self._latest

    def move(self, first: date, last: date) -> None:
        """Set where the narrative stands.

        Args:
            first: First day of the date told.
            last: Its last day.
        """
        self._main, self._aside, self._is_whole_year = (first, last), None, False

    def enter(self, text: str, position: int) -> None:
        """Note that reading has come to a position; a new paragraph ends an aside.

        Where the publication date is known, it also ends the reach of a bare year: a report that looks back on 2016 goes on with the news.

        Args:
            text: The document's text.
            position: Offset of the next date.
        """
        if "\n" in text[self._read_to : position]:
            self._aside = None
            if self._is_whole_year and self._latest is not None:
                self._main = None
        self._read_to = max(self._read_to, position)

    def leave(self, text: str, end: int) -> None:
        """Note that reading has finished a stretch.

        Args:
            text: The document's text.
            end: One past its last code point.
        """
        self.enter(text, end)

    def tell(self, first: date, last: date, *, text: str, start: int, is_fine: bool, is_open: bool) -> None:
        """Follow a full date that the text tells.

        Args:
            first: First day of the date.
            last: Its last day.
            text: The document's text.
            start: Offset of the expression.
            is_fine: Whether it states a month or a day, not only a year.
            is_open: Whether it opens an interval (since, until, before, after).
        """
        if self._latest is not None and first > self._latest:
            return
        if not is_open:
            self._told = (first, last, start)
        if is_fine:
            self.move(first, last)
            return
        sentence = _sentence_before(text, start)
        if _DESCRIBED.search(sentence) is not None:
            return
        if is_open:
            if _OPENING.fullmatch(_bare(sentence)):
                self._main = self._aside = None
            return
        stands = self._main
        if stands is None or first.year >= stands[1].year or _OPENING.fullmatch(_bare(sentence)):
            if stands is None or not (first <= stands[0] and stands[1] <= last and last.year == first.year):
                self.move(first, last)
                self._is_whole_year = True
        elif _COMPARISON.search(sentence) is None:
            self._aside = (first, last)

    def year_of(
        self, month: int, day: int | None, *, weekday: int | None = None, looks_back: bool = False, looks_ahead: bool = False
    ) -> int | None:
        """Give the year of a day or month without one.

        Args:
            month: Month, 1 to 12.
            day: Day of the month, None for the whole month.
            weekday: Weekday that the text states with it, 0 for Monday, None if it states none.
            looks_back: Whether the words say that it lies before what is told (since 7 October).
            looks_ahead: Whether the words say that it was still to come when they were written (due on 7 October).

        Returns:
            The year, None where the text does not tell.
        """
        days = self.days
        if weekday is not None and day is not None:
            agreeing = self._year_of_weekday(month, day, weekday)
            if agreeing is not None:
                return agreeing
        if self._writing is not None and (days is None or abs((self._writing - days[1]).days) < NEWS_DAYS):
            return self._year_near(self._writing, month, day, looks_ahead=looks_ahead)
        if days is None or days[0].year != days[1].year:
            return None
        year = days[0].year
        told = _first_day(year, month, day)
        is_whole_year = (days[1] - days[0]).days > 300
        if told is not None and not is_whole_year and (days[0] - told).days > BACKWARD_DAYS:
            year += 1
        told = _first_day(year, month, day)
        if told is not None and not is_whole_year and looks_back and told > days[1]:
            return year - 1
        if told is not None and self._latest is not None and told > self._latest:
            year -= 1
        return year if _first_day(year, month, day) is not None else None

    def _year_near(self, writing: date, month: int, day: int | None, *, looks_ahead: bool) -> int | None:
        """The last time before writing; the next one if the words look ahead, or if it is at hand and the last one most of a year ago."""
        past, coming = [
            next((y for y in years if (first := _first_day(y, month, day)) is not None and (first <= writing) is not is_coming), None)
            for years, is_coming in ((range(writing.year, writing.year - 8, -1), False), (range(writing.year, writing.year + 8), True))
        ]
        if looks_ahead or past is None or coming is None:
            is_now = day is None and past == writing.year and month == writing.month
            return past if is_now else coming if looks_ahead else past
        ahead = _first_day(coming, month, day)
        return coming if ahead is not None and (ahead - writing).days <= AT_HAND_DAYS else past

    def _year_of_weekday(self, month: int, day: int, weekday: int) -> int | None:
        """The latest year before publication, or the nearest to the narrative, in which the day falls on the weekday."""
        days = self.days
        if self._latest is not None:
            years = [self._latest.year, self._latest.year - 1, self._latest.year + 1]
        elif days is not None and days[0].year == days[1].year:
            years = [days[0].year, days[0].year + 1, days[0].year - 1]
        else:
            return None
        for year in years:
            told = _first_day(year, month, day)
            if told is not None and told.weekday() == weekday and (self._latest is None or (told - self._latest).days <= FUTURE_DAYS):
                return year
        return None


def _first_day(year: int, month: int, day: int | None) -> date | None:
    if not 1 <= year <= 9999 or (day or 1) > monthrange(year, month)[1]:
        return None
    return date(year, month, day or 1)


def _sentence_before(text: str, start: int) -> str:
    """The words between the beginning of the sentence and a date, at most 160 code points of them."""
    before = text[max(0, start - 160) : start]
    ends = [match.end() for match in re.finditer(r"[.!?:;]['\"”’)\]]*\s+(?=\S)|\n+", before)]
    return before[ends[-1] :] if ends else before


def _bare(sentence: str) -> str:
    return re.sub(r"\s+", "", sentence.lower())
