"""The armed forces of a state: the Malian army, Malian forces, the Malian military and the Malian Armed Forces are one actor.

News text names them by whatever word comes to hand. They are one where the name is a country and general military words alone, and the
reader takes the body for a force of the state. A branch (air force, navy), special forces, police, and any further word (National, Arab,
People's) make another name. "Forces" alone counts only as a common noun: the Lebanese Forces are no army of the state. Security forces,
which may be army and police, are a second actor. A government of the same document, in full or by its acronym, stands for its country.

Follows: ACLED, which codes them as one actor, "Military Forces of" the country, and police forces apart.
"""

from collections.abc import Mapping
from functools import cached_property

from testimonia.model.judgement import Feature
from testimonia.resolve.anatomy import Anatomy
from testimonia.resolve.ground import Ground, GroupKey
from testimonia.resolve.proposals import Proposals
from testimonia.resolve.setting import setting_of
from testimonia.text.names import fold_name

RULE_NAME = "armed forces of a state"
SCORE = 0.85
GENERAL_WORDS = frozenset(("army", "forces", "military", "armed", "defence"))
"""Classes of the words that say no more than that it is the army."""
SECURITY_WORDS = frozenset(("security", "forces"))


def propose_state_forces(ground: Ground, proposals: Proposals, *, bearers: Mapping[GroupKey, tuple[str, ...]]) -> None:
    """Judge organisations whose names say only that they are the armed forces, or the security forces, of a country.

    Args:
        ground: What is known.
        proposals: Where judgements are written down.
        bearers: The referents that stand for each name.
    """
    states = _States(ground)
    first: dict[tuple[str, str], str] = {}
    for (cls, _), found in bearers.items():
        for one in found if cls == "org" else ():
            told = states.forces_of(one)
            if told is None:
                continue
            other = first.setdefault(told, one)
            if other != one:
                what, country = told
                ours, theirs = (ground.groups["org", ground.keys[each]] for each in (other, one))
                same = Feature(what, SCORE, f"both names say only that they are the {what} of {country}")
                proposals.weigh(other, one, (same, *setting_of(ground, ours, theirs)), rule=RULE_NAME)


class _States:
    """Reads names of forces; the governments that documents name are looked for once, and only if a force is named by one."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    def forces_of(self, referent: str) -> tuple[str, str] | None:
        """What forces and of which country a name speaks of, and of nothing else."""
        if self.ground.referents[referent].kind != "state_force":
            return None
        name = self.ground.anatomy(referent)
        words = {part.cls for part in name.parts if part.role not in ("country", "own")}
        what = "security forces" if words == SECURITY_WORDS else "armed forces" if words and words <= GENERAL_WORDS else None
        if what is None or _is_proper(name, words):
            return None
        countries = [*name.countries, *([self._governed(referent, name.own)] if name.own else ())]
        return (what, countries[0]) if len(countries) == 1 and countries[0] is not None else None

    def _governed(self, referent: str, own: str) -> str | None:
        """The country of the government that a name begins with, in any document that has the name."""
        members = self.ground.groups["org", self.ground.keys[referent]]
        told = (self._governments.get((self.ground.referents[one].document, own)) for one in members)
        return next((country for country in told if country is not None), None)

    @cached_property
    def _governments(self) -> dict[tuple[str, str], str]:
        """From document and any name of a government to the country in its name."""
        return {
            (referent.document, fold_name(name)): self.ground.anatomy(referent.id).countries[0]
            for referent in self.ground.referents.values()
            if referent.kind == "government" and len(self.ground.anatomy(referent.id).countries) == 1
            for name in referent.names
        }


def _is_proper(name: Anatomy, words: set[str]) -> bool:
    """Whether "forces" alone stands as part of a proper name."""
    return words == {"forces"} and name.name.split()[-1][:1].isupper()
