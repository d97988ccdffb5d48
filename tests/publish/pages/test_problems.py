"""Problems as a record."""

from testimonia.model.problem import Problem
from testimonia.publish.pages.problems import SIZE, problems_page, shown_problem


def problem(number: int, *, rule: str = "capture.empty", fatal: bool = True) -> Problem:
    return Problem(f"{number}.txt", "capture", rule, "what", "remedy", fatal=fatal)


def test_a_part_is_shown_and_the_rest_can_be_reached():
    problems = [problem(number) for number in range(SIZE + 5)]
    first = problems_page(problems)
    rest = problems_page(problems, first=first.after)
    assert len(first.problems) + len(rest.problems) == SIZE + 5
    assert rest.after is None


def test_they_can_be_narrowed_to_a_rule_while_all_rules_stay_known():
    page = problems_page([problem(1), problem(2, rule="read.defect", fatal=False)], rule="read.defect")
    assert [each.rule for each in page.problems] == ["read.defect"]
    assert (page.total, page.left_out) == (2, 1)
    assert dict(page.by_rule) == {"capture.empty": 1, "read.defect": 1}


def test_a_place_beyond_the_end_gives_an_empty_part():
    assert problems_page([problem(1)], first=10**12).problems == ()


def test_a_problem_is_shown_with_its_way_out():
    shown = shown_problem(problem(1))
    assert (shown.remedy, shown.leaves_out, shown.id) == ("remedy", True, problem(1).id)
