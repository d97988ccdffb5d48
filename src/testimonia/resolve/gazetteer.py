"""The gazetteer: where named places lie, after GeoNames, in one file that is read when it is first asked.

The file (`data/gazetteer.npz`, built by `models/gazetteer/`) holds places of 500 people and more, divisions of the first and second
level, and countries. Names are filed under 48-bit hashes of their keys, in sorted order, so that a look-up is a binary search and nothing
is unpacked: one look-up in a few hundred million meets a wrong place by a clash of hashes. Regions such as the Sahel come from
`text.geography`.

Labels of country and division are those of GeoNames; where sovereignty is disputed they decide nothing.

Data: GeoNames (https://www.geonames.org), CC BY 4.0; see `data/LICENSE.gazetteer.md`.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import get_args

import numpy as np
import numpy.typing as npt

from testimonia.model.kinds import PlaceLevel
from testimonia.resolve.place_keys import loose_key, place_key, place_words, states_by_abbreviation
from testimonia.text.geography import Region, countries, countries_of_adjective, find_region, region_of_adjective
from testimonia.text.names import script_of

Level = PlaceLevel
LEVELS: tuple[Level, ...] = get_args(PlaceLevel)
"""How exact a place is, from the most exact on; the order is that of the codes in the file."""

HASH_BYTES = 6
"""Bytes of a key's hash: with a million keys, a name that is not there meets one of them once in 2.8e8 look-ups."""

NO_PARENT = 2**32 - 1
"""In the file, the parent of what lies in no division."""

FEW_PEOPLE = 10_000
"""Where no place of more people bears a name as spelled, a larger one may be meant that is romanised otherwise."""

MIN_LOOSE_LETTERS = 4
"""A looser key of fewer letters would bring unrelated places together."""


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place of the gazetteer.

    `id` is `geonames:` and GeoNames' number, or `region:` and a name for what has none here. `country` is ISO 3166-1
    alpha-2, empty where a region lies in several, which `countries` then names; `region` is the first-level division that it lies in,
    `divisions` the ids of all, the finest first. `latitude` and `longitude` are in degrees (WGS 84); for divisions they are the middle of
    the area. `population` is 0 where it is not stated. `is_exact` is False for a match by looser romanisation.
    """

    id: str
    name: str
    level: Level
    country: str
    region: str
    latitude: float
    longitude: float
    population: int
    divisions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    is_exact: bool = True

    @property
    def source(self) -> str:
        """Whose labels of name, country and division these are; they decide nothing about a disputed territory."""
        return "GeoNames" if self.id.startswith("geonames:") else "Testimonia's list of regions"

    @property
    def geonameid(self) -> int:
        """GeoNames' number; for what has none here, a negative number that stands for its `id` alone."""
        _, _, number = self.id.partition(":")
        return int(number) if self.id.startswith("geonames:") else -hash_key(self.id)


class _Texts:
    """Texts by number, cut out of the file's bytes when asked for; half a million strings would take four times the memory."""

    def __init__(self, packed: npt.NDArray[np.uint8]) -> None:
        self._packed = packed
        self._ends = np.append(np.flatnonzero(packed == 1), len(packed)).astype(np.uint32)

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, at: int) -> str:
        begin = int(self._ends[at - 1]) + 1 if at else 0
        return self._packed[begin : int(self._ends[at])].tobytes().decode()


