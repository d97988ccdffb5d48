"""People: only those with a public role, and only by their full name.

Whoever has no public role in a document is neither compared with anybody in another one nor made an entity; nobody is followed across
documents by name alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from testimonia.codebook.words import word_map
from testimonia.model.claim import Claim
from testimonia.model.kinds import Predicate
from testimonia.model.referent import Referent
from testimonia.resolve.apart import RELATIONS
from testimonia.resolve.ground import Ground, GroupKey
from testimonia.resolve.proposals import Proposals

SCORE = 0.9
FULL_NAME = 2
"""Words of a name that may tie two documents."""
MAX_BEARERS = 8
BINDING: frozenset[Predicate] = RELATIONS - {"opposes"}
"""Relations between two bodies through which one person may have a role in both."""


def public_persons(referents: Mapping[str, Referent], claims: Iterable[Claim]) -> frozenset[str]:
    """Return the persons whom a document gives a public role.

    Args:
        referents: All referents by id.
        claims: Claims of all documents.

    Returns:
        Persons with `Referent.role`, and subjects of an affirmed `has_role` whose role the codebook counts as public.
    """
    found = {referent.id for referent in referents.values() if referent.cls == "person" and referent.role is not None}
    for claim in claims:
        subject = claim.subject.referent
        if claim.predicate != "has_role" or claim.polarity != "affirmed" or subject is None or subject not in referents:
            continue
        if referents[subject].cls == "person":
            role = None if claim.value is None else claim.value.role or claim.value.text
            if role is not None and is_public_role(role):
                found.add(subject)
    return frozenset(found)


def is_public_role(role: str) -> bool:
    """Say whether a role makes its holder a public person.

    Args:
        role: The role in the words of a claim, such as "military spokesman".

    Returns:
        True if it is or ends with a role of the codebook's list.

    Example:
        >>> is_public_role("military spokesman"), is_public_role("resident")
        (True, False)
    """
    words = role.casefold().split(" of ")[0].split()
    return any(" ".join(words[at:]) in _roles() for at in range(len(words)))


def propose_same_persons(
    ground: Ground, proposals: Proposals, *, public: frozenset[str], bodies: Mapping[str, frozenset[int]]
) -> dict[GroupKey, tuple[str, ...]]:
    """Judge persons with a public role who bear one full name.

    Args:
        ground: What is known.
        proposals: Where judgements are written down.
        public: Persons with a public role.
        bodies: From person to the clusters of the organisations in which a document gives them a role.

    Returns:
        For each class and name, the first referent of each person that seems to bear it.
    """
    bearers: dict[GroupKey, tuple[str, ...]] = {}
    for group, members in ground.groups.items():
        if group[0] != "person":
            continue
        known = [member for member in members if member in public]
        if len(group[1].split()) >= FULL_NAME:
            bearers[group] = _judge_name(proposals, known, bodies)
    return bearers


def roles_in_bodies(claims: Sequence[Claim], roots: Mapping[str, int]) -> dict[str, frozenset[int]]:
    """Collect the organisations in which persons are said to have a role, and those that are bound to them.

    Args:
        claims: Claims of all documents.
        roots: From referent to the number of its cluster.

    Returns:
        From person to clusters of organisations: those named with the role, and those that these are wings, parts, members or allies of, or
        split from, or merged into. Who leads a wing may speak for its party.
    """
    bound: dict[int, set[int]] = {}
    for claim in claims:
        subject, target = claim.subject.referent, None if claim.object is None else claim.object.referent
        if claim.predicate in BINDING and subject in roots and target in roots and subject is not None and target is not None:
            bound.setdefault(roots[subject], set()).add(roots[target])
    found: dict[str, set[int]] = {}
    for claim in claims:
        if claim.predicate == "has_role" and claim.polarity == "affirmed" and claim.object is not None:
            person, body = claim.subject.referent, claim.object.referent
            if person is not None and body is not None and body in roots:
                found.setdefault(person, set()).update({roots[body]}, bound.get(roots[body], ()))
    return {person: frozenset(bodies) for person, bodies in found.items()}


def _judge_name(proposals: Proposals, members: Sequence[str], bodies: Mapping[str, frozenset[int]]) -> tuple[str, ...]:
    firsts: list[str] = []
    for member in members:
        if not any(_judge(proposals, first, member, bodies) == "SAME" for first in firsts[:MAX_BEARERS]):
            firsts.append(member)
    return tuple(firsts)


def _judge(proposals: Proposals, first: str, member: str, bodies: Mapping[str, frozenset[int]]) -> str | None:
    ours, theirs = bodies.get(first), bodies.get(member)
    reason = "same full name, each with a public role"
    if ours is not None and theirs is not None and ours.isdisjoint(theirs):
        return proposals.add(first, member, "UNSURE", 0.4, (reason, "said to have a role in different bodies"), rule="one person")
    return proposals.add(first, member, "SAME", SCORE, (reason,), rule="one person")


@cache
def _roles() -> frozenset[str]:
    listed = word_map("people", "roles")
    return frozenset((*listed, *listed.values()))
