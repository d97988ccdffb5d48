"""How a sentence hangs together, on trees built by hand."""

from tests.read.sentences import tree_of

from testimonia.read.structure import Structure, remembered

# The army and the front of Goma attacked along with rebels
TREE = tree_of(
    "The DET 1 det",
    "army NOUN 7 nsubj army",
    "and CCONJ 4 cc",
    "the DET 4 det",
    "front NOUN 1 conj front",
    "of ADP 6 case",
    "Goma PROPN 4 nmod Goma",
    "attacked VERB -1 root attack Tense=Past",
    "along ADP 10 case",
    "with ADP 8 fixed",
    "rebels NOUN 7 obl rebel",
)


def test_words_are_found_by_their_lemma_in_text_order() -> None:
    assert TREE.having({"rebel", "army", "leave"}) == [1, 10]
    assert TREE.having({"rebels"}) == []


def test_children_are_told_by_their_relation() -> None:
    assert TREE.children(7) == [1, 10]
    assert TREE.children(7, "obl", "obj") == [10]
    assert TREE.children(7, "iobj") == []


def test_a_preposition_of_two_words_is_one() -> None:
    assert TREE.case(10) == "along with"
    assert TREE.obliques(7) == (("along with", 10),)


def test_what_is_coordinated_comes_together() -> None:
    assert TREE.conjuncts(1) == [1, 4]
    assert TREE.conjuncts(10) == [10]


def test_a_remembered_question_is_answered_once_for_each_token_and_tree() -> None:
    asked: list[int] = []

    @remembered
    def question(structure: Structure, i: int) -> int:
        asked.append(i)
        return i + 1

    assert [question(TREE, i) for i in (3, 3, 4, 3)] == [4, 4, 5, 4]
    assert asked == [3, 4]
    assert question(tree_of("Rebels NOUN -1 root rebel"), 3) == 4
    assert asked == [3, 4, 3]
