"""Which places of the gazetteer a document may mean by a name: those that bear it, less those that are rarely called so."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from testimonia.model.referent import Referent
from testimonia.resolve.gazetteer import Gazetteer, GazetteerPlace, Level
from testimonia.resolve.place_keys import place_key, place_words
from testimonia.resolve.place_scores import SAME_SPOT_KM, distance_km, is_own_name
from testimonia.text.names import script_of

SEAT_SHARE = 0.1
"""A town with this share of its division's people is its main town: Aleppo is, Quebec (a sixteenth) is not."""
SEAT_RATIO = 65
"""How like a town's usual name must be to the one asked for (per cent, `rapidfuzz`): Janīn and Jenin are one, Jolo and Sulu are not."""
MAX_ACRONYM = 3
"""Up to so many letters, all capital, a name is an abbreviation and no town."""


def find_candidates(referent: Referent, gazetteer: Gazetteer, *, level: Level | None) -> list[GazetteerPlace]:
    """Return the places of the fullest form of a referent's name that any place bears.

    A site is not looked for under a town's name alone.

    Args:
        referent: A place referent.
        gazetteer: The gazetteer to ask.
        level: What the words around the name say that it is, None if they say nothing.

    Returns:
        Places; empty if none bears any of the names.
    """
    is_site = names_site(referent.name)
    for name in dict.fromkeys((referent.name, *referent.names)):
        places = gazetteer.find(name) if names_site(name) or not is_site else []
        if len(name) <= MAX_ACRONYM and name.isupper() and name.isascii():
            places = [place for place in places if place.level != "settlement"]  # EU is not the town of Eu
        if level == "district" and all(place.level != level for place in places):
            places = [*places, *(place for place in gazetteer.divisions(f"{name} {level}") if place.level == level)]
        if places:
            return _usual(places, name, is_division=level in ("district", "region"))
    return []


def names_site(name: str) -> bool:
    """Say whether a name has a word for a site, such as a camp, a crossing or a road.

    Args:
        name: A name as the text has it.

    Returns:
        True if it has one.
    """
    return not set(place_key(name).split()).isdisjoint(place_words("sites"))


def _usual(places: Sequence[GazetteerPlace], name: str, *, is_division: bool) -> list[GazetteerPlace]:
    """Leave out a division asked for by its seat's name, and former and foreign names where a country has a usual bearer of the name."""
    towns = [place for place in places if place.level == "settlement"]
    if not is_division and set(place_key(name).split()).isdisjoint(place_words("divisions")):
        places = [place for place in places if not _is_of_a_town(place, towns, name)]
    own = [place for place in places if script_of(name) != "Latn" or not place.is_exact or is_own_name(place, name)]
    takers = {place.country for place in own}
    if any(place.level == "country" for place in own):
        return own
    return [place for place in places if place in own or place.country not in takers]


def _is_of_a_town(division: GazetteerPlace, towns: Sequence[GazetteerPlace], name: str) -> bool:
    """Whether a division is called after a town in it that the bare name rather means: any town for a district, the main one for a
    first-level division. Towns such as New York City are told by their full names."""
    if division.level not in ("district", "region"):
        return False
    asked, share = place_key(name), SEAT_SHARE if division.level == "region" else 0.0
    seats = (town for town in towns if division.id in town.divisions or distance_km(town, division) < SAME_SPOT_KM)
    return any(
        town.population >= share * division.population
        and fuzz.ratio(place_key(town.name), asked) >= SEAT_RATIO
        and not place_key(town.name).startswith(f"{asked} ")
        for town in seats
    )
