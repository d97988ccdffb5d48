"""Sides: who speaks for whom."""

from testimonia.weigh.assertions import assertions_of
from testimonia.weigh.sides import HEIGHT, sides_of

DOCUMENTS = {"a": "The Daily Example", "b": "Front Radio; for Sample Front"}


def sides(knowledge):
    return sides_of(assertions_of(knowledge), entities=knowledge.entities, sources=knowledge.sources)


def test_a_wing_speaks_for_its_party_and_a_spokesman_for_both(knowledge_of):
    claims = ["a | NPA | armed_wing_of | CPP", "a | J. Speaker | has_role | NPA: spokesman"]
    made = sides(knowledge_of(documents=DOCUMENTS, claims=claims, kinds={"J. Speaker": "person"}))
    assert list(made.of("e-J. Speaker")) == ["e-J. Speaker", "e-NPA", "e-CPP"]
    assert made.of("e-J. Speaker")["e-CPP"].words == "J. Speaker is said to hold a role in NPA; NPA is said to be the armed wing of CPP"


def test_members_of_a_coalition_and_affiliates_stay_apart(knowledge_of):
    claims = ["a | YPG | member_of | SDF", "a | MFS | affiliated_with | SDF"]
    made = sides(knowledge_of(documents=DOCUMENTS, claims=claims))
    assert list(made.of("e-YPG")) == ["e-YPG"]
    assert list(made.of("e-MFS")) == ["e-MFS"]


def test_a_denied_bond_ties_nobody(knowledge_of):
    made = sides(knowledge_of(documents=DOCUMENTS, claims=["a | NPA | not armed_wing_of | CPP"]))
    assert list(made.of("e-NPA")) == ["e-NPA"]


def test_a_person_is_no_bridge_between_two_bodies(knowledge_of):
    claims = ["a | M. Minister | has_role | Militia: commander | 1999", "a | M. Minister | has_role | Government: minister | 2005"]
    made = sides(knowledge_of(documents=DOCUMENTS, claims=claims, kinds={"M. Minister": "person"}))
    assert set(made.of("e-Militia")) == {"e-Militia"}
    assert set(made.of("e-M. Minister")) == {"e-M. Minister", "e-Militia", "e-Government"}


def test_the_register_of_sources_ties_a_publisher_to_its_party(knowledge_of):
    made = sides(knowledge_of(documents=DOCUMENTS, claims=["b | Sample Front | founded | | 1964"]))
    assert set(made.of("e-Front Radio")) == {"e-Front Radio", "e-Sample Front"}


def test_a_circle_ends_and_a_long_ladder_is_cut(knowledge_of):
    claims = ["a | A | part_of | B", "a | B | part_of | A", *(f"a | L{n} | part_of | L{n + 1}" for n in range(HEIGHT + 3))]
    made = sides(knowledge_of(documents=DOCUMENTS, claims=claims))
    assert set(made.of("e-A")) == {"e-A", "e-B"}
    assert len(made.of("e-L0")) == HEIGHT + 1
