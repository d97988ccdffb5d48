"""Sides: who speaks for whom."""

from testimonia.model.valid_time import valid_time
from testimonia.weigh.assertions import assertions_of
from testimonia.weigh.sides import HEIGHT, MOST_ABOVE, sides_of
from testimonia.weigh.times import span_of

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


def test_a_bond_is_asked_at_a_time(knowledge_of):
    claims = ["a | PIRA | armed_wing_of | Sinn Fein | 1970/2005", "a | Wing | armed_wing_of | Party"]
    made = sides(knowledge_of(documents=DOCUMENTS, claims=claims))
    during = [span_of(valid_time(edtf, mode="within")) for edtf in ("1969", "2005", "2014")]
    assert [list(made.of("e-PIRA", during=span)) for span in during] == [["e-PIRA"], ["e-PIRA", "e-Sinn Fein"], ["e-PIRA"]]
    assert made.depend_on_time("e-PIRA")
    assert not made.depend_on_time("e-Wing")
    assert not made.depend_on_time("e-Party")


def test_a_bond_is_surer_the_more_documents_say_so_and_names_its_claims(knowledge_of):
    knowledge = knowledge_of(documents=DOCUMENTS, claims=["a | NPA | armed_wing_of | CPP", "b | NPA | armed_wing_of | CPP"])
    speaks = sides(knowledge).of("e-NPA")["e-CPP"]
    assert (speaks.strength, set(speaks.claims)) == (0.75, {claim.id for claim in knowledge.claims})


def test_a_ladder_is_as_weak_as_its_weakest_rung(knowledge_of):
    claims = ["a | Unit | part_of | Wing", "b | Unit | part_of | Wing", "a | Wing | part_of | Party"]
    above = sides(knowledge_of(documents=DOCUMENTS, claims=claims)).of("e-Unit")
    assert [speaks.strength for speaks in above.values()] == [1.0, 0.75, 0.5]


def test_the_body_that_the_register_names_is_found(knowledge_of):
    made = sides(knowledge_of(documents=DOCUMENTS, claims=["b | Sample Front | founded | | 1964"]))
    assert made.body_named("SAMPLE FRONT") == "e-Sample Front"
    assert made.body_named("Nobody") is None


def test_one_that_is_said_to_belong_to_everybody_is_joined_to_few(knowledge_of):
    claims = [f"a | Unit | part_of | Body {n}" for n in range(MOST_ABOVE + 20)]
    assert len(sides(knowledge_of(documents=DOCUMENTS, claims=claims)).of("e-Unit")) == MOST_ABOVE + 1
