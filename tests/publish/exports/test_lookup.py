"""Lookup names nobody who must not be named, and counts witnesses and disputes."""

from pathlib import Path

import pytest

from testimonia.publish.exports.lookup import NOT_REPEATED, Lookup, country_name, export_data, is_denied, is_reviewed, references
from testimonia.publish.released import Released
from testimonia.publish.statements import UNNAMED

from .releases import claim, document, entity, release, report


@pytest.fixture
def lookup(released: Released) -> Lookup:
    return Lookup(released)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("n-milf", "Moro Islamic Liberation Front"),
        ("Malian soldiers", "Malian soldiers"),
        ("Juan de la Cruz", UNNAMED),
        ("203 terrorists", NOT_REPEATED),
        ("the\nguards\x00", "the guards\ufffd"),
    ],
)
def test_a_label_is_a_name_or_words_that_name_no_private_person_and_take_no_side(lookup: Lookup, reference: str, expected: str) -> None:
    assert lookup.label(reference) == expected


def test_a_bodys_own_name_is_kept_whatever_its_words(tmp_path: Path) -> None:
    held = release(tmp_path / "r", documents=[document()], entities=[entity("n-1", "armed_group", "National Resistance Army")])
    assert Lookup(held).label("n-1") == "National Resistance Army"


def test_witnesses_are_the_most_that_an_agreement_has_and_one_without(lookup: Lookup) -> None:
    assert lookup.witnesses(["c-split"]) == 2
    assert lookup.witnesses(["c-name"]) == 1
    assert lookup.witnesses([]) == 1


def test_disputes_are_found_by_any_of_their_claims(lookup: Lookup) -> None:
    assert lookup.disputes(["c-split2", "c-split"]) == ["x-1"]
    assert lookup.disputes(["c-name"]) == []


def test_a_claim_is_put_into_words(lookup: Lookup, released: Released) -> None:
    words = {row["id"]: lookup.statement(row) for row in released.claims()}
    assert words["c-split"] == "Moro Islamic Liberation Front split from Moro National Liberation Front"
    assert "not" in words["c-not"]
    assert "at least 500 members" in words["c-strength"]


def test_documents_kinds_and_voices(lookup: Lookup) -> None:
    row = report("e", None, attribution=["n-paper", "Juan Dimaano", "a nurse"])
    assert lookup.voices(row) == ["The Davao Paper", UNNAMED, "a nurse"]
    assert lookup.document_of(row)["publisher"] == "The Davao Paper"
    assert lookup.document_of(report("e", None, in_="d-9")) == {"id": "d-9"}
    assert (lookup.kind("n-army"), lookup.kind("soldiers"), lookup.entity(None)) == ("state_force", None, None)


def test_a_denial_is_known_by_words_stance_or_status() -> None:
    denials = (
        claim("c", "a", "founded", polarity="denied"),
        claim("c", "a", "founded", stance="denied"),
        report("e", None, status="denied"),
    )
    assert all(is_denied(row) for row in denials)
    assert not is_denied(claim("c", "a", "founded"))


def test_only_a_persons_word_makes_something_reviewed() -> None:
    states = ("proposed", "contested", "accepted", "corrected")
    assert [is_reviewed(claim("c", "a", "founded", review=state)) for state in states] == [False, False, True, True]


def test_references_country_names_and_lists() -> None:
    assert list(references(claim("c", "a", "part_of", "b"))) == ["a", "b"]
    assert list(references(report("e", None, initiator=["a"], where=["p"]))) == ["a", "p"]
    assert (country_name("ML"), country_name(None), country_name("ZZ")) == ("Mali", None, None)
    assert "civilians" in export_data("sides")
