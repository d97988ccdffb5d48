"""What speaks for one body or for two beyond the names, each as a feature of its own."""

import pytest

from testimonia.model.known_group import KnownGroup
from testimonia.model.valid_time import valid_time
from testimonia.resolve.ground import lay_ground
from testimonia.resolve.setting import setting_of


def _features(world, left, right, **options):
    ground = lay_ground(world.referents, world.claims, **{"earlier": (), "locate": None, **options})
    return {feature.name: feature.weight for feature in setting_of(ground, (left,), (right,))}


@pytest.fixture
def pair(world):
    return world.org("d1", "Kachin Army"), world.org("d2", "Kachin Force")


def test_nothing_known_says_nothing(world, pair):
    assert _features(world, *pair) == {}


def test_one_leader_and_one_coalition_speak_for_one_body(world, pair):
    for document, body in zip(("d1", "d2"), pair, strict=True):
        world.claim("has_role", world.person(document, "Gun Maw"), body, role="commander")
        world.claim("member_of", body, world.org(document, "Northern Alliance"))
    found = _features(world, *pair)
    assert found.keys() == {"one leader", "one coalition"}
    assert min(found.values()) > 0


def test_a_body_that_ended_before_the_other_began_is_another(world, pair):
    world.claim("dissolved", pair[0], when=valid_time("1994", mode="within"))
    world.claim("founded", pair[1], when=valid_time("1996-05", mode="within"))
    assert _features(world, *pair)["other times"] < 0


def test_a_year_in_common_leaves_it_open_which_was_first(world, pair):
    world.claim("dissolved", pair[0], when=valid_time("1996", mode="within"))
    world.claim("founded", pair[1], when=valid_time("1996-05", mode="within"))
    assert _features(world, *pair) == {}


def test_the_register_speaks_for_one_or_for_two(world, pair):
    one = (KnownGroup("k", "Kachin Army", ("Kachin Force",)),)
    two = (KnownGroup("k", "Kachin Army"), KnownGroup("f", "Kachin Force"))
    assert _features(world, *pair, register=one)["register"] > 0
    assert _features(world, *pair, register=two)["register"] < 0
