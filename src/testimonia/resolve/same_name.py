"""One name in two documents: one body, unless something speaks against it.

Every referent is compared with the first one that bears its name (and with further ones where a name has several bearers), so the cost
grows with the number of referents and not with its square.
"""

from collections.abc import Sequence

from testimonia.resolve.ground import Ground, GroupKey
from testimonia.resolve.proposals import Proposals

RULE_NAME = "same name"
SCORE = 0.95
MAX_BEARERS = 8
"""Bearers of one name that a referent is compared with; a name with more is a word, not a name."""


def propose_same_names(ground: Ground, proposals: Proposals) -> dict[GroupKey, tuple[str, ...]]:
    """Judge referents of organisations and named events that bear one folded name.

    People and places have rules of their own.

    Args:
        ground: What is known.
        proposals: Where judgements are written down.

    Returns:
        For each class and folded name its bearers: the first referent of each body that seems to bear it.
    """
    bearers: dict[GroupKey, tuple[str, ...]] = {}
    for key, members in ground.groups.items():
        cls, _ = key
        if cls in ("org", "named_event"):
            bearers[key] = members[:1] if len(members) == 1 else _judge_group(ground, proposals, members)
    return bearers


def _judge_group(ground: Ground, proposals: Proposals, members: Sequence[str]) -> tuple[str, ...]:
    first = members[0]
    if ground.referents[first].cls == "org" and ground.anatomy(first).bare:
        return tuple(members[:1])
    found = [first]
    for member in members[1:]:
        if not any(_judge(ground, proposals, bearer, member) == "SAME" for bearer in found[:MAX_BEARERS]):
            found.append(member)
    return tuple(found)


def _judge(ground: Ground, proposals: Proposals, bearer: str, member: str) -> str | None:
    doubt = _doubt(ground, bearer, member)
    if doubt is None:
        return proposals.add(bearer, member, "SAME", SCORE, ("same folded name in both documents",), rule=RULE_NAME)
    return proposals.add(bearer, member, "UNSURE", 0.5, ("same folded name in both documents", doubt), rule=RULE_NAME)


def _doubt(ground: Ground, bearer: str, member: str) -> str | None:
    """Say why one name may stand for two bodies here."""
    if ground.other_parents((bearer,), (member,)):
        return "stated to be wings of different bodies"
    if ground.referents[bearer].cls != "org":
        return None
    anatomy = ground.anatomy(bearer)
    if anatomy.own or anatomy.countries:
        return None
    ours, theirs = ground.homes.get(bearer), ground.homes.get(member)
    if ours is not None and theirs is not None and ours.isdisjoint(theirs):
        return "a general name, said of bodies in different countries"
    if anatomy.general and not ground.share_company((bearer,), (member,)):
        return "a general name, and the documents name little else in common"
    return None
