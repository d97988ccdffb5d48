"""Told: what reports have in common is one number, and what differs is another."""

import numpy as np

from testimonia.weigh.accounts import accounts_of
from testimonia.weigh.told import COLUMNS, Numbered, is_limited, laid_out, told_of

DOCUMENTS = {"a": "Paper A; 2015-06-03", "b": "Paper B; 2015-06-04"}
KINDS = {"Goma": "place"}
ATTACK = "| ASSAULT bombing | M23 -> ~soldiers | Goma | 2012-11-20 | killed 12"


def told(knowledge_of, *reports):
    return told_of(accounts_of(knowledge_of(documents=DOCUMENTS, kinds=KINDS, reports=list(reports))))


def test_equal_things_have_one_number():
    numbered = Numbered("none")
    assert [numbered.of(thing) for thing in ("none", "one", "two", "one")] == [0, 1, 2, 1]
    assert numbered.things == ["none", "one", "two"]


def test_two_reports_that_say_the_same_differ_in_nothing_but_their_document(knowledge_of):
    made = told(knowledge_of, f"a {ATTACK}", f"b {ATTACK}")
    assert {name for name in COLUMNS if len(set(getattr(made, name).tolist())) > 1} == {"document"}


def test_what_differs_has_another_number(knowledge_of):
    for column, other in (
        ("mode", ATTACK.replace("bombing", "killing")),
        ("initiator", ATTACK.replace("M23", "FDLR")),
        ("target", ATTACK.replace("soldiers", "police")),
        ("count", ATTACK.replace("12", "13", 2).replace("2013-11-20", "2012-11-20")),
        ("low", ATTACK.replace("11-20", "11-21")),
        ("status", f"{ATTACK} | denied"),
    ):
        one, two = getattr(told(knowledge_of, f"a {ATTACK}", f"b {other}"), column).tolist()
        assert one != two, column


def test_a_report_without_a_date_has_the_days_that_its_document_leaves_it(knowledge_of):
    made = told(knowledge_of, "a | ASSAULT | M23 -> | Goma | ", f"b {ATTACK}")
    assert made.dated.tolist() == [False, True]
    assert is_limited(made).all()
    assert made.high[0] - made.low[0] == 7


def test_some_of_the_reports_can_be_taken(knowledge_of):
    made = told(knowledge_of, f"a {ATTACK}", f"b {ATTACK.replace('M23', 'FDLR')}")
    (initiator,) = made.taken(np.array([1])).initiator
    assert [body.name for body in made.sides[initiator]] == ["FDLR"]


def test_lists_are_laid_out_for_whoever_wants_them():
    which, numbers = laid_out([[1, 2], [], [3]], np.array([2, 0, 1]))
    assert which.tolist() == [0, 1, 1]
    assert numbers.tolist() == [3, 1, 2]
