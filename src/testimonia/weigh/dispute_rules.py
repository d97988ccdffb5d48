"""The rules of dispute for claims: which claims are compared, what makes two of them clash, and how people read it.

The reason behind a rule is the docstring of its clash. Positions group the claims of a dispute by what they hold.
"""

from collections.abc import Callable
from dataclasses import dataclass

from testimonia.codebook.phrases import value_in_words
from testimonia.model.kinds import PREDICATES, Predicate
from testimonia.model.knowledge import Knowledge
from testimonia.weigh.assertions import Assertion
from testimonia.weigh.claim_words import claim_words
from testimonia.weigh.clashes import (
    BELONGING,
    ONE_OFF,
    clash_of_dates,
    clash_of_no_tie,
    clash_of_polarity,
    clash_of_split,
    clash_of_strengths,
    reach_of_dated,
    reach_of_state,
)
from testimonia.weigh.clashes_of_ties import clash_of_ends, clash_of_life, clash_of_offices, clash_of_order, clash_of_parents, office_of
from testimonia.weigh.facts import Certainty, Question
from testimonia.weigh.times import OPEN, Span, end_of, stab, window_of
from testimonia.weigh.wording import listed, phrase_of, time_in_words

OPEN_HIGH = 10**12
"""Above any strength of any body: an upper bound that nobody stated."""

