"""Entities keep their identifiers across rebuilds, merges and splits."""

from collections import Counter
from dataclasses import replace


def test_an_identifier_depends_on_the_founding_referent_only(world):
    first = world.org("d1", "Arakan Army")
    alone = world.entity(first).id
    world.org("d2", "Arakan Army")
    assert world.entity(first).id == alone


def test_a_known_identifier_is_kept_though_an_older_document_arrives(world):
    later = world.org("d2", "Arakan Army")
    known = world.resolve().entities
    world.referents.insert(0, world.referents[0].__class__("r-older", "d0", "Arakan Army", "org", names=("Arakan Army",)))
    assert world.entity(later, known=known).id == known[0].id


def test_a_merge_keeps_the_identifier_of_the_oldest(world):
    first, second = world.org("d1", "Jabhat al-Nusra"), world.org("d2", "Zarqa Front")
    known = world.resolve().entities
    world.judge(first, second, "SAME")
    (merged,) = world.resolve(known=known).entities
    assert (merged.id, merged.formerly) == (known[0].id, (known[1].id,))
    assert set(merged.referents) == {first, second}


def test_a_split_leaves_the_identifier_with_the_oldest_and_gives_the_other_its_own(world):
    first, second = world.org("d1", "Arakan Army"), world.org("d2", "Arakan Army")
    (known,) = world.resolve().entities
    world.judge(first, second, "DIFFERENT")
    split = world.resolve(known=(known,)).entity_of()
    assert split[first] == known.id
    assert split[second] != known.id


def test_a_merge_undone_gives_the_earlier_identifiers_again(world):
    first, second = world.org("d1", "Jabhat al-Nusra"), world.org("d2", "Zarqa Front")
    before = world.resolve().entities
    world.judge(first, second, "SAME")
    merged = world.resolve(known=before).entities
    world.earlier.clear()
    assert world.resolve(known=merged).entities == before


def test_an_identifier_that_fell_away_leads_to_what_took_its_place_through_further_builds(world):
    first, second = world.org("d1", "Jabhat al-Nusra"), world.org("d2", "Zarqa Front")
    apart = world.resolve().entities
    world.judge(first, second, "SAME")
    merged = world.resolve(known=apart).entities
    third = world.org("d3", "Hasaka Front")
    world.judge(first, third, "SAME")
    (whole,) = world.resolve(known=world.resolve(known=merged).entities).entities
    assert apart[1].id in whole.formerly
    assert whole.id == apart[0].id


def test_an_identifier_given_back_by_a_split_leads_nowhere_else(world):
    first, second = world.org("d1", "Jabhat al-Nusra"), world.org("d2", "Zarqa Front")
    apart = world.resolve().entities
    world.judge(first, second, "SAME")
    merged = world.resolve(known=apart).entities
    world.judge(first, second, "DIFFERENT")
    assert [entity.formerly for entity in world.resolve(known=merged).entities] == [(), ()]


def test_no_two_entities_share_an_identifier(world):
    first, second, third = (world.org(f"d{at}", name) for at, name in enumerate(["Kachin Army", "Arakan Army", "Wa Army"]))
    own = world.resolve()
    one = replace(next(entity for entity in own.entities if second in entity.referents), referents=(first, second, third))
    counted = Counter(entity.id for entity in world.resolve(known=(one,)).entities)
    assert set(counted.values()) == {1}
    assert world.entity(second, known=(one,)).id == one.id


def test_every_referent_of_an_organisation_has_one_entity(world):
    for at, name in enumerate(["Kachin Army", "the Army", "Wa Army", "PLA"]):
        world.org(f"d{at}", name)
    members = [referent for entity in world.resolve().entities for referent in entity.referents]
    assert sorted(members) == sorted(referent.id for referent in world.referents)
