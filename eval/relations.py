"""Relations between parties on re3d, its entities given: typed F1 for five relations.

`python -m eval.relations [--misses] [--rest] [--alone]`. Texts of the US Central Command and the UK government about Syria and Iraq. A
relation of the key is found if a claim or an event report of ours says so of two parties that are the key's two entities: our words overlap
an entity's, or a name of our referent is the entity's. Precision is over our claims and reports of these five kinds whose two parties both
are given entities; what we say of others is not judged.

How ours are theirs: BelongsTo is part_of, member_of, armed_wing_of, affiliated_with, or has_role with a role that does not lead; InChargeOf
is has_role with a role that leads; IsSynonymOf is known_as, renamed, or has_role where the other entity is the role in words ("The
commander, X"); FightingAgainst is opposes or an ASSAULT on somebody; AlliesOf is allied_with, an affiliated_with that is told by a verb of
support, or initiating an event together. What is denied or did not happen tells of no relation. The given entities are handed to the
reader: organisations as they stand, persons and places by their names (`--alone`: they are not).
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from eval.relations_key import (
    FOLDERS,
    RELATIONS,
    SYMMETRICAL,
    Entity,
    KeyedText,
    Relation,
    Stated,
    given_names,
    is_for_measuring,
    load_texts,
    to_document,
)
from eval.row import DataMissingError, Row, shared

from testimonia.model.claim import Claim
from testimonia.model.event import EventReport
from testimonia.model.kinds import EntityClass
from testimonia.model.party import Party
from testimonia.model.reading import Reading
from testimonia.pipeline import reader_name
from testimonia.read import ReadOptions, read_document
from testimonia.read.forms import lemma_of
from testimonia.read.parser.session import load_parser
from testimonia.registry import CLAIM_RULES, EVENT_RULES
from testimonia.resolve.gazetteer import settlement_test
from testimonia.text.names import fold_name, strip_article

DATA = "re3d, a third by hash"
REACH = 0.45
LEADING = frozenset(
    [
        "leader",
        "commander",
        "chief",
        "head",
        "chairman",
        "president",
        "emir",
        "commander-in-chief",
        "director",
        "minister",
        "general",
        "governor",
    ]
)
"""Last words of roles by which a person is in charge of a body; with any other the person belongs to it."""

SUPPORTING = frozenset(
    ["back", "support", "sponsor", "fund", "finance", "arm", "train", "equip", "supply", "provide", "give", "lend", "receive"]
)
"""Verbs of support: a tie told by one of them puts the two on one side, and neither into the other."""
_OF_PREDICATE: dict[str, Relation] = {
    "part_of": "BelongsTo",
    "member_of": "BelongsTo",
    "armed_wing_of": "BelongsTo",
    "affiliated_with": "BelongsTo",
    "opposes": "FightingAgainst",
    "allied_with": "AlliesOf",
}


KINDS_OF: dict[EntityClass | None, frozenset[str]] = {
    "org": frozenset(("Organisation", "Location")),
    "person": frozenset(("Person",)),
    "place": frozenset(("Organisation", "Location")),
    "named_event": frozenset(),
    None: frozenset(("Organisation", "Person")),
}
"""Kinds of given entities that a party can be; a country may stand for its government in either."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a reading knows a referent as."""

    cls: EntityClass
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """One relation that a reading tells, as the given entities that either side may be; `why` shows the claim or report."""

    relation: Relation
    sources: frozenset[Entity]
    targets: frozenset[Entity]
    why: str

    def says(self, stated: Stated) -> bool:
        """Say whether this is a relation of the key.

        Args:
            stated: The key's relation.

        Returns:
            True for the same relation between the same two, in either order where order says nothing.
        """
        if stated.relation != self.relation:
            return False
        straight = stated.source in self.sources and stated.target in self.targets
        return straight or (self.relation in SYMMETRICAL and stated.source in self.targets and stated.target in self.sources)


