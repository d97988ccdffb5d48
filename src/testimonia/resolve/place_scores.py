"""How likely each place of a name is the one that a document means, from what else the document names.

A score is the sum of a few parts that can be told to people: how large the place is, whether the document speaks of its country and its
division, how near the document's other places lie, what the words around it say. The weights were set by hand on half of the news of
`eval/places.py` (LGL and GeoVirus).
"""

import math
from collections.abc import Collection, Mapping, Sequence

from testimonia.resolve.gazetteer import GazetteerPlace
from testimonia.resolve.place_hints import Beside, Hints
from testimonia.resolve.place_keys import place_key, place_words
from testimonia.text.geography import country_of_capital
from testimonia.text.names import script_of

LEVEL_PRIOR = {"settlement": 0.0, "district": -0.6, "region": -0.4, "country": 3.0, "continent": 4.0}
"""A country's name means the country unless more speaks against it; a division that bears a town's name gives way to the town when both
are small."""
COUNTRY_WEIGHT = 3.0
"""A document that speaks only of one country adds this to a place in it; as much as a thousand times the people."""
REGION_WEIGHT = 2.5
"""The same for the first-level division."""
SIBLING_WEIGHT = 2.5
"""For a first-level division of which the document names others of the same country: states are told with states."""
NEAR_WEIGHT = 2.0
"""Added for a place right beside another of the document's places, less with distance."""
NEAR_KM = 150.0
"""Distance at which nearness has fallen to a third."""
HINT_WEIGHT = 6.0
"""The words around a name that place it in a country or division or beside a place outweigh all else."""
LEVEL_HINT_WEIGHT = 2.0
BESIDE_KM = 40.0
"""How far "near" reaches where no distance is told: places so far apart are told as near one another in reports."""
BESIDE_ERROR = 0.35
"""By what share a told distance may be wrong: by road it is longer than the straight line."""
BEARING_ERROR = 60.0
"""Degrees by which a told direction may be wrong: directions are told by quarters and eighths."""
SAME_SPOT_KM = 60.0
"""Two candidates nearer than this (a town and its district) need not be told apart to be put on a map."""
LISTED_REGION_SIZE = 7.5
"""A region that our list has, since reports name it often, counts as one of thirty million people."""
CAPITAL_WEIGHT = 1.0
"""A capital's name means the capital, which stands for its government, unless more speaks for another."""
OTHER_NAME_PENALTY = 1.0
"""A name that is not the place's usual one: a former or foreign name loses to a bearer of equal size."""
LOOSE_PENALTY = 1.0
"""A name that matches only by looser romanisation."""


def distance_km(left: GazetteerPlace, right: GazetteerPlace) -> float:
    """Return the great-circle distance between two places.

    Args:
        left: One place.
        right: The other.

    Returns:
        Kilometres on a sphere of 6,371 km.
    """
    a, b = math.radians(left.latitude), math.radians(right.latitude)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(right.longitude - left.longitude) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))


def prior(place: GazetteerPlace, name: str) -> float:
    """Return how likely a place is meant by a name before the document is looked at.

    Args:
        place: A candidate.
        name: The name as the document has it.

    Returns:
        Its size, in powers of ten of people, and its level's part.
    """
    size = math.log10(place.population + 300)
    if place.level == "district":
        size = min(size, 4.5)
    if place.id.startswith("region:"):
        size = LISTED_REGION_SIZE
    if place.level == "settlement" and place.country == country_of_capital(name):
        size += CAPITAL_WEIGHT
    if script_of(name) == "Latn" and not is_own_name(place, name):
        size -= OTHER_NAME_PENALTY
    return size + LEVEL_PRIOR[place.level] - (0.0 if place.is_exact else LOOSE_PENALTY)


def is_own_name(place: GazetteerPlace, name: str) -> bool:
    """Say whether a place is usually called by a name, rather than in another language or time.

    Args:
        place: A place that bears the name.
        name: The name.

    Returns:
        True if the gazetteer's own name for the place begins with it, folded and without article. Countries and first-level divisions are
        usually called by each of their names.
    """
    own, asked = bare_region(place.name).removeprefix("city of "), bare_region(name)
    return (
        own.startswith(asked)
        or own.removeprefix("al ").startswith(asked.removeprefix("al "))
        or place.level in ("region", "country", "continent")
    )


