"""Whom a file names, which referents of a document they are, and who stays out."""

from typing import Any

import pytest

from testimonia.model.identifiers import identify
from testimonia.model.referent import referent_id
from testimonia.review.codings.cast import Cast, Naming, cast_of, is_public_role, named_here
from testimonia.review.codings.sheet import Entry, Sheet

from ..desk import FRONT, desk
from .small import OTHER


def cast(*rows: dict[str, Any], **parts: Any) -> tuple[Cast, list[str]]:
    entities = tuple(Entry("f", f"entities[{number}]", row) for number, row in enumerate(rows))
    found, problems = cast_of(Sheet("f", "00", entities=entities, **parts))
    return found, [one.rule for one in problems]


SHAN = {"id": "sf", "kind": "armed_group", "name": "Shan Front", "names": ["SF", {"text": "The Shan Front"}, 3]}


def test_names_are_gathered_and_one_name_of_two_names_nobody() -> None:
    found, problems = cast(SHAN, {"id": "x", "kind": "political_body", "name": "SF"})
    assert problems == []
    assert (found.called("Shan Front"), found.called("SF"), found.called("sf")) == (found.by_key["sf"], None, found.by_key["sf"])
    assert found.by_key["sf"].names == ("Shan Front", "SF", "The Shan Front")


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ({"kind": "army", "name": "X"}, "review.unknown_code"),
        ({"kind": "armed_group", "name": "..."}, "review.no_name"),
        ({"kind": "armed_group"}, "review.no_name"),
        ({"kind": "person", "name": "X", "role": "resident"}, "review.no_public_role"),
        ({"kind": "person", "name": "X"}, "review.private_person"),
    ],
)
def test_what_is_no_entity_of_the_codebook_is_told(row: dict[str, Any], rule: str) -> None:
    assert cast(row)[1] == [rule]


def test_a_role_that_the_file_itself_claims_makes_a_person_public() -> None:
    claim = {"predicate": "has_role", "subject": "p", "value": {"role": "spokesman"}}
    person = {"id": "p", "kind": "person", "name": "U Example"}
    assert cast(person, claims=(Entry("f", "claims[0]", claim),))[1] == []
    assert cast(person, claims=(Entry("f", "claims[0]", claim | {"polarity": "denied"}),))[1] == ["review.private_person"]
    assert is_public_role("military spokesman")
    assert not is_public_role("resident")


def test_a_referent_that_the_document_has_is_taken_and_else_one_is_made_of_the_names_that_stand_there() -> None:
    found, _ = cast(SHAN)
    known = Naming(desk().document, desk().referents, found)
    assert known.referents_of(found.by_key["sf"]) == (FRONT.id,)
    assert known.new == {}
    fresh = Naming(OTHER, {}, found)
    (made,) = fresh.referents_of(found.by_key["sf"])
    assert fresh.new[made].names == ("Shan Front", "SF")
    assert {one.quote for one in fresh.mentions.values()} == {"Shan Front", "SF"}
    assert fresh.has(found.by_key["sf"])


def test_a_name_within_a_longer_one_of_somebody_else_does_not_stand_there() -> None:
    found, _ = cast({"id": "f", "kind": "armed_group", "name": "Front"}, SHAN)
    naming = Naming(OTHER, {}, found)
    assert naming.referents_of(found.by_key["f"]) == ()
    assert found.longer("Front") == {"Shan Front", "The Shan Front"}


def test_referents_of_a_release_are_those_whose_identifiers_follow_from_a_name() -> None:
    one, two = (referent_id("d-2", "org", key) for key in ("shan front", "sf"))
    row = SHAN | {"id": identify("n", two), "referents": [one, two, "r-elsewhere"]}
    found, _ = cast(row)
    naming = Naming(OTHER, {}, found)
    assert naming.released(found.by_key[row["id"]]) == (two, one), "the founder stays first"
    assert list(named_here(found, "d-2", {})) == [found.by_key[row["id"]]]
    assert Naming(desk().document, {}, found).released(found.by_key[row["id"]]) == ()


def test_the_publisher_is_named_by_publishing() -> None:
    found, _ = cast({"id": "p", "kind": "media", "name": "The Lashio Letter"})
    naming = Naming(OTHER, {}, found)
    assert [naming.new[one].name for one in naming.referents_of(found.by_key["p"])] == ["The Lashio Letter"]
    assert naming.stands(found.by_key["p"], (0, 10)) is None