@dataclass(slots=True)
class Counts:
    """Relations of one kind: of the key with how many found, of ours with how many right."""

    keyed: int = 0
    found: int = 0
    told: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Share of ours that is right; 0 where nothing was told."""
        return self.right / self.told if self.told else 0.0

    @property
    def recall(self) -> float:
        """Share of the key that is found; 0 for an empty key."""
        return self.found / self.keyed if self.keyed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Tally:
    """Counts by relation, and what was wrong."""

    counts: dict[Relation, Counts] = field(default_factory=lambda: {relation: Counts() for relation in RELATIONS})
    missed: list[tuple[str, Stated]] = field(default_factory=list)
    wrong: list[Told] = field(default_factory=list)

    @property
    def together(self) -> Counts:
        """Sum the relations."""
        every = self.counts.values()
        return Counts(sum(c.keyed for c in every), sum(c.found for c in every), sum(c.told for c in every), sum(c.right for c in every))


def measure() -> tuple[Row, ...]:
    """Read the part set aside for measuring and compare with its key.

    Returns:
        Rows for all relations together and for each.

    Raises:
        DataMissingError: The set is not beside the repository.
    """
    return rows_of(_tally(measured=True, given=True))


def rows_of(tally: Tally) -> tuple[Row, ...]:
    """Write the figures of a tally as rows.

    Args:
        tally: What was counted.

    Returns:
        Micro and macro F1, then each relation.
    """
    whole = tally.together
    rows = [Row(DATA, "five relations, micro F1, entities given", whole.f1, whole.keyed, reach=REACH, note=_detail(whole))]
    macro = sum(counts.f1 for counts in tally.counts.values()) / len(tally.counts)
    rows.append(Row(DATA, "five relations, macro F1, entities given", macro, whole.keyed))
    rows += [Row(DATA, f"{relation} F1", counts.f1, counts.keyed, note=_detail(counts)) for relation, counts in tally.counts.items()]
    return tuple(rows)


def _detail(counts: Counts) -> str:
    return f"P {counts.precision:.3f} of {counts.told}, R {counts.recall:.3f}"


def tally_texts(readings: Iterable[tuple[KeyedText, Reading]]) -> Tally:
    """Compare readings with their keys.

    Args:
        readings: Texts, each with what was read from it.

    Returns:
        The counts.
    """
    tally = Tally()
    for item, reading in readings:
        told = list(dict.fromkeys(told_relations(item, reading)))
        for stated in item.relations:
            found = any(one.says(stated) for one in told)
            tally.counts[stated.relation].keyed += 1
            tally.counts[stated.relation].found += found
            if not found:
                tally.missed.append((item.text, stated))
        for one in told:
            right = any(one.says(stated) for stated in item.relations)
            tally.counts[one.relation].told += 1
            tally.counts[one.relation].right += right
            if not right:
                tally.wrong.append(one)
    return tally


def told_relations(item: KeyedText, reading: Reading) -> Iterator[Told]:
    """Give the relations of the key's kinds that a reading tells between given entities.

    Args:
        item: The text with its given entities.
        reading: What was read from it.

    Yields:
        One for each claim and each pair of an event's sides, where both parties are given entities and not one and the same.
    """
    names = {r.id: Known(r.cls, frozenset(map(_folded, (r.name, *r.names)))) for r in reading.referents}
    for claim in reading.claims:
        if claim.polarity == "affirmed":
            for relation, sources, targets in _of_claim(item, claim, names):
                yield from _told(relation, sources, targets, f"{claim.predicate}: {claim.evidence[0].quote}")
    for report in reading.reports:
        if report.status == "happened":
            shown = f"{report.type}: {report.evidence[0].quote}"
            for relation, first, second in _of_report(report):
                yield from _told(relation, _entities(item, first, names), _entities(item, second, names), shown)


def _told(relation: Relation, sources: frozenset[Entity], targets: frozenset[Entity], why: str) -> Iterator[Told]:
    if sources and targets and sources != targets:
        yield Told(relation, sources, targets, " ".join(why.split()))


def _of_claim(item: KeyedText, claim: Claim, names: Mapping[str, Known]) -> Iterator[tuple[Relation, frozenset[Entity], frozenset[Entity]]]:
    subject = _entities(item, claim.subject, names)
    target = frozenset[Entity]() if claim.object is None else _entities(item, claim.object, names)
    role = None if claim.value is None else claim.value.role
    if claim.predicate in ("known_as", "renamed") and claim.value is not None and claim.value.text is not None:
        called = _folded(claim.value.text)
        yield "IsSynonymOf", subject, frozenset(e for e in item.entities if _folded(e.words) == called)
    elif claim.predicate == "has_role" and role is not None:
        yield "InChargeOf" if role.split()[-1] in LEADING else "BelongsTo", subject, target
        yield "IsSynonymOf", subject, _roles(item, claim, names)
    elif claim.predicate == "affiliated_with" and lemma_of(claim.proposal.trigger, claim.proposal.trigger.lower(), "VERB") in SUPPORTING:
        yield "AlliesOf", subject, target
    elif claim.predicate in _OF_PREDICATE:
        yield _OF_PREDICATE[claim.predicate], subject, target


def _roles(item: KeyedText, claim: Claim, names: Mapping[str, Known]) -> frozenset[Entity]:
    """Give the given persons that are a role in words and not a name: in the claim's evidence, with its trigger in them."""
    found = [item.text.find(claim.proposal.trigger, span.start, span.end) for span in claim.evidence]
    known = names.get(claim.subject.referent or "")
    own = {word for name in (known.names if known is not None else ()) for word in name.split()}
    roles = [e for e in item.entities if e.kind == "Person" and any(e.start <= at < e.end for at in found)]
    return frozenset(e for e in roles if not own & set(_folded(e.words).split()))


