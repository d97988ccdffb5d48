"""Safeguards: each breach is caught and names its record."""

from dataclasses import replace

import pytest

from testimonia.codebook.load import load_codebook
from testimonia.errors import RecordError
from testimonia.publish.rows import claim_row
from testimonia.publish.safeguards import check_entity, check_evidence, check_labels, loaded_word, people_with_roles


def test_roles_come_from_claims_founders_authors_and_the_text_beside_a_name(knowledge):
    assert people_with_roles(knowledge, roles={}) >= {"e-Ana Cruz"}
    bare = replace(knowledge, claims=())
    assert people_with_roles(bare, roles={}) == frozenset()
    assert people_with_roles(bare, roles={"e-Ana Cruz": " "}) == frozenset()
    assert people_with_roles(bare, roles={"e-Ana Cruz": "analyst"}) == {"e-Ana Cruz"}
    written = {name: replace(document, author="ana cruz") for name, document in knowledge.documents.items()}
    assert people_with_roles(replace(bare, documents=written), roles={}) == {"e-Ana Cruz"}


def test_a_denied_role_is_no_role(knowledge):
    denied = tuple(replace(claim, polarity="denied") for claim in knowledge.claims)
    assert "e-Ana Cruz" not in people_with_roles(replace(knowledge, claims=denied), roles={})


def test_a_person_without_a_role_is_refused_and_a_body_needs_none(knowledge):
    check_entity(knowledge.entities["e-Example Front"], with_roles=frozenset())
    with pytest.raises(RecordError, match="e-Ana Cruz"):
        check_entity(knowledge.entities["e-Ana Cruz"], with_roles=frozenset())


@pytest.mark.parametrize("label", ["terrorist cells", "Martyrs", "regime_forces", "assassinated"])
def test_a_loaded_label_is_refused(label):
    with pytest.raises(RecordError, match="c-1"):
        check_labels("c-1", (None, "members", label))


@pytest.mark.parametrize("label", ["members", "killed", "small arms", "suicide-attack", "media officer", None])
def test_neutral_labels_pass(label):
    check_labels("c-1", (label,))


def test_a_body_may_call_itself_what_it_likes():
    assert loaded_word("commander of the National Resistance Front", names_too=False) is None
    assert loaded_word("resistance commander", names_too=False) == "resistance"


def test_the_codebooks_list_is_the_one_that_releases_are_kept_free_of():
    words = load_codebook().loaded_words
    assert {loaded_word(f"chief {word}", names_too=False) for word in words} == words
    assert {"freedom", "martyred"} <= words


def test_evidence_must_stand_where_it_says(knowledge):
    row = claim_row(knowledge, knowledge.claims[0])
    check_evidence(row, documents=knowledge.documents)
    moved = {**row, "evidence": [{**row["evidence"][0], "start": 0}]}
    for broken in (moved, {**row, "evidence": []}):
        with pytest.raises(RecordError, match=row["id"]):
            check_evidence(broken, documents=knowledge.documents)
    with pytest.raises(RecordError, match="not among the documents"):
        check_evidence(row, documents={})
