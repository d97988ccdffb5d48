"""The armed forces of a state: the Malian army, Malian forces, the Malian military and the Malian Armed Forces are one actor.

News text names them by whatever word comes to hand. They are one where the name is a country and general military words alone, and the
reader takes the body for a force of the state. A branch (air force, navy), special forces, police, and any further word (National, Arab,
People's) make another name. "Forces" alone counts only as a common noun: the Lebanese Forces are no army of the state.

Follows: ACLED, which codes them as one actor, "Military Forces of" the country.
"""

from collections.abc import Mapping

from testimonia.model.judgement import Feature
from testimonia.resolve.anatomy import Anatomy
from testimonia.resolve.ground import Ground, GroupKey
from testimonia.resolve.proposals import Proposals
from testimonia.resolve.setting import setting_of

RULE_NAME = "armed forces of a state"
SCORE = 0.85
GENERAL_WORDS = frozenset(("army", "forces", "military", "armed", "defence"))
"""Classes of the words that say no more than that it is the army."""


def propose_state_forces(ground: Ground, proposals: Proposals, *, bearers: Mapping[GroupKey, tuple[str, ...]]) -> None:
    """Judge organisations whose names say only that they are the armed forces of a country.

    Args:
        ground: What is known.
        proposals: Where judgements are written down.
        bearers: The referents that stand for each name.
    """
    first: dict[str, str] = {}
    for (cls, _), found in bearers.items():
        for one in found if cls == "org" else ():
            country = _armed_forces_of(ground, one)
            if country is None:
                continue
            other = first.setdefault(country, one)
            if other != one:
                ours, theirs = (ground.groups["org", ground.keys[each]] for each in (other, one))
                same = Feature("armed forces", SCORE, f"both names say only that they are the armed forces of {country}")
                proposals.weigh(other, one, (same, *setting_of(ground, ours, theirs)), rule=RULE_NAME)


def _armed_forces_of(ground: Ground, referent: str) -> str | None:
    """The country of whose armed forces a name speaks, and of nothing else."""
    if ground.referents[referent].kind != "state_force":
        return None
    name = ground.anatomy(referent)
    words = {part.cls for part in name.parts if part.role != "country"}
    if len(name.countries) != 1 or not words or not words <= GENERAL_WORDS or _is_proper(name, words):
        return None
    return name.countries[0]


def _is_proper(name: Anatomy, words: set[str]) -> bool:
    """Whether "forces" alone stands as part of a proper name."""
    return words == {"forces"} and name.name.split()[-1][:1].isupper()
