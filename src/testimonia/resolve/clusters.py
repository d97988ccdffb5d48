"""Clusters from judgements: what a person decided first, then rules by descending score, never joining what is kept apart.

Clusters are computed from judgements every time and hold nothing of their own; taking a judgement away and computing again gives what was
before. A pair is kept apart by a judgement DIFFERENT, by a relation that a claim states between the two, or by a set whose members are
named beside one another. Every union is checked against all members of both sides, so that no chain of merges joins such a pair.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from testimonia.model.judgement import Judgement

STATED = "rule:stated name"
"""A name that the text itself gives outranks the inference that two bodies named in one list are two."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Clustering:
    """Who is one: clusters in the referents' order, and the pairs judged SAME by a rule that could not be joined."""

    clusters: tuple[tuple[str, ...], ...]
    refused: frozenset[Pair]

    def root_of(self) -> dict[str, int]:
        """Number each referent's cluster.

        Returns:
            From referent to the place of its cluster.
        """
        return {member: at for at, members in enumerate(self.clusters) for member in members}


def pair_of(left: str, right: str) -> Pair:
    """Return the unordered pair of two identifiers.

    Args:
        left: One referent.
        right: The other.

    Returns:
        Both, sorted.
    """
    return (left, right) if left <= right else (right, left)


def standing_decisions(judgements: Iterable[Judgement]) -> dict[Pair, Judgement]:
    """Return what stands decided by people: the last judgement on each pair that was not withdrawn.

    Args:
        judgements: All judgements, oldest first.

    Returns:
        From pair to a judgement that no rule made. A WITHDRAWN takes the last one of its author back, so that what stood before it
        stands again.
    """
    stacks: dict[Pair, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.is_human:
            stack = stacks.setdefault(pair_of(judgement.left, judgement.right), [])
            if judgement.verdict != "WITHDRAWN":
                stack.append(judgement)
            else:
                _take_off(stack, judgement.by)
    return {pair: stack[-1] for pair, stack in stacks.items() if stack}


def _take_off(stack: list[Judgement], by: str) -> None:
    for at in range(len(stack) - 1, -1, -1):
        if stack[at].by == by:
            del stack[at]
            return


def cluster_referents(
    referents: Sequence[str],
    judgements: Iterable[Judgement],
    *,
    apart: Iterable[Pair] = (),
    sets: Mapping[str, Collection[int]] | None = None,
) -> Clustering:
    """Compute which referents are one.

    People's decisions come first, then what is kept apart, then rules by descending score; within one score the order of the judgements
    does not matter.

    Args:
        referents: All referents, oldest first.
        judgements: Judgements on pairs of them; judgements on others are left out. Of people's judgements on one pair the last counts.
        apart: Pairs that no rule may join.
        sets: From referent to numbers of sets; no rule joins two that share one, except by a stated name.

    Returns:
        Clusters, each in the order given and sorted by first member, and the refused pairs.
    """
    state = _Forest(referents, sets or {})
    known = [judgement for judgement in judgements if judgement.left in state.parent and judgement.right in state.parent]
    decided = standing_decisions(known)
    _decide(state, decided)
    rules = [judgement for judgement in known if not judgement.is_human and pair_of(judgement.left, judgement.right) not in decided]
    for left, right in apart:
        state.forbid(left, right)
    for judgement in rules:
        if judgement.verdict == "DIFFERENT":
            state.forbid(judgement.left, judgement.right)
    refused: set[Pair] = set()
    for judgement in sorted((rule for rule in rules if rule.verdict == "SAME"), key=_precedence):
        if not state.join(judgement.left, judgement.right, over_sets=judgement.by == STATED):
            refused.add(pair_of(judgement.left, judgement.right))
    return Clustering(state.clusters(), frozenset(refused))


def _decide(state: "_Forest", decided: Mapping[Pair, Judgement]) -> None:
    """Apply people's decisions: what they keep apart first, so that nothing joins it, then what they join."""
    for pair, judgement in decided.items():
        if judgement.verdict == "DIFFERENT":
            state.forbid(*pair)
    for pair, judgement in sorted(decided.items()):
        if judgement.verdict == "SAME":
            state.join(*pair, over_sets=True)


def _precedence(judgement: Judgement) -> tuple[float, str, str]:
    return (-judgement.score, *pair_of(judgement.left, judgement.right))


class _Forest:
    """Union-find whose trees know their enemies and the sets they belong to."""

    def __init__(self, referents: Sequence[str], sets: Mapping[str, Collection[int]]) -> None:
        self.parent = {referent: referent for referent in referents}
        self.size: dict[str, int] = {}
        self.enemies: dict[str, set[str]] = {}
        self.sets = {referent: set(numbers) for referent, numbers in sets.items()}

    def find(self, referent: str) -> str:
        """Return the root of a referent's tree."""
        root = referent
        while self.parent[root] != root:
            root = self.parent[root]
        while self.parent[referent] != root:
            self.parent[referent], referent = root, self.parent[referent]
        return root

    def forbid(self, left: str, right: str) -> None:
        """Keep two apart from now on; no effect where they are one already or not known."""
        if left not in self.parent or right not in self.parent:
            return
        first, second = self.find(left), self.find(right)
        if first != second:
            self.enemies.setdefault(first, set()).add(second)
            self.enemies.setdefault(second, set()).add(first)

    def join(self, left: str, right: str, *, over_sets: bool) -> bool:
        """Make one tree of two unless they are kept apart; say whether they are one now."""
        big, small = self.find(left), self.find(right)
        if big == small:
            return True
        if self.size.get(big, 1) < self.size.get(small, 1):
            big, small = small, big
        if small in self.enemies.get(big, ()):
            return False
        if not over_sets and not self.sets.get(big, set()).isdisjoint(self.sets.get(small, ())):
            return False
        self.parent[small] = big
        self.size[big] = self.size.get(big, 1) + self.size.get(small, 1)
        self._inherit(big, small)
        return True

    def _inherit(self, big: str, small: str) -> None:
        """Hand enemies and sets of the smaller tree over; enemies are always roots, so each of them is told."""
        for enemy in self.enemies.pop(small, ()):
            others = self.enemies[enemy]
            others.discard(small)
            others.add(big)
            self.enemies.setdefault(big, set()).add(enemy)
        numbers = self.sets.pop(small, None)
        if numbers:
            self.sets.setdefault(big, set()).update(numbers)

    def clusters(self) -> tuple[tuple[str, ...], ...]:
        """Return the trees' members in the order of the referents."""
        members: dict[str, list[str]] = {}
        for referent in self.parent:
            members.setdefault(self.find(referent), []).append(referent)
        return tuple(tuple(group) for group in members.values())
