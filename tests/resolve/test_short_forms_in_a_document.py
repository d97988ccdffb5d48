"""Short forms within one document."""

import pytest


def _one(world, long, short):
    return world.one(world.org("d1", long), world.org("d1", short))


@pytest.mark.parametrize(
    "long, short",
    [
        ("Nur al-Din al-Zenki Brigades", "al-Zenki Brigades"),
        ("Kachin Independence Army", "Independence Army"),
        ("Operations Room of the Aleppo Factions", "Operations Room"),
        ("Democratic Karen Benevolent Army", "DKBA"),
        ("Moro National Liberation Front", "MNLF"),
    ],
)
def test_a_short_form_after_the_long_name(world, long, short):
    assert _one(world, long, short)


@pytest.mark.parametrize(
    "long, short",
    [
        ("Free Syrian Army", "Syrian Army"),
        ("Real Irish Republican Army", "Irish Republican Army"),
        ("Shan State Army South", "Shan State Army"),
        ("1st Kachin Brigade", "Kachin Brigade"),
        ("Taliban Pakistan", "Taliban"),
        ("Kachin Independence Army", "Army"),
        ("Kachin Independence Army", "MNLF"),
    ],
)
def test_what_is_left_out_may_be_what_tells(world, long, short):
    assert not _one(world, long, short)


def test_a_short_form_before_the_long_name_stays_open(world):
    short, long = world.org("d1", "al-Zenki Brigades"), world.org("d1", "Nur al-Din al-Zenki Brigades")
    assert world.verdict(short, long) == "UNSURE"


def test_a_short_form_in_another_document_stays_open(world):
    long, short = world.org("d1", "Nur al-Din al-Zenki Brigades"), world.org("d2", "al-Zenki Brigades")
    assert world.verdict(short, long) == "UNSURE"


def test_a_short_form_of_two_names_stays_open(world):
    first, second, short = (world.org("d1", name) for name in ("Nur Zenki Brigades", "Ahmad Zenki Brigades", "Zenki Brigades"))
    assert not world.one(first, short)
    assert world.verdict(first, short) == world.verdict(second, short) == "UNSURE"


def test_the_first_part_of_an_acronym_stays_open(world):
    long, short = world.org("d1", "Revolutionary Armed Forces of Colombia", "FARC-EP"), world.org("d1", "FARC")
    assert world.verdict(long, short) == "UNSURE"
