"""Clashes between ties: two parents, two holders of one office, a membership that has ended and goes on, two bodies each below the other.

As in `clashes`, each rule answers `definite`, `possible` or None, its docstring is the reason shown to people, and a change over time never
clashes: of "from 2003 to 2011" and "since 2011" the year 2011 is when the one followed the other.

Follows: codebook, section 7.
"""

from testimonia.model.claim import Value
from testimonia.weigh.assertions import Assertion
from testimonia.weigh.claim_words import claim_words
from testimonia.weigh.clashes import STALE_DAYS, Clash, as_published, one_breath
from testimonia.weigh.times import EARLIEST, LATEST, Span, core_of, covers, end_of, meet

NEWS_DAYS = 31
"""Two undated holders of an office, named by documents further apart than a month, may have followed each other."""


def clash_of_parents(left: Assertion, right: Assertion) -> Clash:
    """A body is under one command at a time, and the armed wing of one body, unless one of the two stands above the other."""
    if left.negated or right.negated or left.target is None or right.target is None or left.target == right.target:
        return None
    if left.target in right.above or right.target in left.above:
        return None
    return "possible" if _at_once(left, right, within=STALE_DAYS) is not None else None  # nobody may have said that one is above the other


def clash_of_offices(left: Assertion, right: Assertion) -> Clash:
    """An office that one person holds cannot have two holders at one time."""
    if left.negated or right.negated or left.subject == right.subject:
        return None
    found = _at_once(left, right, within=NEWS_DAYS)
    if office_of(left) in claim_words("single_offices"):
        return found
    return "possible" if found is not None and left.dated and right.dated else None


def clash_of_order(left: Assertion, right: Assertion) -> Clash:
    """Of two bodies that each are said to belong to the other at one time, one statement is wrong."""
    if left.negated or right.negated or left.subject == right.subject:
        return None
    return _at_once(left, right, within=STALE_DAYS)


def clash_of_ends(left: Assertion, right: Assertion) -> Clash:
    """What has ended at one time does not go on after it, unless it is taken up again."""
    if left.negated or right.negated or one_breath(left, right):
        return None
    found = [answer for answer in (_outlives(left, right), _outlives(right, left)) if answer is not None]
    return min(found, default=None)


def clash_of_life(left: Assertion, right: Assertion) -> Clash:
    """A body is not dissolved before it is founded."""
    said = {made.claim.predicate: made for made in (left, right)}
    founded, dissolved = said.get("founded"), said.get("dissolved")
    if founded is None or dissolved is None or founded.negated or dissolved.negated or founded.span is None or dissolved.span is None:
        return None
    return "possible" if dissolved.span[1] < founded.span[0] else None  # it may have been founded anew


def office_of(made: Assertion) -> str | None:
    """Name the office that a role is, if it is one that one person holds at a time.

    Args:
        made: A claim of a role.

    Returns:
        The office, None for any other role: a deputy, a former or an acting holder, one of several spokesmen.
    """
    return None if made.claim.value is None else office_named(made.claim.value)


def office_named(value: Value) -> str | None:
    """Name the office that a value says, if it is one that one person holds at a time.

    Args:
        value: What a claim of a role states.

    Returns:
        The office, None for any other role.
    """
    role = (value.role or "").casefold().strip()
    office = role.removeprefix("the ").removeprefix("its ")
    return office if office in claim_words("single_offices") or office in claim_words("leading_offices") else None


def _at_once(left: Assertion, right: Assertion, *, within: int) -> Clash:
    """Compare two states that exclude each other at one time."""
    if left.dated and right.dated:
        return _dated_at_once(left, right)
    if one_breath(left, right):
        return None
    if left.claim.document == right.claim.document:
        return "possible" if left.dated or right.dated else "definite"
    return as_published(left, right, within=within)


def _dated_at_once(left: Assertion, right: Assertion) -> Clash:
    one, two = left.span or (EARLIEST, LATEST), right.span or (EARLIEST, LATEST)
    sure_one, sure_two = _sure_days(left), _sure_days(right)
    if sure_one is not None and sure_two is not None:
        return "definite" if meet(sure_one, sure_two) and not _touch(sure_one, sure_two) else None
    if sure_one is None and sure_two is None:
        return "possible" if covers(one, two) or covers(two, one) else None
    sure, written = (sure_one, two) if sure_one is not None else (sure_two, one)
    return "definite" if sure is not None and covers(sure, written) and not _touch(sure, written) else None


def _sure_days(made: Assertion) -> Span | None:
    """Give the days on which a dated state surely held; one that is still open held until its document appeared."""
    core = core_of(made.claim.when)
    if core is None or core[1] < LATEST:
        return core
    until = made.said[0] if made.said[0] > EARLIEST else core[0]
    return (core[0], until) if until >= core[0] else None


def _touch(one: Span, two: Span) -> bool:
    """Say whether the one ends on the day on which the other begins."""
    return one[0] < one[1] == two[0] or two[0] < two[1] == one[0]


def _outlives(ended: Assertion, held: Assertion) -> Clash:
    """Compare what has ended with what is said to hold."""
    end = end_of(ended.claim.when)
    if end is None:
        return None
    if held.span is None:
        return _said_after(held, end) if held.claim.predicate != "has_role" else None
    if held.span[0] > end[1]:  # taken up again, unless the end is all that is said
        return "definite" if ended.span is not None and ended.span[0] == EARLIEST else None
    other = end_of(held.claim.when)
    if other is not None:
        return "definite" if other[0] > end[1] else None
    sure = _sure_days(held)
    return "definite" if sure is not None and sure[1] > end[1] and sure[0] < sure[1] else None


def _said_after(held: Assertion, end: Span) -> Clash:
    """Compare an undated state, which holds when it is said, with an end."""
    if held.said[0] <= end[1] and held.said != (EARLIEST, LATEST):
        return None
    return "possible"
