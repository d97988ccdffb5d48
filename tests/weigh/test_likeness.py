"""Likeness: reasons, and that it does not matter which report comes first."""

import json
from pathlib import Path

from testimonia.weigh.accounts import Somebody, accounts_of
from testimonia.weigh.likeness import ENOUGH, exclude_each_other, kin, likeness_of, same_body

CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "weigh" / "events.jsonl").read_text("utf-8").splitlines()]


def test_likeness_is_symmetric_and_tied_reports_never_exclude_each_other(knowledge_of):
    tied = 0
    for case in CASES:
        left, right = accounts_of(knowledge_of(**{key: case[key] for key in ("documents", "reports", "kinds", "places")}))[:2]
        one, two = likeness_of(left, right), likeness_of(right, left)
        assert (one is None) is (two is None), case["label"]
        if one is not None and two is not None:
            tied += 1
            assert one.points == two.points >= ENOUGH
            assert one.reasons
            assert not exclude_each_other(left, right)
    assert tied >= 12


def test_words_are_kin_in_spite_of_inflection_and_not_by_their_first_letters():
    def somebody(words: str) -> Somebody:
        return Somebody(None, words, frozenset(words.split()))

    assert kin(somebody("malian army"), somebody("mali"))
    assert kin(somebody("syrian soldiers"), somebody("a soldier"))
    assert not kin(somebody("congregation"), somebody("congo"))
    assert not kin(somebody("goma fighters"), somebody("goma"), without=frozenset(["goma"]))


def test_only_entities_are_the_same_body():
    described = Somebody(None, "rebels", frozenset(["rebels"]))
    assert not same_body(described, described)
    assert same_body(Somebody("e-1", "M23", frozenset()), Somebody("e-1", "M23", frozenset()))
