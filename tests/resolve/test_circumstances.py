"""What documents state of a body besides its names."""

from testimonia.model.valid_time import valid_time
from testimonia.resolve.circumstances import circumstances_of, gathered
from testimonia.resolve.keys import key_of


def _found(world):
    referents = {referent.id: referent for referent in world.referents}
    return circumstances_of(world.claims, referents, keys={one: key_of(referent) for one, referent in referents.items()})


def test_leaders_coalitions_and_lifetime_are_gathered(world):
    army, front = world.org("d1", "Kachin Army"), world.org("d1", "Northern Alliance")
    leader = world.person("d1", "General Gun Maw")
    world.claim("has_role", leader, army, role="commander")
    world.claim("member_of", army, front)
    world.claim("founded", army, when=valid_time("1961-02", mode="within"))
    world.claim("dissolved", army, when=valid_time("1994", mode="within"))
    found = _found(world)[army]
    assert (found.leaders, found.coalitions) == ({"gun maw"}, {"northern alliance"})
    assert [day.isoformat() for day in (*found.began, *found.ended)] == ["1961-02-01", "1994-12-31"]


def test_what_is_denied_or_told_of_one_word_of_a_name_tells_nothing(world):
    army, front, leader = world.org("d1", "Kachin Army"), world.org("d1", "Northern Alliance"), world.person("d1", "Maw")
    world.claim("has_role", leader, army, role="commander")
    world.claim("member_of", army, front, polarity="denied")
    assert _found(world) == {}


def test_referents_of_one_name_are_put_together(world):
    first, second, front = world.org("d1", "Kachin Army"), world.org("d2", "Kachin Army"), world.org("d2", "Northern Alliance")
    world.claim("member_of", second, front)
    whole = gathered(_found(world), (first, second))
    assert whole.coalitions == {"northern alliance"}
    assert not whole.leaders
