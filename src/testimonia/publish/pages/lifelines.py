"""Lifelines: bodies as lines over time, with the splits, mergers and memberships between them.

After the diagrams of the Mapping Militants project, with what those leave out: every bound and every link has its claims, and what is
uncertain, undated, denied or disputed is marked so that it can be drawn so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testimonia.errors import RecordError
from testimonia.model.claim import Claim
from testimonia.model.kinds import EntityKind, Predicate, entity_class
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.ties import Spell, Tie, spell_of, ties_of

KIN: tuple[Predicate, ...] = ("armed_wing_of", "part_of", "member_of", "split_from", "merged_into")
"""Ties by which one body's line leads to another's."""
MOST_LINES = 40
"""Lines in one picture: what fits a page at a height at which names can be read; the rest is listed."""


@dataclass(frozen=True, slots=True)
class Lifeline:
    """One body over time.

    `begins` and `ends` are what voices claim of its founding and its end (a dissolution, a merger into another), each claimed time once.
    `seen_lo` and `seen_hi` are the first and the last day on which anything dated is claimed of it, None where nothing is; between them it
    is drawn as active, outside of them nothing is known.
    """

    id: str
    name: str
    kind: EntityKind
    begins: tuple[Spell, ...]
    ends: tuple[Spell, ...]
    renames: tuple[tuple[str, Spell], ...]
    seen_lo: str | None
    seen_hi: str | None
    disputed: bool


@dataclass(frozen=True, slots=True)
class Lifelines:
    """Lines, the ties between them, and the bodies for which there was no room.

    Lines stand in families: the earliest body first, and under it those that hang on it.
    """

    lines: tuple[Lifeline, ...]
    ties: tuple[Tie, ...]
    left_out: tuple[tuple[str, str], ...]


def kin_of(catalogue: Catalogue, bodies: Iterable[str], *, steps: int = 2) -> tuple[str, ...]:
    """Find the bodies that lines lead to.

    Args:
        catalogue: Where everything is.
        bodies: Ids of the entities to begin from.
        steps: How many ties away a body may be.

    Returns:
        Entity ids, those begun from first, then the nearer before the farther.
    """
    found = dict.fromkeys(bodies)
    edge = list(found)
    for _ in range(steps):
        near = [tie.other(body) for body in edge for tie in ties_of(catalogue, (body,)) if tie.kind in KIN]
        edge = [body for body in dict.fromkeys(near) if body not in found]
        found.update(dict.fromkeys(edge))
    return tuple(found)


def lifelines_of(catalogue: Catalogue, bodies: Sequence[str]) -> Lifelines:
    """Lay bodies out over time.

    Args:
        catalogue: Where everything is, as the lens leaves it.
        bodies: Entity ids, the most important first.

    Returns:
        Their lines and ties; only organisations have lines.

    Raises:
        RecordError: One of them is no entity.
    """
    entities = catalogue.knowledge.entities
    for body in bodies:
        if body not in entities:
            raise RecordError(f"there is no entity {body!r}; look it up by one of its names")
    able = [body for body in dict.fromkeys(bodies) if entity_class(entities[body].kind) == "org"]
    drawn, rest = able[:MOST_LINES], able[MOST_LINES:]
    lines = sorted((_lifeline(catalogue, body) for body in drawn), key=_beginning)
    within = frozenset(drawn)
    ties = [tie for tie in ties_of(catalogue, drawn) if tie.source in within and tie.target in within and tie.kind in KIN]
    return Lifelines(_in_families(lines, ties), tuple(ties), tuple((body, entities[body].name) for body in rest))


def _in_families(lines: Sequence[Lifeline], ties: Sequence[Tie]) -> tuple[Lifeline, ...]:
    """Put under each body those that hang on it, so that ties are short: wings, parts, members and what split from it."""
    hanging: dict[str, list[str]] = {}
    for tie in ties:
        hanging.setdefault(tie.target, []).append(tie.source)
    placed: dict[str, None] = {}
    below = {tie.source for tie in ties}
    # First from the heads of families; what hangs together in a ring has none, and begins with its first.
    waiting = [line.id for line in (*(one for one in lines if one.id not in below), *lines)][::-1]
    order = {line.id: place for place, line in enumerate(lines)}
    while waiting:
        body = waiting.pop()
        if body not in placed:
            placed[body] = None
            waiting += sorted(hanging.get(body, ()), key=order.__getitem__, reverse=True)
    by_id = {line.id: line for line in lines}
    return tuple(by_id[body] for body in placed)


def _lifeline(catalogue: Catalogue, body: str) -> Lifeline:
    entity = catalogue.knowledge.entities[body]
    claims = [catalogue.claims[key] for key in catalogue.about.get(body, ())]
    own = [claim for claim in claims if catalogue.knowledge.who(claim.subject) == body and claim.polarity == "affirmed"]
    bounds = [claim for claim in own if claim.predicate in ("founded", "dissolved", "split_from", "merged_into")]
    days = [day for spell in _dated(catalogue, body, claims) for day in (spell.lo, spell.hi) if day is not None]
    return Lifeline(
        id=body,
        name=entity.name,
        kind=entity.kind,
        begins=_spells(claim for claim in bounds if claim.predicate in ("founded", "split_from")),
        ends=_spells(claim for claim in bounds if claim.predicate in ("dissolved", "merged_into")),
        renames=tuple(
            (claim.value.text, spell_of(claim.when, (claim.id,)))
            for claim in own
            if claim.predicate == "renamed" and claim.value and claim.value.text
        ),
        seen_lo=min(days, default=None),
        seen_hi=max(days, default=None),
        disputed=any(claim.id in catalogue.disputed for claim in bounds),
    )


def _spells(claims: Iterable[Claim]) -> tuple[Spell, ...]:
    """Each claimed time once, the earliest first; what is undated says nothing of where a line begins."""
    times: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.when is not None:
            times.setdefault(claim.when.edtf, []).append(claim)
    spells = (spell_of(told[0].when, tuple(claim.id for claim in told)) for told in times.values())
    return tuple(sorted(spells, key=lambda spell: (spell.lo or spell.hi or "", spell.edtf)))


def _dated(catalogue: Catalogue, body: str, claims: Iterable[Claim]) -> Iterable[Spell]:
    """Every time at which something is claimed of a body; what is planned, denied or only supposed shows nobody alive."""
    for claim in claims:
        if claim.polarity == "affirmed" and claim.predicate not in ("named_after", "dissolved"):
            yield spell_of(claim.when, ())
    for key in catalogue.told_of.get(body, ()):
        report = catalogue.reports[key]
        if report.status == "happened":
            yield spell_of(report.when, ())


def _beginning(line: Lifeline) -> tuple[bool, str, str]:
    first = next((spell.lo or spell.hi for spell in line.begins if spell.lo or spell.hi), None) or line.seen_lo
    return (first is None, first or "", line.name)
