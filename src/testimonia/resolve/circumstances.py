"""What documents state of a body besides its names, as far as it tells bodies apart: leaders, coalitions, lifetime."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from testimonia.model.claim import Claim
from testimonia.model.referent import Referent

_NAMES = 2
"""Words of a leader's name that tell: "Ahmed" leads many bodies."""


@dataclass(slots=True)
class Circumstances:
    """One body as one document has it.

    `leaders` and `coalitions` are folded names; `began` are the first days of foundings, `ended` the last days of dissolutions that
    affirmed claims give.
    """

    leaders: set[str] = field(default_factory=set)
    coalitions: set[str] = field(default_factory=set)
    began: set[date] = field(default_factory=set)
    ended: set[date] = field(default_factory=set)


def circumstances_of(claims: Iterable[Claim], referents: Mapping[str, Referent], *, keys: Mapping[str, str]) -> dict[str, Circumstances]:
    """Collect what affirmed claims state of bodies.

    Args:
        claims: Claims of all documents.
        referents: Referents by id.
        keys: From referent to its folded name.

    Returns:
        From organisation's referent to its circumstances; bodies of which nothing is stated stand nowhere in it.
    """
    found: dict[str, Circumstances] = {}
    for claim in claims:
        if claim.polarity == "denied" or claim.attribution.stance == "denied":
            continue
        subject, target = claim.subject.referent, None if claim.object is None else claim.object.referent
        if claim.predicate == "has_role" and subject in referents and target is not None and subject is not None:
            if len(keys[subject].split()) >= _NAMES:
                found.setdefault(target, Circumstances()).leaders.add(keys[subject])
        elif claim.predicate == "member_of" and target in referents and target is not None and subject is not None:
            found.setdefault(subject, Circumstances()).coalitions.add(keys[target])
        elif claim.predicate == "founded" and subject is not None and claim.when is not None and claim.when.lo is not None:
            found.setdefault(subject, Circumstances()).began.add(claim.when.lo)
        elif claim.predicate == "dissolved" and subject is not None and claim.when is not None and claim.when.hi is not None:
            found.setdefault(subject, Circumstances()).ended.add(claim.when.hi)
    return found


def gathered(circumstances: Mapping[str, Circumstances], referents: Iterable[str]) -> Circumstances:
    """Put together what is stated of several referents of one name.

    Args:
        circumstances: What is stated of each.
        referents: Referents of one name.

    Returns:
        Everything stated of them.
    """
    whole = Circumstances()
    for referent in referents:
        one = circumstances.get(referent)
        if one is not None:
            whole.leaders |= one.leaders
            whole.coalitions |= one.coalitions
            whole.began |= one.began
            whole.ended |= one.ended
    return whole
