"""Whom pronouns and generic nouns stand for, asked of hand-made sentences."""

from collections import Counter

from tests.read.sentences import tree_of

from testimonia.read.names.cast import Cast, Member, gather_cast
from testimonia.read.names.spotting import Spot
from testimonia.read.reference.antecedents import antecedent, bodies_at, is_loose, of_person, of_two, spoken_of
from testimonia.read.reference.topic import Topic
from testimonia.read.syntax import Tree
from testimonia.text.names import fold_name

IT = tree_of("It PRON 1 nsubj", "left VERB -1 root leave")
GROUP = tree_of("The DET 1 det", "group NOUN 2 nsubj", "left VERB -1 root leave")
SAID = tree_of("Ansar PROPN 1 nsubj", "said VERB -1 root say", "it PRON 3 nsubj", "left VERB 1 ccomp leave")
BOTH = tree_of(
    "Ansar PROPN 3 nsubj", "and CCONJ 2 cc", "Boko PROPN 0 conj", "said VERB -1 root say", "it PRON 5 nsubj", "left VERB 3 ccomp leave"
)


def spots_of(tree: Tree) -> list[Spot]:
    """Spot every proper noun as a body."""
    return [
        Spot(t.start, t.end, t.text, fold_name(t.text), tree, t.i, (t.i,), Counter({"org": 4.0}))  # type: ignore[arg-type]
        for t in tree.tokens
        if t.upos == "PROPN"
    ]


def cast_of(tree: Tree) -> Cast:
    """Gather the bodies of a sentence."""
    return gather_cast("d-1", spots_of(tree), acronyms={})


FRONT = Member("azawad front", "org", Counter(["Azawad Front"]), "armed_group")


def test_a_pronoun_stands_for_the_topic() -> None:
    assert antecedent(Topic(subject=FRONT), cast_of(IT), [], IT, 0) is FRONT


def test_a_pronoun_stands_for_nobody_where_more_than_one_can_be_meant() -> None:
    assert antecedent(Topic(subject=FRONT, several=True), cast_of(IT), [], IT, 0) is None
    assert antecedent(Topic(subject=FRONT, elsewhere=True), cast_of(IT), [], IT, 0) is None
    assert antecedent(Topic(subject=FRONT), cast_of(BOTH), spots_of(BOTH), BOTH, 4) is None


def test_the_subject_above_comes_before_the_topic() -> None:
    found = antecedent(Topic(subject=FRONT), cast_of(SAID), spots_of(SAID), SAID, 2)
    assert found is not None and found.key == "ansar"


def test_a_generic_noun_stands_for_whom_it_fits() -> None:
    assert spoken_of(Topic(subject=FRONT), cast_of(GROUP), [], GROUP, 1) is FRONT
    ministry = Member("ministry", "org", Counter(["Ministry"]), "government")
    assert spoken_of(Topic(subject=ministry), cast_of(GROUP), [], GROUP, 1) is None


def test_of_several_bodies_named_lately_none_is_guessed() -> None:
    other = Member("mon army", "org", Counter(["Mon Army"]), "armed_group")
    assert spoken_of(Topic(recent=[FRONT]), cast_of(GROUP), [], GROUP, 1) is FRONT
    assert spoken_of(Topic(recent=[FRONT, other]), cast_of(GROUP), [], GROUP, 1) is None


def test_coordinated_bodies_are_all_listed() -> None:
    assert [m.key for m in bodies_at(cast_of(BOTH), spots_of(BOTH), BOTH, 0)] == ["ansar", "boko"]


def test_a_noun_stands_for_the_one_body_called_so_even_beside_others() -> None:
    army = Member("mon army", "org", Counter(["Mon Army"]), "armed_group")
    tree = tree_of("The DET 1 det", "army NOUN 2 nsubj", "left VERB -1 root leave")
    assert spoken_of(Topic(recent=[FRONT, army], several=True), cast_of(tree), [], tree, 1) is army


def test_the_former_and_the_latter_are_the_two_named_before() -> None:
    army = Member("mon army", "org", Counter(["Mon Army"]), "armed_group")
    assert of_two(Topic(pair=[FRONT, army]), "former") is FRONT
    assert of_two(Topic(pair=[FRONT, army]), "latter") is army
    assert of_two(Topic(pair=[FRONT]), "latter") is None
    assert of_two(Topic(pair=[FRONT, army]), "group") is None


def test_his_group_is_the_body_in_which_he_has_a_role() -> None:
    tree = tree_of("His PRON 1 nmod:poss", "group NOUN 2 nsubj", "left VERB -1 root leave")
    man = Member("abu omar", "person", Counter(["Abu Omar"]), "person", office="azawad front", office_role="emir")
    cast = Cast("d-1", {"azawad front": FRONT}, {})
    assert of_person(Topic(person=man), cast, tree, 1) is FRONT
    assert of_person(Topic(person=Member("abu omar", "person")), cast, tree, 1) is None
    house = tree_of("His PRON 1 nmod:poss", "house NOUN 2 nsubj", "burned VERB -1 root burn")
    assert of_person(Topic(person=man), cast, house, 1) is None


def test_a_bare_phrase_or_a_clause_after_a_comma_makes_no_other_body() -> None:
    exile = tree_of("movement NOUN -1 root", "from ADP 2 case", "exile NOUN 0 nmod")
    assert is_loose(exile, 2)
    place = tree_of("movement NOUN -1 root", "from ADP 2 case", "Gao PROPN 0 nmod")
    assert not is_loose(place, 2)
    told = tree_of("group NOUN -1 root", ", PUNCT 3 punct", "which PRON 3 nsubj", "left VERB 0 acl:relcl leave")
    assert is_loose(told, 3)
    restricted = tree_of("group NOUN -1 root", "that PRON 2 nsubj", "left VERB 0 acl:relcl leave")
    assert not is_loose(restricted, 2)
