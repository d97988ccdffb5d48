"""The canonical name and all names of an entity."""

from testimonia.model.valid_time import valid_time


def _names(world, referent):
    return [(name.text, name.kind, name.language) for name in world.entity(referent).names]


def test_the_most_frequent_full_form_is_the_name(world):
    first = world.org("d1", "Liwa al-Tawhid")
    for document in ("d2", "d3"):
        world.org(document, "Tawheed Brigade")
    assert world.entity(first).name == "Tawheed Brigade"


def test_of_equally_frequent_forms_the_earliest(world):
    first = world.org("d1", "Liwa al-Tawhid")
    world.org("d2", "Tawheed Brigade")
    assert world.entity(first).name == "Liwa al-Tawhid"


def test_a_full_form_before_an_acronym_however_frequent(world):
    long = world.org("d1", "Liberation Tigers of Tamil Eelam", "LTTE")
    for at in range(2, 6):
        world.org(f"d{at}", "LTTE")
    assert _names(world, long) == [("Liberation Tigers of Tamil Eelam", "name", "en"), ("LTTE", "acronym", "en")]


def test_latin_script_before_others(world):
    arabic = world.org("d1", "جبهة النصرة")
    world.org("d2", "Jabhat al-Nusra")
    assert _names(world, arabic) == [("Jabhat al-Nusra", "name", "ar-Latn"), ("جبهة النصرة", "name", "ar")]


def test_a_name_in_another_script_where_there_is_no_other(world):
    assert world.entity(world.org("d1", "جبهة النصرة")).name == "جبهة النصرة"


def test_a_former_name_comes_after_the_current_one(world):
    old = world.org("d1", "Jabhat al-Nusra")
    claim = world.claim("renamed", old, text="Jabhat Fateh al-Sham")
    entity = world.entity(old)
    assert entity.name == "Jabhat Fateh al-Sham"
    assert [(name.kind, name.carried_by) for name in entity.names] == [("name", (claim,)), ("former", (claim,))]


def test_kinds_and_claims_of_stated_names(world):
    body = world.org("d1", "Kachin Independence Army")
    claim = world.claim("known_as", body, text="KIA", name_kind="acronym")
    stated = world.entity(body).names[1]
    assert (stated.text, stated.kind, stated.carried_by) == ("KIA", "acronym", (claim,))


def test_a_form_without_a_title_comes_first(world):
    first = world.org("d1", "Shahid Mahmud Brigade")
    world.org("d2", "Mahmud Brigade")
    assert world.entity(first).name == "Mahmud Brigade"


def test_a_leading_the_and_shouting_are_not_shown(world):
    first = world.org("d1", "THE ARAKAN ARMY")
    world.org("d2", "the Arakan Army")
    assert world.entity(first).name == "Arakan Army"


def test_spellings_that_fold_alike_are_one_form(world):
    first = world.org("d1", "Lord's Resistance Army")
    world.org("d2", "Lord’s Resistance Army")
    assert len(world.entity(first).names) == 1


def test_a_denied_name_is_no_name(world):
    body = world.org("d1", "Real IRA")
    world.claim("known_as", body, text="Continuity IRA", polarity="denied")
    assert [name.text for name in world.entity(body).names] == ["Real IRA"]


def test_a_name_taken_in_the_place_of_another_is_the_bodys_own_name_and_dated(world):
    earlier, body = world.org("d1", "New Zarqa Front"), world.org("d1", "Hasaka Liberation Movement")
    world.claim("known_as", body, text="New Zarqa Front", name_kind="alias")
    world.claim("renamed", body, text="Hasaka Liberation Movement", when=valid_time("1984-03", mode="within"))
    entity = world.entity(earlier)
    assert entity.name == "Hasaka Liberation Movement"
    assert {(name.text, name.kind, name.since) for name in entity.names} >= {("Hasaka Liberation Movement", "name", "1984-03")}
