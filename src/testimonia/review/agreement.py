"""Agreement: how far two coders who coded the same documents coded the same.

A unit is a statement that both coded: their words overlap, they are in one section of the codebook, and of one body where they say of whom.
Percent agreement is the share of units coded alike. Krippendorff's alpha takes off what chance alone would give: 1 is full agreement, 0 is
chance, below 0 is worse; None where everything coded is one and the same value, of which nothing follows.

Follows: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A to C: nominal data, any number of coders.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from testimonia.model.claim import Claim, Value
from testimonia.model.decision import Decision, Said, live_decisions
from testimonia.model.party import Party
from testimonia.text.names import fold_name

SECTIONS: Mapping[str, str] = {
    "known_as": "names",
    "renamed": "names",
    "named_after": "names",
    "has_role": "roles",
    **dict.fromkeys(("founded", "dissolved", "ideology", "strength", "states_position", "capability"), "attributes"),
}
"""The section of each predicate; all others are relations, and event reports are events."""
FIELDS = ("code", "other side", "value", "time", "stance", "voices")
"""What is compared of each unit."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """How far two coders agree on one thing: the section, what was coded of it, the units, the share alike, and alpha."""

    section: str
    on: str
    units: int
    percent: float
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Covered:
    """What two coders coded of a section: how much each, and how much both did."""

    section: str
    first: int
    second: int
    both: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two coders on the documents that both coded: what each covered, and how far they agree on what both did."""

    documents: int
    covered: tuple[Covered, ...]
    agreed: tuple[Agreed, ...]


def alpha_nominal(units: Iterable[Sequence[Hashable | None]]) -> float | None:
    """Compute Krippendorff's alpha for nominal data.

    Args:
        units: For each unit the values that coders gave it, None where one gave none.

    Returns:
        Alpha; None where no unit has two values, or all values are one.

    Example:
        >>> alpha_nominal([("a", "a"), ("b", "b"), ("a", "b")])
        0.4444444444444444
    """
    paired = [kept for unit in units if len(kept := [value for value in unit if value is not None]) > 1]
    total = sum(map(len, paired))
    counted = Counter(value for unit in paired for value in unit)
    expected = total * total - sum(number * number for number in counted.values())
    if expected == 0:
        return None
    observed = 0.0
    for unit in paired:
        within = Counter(unit)
        observed += (len(unit) ** 2 - sum(number * number for number in within.values())) / (len(unit) - 1)
    return 1 - (total - 1) * observed / expected


def coded_by(decisions: Iterable[Decision], by: str, originals: Mapping[str, Said]) -> list[Said]:
    """Give what somebody stands by.

    Args:
        decisions: Decisions, oldest first.
        by: Whose.
        originals: Records as they were proposed, by identifier.

    Returns:
        What they accepted, corrected or added; of each record the latest.
    """
    latest = {one.record: one for one in live_decisions(decisions) if one.by == by and one.verdict in ("ACCEPTED", "CORRECTED", "REJECTED")}
    found = ((originals.get(name) if one.made is None else one.made) for name, one in latest.items() if one.verdict != "REJECTED")
    return [said for said in found if said is not None]


def agreement(first: Iterable[Said], second: Iterable[Said], *, same: Mapping[str, str] | None = None) -> Agreement:
    """Say how far two coders agree.

    Args:
        first: What one of them stands by.
        second: What the other one does.
        same: From referent to entity, so that two names of one body count as one.

    Returns:
        Coverage and agreement by section, over the documents that both coded.
    """
    mine, theirs = list(first), list(second)
    shared = {said.document for said in mine} & {said.document for said in theirs}
    mine, theirs = ([said for said in listed if said.document in shared] for listed in (mine, theirs))
    pairs = _matched(mine, theirs, same or {})
    covered, agreed = [], []
    for section in ("names", "relations", "attributes", "roles", "events"):
        units = [pair for pair in pairs if section_of(pair[0]) == section]
        counts = [sum(section_of(said) == section for said in listed) for listed in (mine, theirs)]
        if any(counts):
            covered.append(Covered(section, counts[0], counts[1], len(units)))
        if units:
            agreed += [_agreed(section, on, [tuple(_field(said, on, same or {}) for said in pair) for pair in units]) for on in FIELDS]
            codes = sorted({_code(said) for pair in units for said in pair})
            agreed += [_agreed_on_code(section, code, units) for code in codes]
    return Agreement(len(shared), tuple(covered), tuple(agreed))


