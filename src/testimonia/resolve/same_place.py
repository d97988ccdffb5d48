"""Which place referents are one place: one gazetteer entry, or one name where nothing was located elsewhere."""

from collections.abc import Sequence

from testimonia.resolve.ground import Ground
from testimonia.resolve.proposals import Proposals

NAME_SCORE = 0.9
ENTRY_SCORE = 0.94
MAX_ENTRIES = 8
"""Places of one name that a referent is compared with."""


def propose_same_places(ground: Ground, proposals: Proposals) -> None:
    """Judge referents of places.

    Args:
        ground: What is known, with the places located.
        proposals: Where judgements are written down.
    """
    by_entry: dict[str, str] = {}
    for (cls, _), members in ground.groups.items():
        if cls != "place":
            continue
        firsts = _judge_name(ground, proposals, members)
        for first in firsts:
            entry = ground.located.get(first)
            if entry is None:
                continue
            other = by_entry.setdefault(entry.id, first)
            if other != first:
                proposals.add(other, first, "SAME", ENTRY_SCORE, (f"both located to {entry.id}",), rule="one place")


def _judge_name(ground: Ground, proposals: Proposals, members: Sequence[str]) -> list[str]:
    """Judge places of one folded name, located ones first, so that an unlocated one never joins two that lie apart."""
    located = [member for member in members if member in ground.located]
    firsts: list[str] = []
    for member in (*located, *(member for member in members if member not in ground.located)):
        if not any(_judge(ground, proposals, first, member) for first in firsts[:MAX_ENTRIES]):
            firsts.append(member)
    return firsts


def _judge(ground: Ground, proposals: Proposals, first: str, member: str) -> bool:
    ours, theirs = ground.located.get(first), ground.located.get(member)
    reason = "same folded name in both documents"
    if ours is not None and theirs is not None and ours.id != theirs.id:
        reasons = (f"one name, located to {ours.id} and {theirs.id}",)
        proposals.add(first, member, "DIFFERENT", NAME_SCORE, reasons, rule="one place")
        return False
    return proposals.add(first, member, "SAME", NAME_SCORE, (reason,), rule="one place") == "SAME"
