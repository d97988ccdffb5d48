"""Rows: what stands for a party, and values by predicate."""

from dataclasses import replace

import pytest

from testimonia.model.claim import Value
from testimonia.model.event import Figure
from testimonia.model.party import Party
from testimonia.publish.rows import claim_row, document_row, entity_row, is_name_in_passing, is_private, reference, references, report_row
from testimonia.publish.statements import statement_of_report


def test_a_private_person_is_no_reference(knowledge):
    jane = knowledge.claims[5].subject
    assert is_private(knowledge, jane)
    assert reference(knowledge, jane) is None
    assert references(knowledge, (jane, Party("soldiers"), Party("soldiers"), knowledge.claims[0].subject)) == [
        "soldiers",
        "e-Example Front",
    ]


def test_a_described_object_stands_in_the_value(knowledge):
    row = claim_row(knowledge, replace(knowledge.claims[2], object=Party("a banned party")))
    assert row["object"] is None
    assert row["value"] == {"text": "a banned party"}


def test_values_have_the_fields_of_their_predicate(knowledge):
    named = replace(knowledge.claims[0], predicate="known_as", value=Value(text="EF", language="en", name_kind="acronym"))
    assert claim_row(knowledge, named)["value"] == {"text": "EF", "lang": "en", "kind": "acronym"}
    assert claim_row(knowledge, knowledge.claims[3])["value"] == {"role": "spokesman"}
    assert claim_row(knowledge, knowledge.claims[0])["value"] is None


def test_coordinates_carry_the_gazetteers_credit_and_nothing_else_does(knowledge):
    given = {entity.kind: entity_row(entity)["credit"] for entity in knowledge.entities.values()}
    assert given["place"] == "GeoNames, CC BY 4.0"
    assert {credit for kind, credit in given.items() if kind != "place"} == {None}


def test_a_documents_text_is_no_part_of_a_release(knowledge):
    document = knowledge.documents["d-a"]
    assert document.text not in document_row(document).values()


@pytest.mark.parametrize("words", ["Juan de la Cruz", "Jane Doe", "Khashan", "Abd al-Qader Mardi", "عبد القادر"])
def test_a_bare_name_is_no_participant(knowledge, words):
    assert is_name_in_passing(Party(words))
    report = replace(knowledge.reports[0], target=(Party(words),), figures=(Figure("killed", Party(words), 1, 1),))
    row = report_row(knowledge, report, event=None)
    assert row["target"] == []
    assert row["figures"] == [{"what": "killed", "of": None, "low": 1, "high": 1}]
    assert words not in statement_of_report(knowledge, report)


@pytest.mark.parametrize("words", ["a Malian man", "suspected insurgents", "Malians", "the Philippine army", "eight Colombians"])
def test_a_description_is_a_participant(words):
    assert not is_name_in_passing(Party(words))
