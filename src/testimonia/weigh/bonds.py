"""Bonds: the claims of a corpus that say to whom somebody belongs, read alone, so that nobody need read all claims to follow them up."""

from collections.abc import Mapping

import numpy as np

from testimonia.model.kinds import PREDICATES
from testimonia.text.names import fold_name
from testimonia.weigh.assertions import HEIGHT, UPWARDS, all_above
from testimonia.weigh.corpus import NOTHING, Corpus, is_any
from testimonia.weigh.grouping import claim_lines
from testimonia.weigh.numbers import Numbers, distinct, spread
from testimonia.weigh.recalled import Recalled
from testimonia.weigh.sides import BONDS, Sides, sides_of

COLUMNS = ("id", "predicate", "denied", "subject_referent", "object_referent")
SPEAKING = (*BONDS, "split_from")
"""Predicates by which somebody speaks for a body, or no longer does."""


class Bonds:
    """Who is said to belong to whom in a corpus; what is denied ties nobody."""

    def __init__(self, corpus: Corpus, recalled: Recalled) -> None:
        """Read the bonds."""
        self._corpus, self._recalled = corpus, recalled
        wanted = [place for place, one in enumerate(PREDICATES) if one in {*UPWARDS, *SPEAKING}]
        lines = corpus.tables.table("claims", COLUMNS, having=("predicate", np.array(wanted, np.uint8)))
        about, other = (corpus.entity_of(lines.pop(name)) for name in ("subject_referent", "object_referent"))
        held = np.flatnonzero(~lines["denied"] & (about != NOTHING) & (other != NOTHING))
        held = held[np.argsort(about[held], kind="stable")]
        self._id, self._predicate, self._about, self._other = (column[held] for column in (lines["id"], lines["predicate"], about, other))

    def sides(self) -> Sides:
        """Read who speaks for whom, following up the bonds of those who are voices or whom the register names.

        Returns:
            The sides of all who speak.
        """
        sources = self._recalled.knowledge.sources
        self._recalled.bearers({fold_name(name) for source in sources.values() if source.side for name in (source.name, source.side)})
        speakers = np.concatenate((self._corpus.voice["entity"], np.array(list(self._recalled.entities(())), np.uint64)))
        told = self._followed(speakers, is_any(self._predicate, SPEAKING))
        lines = claim_lines(self._corpus, having=("id", distinct(self._id[told])))
        made = self._recalled.claims(lines, np.arange(len(lines["id"])))
        return sides_of(made, entities=self._recalled.knowledge.entities, sources=sources)

    def above(self, codes: Numbers) -> Mapping[str, frozenset[str]]:
        """Give for some entities the bodies that each is said to belong to.

        Args:
            codes: Codes of entities, repeats allowed.

        Returns:
            Ids of bodies by the id of each entity that belongs to any.
        """
        bodies = distinct(codes)
        told = self._followed(bodies, is_any(self._predicate, UPWARDS))
        about, other = self._about[told].tolist(), self._other[told].tolist()
        names = self._recalled.entities((*about, *other, *bodies.tolist()))
        parents: dict[str, set[str]] = {}
        for lower, upper in set(zip(about, other, strict=True)):
            parents.setdefault(names[lower], set()).add(names[upper])
        return all_above((names[code] for code in bodies.tolist()), parents)

    def _followed(self, bodies: Numbers, chosen: Numbers) -> Numbers:
        """Follow bonds of some kinds upwards, from what they are about to their other end; give the bonds that are reached."""
        rows = np.flatnonzero(chosen)
        about, other = self._about[rows], self._other[rows]
        reached = layer = distinct(bodies)
        found = list[Numbers]()
        for _ in range(HEIGHT + 1):
            first = np.searchsorted(about, layer)
            _, place = spread(first, np.searchsorted(about, layer, "right") - first, np.arange(len(layer)))
            found.append(rows[place])
            layer = distinct(other[place])
            layer = layer[~np.isin(layer, reached)]
            if not len(layer):
                break
            reached = np.concatenate((reached, layer))
        return np.sort(np.concatenate(found))
