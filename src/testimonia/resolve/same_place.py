"""Which place referents are one place: one gazetteer entry, or one name where nothing was located elsewhere.

Villages share their names. One name that was not located in both documents is one place if the documents speak of one country, or if
nothing is known of the countries of one of them; else the question is left open.
"""

from collections.abc import Mapping, Sequence

from testimonia.resolve.ground import Ground
from testimonia.resolve.proposals import Proposals

NAME_SCORE = 0.9
ENTRY_SCORE = 0.94
OPEN_SCORE = 0.5
"""The same name in documents about different countries: neither speaks for the other."""
MAX_ENTRIES = 8
"""Places of one name that a referent is compared with."""


def propose_same_places(ground: Ground, proposals: Proposals) -> None:
    """Judge referents of places.

    Args:
        ground: What is known, with the places located.
        proposals: Where judgements are written down.
    """
    told = _countries_told(ground)
    by_entry: dict[str, str] = {}
    for (cls, _), members in ground.groups.items():
        if cls != "place":
            continue
        firsts = _judge_name(ground, proposals, members, told)
        for first in firsts:
            entry = ground.located.get(first)
            if entry is None:
                continue
            other = by_entry.setdefault(entry.id, first)
            if other != first:
                proposals.add(other, first, "SAME", ENTRY_SCORE, (f"both located to {entry.id}",), rule="one place")


def _countries_told(ground: Ground) -> dict[str, frozenset[str]]:
    """The countries in which a document's places lie."""
    told: dict[str, set[str]] = {}
    for place, entry in ground.located.items():
        if entry.country:
            told.setdefault(ground.referents[place].document, set()).add(entry.country)
    return {document: frozenset(countries) for document, countries in told.items()}


def _judge_name(ground: Ground, proposals: Proposals, members: Sequence[str], told: Mapping[str, frozenset[str]]) -> list[str]:
    """Judge places of one folded name, located ones first, so that an unlocated one never joins two that lie apart."""
    located = [member for member in members if member in ground.located]
    firsts: list[str] = []
    for member in (*located, *(member for member in members if member not in ground.located)):
        if not any(_judge(ground, proposals, first, member, told) for first in firsts[:MAX_ENTRIES]):
            firsts.append(member)
    return firsts


def _judge(ground: Ground, proposals: Proposals, first: str, member: str, told: Mapping[str, frozenset[str]]) -> bool:
    ours, theirs = ground.located.get(first), ground.located.get(member)
    if ours is not None and theirs is not None and ours.id != theirs.id:
        reasons = (f"one name, located to {ours.id} and {theirs.id}",)
        proposals.add(first, member, "DIFFERENT", NAME_SCORE, reasons, rule="one place")
        return False
    here, there = (told.get(ground.referents[one].document, frozenset()) for one in (first, member))
    if (ours is None or theirs is None) and here and there and here.isdisjoint(there):
        reasons = (f"one name, told of beside places in {', '.join(sorted(here))} and in {', '.join(sorted(there))}",)
        proposals.add(first, member, "UNSURE", OPEN_SCORE, reasons, rule="one place")
        return False
    return proposals.add(first, member, "SAME", NAME_SCORE, ("same folded name in both documents",), rule="one place") == "SAME"
