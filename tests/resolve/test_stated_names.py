"""Names that texts give."""

import pytest

from testimonia.resolve.ground import lay_ground
from testimonia.resolve.stated import StatedName, reach_of


def _stated(world):
    return lay_ground(world.referents, world.claims, earlier=(), locate=None).stated


def _reach(name, kind="alias", cls="org", places=frozenset()):
    return reach_of(StatedName("r", name, name.casefold(), kind, ()), cls, places=places)


def test_a_name_stated_twice_is_one_name_with_two_claims(world):
    body = world.org("d1", "Kachin Independence Army")
    claims = tuple(world.claim("known_as", body, text=text, name_kind="acronym") for text in ("KIA", "the KIA"))
    assert [(stated.key, stated.claims) for stated in _stated(world)] == [("kia", claims)]


def test_the_name_that_a_referent_is_filed_under_is_not_stated_again(world):
    body = world.org("d1", "Arakan Army")
    world.claim("known_as", body, text="the Arakan Army")
    assert _stated(world) == ()


def test_a_new_name_is_stated(world):
    body = world.org("d1", "Jabhat al-Nusra")
    world.claim("renamed", body, text="Jabhat Fateh al-Sham")
    assert [stated.kind for stated in _stated(world)] == ["name"]


@pytest.mark.parametrize("fields", [{"polarity": "denied"}, {"stance": "denied"}])
def test_a_denial_is_kept_as_one(world, fields):
    world.claim("known_as", world.org("d1", "Real IRA"), text="Continuity IRA", **fields)
    assert [stated.denied for stated in _stated(world)] == [True]


def test_names_used_side_by_side_carry_no_claim(world):
    world.org("d1", "Liberation Tigers of Tamil Eelam", "LTTE")
    assert [(stated.name, stated.kind, stated.claims) for stated in _stated(world)] == [("LTTE", "acronym", ())]


@pytest.mark.parametrize("name", ["the Brigades", "الكتائب", "Colombia"])
def test_a_name_of_anybody_reaches_nowhere(name):
    assert _reach(name) == "nowhere"


def test_a_bare_place_reaches_nowhere():
    assert _reach("aleppo", places=frozenset({"aleppo"})) == "nowhere"


@pytest.mark.parametrize("name, kind", [("Security Forces", "alias"), ("IS", "acronym"), ("Tigers", "nickname")])
def test_a_name_that_others_may_bear_stays_in_its_document(name, kind):
    assert _reach(name, kind) == "document"


@pytest.mark.parametrize("name", ["FARC", "Yarmouk Brigade", "Taliban", "National Liberation Army"])
def test_a_name_that_tells_reaches_anywhere(name):
    assert _reach(name) == "anywhere"


def test_a_persons_single_name_stays_in_its_document():
    assert _reach("Timochenko", cls="person") == "document"
    assert _reach("Abu Bakr", cls="person") == "anywhere"
