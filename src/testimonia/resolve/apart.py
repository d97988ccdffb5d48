"""Negative evidence: what keeps two referents from being one.

1. A claim states a relation between the two: wing and party, part and whole, split, alliance, opposition. A body is not in relation with
   itself.
2. Both stand in one list: members of one coalition, or several subjects or objects of one relation in the same words of one document.
3. A document denies the name (`known_as` denied).

A relation is strong: no rule joins the pair. A list is weaker than a name that the text itself states ("X, also known as Y" in a list of
names).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from testimonia.model.claim import Claim
from testimonia.model.kinds import Predicate
from testimonia.resolve.clusters import Pair, pair_of

RELATIONS: frozenset[Predicate] = frozenset(
    ("armed_wing_of", "part_of", "member_of", "affiliated_with", "split_from", "merged_into", "allied_with", "opposes")
)
"""Relations that hold between two bodies only if they are two."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Which pairs are kept apart: by a relation (pair to claim), and by sets (referent to set numbers, set number to claims)."""

    related: Mapping[Pair, Claim]
    sets: Mapping[str, frozenset[int]]
    set_claims: tuple[tuple[str, ...], ...]

    def why(self, left: str, right: str, *, lists: bool = True) -> tuple[str, tuple[str, ...]] | None:
        """Say what keeps two referents apart.

        Args:
            left: One referent.
            right: The other.
            lists: Whether standing in one list counts.

        Returns:
            The reason and the claims behind it, or None.
        """
        claim = self.related.get(pair_of(left, right))
        if claim is not None:
            return f"stated relation between the two: {claim.predicate} ({claim.id})", (claim.id,)
        if lists and left in self.sets and right in self.sets:
            shared = self.sets[left] & self.sets[right]
            if shared:
                return "named beside each other in one list", self.set_claims[min(shared)][:2]
        return None


def find_apart(claims: Iterable[Claim]) -> Apart:
    """Collect what keeps referents apart.

    Args:
        claims: Claims of all documents.

    Returns:
        Related pairs and sets of peers.
    """
    related: dict[Pair, Claim] = {}
    lists: dict[tuple[str, ...], dict[str, str]] = {}
    for claim in claims:
        subject, target = claim.subject.referent, None if claim.object is None else claim.object.referent
        if claim.predicate not in RELATIONS or subject is None or target is None or subject == target:
            continue
        related.setdefault(pair_of(subject, target), claim)
        for key, member in _lists_of(claim, subject, target):
            lists.setdefault(key, {})[member] = claim.id
    return Apart(related, *_numbered(lists))


def _lists_of(claim: Claim, subject: str, target: str) -> Iterable[tuple[tuple[str, ...], str]]:
    """Name the lists that a relation claim puts its subject or its object in."""
    span = claim.evidence[0]
    words = (claim.document, claim.predicate, str(span.start), str(span.end))
    yield ("subjects", *words, target), subject
    yield ("objects", *words, subject), target
    if claim.predicate == "member_of" and claim.polarity == "affirmed":
        yield ("members", claim.document, target), subject


def _numbered(lists: Mapping[tuple[str, ...], Mapping[str, str]]) -> tuple[dict[str, frozenset[int]], tuple[tuple[str, ...], ...]]:
    sets: dict[str, set[int]] = {}
    set_claims: list[tuple[str, ...]] = []
    for members in lists.values():
        if len(members) > 1:
            for member in members:
                sets.setdefault(member, set()).add(len(set_claims))
            set_claims.append(tuple(members.values()))
    return {member: frozenset(numbers) for member, numbers in sets.items()}, tuple(set_claims)
