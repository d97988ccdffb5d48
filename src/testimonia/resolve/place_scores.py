"""How likely each place of a name is the one that a document means, from what else the document names.

A score is the sum of a few parts that can be told to people: how large the place is, whether the document speaks of its country and its
division, how near the document's other places lie, what the words around it say. The weights were set by hand on the news of
`eval/places.py` (LGL and GeoVirus).
"""

import math
from collections.abc import Mapping, Sequence

from testimonia.resolve.gazetteer import GazetteerPlace
from testimonia.resolve.place_hints import Hints
from testimonia.resolve.place_keys import place_key, place_words
from testimonia.text.names import script_of

LEVEL_PRIOR = {"settlement": 0.0, "district": -0.6, "region": -0.8, "country": 3.0, "continent": 4.0}
"""A country's name means the country unless more speaks against it; a division that bears a town's name gives way to the town when both
are small."""
COUNTRY_WEIGHT = 3.0
"""A document that speaks only of one country adds this to a place in it; as much as a thousand times the people."""
REGION_WEIGHT = 2.5
"""The same for the first-level division."""
NEAR_WEIGHT = 2.0
"""Added for a place right beside another of the document's places, less with distance."""
NEAR_KM = 150.0
"""Distance at which nearness has fallen to a third."""
HINT_WEIGHT = 6.0
"""The words around a name that place it in a country or division outweigh all else."""
LEVEL_HINT_WEIGHT = 2.0
LISTED_REGION_SIZE = 7.5
"""A region that our list has, since reports name it often, counts as one of thirty million people."""
OTHER_NAME_PENALTY = 0.7
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
    if script_of(name) == "Latn" and not is_own_name(place, name):
        size -= OTHER_NAME_PENALTY
    return size + LEVEL_PRIOR[place.level] - (0.0 if place.is_exact else LOOSE_PENALTY)


def is_own_name(place: GazetteerPlace, name: str) -> bool:
    """Say whether a place is usually called by a name, rather than in another language or time.

    Args:
        place: A place that bears the name.
        name: The name.

    Returns:
        True if the gazetteer's own name for the place begins with it, folded and without article.
    """
    own, asked = bare_region(place.name), bare_region(name)
    return own.startswith(asked) or own.removeprefix("al ").startswith(asked.removeprefix("al ")) or place.level in ("country", "continent")


def context_score(
    place: GazetteerPlace, *, countries: Mapping[str, float], divisions: Mapping[tuple[str, str], float], others: Sequence[GazetteerPlace]
) -> float:
    """Return what the document's other places say for a candidate.

    Args:
        place: The candidate.
        countries: Shares of the document's places by country, from 0 to 1.
        divisions: Shares by country and first-level division.
        others: The document's other places as located so far.

    Returns:
        A score of at most `COUNTRY_WEIGHT` + `REGION_WEIGHT` + `NEAR_WEIGHT`.
    """
    score = COUNTRY_WEIGHT * countries.get(place.country, 0.0)
    division = place.name if place.level == "region" else place.region
    score += REGION_WEIGHT * divisions.get((place.country, division), 0.0)
    if place.level == "country" and place.country in countries:
        score += NEAR_WEIGHT
    if place.level in ("settlement", "district") and others:
        score += NEAR_WEIGHT * math.exp(-min(distance_km(place, other) for other in others) / NEAR_KM)
    return score


def hint_score(place: GazetteerPlace, hints: Hints) -> float:
    """Return what the words around a name say for a candidate.

    Args:
        place: The candidate.
        hints: What the words say.

    Returns:
        `HINT_WEIGHT` for a named country and for a named division, `LEVEL_HINT_WEIGHT` for the level; 0 where nothing agrees.
    """
    score = HINT_WEIGHT if place.country in hints.countries and place.level != "country" else 0.0
    if hints.containing and bare_region(place.region) in hints.containing and place.level != "region":
        score += HINT_WEIGHT
    return score + (LEVEL_HINT_WEIGHT if hints.level == place.level else 0.0)


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
