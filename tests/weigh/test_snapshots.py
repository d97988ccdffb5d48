"""Snapshots: weighing columns finds word for word what weighing records finds, at once and after every change."""

import json
import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from bench.synthetic import corpus
from bench.synthetic import knowledge_of as put_together
from tests.weigh.held import Held

from testimonia.model.entity import Entity
from testimonia.model.knowledge import Knowledge
from testimonia.pipeline import build
from testimonia.store import open_store
from testimonia.store.snapshot import Snapshot
from testimonia.weigh.columns import columns_of, identity_columns
from testimonia.weigh.copies import copies_of
from testimonia.weigh.findings import weigh_knowledge
from testimonia.weigh.snapshots import Kept, Weighing, listed_disputes

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "weigh"
SEEDS = (4, 5, 6)
CLAIMS = 1_200


@cache
def written(seed: int) -> Knowledge:
    return put_together(list(corpus(CLAIMS, seed=seed, texts=True)))[0]


def part_of(knowledge: Knowledge, documents: list[str]) -> Knowledge:
    chosen = set(documents)
    return replace(
        knowledge,
        documents={name: knowledge.documents[name] for name in documents},
        claims=tuple(claim for claim in knowledge.claims if claim.document in chosen),
        reports=tuple(report for report in knowledge.reports if report.document in chosen),
    )


def merged(knowledge: Knowledge, one: str, other: str) -> Knowledge:
    """Decide that two entities are one."""
    first, second = knowledge.entities[one], knowledge.entities[other]
    both: Entity = replace(first, names=(*first.names, *second.names), referents=(*first.referents, *second.referents))
    entities = {name: entity for name, entity in knowledge.entities.items() if name != other} | {one: both}
    return replace(knowledge, entities=entities, entity_of={r: one if e == other else e for r, e in knowledge.entity_of.items()})


@pytest.mark.parametrize("seed", SEEDS)
def test_a_snapshot_gives_the_findings_that_records_give(seed, tmp_path):
    knowledge = written(seed)
    documents = list(knowledge.documents)
    with Snapshot(tmp_path) as snapshot:
        for half in (documents[::2], documents[1::2]):
            snapshot.add(columns_of(part_of(knowledge, half)))
        snapshot.replace(identity_columns(knowledge, copies_of(knowledge.documents)))
        found = Weighing(snapshot).findings()
    wanted = weigh_knowledge(knowledge)
    assert found.events == wanted.events
    assert found.corroborations == wanted.corroborations
    assert found.disputes == wanted.disputes
    assert len(found.disputes) > 50


@pytest.mark.parametrize("seed", SEEDS)
def test_groups_that_agree_have_as_many_witnesses_as_their_sentences_say(seed, tmp_path):
    knowledge = written(seed)
    with Snapshot(tmp_path) as snapshot:
        snapshot.add(columns_of(knowledge))
        snapshot.replace(identity_columns(knowledge, copies_of(knowledge.documents)))
        weighing = Weighing(snapshot)
        agreed = weighing.agreements()
        assert [made.witnesses for made in weighing.corroborations(agreed.groups)] == agreed.witnesses.tolist()
    assert {1, 2, 3} <= set(agreed.witnesses.tolist())


@pytest.mark.parametrize("seed", SEEDS)
def test_after_every_change_what_is_kept_and_what_is_weighed_again_are_what_all_would_give(seed, tmp_path):
    knowledge, chance = written(seed), random.Random(seed)
    waiting = list(knowledge.documents)
    chance.shuffle(waiting)
    told, kept, reused = list[str](), Kept(), 0
    with Snapshot(tmp_path) as snapshot:
        for size in (len(waiting) // 2, 1, 0, 3, 0, 10, len(waiting)):
            if size == 0:
                pair = chance.sample(sorted(name for name, one in knowledge.entities.items() if one.kind == "armed_group"), 2)
                knowledge = merged(knowledge, *pair)
            new, waiting = waiting[:size], waiting[size:]
            told += new
            part = part_of(knowledge, told)
            snapshot.add(columns_of(part_of(knowledge, new)))
            snapshot.replace(identity_columns(knowledge, copies_of(part.documents)))
            weighing = Weighing(snapshot)
            again = weighing.disputes(earlier=kept)
            reused += len(again.keys() & kept.keys())
            kept = again
            wanted = weigh_knowledge(part)
            claims = {claim.id for claim in part.claims}
            assert listed_disputes(kept) == tuple(one for one in wanted.disputes if one.claims[0] in claims)
            assert weighing.findings() == wanted
    assert reused > 100


def test_a_name_that_changes_is_written_anew_in_disputes_that_were_kept(tmp_path):
    knowledge = written(4)
    copies = copies_of(knowledge.documents)
    with Snapshot(tmp_path) as snapshot:
        snapshot.add(columns_of(knowledge))
        snapshot.replace(identity_columns(knowledge, copies))
        kept = Weighing(snapshot).disputes()
        renamed = replace(knowledge, entities={name: replace(one, name=f"New {one.name}") for name, one in knowledge.entities.items()})
        snapshot.replace(identity_columns(renamed, copies))
        found = listed_disputes(Weighing(snapshot).disputes(earlier=kept))
    claims = {claim.id for claim in knowledge.claims}
    assert found == tuple(one for one in weigh_knowledge(renamed).disputes if one.claims[0] in claims)


def test_only_the_blocks_that_are_touched_are_asked_about(tmp_path):
    knowledge = written(4)
    with Snapshot(tmp_path) as snapshot:
        snapshot.add(columns_of(knowledge))
        snapshot.replace(identity_columns(knowledge, {}))
        weighing = Weighing(snapshot)
        everything = weighing.agreements()
        touched = np.unique(everything.groups.block)[:5]
        some = weighing.agreements(touched=touched)
    wanted = np.isin(everything.groups.block, touched)
    assert sorted(some.witnesses.tolist()) == sorted(everything.witnesses[wanted].tolist())
    assert set(some.groups.block.tolist()) == set(touched.tolist())


def test_a_snapshot_of_nothing_holds_nothing(tmp_path):
    nothing = Knowledge({}, {}, {}, {}, (), ())
    with Snapshot(tmp_path) as snapshot:
        snapshot.add(columns_of(nothing))
        snapshot.replace(identity_columns(nothing, {}))
        assert Weighing(snapshot).findings() == weigh_knowledge(nothing)


@pytest.mark.parametrize("file", sorted(CASES.glob("*.jsonl")), ids=lambda file: file.stem)
def test_every_case_that_coders_wrote_is_weighed_alike_in_columns(knowledge_of, file):
    for line in file.read_text("utf-8").splitlines():
        case = json.loads(line)
        knowledge = knowledge_of(**case)
        found, wanted = Weighing(Held(knowledge)).findings(), weigh_knowledge(knowledge)
        assert (case["label"], found) == (case["label"], wanted)


def test_the_demonstration_is_weighed_alike_in_columns(tmp_path):
    build([ROOT / "demo"], tmp_path / "kb")
    with open_store(tmp_path / "kb") as store:
        knowledge = store.knowledge(texts=True)
        assert Weighing(Held(knowledge)).findings() == store.findings()
        assert len(knowledge.claims) > 50
