"""Clashes: for each kind of claim the rule that says when two of them cannot both hold.

Each rule compares two claims about one thing and answers `definite`, `possible` (a date is missing) or None. Its docstring is the reason
shown to people. A change over time never clashes. Undated claims are taken to hold when their document was published: if that is unknown,
nothing definite follows from them.

Follows: codebook, section 7.
"""

from functools import lru_cache
from typing import Literal

from testimonia.model.kinds import Predicate
from testimonia.model.valid_time import ValidTime, contradicts
from testimonia.weigh.assertions import Assertion
from testimonia.weigh.times import EARLIEST, LATEST, OPEN, REMEMBERED, Span, covers, gap, meet

Clash = Literal["definite", "possible"] | None

BELONGING: tuple[Predicate, ...] = ("armed_wing_of", "part_of", "affiliated_with", "member_of")
"""Relations to a body that end when one splits off from that body."""

ONE_OFF: tuple[Predicate, ...] = ("founded", "dissolved", "split_from", "merged_into", "renamed")
"""Claims about something that happens on a day, so that a denial is about whether it had happened yet."""

STALE_DAYS = 366
"""Two undated claims published further apart than a year are a change, not a clash: strengths and memberships are usually restated each
year."""


def clash_of_dates(left: Assertion, right: Assertion) -> Clash:
    """A body is founded or dissolved, or leaves or joins another for good, once; two dates that share no day cannot both be right."""
    if left.negated or right.negated:
        return None
    one, two = left.claim.when, right.claim.when
    return "definite" if one is not None and two is not None and _contradict(one, two) else None


@lru_cache(maxsize=REMEMBERED)
def _contradict(one: ValidTime, two: ValidTime) -> bool:
    """Compare two times; the same few thousand are compared again and again."""
    return contradicts(one, two)


def clash_of_strengths(left: Assertion, right: Assertion) -> Clash:
    """A body cannot have two strengths at one time; ranges that do not meet cannot both be right, unless it grew or shrank in between."""
    if left.negated or right.negated or _ranges_meet(left, right) or one_breath(left, right):
        return None
    if left.span is not None and right.span is not None:
        return "definite" if meet(left.span, right.span) else None
    if left.claim.document == right.claim.document and not left.dated and not right.dated:
        return "definite"
    return as_published(left, right)


def clash_of_polarity(left: Assertion, right: Assertion) -> Clash:
    """What one voice affirms and another denies of the same time cannot both hold."""
    affirmed, denied = (right, left) if left.negated else (left, right)
    if affirmed.negated or not denied.negated:
        return None
    if left.claim.document == right.claim.document and not left.dated and not right.dated:
        return "definite"
    if affirmed.claim.predicate in ONE_OFF:
        return _happened_by(affirmed, denied)
    if left.span is not None and right.span is not None:
        return _held_at_once(affirmed, denied)
    if left.dated or right.dated:
        return _undated_against_dated(left, right) if left.dated else _undated_against_dated(right, left)
    published = as_published(left, right)
    return "definite" if published == "possible" and _known(left.said) and _known(right.said) and meet(left.said, right.said) else published


def clash_of_no_tie(left: Assertion, right: Assertion) -> Clash:
    """A body that is said to have no tie to another cannot at that time be part of it or its wing."""
    affirmed, denied = (right, left) if left.negated else (left, right)
    if denied.claim.predicate != "affiliated_with" or affirmed.claim.predicate == "affiliated_with":
        return None
    return clash_of_polarity(left, right)


def clash_of_split(left: Assertion, right: Assertion) -> Clash:
    """A body that has split from another is not part of it, nor its wing, nor its affiliate, after the split."""
    split, bond = (left, right) if left.claim.predicate == "split_from" else (right, left)
    if split.negated or bond.negated or split.claim.predicate != "split_from" or bond.claim.predicate not in BELONGING:
        return None
    if split.span is None:
        return _undated_split(split, bond)
    if bond.span is not None:
        return _bond_after(bond, split.span)
    if split.claim.document == bond.claim.document and split.voice == bond.voice:
        return None  # one voice that tells of a split and of what was before it
    if not _known(bond.said):
        return "possible"
    return _later(bond.said, split.span[1], split.span[0])


def _bond_after(bond: Assertion, split: Span) -> Clash:
    """Compare a dated bond with a dated split; a bond that is open towards the present holds at least until its document was published."""
    lo, hi = bond.span or (EARLIEST, LATEST)
    if lo > split[1]:
        return "definite"
    if hi <= split[1] and lo > split[0]:
        return "possible"  # the bond is dated more finely than the split, and may lie on either side of it
    if not bond.throughout or hi <= split[1]:
        return None
    if hi < LATEST:
        return "definite"
    return _later(bond.said, split[1], split[0]) if _known(bond.said) else "possible"