Parts = list[tuple[str, list[Assertion]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which claims cannot all hold.

    `block` gives what a claim must share with another to be compared, None to leave it out; `positions` groups a dispute's claims, each
    group with what it holds; `about` and `why` are filled in with the names of the first claim, `values` with what the positions hold;
    `doubt` says why a clash of this kind may be only possible.
    """

    name: str
    predicates: tuple[Predicate, ...]
    question: Question
    block: Callable[[Assertion], tuple[str, ...] | None]
    positions: Callable[[Knowledge, list[Assertion]], Parts]
    about: str
    why: str
    doubt: str = "A date is missing or too wide to be sure."

    @property
    def reason(self) -> str:
        """The rule in words, as people read it."""
        return (self.question.clash.__doc__ or "").strip()


def _by_date(knowledge: Knowledge, claims: list[Assertion]) -> Parts:
    spans = {made.id: window for made in claims if (window := window_of(made.claim.when)) is not None}
    return _parted(claims, stab(spans), lambda made: time_in_words(made.claim.when))


def _by_range(knowledge: Knowledge, claims: list[Assertion]) -> Parts:
    ranges = {made.id: span for made in claims if (span := _range(made)) is not None}
    return _parted(claims, stab(ranges), lambda made: value_in_words(made.claim.value))


def _parted(claims: list[Assertion], groups: list[list[str]], holds: Callable[[Assertion], str]) -> Parts:
    by_id = {made.id: made for made in claims}
    order = {made.id: place for place, made in enumerate(claims)}
    parts = [[by_id[key] for key in sorted(group, key=order.__getitem__)] for group in groups]
    return [(listed([holds(made) for made in part]), part) for part in parts]


def _by_polarity(knowledge: Knowledge, claims: list[Assertion]) -> Parts:
    parts = [("affirmed", [made for made in claims if not made.negated]), ("denied", [made for made in claims if made.negated])]
    return [(holds, part) for holds, part in parts if part]


def _by_bond(knowledge: Knowledge, claims: list[Assertion]) -> Parts:
    split = [made for made in claims if made.claim.predicate == "split_from"]
    bonds = [made for made in claims if made.claim.predicate != "split_from"]
    return [(_dated_words(knowledge, part), part) for part in (split, bonds) if part]


def _by_end(knowledge: Knowledge, claims: list[Assertion]) -> Parts:
    ended = {made.id: end for made in claims if (end := end_of(made.claim.when)) is not None}
    parts = _parted([made for made in claims if made.id in ended], stab(ended), lambda made: time_in_words(made.claim.when))
    rest = [made for made in claims if made.id not in ended]
    return [*parts, *([(listed([time_in_words(made.claim.when) for made in rest]), rest)] if rest else [])]


def _by_target(knowledge: Knowledge, claims: list[Assertion]) -> Parts:
    return _named(claims, lambda made: knowledge.name_of(made.target or ""))


def _by_subject(knowledge: Knowledge, claims: list[Assertion]) -> Parts:
    return _named(claims, lambda made: knowledge.name_of(made.subject))


def _by_predicate(knowledge: Knowledge, claims: list[Assertion]) -> Parts:
    groups = _named(claims, lambda made: made.claim.predicate)
    return [(_dated_words(knowledge, part), part) for _, part in groups]


def _named(claims: list[Assertion], name: Callable[[Assertion], str]) -> Parts:
    groups: dict[str, list[Assertion]] = {}
    for made in claims:
        groups.setdefault(name(made), []).append(made)
    return list(groups.items())


def _dated_words(knowledge: Knowledge, part: list[Assertion]) -> str:
    return listed([phrase_of(knowledge, made) + ("" if made.claim.when is None else f" ({made.claim.when.edtf})") for made in part])


def _thing(made: Assertion) -> tuple[str, ...]:
    return (made.claim.predicate, *made.key)


def _subject(made: Assertion) -> tuple[str, ...]:
    return (made.subject,)


def _child(made: Assertion) -> tuple[str, ...] | None:
    return None if made.target is None else (made.claim.predicate, made.subject)


def _office(made: Assertion) -> tuple[str, ...] | None:
    office = office_of(made)
    return None if made.target is None or office is None else (made.target, office)


def _ends(made: Assertion) -> tuple[str, ...] | None:
    """Block a pair of bodies in either order."""
    return None if made.target is None else (made.claim.predicate, *sorted((made.subject, made.target)))


def _pair(made: Assertion) -> tuple[str, ...] | None:
    return None if made.target is None else (made.subject, made.target)


def _unit(made: Assertion) -> tuple[str, ...] | None:
    value = made.claim.value
    if value is None or (value.low is None and value.high is None):
        return None
    unit = (value.unit or "").casefold()
    return made.subject, "heads" if unit in claim_words("heads") else unit


def _whole(made: Assertion) -> tuple[str, ...] | None:
    """Block by everything that is affirmed or denied: predicate, arguments, and the figures of a strength."""
    value = made.claim.value
    figures = "" if value is None else f"{value.low}-{value.high}-{value.unit}"
    return (made.claim.predicate, *made.key, figures)


def _range(made: Assertion) -> Span | None:
    value = made.claim.value
    return None if value is None else (value.low or 0, OPEN_HIGH if value.high is None else value.high)


def _is_split(made: Assertion, certainty: Certainty) -> bool:
    return made.claim.predicate == "split_from"


def _stated(made: Assertion, certainty: Certainty) -> str | None:
    """Two bonds of one written time never outlive each other; an undated one may outlive a dated one, and no more than possibly."""
    if certainty == "possible":
        return "dated" if made.dated else None
    return None if made.claim.when is None else made.claim.when.edtf


def _end_reach(made: Assertion, certainty: Certainty) -> Span | None:
    if certainty == "definite":
        return OPEN if made.dated else None
    return None if made.dated and end_of(made.claim.when) is None else OPEN


def _parent_reach(made: Assertion, certainty: Certainty) -> Span | None:
    return None if certainty == "definite" else reach_of_state(made, certainty)


def _dated(made: Assertion, certainty: Certainty) -> str:
    """Two dated strengths clash surely or not at all."""
    return "dated" if certainty == "possible" and made.dated else made.id


def _counted(made: Assertion) -> tuple[object, ...]:
    return (made.negated, made.claim.value, made.claim.when or made.said)


def _denial_reach(made: Assertion, certainty: Certainty) -> Span | None:
    return OPEN if made.claim.predicate in ONE_OFF else reach_of_state(made, certainty)


RULES: tuple[Rule, ...] = (
    Rule(
        name="exclusive_date",
        predicates=ONE_OFF,
        question=Question(clash_of_dates, kind=lambda made: (made.negated, made.claim.when)),
        block=_thing,
        positions=_by_date,
        about="when {phrase}",
        why="The dates given for when {phrase} share no day: {values}.",
    ),
    Rule(
        name="ended_before_begun",
        predicates=("founded", "dissolved"),
        question=Question(clash_of_life, camp=lambda made, _: made.claim.predicate),
        block=_subject,
        positions=_by_predicate,
        about="when {subject} began and ended",
        why="{subject} is said to have been dissolved before it is said to have been founded: {values}.",
        doubt="It may have been founded anew.",
    ),
    Rule(
        name="strengths_apart",
        predicates=("strength",),
        question=Question(clash_of_strengths, reach=reach_of_dated, camp=_dated, values=_range, kind=_counted),
        block=_unit,
        positions=_by_range,
        about="the strength of {subject}",
        why="The strengths given for {subject} do not meet: {values}.",
    ),
    Rule(
        name="affirmed_and_denied",
        predicates=PREDICATES,
        question=Question(clash_of_polarity, reach=_denial_reach, camp=lambda made, _: made.negated),
        block=_whole,
        positions=_by_polarity,
        about="whether {phrase}",
        why="That {phrase} is affirmed by some and denied by others.",
    ),
    Rule(
        name="bond_without_tie",
        predicates=BELONGING,
        question=Question(clash_of_no_tie, reach=reach_of_state, camp=lambda made, _: made.negated),
        block=_pair,
        positions=_by_polarity,
        about="whether {subject} has any tie to {object}",
        why="That {subject} belongs to {object} is affirmed by some, and any tie between them is denied by others.",
    ),
    Rule(
        name="bond_after_split",
        predicates=(*BELONGING, "split_from"),
        question=Question(clash_of_split, camp=_is_split),
        block=_pair,
        positions=_by_bond,
        about="whether {subject} belongs to {object}",
        why="{subject} cannot both have left {object} and belong to it: {values}.",
    ),
    Rule(
        name="bond_after_end",
        predicates=(*BELONGING, "allied_with", "has_role"),
        question=Question(clash_of_ends, reach=_end_reach, camp=_stated),
        block=_thing,
        positions=_by_end,
        about="how long {phrase}",
        why="That {phrase} is said to have ended, and to have held after that: {values}.",
    ),
    Rule(
        name="single_parent",
        predicates=("armed_wing_of", "part_of"),
        question=Question(clash_of_parents, reach=_parent_reach, camp=lambda made, _: made.target),
        block=_child,
        positions=_by_target,
        about="whom {subject} belongs to",
        why="{subject} is said to belong to one body and to another at one time: {values}.",
        doubt="One of them may be part of the other, or a date is missing.",
    ),
    Rule(
        name="single_office",
        predicates=("has_role",),
        question=Question(clash_of_offices, reach=reach_of_dated, camp=lambda made, _: made.subject),
        block=_office,
        positions=_by_subject,
        about="who is {role} of {object}",
        why="{object} has one {role} at a time, and more than one is named: {values}.",
        doubt="A date is missing or too wide, or the word is used loosely.",
    ),
    Rule(
        name="each_below_the_other",
        predicates=("armed_wing_of", "part_of", "member_of"),
        question=Question(clash_of_order, reach=reach_of_dated, camp=lambda made, _: made.subject),
        block=_ends,
        positions=_by_subject,
        about="which of {subject} and {object} belongs to the other",
        why="{subject} is said to belong to {object}, and {object} to {subject}.",
    ),
)
"""Every rule for claims, in the order in which they are asked."""
