"""Which place of the gazetteer a document means by a name, or none.

Steps for each document: candidates by name; what the words around say (`place_hints`); first the names that leave no choice, then the
rest in the light of those (`place_scores`), twice; at last the question whether the best candidate is good enough. A place without
coordinates is better than one at the wrong end of the world, so a name stays unlocated, with the reason, when nothing tells its places
apart, when only a small place far from all others bears it, and when it names a site (a camp, a road, a crossing) that the gazetteer does
not have.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from testimonia.model.referent import Referent
from testimonia.resolve.gazetteer import Gazetteer, GazetteerPlace, load_gazetteer
from testimonia.resolve.place_hints import find_hints
from testimonia.resolve.place_keys import place_key, place_words
from testimonia.resolve.place_scores import context_score, distance_km, hint_score, is_own_name, prior
from testimonia.text.names import script_of

SAME_SPOT_KM = 60.0
"""Two candidates nearer than this (a town and its district) need not be told apart to be put on a map."""
MIN_MARGIN = 0.35
"""How far the best candidate must lead the next one elsewhere."""
SMALL_TOWN = 100_000
"""Of a settlement smaller than this, more than the name must speak for it where the document has other places."""
MIN_SUPPORT = 0.8
"""What the document must say for a small settlement: its country among several, or a neighbour."""
LEVEL_SUPPORT = 2.5
"""Hints of more than the level alone: a country or division named beside the place."""
ROUNDS = 3
"""Passes over a document's places; after the third nothing changes on the news of `eval/places.py`."""


@dataclass(frozen=True, slots=True)
class Location:
    """A referent's place, None if it stays unlocated, and the reason in words; `candidates` is how many places bear the name."""

    place: GazetteerPlace | None
    reason: str
    candidates: int


def locate_places(referents: Sequence[Referent], contexts: Mapping[str, Sequence[str]]) -> dict[str, GazetteerPlace | None]:
    """Find the places that referents mean.

    Args:
        referents: Referents of one or more documents; those that are no places are passed over.
        contexts: From referent id to the sentences that mention it; a referent without any is located by the document's other places alone.

    Returns:
        For every place referent its place, or None where it stays unlocated.
    """
    return {key: location.place for key, location in explain_places(referents, contexts).items()}


def explain_places(
    referents: Sequence[Referent], contexts: Mapping[str, Sequence[str]], *, gazetteer: Gazetteer | None = None
) -> dict[str, Location]:
    """Find the places that referents mean, with the reason for each.

    Args:
        referents: Referents of one or more documents; those that are no places are passed over.
        contexts: From referent id to the sentences that mention it.
        gazetteer: The gazetteer to ask; the package's own if None.

    Returns:
        For every place referent its location.
    """
    asked = load_gazetteer() if gazetteer is None else gazetteer
    by_document: dict[str, list[Referent]] = {}
    for referent in referents:
        if referent.cls == "place":
            by_document.setdefault(referent.document, []).append(referent)
    found: dict[str, Location] = {}
    for members in by_document.values():
        found.update(_Document(members, contexts, asked).locate())
    return found