class Gazetteer:
    """Places by name. Make it with `load_gazetteer`."""

    def __init__(self, columns: dict[str, npt.NDArray[np.generic]]) -> None:
        """Take the file's columns.

        Args:
            columns: The arrays of the file by name.
        """
        self._columns = {name: column for name, column in columns.items() if name not in ("key_steps", "texts")}
        self._keys = np.cumsum(columns["key_steps"], dtype=np.uint64)
        texts = columns["texts"].astype(np.uint8, copy=False)
        ends = [*np.flatnonzero(texts == 0).tolist(), len(texts)]
        begins = [0, *(end + 1 for end in ends[:-1])]
        self._countries, self._ids, self._names = (_Texts(texts[begin:end]) for begin, end in zip(begins, ends, strict=True))

    def __len__(self) -> int:
        """The number of places."""
        return len(self._names)

    def name_of(self, at: int) -> str:
        """Return a place's usual name by its number.

        Args:
            at: From 0 to the number of places less one.

        Returns:
            The name.
        """
        return self._names[at]

    def find(self, name: str) -> list[GazetteerPlace]:
        """Return the places that bear a name.

        Folding covers case, accents, apostrophes, the article with and without, and common words such as Kafr and Kfar; if nothing bears
        the name so spelled, a looser key for names from Arabic and Hebrew is tried.

        Args:
            name: A place name in Latin, Arabic, Hebrew or Cyrillic script.

        Returns:
            Places, exact matches before looser ones, the most people first; empty if nothing bears the name.
        """
        places = self._filed(name)
        region = find_region(name) or region_of_adjective(name)
        if region is not None:
            same = [place for place in places if place.level == "region" and place.country in region.countries]
            if region.is_disputed:
                places = [place for place in places if place not in same]  # what GeoNames files under one of those that claim it
            if region.is_disputed or len(region.countries) != 1 or not same:
                places.append(_region_place(region))
        else:
            places += [place for place in self._countries_of(name) if place not in places]
        return sorted(places, key=lambda place: (-place.population, place.id))

    def is_settlement(self, name: str) -> bool:
        """Say whether a settlement bears a name exactly.

        It is a vote on what a name is, no more: many words are also names of some village.

        Args:
            name: A name as the text has it.

        Returns:
            True if a town or village of 500 people or more has this name, folded.
        """
        return any(self._columns["level"][at] == 0 for key in _exact_keys(name) for at in self._at(key))

    def divisions(self, name: str) -> list[GazetteerPlace]:
        """Return the divisions that bear a name exactly.

        Args:
            name: A name, with or without the word for what it is.

        Returns:
            Divisions of the first and second level.
        """
        found = dict.fromkeys(at for key in _exact_keys(name) for at in self._at(key))
        return [self._place(at, True) for at in found if LEVELS[int(self._columns["level"][at])] in ("district", "region")]

    def _countries_of(self, name: str) -> list[GazetteerPlace]:
        """The countries that an adjective belongs to, for texts that say Malian territory."""
        return [place for code in countries_of_adjective(name) for place in self._filed(_country_names()[code]) if place.level == "country"]

    def _filed(self, name: str) -> list[GazetteerPlace]:
        """The places under the name as spelled; failing that, under the name without what divisions are called; failing that, spelled
        loosely."""
        state = states_by_abbreviation().get(name)
        if state is not None and ("." in name or len(name) > 2):
            return self._states(*state)
        found = [at for key in _exact_keys(name) for at in self._at(key)]
        if found:
            places = [self._place(at, True) for at in dict.fromkeys(found)]
            if max(place.population for place in places) < FEW_PEOPLE:
                return [*places, *(place for place in self._loose(name) if place.id not in {exact.id for exact in places})]
            return [*places, *self._seats(name, places)]
        words = place_key(name).split()
        kinds = [word for word in words if word in place_words("divisions")]
        bare = " ".join(word for word in words if word not in kinds and word != "of")
        if bare and kinds:
            return [place for place in self.divisions(bare) if _may_be_called(place, kinds)]
        loose = self._loose(name)
        if loose:
            return loose
        short = states_by_abbreviation().get(name) or states_by_abbreviation().get(f"{name}.")
        return [] if short is None else self._states(*short)

    def _states(self, country: str, name: str) -> list[GazetteerPlace]:
        return [place for place in self.divisions(name) if place.country == country and place.level == "region"]

    def _seats(self, name: str, places: list[GazetteerPlace]) -> list[GazetteerPlace]:
        """Where only divisions bear a name as spelled, the settlements in them that bear it in another romanisation: their seats."""
        if any(place.level == "settlement" for place in places):
            return []
        homes = {place.country for place in places if place.level in ("district", "region")}
        return [place for place in self._loose(name) if place.level == "settlement" and place.country in homes]

    def _loose(self, name: str) -> list[GazetteerPlace]:
        """The places under the name in another romanisation."""
        if script_of(name) != "Latn" or len(loose_key(name)) <= MIN_LOOSE_LETTERS:
            return []
        return [self._place(at, False) for at in self._at(loose_key(name))]

    def _at(self, key: str) -> list[int]:
        wanted = np.uint64(hash_key(key))
        low, high = np.searchsorted(self._keys, wanted, "left"), np.searchsorted(self._keys, wanted, "right")
        return [int(at) for at in self._columns["key_places"][low:high]]

    def _place(self, at: int, is_exact: bool) -> GazetteerPlace:
        def number(name: str) -> int:
            return int(self._columns[name][at])

        above = self._above(at)
        return GazetteerPlace(
            self._id(at),
            self._names[at],
            LEVELS[number("level")],
            self._countries[number("country")],
            self._names[above[-1]] if above else "",
            number("latitude") / 1e4,
            number("longitude") / 1e4,
            number("population"),
            tuple(self._id(division) for division in above),
            is_exact=is_exact,
        )

    def _above(self, at: int) -> list[int]:
        """The divisions that a place lies in, the finest first."""
        found: list[int] = []
        parent = int(self._columns["parent"][at])
        while parent != NO_PARENT:
            found.append(parent)
            parent = int(self._columns["parent"][parent])
        return found

    def _id(self, at: int) -> str:
        text = self._ids[at]
        return text if ":" in text else f"geonames:{text}"


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer that the package carries, read on the first call.

    Returns:
        The same object on every call.
    """
    with as_file(files("testimonia.resolve") / "data" / "gazetteer.npz") as path, np.load(path, allow_pickle=False) as packed:
        return Gazetteer({name: packed[name] for name in packed.files})


def settlement_test() -> Callable[[str], bool]:
    """Return a function that says whether a settlement bears a name, and reads the gazetteer only when first called.

    Returns:
        `Gazetteer.is_settlement` of the gazetteer that the package carries.
    """
    return lambda name: load_gazetteer().is_settlement(name)


def hash_key(key: str) -> int:
    """Return the hash under which a key is filed.

    Args:
        key: What `place_key` or `loose_key` returned.

    Returns:
        A number of `HASH_BYTES` bytes, the same on every machine.
    """
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=HASH_BYTES).digest(), "big")


def _exact_keys(name: str) -> list[str]:
    """The key as spelled, without its article, and with one."""
    key = place_key(name)
    keys = [key]
    for article in ("al ", "el "):
        if key.startswith(article):
            keys.append(key.removeprefix(article))
    if len(keys) == 1:
        keys.append(f"al {key}")
    if key.startswith("ال") and len(key) > 4:
        keys.append(key.removeprefix("ال"))
    return [key for key in keys if key]


def _may_be_called(division: GazetteerPlace, kinds: Sequence[str]) -> bool:
    """Whether a division is none of another kind: Green County is no Green Zone."""
    own = [word for word in place_key(division.name).split() if word in place_words("divisions")]
    return not own or not set(own).isdisjoint(kinds)


def _region_place(region: Region) -> GazetteerPlace:
    country = region.countries[0] if len(region.countries) == 1 else ""
    key = place_key(region.names[0]).replace(" ", "_")
    level: Level = "continent" if region.is_continent else "region"
    return GazetteerPlace(
        f"region:{key}", region.names[0], level, country, "", region.latitude, region.longitude, 0, countries=region.countries
    )


@cache
def _country_names() -> dict[str, str]:
    return {country.code: country.names[0] for country in countries()}
