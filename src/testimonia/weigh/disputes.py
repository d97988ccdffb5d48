"""Disputes between claims: what cannot all hold, who holds what, and why.

1. Each rule of `dispute_rules.RULES` names the claims that it compares and how they are blocked, so that only claims about one thing meet.
2. Within a block, claims that a rule cannot tell apart are one fact; the kinds of facts are asked for clashes (`facts`, `clashes`,
`clashes_of_ties`).
3. Facts that hang together by definite clashes are one dispute; possible clashes between others give disputes of their own, listed apart.
4. The claims of a dispute are grouped into positions, each with the number of its independent witnesses.

It never says who is right.
"""

from collections.abc import Iterable, Sequence

from testimonia.model.finding import Dispute, Position
from testimonia.model.knowledge import Knowledge
from testimonia.weigh.assertions import Assertion
from testimonia.weigh.clashes_of_ties import office_of
from testimonia.weigh.dispute_rules import RULES, Rule
from testimonia.weigh.facts import Certainty, can_clash, clashing, facts_of
from testimonia.weigh.independence import Witnesses, count_independent
from testimonia.weigh.wording import phrase_of

TITLE = " The one stands in the document's title, the other in its text."


def disputes_of(
    knowledge: Knowledge, assertions: Sequence[Assertion], *, witnesses: Witnesses, rules: Sequence[Rule] = RULES
) -> tuple[Dispute, ...]:
    """Find claims that cannot all hold.

    Args:
        knowledge: What is known, for names.
        assertions: Its prepared claims.
        witnesses: The witnesses of the same knowledge.
        rules: The rules that are asked.

    Returns:
        Disputes, definite ones first, then by what they are about and by id.
    """
    found = [dispute for rule in rules for block in _blocks(rule, assertions) for dispute in _weigh(rule, block, knowledge, witnesses)]
    return tuple(sorted(found, key=lambda dispute: (dispute.certainty, dispute.about, dispute.id)))


def _blocks(rule: Rule, assertions: Iterable[Assertion]) -> Iterable[list[Assertion]]:
    blocks: dict[tuple[str, ...], list[Assertion]] = {}
    for made in assertions:
        key = rule.block(made) if made.claim.predicate in rule.predicates else None
        if key is not None:
            blocks.setdefault(key, []).append(made)
    return [block for block in blocks.values() if len(block) > 1]


def _weigh(rule: Rule, block: list[Assertion], knowledge: Knowledge, witnesses: Witnesses) -> Iterable[Dispute]:
    if not can_clash(block, rule.question):
        return
    facts = facts_of(block)
    sure, unsure = clashing(facts, rule.question)
    grouped: list[tuple[Certainty, list[int]]] = [("definite", group) for group in sure]
    grouped += [("possible", group) for group in unsure]
    for certainty, group in grouped:
        claims = [made for place in sorted(group) for made in facts[place]]
        yield _dispute(rule, claims, certainty=certainty, knowledge=knowledge, witnesses=witnesses)


def _dispute(rule: Rule, claims: list[Assertion], *, certainty: Certainty, knowledge: Knowledge, witnesses: Witnesses) -> Dispute:
    parts = rule.positions(knowledge, claims)
    positions = tuple(
        Position(
            holds,
            tuple(m.id for m in part),
            count_independent([witnesses.of(m.claim.document, m.claim.attribution, when=m.claim.when) for m in part]),
        )
        for holds, part in parts
    )
    filled = {
        "subject": knowledge.name_of(claims[0].subject),
        "object": knowledge.name_of(claims[0].target or ""),
        "phrase": phrase_of(knowledge, claims[0]),
        "role": office_of(claims[0]) or "",
        "values": " against ".join(holds for holds, _ in parts),
    }
    why = rule.why.format(**filled)
    if certainty == "possible":
        why += f" {rule.doubt}"
    if len({made.claim.document for made in claims}) == 1 and any(all(made.in_title for made in part) for _, part in parts):
        why += TITLE
    return Dispute(rule.about.format(**filled), positions, why, rule.name, certainty)
