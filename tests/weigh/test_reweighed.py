"""What stands and what is weighed anew are together what weighing everything finds, after every change."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.weigh.held import Held
from tests.weigh.test_snapshots import merged, part_of, written

from testimonia.model.claim import Claim
from testimonia.model.document import Document
from testimonia.model.event import Event
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.reweighed import Finding, Unit
from testimonia.weigh.findings import weigh_knowledge
from testimonia.weigh.reweighed import reweigh
from testimonia.weigh.snapshots import Weighing

Held_ = dict[Unit, tuple[Finding, ...]]


def everything(findings: Findings) -> dict[str, Finding]:
    return {one.id: one for one in (*findings.events, *findings.corroborations, *findings.disputes)}


def again(knowledge: Knowledge, held: Held_) -> tuple[Held_, int]:
    """Weigh what has changed, and hold it against weighing everything."""
    made = reweigh(Weighing(Held(knowledge)), held.keys())
    now = {unit: held[unit] for unit in made.stands} | dict(made.found)
    found: dict[str, Finding] = {}
    for findings in now.values():
        for one in findings:
            assert found.setdefault(one.id, one) == one
    assert found == everything(weigh_knowledge(knowledge))
    return now, len(made.found)


@pytest.mark.parametrize("seed", (4, 5, 6))
def test_after_every_change_it_is_as_if_everything_were_weighed_anew(seed):
    knowledge, chance = written(seed), random.Random(seed)
    waiting = list(knowledge.documents)
    chance.shuffle(waiting)
    told: list[str] = []
    held: Held_ = {}
    for size in (len(waiting) // 2, 1, 0, 3, 10, -1, len(waiting)):
        told, waiting = told + waiting[: max(size, 0)], waiting[max(size, 0) :]
        if size == 0:
            pair = chance.sample(sorted(name for name, one in knowledge.entities.items() if one.kind == "armed_group"), 2)
            knowledge = merged(knowledge, *pair)
        if size < 0:
            told = told[5:]
        held, _ = again(part_of(knowledge, told), held)
    assert len(held) > 100


def test_where_nothing_has_changed_nothing_is_weighed(tmp_path):
    knowledge = written(4)
    held, first = again(knowledge, {})
    assert first == len(held) and again(knowledge, held)[1] == 0


@pytest.mark.parametrize("kind", ("armed_group", "person", "media", "party", "place"))
def test_another_name_of_somebody_is_written_wherever_it_stood(kind):
    knowledge = written(5)
    held, _ = again(knowledge, {})
    entities = {name: replace(one, name=f"New {one.name}") if one.kind == kind else one for name, one in knowledge.entities.items()}
    assert again(replace(knowledge, entities=entities), held)[0]


def bonds_of(knowledge: Knowledge, chance: random.Random) -> Iterator[Claim]:
    """Claims of a new document that somebody who is quoted on other things is, was or is no longer of some body's side."""
    voices = {r: party for c in knowledge.claims for party in c.attribution.voices[1:] if (r := party.referent) in knowledge.entity_of}
    bodies = {r: c.subject for c in knowledge.claims if (r := c.subject.referent) in knowledge.entity_of}
    pattern = next(claim for claim in knowledge.claims if claim.predicate == "part_of" and claim.polarity == "affirmed")
    times = [claim.when for claim in knowledge.claims if claim.predicate == "part_of"]
    for number in range(40):
        ends = chance.choice(list(voices.values())), chance.choice(list(bodies.values()))
        span = replace(pattern.evidence[0], document="late", start=20 * number, end=20 * number + 9)
        predicate = chance.choice(("part_of", "armed_wing_of", "has_role", "split_from"))
        yield replace(
            pattern, document="late", predicate=predicate, subject=ends[0], object=ends[1], evidence=(span,), when=chance.choice(times)
        )


@pytest.mark.parametrize("seed", (4, 5, 6, 7))
def test_bonds_learned_late_are_followed_to_findings_of_other_documents(seed):
    knowledge, chance = written(seed), random.Random(seed)
    late = list(bonds_of(knowledge, chance))
    documents = dict(knowledge.documents) | {"late": Document("late", "late.txt", "0", "text/plain", "", publisher="The Late Paper")}
    held, _ = again(replace(knowledge, documents=documents), {})
    told = frozenset[str]()
    for size in (1, 2, 5, 20, 40, 12):
        known = replace(knowledge, documents=documents, claims=(*knowledge.claims, *late[:size]))
        before = held
        held, _ = again(known, held)
        new = [one for unit, findings in held.items() if unit not in before for one in findings]
        told |= {name for one in new if not isinstance(one, Event) for name in one.claims}
    assert told - {claim.id for claim in late}, "no finding of another document followed"


def test_what_a_register_says_of_a_side_changes_the_reasons():
    knowledge = written(6)
    held, _ = again(knowledge, {})
    body = next(one for one in knowledge.entities.values() if one.kind == "armed_group")
    sources = {name: replace(one, side=body.name) for name, one in knowledge.sources.items()}
    assert again(replace(knowledge, sources=sources), held)[1] > 0