class _Document:
    """One document's places while they are being told apart."""

    def __init__(self, referents: Sequence[Referent], contexts: Mapping[str, Sequence[str]], gazetteer: Gazetteer) -> None:
        self._referents = referents
        self._candidates = {referent.id: _candidates(referent, gazetteer) for referent in referents}
        self._hints = {r.id: find_hints(r.names or (r.name,), contexts.get(r.id, ())) for r in referents}
        self._names = {referent.id: referent.name for referent in referents}
        self._chosen: dict[str, GazetteerPlace] = {}
        self._firsts: dict[tuple[str, str], float] = {}

    def locate(self) -> dict[str, Location]:
        self._chosen = {
            key: max(places, key=lambda p: self._first(key, p)) for key, places in self._candidates.items() if self._is_firm(key, places)
        }
        for _ in range(ROUNDS):
            self._chosen = {key: self._best(key, places) for key, places in self._candidates.items() if places}
        return {referent.id: self._judge(referent) for referent in self._referents}

    def _best(self, key: str, places: Sequence[GazetteerPlace]) -> GazetteerPlace:
        company = self._company(key)
        return max(places, key=lambda place: self._first(key, place) + company.support(place))

    def _first(self, key: str, place: GazetteerPlace) -> float:
        asked = key, place.id
        if asked not in self._firsts:
            self._firsts[asked] = prior(place, self._names[key]) + hint_score(place, self._hints[key])
        return self._firsts[asked]

    def _is_firm(self, key: str, places: Sequence[GazetteerPlace]) -> bool:
        """Whether a name can be trusted before the others are known: one country bears it, the words place it, or it is a country's."""
        if not places:
            return False
        best = max(places, key=lambda place: self._first(key, place))
        rest = [place for place in places if place.country != best.country]
        return not rest or self._first(key, best) - max(self._first(key, place) for place in rest) > 2.0

    def _company(self, key: str) -> "_Company":
        """The document's other places as chosen so far; a name does not speak for itself."""
        return _Company([other for other_key, other in self._chosen.items() if other_key != key])

    def _judge(self, referent: Referent) -> Location:
        places = self._candidates[referent.id]
        if not places:
            return Location(None, _why_none(referent.name), 0)
        best = self._chosen[referent.id]
        company = self._company(referent.id)
        support = company.support(best)
        hinted = hint_score(best, self._hints[referent.id])
        rivals = [place for place in places if distance_km(place, best) > SAME_SPOT_KM and not _is_within(place, best)]
        against = max((self._first(referent.id, place) + company.support(place) for place in rivals), default=-10.0)
        lead = self._first(referent.id, best) + support - against
        count = len(places)
        if rivals and lead < MIN_MARGIN:
            return Location(None, f"{count} places bear the name and nothing tells them apart", count)
        is_small = best.level == "settlement" and best.population < SMALL_TOWN
        if is_small and hinted < LEVEL_SUPPORT and support < MIN_SUPPORT and len(self._chosen) > 1:
            return Location(None, f"only a small place bears the name, in {best.country}, of which the text does not speak", count)
        return Location(best, _why(best, support, hinted, count), count)


class _Company:
    """What some places of a document say for others, counted once for all candidates of a name."""

    def __init__(self, others: Sequence[GazetteerPlace]) -> None:
        countries = Counter(other.country for other in others if other.country)
        divisions = Counter(
            (other.country, other.name if other.level == "region" else other.region) for other in others if other.level != "country"
        )
        total, placed = max(1, countries.total()), max(1, divisions.total())
        self._countries = {code: count / total for code, count in countries.items()}
        self._divisions = {division: count / placed for division, count in divisions.items() if division[1]}
        self._others = list({other.id: other for other in others if other.level in ("settlement", "district", "region")}.values())

    def support(self, place: GazetteerPlace) -> float:
        """Say how much they speak for a candidate."""
        return context_score(place, countries=self._countries, divisions=self._divisions, others=self._others)


def _candidates(referent: Referent, gazetteer: Gazetteer) -> list[GazetteerPlace]:
    """The places of the fullest form of the name that any place bears."""
    for name in dict.fromkeys((referent.name, *referent.names)):
        places = gazetteer.find(name)
        if places:
            return _usual(places, name)
    return []


def _usual(places: Sequence[GazetteerPlace], name: str) -> list[GazetteerPlace]:
    """Leave out a district asked for by its seat's name, and former and foreign names where a country has a usual bearer of the name."""
    towns = [place for place in places if place.level == "settlement"]
    if not set(place_key(name).split()) & set(place_words("divisions")):
        places = [p for p in places if p.level != "district" or not any(distance_km(p, town) < SAME_SPOT_KM for town in towns)]
    own = [place for place in places if script_of(name) != "Latn" or not place.is_exact or is_own_name(place, name)]
    takers = {place.country for place in own}
    if any(place.level == "country" for place in own):
        return own
    return [place for place in places if place in own or place.country not in takers]


def _is_within(left: GazetteerPlace, right: GazetteerPlace) -> bool:
    """Whether one is the division that the other lies in: New York in New York differs in exactness, not in place."""
    return left.country == right.country and (
        (left.level == "region" and right.region == left.name) or (right.level == "region" and left.region == right.name)
    )


def _why_none(name: str) -> str:
    if set(place_key(name).split()) & set(place_words("sites")):
        return "a site that the gazetteer does not list"
    return "no place of this name in the gazetteer"


def _why(place: GazetteerPlace, support: float, hinted: float, count: int) -> str:
    if count == 1:
        return "the only place of this name"
    if hinted >= LEVEL_SUPPORT:
        return f"the text places it in {place.region or place.country}"
    if support >= MIN_SUPPORT:
        return f"the document's other places lie in or near {place.region or place.country}"
    return f"the largest of {count} places of this name"
