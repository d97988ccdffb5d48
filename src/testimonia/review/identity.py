"""Identity as people decide it: two entities are one, are two, one entity is two; and any decision taken back.

A decision is a few judgements between referents with one author and one moment. Taking it back appends a WITHDRAWN for each of them, after
which everything is as it was before: clusters are computed from the judgements that stand, and identifiers follow (`resolve.identities`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from testimonia.errors import DecisionError
from testimonia.model.entity import Entity
from testimonia.model.judgement import Feature, Judgement
from testimonia.model.kinds import Verdict, entity_class
from testimonia.review.decider import Decider

COMMENT = "comment"
"""Name of the feature that holds a person's reason."""


@dataclass(frozen=True, slots=True)
class Question:
    """Two entities that rules left open: the judgement that speaks most for one body, and how many others there are on the two."""

    left: Entity
    right: Entity
    judgement: Judgement
    others: int


def make_one(left: Entity, right: Entity, decider: Decider) -> tuple[Judgement, ...]:
    """Decide that two entities are one.

    Args:
        left: One entity.
        right: The other.
        decider: Who, when, why.

    Returns:
        Judgements to append: the two are the same, and each is held together, so that no pair that a rule keeps apart tears one of them.

    Raises:
        DecisionError: They are one entity already, or of classes that can never be one.
    """
    _check_two(left, right)
    held = _held_together(left.referents, right.referents, decider)
    return (_judgement(left.referents[0], right.referents[0], "SAME", decider), *held)


def keep_apart(left: Entity, right: Entity, decider: Decider) -> tuple[Judgement, ...]:
    """Decide that two entities are two, whatever rules find later.

    Args:
        left: One entity.
        right: The other.
        decider: Who, when, why.

    Returns:
        The judgement to append.

    Raises:
        DecisionError: They are one entity, which `part` divides, or of classes that can never be one.
    """
    _check_two(left, right)
    return (_judgement(left.referents[0], right.referents[0], "DIFFERENT", decider),)


def part(entity: Entity, leaving: Iterable[str], decider: Decider) -> tuple[Judgement, ...]:
    """Decide that some referents of an entity are another body.

    Args:
        entity: The entity.
        leaving: Those of its referents that are the other body.
        decider: Who, when, why.

    Returns:
        Judgements to append: the two sides are different, and each side is held together, so that the division is exactly as decided.

    Raises:
        DecisionError: A referent is not of this entity, or one side would be empty.
    """
    chosen = set(leaving)
    strangers = sorted(chosen - set(entity.referents))
    if strangers:
        raise DecisionError(f"{strangers[0]} is no referent of {entity.name} ({entity.id})")
    gone = [referent for referent in entity.referents if referent in chosen]
    stay = [referent for referent in entity.referents if referent not in chosen]
    if not gone or not stay:
        raise DecisionError(f"{entity.name} ({entity.id}) would lose {'no' if not gone else 'every'} referent; name some of them")
    return (_judgement(stay[0], gone[0], "DIFFERENT", decider), *_held_together(stay, gone, decider))


def take_back(judgements: Iterable[Judgement], decider: Decider) -> tuple[Judgement, ...]:
    """Take the last decision of somebody back.

    Args:
        judgements: All judgements that stand, oldest first.
        decider: Whose last decision, and when it is taken back.

    Returns:
        One WITHDRAWN for each judgement of that decision, to append.

    Raises:
        DecisionError: There is no decision of theirs that stands.
    """
    stacks: list[tuple[str | None, list[Judgement]]] = []
    for judgement in judgements:
        if judgement.by != decider.by:
            continue
        if judgement.verdict == "WITHDRAWN":
            _take_off(stacks, judgement)
        elif stacks and stacks[-1][0] == judgement.at:
            stacks[-1][1].append(judgement)
        else:
            stacks.append((judgement.at, [judgement]))
    if not stacks:
        raise DecisionError(f"{decider.by} has decided nothing that could be taken back")
    return tuple(_judgement(one.left, one.right, "WITHDRAWN", decider) for one in stacks[-1][1])


def open_questions(
    judgements: Iterable[Judgement], entities: Mapping[str, Entity], entity_of: Mapping[str, str], *, least: float = 0.0
) -> tuple[Question, ...]:
    """List the pairs of entities that rules left open.

    Args:
        judgements: All judgements that stand.
        entities: Entities by id.
        entity_of: From referent to its entity.
        least: The lowest score to list.

    Returns:
        One question for each pair of entities, the likeliest to be one first, those of more documents before others of their score. Pairs
        that a person decided, and persons without a public role, are not among them.
    """
    found: dict[tuple[str, str], list[Judgement]] = {}
    for judgement in judgements:
        left, right = entity_of.get(judgement.left), entity_of.get(judgement.right)
        if judgement.verdict != "UNSURE" or judgement.is_human or judgement.score < least:
            continue
        if left is not None and right is not None and left != right:
            found.setdefault((min(left, right), max(left, right)), []).append(judgement)
    questions = [
        Question(entities[left], entities[right], max(asked, key=lambda one: (one.score, one.id)), len(asked) - 1)
        for (left, right), asked in found.items()
    ]
    return tuple(sorted(questions, key=_urgency))


def _urgency(question: Question) -> tuple[float, int, str, str]:
    documents = len(question.left.referents) + len(question.right.referents)
    return (-question.judgement.score, -documents, question.left.name, question.right.name)


def _check_two(left: Entity, right: Entity) -> None:
    if left.id == right.id:
        raise DecisionError(f"{left.name} ({left.id}) is one entity already; to divide it, name the referents that are another body")
    if entity_class(left.kind) != entity_class(right.kind):
        raise DecisionError(f"{left.name} is a {left.kind} and {right.name} a {right.kind}; these are never one")


def _judgement(left: str, right: str, verdict: Verdict, decider: Decider) -> Judgement:
    score = 1.0 if verdict == "SAME" else 0.0
    reason = (Feature(COMMENT, 0.0, decider.because),) if decider.because else ()
    return Judgement(left, right, verdict, score, reason, decider.by, at=decider.at)


def _held_together(left: Sequence[str], right: Sequence[str], decider: Decider) -> list[Judgement]:
    return [_judgement(side[0], other, "SAME", decider) for side in (left, right) for other in side[1:]]


def _take_off(stacks: list[tuple[str | None, list[Judgement]]], withdrawn: Judgement) -> None:
    """Take the newest judgement on the pair away, and its decision once it is empty."""
    pair = {withdrawn.left, withdrawn.right}
    for at in range(len(stacks) - 1, -1, -1):
        for judgement in stacks[at][1]:
            if {judgement.left, judgement.right} == pair:
                stacks[at][1].remove(judgement)
                if not stacks[at][1]:
                    del stacks[at]
                return
