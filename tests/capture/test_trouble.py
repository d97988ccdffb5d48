"""Problems: every one names its stage, what is wrong and the way out."""

from testimonia.capture.trouble import empty, skipped, too_large, trouble, unreadable


def test_every_problem_is_of_this_stage_and_says_what_to_do() -> None:
    problems = [
        trouble("a", "x", "Wrong.", remedy="Do this."),
        too_large("a", size=None, limit=5),
        too_large("a", size=7_000, limit=5),
        unreadable("a", "it is damaged"),
        empty("a"),
        skipped("a", "3 rows."),
    ]
    for problem in problems:
        assert problem.stage == "capture" and problem.rule.startswith("capture.")
        assert problem.what.endswith(".") and problem.remedy.endswith(".")
    assert "7,000" in problems[2].what and [problem.fatal for problem in problems] == [True] * 5 + [False]
