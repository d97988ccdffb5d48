"""Which place of the gazetteer a document means by a name, or none.

Steps for each document: candidates by name; what the words around say (`place_hints`); first the names that leave no choice, then the
rest in the light of those (`place_scores`), twice; at last the question whether the best candidate is good enough. A place without
coordinates is better than one at the wrong end of the world, so a name stays unlocated, with the reason, when nothing tells its places
apart, when only a small place far from all others bears it, and when it names a site (a camp, a road, a crossing) that the gazetteer does
not have.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from testimonia.model.referent import Referent
from testimonia.resolve.gazetteer import Gazetteer, GazetteerPlace, load_gazetteer
from testimonia.resolve.place_candidates import find_candidates, names_site
from testimonia.resolve.place_company import Company, points_of
from testimonia.resolve.place_hints import Beside, Hints, find_hints
from testimonia.resolve.place_scores import HINT_WEIGHT, SAME_SPOT_KM, beside_share, distance_km, hint_score, is_own_name, prior
from testimonia.text.names import fold_spelling, script_of

MIN_MARGIN = 0.35
"""How far the best candidate must lead the next one elsewhere."""
SMALL_TOWN = 100_000
"""Of a settlement smaller than this, more than the name must speak for it where the document has other places."""
FAMOUS_TOWN = 2_000_000
"""The same of one that is usually called otherwise: Rangoon is told without Myanmar, but not all that is called Mambasa is Mombasa."""
MIN_SUPPORT = 0.8
"""What the document must say for a small settlement: its country among several, or a neighbour."""
LEVEL_SUPPORT = 2.5
"""Hints of more than the level alone: a country or division named beside the place."""
FIRM_MARGIN = 2.0
"""By how much a name's best candidate must lead those of other countries to be trusted before the other names are looked at."""
MIN_BESIDE = 0.05
"""A candidate that fits "south of Y" less well than this lies somewhere else."""
OUTSIDE_KM = {"district": 100.0, "region": 400.0}
"""Farther than this from a division's middle a town is outside; the gazetteer does not know every town's district."""
_NO_SITE = "a site that the gazetteer does not list"
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
        self._gazetteer = gazetteer
        self._hints = {r.id: find_hints(r.names or (r.name,), contexts.get(r.id, ())) for r in referents}
        self._candidates = {r.id: find_candidates(r, gazetteer, level=self._hints[r.id].level) for r in referents}
        self._points = {key: points_of(places) for key, places in self._candidates.items()}
        self._by_name = {fold_spelling(name): r.id for r in referents for name in (r.name, *r.names)}
        self._named: dict[str, list[GazetteerPlace]] = {}
        self._around: dict[str, tuple[Beside, ...]] = {}
        """Names told as containing a place that are no division of its candidates, but may be a town that it lies in or near."""
        self._hinted = {referent.id: self._hint_scores(referent.id) for referent in referents}
        self._firsts = {
            r.id: [prior(place, r.name) + told for place, told in zip(self._candidates[r.id], self._hinted[r.id], strict=True)]
            for r in referents
        }

    def locate(self) -> dict[str, Location]:
        chosen = {key: places[_first_best(self._firsts[key])] for key, places in self._candidates.items() if self._is_firm(key, places)}
        for _ in range(ROUNDS):
            company = Company(chosen)
            chosen = {key: places[_first_best(self._weigh(key, company).scores)] for key, places in self._candidates.items() if places}
        company = Company(chosen)
        elsewhere = {key for key, places in self._candidates.items() if places and self._weigh(key, company).is_elsewhere}
        company = Company({key: place for key, place in chosen.items() if key not in elsewhere or place.level != "settlement"})
        return {referent.id: self._judge(referent, company) for referent in self._referents}

    def _hint_scores(self, key: str) -> list[float]:
        """What the words around a name say for each candidate, but for neighbours."""
        places, hints = self._candidates[key], self._hints[key]
        names = hints.containing - hints.listed if _is_division_in_list(places, hints, self._gazetteer) else hints.containing
        within = {division.id for name in names for division in self._gazetteer.divisions(name)}
        if names and all(within.isdisjoint(place.divisions) for place in places):
            self._around[key] = tuple(Beside(name) for name in sorted(names))
        return [hint_score(place, hints, within=within) for place in places]

    def _weigh(self, key: str, company: Company) -> "_Weighed":
        supports = company.supports(key, self._candidates[key], self._points[key])
        besides, is_elsewhere = self._besides(key, company)
        scores = [first + support + HINT_WEIGHT * share for first, support, share in zip(self._firsts[key], supports, besides, strict=True)]
        told = [hinted + HINT_WEIGHT * share for hinted, share in zip(self._hinted[key], besides, strict=True)]
        return _Weighed(scores, supports, told, is_elsewhere)

    def _besides(self, key: str, company: Company) -> tuple[list[float], bool]:
        """How well each candidate lies beside the places that the text names as its neighbours, and whether none does although it is
        known where a neighbour lies."""
        places, is_known = self._candidates[key], False
        shares = [0.0] * len(places)
        for told in self._hints[key].beside:
            others = self._meant(told.name, company)
            is_known = is_known or len(others) == 1
            shares = [max(share, beside_share(place, told, others)) for share, place in zip(shares, places, strict=True)]
        is_elsewhere = is_known and max(shares) < MIN_BESIDE
        for told in self._around.get(key, ()):
            others = self._meant(told.name, company)
            is_elsewhere = is_elsewhere or self._is_outside(key, told.name)
            shares = [max(share, beside_share(place, told, others)) for share, place in zip(shares, places, strict=True)]
        return shares, is_elsewhere

    def _is_outside(self, key: str, name: str) -> bool:
        """Whether none of the candidates lies near the divisions of a name that the text puts the place in."""
        divisions = () if name in self._hints[key].listed else self._gazetteer.divisions(name)
        return bool(divisions) and all(
            distance_km(place, division) > OUTSIDE_KM[division.level] for place in self._candidates[key] for division in divisions
        )

    def _meant(self, name: str, company: Company) -> Sequence[GazetteerPlace]:
        """The place that the document means by a name, or all that bear it."""
        known = company.place_of(self._by_name.get(fold_spelling(name), ""))
        if known is not None:
            return [known]
        if name not in self._named:
            self._named[name] = self._gazetteer.find(name)
        return self._named[name]

    def _is_firm(self, key: str, places: Sequence[GazetteerPlace]) -> bool:
        """Whether a name can be trusted before the others are known: one country bears it, the words place it, or it is a country's."""
        if not places:
            return False
        scores = self._firsts[key]
        best = places[_first_best(scores)]
        rest = [score for place, score in zip(places, scores, strict=True) if place.country != best.country]
        return not rest or max(scores) - max(rest) > FIRM_MARGIN

    def _judge(self, referent: Referent, company: Company) -> Location:
        places = self._candidates[referent.id]
        count = len(places)
        if not places:
            return Location(None, _why_none(referent.name), 0)
        weighed = self._weigh(referent.id, company)
        at = _first_best(weighed.scores)
        best, told, support = places[at], weighed.told[at], weighed.supports[at]
        is_town = best.level == "settlement"
        if is_town and weighed.is_elsewhere:
            return Location(None, "no place of this name lies where the text puts it", count)
        rivals = [
            score
            for place, score in zip(places, weighed.scores, strict=True)
            if distance_km(place, best) > SAME_SPOT_KM and not _is_within(place, best)
        ]
        if rivals and weighed.scores[at] - max(rivals) < MIN_MARGIN:
            return Location(None, f"{count} places bear the name and nothing tells them apart", count)
        is_site = self._hints[referent.id].is_site
        is_usual = script_of(referent.name) != "Latn" or is_own_name(best, referent.name)
        is_small = best.population < (SMALL_TOWN if is_usual else FAMOUS_TOWN)
        if is_town and (is_site or is_small) and told < LEVEL_SUPPORT and support < MIN_SUPPORT and len(company) > 1:
            if is_site:
                return Location(None, _NO_SITE, count)
            return Location(None, f"only a small place bears the name, in {best.country}, of which the text does not speak", count)
        return Location(best, _why(best, support, told, count), count)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """For each candidate of a name its score, what the document's other places add to it, and what the words around the name do.

    `is_elsewhere` says that the text puts the place beside a known one where none of the candidates lies.
    """

    scores: list[float]
    supports: list[float]
    told: list[float]
    is_elsewhere: bool