def _of_report(report: EventReport) -> Iterator[tuple[Relation, Party, Party]]:
    if report.type == "ASSAULT":
        yield from (("FightingAgainst", one, other) for one in report.initiator for other in report.target)
        if not report.target:  # a clash has all its sides as initiators
            yield from (("FightingAgainst", one, other) for one, other in combinations(report.initiator, 2))
            return
    if report.type not in ("CONSULT", "ACCUSE", "REJECT"):  # who talks with somebody is not yet an ally
        yield from (("AlliesOf", one, other) for one, other in combinations(report.initiator, 2))


def _entities(item: KeyedText, party: Party, names: Mapping[str, Known]) -> frozenset[Entity]:
    """Give the given entities that a party is: by its words, or by a name of its referent; a body is no person and no weapon."""
    known = names.get(party.referent or "")
    kinds = KINDS_OF[None if known is None else known.cls]
    return frozenset(
        entity
        for entity in item.entities
        if entity.kind in kinds
        and (
            (party.start is not None and party.end is not None and party.start < entity.end and entity.start < party.end)
            or (known is not None and _folded(entity.words) in known.names)
        )
    )


def _folded(name: str) -> str:
    return fold_name(strip_article(" ".join(name.split())))


def _tally(*, measured: bool, given: bool) -> Tally:
    texts = [item for folder in FOLDERS for item in load_texts(shared("data", "re3d", folder)) if is_for_measuring(item.name) == measured]
    options, parser = ReadOptions(reader_name(), CLAIM_RULES, EVENT_RULES, settlement_test()), load_parser()
    return tally_texts(
        (item, read_document(to_document(item), parser=parser, options=options, names=given_names(item) if given else ())) for item in texts
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures and on request what was wrong.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 measured or nothing to measure.
    """
    parser = argparse.ArgumentParser(prog="python -m eval.relations", description="Measure relations on re3d with its entities given.")
    parser.add_argument("--misses", action="store_true", help="list what was missed and what was wrong")
    parser.add_argument("--rest", action="store_true", help="measure the texts that are not set aside, whose misses may be looked at")
    parser.add_argument("--alone", action="store_true", help="let the reader find the names itself")
    options = parser.parse_args(arguments)
    try:
        tally = _tally(measured=not options.rest, given=not options.alone)
    except DataMissingError as error:
        print(f"relations: not measured. {error}")
        return 0
    for line in told_lines(tally, misses=options.misses):
        print(line)
    return 0


def told_lines(tally: Tally, *, misses: bool) -> Iterator[str]:
    """Put a tally into lines.

    Args:
        tally: What was counted.
        misses: Whether to list what was missed and what was wrong.

    Yields:
        Lines to print.
    """
    for row in rows_of(tally):
        yield f"{row.metric:44} {row.value:.3f} of {row.of:4} {row.note}".rstrip()
    if not misses:
        return
    for text, stated in tally.missed:
        low, high = min(stated.source.start, stated.target.start), max(stated.source.end, stated.target.end)
        around = " ".join(text[max(0, low - 30) : high + 40].split())
        yield f"  missed: {stated.relation}: {stated.source.words} -> {stated.target.words} || {around}"
    for told in sorted(tally.wrong, key=lambda one: one.relation):
        sides = (" / ".join(sorted({e.words for e in side})) for side in (told.sources, told.targets))
        yield f"  wrong: {told.relation}: {' -> '.join(sides)} || {told.why}"


if __name__ == "__main__":
    sys.exit(main())
