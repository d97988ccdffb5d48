"""What a lens takes and leaves out."""

from dataclasses import replace
from datetime import date

import pytest

from testimonia.model.lens import Choice, Lens
from testimonia.weigh import weigh_knowledge
from testimonia.weigh.lens import enough_witnesses, seen_through

CASE = {
    "documents": {
        "a": "The Daily Example; 2014-05-02; kind independent_media",
        "b": "Front Media; 2015-06; for Azania Front; kind belligerent",
        "c": "Unknown Weekly",
        "d": "Second Example; 2016-01-01; from Front Media; kind independent_media",
    },
    "kinds": {"Azania Army": "state_force", "Unknown Weekly": "media"},
    "claims": [
        "a | Azania Brigade | founded | | 1990",
        "a > Azania Front | Azania Brigade | founded | | 1991",
        "a > Azania Army > ~a defector | Azania Brigade | part_of | Azania Front | 1995/..",
        "b | Azania Brigade | part_of | Azania Front | 1995/2001",
        "c | Azania Brigade | founded | | 1990",
        "d | Azania Brigade | ideology | socialism | ",
    ],
    "reports": ["a > Azania Army | ASSAULT | Azania Front -> Azania Army | Laiza | 2013-04-01 | killed 4"],
}
EVERY = {0, 1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    ("fields", "taken"),
    [
        ({}, EVERY),
        ({"publishers": Choice(kinds=frozenset(["independent_media"]))}, {0, 1, 2}),
        ({"publishers": Choice(without_kinds=frozenset(["belligerent"]))}, {0, 1, 2, 4}),
        ({"publishers": Choice(named=frozenset(["unknown weekly"]))}, {4}),
        ({"publishers": Choice(without_named=frozenset(["The Daily Example"]))}, {3, 4, 5}),
        ({"voices": Choice(without_kinds=frozenset(["belligerent", "anonymous"]))}, {0, 4, 5}),
        ({"voices": Choice(named=frozenset(["Azania Front"]))}, {1}),
        ({"sides": frozenset(["Azania Front"])}, {1, 3}),
        ({"without_sides": frozenset(["azania front"])}, {0, 2, 4, 5}),
        ({"longest_chain": 1}, {0, 3, 4, 5}),
        ({"said_before": date(2015, 1, 1)}, {0, 1, 2}),
        ({"holding_at": "1998"}, {2, 3}),
        ({"holding_at": "2010"}, {2}),
        ({"holding_at": "2020"}, set()),
        ({"reviewed_only": True}, {3}),
    ],
)
def test_a_lens_leaves_out_what_it_does_not_take(knowledge_of, fields, taken):
    knowledge = knowledge_of(**CASE)
    seen = seen_through(replace(knowledge, reviewed={knowledge.claims[3].id: "accepted"}), Lens("l", **fields))
    assert {knowledge.claims.index(claim) for claim in seen.claims} == taken
    assert (seen.documents, seen.entities, seen.entity_of) == (knowledge.documents, knowledge.entities, knowledge.entity_of)


def test_reports_are_asked_like_claims(knowledge_of):
    knowledge = knowledge_of(**CASE)
    assert seen_through(knowledge, Lens("l", voices=Choice(without_kinds=frozenset(["belligerent"])))).reports == ()
    assert len(seen_through(knowledge, Lens("l", holding_at="2013-04")).reports) == 1


def test_the_least_number_of_independent_witnesses_is_asked_of_what_agrees(knowledge_of):
    knowledge = knowledge_of(**CASE)
    seen = enough_witnesses(knowledge, weigh_knowledge(knowledge), least=2)
    assert {knowledge.claims.index(claim) for claim in seen.claims} == {0, 2, 3, 4}
    assert enough_witnesses(knowledge, weigh_knowledge(knowledge), least=1) is knowledge
