"""Kinds by claims, votes, publishing and head words, in this order."""

from dataclasses import replace

import pytest

from testimonia.model.claim import Attribution, Proposal
from testimonia.model.document import Document, Source
from testimonia.model.event import EventReport
from testimonia.model.evidence import Evidence
from testimonia.model.party import Party
from testimonia.resolve.kinds import kind_of_head


def _document(publisher):
    return Document("d1", "d1.txt", "0" * 64, "text/plain", "words", publisher=publisher)


def test_a_stated_wing_and_its_body(world):
    wing, body = world.org("d1", "New People's Army", kind="armed_group"), world.org("d1", "Communist Party of the Philippines")
    world.claim("armed_wing_of", wing, body)
    assert (world.entity(wing).kind, world.entity(body).kind) == ("armed_wing", "political_body")


def test_a_denied_wing_is_none(world):
    wing, body = world.org("d1", "Arakan Army", kind="armed_group"), world.org("d1", "Rakhine Party", kind="political_body")
    world.claim("armed_wing_of", wing, body, polarity="denied")
    assert world.entity(wing).kind == "armed_group"


def test_what_has_members_is_a_coalition(world):
    group, room = world.org("d1", "Arakan Army"), world.org("d1", "Three Brotherhood Alliance", kind="armed_group")
    world.claim("member_of", group, room)
    assert world.entity(room).kind == "coalition"


def test_an_organisation_of_states_stays_one(world):
    state, union = world.org("d1", "Mali"), world.org("d1", "African Union", kind="intergovernmental")
    world.claim("member_of", state, union)
    assert world.entity(union).kind == "intergovernmental"


def test_the_most_frequent_vote_counts_and_of_equals_the_earliest(world):
    referents = [world.org(f"d{at}", "Arakan Army", kind=kind) for at, kind in enumerate(["political_body", "armed_group", "armed_group"])]
    assert world.entity(referents[0]).kind == "armed_group"
    del world.referents[2]
    assert world.entity(referents[0]).kind == "political_body"


def test_a_vote_for_another_class_does_not_count(world):
    assert world.entity(world.org("d1", "Arakan Army", kind="place")).kind == "armed_group"


def _assault(document, *initiators, status="happened"):
    parties = tuple(Party(one, one) for one in initiators)
    told = Attribution((Party("The Daily Example", None, "publisher"),))
    words = (Evidence(document, 0, 5, "words"),)
    return EventReport(document, "ASSAULT", told, words, Proposal("test", "test"), initiator=parties, status=status)


def test_what_is_told_to_have_attacked_is_an_armed_group(world):
    body, other = world.org("d1", "Zarabia"), world.org("d1", "Qomala")
    world.claim("known_as", body, text="Z", name_kind="acronym")
    assert world.entity(body).kind == "political_body"
    assert world.entity(body, reports=[_assault("d1", body)]).kind == "armed_group"
    assert world.entity(body, reports=[_assault("d1", body, status="denied")]).kind == "political_body"
    assert world.entity(other, reports=[_assault("d1", body)]).kind == "civil_org"


def test_of_a_party_and_fighters_what_attacked_is_an_armed_group(world):
    referents = [world.org(f"d{at}", "Rakhine Congress", kind=kind) for at, kind in enumerate(["political_body", "armed_group"])]
    assert world.entity(referents[0]).kind == "political_body"
    assert world.entity(referents[0], reports=[_assault("d1", referents[1])]).kind == "armed_group"


def test_what_has_a_commander_is_an_armed_group(world):
    body, leader = world.org("d1", "Zarabia"), world.person("d1", "Salva Okello")
    world.claim("has_role", leader, body, role="deputy commander")
    assert world.entity(body).kind == "armed_group"


def test_a_publisher_is_media_unless_known_otherwise(world):
    publisher = world.org("d1", "Irrawaddy")
    assert world.entity(publisher, documents={"d1": _document("The Irrawaddy")}).kind == "media"
    world.referents[0] = replace(world.referents[0], kind="armed_wing")
    assert world.entity(publisher, documents={"d1": _document("The Irrawaddy")}).kind == "armed_wing"


@pytest.mark.parametrize(
    "kind, expected", [("ngo", "civil_org"), ("intergovernmental", "intergovernmental"), ("partisan_media", "media"), (None, "media")]
)
def test_the_register_says_what_a_publisher_is(world, kind, expected):
    publisher = world.org("d1", "Irrawaddy")
    sources = {"Irrawaddy": Source("Irrawaddy", kind)}
    assert world.entity(publisher, documents={"d1": _document("Irrawaddy")}, sources=sources).kind == expected


@pytest.mark.parametrize(
    "name, expected",
    [
        ("Kachin Independence Army", "armed_group"),
        ("Armed Forces of the Philippines", "state_force"),
        ("Ministry of Defence", "government"),
        ("Zabul", None),
    ],
)
def test_head_words(name, expected):
    assert kind_of_head(name) == expected


def test_who_is_said_to_fight_is_an_armed_group_and_others_are_not(world):
    fighting, spoken, named = (world.org("d1", name) for name in ("Zabul", "Nasaf", "Qorba"))
    world.claim("strength", fighting)
    world.claim("states_position", spoken, text="words")
    assert [world.entity(one).kind for one in (fighting, spoken, named)] == ["armed_group", "political_body", "civil_org"]


def test_events_and_places_are_what_they_are(world):
    event = world.name("named_event", "d1", "Battle of Marawi")
    assert world.entity(event).kind == "named_event"
    assert world.entity(world.place("d1", "Marawi")).kind == "place"
