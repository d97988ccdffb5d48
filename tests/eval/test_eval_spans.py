"""Names in running text are compared rightly with what was read."""

import pytest
from eval.spans import Name, Outcome, is_exact, kinds_right, passages, score, unmark

FRONT = Name(4, 13, "org", "armed_group")


def test_marks_come_off_and_names_keep_their_places() -> None:
    passage = unmark("The {armed_group: Red Front} left {place: Goma} for {any: Rest}.", label="x", genre="wire")
    assert passage.text == "The Red Front left Goma for Rest."
    assert [(passage.text[n.start : n.end], n.cls, n.kind) for n in passage.names] == [
        ("Red Front", "org", "armed_group"),
        ("Goma", "place", None),
        ("Rest", "any", None),
    ]


@pytest.mark.parametrize(("span", "exact"), [((4, 13), True), ((0, 13), True), ((4, 12), False), ((8, 13), False), ((4, 18), False)])
def test_a_span_is_exact_with_or_without_its_article(span: tuple[int, int], exact: bool) -> None:
    assert is_exact("The Red Front left.", FRONT, span) is exact


def test_precision_counts_what_was_read_and_recall_what_stands_there() -> None:
    passage = unmark("The {armed_group: Red Front} left.", label="x")
    right, wrong = Name(4, 13, "org", "armed_group"), Name(4, 13, "place", "place")
    outcomes = [Outcome(passage, ((FRONT, right), (FRONT, None), (FRONT, wrong), (None, right)))]
    assert score(outcomes, cls="org") == pytest.approx((0.5, 1 / 3, 0.4, 3))
    assert score(outcomes, cls=None) == pytest.approx((2 / 3, 2 / 3, 2 / 3, 3))
    assert score([], cls="org") == (0.0, 0.0, 0.0, 0)
    assert kinds_right(outcomes) == (1.0, 1)


def test_the_passages_are_dense_in_names_and_apart() -> None:
    found = passages()
    assert len(found) >= 80
    assert len({passage.label for passage in found}) == len(found)
    assert sum(len(passage.names) for passage in found) / len(found) >= 10
    assert all("{" not in passage.text and "}" not in passage.text for passage in found)
