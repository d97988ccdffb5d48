"""Two lenses side by side: what only the one would believe, what only the other, what both, and where they would differ.

To believe is to have at least one voice that says so among those whose word is taken. Claims about one thing meet as in weighing: by
predicate, subject, and object or text. Dates of founding, strengths and tolls are one thing with several values.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from testimonia.codebook.phrases import value_in_words
from testimonia.model.event import Bound, Event, EventReport, Toll
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.weigh.assertions import Assertion, assertions_of
from testimonia.weigh.wording import DATED_ONLY, listed, phrase_of, time_in_words

Believed = Literal["only left", "only right", "both", "differs"]


@dataclass(frozen=True, slots=True)
class Contrast:
    """One thing as two lenses see it: what each holds in words, and the claims or reports it rests on (empty where it believes nothing)."""

    about: str
    believed: Believed
    left: tuple[str, ...]
    right: tuple[str, ...]
    left_holds: str = ""
    right_holds: str = ""


def compare_claims(left: Knowledge, right: Knowledge, *, entity: str | None = None) -> tuple[Contrast, ...]:
    """Compare what two lenses leave of one knowledge base, claim by claim.

    Args:
        left: What the first lens leaves.
        right: What the second lens leaves.
        entity: Only claims of which this entity is subject or object; None for all.

    Returns:
        One contrast for each thing that either believes, what differs first, then what only one believes, then what both do.
    """
    ours, theirs = _by_thing(left, entity), _by_thing(right, entity)
    found = []
    for key in dict.fromkeys((*ours, *theirs)):
        mine, other = ours.get(key, []), theirs.get(key, [])
        first = (mine or other)[0]
        about = ("not: " if first.negated else "") + phrase_of(left, first)
        found.append(_contrast(about, _ids(mine), _ids(other), _held(mine), _held(other)))
    return tuple(sorted(found, key=_order))


def compare_events(left: Findings, right: Findings, *, knowledge: Knowledge, reports: Iterable[str] | None = None) -> tuple[Contrast, ...]:
    """Compare the events that two lenses give.

    Args:
        left: What weighing gives under the first lens.
        right: What it gives under the second.
        knowledge: All that is known, to say what each event was.
        reports: Only events with one of these reports; None for all.

    Returns:
        One contrast for each event; events of the two lenses that share a report are one, and differ where their tolls do.
    """
    wanted = None if reports is None else set(reports)
    ours, theirs = (_wanted(findings.events, wanted) for findings in (left, right))
    told = {report.id: report for report in knowledge.reports}
    holder = {report: event for event in theirs for report in event.reports}
    found, met = [], set()
    for event in ours:
        other = next((holder[report] for report in event.reports if report in holder), None)
        if other is not None:
            met.add(other.id)
        others = () if other is None else other.reports
        held = "" if other is None else tolls_in_words(other.tolls)
        found.append(_contrast(_happening(knowledge, told, event), event.reports, others, tolls_in_words(event.tolls), held))
    for event in theirs:
        if event.id not in met:
            found.append(_contrast(_happening(knowledge, told, event), (), event.reports, "", tolls_in_words(event.tolls)))
    return tuple(sorted(found, key=_order))


def tolls_in_words(tolls: Iterable[Toll]) -> str:
    """Write out the tolls of an event.

    Args:
        tolls: Low, best and high of each quantity.

    Returns:
        Such as "killed 2-9 (best 4)"; empty without any.
    """
    return "; ".join(_toll(toll) for toll in tolls)


def _happening(knowledge: Knowledge, told: Mapping[str, EventReport], event: Event) -> str:
    """What happened, as the first report has it: type and mode, who, against whom, where, when."""
    report = told.get(event.reports[0])
    if report is None:
        return event.type
    who, whom, where = (
        " and ".join(knowledge.name_of(knowledge.who(party)) for party in side) for side in (report.initiator, report.target, report.where)
    )
    kind = report.type if report.mode is None else f"{report.type} ({report.mode})"
    parts = (kind, f"by {who}" if who else "", f"against {whom}" if whom else "", f"at {where}" if where else "")
    return " ".join(filter(None, (*parts, "" if report.when is None else report.when.edtf)))


def _toll(toll: Toll) -> str:
    whose = "" if toll.of is None else f" of {toll.of}"
    return f"{toll.what}{whose} {_number(toll.low)}-{_number(toll.high)} (best {_number(toll.best)})"


def _number(bound: Bound | None) -> str:
    return "?" if bound is None else str(bound.value)


def _by_thing(knowledge: Knowledge, entity: str | None) -> Mapping[tuple[object, ...], list[Assertion]]:
    things: dict[tuple[object, ...], list[Assertion]] = {}
    for made in assertions_of(knowledge):
        if entity is None or entity in (made.subject, made.target):
            unit = made.claim.value.unit if made.claim.predicate == "strength" and made.claim.value is not None else None
            things.setdefault((made.claim.predicate, *made.key, unit, made.negated), []).append(made)
    return things


def _contrast(about: str, left: tuple[str, ...], right: tuple[str, ...], left_holds: str, right_holds: str) -> Contrast:
    believed: Believed = "only left" if not right else "only right" if not left else "both" if left_holds == right_holds else "differs"
    return Contrast(about, believed, left, right, left_holds, right_holds)


def _held(things: list[Assertion]) -> str:
    """What is held of one thing, where it has values; earlier values first, so that the order of the claims makes no difference."""
    if not things:
        return ""
    if things[0].claim.predicate in DATED_ONLY:
        return listed(sorted({time_in_words(made.claim.when) for made in things if made.claim.when is not None}) or ["undated"])
    return listed(sorted({value_in_words(made.claim.value) for made in things})) if things[0].claim.predicate == "strength" else ""


def _ids(things: list[Assertion]) -> tuple[str, ...]:
    return tuple(made.id for made in things)


def _wanted(events: Iterable[Event], reports: set[str] | None) -> list[Event]:
    return [event for event in events if reports is None or not reports.isdisjoint(event.reports)]


def _order(contrast: Contrast) -> tuple[int, str, tuple[str, ...]]:
    return (("differs", "only left", "only right", "both").index(contrast.believed), contrast.about, contrast.left or contrast.right)
