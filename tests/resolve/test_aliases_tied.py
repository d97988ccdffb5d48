"""Stated names tie their owners to those who bear them."""

from testimonia.resolve.aliases import table_of_aliases
from testimonia.resolve.ground import lay_ground


def _table(world):
    return table_of_aliases(lay_ground(world.referents, world.claims, earlier=(), locate=None), public=frozenset())


def test_names_are_sorted_by_how_far_they_reach(world):
    body = world.org("d1", "Yarmouk Brigade")
    world.claim("known_as", body, text="Lions of Daraa")
    world.claim("known_as", body, text="Security Forces")
    world.claim("known_as", body, text="the Brigade")
    table = _table(world)
    assert list(table.anywhere) == [("org", "lions of daraa")]
    assert [stated.name for stated in table.local] == ["Security Forces"]


def test_owners_are_filed_by_name_for_those_who_share_one(world):
    ground = lay_ground(world.referents, world.claims, earlier=(), locate=None)
    assert _table(world).also_called(ground) == {}
    world.claim("known_as", world.org("d1", "Yarmouk Brigade"), text="Lions of Daraa")
    ground = lay_ground(world.referents, world.claims, earlier=(), locate=None)
    assert _table(world).also_called(ground) == {"yarmouk brigade": frozenset({"lions of daraa"})}


def test_every_bearer_in_any_document_is_tied(world):
    owner = world.org("d1", "Yarmouk Brigade")
    bearers = [world.org(f"d{at}", "Lions of Daraa") for at in range(2, 6)]
    world.claim("known_as", owner, text="Lions of Daraa")
    assert world.one(owner, *bearers)


def test_a_general_alias_ties_within_its_document(world):
    owner, bearer, far = world.org("d1", "Yarmouk Brigade"), world.org("d1", "Security Forces"), world.org("d2", "Security Forces")
    world.claim("known_as", owner, text="Security Forces")
    assert world.one(owner, bearer)
    assert not world.one(owner, far)


def test_a_named_event_has_aliases_too(world):
    left, right = world.name("named_event", "d1", "Battle of Marawi"), world.name("named_event", "d2", "Siege of Marawi")
    world.claim("known_as", left, text="Siege of Marawi")
    assert world.one(left, right)
