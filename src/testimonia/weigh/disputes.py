"""Disputes between claims: what cannot all hold, who holds what, and why.

1. Each rule of `RULES` names the claims that it compares and how they are blocked, so that only claims about one thing ever meet.
2. Within a block, claims that a rule cannot tell apart are one fact; each two kinds of facts are asked for a clash (`facts`, `clashes`).
3. Facts that hang together by definite clashes are one dispute; possible clashes between others give disputes of their own, listed apart.
4. The claims of a dispute are grouped into positions, each with the number of its independent witnesses.

It never says who is right.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from testimonia.model.finding import Dispute, Position
from testimonia.model.kinds import PREDICATES, Predicate
from testimonia.model.knowledge import Knowledge
from testimonia.weigh.assertions import Assertion
from testimonia.weigh.clashes import (
    BELONGING,
    Clash,
    clash_of_dates,
    clash_of_no_tie,
    clash_of_polarity,
    clash_of_split,
    clash_of_strengths,
)
from testimonia.weigh.facts import clashing, facts_of
from testimonia.weigh.independence import Witnesses, count_independent
from testimonia.weigh.times import stab, window_of
from testimonia.weigh.wording import listed, phrase_of, time_in_words, value_in_words

OPEN_HIGH = 10**12
"""Above any strength of any body: an upper bound that nobody stated."""

Parts = list[tuple[str, list[Assertion]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which claims cannot all hold.

    `block` gives what a claim must share with another to be compared, None to leave it out; `alike` what makes two claims one fact for
    the clash; `positions` groups a dispute's claims, each group with what it holds; `why` fills in the sentence.
    """

    name: str
    predicates: tuple[Predicate, ...]
    clash: Callable[[Assertion, Assertion], Clash]
    block: Callable[[Assertion], tuple[str, ...] | None]
    positions: Callable[[Knowledge, list[Assertion]], Parts]
    about: str
    why: str
    across: bool = False

    @property
    def reason(self) -> str:
        """The rule in words, as people read it."""
        return (self.clash.__doc__ or "").strip()


def disputes_of(knowledge: Knowledge, assertions: Sequence[Assertion], *, witnesses: Witnesses) -> tuple[Dispute, ...]:
    """Find claims that cannot all hold.

    Args:
        knowledge: What is known, for names.
        assertions: Its prepared claims.
        witnesses: The witnesses of the same knowledge.

    Returns:
        Disputes, definite ones first, then by what they are about and by id.
    """
    found = [dispute for rule in RULES for block in _blocks(rule, assertions) for dispute in _weigh(rule, block, knowledge, witnesses)]
    return tuple(sorted(found, key=lambda dispute: (dispute.certainty, dispute.about, dispute.id)))


def _blocks(rule: Rule, assertions: Iterable[Assertion]) -> Iterable[list[Assertion]]:
    blocks: dict[tuple[str, ...], list[Assertion]] = {}
    for made in assertions:
        key = rule.block(made) if made.claim.predicate in rule.predicates else None
        if key is not None:
            blocks.setdefault(key, []).append(made)
    return [block for block in blocks.values() if len(block) > 1]


def _weigh(rule: Rule, block: list[Assertion], knowledge: Knowledge, witnesses: Witnesses) -> Iterable[Dispute]:
    facts = facts_of(block)
    sure, unsure = clashing(facts, rule.clash, across=rule.across)
    grouped: list[tuple[Literal["definite", "possible"], list[int]]] = [("definite", group) for group in sure]
    grouped += [("possible", group) for group in unsure]
    for certainty, group in grouped:
        claims = [made for place in sorted(group) for made in facts[place]]
        yield _dispute(rule, claims, certainty=certainty, knowledge=knowledge, witnesses=witnesses)


