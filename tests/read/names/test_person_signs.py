"""Signs of persons beside a name; the sentences are parsed by hand."""

from collections import defaultdict

import pytest
from tests.read.sentences import tree_of

from testimonia.model.kinds import EntityClass
from testimonia.read.names.around import look_around
from testimonia.read.names.person_signs import is_role, title_before, vote_for_person
from testimonia.read.syntax import Tree

LED_BY = tree_of("band NOUN 1 nsubj", "led VERB -1 root lead", "by ADP 3 case", "Kyenda PROPN 1 obl:agent")
LED_BY_THE = tree_of("band NOUN 1 nsubj", "led VERB -1 root lead", "by ADP 4 case", "the DET 4 det", "Kyenda PROPN 1 obl:agent")
UNDER = tree_of("under ADP 1 case", "command NOUN -1 root", "of ADP 3 case", "Kyenda PROPN 1 nmod")
DEPUTY = tree_of("Kyenda PROPN 1 nmod:poss", "deputy NOUN 2 nsubj", "left VERB -1 root leave")
CHAIRMAN = tree_of("Kyenda PROPN 4 nsubj", ", PUNCT 3 punct", "a DET 3 det", "vice-chairman NOUN 0 appos", "left VERB -1 root leave")
HE = tree_of("Kyenda PROPN 1 nsubj", "said VERB -1 root say", "he PRON 3 nsubj", "left VERB 1 ccomp leave")
PLAIN = tree_of("They PRON 1 nsubj", "saw VERB -1 root see", "Kyenda PROPN 1 obj")


def person_votes(tree: Tree) -> float:
    """Vote for the one name of a sentence."""
    [at] = [t.i for t in tree.tokens if t.text == "Kyenda"]
    votes: defaultdict[EntityClass, float] = defaultdict(float)
    vote_for_person(look_around(tree, (at,), at), votes)
    return votes["person"]


@pytest.mark.parametrize("tree", [LED_BY, UNDER, DEPUTY, CHAIRMAN, HE])
def test_signs_of_persons_vote(tree: Tree) -> None:
    assert person_votes(tree) > 0.0


@pytest.mark.parametrize("tree", [PLAIN, LED_BY_THE])
def test_a_bare_object_and_a_name_with_an_article_tell_no_person(tree: Tree) -> None:
    assert person_votes(tree) == 0.0


def test_a_role_may_have_something_before_it() -> None:
    assert is_role("chairman") and is_role("vice-chairman") and not is_role("vice")


def test_a_title_gives_its_role() -> None:
    tree = tree_of("General NOUN 1 compound", "Kyenda PROPN 2 nsubj", "left VERB -1 root leave")
    votes: defaultdict[EntityClass, float] = defaultdict(float)
    assert title_before(look_around(tree, (1,), 1), votes) == "general" and votes["person"] > 0.0
