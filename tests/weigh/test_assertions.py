"""Assertions: what claims are about, and from when they speak."""

from testimonia.weigh.assertions import assertions_of, by_key
from testimonia.weigh.times import EARLIEST, LATEST

DOCUMENTS = {"a": "The Daily Example; 2015-03-01", "b": "Public Encyclopaedia"}


def test_a_claim_about_a_described_party_is_not_weighed(knowledge_of):
    assert assertions_of(knowledge_of(documents=DOCUMENTS, claims=["a | ~the rebels | founded | | 1964"])) == ()


def test_an_undated_claim_speaks_from_its_documents_date(knowledge_of):
    claims = ["a | FARC | part_of | Sample Front", "b | FARC | part_of | Sample Front"]
    known, unknown = assertions_of(knowledge_of(documents=DOCUMENTS, claims=claims))
    assert not known.dated
    assert known.said[0] == known.said[1]
    assert unknown.said == (EARLIEST, LATEST)


def test_an_alliance_is_one_thing_from_both_ends_and_a_split_is_not(knowledge_of):
    claims = ["a | A | allied_with | B", "b | B | allied_with | A", "a | A | split_from | B", "b | B | split_from | A"]
    blocks = by_key(assertions_of(knowledge_of(documents=DOCUMENTS, claims=claims)), predicates=("allied_with", "split_from"))
    assert sorted(len(block) for block in blocks.values()) == [1, 1, 2]


def test_roles_are_compared_by_their_noun(knowledge_of):
    claims = ["a | J. Speaker | has_role | NDF: military spokesman for the north", "b | J. Speaker | has_role | NDF: spokesman"]
    knowledge = knowledge_of(documents=DOCUMENTS, claims=claims, kinds={"J. Speaker": "person"})
    assert len(by_key(assertions_of(knowledge), predicates=("has_role",))) == 1


def test_a_claim_that_stands_twice_is_kept_once(knowledge_of):
    knowledge = knowledge_of(documents=DOCUMENTS, claims=["a | FARC | founded | | 1964"])
    twice = type(knowledge)(
        knowledge.documents, knowledge.sources, knowledge.entities, knowledge.entity_of, knowledge.claims * 2, knowledge.reports
    )
    assert len(assertions_of(twice)) == 1
