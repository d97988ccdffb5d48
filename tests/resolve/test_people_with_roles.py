"""People: entities only with a public role, joined only by their full name."""

import pytest

from testimonia.resolve.people import is_public_role


def test_a_person_without_a_public_role_is_no_entity(world):
    world.person("d1", "Maria Lopez")
    assert world.resolve().entities == ()


def test_a_person_without_a_public_role_is_compared_with_nobody(world):
    known, private = world.person("d1", "Juan Perez Gomez", role="spokesman"), world.person("d2", "Juan Perez Gomez")
    resolution = world.resolve()
    assert resolution.judgements == ()
    assert set(resolution.entity_of()) == {known}
    assert private not in resolution.entity_of()


def test_a_role_in_a_claim_makes_a_person_public(world):
    person, body = world.person("d1", "Juan Perez"), world.org("d1", "National Liberation Army")
    world.claim("has_role", person, body, role="commander")
    assert world.entity(person).kind == "person"


@pytest.mark.parametrize(
    "fields", [{"role": "resident"}, {"role": "fighter"}, {"role": "commander", "polarity": "denied"}, {"role": "wife of a commander"}]
)
def test_a_role_that_is_not_public_makes_no_entity(world, fields):
    world.claim("has_role", world.person("d1", "Juan Perez"), **fields)
    assert world.resolve().entities == ()


def test_one_full_name_with_a_public_role_in_both_documents_is_one_person(world):
    left, right = world.person("d1", "General Juan Perez", role="general"), world.person("d2", "Juan Perez", role="commander")
    assert world.one(left, right)


def test_a_single_name_never_ties_two_documents(world):
    left, right = world.person("d1", "Timochenko", role="leader"), world.person("d2", "Timochenko", role="leader")
    assert not world.one(left, right)
    world.claim("known_as", left, text="Tanja", name_kind="nickname")
    assert not world.one(left, world.person("d3", "Tanja", role="negotiator"))


def test_one_name_with_roles_in_two_bodies_stays_open(world):
    left, right = world.person("d1", "Juan Perez", role="leader"), world.person("d2", "Juan Perez", role="leader")
    world.claim("has_role", left, world.org("d1", "National Liberation Army"), role="leader")
    world.claim("has_role", right, world.org("d2", "Clan del Golfo"), role="leader")
    assert not world.one(left, right)
    assert world.verdict(left, right) == "UNSURE"


def test_a_stated_full_alias_ties_two_documents(world):
    left, right = world.person("d1", "Rodrigo Londono", role="leader"), world.person("d2", "Timoleon Jimenez", role="leader")
    world.claim("known_as", left, text="Timoleon Jimenez", name_kind="alias")
    assert world.one(left, right)


def test_a_private_persons_alias_ties_nothing(world):
    left = world.person("d1", "Maria Lopez")
    world.person("d1", "Maria Gomez")
    world.claim("known_as", left, text="Maria Gomez", name_kind="alias")
    assert world.resolve().judgements == ()


@pytest.mark.parametrize("role", ["spokesman", "military spokesman", "commander of the northern front", "secretary-general"])
def test_public_roles(role):
    assert is_public_role(role)


@pytest.mark.parametrize("role", ["resident", "fighter", "witness", "farmer", ""])
def test_other_roles(role):
    assert not is_public_role(role)


def test_roles_in_a_body_and_in_the_coalition_it_is_a_member_of_are_no_conflict(world):
    left, right = world.person("d1", "Iyad Ag Ghaly", role="leader"), world.person("d2", "Iyad Ag Ghaly", role="leader")
    group, coalition = world.org("d1", "Ansar Dine"), world.org("d2", "Group for Support of Sahel")
    own = world.org("d2", "Ansar Dine")
    world.claim("has_role", left, group, role="leader")
    world.claim("has_role", right, coalition, role="leader")
    assert not world.one(left, right)
    world.claim("member_of", own, coalition)
    assert world.one(left, right)
