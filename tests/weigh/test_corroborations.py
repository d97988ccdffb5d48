"""Corroborations: what agrees, what does not, and who is independent."""

import pytest

from testimonia.weigh.findings import weigh_knowledge

DOCUMENTS = {
    "a": "Public Encyclopaedia",
    "b": "The Daily Example; 2020-12-01",
    "c": "Sample News; 2021-03; from The Daily Example",
    "d": "Front of Example; 2020-12-29",
}


def groups(knowledge):
    number = {claim.id: place for place, claim in enumerate(knowledge.claims, start=1)}
    return sorted(
        (sorted(number[c] for c in made.claims), made.independent, made.witnesses) for made in weigh_knowledge(knowledge).corroborations
    )


@pytest.mark.parametrize(
    ("claims", "expect"),
    [
        (["a | MILF | founded | | 1977-09~", "b | MILF | founded | | 1977"], [([1, 2], True, 2)]),
        (["a | MILF | founded | | 1977", "b | MILF | founded | | 1984"], []),
        (
            ["a | MILF | founded | | 197X", "b | MILF | founded | | 1972", "d | MILF | founded | | 1977"],
            [([1, 2], True, 2), ([1, 3], True, 2)],
        ),
        (["a | NPA | armed_wing_of | CPP", "b | NPA | armed_wing_of | CPP"], [([1, 2], True, 2)]),
        (["b | NPA | armed_wing_of | CPP", "c | NPA | armed_wing_of | CPP"], [([1, 2], False, 1)]),
        (["a | NPA | armed_wing_of | CPP", "b | CPP | armed_wing_of | NPA"], []),
        (["a | NPA | armed_wing_of | CPP", "b | NPA | not armed_wing_of | CPP"], []),
        (["b | Front of Example | operates_in | Gao", "d | Front of Example | operates_in | Gao"], [([1, 2], True, 2)]),
        (["b | NPA | armed_wing_of | CPP", "b | NPA | armed_wing_of | CPP | 1970/.."], []),
        (["b | NPA | strength | 4000 members", "b > Sample Army | NPA | strength | 3000-5000 members"], [([1, 2], False, 1)]),
        (["a | NPA | strength | 4000 members | 2010", "b | NPA | strength | 4000 members | 2015"], []),
        (["a | NPA | strength | 4000 members | 2010", "b | NPA | strength | 9000 members | 2010"], []),
        (["a | NPA | strength | 4 fronts", "b | NPA | strength | 4 members"], []),
        (["a | A | allied_with | B", "b | B | allied_with | A"], [([1, 2], True, 2)]),
        (["a | A | ideology | Marxist and nationalist", "b | A | ideology | nationalist and Marxist"], [([1, 2], True, 2)]),
        (["a | ~the group | part_of | B", "b | ~the group | part_of | B"], []),
        (["b > Front of Example | A | part_of | B", "d | A | part_of | B"], [([1, 2], False, 1)]),
        (["a | A | member_of | B | 2001/2003", "b | A | member_of | B | 2010/.."], []),
    ],
)
def test_claims_that_agree_are_grouped_with_their_independent_witnesses(knowledge_of, claims, expect):
    assert groups(knowledge_of(documents=DOCUMENTS, claims=claims)) == expect


def test_the_reason_says_what_is_agreed_and_by_whom(knowledge_of):
    claims = ["a | MILF | founded | | 1977-09~", "b | MILF | founded | | 1977"]
    (made,) = weigh_knowledge(knowledge_of(documents=DOCUMENTS, claims=claims)).corroborations
    assert made.about == "MILF was founded (1977-09~)"
    assert made.why == (
        "2 claims in 2 documents agree on the year 1977 (1977-09~ and 1977); Public Encyclopaedia and The Daily Example have different "
        "publishers and share no text, no voice and no side."
    )
