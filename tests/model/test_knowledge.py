"""A party stands for its entity where it has one, and for its words where it has none."""

import pytest

from testimonia.model.entity import Entity
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.party import Party

ENTITY = Entity("x-1", "armed_group", "Kachin Independence Army", (), ("r-1",))
KNOWLEDGE = Knowledge({}, {}, {"x-1": ENTITY}, {"r-1": "x-1"}, (), ())


@pytest.mark.parametrize(
    ("party", "who"),
    [
        (Party("the KIA", referent="r-1"), "x-1"),
        (Party("a villager", referent="r-9"), "a villager"),
        (Party("men in uniform"), "men in uniform"),
    ],
)
def test_who_gives_the_entity_or_the_words(party, who):
    assert KNOWLEDGE.who(party) == who


@pytest.mark.parametrize(("reference", "name"), [("x-1", "Kachin Independence Army"), ("men in uniform", "men in uniform")])
def test_a_reference_is_shown_by_name_or_in_its_words(reference, name):
    assert KNOWLEDGE.name_of(reference) == name


def test_findings_of_nothing_are_empty():
    assert Findings() == Findings((), (), ())
