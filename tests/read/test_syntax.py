"""The questions asked of a parsed sentence, on trees built by hand."""

import pytest
from tests.read.sentences import tree_of

# Rebels and soldiers were killed by the army in Goma
PASSIVE = tree_of(
    "Rebels NOUN 4 nsubj:pass rebel",
    "and CCONJ 2 cc",
    "soldiers NOUN 0 conj soldier",
    "were AUX 4 aux:pass be",
    "killed VERB -1 root kill Tense=Past|VerbForm=Part",
    "by ADP 7 case",
    "the DET 7 det",
    "army NOUN 4 obl:agent army",
    "in ADP 9 case",
    "Goma PROPN 4 obl Goma",
)
# The front which left attacked and shelled the town
RELATIVE = tree_of(
    "The DET 1 det",
    "front NOUN 4 nsubj front",
    "which PRON 3 nsubj",
    "left VERB 1 acl:relcl leave Tense=Past",
    "attacked VERB -1 root attack Tense=Past",
    "and CCONJ 6 cc",
    "shelled VERB 4 conj shell Tense=Past",
    "the DET 8 det",
    "town NOUN 6 obj town",
)
# They may attack unless the army did not leave
UNREAL = tree_of(
    "They PRON 2 nsubj they",
    "may AUX 2 aux may",
    "attack VERB -1 root attack VerbForm=Inf",
    "unless SCONJ 8 mark",
    "the DET 5 det",
    "army NOUN 8 nsubj army",
    "did AUX 8 aux do",
    "not PART 8 advmod not",
    "leave VERB 2 advcl leave VerbForm=Inf",
)
# the brigade of the front 's northern command
OWNED = tree_of(
    "the DET 1 det",
    "brigade NOUN -1 root brigade",
    "of ADP 7 case",
    "the DET 4 det",
    "front NOUN 7 nmod:poss front",
    "'s PART 4 case",
    "northern ADJ 7 amod",
    "command NOUN 1 nmod command",
)


def test_a_passive_turns_subject_and_agent_round() -> None:
    assert PASSIVE.is_passive(4)
    assert PASSIVE.objects(4) == [0, 2]
    assert PASSIVE.agents(4) == [7]


def test_an_active_verb_has_its_subject_as_agent() -> None:
    assert not RELATIVE.is_passive(4)
    assert RELATIVE.agents(4) == [1]


def test_a_relative_pronoun_is_the_noun_that_it_stands_for() -> None:
    assert RELATIVE.subject(3) == 1


def test_a_conjoined_verb_shares_the_subject() -> None:
    assert RELATIVE.subject(6) == 1
    assert RELATIVE.objects(6) == [8]


def test_an_oblique_comes_with_its_preposition() -> None:
    assert list(PASSIVE.obliques(4)) == [("by", 7), ("in", 9)]


def test_a_noun_phrase_leaves_out_its_preposition_and_what_is_coordinated() -> None:
    assert PASSIVE.nominal(0) == [0]
    assert PASSIVE.nominal(7) == [6, 7]
    assert PASSIVE.nominal_extent(7) == (PASSIVE.tokens[6].start, PASSIVE.tokens[7].end)


def test_owners_are_possessives_and_what_follows_of() -> None:
    assert OWNED.owners(1) == [7]
    assert OWNED.owners(7) == [4]


def test_a_clause_ends_at_its_verb() -> None:
    assert PASSIVE.clause(6) == 4
    assert RELATIVE.clause(2) == 3


def test_negation_counts_in_its_own_clause_only() -> None:
    assert UNREAL.is_negated(8)
    assert not UNREAL.is_negated(2)


@pytest.mark.parametrize(("tree", "verb", "unreal"), [(UNREAL, 2, True), (UNREAL, 8, True), (PASSIVE, 4, False), (RELATIVE, 6, False)])
def test_modals_and_conditions_are_unreal_and_plain_pasts_are_not(tree: object, verb: int, unreal: bool) -> None:
    assert tree.is_unreal(verb) is unreal  # type: ignore[attr-defined]


def test_the_extent_and_subtree_cover_everything_below() -> None:
    assert PASSIVE.subtree(0) == [0, 1, 2]
    assert PASSIVE.extent(4) == (PASSIVE.sentence.start, PASSIVE.sentence.end)


def test_a_subject_is_found_even_where_heads_run_in_a_long_chain() -> None:
    chain = tree_of("left VERB -1 root leave", *(f"v{n} VERB {n} xcomp" for n in range(30)))
    assert chain.subject(30) is None


def test_a_subject_hung_on_a_participle_before_it_is_found() -> None:
    tree = tree_of(
        *("Known VERB 8 advcl know", "as ADP 2 case", "Kobra PROPN 0 obl", ", PUNCT 5 punct", "the DET 5 det", "Front PROPN 2 appos"),
        *(", PUNCT 0 punct", "was AUX 8 aux:pass be", "founded VERB -1 root found"),
    )
    assert tree.subject(8) == 5
    assert tree.subject(0) == 5


def test_what_is_told_of_a_part_is_not_told_of_the_whole() -> None:
    tree = tree_of("a DET 1 det", "faction NOUN -1 root", "of ADP 3 case", "Boko PROPN 1 nmod", "led VERB 3 acl lead")
    assert tree.subject(4) == 1
    assert tree_of("the DET 1 det", "faction NOUN -1 root", "of ADP 3 case", "Boko PROPN 1 nmod", "led VERB 3 acl lead").subject(4) == 3