def section_of(said: Said) -> str:
    """Say to which section of the codebook a record belongs.

    Args:
        said: A claim or an event report.

    Returns:
        names, relations, attributes, roles or events.
    """
    return SECTIONS.get(said.predicate, "relations") if isinstance(said, Claim) else "events"


def _matched(mine: Sequence[Said], theirs: Sequence[Said], same: Mapping[str, str]) -> list[tuple[Said, Said]]:
    """Pairs of statements of one section and one body with overlapping words, the most alike first, each once."""
    ranked = []
    by_document: dict[str, list[tuple[int, Said]]] = {}
    for at, other in enumerate(theirs):
        by_document.setdefault(other.document, []).append((at, other))
    for number, said in enumerate(mine):
        for at, other in by_document.get(said.document, []):
            shared = min(said.evidence[0].end, other.evidence[0].end) - max(said.evidence[0].start, other.evidence[0].start)
            if shared > 0 and section_of(said) == section_of(other) and _about(said, other, same):
                alike = sum(_field(said, on, same) == _field(other, on, same) for on in FIELDS[:3])
                ranked.append((-alike, -shared, number, at))
    used: tuple[set[int], set[int]] = (set(), set())
    found = []
    for _, _, number, at in sorted(ranked):
        if number not in used[0] and at not in used[1]:
            used[0].add(number)
            used[1].add(at)
            found.append((mine[number], theirs[at]))
    return found


def _about(said: Said, other: Said, same: Mapping[str, str]) -> bool:
    if isinstance(said, Claim) and isinstance(other, Claim):
        return _who(said.subject, same) == _who(other.subject, same)
    return True


def _agreed(section: str, on: str, units: Sequence[tuple[Hashable, ...]]) -> Agreed:
    percent = sum(unit[0] == unit[1] for unit in units) / len(units)
    return Agreed(section, on, len(units), percent, alpha_nominal(units))


def _agreed_on_code(section: str, code: str, units: Sequence[tuple[Said, Said]]) -> Agreed:
    """One code: the share of the units in which either coder used it where both did; alpha of using it or not over all units."""
    used = [tuple(_code(said) == code for said in pair) for pair in units]
    either = [pair for pair in used if any(pair)]
    return Agreed(section, code, len(either), sum(all(pair) for pair in either) / len(either), alpha_nominal(used))


def _code(said: Said) -> str:
    return said.predicate if isinstance(said, Claim) else said.type


def _field(said: Said, on: str, same: Mapping[str, str]) -> Hashable:
    """What was coded, as text that two coders' can be compared by; nothing coded is a value too."""
    if on == "code":
        return _code(said)
    if on == "time":
        return said.when.edtf if said.when is not None else ""
    if on == "stance":
        return said.attribution.stance
    if on == "voices":
        return tuple(_who(voice, same) for voice in said.attribution.voices if voice.how != "publisher")
    if isinstance(said, Claim):
        return _who(said.object, same) if on == "other side" else (said.polarity, *_value(said.value))
    sides = (said.initiator, said.target)
    if on == "other side":
        return tuple(tuple(sorted(_who(party, same) for party in side)) for side in sides)
    return (said.mode or "", said.status, *sorted(f"{one.what} {one.low} {one.high}" for one in said.figures))


def _value(value: Value | None) -> tuple[str, ...]:
    held = value or Value()
    return (fold_name(held.text or ""), fold_name(held.role or ""), str(held.low), str(held.high))


def _who(party: Party | None, same: Mapping[str, str]) -> str:
    if party is None:
        return ""
    return fold_name(party.words) if party.referent is None else same.get(party.referent, party.referent)
