"""What stands around a name."""

from tests.read.sentences import tree_of

from testimonia.read.names.around import ARTICLE, CLEAR, LIKELY, SLIGHT, STRONG, look_around


def test_a_name_knows_its_neighbours_and_its_governor() -> None:
    tree = tree_of("in ADP 1 case", "Gao PROPN 3 obl", "they PRON 3 nsubj", "left VERB -1 root leave")
    around = look_around(tree, (1,), 1)
    assert around.case == "in" and around.lemma == "leave"
    assert around.before is not None and around.before.text == "in" and around.after is not None and around.after.text == "they"


def test_a_name_alone_has_neither() -> None:
    around = look_around(tree_of("Gao PROPN -1 root"), (0,), 0)
    assert (around.before, around.after, around.governor, around.lemma) == (None, None, None, "")


def test_the_weights_are_ordered_by_how_much_they_tell() -> None:
    assert ARTICLE < SLIGHT < LIKELY < CLEAR < STRONG
