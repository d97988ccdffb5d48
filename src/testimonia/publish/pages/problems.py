"""Problems: what could not be done, where, and the way out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from testimonia.model.kinds import Stage
from testimonia.model.problem import Problem

SIZE = 100
"""Problems on one page."""


@dataclass(frozen=True, slots=True)
class ShownProblem:
    """One problem as a page shows it: the file, the place in it, what went wrong, the way out, and whether something is left out by it."""

    id: str
    origin: str
    place: str | None
    what: str
    remedy: str
    stage: Stage
    rule: str
    document: str | None
    leaves_out: bool


@dataclass(frozen=True, slots=True)
class ProblemsPage:
    """What the page Problems shows: a part of all problems, and how many there are by rule.

    `rule` is the one that was asked for, None for all. `after` is where the next part begins, None on the last.
    """

    total: int
    left_out: int
    by_rule: tuple[tuple[str, int], ...]
    rule: str | None
    problems: tuple[ShownProblem, ...]
    first: int
    after: int | None


def problems_page(problems: Iterable[Problem], *, rule: str | None = None, first: int = 0) -> ProblemsPage:
    """Show problems.

    Args:
        problems: All problems, in the store's order.
        rule: Only those of this rule; None for all.
        first: How many to pass over, those of the parts before.

    Returns:
        The page.
    """
    found = list(problems)
    wanted = [problem for problem in found if rule is None or problem.rule == rule]
    begin = min(max(0, first), len(wanted))
    shown = tuple(map(shown_problem, islice(wanted, begin, begin + SIZE)))
    after = begin + SIZE if begin + SIZE < len(wanted) else None
    counted = Counter(problem.rule for problem in found).most_common()
    return ProblemsPage(len(found), sum(problem.fatal for problem in found), tuple(counted), rule, shown, begin, after)


def shown_problem(problem: Problem) -> ShownProblem:
    """Show one problem.

    Args:
        problem: The problem.

    Returns:
        What a page says of it.
    """
    return ShownProblem(
        id=problem.id,
        origin=problem.origin,
        place=problem.place,
        what=problem.what,
        remedy=problem.remedy,
        stage=problem.stage,
        rule=problem.rule,
        document=problem.document,
        leaves_out=problem.fatal,
    )