def _first_best(scores: Sequence[float]) -> int:
    return max(range(len(scores)), key=scores.__getitem__)


def _is_division_in_list(places: Sequence[GazetteerPlace], hints: Hints, gazetteer: Gazetteer) -> bool:
    """Whether a comma joins two divisions of one country, so that the second is the next in a list: Louisiana, Missouri."""
    homes = {place.country: place.id for place in places if place.level == "region"}
    named = {division for name in hints.listed for division in gazetteer.divisions(name)}
    return any(division.level == "region" and homes.get(division.country, division.id) != division.id for division in named)


def _is_within(left: GazetteerPlace, right: GazetteerPlace) -> bool:
    """Whether one is the division that the other lies in: New York in New York differs in exactness, not in place."""
    return left.country == right.country and (
        (left.level == "region" and right.region == left.name) or (right.level == "region" and left.region == right.name)
    )


def _why_none(name: str) -> str:
    if names_site(name):
        return _NO_SITE
    return "no place of this name in the gazetteer"


def _why(place: GazetteerPlace, support: float, hinted: float, count: int) -> str:
    if count == 1:
        return "the only place of this name"
    where = place.region or place.country or place.name
    if hinted >= LEVEL_SUPPORT:
        return f"the text places it in {where}"
    if support >= MIN_SUPPORT:
        return f"the document's other places lie in or near {where}"
    return f"the largest of {count} places of this name"
