"""Places by name and by gazetteer."""

from testimonia.resolve.ground import lay_ground


def test_one_name_is_one_place(world):
    assert world.one(world.place("d1", "Gao"), world.place("d2", "Gao"))


def test_an_article_can_tell_places_apart(world):
    assert not world.one(world.place("d1", "El Salvador"), world.place("d2", "Salvador"))


def test_one_name_located_to_two_entries_is_two_places(world, located):
    syria, libanon = world.place("d1", "Tripoli"), world.place("d2", "Tripoli")
    locate = located([(syria, 1, "LY"), (libanon, 2, "LB")])
    entities = world.resolve(locate=locate).entities
    assert [(entity.country, entity.gazetteer) for entity in entities] == [("LY", "geonames:1"), ("LB", "geonames:2")]
    assert [judgement.verdict for judgement in world.resolve(locate=locate).judgements] == ["DIFFERENT"]


def test_an_unlocated_place_never_joins_two_that_lie_apart(world, located):
    first, bare, second = (world.place(document, "Tripoli") for document in ("d1", "d2", "d3"))
    entity_of = world.resolve(locate=located([(first, 1, "LY"), (second, 2, "LB")])).entity_of()
    assert entity_of[first] != entity_of[second]
    assert entity_of[bare] in (entity_of[first], entity_of[second])


def test_two_spellings_of_one_entry_are_one_place(world, located):
    left, right = world.place("d1", "Kyiv"), world.place("d2", "Kiev")
    assert not world.one(left, right)
    assert world.one(left, right, locate=located([(left, 7, "UA"), (right, 7, "UA")]))


def test_a_place_without_entry_has_no_coordinates(world):
    entity = world.entity(world.place("d1", "Camp Nowhere"))
    assert (entity.latitude, entity.longitude, entity.country, entity.gazetteer) == (None, None, None, None)


def test_a_located_place_has_the_entrys_coordinates(world, located):
    gao = world.place("d1", "Gao")
    entity = world.entity(gao, locate=located([(gao, 5, "ML")]))
    assert (entity.kind, entity.latitude, entity.longitude, entity.country) == ("place", 1.0, 2.0, "ML")


def test_a_person_tells_two_places_of_one_name_apart(world):
    left, right = world.place("d1", "San Juan"), world.place("d2", "San Juan")
    world.judge(left, right, "DIFFERENT")
    assert not world.one(left, right)


def test_villages_of_one_name_told_of_beside_places_of_two_countries_stay_open(world, located):
    first, second = world.place("d1", "San Miguel"), world.place("d2", "San Miguel")
    locate = located([(world.place("d1", "Jolo"), 1, "PH"), (world.place("d2", "Morazán"), 2, "SV")])
    resolution = world.resolve(locate=locate)
    entity_of = resolution.entity_of()
    assert entity_of[first] != entity_of[second]
    assert [judgement.verdict for judgement in resolution.judgements if {judgement.left, judgement.right} == {first, second}] == ["UNSURE"]


def test_an_unlocated_name_is_no_place_located_in_another_country(world, located):
    first, second = world.place("d1", "San Miguel"), world.place("d2", "San Miguel")
    locate = located([(first, 1, "PH"), (world.place("d2", "Morazán"), 2, "SV")])
    assert not world.one(first, second, locate=locate)


def test_villages_of_one_name_told_of_beside_places_of_one_country_are_one(world, located):
    first, second = world.place("d1", "San Miguel"), world.place("d2", "San Miguel")
    locate = located([(world.place("d1", "Jolo"), 1, "PH"), (world.place("d2", "Basilan"), 2, "PH")])
    assert world.one(first, second, locate=locate)


def test_a_region_in_several_countries_gives_no_group_a_home(world, located):
    left, right = world.org("d1", "Dawn Front"), world.org("d2", "Dawn Front of Honour")
    sahel, kashmir = world.place("d1", "Sahel"), world.place("d2", "Kashmir")
    world.claim("operates_in", left, sahel)
    world.claim("operates_in", right, kashmir)
    assert lay_ground(world.referents, world.claims, earlier=(), locate=located([(sahel, 1, ""), (kashmir, 2, "")])).homes == {}
