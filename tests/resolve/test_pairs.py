"""Two names alone, judged by the same rules as a build."""

import pytest

from testimonia.resolve.pairs import judge_names


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Karen National Liberation Army", "the Karen National Liberation Army", "SAME"),
        ("Karen National Union", "Karenni National Progressive Party", "UNSURE"),
        ("1st Kachin Brigade", "5th Kachin Brigade", "DIFFERENT"),
        ("Kachin Army", "Wa Army", "UNSURE"),
    ],
)
def test_names_are_judged_alone(left, right, verdict):
    found = judge_names(left, right)
    assert found.verdict == verdict
    assert judge_names(right, left).verdict == verdict
    assert found.features