def context_score(
    place: GazetteerPlace,
    *,
    countries: Mapping[str, float],
    divisions: Mapping[str, float],
    siblings: Mapping[str, float],
    nearest_km: float | None,
) -> float:
    """Return what the document's other places say for a candidate.

    Args:
        place: The candidate.
        countries: Shares of the document's other places by country, from 0 to 1.
        divisions: Shares by the id of the first-level division.
        siblings: By country, the share of the others that are first-level divisions of it.
        nearest_km: Kilometres to the nearest of the others, None if there is none.

    Returns:
        A score of at most `COUNTRY_WEIGHT` + `REGION_WEIGHT` + `NEAR_WEIGHT`.
    """
    score = COUNTRY_WEIGHT * max(countries.get(code, 0.0) for code in (place.country, *place.countries))
    score += REGION_WEIGHT * divisions.get(first_division(place), 0.0)
    if place.level == "country" and place.country in countries:
        score += NEAR_WEIGHT
    if place.level == "region":
        score += SIBLING_WEIGHT * siblings.get(place.country, 0.0)
    if place.level in ("settlement", "district") and nearest_km is not None:
        score += NEAR_WEIGHT * math.exp(-nearest_km / NEAR_KM)
    return score


def first_division(place: GazetteerPlace) -> str:
    """Return the first-level division that a place is or lies in.

    Args:
        place: A place.

    Returns:
        The division's id; empty if it is none and lies in none.
    """
    return place.id if place.level == "region" else place.divisions[-1] if place.divisions else ""


def hint_score(place: GazetteerPlace, hints: Hints, *, within: Collection[str]) -> float:
    """Return what the words around a name say for a candidate, but for the places that it is said to lie beside.

    Args:
        place: The candidate.
        hints: What the words say.
        within: The ids of the divisions that the words name as containing it.

    Returns:
        `HINT_WEIGHT` for a named country and for a named division, `LEVEL_HINT_WEIGHT` for the level; 0 where nothing agrees.
    """
    score = HINT_WEIGHT if place.country in hints.countries and place.level != "country" else 0.0
    if any(division in within for division in place.divisions):
        score += HINT_WEIGHT
    return score + (LEVEL_HINT_WEIGHT if hints.level == place.level else 0.0)


def beside_share(place: GazetteerPlace, told: Beside, others: Sequence[GazetteerPlace]) -> float:
    """Say how well a candidate lies beside another place as told.

    Args:
        place: The candidate.
        told: The other's name, the direction seen from there and the distance, as far as told.
        others: The places that the other's name may mean.

    Returns:
        From 0 to 1; 1 where one of the others lies as told.
    """
    return max((_fit(place, told, other) for other in others if other.level in ("settlement", "district", "region")), default=0.0)


def _fit(place: GazetteerPlace, told: Beside, other: GazetteerPlace) -> float:
    if place.id == other.id:
        return 0.0
    away = distance_km(place, other)
    if told.bearing is not None and away > 1:
        off = abs((bearing(other, place) - told.bearing + 180) % 360 - 180)
        if off > BEARING_ERROR:
            return 0.0
    reach = BESIDE_KM if told.km is None else max(5.0, BESIDE_ERROR * told.km)
    beyond = max(0.0, away - reach) if told.km is None else max(0.0, abs(away - told.km) - reach)
    return math.exp(-beyond / reach)


def bearing(origin: GazetteerPlace, target: GazetteerPlace) -> float:
    """Return the direction in which one place lies as seen from another.

    Args:
        origin: Where one stands.
        target: Where one looks.

    Returns:
        Degrees clockwise from north, 0 to 360.
    """
    a, b, turn = math.radians(origin.latitude), math.radians(target.latitude), math.radians(target.longitude - origin.longitude)
    east, north = math.sin(turn) * math.cos(b), math.cos(a) * math.sin(b) - math.sin(a) * math.cos(b) * math.cos(turn)
    return math.degrees(math.atan2(east, north)) % 360


def bare_region(name: str) -> str:
    """Return the key of a division's name without what divisions are called.

    Args:
        name: A division's name, such as Davao Region.

    Returns:
        Its key without the closing word: `davao`.
    """
    words = place_key(name).split()
    while len(words) > 1 and words[-1] in place_words("divisions"):
        words.pop()
    return " ".join(words)
