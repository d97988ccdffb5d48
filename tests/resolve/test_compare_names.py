"""Names compared by their parts; the cases are in `cases/resolve/name_pairs.jsonl`."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.resolve.anatomy import anatomy_of
from testimonia.resolve.compare import compare_contained, compare_names, left_over
from testimonia.resolve.scoring import score_of, verdict_of

CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "cases/resolve/name_pairs.jsonl").read_text("utf-8").splitlines()]


def _marked(case):
    known_limit = pytest.mark.xfail(strict=True, reason=case["comment"])
    return pytest.param(case, id=case["label"], marks=[] if case["holds"] == "yes" else [known_limit])


@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
@pytest.mark.parametrize("turned", [False, True], ids=["as written", "turned round"])
def test_two_names_in_two_documents(world, case, turned):
    left, right = reversed(case["text"]) if turned else case["text"]
    one, other = world.org("d1", left), world.org("d2", right)
    found = "SAME" if world.one(one, other) else world.verdict(one, other)
    if case["expect"] == "apart":
        assert found != "SAME"
    else:
        assert found == case["expect"]


def test_the_cases_come_from_several_conflicts_and_hold_hard_negatives():
    assert len(CASES) >= 40
    assert sum(case["expect"] != "SAME" for case in CASES) >= len(CASES) / 3
    assert sum(not all(name.isascii() for name in case["text"]) for case in CASES) >= len(CASES) / 5


def test_names_with_other_consonants_are_not_even_asked_about():
    assert compare_names(anatomy_of("Kachin Army"), anatomy_of("Arakan Army")) is None


@pytest.mark.parametrize("left, right", [(case["text"][0], case["text"][1]) for case in CASES])
def test_a_comparison_does_not_depend_on_the_order(left, right):
    ours, theirs = compare_names(anatomy_of(left), anatomy_of(right)), compare_names(anatomy_of(right), anatomy_of(left))
    assert (ours is None) == (theirs is None)
    if ours is not None and theirs is not None:
        assert (verdict_of(ours), score_of(ours)) == (verdict_of(theirs), score_of(theirs))


@given(
    st.lists(
        st.sampled_from(["Kachin", "Liberation", "National", "Brigade", "Army", "Front", "1st", "al-Tawhid", "New"]), min_size=1, max_size=5
    )
)
def test_a_name_is_never_different_from_itself(words):
    name = " ".join(words)
    found = compare_names(anatomy_of(name), anatomy_of(name))
    assert found is None or verdict_of(found) != "DIFFERENT"


def test_what_is_left_over_is_named():
    long, short = anatomy_of("Nur al-Din al-Zenki Brigades"), anatomy_of("al-Zenki Brigades")
    assert [part.word for part in left_over(long, short)] == ["nur", "din"]
    assert "'nur din'" in compare_contained(long, short)[1].words


def test_a_contained_name_is_never_decided_by_the_words():
    assert verdict_of(compare_contained(anatomy_of("New Kachin Army"), anatomy_of("Kachin Army"))) == "UNSURE"
