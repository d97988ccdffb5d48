"""What a voice is comes from the register, then from what the entity is; unknown stays unknown."""

import pytest

from testimonia.weigh.assertions import assertions_of
from testimonia.weigh.source_kinds import SourceKinds

CASE = {
    "documents": {
        "a": "The Daily Example; kind independent_media",
        "b": "Unknown Weekly",
        "c": "Front Media; for Azania Front; kind belligerent",
    },
    "kinds": {
        "Azania Party": "political_body",
        "Gun Maw": "person",
        "Civil Union": "civil_org",
        "Azania": "government",
        "Unknown Weekly": "media",
    },
    "claims": [
        "a > Gun Maw | Azania Brigade | armed_wing_of | Azania Party | ",
        "a | Gun Maw | has_role | Azania Brigade: commander | ",
        "a > Azania Party | Azania Brigade | founded | | 1990",
        "a > Civil Union | Azania Brigade | founded | | 1990",
        "a > Azania | Azania Brigade | founded | | 1990",
        "a > ~a resident | Azania Brigade | founded | | 1990",
        "c | Azania Brigade | founded | | 1990",
        "b | Azania Brigade | founded | | 1990",
    ],
}


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        (0, "belligerent"),
        (1, "independent_media"),
        (2, "party_of_a_side"),
        (3, None),
        (4, "state"),
        (5, "anonymous"),
        (6, "belligerent"),
        (7, None),
    ],
)
def test_the_innermost_voice_has_a_kind(knowledge_of, claim, kind):
    knowledge = knowledge_of(**CASE)
    kinds = SourceKinds(knowledge, assertions_of(knowledge))
    assert kinds.of_voice(knowledge.claims[claim].attribution.voices[-1]) == kind


def test_a_publisher_that_no_register_names_is_of_unknown_kind(knowledge_of):
    knowledge = knowledge_of(**CASE)
    kinds = SourceKinds(knowledge, assertions_of(knowledge))
    assert kinds.of_publisher("the daily example") == "independent_media"
    assert kinds.of_publisher("Unknown Weekly") is None
    assert kinds.of_publisher(None) is None


def test_a_publisher_that_no_register_names_is_what_the_body_of_its_name_is(knowledge_of):
    knowledge = knowledge_of(**CASE)
    kinds = SourceKinds(knowledge, assertions_of(knowledge))
    assert (kinds.of_publisher("Azania Brigade"), kinds.of_publisher("Azania")) == ("belligerent", "state")
