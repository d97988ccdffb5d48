"""Who does what a verb tells, on trees built by hand."""

from tests.read.sentences import tree_of

from testimonia.read.events.event_agents import agents_of


def test_the_subject_of_a_verb_and_the_by_phrase_of_a_passive_do_it() -> None:
    active = tree_of("Rebels NOUN 1 nsubj rebel", "attacked VERB -1 root attack", "Goma PROPN 1 obj Goma")
    passive = tree_of(
        "Goma PROPN 2 nsubj:pass Goma",
        "was AUX 2 aux:pass be",
        "attacked VERB -1 root attack",
        "by ADP 4 case by",
        "rebels NOUN 2 obl rebel",
    )
    assert agents_of(active, 1) == [0] and agents_of(passive, 2) == [4]


def test_who_lets_people_go_stands_under_the_inner_verb() -> None:
    tree = tree_of(
        "Hostages NOUN 2 nsubj:pass hostage",
        "were AUX 2 aux:pass be",
        "let VERB -1 root let",
        "go VERB 2 xcomp go",
        "by ADP 5 case by",
        "gunmen NOUN 3 obl gunman",
    )
    assert agents_of(tree, 2) == [5]


def test_nobody_is_made_up_where_nobody_is_told() -> None:
    tree = tree_of("Goma PROPN 2 nsubj:pass Goma", "was AUX 2 aux:pass be", "attacked VERB -1 root attack")
    assert agents_of(tree, 2) == []
