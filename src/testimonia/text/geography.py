"""Countries, their people and adjectives, and the regions of the world that texts name: a light list for reading, without the gazetteer.

It tells that a word names a place or a people and which country that is; where a village lies is `resolve/`'s work. Being listed says
nothing of a territory's status.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from testimonia.text.names import fold_spelling
from testimonia.text.wordlists import word_list

NAMES_KEPT = 1 << 15
"""Names of which it is remembered what they are; documents come back to the same ones."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory: `code` is ISO 3166-1 alpha-2, `names` all its names with the usual one first, the point is for maps only."""

    code: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str | None
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Region:
    """A continent, world region or region of a country; `countries` are those it lies in, empty where they are many; where it
    is disputed, all that claim or administer it."""

    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    is_continent: bool
    countries: tuple[str, ...]
    latitude: float
    longitude: float
    is_disputed: bool = False


def countries() -> tuple[Country, ...]:
    """Return all countries and territories of the list.

    Returns:
        Countries in the order of their codes.
    """
    return _countries()


def regions() -> tuple[Region, ...]:
    """Return all continents and regions of the list.

    Returns:
        Continents first.
    """
    return _regions()


def is_country(name: str) -> bool:
    """Say whether a name is a country's or territory's.

    Args:
        name: A name as the text has it.

    Returns:
        True for the usual name and for the others in the list, such as Burma and DRC.

    Example:
        >>> is_country("the Philippines"), is_country("Mindanao")
        (True, False)
    """
    return _key(name) in _by_name()


def country_code(name: str) -> str | None:
    """Return the code of a country by its name.

    Args:
        name: A name as the text has it.

    Returns:
        ISO 3166-1 alpha-2, None if it is no country's name.
    """
    return _by_name().get(_key(name))


def country_of_adjective(word: str) -> str | None:
    """Return the country that an adjective or a word for people belongs to.

    Args:
        word: Such as Malian, Malians or Spaniards.

    Returns:
        ISO 3166-1 alpha-2; None if the word is none of these, or belongs to several countries (Congolese).

    Example:
        >>> country_of_adjective("Malian"), country_of_adjective("Congolese")
        ('ML', None)
    """
    codes = countries_of_adjective(word)
    return codes[0] if len(codes) == 1 else None


def countries_of_adjective(word: str) -> tuple[str, ...]:
    """Return all countries that an adjective or a word for people may belong to.

    Args:
        word: Such as Congolese.

    Returns:
        ISO 3166-1 alpha-2 codes in order; empty if the word is none of these.
    """
    return _by_adjective().get(_key(word), ())


def is_people(name: str) -> bool:
    """Say whether a word names people by their country: Malians, the Sudanese.

    Args:
        name: A word as the text has it.

    Returns:
        True if it does; adjectives that name no people (Philippine) are False.
    """
    return _key(name) in _people()


def country_of_capital(name: str) -> str | None:
    """Return the country whose capital a name is, so that the capital may stand for its government.

    Args:
        name: A name as the text has it.

    Returns:
        ISO 3166-1 alpha-2, None if it is no capital in the list; disputed capitals are not in it.

    Example:
        >>> country_of_capital("Bogota")
        'CO'
    """
    return _by_capital().get(_key(name))


def find_region(name: str) -> Region | None:
    """Return a continent or region by its name.

    Args:
        name: A name as the text has it.

    Returns:
        The region, None if the list has none of that name.
    """
    return _by_region().get(_key(name))


def region_of_adjective(word: str) -> Region | None:
    """Return the continent or region that an adjective belongs to.

    Args:
        word: Such as Chechen or Sahelian.

    Returns:
        The region, None if the word is no region's adjective.

    Example:
        >>> region_of_adjective("Sahelian").names
        ('Sahel',)
    """
    return _by_region_adjective().get(_key(word))


@lru_cache(maxsize=NAMES_KEPT)
def is_place_name(name: str) -> bool:
    """Say whether a name is a country, capital, continent or listed region, also with a direction before it.

    It does not know towns and villages; the gazetteer does.

    Args:
        name: A name as the text has it.

    Returns:
        True for Mali, Bamako, the Sahel and northern Mali.

    Example:
        >>> is_place_name("eastern Congo"), is_place_name("Donbas"), is_place_name("Eastern Alliance")
        (True, True, False)
    """
    words = _key(name).split()
    while True:
        key = " ".join(words)
        if key in _by_name() or key in _by_region() or key in _by_capital():
            return True
        if len(words) < 2 or words[0] not in _directions():
            return False
        words = (
            words[2:]
            if words[:2] in (["north", "eastern"], ["north", "western"], ["south", "eastern"], ["south", "western"])
            else words[1:]
        )


@lru_cache(maxsize=NAMES_KEPT)
def _key(name: str) -> str:
    return fold_spelling(name).removeprefix("the ")


@cache
def _countries() -> tuple[Country, ...]:
    return tuple(
        Country(
            code,
            (entry["name"], *entry.get("also", ())),
            tuple(entry.get("adjectives", ())),
            tuple(entry.get("people", ())),
            entry.get("capital"),
            float(entry["point"][0]),
            float(entry["point"][1]),
        )
        for code, entry in sorted(word_list("countries").items())
    )


@cache
def _regions() -> tuple[Region, ...]:
    lists = word_list("regions")
    return tuple(
        Region(
            (entry["name"], *entry.get("also", ())),
            tuple(entry.get("adjectives", ())),
            kind == "continents",
            tuple(entry.get("countries", ())),
            float(entry["point"][0]),
            float(entry["point"][1]),
            bool(entry.get("disputed", False)),
        )
        for kind in ("continents", "regions")
        for entry in lists[kind]
    )


@cache
def _by_name() -> dict[str, str]:
    return {_key(name): country.code for country in _countries() for name in country.names}


@cache
def _by_adjective() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for country in _countries():
        for key in {_key(word) for word in (*country.adjectives, *country.people)}:
            found[key] = (*found.get(key, ()), country.code)
    return found


@cache
def _people() -> frozenset[str]:
    return frozenset(_key(word) for country in _countries() for word in country.people)


@cache
def _by_capital() -> dict[str, str]:
    return {_key(country.capital): country.code for country in _countries() if country.capital is not None}


@cache
def _by_region() -> dict[str, Region]:
    return {_key(name): region for region in _regions() for name in region.names}


@cache
def _by_region_adjective() -> dict[str, Region]:
    return {_key(word): region for region in _regions() for word in region.adjectives}


@cache
def _directions() -> frozenset[str]:
    return frozenset(fold_spelling(word) for word in word_list("regions")["directions"])
