"""Events in a report: what each of their reports tells, who says it, and the tolls as they were stated.

Reports of one event that tell it alike share a sentence; what another report tells otherwise stands in a sentence of its own, so that no
sentence says more than the words in its notes. A bound is written as a bound: "at least 37" is never 37.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from testimonia.codebook.phrases import range_in_words
from testimonia.model.event import Toll
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.edtf_words import edtf_in_words
from testimonia.publish.statements import happening_in_words, participant_of
from testimonia.publish.view_records import EventView, Line

SAME_EVENT = "Of the same event"
UNDATED = "Undated"
Range = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Telling:
    """What some reports of an event tell in the same words: an opening with the time, what happened, and the reports.

    `denied` is true where they say that it did not happen so.
    """

    opening: str
    told: str
    denied: bool
    lines: tuple[Line, ...]


def tellings_of(catalogue: Catalogue, event: EventView) -> tuple[Telling, ...]:
    """Say what the reports of an event tell, those together that tell the same.

    Args:
        catalogue: Where everything is.
        event: An event with its reports.

    Returns:
        Tellings: what happened before what is denied, what is dated before what is not, else in the order of the reports.
    """
    alike: dict[tuple[bool, str, str], list[Line]] = {}
    for line in event.reports:
        record = catalogue.reports[line.id]
        denied = record.status == "denied"
        told = happening_in_words(catalogue.knowledge, replace(record, status="happened") if denied else record)
        alike.setdefault((denied, line.when, told), []).append(line)
    found = sorted(alike.items(), key=lambda item: (item[0][0], item[0][1] == ""))
    return tuple(
        Telling(_opening(when, first=number == 0), told, denied, tuple(lines)) for number, ((denied, when, told), lines) in enumerate(found)
    )


def _opening(when: str, *, first: bool) -> str:
    time = edtf_in_words(when) if when else ""
    if first:
        return time[:1].upper() + time[1:] or UNDATED
    return f"{SAME_EVENT} ({time})" if time else SAME_EVENT


def tolls_in_words(catalogue: Catalogue, event: EventView) -> tuple[str, tuple[Line, ...]]:
    """Write out the tolls of an event as its reports state them.

    Args:
        catalogue: Where everything is.
        event: An event with its reports.

    Returns:
        A phrase such as "at least 37 killed (soldiers); 4 or 6 injured, best 6", and the reports that state them; empty where none does.
    """
    told = [line for line in event.reports if catalogue.reports[line.id].status == "happened"]
    counts: dict[tuple[str, str], dict[tuple[int | None, int | None], None]] = {}
    counting: dict[str, Line] = {}
    for line in told:
        for figure in catalogue.reports[line.id].figures:
            if (figure.low, figure.high) != (None, None):
                side = "" if figure.of is None else participant_of(catalogue.knowledge, figure.of)
                counts.setdefault((figure.what, side), {})[figure.low, figure.high] = None
                counting[line.id] = line
    tolls = catalogue.events[event.id].tolls
    phrases = [_count(what, side, list(ranges), tolls) for (what, side), ranges in counts.items()]
    return "; ".join(phrases), tuple(counting.values())


def _count(what: str, side: str, ranges: Sequence[Range], tolls: Sequence[Toll]) -> str:
    """Write out what is stated of one quantity, the smallest number first, with the best one where several are stated."""
    stated = [range_in_words(low, high) for low, high in sorted(ranges, key=lambda bounds: (bounds[0] or 0, bounds[1] or 0))]
    chosen = (toll.best.value for toll in tolls if toll.what == what and toll.best is not None)
    best = next((value for value in chosen if any((low or 0) <= value <= (value if high is None else high) for low, high in ranges)), None)
    shown = f", best {best:,}" if len(stated) > 1 and best is not None else ""
    return f"{alternatives(stated)} {what}{f' ({side})' if side else ''}{shown}"


def alternatives(values: Sequence[str]) -> str:
    """Join values of which one holds.

    Args:
        values: What is listed, in this order.

    Returns:
        Commas and "or" between them.

    Example:
        >>> alternatives(["4", "6", "at least 9"])
        '4, 6 or at least 9'
    """
    return " or ".join(filter(None, (", ".join(values[:-1]), *values[-1:])))
