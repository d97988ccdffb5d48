"""Wanted: which records somebody asks for, as conditions of SQL with their values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from testimonia.errors import EdtfError, NameNotFoundError, RecordError
from testimonia.model.kinds import EntityKind, EventType, Predicate
from testimonia.model.valid_time import parse_edtf

Day = str | date
"""A day, or a time in EDTF such as 2016 or 2016-05."""
Choice = str | Sequence[str] | None
"""One code, several, or any."""
PREDICATES = get_args(Predicate)
EVENT_TYPES = get_args(EventType)
ACTOR_KINDS = tuple(kind for kind in get_args(EntityKind) if kind not in ("place", "named_event"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Conditions that all have to hold, with the values of their question marks."""

    conditions: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()

    def where(self, condition: str, *values: Any) -> "Wanted":
        """Ask for more.

        Args:
            condition: A condition of SQL.
            values: What stands for its question marks.

        Returns:
            Both together.
        """
        return replace(self, conditions=(*self.conditions, condition), values=(*self.values, *values))

    def among(self, column: str, chosen: Choice, *, of: Sequence[str] = ()) -> "Wanted":
        """Ask for one of several values.

        Args:
            column: The column.
            chosen: A value or several; None for any.
            of: The values that there are; none where it may be anything.

        Returns:
            Both together.

        Raises:
            NameNotFoundError: A value is none of those.
        """
        if chosen is None:
            return self
        several = [chosen] if isinstance(chosen, str) else list(chosen)
        for one in several:
            if of and one not in of:
                raise NameNotFoundError(f"there is no {one!r}; there are {', '.join(of)}")
        return self.where(f"list_contains(?, {column})", several)

    def between(self, since: Day | None, until: Day | None) -> "Wanted":
        """Ask for what may have been in a time: what is undated is left out.

        Args:
            since: Its first day; of a longer time such as 2016 the first day.
            until: Its last day; of a longer time the last day.

        Returns:
            Both together.

        Raises:
            RecordError: A time is none that we read.
        """
        found = self
        if since is not None:
            found = found.where("(lo IS NOT NULL OR hi IS NOT NULL) AND (hi IS NULL OR hi >= ?)", first_day(since))
        if until is not None:
            found = found.where("(lo IS NOT NULL OR hi IS NOT NULL) AND (lo IS NULL OR lo <= ?)", last_day(until))
        return found

    def select(self, view: str) -> str:
        """Write the question.

        Args:
            view: The view that is asked.

        Returns:
            SQL.
        """
        conditions = " AND ".join(f"({condition})" for condition in self.conditions)
        return f'SELECT * FROM "{view}"' + (f" WHERE {conditions}" if conditions else "")


def first_day(day: Day) -> date | None:
    """Say on which day a time begins.

    Args:
        day: A day or EDTF.

    Returns:
        Its first day; None where it is open there.

    Raises:
        RecordError: It is no time that we read.
    """
    return day if isinstance(day, date) else _days(day)[0]


def last_day(day: Day) -> date | None:
    """Say on which day a time ends.

    Args:
        day: A day or EDTF.

    Returns:
        Its last day; None where it is open there.

    Raises:
        RecordError: It is no time that we read.
    """
    return day if isinstance(day, date) else _days(day)[1]


def _days(edtf: str) -> tuple[date | None, date | None]:
    try:
        interval = parse_edtf(edtf)
    except EdtfError as error:
        raise RecordError(f"{edtf!r} is no time that can be asked for, such as 2016, 2016-05 or 2016-05-03: {error}") from error
    return interval.lo, interval.hi
