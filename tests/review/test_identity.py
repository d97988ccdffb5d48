"""What people decide on identity, and that every decision can be taken back without a trace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.errors import DecisionError
from testimonia.model.entity import Entity
from testimonia.model.judgement import Feature, Judgement
from testimonia.resolve.clusters import cluster_referents, standing_decisions
from testimonia.review import Decider, keep_apart, make_one, open_questions, part, take_back

ANNA = Decider("anna", "2024-01-01T00:00:00Z", "the communique says so")
KACHIN = Entity("n-1", "armed_group", "Kachin Army", (), ("r-1", "r-2", "r-3"))
ARAKAN = Entity("n-2", "armed_group", "Arakan Army", (), ("r-4",))
TOWN = Entity("n-3", "place", "Laiza", (), ("r-5",))


def _at(second: int, by: str = "anna") -> Decider:
    return Decider(by, f"2024-01-01T00:00:{second:02}Z")


def test_two_are_made_one_with_who_when_and_why():
    judgement, *held = make_one(KACHIN, ARAKAN, ANNA)
    assert (judgement.left, judgement.right, judgement.verdict) == ("r-1", "r-4", "SAME")
    assert (judgement.by, judgement.at, judgement.reasons) == ("anna", "2024-01-01T00:00:00Z", ("the communique says so",))
    assert judgement.is_human
    assert [(one.left, one.right, one.verdict) for one in held] == [("r-1", "r-2", "SAME"), ("r-1", "r-3", "SAME")]


def test_two_made_one_are_one_whatever_another_document_keeps_apart():
    rules = [Judgement(left, right, "SAME", 0.95, (), "rule:same name") for left, right in (("r-1", "r-2"), ("r-4", "r-5"))]
    front, army = (Entity(f"n-{ids[0]}", "armed_group", "One of two", (), ids) for ids in (("r-1", "r-2"), ("r-4", "r-5")))
    decided = make_one(front, army, ANNA)
    assert len(cluster_referents(("r-1", "r-2", "r-4", "r-5"), [*rules, *decided], apart=[("r-2", "r-5")]).clusters) == 1


@pytest.mark.parametrize("by", ["", " ", "rule:mine"])
def test_a_decision_without_anybodys_name_is_refused(by):
    with pytest.raises(DecisionError, match="needs the name"):
        _at(1, by)


def test_two_are_kept_apart():
    assert [judgement.verdict for judgement in keep_apart(KACHIN, ARAKAN, ANNA)] == ["DIFFERENT"]


@pytest.mark.parametrize("decide", [make_one, keep_apart])
def test_what_can_never_be_one_is_refused(decide):
    with pytest.raises(DecisionError, match="one entity already"):
        decide(KACHIN, KACHIN, ANNA)
    with pytest.raises(DecisionError, match="never one"):
        decide(KACHIN, TOWN, ANNA)


def test_a_division_is_exactly_as_decided_whatever_the_rules_say():
    rules = [Judgement(left, right, "SAME", 0.95, (), "rule:same name") for left, right in (("r-1", "r-2"), ("r-2", "r-3"))]
    assert cluster_referents(KACHIN.referents, rules).clusters == (("r-1", "r-2", "r-3"),)
    decided = part(KACHIN, ["r-2"], ANNA)
    assert cluster_referents(KACHIN.referents, [*rules, *decided]).clusters == (("r-1", "r-3"), ("r-2",))


def test_a_division_into_everything_and_nothing_is_refused():
    for leaving in ([], KACHIN.referents):
        with pytest.raises(DecisionError, match="would lose"):
            part(KACHIN, leaving, ANNA)
    with pytest.raises(DecisionError, match="no referent of"):
        part(KACHIN, ["r-4"], ANNA)


def test_the_last_decision_is_taken_back_whole():
    first, second = make_one(KACHIN, ARAKAN, _at(1)), part(KACHIN, ["r-2", "r-3"], _at(2))
    back = take_back([*first, *second], _at(3))
    assert {frozenset((one.left, one.right)) for one in back} == {frozenset((one.left, one.right)) for one in second}
    assert list(standing_decisions([*first, *second, *back]).values()) == list(first)
    further = take_back([*first, *second, *back], _at(4))
    assert standing_decisions([*first, *second, *back, *further]) == {}


def test_who_decided_nothing_has_nothing_to_take_back():
    with pytest.raises(DecisionError, match="berta has decided nothing"):
        take_back(make_one(KACHIN, ARAKAN, ANNA), _at(2, "berta"))


def test_one_persons_undo_leaves_the_others_decision():
    mine, theirs = make_one(KACHIN, ARAKAN, _at(1)), keep_apart(KACHIN, ARAKAN, _at(2, "berta"))
    back = take_back([*mine, *theirs], _at(3))
    assert list(standing_decisions([*mine, *theirs, *back]).values()) == list(theirs)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["SAME", "DIFFERENT"]), st.booleans()), max_size=12))
def test_whatever_was_decided_taking_it_back_restores_what_stood(steps):
    log: list[Judgement] = []
    for second, (pair, verdict, undone) in enumerate(steps):
        before = standing_decisions(log)
        decider = _at(second)
        taken = (Judgement(f"r-{pair}1", f"r-{pair}2", verdict, 1.0, (), decider.by, at=decider.at),)
        log += taken
        if undone:
            log += take_back(log, _at(second + 20))
            assert standing_decisions(log) == before


def test_open_questions_are_listed_once_for_two_entities_the_likeliest_first():
    entities = {one.id: one for one in (KACHIN, ARAKAN, TOWN)}
    entity_of = {referent: one.id for one in entities.values() for referent in one.referents}
    doubt = Feature("units", -0.5, "another sort of body")
    asked = [
        Judgement("r-1", "r-4", "UNSURE", 0.4, (doubt,), "rule:name structure"),
        Judgement("r-4", "r-2", "UNSURE", 0.6, (doubt,), "rule:name structure"),
        Judgement("r-2", "r-3", "UNSURE", 0.7, (doubt,), "rule:name structure"),
        Judgement("r-1", "r-9", "UNSURE", 0.7, (doubt,), "rule:name structure"),
    ]
    (question,) = open_questions(asked, entities, entity_of)
    assert {question.left.id, question.right.id} == {"n-1", "n-2"}
    assert (question.judgement.score, question.others) == (0.6, 1)
    assert open_questions(asked, entities, entity_of, least=0.65) == ()
