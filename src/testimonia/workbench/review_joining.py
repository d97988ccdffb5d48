"""Deciding who is who, for the pages and for the API alike, and what stands of what people decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from fastapi import HTTPException

from testimonia.model.entity import Entity
from testimonia.model.judgement import Judgement
from testimonia.review import Decider, keep_apart, make_one, part, take_back
from testimonia.store import Store
from testimonia.workbench.review_coder import name_of, now, plain_words
from testimonia.workbench.review_deciding import MeanwhileError

_PLAIN: Mapping[str, str] = {"SAME": "one", "DIFFERENT": "two"}


@dataclass(frozen=True, slots=True)
class PairWanted:
    """A decision on two entities as somebody asks for it: same or different, who, why, and the newest decision on the two that they saw."""

    left: str
    right: str
    verdict: Literal["same", "different"]
    by: str
    because: str = ""
    seen: str | None = None


class MeanwhilePairError(MeanwhileError):
    """Somebody decided on two entities meanwhile; `seen` is their decision."""

    def __init__(self, message: str, seen: str) -> None:
        super().__init__(message)
        self.seen = seen


@dataclass(frozen=True, slots=True)
class Made:
    """What was kept of a decision on identity: its verdict, who and when, and how many judgements it comes to."""

    verdict: str
    by: str
    at: str
    judgements: int


def decide_pair(store: Store, wanted: PairWanted) -> Made:
    """Keep a decision on two entities.

    Args:
        store: The open knowledge base.
        wanted: What somebody decides.

    Returns:
        What was kept.

    Raises:
        DecisionError: They cannot be decided so.
        MeanwhilePairError: Somebody decided otherwise on the two meanwhile.
        HTTPException: There is no such entity.
    """
    decider = Decider(name_of(wanted.by), now(), plain_words(wanted.because).strip())
    left, right = (entity_named(store, end) for end in (wanted.left, wanted.right))
    earlier = _said_of(store, left, right)
    if earlier is not None and earlier.verdict != wanted.verdict.upper() and earlier.by != decider.by and earlier.id != wanted.seen:
        raise MeanwhilePairError(f"{earlier.by} decided meanwhile that they are {_PLAIN[earlier.verdict]}", earlier.id)
    made = make_one(left, right, decider) if wanted.verdict == "same" else keep_apart(left, right, decider)
    store.add_judgements(made)
    return Made(made[0].verdict, decider.by, decider.at, len(made))


def divide(store: Store, entity: str, leaving: Sequence[str], *, by: str, because: str) -> Made:
    """Keep the decision that some of what documents name as an entity is another body.

    Args:
        store: The open knowledge base.
        entity: The entity.
        leaving: What is another body.
        by: Who decides.
        because: Why.

    Returns:
        What was kept.

    Raises:
        DecisionError: It cannot be divided so.
        HTTPException: There is no such entity.
    """
    decider = Decider(name_of(by), now(), plain_words(because).strip())
    made = part(entity_named(store, entity), leaving, decider)
    store.add_judgements(made)
    return Made(made[0].verdict, decider.by, decider.at, len(made))


def undo_last(store: Store, *, by: str) -> Made:
    """Take somebody's last decision on identity back.

    Args:
        store: The open knowledge base.
        by: Whose.

    Returns:
        What was kept.

    Raises:
        DecisionError: They decided nothing that could be taken back.
    """
    decider = Decider(name_of(by), now())
    made = take_back(store.judged_by_people(), decider)
    store.add_judgements(made)
    return Made("WITHDRAWN", decider.by, decider.at, len(made))


def standing_judgements(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Say what people decided and did not take back.

    Args:
        judgements: All that people decided, oldest first.

    Returns:
        On each pair the last decision.
    """
    stacks: dict[frozenset[str], list[Judgement]] = {}
    for one in judgements:
        stack = stacks.setdefault(frozenset((one.left, one.right)), [])
        if one.verdict == "WITHDRAWN":
            if stack:
                stack.pop()
        else:
            stack.append(one)
    return tuple(stack[-1] for stack in stacks.values() if stack)


def not_in_force(store: Store, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Say which decisions are not seen in the entities: not worked out yet, or an earlier decision is against them.

    Args:
        store: The open knowledge base.
        judgements: All that people decided, oldest first.

    Returns:
        Those that stand and are not in force.
    """
    standing = standing_judgements(judgements)
    behind = store.entities_behind({end for one in standing for end in (one.left, one.right)})

    def is_one(judgement: Judgement) -> bool:
        return behind.get(judgement.left, judgement.left) == behind.get(judgement.right, judgement.right)

    return tuple(one for one in standing if one.verdict in _PLAIN and is_one(one) != (one.verdict == "SAME"))


def _said_of(store: Store, left: Entity, right: Entity) -> Judgement | None:
    """The newest decision that stands between two entities."""
    mine, theirs = set(left.referents), set(right.referents)
    between = [
        one for one in standing_judgements(store.judged_by_people()) if {one.left, one.right} & mine and {one.left, one.right} & theirs
    ]
    return max(between, key=lambda one: one.at or "", default=None)


def entity_named(store: Store, name: str) -> Entity:
    """Find an entity.

    Args:
        store: The open knowledge base.
        name: Its identifier.

    Returns:
        The entity, with all its referents.

    Raises:
        HTTPException: There is none.
    """
    found = store.entities_named([name]).get(name)
    if found is None:
        raise HTTPException(404, f"there is no entity {name[:80]!r}; it may have become another one when names were compared anew")
    return found
