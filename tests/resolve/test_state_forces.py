"""Names that say only that they are a country's armed forces are one actor."""

import pytest


@pytest.mark.parametrize("other", ["Malian forces", "the Malian military", "Malian Armed Forces", "Forces armées maliennes"])
def test_the_army_is_one_under_any_general_name(world, other):
    left, right = world.org("d1", "Malian army", kind="state_force"), world.org("d2", other, kind="state_force")
    assert world.one(left, right)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Malian army", "Nigerien army"),
        ("Malian army", "Malian special forces"),
        ("Libyan army", "Libyan National Army"),
        ("Lebanese Armed Forces", "Lebanese Forces"),
        ("Syrian army", "Free Syrian Army"),
    ],
)
def test_another_country_a_branch_or_a_further_word_is_another_body(world, one, other):
    left, right = world.org("d1", one, kind="state_force"), world.org("d2", other, kind="state_force")
    assert not world.one(left, right)


def test_a_group_that_is_no_force_of_the_state_is_left_alone(world):
    left, right = world.org("d1", "Syrian army", kind="state_force"), world.org("d2", "Syrian forces", kind="armed_group")
    assert not world.one(left, right)


def test_what_a_document_keeps_apart_stays_apart(world):
    left, right = world.org("d1", "Libyan army", kind="state_force"), world.org("d1", "Libyan forces", kind="state_force")
    world.claim("opposes", left, right)
    assert not world.one(left, right)


@pytest.mark.parametrize("government", ["Somali Transitional Government", "Federal Government of Somalia"])
def test_a_government_named_by_its_acronym_stands_for_its_country(world, government):
    world.org("d1", government, "XGS", kind="government")
    left, right = world.org("d1", "XGS security forces", kind="state_force"), world.org("d2", "Somali security forces", kind="state_force")
    assert world.one(left, right)


def test_an_acronym_of_another_document_tells_no_country(world):
    world.org("d2", "Federal Government of Somalia", "XGS", kind="government")
    left, right = world.org("d1", "XGS security forces", kind="state_force"), world.org("d2", "Somali security forces", kind="state_force")
    assert not world.one(left, right)


def test_security_forces_are_not_the_army(world):
    left, right = world.org("d1", "Somali security forces", kind="state_force"), world.org("d2", "Somali army", kind="state_force")
    assert not world.one(left, right)