def _undated_split(split: Assertion, bond: Assertion) -> Clash:
    """Compare a split that is over when its document appears with a bond."""
    if split.claim.document == bond.claim.document and split.voice == bond.voice:
        return None
    over = split.said[1]
    if bond.span is not None and bond.span[1] < LATEST:
        return "definite" if bond.span[0] > over else None
    held = bond.said
    return "definite" if over < LATEST and held[0] > over else "possible"


def reach_of_state(made: Assertion, certainty: Literal["definite", "possible"]) -> Span | None:
    """Give the days on which a state can clash with another.

    Args:
        made: A claim; undated, it holds when its document was published.
        certainty: How surely.

    Returns:
        Those days, widened where a possible clash forgives a lapse of time; None where nothing of the kind can follow.
    """
    days = made.said if made.span is None else made.span
    if not _known(days):
        return OPEN if certainty == "possible" else None
    return days if certainty == "definite" else (days[0] - STALE_DAYS // 2, days[1] + STALE_DAYS // 2)


def reach_of_dated(made: Assertion, certainty: Literal["definite", "possible"]) -> Span | None:
    """Give the days on which a state can clash with another, where only dated ones can do so definitely.

    Args:
        made: A claim.
        certainty: How surely.

    Returns:
        As `reach_of_state`, but None for a definite clash of an undated claim with one in another document.
    """
    return None if certainty == "definite" and made.span is None else reach_of_state(made, certainty)


def _happened_by(affirmed: Assertion, denied: Assertion) -> Clash:
    """Compare a happening with a denial that it had happened by some day."""
    done = affirmed.span if affirmed.span is not None else (EARLIEST, affirmed.said[1])
    still = denied.span if denied.span is not None else denied.said
    if done[1] < LATEST and done[1] <= still[0] and still[0] > EARLIEST:
        return "definite"
    return None if done[0] > still[1] else "possible"


def _held_at_once(affirmed: Assertion, denied: Assertion) -> Clash:
    """Compare two dated states: a clash is definite only where a day is sure to be both."""
    one, two = affirmed.span or (EARLIEST, LATEST), denied.span or (EARLIEST, LATEST)
    if not meet(one, two):
        return None
    both = affirmed.throughout and denied.throughout
    sure = (
        both or (denied.throughout and covers(two, one)) or (affirmed.throughout and covers(one, two)) or (one == two and one[0] == one[1])
    )
    if sure:
        return "definite"
    return "possible" if covers(one, two) or covers(two, one) else None  # where each has days of its own, both can hold in turn


def _undated_against_dated(dated: Assertion, undated: Assertion) -> Clash:
    """Compare a dated state with one that holds when its document was published."""
    span = dated.span or (EARLIEST, LATEST)
    if not _known(undated.said):
        return "possible"
    if not meet(span, undated.said):
        return None
    return "definite" if dated.throughout and span[0] > EARLIEST and covers(span, undated.said) else "possible"


def as_published(left: Assertion, right: Assertion, *, within: int = STALE_DAYS) -> Clash:
    """Compare where at least one is undated: never more than possible, and nothing where the times lie too far apart.

    Args:
        left: A claim.
        right: Another.
        within: Days by which the times may differ.

    Returns:
        `possible` or None.
    """
    one, two = left.span or left.said, right.span or right.said
    if not _known(one) or not _known(two):
        return "possible"
    return "possible" if gap(one, two) <= within else None


def one_breath(left: Assertion, right: Assertion) -> bool:
    """Say whether one voice says both in one document: it tells of two things, or two moments, unless the one stands in the title.

    Args:
        left: A claim.
        right: Another.

    Returns:
        True where document and voice are the same, and both stand in the text or both in the title.
    """
    return left.claim.document == right.claim.document and left.voice == right.voice and left.in_title == right.in_title


def _later(said: Span, end: int, start: int) -> Clash:
    """Place a publication after, within or before a split."""
    if said[0] > end:
        return "definite"
    return None if said[1] < start else "possible"


def _known(span: Span) -> bool:
    return span[0] > EARLIEST or span[1] < LATEST


def _ranges_meet(left: Assertion, right: Assertion) -> bool:
    one, two = left.claim.value, right.claim.value
    if one is None or two is None:
        return True
    low = max(bound for bound in (one.low, two.low, 0) if bound is not None)
    highs = [bound for bound in (one.high, two.high) if bound is not None]
    return not highs or low <= min(highs)
