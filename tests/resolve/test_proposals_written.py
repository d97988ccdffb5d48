"""Judgements of rules, checked before they are written down."""

import pytest

from testimonia.resolve.ground import lay_ground
from testimonia.resolve.proposals import Proposals


@pytest.fixture
def three(world):
    members = [world.org(f"d{at}", name) for at, name in enumerate(["Kachin Army", "Arakan Army", "Wa Army"])]
    return world, members


def _proposals(world):
    return Proposals(lay_ground(world.referents, world.claims, earlier=world.earlier, locate=None))


def test_the_stronger_of_two_judgements_on_a_pair_stays(three):
    world, (left, right, _) = three
    proposals = _proposals(world)
    proposals.add(left, right, "SAME", 0.8, ("one",), rule="x")
    assert proposals.add(right, left, "UNSURE", 0.9, ("two",), rule="y") == "SAME"
    assert len(proposals.judgements) == 1


def test_a_pair_that_a_person_decided_is_left_to_them(three):
    world, (left, right, _) = three
    world.judge(left, right, "UNSURE")
    proposals = _proposals(world)
    assert proposals.add(left, right, "SAME", 0.8, ("one",), rule="x") == "UNSURE"
    assert proposals.judgements == {}


def test_a_judgement_held_back_says_so(three):
    world, (left, right, third) = three
    world.judge(left, third, "DIFFERENT")
    proposals = _proposals(world)
    proposals.add(left, right, "SAME", 0.9, ("one",), rule="x")
    proposals.add(right, third, "SAME", 0.8, ("two",), rule="x")
    settled = proposals.settled(proposals.cluster())
    assert [judgement.verdict for judgement in settled] == ["SAME", "UNSURE"]
    assert "held back" in settled[1].reasons[-1]


def test_a_doubt_that_other_evidence_settled_is_not_kept(three):
    world, (left, right, third) = three
    proposals = _proposals(world)
    proposals.add(left, right, "SAME", 0.9, ("one",), rule="x")
    proposals.add(right, third, "SAME", 0.8, ("two",), rule="x")
    proposals.add(left, third, "UNSURE", 0.4, ("three",), rule="x")
    assert {judgement.verdict for judgement in proposals.settled(proposals.cluster())} == {"SAME"}


def test_a_rule_takes_back_only_what_it_said_itself(three):
    world, (left, right, _) = three
    proposals = _proposals(world)
    proposals.add(left, right, "SAME", 0.9, ("one",), rule="x")
    proposals.withdraw(left, right, rule="y")
    assert len(proposals.judgements) == 1
    proposals.withdraw(left, right, rule="x")
    assert proposals.judgements == {}
