"""What keeps two referents apart."""

from testimonia.resolve.apart import find_apart


def test_a_relation_names_its_claim(world):
    left, right = world.org("d1", "Kachin Army"), world.org("d1", "Arakan Army")
    claim = world.claim("allied_with", left, right)
    reason, claims = find_apart(world.claims).why(right, left)
    assert claims == (claim,)
    assert "allied_with" in reason


def test_a_denied_relation_still_tells_two_bodies_apart(world):
    left, right = world.org("d1", "Kachin Army"), world.org("d1", "Arakan Army")
    world.claim("part_of", left, right, polarity="denied")
    assert find_apart(world.claims).why(left, right) is not None


def test_members_of_one_coalition_stand_in_one_list_wherever_they_are_named(world):
    room, first, second = (world.org("d1", name) for name in ("Brotherhood Alliance", "Kachin Army", "Arakan Army"))
    world.claim("member_of", first, room, span=0)
    world.claim("member_of", second, room, span=90)
    found = find_apart(world.claims)
    assert found.why(first, second) is not None
    assert found.why(first, second, lists=False) is None


def test_objects_of_one_relation_in_the_same_words_stand_in_one_list(world):
    army, first, second = (world.org("d1", name) for name in ("Army", "Kachin Army", "Arakan Army"))
    world.claim("opposes", army, first, span=0)
    world.claim("opposes", army, second, span=0)
    assert find_apart(world.claims).why(first, second) is not None


def test_objects_of_one_relation_in_other_words_may_be_one(world):
    army, first, second = (world.org("d1", name) for name in ("Army", "Kachin Army", "Arakan Army"))
    world.claim("opposes", army, first, span=0)
    world.claim("opposes", army, second, span=50)
    assert find_apart(world.claims).why(first, second) is None


def test_names_and_places_keep_nobody_apart(world):
    body, place = world.org("d1", "Kachin Army"), world.place("d1", "Myitkyina")
    world.claim("operates_in", body, place)
    world.claim("known_as", body, text="KIA")
    assert find_apart(world.claims).why(body, place) is None


def test_a_thousand_members_cost_one_set(world):
    room = world.org("d1", "Alliance of Volunteers")
    for at in range(1000):
        world.claim("member_of", world.org("d1", f"Unit {at}"), room)
    found = find_apart(world.claims)
    assert len(found.set_claims) <= 2