def _dispute(
    rule: Rule, claims: list[Assertion], *, certainty: Literal["definite", "possible"], knowledge: Knowledge, witnesses: Witnesses
) -> Dispute:
    parts = rule.positions(knowledge, claims)
    positions = tuple(
        Position(holds, tuple(m.id for m in part), count_independent([witnesses.of(m.claim.document, m.claim.attribution) for m in part]))
        for holds, part in parts
    )
    filled = {
        "subject": knowledge.name_of(claims[0].subject),
        "object": knowledge.name_of(claims[0].target or ""),
        "phrase": phrase_of(knowledge, claims[0]),
        "values": " against ".join(holds for holds, _ in parts),
        "verb": "founded" if claims[0].claim.predicate == "founded" else "dissolved",
    }
    why = rule.why.format(**filled)
    if certainty == "possible":
        why += " A date is missing or too wide to be sure."
    return Dispute(rule.about.format(**filled), positions, why, rule.name, certainty)


def _by_date(knowledge: Knowledge, claims: list[Assertion]) -> Parts:
    spans = {made.id: window for made in claims if (window := window_of(made.claim.when)) is not None}
    return _parted(claims, stab(spans), lambda made: time_in_words(made.claim.when))


def _by_range(knowledge: Knowledge, claims: list[Assertion]) -> Parts:
    ranges = {}
    for made in claims:
        value = made.claim.value
        if value is not None:
            ranges[made.id] = (value.low or 0, OPEN_HIGH if value.high is None else value.high)
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
    return [(_bond_words(knowledge, part), part) for part in (split, bonds) if part]


def _bond_words(knowledge: Knowledge, part: list[Assertion]) -> str:
    return listed([phrase_of(knowledge, made) + ("" if made.claim.when is None else f" ({made.claim.when.edtf})") for made in part])


def _subject(made: Assertion) -> tuple[str, ...]:
    return (made.claim.predicate, made.subject)


def _pair(made: Assertion) -> tuple[str, ...] | None:
    return None if made.target is None else (made.subject, made.target)


def _unit(made: Assertion) -> tuple[str, ...] | None:
    value = made.claim.value
    return None if value is None or (value.low is None and value.high is None) else (made.subject, value.unit or "")


def _whole(made: Assertion) -> tuple[str, ...] | None:
    """Block by everything that is affirmed or denied: predicate, arguments, and the figures of a strength."""
    value = made.claim.value
    figures = "" if value is None else f"{value.low}-{value.high}-{value.unit}"
    return (made.claim.predicate, *made.key, figures)


RULES: tuple[Rule, ...] = (
    Rule(
        name="exclusive_date",
        predicates=("founded", "dissolved"),
        clash=clash_of_dates,
        block=_subject,
        positions=_by_date,
        about="when {subject} was {verb}",
        why="{subject} is said to have been {verb} at dates that share no day: {values}.",
    ),
    Rule(
        name="strengths_apart",
        predicates=("strength",),
        clash=clash_of_strengths,
        block=_unit,
        positions=_by_range,
        about="the strength of {subject}",
        why="The strengths given for {subject} do not meet: {values}.",
    ),
    Rule(
        name="affirmed_and_denied",
        predicates=PREDICATES,
        clash=clash_of_polarity,
        block=_whole,
        positions=_by_polarity,
        about="whether {phrase}",
        why="That {phrase} is affirmed by some and denied by others.",
        across=True,
    ),
    Rule(
        name="bond_without_tie",
        predicates=BELONGING,
        clash=clash_of_no_tie,
        block=_pair,
        positions=_by_polarity,
        about="whether {subject} has any tie to {object}",
        why="That {subject} belongs to {object} is affirmed by some, and any tie between them is denied by others.",
        across=True,
    ),
    Rule(
        name="bond_after_split",
        predicates=(*BELONGING, "split_from"),
        clash=clash_of_split,
        block=_pair,
        positions=_by_bond,
        about="whether {subject} belongs to {object}",
        why="{subject} cannot both have left {object} and belong to it: {values}.",
        across=True,
    ),
)
"""Every rule for claims, in the order in which they are asked."""
