"""Sides: bodies, descriptions and roles, and that rivals are told from branches."""

import pytest

from testimonia.weigh.accounts import Somebody, accounts_of
from testimonia.weigh.tie_sides import kin, same_body, side_features, within

DOCUMENTS = {"a": "The Daily Example; 2015-06-01", "b": "Sample News; 2015-06-02"}
KINDS = {"Malian Army": "state_force", "Malian Air Force": "state_force", "Sudanese Army": "state_force", "Gao": "place"}


def told(knowledge_of, left, right, *, documents="ab"):
    reports = [f"{document} | ASSAULT | {sides} | | 2015-05-20" for document, sides in zip(documents, (left, right), strict=True)]
    return [feature.words for feature in side_features(*accounts_of(knowledge_of(documents=DOCUMENTS, reports=reports, kinds=KINDS)))]


def somebody(words: str) -> Somebody:
    return Somebody(None, words, frozenset(words.split()))


def test_words_are_kin_in_spite_of_inflection_and_not_by_their_first_letters():
    assert kin(somebody("malian army"), somebody("mali"))
    assert kin(somebody("syrian soldiers"), somebody("a soldier"))
    assert not kin(somebody("congregation"), somebody("congo"))
    assert not kin(somebody("goma fighters"), somebody("goma"), without=frozenset(["goma"]))
    assert within(somebody("jolo"), somebody("jolo town"))
    assert not within(somebody("jolo town"), somebody("town hall"))


def test_only_entities_are_the_same_body():
    described = somebody("rebels")
    assert not same_body(described, described)
    assert same_body(Somebody("e-1", "M23", frozenset()), Somebody("e-1", "M23", frozenset()))


@pytest.mark.parametrize(
    ("left", "right", "expect"),
    [
        ("M23 -> Malian Army", "M23 -> Malian Army", ["the same initiator (M23)", "the same target (Malian Army)"]),
        ("M23 ->", "~rebels ->", ["an initiator of the same sort (M23)"]),
        ("M23 ->", "~soldiers ->", ["another sort of initiator"]),
        ("-> ~a church", "-> ~worshippers", ["a similar target (described only)"]),
        ("-> ~pupils", "-> ~civilians", ["a target of the same sort (described only)"]),
        ("-> ~pupils", "-> ~doctors", ["another sort of target"]),
        ("-> ~militants", "-> ~villagers", []),
        ("-> ~a dam", "-> ~the dam", ["a target in the same words"]),
        ("Malian Army ->", "Malian Air Force ->", ["forces of one state (Malian Army; Malian Air Force)"]),
        ("~Malian soldiers ->", "~Sudanese soldiers ->", ["an initiator of another country"]),
        ("~Malian soldiers ->", "Sudanese Army ->", ["an initiator of another country"]),
        ("~soldiers ->", "Sudanese Army ->", ["an initiator of the same sort (Sudanese Army)"]),
        ("Malian Army ->", "Sudanese Army ->", ["another initiator (Malian Army; Sudanese Army)"]),
        ("Moro Islamic Front ->", "Moro National Front ->", []),
        ("M23 ->", "ADF ->", ["another initiator (M23; ADF)"]),
        ("M23 -> Gao", "M23 -> Malian Army", ["the same initiator (M23)"]),
        ("M23 & Malian Army", "M23 -> Malian Army", ["the same party (M23)", "the same party (Malian Army)"]),
        ("M23 -> Malian Army", "Malian Army -> M23", ["the same party (M23)", "the same party (Malian Army)"]),
        ("M23 ->", "->", []),
    ],
)
def test_what_two_documents_say_of_the_sides_is_told_in_words(knowledge_of, left, right, expect):
    assert told(knowledge_of, left, right) == expect


def test_one_author_who_exchanges_the_roles_means_another_fight(knowledge_of):
    assert told(knowledge_of, "M23 -> Malian Army", "Malian Army -> M23", documents="aa") == [
        "another initiator (M23; Malian Army)",
        "another target (Malian Army; M23)",
    ]
