"""FollowTheMoney's statements keep where each value comes from, and say no more than the claim does."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from testimonia.publish.exports.ftm_statements import LOSSES, Saying, dataset_of, is_a, schema_of, statements
from testimonia.publish.exports.lookup import Lookup
from testimonia.publish.exports.losses import Losses
from testimonia.publish.released import Released

from .releases import CLAIMS, claim, moro, when


@dataclass(frozen=True)
class Statement:
    """One value with where it comes from."""

    whole: Saying
    prop: str
    value: str

    def __getattr__(self, name: str) -> Any:
        return getattr(self.whole, name)


def said(released: Released) -> tuple[list[Statement], Losses]:
    losses = Losses(LOSSES)
    return [Statement(made, *pair) for made in statements(Lookup(released), losses) for pair in made.values], losses


def values(made: list[Statement], entity: str) -> dict[str, list[str]]:
    held: dict[str, list[str]] = {}
    for one in made:
        if one.entity == entity:
            held.setdefault(one.prop, []).append(one.value)
    return held


def test_one_value_in_two_documents_is_two_statements_with_their_words(tmp_path: Path) -> None:
    twice = claim("c-name2", "n-milf", "known_as", in_="d-2", value={"text": "MILF", "lang": "en", "kind": "acronym"})
    made, _ = said(moro(tmp_path / "r", claims=[*CLAIMS, twice]))
    held = {(one.dataset, one.origin, one.quote) for one in made if one.value == "MILF" and one.origin.startswith("c-")}
    assert held == {("testimonia_1", "c-name", "words of c-name"), ("testimonia_2", "c-name2", "words of c-name2")}


def test_what_a_person_accepted_is_not_external_and_all_else_is(released: Released) -> None:
    made, _ = said(released)
    external = {(one.schema, one.origin): one.external for one in made}
    assert not external["Organization", "c-founded2"]
    assert external["Succession", "c-split"]
    assert external["Organization", "n-milf"]
    assert not external["Document", "d-1"]


@pytest.mark.parametrize(
    ("name", "schema", "ends", "role"),
    [
        ("c-split", "Succession", {"predecessor": "n-mnlf", "successor": "n-milf"}, "split from"),
        ("c-member", "Membership", {"member": "n-milf", "organization": "n-union"}, "member of"),
        ("c-role", "Membership", {"member": "n-hashim", "organization": "n-milf"}, "chairman"),
        ("c-area", "UnknownLink", {"subject": "n-milf", "object": "n-basilan"}, "operates in"),
        ("c-against", "UnknownLink", {"subject": "n-milf", "object": "n-battle"}, "opposes"),
    ],
)
def test_ties_take_their_schema_their_ends_and_their_role(
    released: Released, name: str, schema: str, ends: dict[str, str], role: str
) -> None:
    made, _ = said(released)
    held = values(made, name)
    assert {one.schema for one in made if one.entity == name} == {schema}
    assert {prop: held[prop][0] for prop in ends} == ends
    assert (held["role"], held["proof"], held["recordId"]) == ([role], ["d-1"], [name])


def test_a_wing_is_controlled_by_its_body(tmp_path: Path) -> None:
    made, _ = said(moro(tmp_path / "r", claims=[claim("c-wing", "n-milf", "armed_wing_of", "n-mnlf")]))
    held = values(made, "c-wing")
    assert (held["controller"], held["controlled"], held["controlType"]) == (["n-mnlf"], ["n-milf"], ["armed wing of"])


def test_dates_are_given_as_far_as_they_are_entailed(released: Released) -> None:
    made, losses = said(released)
    assert values(made, "n-mnlf")["incorporationDate"] == ["1972-10-21"]
    assert "incorporationDate" not in values(made, "n-milf")
    assert values(made, "c-member")["startDate"] == ["2012"]
    assert "endDate" not in values(made, "c-member")
    assert values(made, "c-split")["date"] == ["1977"]
    assert losses.lost["date"] == 2


def test_denials_and_what_did_not_happen_are_left_out_and_counted(released: Released) -> None:
    made, losses = said(released)
    assert not [one for one in made if one.entity in ("c-not", "ev-3")]
    assert (losses.lost["denied"], losses.lost["not_happened"]) == (2, 1)


def test_what_is_said_of_a_body_alone_goes_to_names_and_notes(released: Released) -> None:
    held = values(said(released)[0], "n-milf")
    assert held["abbreviation"] == ["MILF", "MILF"]
    assert any("at least 500 members" in note for note in held["notes"])
    assert any("a foreign network" in note for note in held["notes"])
    assert values(said(released)[0], "n-hashim")["position"] == ["cleric"]


def test_an_event_involves_bodies_and_tells_of_the_rest_in_words(released: Released) -> None:
    made, losses = said(released)
    held = values(made, "ev-1")
    assert set(held["involved"]) == {"n-milf", "n-army"}
    assert held["location"] == ["Mamasapano"]
    assert any("killed of Philippine Army: 44" in words for words in held["summary"])
    assert set(held["proof"]) == {"d-1", "d-2"}
    assert losses.lost["unnamed"] == 2
    assert not [one for one in made if "Dimaano" in one.value]


def test_mentions_tie_a_document_to_each_body_in_it(released: Released) -> None:
    made, _ = said(released)
    mention = next(one.entity for one in made if one.schema == "Mention" and one.prop == "resolved" and one.value == "n-hashim")
    assert values(made, mention)["document"][0] == "d-1"
    assert not [one for one in made if one.schema == "Mention" and one.value in ("n-basilan", "n-battle")]


def test_a_founder_is_tied_and_the_founding_is_dated(tmp_path: Path) -> None:
    made, _ = said(moro(tmp_path / "r", claims=[claim("c-f", "n-milf", "founded", "n-hashim", **when("1984", "1984-01-01", "1984-12-31"))]))
    assert values(made, "c-f")["object"] == ["n-hashim"]
    assert values(made, "n-milf")["incorporationDate"] == ["1984"]


def test_datasets_schemata_and_what_extends_what(released: Released) -> None:
    assert dataset_of("d-1F:x") == "testimonia_1f_x"
    assert is_a("PublicBody", "LegalEntity")
    assert not is_a("Address", "LegalEntity")
    lookup = Lookup(released)
    assert [schema_of(lookup, name) for name in ("n-army", "n-basilan", "n-battle", "n-hashim", "some men")] == [
        "PublicBody",
        "Address",
        "Event",
        "Person",
        None,
    ]
