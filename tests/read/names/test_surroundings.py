"""What words around a name add to its votes; the sentences are parsed by hand."""

from collections import defaultdict

import pytest
from tests.read.sentences import tree_of

from testimonia.model.kinds import EntityClass
from testimonia.read.names.kinds import Bent
from testimonia.read.names.surroundings import in_place_slot, vote_by_surroundings
from testimonia.read.syntax import Tree

FIGHTERS_OF = tree_of("Fighters NOUN 3 nsubj fighter", "of ADP 2 case", "Wafa PROPN 0 nmod", "left VERB -1 root leave")
BORN = tree_of("Wafa PROPN 2 nsubj:pass", "was AUX 2 aux:pass be", "born VERB -1 root bear")
TOWN_OF = tree_of("the DET 1 det", "town NOUN -1 root", "of ADP 3 case", "Wafa PROPN 1 nmod")
AGED = tree_of("Wafa PROPN 4 nsubj", ", PUNCT 0 punct", "34 NUM 0 nummod", ", PUNCT 0 punct", "left VERB -1 root leave")
MILITIA = tree_of("the DET 1 det", "militia NOUN 3 nsubj", "Wafa PROPN 1 appos", "left VERB -1 root leave")
CAPTURED = tree_of("They PRON 1 nsubj", "captured VERB -1 root capture", "Wafa PROPN 1 obj")


def votes_for(tree: Tree, name: str = "Wafa", *, suffix: str = "", listed: bool = False) -> tuple[dict[EntityClass, float], Bent | None]:
    """Vote for the one token that is the name."""
    [at] = [t.i for t in tree.tokens if t.text == name]
    votes: defaultdict[EntityClass, float] = defaultdict(float)
    _, bent = vote_by_surroundings(tree, (at,), at, votes, suffix=suffix, listed=listed)
    return votes, bent


@pytest.mark.parametrize(("tree", "cls"), [(FIGHTERS_OF, "org"), (MILITIA, "org"), (BORN, "person"), (AGED, "person"), (TOWN_OF, "place")])
def test_the_words_around_a_name_speak_for_its_class(tree: Tree, cls: EntityClass) -> None:
    votes, _ = votes_for(tree)
    assert max(votes, key=lambda one: votes[one]) == cls


def test_who_has_fighters_fights() -> None:
    assert votes_for(FIGHTERS_OF)[1] == "fights"
    assert votes_for(TOWN_OF)[1] is None


def test_a_listed_country_does_what_its_government_does() -> None:
    assert votes_for(FIGHTERS_OF, listed=True)[0]["org"] == 0.0


def test_some_suffixes_speak_louder_than_others() -> None:
    assert votes_for(BORN, suffix="linked")[0]["org"] > votes_for(BORN, suffix="led")[0]["org"] > 0.0


def test_what_is_captured_may_be_a_place() -> None:
    assert in_place_slot(CAPTURED, 2)
    assert not in_place_slot(BORN, 0)
