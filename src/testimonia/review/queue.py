"""The queue: what waits for a decision, and in which order.

1. Contested: people decided differently, and somebody must settle it.
2. Disputed: it stands against something else; definite disputes before possible ones, then those with most witnesses.
3. Agreed on by two or more independent witnesses, most first: what many things hang on.
4. Doubtful: the more doubts the earlier. A doubt is a stance of guess or an unnamed voice, a date derived instead of stated, a subject
   followed from other words, a happening told as planned or supposed, an account joined to an earlier one, and a rule of which people
   corrected or rejected at least `REFUSED` of no fewer than `DECIDED` proposals.
5. The rest, in the order of capture and reading.

The order within is by identifier, so that it is the same on every machine. It is worked out when findings are; what is decided leaves the
queue at once, what is taken back returns to its place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from testimonia.model.claim import Claim
from testimonia.model.decision import RecordKind, Said, Standing, kind_of
from testimonia.model.event import EventReport
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.store import Store
from testimonia.store.review_records import REST, TIER, Urgency, Waiting

CONTESTED, DISPUTED, AGREED, DOUBTFUL = range(4)
TIERS = ("contested", "disputed", "agreed", "doubtful", "rest")
"""The parts of the queue by name, in order."""
DECIDED = 5
"""Decisions on proposals of one rule before anything is said of the rule."""
REFUSED = 1 / 3
"""The share of a rule's proposals corrected or rejected from which on it is doubted."""
_DEFINITE = 10_000
"""Put before the witnesses of a definite dispute, so that it comes before every possible one."""
_FOLLOWED = ("pronoun", "topic", "heading")


@dataclass(frozen=True, slots=True)
class Asked:
    """A record that waits for a decision, why it stands where it does, what was decided so far, and the place after it in the queue."""

    record: Said
    kind: RecordKind
    tier: int
    why: tuple[str, ...]
    standing: Standing
    cursor: str


def urgencies(knowledge: Knowledge, findings: Findings, *, decided: Mapping[str, tuple[int, int]] | None = None) -> Iterator[Urgency]:
    """Say what is to be looked at before the rest.

    Args:
        knowledge: What is known.
        findings: What weighing it gives.
        decided: How the proposals of each rule fared with people, as `Store.decided_by_rule` says; None where nobody decided.

    Yields:
        One for each claim and report of the second to the fourth part of the queue that nobody decided on, in no order.
    """
    doubted = doubted_rules(decided or {})
    disputed: dict[str, int] = {}
    for dispute in findings.disputes:
        weight = sum(position.witnesses for position in dispute.positions) + (_DEFINITE if dispute.certainty == "definite" else 0)
        for claim in dispute.claims:
            disputed[claim] = max(weight, disputed.get(claim, 0))
    agreed: dict[str, int] = {}
    for made in findings.corroborations:
        if made.witnesses > 1:
            for claim in made.claims:
                agreed[claim] = max(made.witnesses, agreed.get(claim, 0))
    records: Iterable[Said] = chain(knowledge.claims, knowledge.reports)
    for record in records:
        identifier = record.id
        if identifier in knowledge.reviewed:
            continue
        if identifier in disputed:
            yield Urgency(identifier, kind_of(identifier), _rank(DISPUTED, disputed[identifier]))
        elif identifier in agreed:
            yield Urgency(identifier, kind_of(identifier), _rank(AGREED, agreed[identifier]))
        elif doubts := doubts_about(record, doubted=doubted):
            yield Urgency(identifier, kind_of(identifier), _rank(DOUBTFUL, len(doubts)))


def tier_name(tier: int) -> str:
    """Name a part of the queue.

    Args:
        tier: Its number, as in `Asked.tier`.

    Returns:
        contested, disputed, agreed, doubtful or rest.
    """
    return TIERS[tier]


def doubts_about(record: Said, *, doubted: AbstractSet[str] = frozenset()) -> tuple[str, ...]:
    """Say what in a record speaks for looking at it.

    Args:
        record: A claim or a report.
        doubted: Rules that people often corrected.

    Returns:
        One sentence for each doubt, without a full stop.
    """
    found = []
    if record.attribution.stance == "estimated":
        found.append("the voice estimates")
    if record.attribution.stance == "reported_anonymous":
        found.append("the voice is not named")
    if record.when is not None and record.when.basis == "derived":
        found.append("the date is derived, not stated")
    if isinstance(record, Claim) and record.subject.how in _FOLLOWED:
        found.append("the subject is followed from other words")
    if isinstance(record, EventReport) and record.status in ("planned", "hypothetical"):
        found.append(f"it is told as {'planned' if record.status == 'planned' else 'supposed'}")
    if record.proposal.notes:
        found.append("it is read together with an earlier account")
    if record.proposal.rule in doubted:
        found.append("people often corrected what this rule proposed")
    return tuple(found)


def doubted_rules(decided: Mapping[str, tuple[int, int]]) -> frozenset[str]:
    """Find the rules whose proposals people often corrected or rejected.

    Args:
        decided: For each rule on how many of its proposals people decided, and how many of these they corrected or rejected.

    Returns:
        The names of the rules.
    """
    return frozenset(rule for rule, (all_of, refused) in decided.items() if all_of >= DECIDED and refused >= REFUSED * all_of)


def questions(store: Store, *, kinds: Sequence[RecordKind] = ("claim", "report"), after: str = "", limit: int = 50) -> tuple[Asked, ...]:
    """Give a page of the queue, in milliseconds however long it is.

    Args:
        store: The open knowledge base.
        kinds: Claims, reports, or both in one order.
        after: The cursor of the last one on the page before; empty to begin.
        limit: The most to give.

    Returns:
        What waits, in the order told at the head of this module. Pairs of names that may be one body have a queue of their own,
        `open_questions`.

    Raises:
        DecisionError: The cursor is none.
    """
    page = store.waiting(kinds, after=after, limit=limit)
    ids = [one.record for one in page]
    found: dict[str, Said] = {claim.id: claim for claim in store.claims(ids=ids)}
    found |= {report.id: report for report in store.reports(ids=ids)}
    doubted = doubted_rules(store.decided_by_rule()) if any(one.tier == DOUBTFUL for one in page) else frozenset()
    # A contested record that is proposed no more stands nowhere: it is listed among the orphaned.
    standings = store.standings(ids)
    return tuple(_asked(one, found[one.record], standings[one.record], doubted) for one in page if one.record in found)


def _asked(one: Waiting, record: Said, standing: Standing, doubted: AbstractSet[str]) -> Asked:
    return Asked(record, one.kind, one.tier, tuple(_why(one, record, standing, doubted)), standing, one.cursor)


def _why(one: Waiting, record: Said, standing: Standing, doubted: AbstractSet[str]) -> Iterable[str]:
    weight = TIER - 1 - one.rank % TIER
    if one.tier == CONTESTED:
        said = (f"{decision.by} {decision.verdict.lower()} it" for decision in standing.counting)
        yield "people differ: " + ", ".join(said)
    elif one.tier == DISPUTED:
        certainty = "" if weight >= _DEFINITE else "perhaps "
        yield f"{certainty}disputed; {weight % _DEFINITE} witnesses on all sides"
    elif one.tier == AGREED:
        yield f"{weight} independent witnesses agree"
    elif one.rank < REST:
        yield from doubts_about(record, doubted=doubted) or ("there was a doubt when it was weighed",)
    else:
        yield "nothing speaks for looking at it first"


def _rank(tier: int, weight: int) -> int:
    return tier * TIER + TIER - 1 - min(weight, TIER - 1)
