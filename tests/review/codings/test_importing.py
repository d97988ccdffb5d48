"""A coder's file becomes decisions: equal accepts, other corrects, new is added, wrong is told, and twice is once."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from testimonia.model.claim import Claim
from testimonia.review import Decider, withdraw
from testimonia.review.codings.base import base_of
from testimonia.review.codings.formats import FORMATS, CoderFile, Format, sheet_of
from testimonia.review.codings.importing import plan_import
from testimonia.store import Store

from ..desk import decider, founded, shelling
from .small import KEY, bring, knowledge_base, told


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with knowledge_base(tmp_path / "kb") as opened:
        yield opened


def coded(**claim: Any) -> dict[str, Any]:
    """The key with fields of its one claim changed."""
    key = copy.deepcopy(KEY)
    key["claims"][0] |= claim
    return key


FOUNDED = {
    "attribution": ["The Mandalay Paper"],
    "subject": "sf",
    "predicate": "founded",
    "object": None,
    "when": "1964",
    "document": "a.txt",
    "evidence": "Shan Front was founded in 1964",
}


def test_what_nobody_said_is_added_with_its_file_and_row_and_whom_it_names(store: Store) -> None:
    plan = bring(store, KEY)
    assert [(one.rule, one.fatal) for one in plan.problems] == [("review.offsets_corrected", False)], (
        "the words of the event stand there twice"
    )
    assert plan.counts == {"added": 2, "names": 2}
    (claim,) = store.claims(document="d-2")
    assert (claim.subject.words, claim.object and claim.object.words, claim.when and claim.when.edtf) == (
        "Karen League",
        "Shan Front",
        "1964",
    )
    assert claim.proposal.reader == "coder:anna"
    (report,) = store.reports(document="d-2")
    assert [party.words for party in report.initiator] == ["SF"]
    assert report.initiator[0].referent == (claim.object and claim.object.referent), "two names of one body are one referent"
    history = [one.comment for one in store.decisions(by="anna")]
    sha = sheet_of(CoderFile("file.json", {"f": json.dumps(KEY, ensure_ascii=False).encode()})).sha256
    assert f"compare the other letter – from file.json, claims[0] (sha256 {sha})" in history
    assert all(sha in comment for comment in history)
    assert {one.name: one.kind for one in store.referents(document="d-2")} == {
        "Karen League": "political_body",
        "Shan Front": "armed_group",
    }


def test_the_same_file_again_adds_nothing(store: Store) -> None:
    bring(store, KEY)
    before = [one.id for one in store.decisions()]
    again = bring(store, KEY, at=1)
    assert (again.decisions, again.judgements) == ([], [])
    assert again.counts == {"on record already": 2}
    assert [one.id for one in store.decisions()] == before


def test_what_equals_a_proposal_accepts_it(store: Store) -> None:
    plan = bring(store, coded(**FOUNDED))
    assert plan.counts == {"accepted": 1, "added": 1, "names": 1, "identity": 1}
    assert store.standing(founded().id).state == "accepted"
    assert [claim.id for claim in store.claims(document="d-1")].count(founded().id) == 1


def test_a_proposal_of_the_same_statement_is_corrected_in_what_differs_and_nothing_else(store: Store) -> None:
    bring(store, coded(**FOUNDED | {"when": "1958"}))
    standing = store.standing(founded().id)
    assert standing.state == "corrected"
    assert isinstance(standing.made, Claim)
    assert standing.made.when is not None and standing.made.when.edtf == "1958"
    assert (standing.made.subject, standing.made.evidence) == (founded().subject, founded().evidence)
    assert bring(store, coded(**FOUNDED | {"when": "1958"}), at=1).decisions == []


def test_what_a_format_has_no_place_for_is_no_difference(store: Store) -> None:
    key = coded(**FOUNDED)
    for field in ("when", "stance", "attribution"):
        del key["claims"][0][field]
    del key["claims"][0]["note"]
    key["claims"][0] |= {"predicate": "strength", "evidence": "It had about 300 fighters", "value": {"low": 300, "high": 300}}
    assert bring(store, key).counts["accepted"] == 1, "the proposal is an estimate, and the file does not say"


def test_an_event_report_is_found_by_its_sides_and_corrected_in_its_figures(store: Store) -> None:
    key = copy.deepcopy(KEY)
    key["claims"] = []
    key["events"] = [
        {
            "type": "ASSAULT",
            "initiator": ["sf"],
            "target": ["a camp"],
            "figures": [{"what": "killed", "low": 3, "high": 3}],
            "document": "d-1",
            "evidence": "the front had shelled a camp",
        }
    ]
    key["entities"][1]["names"].append("the front")
    assert bring(store, key).counts["corrected"] == 1
    made = store.standing(shelling().id).made
    assert made is not None and not isinstance(made, Claim)
    assert [(one.low, one.high) for one in made.figures] == [(3, 3)]
    assert (made.where, made.attribution) == (shelling().where, shelling().attribution)


def test_another_coder_of_the_same_mind_accepts_and_one_of_another_mind_contests(store: Store) -> None:
    bring(store, coded(**FOUNDED), by="anna")
    bring(store, coded(**FOUNDED), by="berta", at=1)
    assert store.standing(founded().id).state == "accepted"
    bring(store, coded(**FOUNDED | {"when": "1958"}), by="clara", at=2)
    assert store.standing(founded().id).state == "contested"
    added = bring(store, KEY, by="berta", at=3)
    assert added.counts == {"added": 1, "on record already": 1, "names": 1}
    assert bring(store, KEY, by="clara", at=4).counts == {"accepted": 1, "on record already": 1}


def test_an_import_can_be_taken_back_decision_by_decision(store: Store) -> None:
    bring(store, KEY)
    for second in range(3):
        store.decide(withdraw(store.last_decision("anna"), decider(second=second + 10)))
    assert (list(store.claims(document="d-2")), list(store.reports(document="d-2"))) == ([], [])
    assert len(list(store.referents(document="d-2"))) == 2, "that a name stands in a text is no claim"


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"predicate": "split_of"}, "review.unknown_code"),
        ({"evidence": "The Karen League never left"}, "review.not_in_text"),
        ({"document": "c.txt"}, "review.document_unknown"),
        ({"when": "the fifties"}, "review.no_date"),
        ({"stance": "shouted"}, "review.unknown_code"),
        ({"subject": "somebody else"}, "review.unnamed_subject"),
        ({"object": None}, "review.breaks_codebook"),
        ({"attribution": "The Lashio Letter"}, "review.no_chain"),
        ({"predicate": "strength", "object": None, "value": {"low": 3, "high": 2}}, "review.breaks_codebook"),
        ({"predicate": "strength", "object": None, "value": {"low": 3, "unit": "terrorists"}}, "review.breaks_codebook"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_the_rest_goes_in(store: Store, change: dict[str, Any], rule: str) -> None:
    plan = bring(store, coded(**change))
    plan.problems = [one for one in plan.problems if one.fatal]
    assert told(plan.problems) == [(rule, "claims[0]")]
    assert plan.problems[0].remedy
    assert plan.counts["added"] == 1
    assert list(store.claims(document="d-2")) == []


def test_a_person_without_a_public_role_is_words_in_a_chain_and_nothing_else(store: Store) -> None:
    key = copy.deepcopy(KEY)
    key["entities"].append({"id": "p", "kind": "person", "name": "Lashio"})
    key["claims"][0]["attribution"] = ["The Lashio Letter", "p"]
    key["events"][0]["target"] = ["p"]
    plan = bring(store, key)
    assert [one.rule for one in plan.problems if one.fatal] == ["review.private_person", "review.private_person"]
    (claim,) = store.claims(document="d-2")
    assert [(voice.words, voice.referent) for voice in claim.attribution.voices][1] == ("Lashio", None)
    assert {one.cls for one in store.referents(document="d-2")} == {"org"}
    key["entities"][-1] |= {"role": "terrorist"}
    assert "review.no_public_role" in [rule for rule, _ in told(bring(store, key, by="berta").problems)]


def test_words_that_take_a_side_and_are_not_in_the_text_are_refused(store: Store) -> None:
    key = copy.deepcopy(KEY)
    key["events"][0]["target"] = ["the occupiers"]
    assert told(bring(store, key).problems) == [("review.loaded_words", "events[0]")]


def test_two_of_one_name_are_kept_apart_and_names_across_documents_are_one(store: Store) -> None:
    key = coded(**FOUNDED)
    key["claims"].append({**KEY["claims"][0]})
    plan = bring(store, key)
    assert [one.verdict for one in plan.judgements] == ["SAME"]
    assert plan.judgements[0].is_human
    assert "entities[1]" in plan.judgements[0].reasons[0]
    assert bring(store, key, at=1).judgements == []


def test_nothing_is_written_where_a_decision_cannot_be_taken(store: Store) -> None:
    raw = json.dumps(coded(**FOUNDED)).encode()
    plan = plan_import(sheet_of(CoderFile("f.json", {"f.json": raw})), base_of(store), Decider("anna", "2024-05-06T07:00:00+00:00"))
    bring(store, coded(**FOUNDED), by="berta")
    before = [one.id for one in store.decisions()]
    with pytest.raises(ValueError, match="berta"):
        store.decide_all(plan.decisions, plan.judgements)
    assert [one.id for one in store.decisions()] == before


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
FIELDS = st.sampled_from(
    [
        "id",
        "kind",
        "name",
        "names",
        "role",
        "document",
        "evidence",
        "subject",
        "predicate",
        "object",
        "value",
        "when",
        "stance",
        "attribution",
        "type",
        "mode",
        "initiator",
        "figures",
        "status",
        "note",
    ]
)
WORDS = st.sampled_from(["kl", "sf", "b", "split_from", "ASSAULT", "SF", "1964", "asserted", "The SF fights on", "person", "founded"])
ROW = st.dictionaries(FIELDS, WORDS | JSON | st.lists(WORDS, max_size=3), max_size=9)
FILE = st.fixed_dictionaries(
    {}, optional={part: JSON | st.lists(ROW, max_size=4) for part in ("documents", "entities", "claims", "events", "disputes")}
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILE | JSON, st.sampled_from(FORMATS))
def test_whatever_a_file_holds_is_a_problem_and_never_an_error(store: Store, held: Any, form: Format) -> None:
    raw = json.dumps(held).encode("utf-8", "surrogatepass")
    plan = plan_import(sheet_of(CoderFile("f", {"f": raw}), form), base_of(store), Decider("anna", "2024-05-06T07:00:00+00:00"))
    assert all(one.remedy and one.rule.startswith("review.") for one in plan.problems)
    assert all(decision.by == "anna" for decision, _ in plan.decisions)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.sampled_from(FORMATS))
def test_whatever_bytes_are_given_are_told_of(store: Store, raw: bytes, form: Format) -> None:
    plan = plan_import(sheet_of(CoderFile("f", {"f": raw}), form), base_of(store), Decider("anna", "2024-05-06T07:00:00+00:00"))
    assert plan.decisions == []
    assert all(one.rule.startswith("review.") for one in plan.problems)
