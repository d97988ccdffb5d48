"""Happenings: events with the reports that tell of them, as tables of events need them.

A table has one row for what several voices tell differently. The row follows the fullest account, as `fullest` chooses it. Nothing is mixed
from two accounts but figures, which are the event's own, with the reports that set each bound.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from testimonia.publish.exports.dates import Span, span_of
from testimonia.publish.exports.lookup import GROUP_KINDS, NOT_REPEATED, STATE_KINDS, Lookup, export_data, is_denied
from testimonia.publish.rows import Row

TARGET_SIDE = "those attacked"
"""How a toll names people that its report counts as the side that was attacked."""
FAR = 100_000
"""Days, more than any dated report spans: a report without a date comes after all with one."""
FINEST = ("settlement", "district", "region", "country", "continent")
"""How exactly a place is located, from the most exact on."""
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event: who it is in words, and what is known of what it is (`state`, `group`, `civilians`, else None)."""

    references: tuple[str, ...]
    label: str
    sort: str | None


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with its reports; `account` is the fullest of those that say that it happened, None if none does."""

    row: Row
    reports: tuple[Row, ...]
    account: Row | None
    witnesses: int
    disputes: tuple[str, ...]

    @property
    def told(self) -> tuple[Row, ...]:
        """The reports that say that it happened."""
        return tuple(report for report in self.reports if has_happened(report))


def happenings(lookup: Lookup) -> Iterator[Happening]:
    """Give the events of a release with their reports.

    Args:
        lookup: The release.

    Yields:
        Events in the release's order; reports that are not in the release are passed over.
    """
    with lookup.released.finding("event_reports") as find:
        for row in lookup.released.happenings():
            reports = tuple(report for report in map(find, row["reports"]) if report is not None)
            told = [report for report in reports if has_happened(report)]
            account = fullest(lookup, told)
            names = [report["id"] for report in reports]
            yield Happening(row, reports, account, lookup.witnesses(names), tuple(lookup.disputes(names)))


def has_happened(report: Row) -> bool:
    """Say whether a report says that something happened.

    Args:
        report: An event report.

    Returns:
        False for what is planned, threatened, supposed or denied.
    """
    return report["status"] == "happened" and not is_denied(report)


def fullest(lookup: Lookup, reports: Iterable[Row]) -> Row | None:
    """Choose the report that tells most.

    Args:
        lookup: The release.
        reports: Event reports.

    Returns:
        The one that names most sides and places as known bodies and places, then the one that describes sides without taking one, then the
        one with the most exact date, then the first; None if there are none.
    """
    return min(reports, key=lambda report: _fullness(lookup, report), default=None)


def _fullness(lookup: Lookup, report: Row) -> tuple[int, int, int]:
    named = sum(lookup.entity(name) is not None for slot in ("initiator", "target", "where") for name in report[slot])
    described = sum(any(lookup.label(name) != NOT_REPEATED for name in report[slot]) for slot in ("initiator", "target"))
    return -named, -described, span_of(report).days or FAR


def side(lookup: Lookup, references: list[str]) -> Side:
    """Describe one side of a report.

    Args:
        lookup: The release.
        references: Who or what stands on it, by id or in words.

    Returns:
        The side without places, since a town that is attacked is no party; its sort is None where its parties differ or one of them is
        not known to be of any.
    """
    references = [name for name in references if lookup.kind(name) != "place"]
    sorts = {sort_of(lookup, name) for name in references}
    return Side(tuple(references), ", ".join(lookup.label(name) for name in references), sorts.pop() if len(sorts) == 1 else None)


def sort_of(lookup: Lookup, reference: str) -> str | None:
    """Say what somebody in an event is, as far as it is known.

    Args:
        lookup: The release.
        reference: An entity's id, or words.

    Returns:
        `state`, `group` or `civilians`; None where neither kind nor words tell.
    """
    kind = lookup.kind(reference)
    if kind in STATE_KINDS:
        return "state"
    if kind in GROUP_KINDS:
        return "group"
    if kind is not None:
        return None
    words = set(_WORDS.findall(reference.casefold()))
    told = [sort for sort, listed in export_data("sides").items() if words.intersection(listed)]
    return told[0] if len(told) == 1 else None


def two_sides(lookup: Lookup, report: Row) -> tuple[Side, Side]:
    """Part a report's participants into two sides.

    Args:
        lookup: The release.
        report: An event report.

    Returns:
        Who began and who was met. Where a clash has all its sides among those who began, those who act for a state stand against the
        others; else the first against the rest.
    """
    begun = list(report["initiator"])
    met = [name for name in report["target"] if name not in begun]  # nobody fights itself: a report that reads so is one side
    if not met and len(begun) > 1:
        state = [name for name in begun if sort_of(lookup, name) == "state"]
        first = state if state and len(state) < len(begun) else begun[:1]
        begun, met = first, [name for name in begun if name not in first]
    return side(lookup, begun), side(lookup, met)


def places(lookup: Lookup, report: Row) -> list[Row]:
    """Find the places of a report.

    Args:
        lookup: The release.
        report: An event report.

    Returns:
        Rows of places: those with a point first, the most exactly located before the others. A place that was the target is where it was.
    """
    named = dict.fromkeys((*report["where"], *report["target"]))
    found = [row for row in (lookup.entity(name) for name in named) if row is not None and row["kind"] == "place"]
    return sorted(found, key=lambda row: (row["latitude"] is None, FINEST.index(row["precision"]) if row["precision"] in FINEST else 9))


def span(happening: Happening, account: Row | None) -> Span:
    """Give the days of an event.

    Args:
        happening: An event.
        account: The report that is followed.

    Returns:
        Those of the account, or of the first other report that it happened which has a date.
    """
    told = ([] if account is None else [account]) + list(happening.told)
    dated = [span_of(report) for report in told]
    return next((days for days in dated if days.edtf is not None), Span())
