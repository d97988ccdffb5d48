"""The register of groups supports what no name tells, and never overrides a document."""

from testimonia.model.known_group import KnownGroup

GAM = KnownGroup("gam", "Free Aceh Movement", ("Gerakan Aceh Merdeka", "GAM"), ("wikidata:Q1",))
OTHER = KnownGroup("gam-mz", "Grupo Armado Moçambicano", ("GAM",), ("wikidata:Q2",))


def test_two_names_of_one_entry_are_one_body_with_its_identifier(world):
    left, right = world.org("d1", "Free Aceh Movement"), world.org("d2", "Gerakan Aceh Merdeka")
    assert world.one(left, right, register=(GAM,))
    assert world.entity(left, register=(GAM,)).same_as == ("wikidata:Q1",)


def test_a_relation_that_a_document_states_stands_above_the_register(world):
    left, right = world.org("d1", "Free Aceh Movement"), world.org("d2", "Gerakan Aceh Merdeka")
    world.claim("split_from", right, left)
    assert not world.one(left, right, register=(GAM,))


def test_a_person_stands_above_the_register(world):
    left, right = world.org("d1", "Free Aceh Movement"), world.org("d2", "Gerakan Aceh Merdeka")
    world.judge(left, right, "DIFFERENT")
    assert not world.one(left, right, register=(GAM,))


def test_a_name_of_two_entries_ties_nothing(world):
    left, right = world.org("d1", "Free Aceh Movement"), world.org("d2", "GAM")
    assert not world.one(left, right, register=(GAM, OTHER))
    assert world.one(left, right, register=(GAM,))


def test_two_entries_keep_names_apart_that_resemble_each_other(world):
    left, right = world.org("d1", "Kachin Falcons"), world.org("d2", "Kachin Falcons Movement")
    entries = (KnownGroup("a", "Kachin Falcons"), KnownGroup("b", "Kachin Falcons Movement"))
    assert world.one(left, right)
    assert not world.one(left, right, register=entries)
