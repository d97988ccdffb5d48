"""Names that a register of known groups gives to one body.

The register supports: its names tie bodies whose names do not resemble each other, unless a document or a person keeps them apart. A name
that several entries bear ties nothing, and a name too general to tell ties only where the documents keep one company.
"""

from collections.abc import Mapping

from testimonia.model.judgement import Feature
from testimonia.resolve.ground import Ground, GroupKey
from testimonia.resolve.proposals import Proposals
from testimonia.resolve.setting import setting_of

RULE_NAME = "register"
NAMED = 0.30
"""What the register's own word adds to its feature in the setting: together enough, unless something speaks against."""
GENERAL = -0.25


def propose_by_register(ground: Ground, proposals: Proposals, *, bearers: Mapping[GroupKey, tuple[str, ...]]) -> None:
    """Judge organisations to which the register gives one entry.

    Args:
        ground: What is known.
        proposals: Where judgements are written down.
        bearers: The referents that stand for each name.
    """
    first: dict[str, str] = {}
    for (cls, key), found in bearers.items():
        entries = ground.registered.get(key, frozenset())
        if cls != "org" or len(entries) != 1 or len(found) != 1:
            continue
        (entry,) = entries
        other = first.setdefault(entry, found[0])
        if other == found[0]:
            continue
        members = [ground.groups["org", ground.keys[one]] for one in (other, found[0])]
        features = [Feature("register", NAMED, f"two names of entry {entry}"), *setting_of(ground, members[0], members[1])]
        if any(ground.anatomy(one).general for one in (other, found[0])):
            features.append(Feature("general name", GENERAL, "a name too general to tell by itself"))
        proposals.weigh(other, found[0], tuple(features), rule=RULE_NAME)
