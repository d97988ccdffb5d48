"""What documents and the register say of two bodies beyond their names: for one body, or for two.

Every feature stands by itself with its weight (`resolve.scoring`), so that a judgement shows what brought it about.
"""

from collections.abc import Iterator, Sequence

from testimonia.model.judgement import Feature
from testimonia.resolve.circumstances import Circumstances, gathered
from testimonia.resolve.ground import Ground
from testimonia.resolve.scoring import (
    COMPANY,
    ONE_COALITION,
    ONE_COUNTRY,
    ONE_LEADER,
    ONE_PARENT,
    OTHER_COUNTRIES,
    OTHER_PARENTS,
    OTHER_TIMES,
    REGISTERED,
    REGISTERED_APART,
)


def setting_of(ground: Ground, ours: Sequence[str], theirs: Sequence[str]) -> tuple[Feature, ...]:
    """Compare what is known of two bodies beyond their names.

    Args:
        ground: What is known.
        ours: Referents of one name.
        theirs: Referents of the other.

    Returns:
        What speaks for one body and what for two; empty where nothing is known.
    """
    left, right = gathered(ground.circumstances, ours), gathered(ground.circumstances, theirs)
    return (
        *_parents(ground, ours, theirs),
        *_company(ground, ours, theirs),
        *_circumstances(left, right),
        *_countries(ground, ours, theirs),
        *_registered(ground, ours[0], theirs[0]),
    )


def _parents(ground: Ground, ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Feature]:
    if ground.share_parent(ours, theirs):
        yield Feature("one parent", ONE_PARENT, "both are stated to be the armed wing of one body")
    elif ground.other_parents(ours, theirs):
        yield Feature("other parents", OTHER_PARENTS, "stated to be wings of different bodies")


def _company(ground: Ground, ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Feature]:
    if ground.share_company(ours, theirs):
        yield Feature("company", COMPANY, "their documents name other bodies and places in common")


def _circumstances(left: Circumstances, right: Circumstances) -> Iterator[Feature]:
    for leader in sorted(left.leaders & right.leaders)[:1]:
        yield Feature("one leader", ONE_LEADER, f"one person has a role in both: {leader}")
    for coalition in sorted(left.coalitions & right.coalitions)[:1]:
        yield Feature("one coalition", ONE_COALITION, f"both are members of one coalition: {coalition}")
    for earlier, later in ((left, right), (right, left)):
        if earlier.ended and later.began and max(earlier.ended) < min(later.began):
            words = f"the one was dissolved by {max(earlier.ended)}, the other founded from {min(later.began)}"
            yield Feature("other times", OTHER_TIMES, words)


def _countries(ground: Ground, ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Feature]:
    here = {country for one in ours for country in ground.homes.get(one, ())}
    there = {country for one in theirs for country in ground.homes.get(one, ())}
    if here and there:
        shared = sorted(here & there)
        if shared:
            yield Feature("one country", ONE_COUNTRY, f"both operate in {' '.join(shared)}")
        else:
            yield Feature("other countries", OTHER_COUNTRIES, f"they operate in {' '.join(sorted(here))} / {' '.join(sorted(there))}")


def _registered(ground: Ground, left: str, right: str) -> Iterator[Feature]:
    """An entry of the register supports, and two entries speak against; a name that several entries bear says nothing."""
    ours, theirs = ground.registered.get(ground.keys[left], frozenset()), ground.registered.get(ground.keys[right], frozenset())
    if len(ours) == len(theirs) == 1:
        if ours == theirs:
            yield Feature("register", REGISTERED, f"the register gives both names to {min(ours)}")
        else:
            yield Feature("register", REGISTERED_APART, f"the register knows two bodies: {min(ours)} / {min(theirs)}")
