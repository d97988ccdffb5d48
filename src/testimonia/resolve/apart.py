"""Negative evidence: what keeps two referents from being one.

1. A claim states a relation between the two: wing and party, part and whole, split, alliance, opposition. A body is not in relation with
   itself.
2. Both stand in one list: members of one coalition, or several subjects or objects of one relation in the same words of one document.
3. They are opponents in one report: the one acts against the other.
4. A document denies the name (`known_as` denied).

A relation is strong: no rule joins the pair. A list and opponents are weaker than a name that the text itself states ("X, also known as Y"
in a list of names).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from testimonia.model.claim import Claim
from testimonia.model.event import EventReport
from testimonia.model.kinds import EventType, Predicate
from testimonia.resolve.clusters import Pair, pair_of

RELATIONS: frozenset[Predicate] = frozenset(
    ("armed_wing_of", "part_of", "member_of", "affiliated_with", "split_from", "merged_into", "allied_with", "opposes")
)
"""Relations that hold between two bodies only if they are two."""
AGAINST: frozenset[EventType] = frozenset(("ASSAULT", "COERCE", "THREATEN", "ACCUSE", "REJECT"))
"""What nobody does to himself."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Which pairs are kept apart: by a relation (pair to claim), and by sets (referent to set numbers, set number to claims)."""

    related: Mapping[Pair, Claim]
    sets: Mapping[str, frozenset[int]]
    set_claims: tuple[tuple[str, ...], ...]
    clashes: frozenset[int] = frozenset()
    """Sets whose members are opponents rather than neighbours in a list."""

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
                first = min(shared)
                what = "opponents in one report" if first in self.clashes else "named beside each other in one list"
                return what, self.set_claims[first][:2]
        return None


def find_apart(claims: Iterable[Claim], reports: Iterable[EventReport] = ()) -> Apart:
    """Collect what keeps referents apart.

    Args:
        claims: Claims of all documents.
        reports: Event reports of all documents.

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
    peers = [dict(members) for members in lists.values() if len(members) > 1]
    opponents = list(_opponents(reports))
    sets: dict[str, set[int]] = {}
    for number, members in enumerate((*peers, *opponents)):
        for member in members:
            sets.setdefault(member, set()).add(number)
    return Apart(
        related,
        {member: frozenset(numbers) for member, numbers in sets.items()},
        tuple(tuple(dict.fromkeys(members.values())) for members in (*peers, *opponents)),
        frozenset(range(len(peers), len(peers) + len(opponents))),
    )


def _opponents(reports: Iterable[EventReport]) -> Iterator[dict[str, str]]:
    """Give each pair of initiator and target of a report that says it happened; who acts against himself is misread and tells nothing."""
    for report in reports:
        if report.type not in AGAINST or report.attribution.stance == "denied":
            continue
        for ours in report.initiator:
            for theirs in report.target:
                if ours.referent is not None and theirs.referent is not None and ours.referent != theirs.referent:
                    yield {ours.referent: report.id, theirs.referent: report.id}


def _lists_of(claim: Claim, subject: str, target: str) -> Iterable[tuple[tuple[str, ...], str]]:
    """Name the lists that a relation claim puts its subject or its object in."""
    span = claim.evidence[0]
    words = (claim.document, claim.predicate, str(span.start), str(span.end))
    yield ("subjects", *words, target), subject
    yield ("objects", *words, subject), target
    if claim.predicate == "member_of" and claim.polarity == "affirmed":
        yield ("members", claim.document, target), subject
