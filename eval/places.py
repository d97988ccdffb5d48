"""Places: accuracy within 161 km on LGL and GeoVirus, toponyms given; and whether the towns of the four real documents lie where they tell.

`python -m eval.places [--misses]`. The collections are for measuring only and no part of this repository. Weights were set on the lines of
even number; the figures of the odd ones stand apart. `--misses` lists those of the even lines alone.

A point is a poor measure of a country: for some, authors agree on none within 161 km. A second row counts the right country as right.
"""

import argparse
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from eval.row import DataMissingError, Row, shared

from testimonia.model.referent import Referent, referent_id
from testimonia.resolve.gazetteer import GazetteerPlace
from testimonia.resolve.place_keys import place_key, place_words
from testimonia.resolve.places import Location, explain_places
from testimonia.text.geography import country_code, is_place_name
from testimonia.text.names import fold_name

WITHIN_KM = 161.0
"""The usual measure of geoparsing: 100 miles."""
SNIPPET = 120
"""Code points on each side of a toponym that are given as its context."""
_EARTH_KM = 12742.0
_COLLECTIONS = {"lgl": ("LGL", 0.80, "Mordecai 3: 0.79 exact match (its README)"), "geovirus": ("GeoVirus", 0.85, "")}
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Located:
    """Toponyms counted by name: right, wrong (with what they were taken for), left without coordinates."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[tuple[str, ...]] = field(default_factory=Counter)
    unlocated: Counter[str] = field(default_factory=Counter)
    same_country: Counter[str] = field(default_factory=Counter)
    """Of the wrong ones, countries that are the right one, whatever point stands for them."""

    @property
    def total(self) -> int:
        """Count all toponyms."""
        return self.right.total() + self.wrong.total() + self.unlocated.total()

    def share(self, *, by_country: bool = False) -> float:
        """Give the share of right ones.

        Args:
            by_country: Count the right country as right, whatever its point.

        Returns:
            From 0 to 1.
        """
        return (self.right.total() + by_country * self.same_country.total()) / max(1, self.total)


def measure() -> tuple[Row, ...]:
    """Locate the toponyms of both collections, and the towns of the documents beside the repository.

    Returns:
        Three rows a collection and one for the towns.

    Raises:
        DataMissingError: The collections are not beside the repository.
    """
    rows = []
    for name, (title, reach, others) in _COLLECTIONS.items():
        tuned, kept = _locate_half(name, 0), _locate_half(name, 1)
        whole = _together(tuned, kept)
        metric = "accuracy within 161 km"
        rows.append(Row(f"{title}, toponyms given", metric, whole.share(), whole.total, others, reach))
        rows.append(Row(f"{title}, the half that nothing was set on", metric, kept.share(), kept.total, "", reach))
        rows.append(Row(f"{title}, toponyms given", f"{metric}, or the right country", whole.share(by_country=True), whole.total))
    towns = locate_towns()
    far = sum(town.is_far for town in towns)
    placed = sum(town.place is not None for town in towns)
    note = f"{placed} located, {len(towns) - placed} without coordinates, {far} wrong"
    rows.append(Row("towns of the four documents", "not put elsewhere", 1 - far / max(1, len(towns)), len(towns), "", 1.0, note))
    return tuple(rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the accuracy on each collection.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 measured or nothing to measure.
    """
    parser = argparse.ArgumentParser(prog="python -m eval.places", description="Measure how well places are located.")
    parser.add_argument("--misses", action="store_true", help="list the most frequent wrong and unlocated names, and all towns")
    options = parser.parse_args(arguments)
    for told in (_told_collections, _told_towns):
        try:
            for line in told(misses=options.misses):
                print(line)
        except DataMissingError as error:
            print(f"places: not measured. {error}")
    return 0


def _told_collections(*, misses: bool) -> Iterator[str]:
    for name in _COLLECTIONS:
        tuned, kept = _locate_half(name, 0), _locate_half(name, 1)
        whole = _together(tuned, kept)
        sure = whole.right.total() + whole.wrong.total()
        shares = f"where located {whole.right.total() / sure:.3f}; unlocated {whole.unlocated.total() / whole.total:.3f}"
        yield f"{name}: accuracy {whole.share():.3f} of {whole.total}; {shares}"
        yield f"  the half it was tuned on {tuned.share():.3f} of {tuned.total}, the other {kept.share():.3f} of {kept.total}"
        if whole.same_country:
            same = f"{whole.same_country.total()} of the wrong ones are the right country with another point"
            yield f"  {same}: {whole.share(by_country=True):.3f} with them, {kept.share(by_country=True):.3f} on the other half"
        if misses:
            yield f"  wrong {tuned.wrong.most_common(_SHOWN)}"
            yield f"  unlocated {tuned.unlocated.most_common(_SHOWN)}"


def _told_towns(*, misses: bool) -> Iterator[str]:
    towns = locate_towns()
    placed = sum(town.place is not None for town in towns)
    yield f"towns: {len(towns)}; located {placed}, without coordinates {len(towns) - placed}, wrong {sum(town.is_far for town in towns)}"
    for town in towns if misses else ():
        place = town.place
        where = "-" if place is None else f"{place.name}, {place.region}, {place.country} {place.latitude:.2f} {place.longitude:.2f}"
        yield f"  {town.name}: {where}; {town.reason}{'; WRONG' if town.is_far else ''}"


def _locate_half(name: str, half: int) -> Located:
    located = Located()
    lines = shared("data", "geoparsing", f"{name}.jsonl").read_text("utf-8").strip().split("\n")
    for line in lines[half::2]:
        _count(json.loads(line), located)
    return located


def _together(one: Located, other: Located) -> Located:
    return Located(one.right + other.right, one.wrong + other.wrong, one.unlocated + other.unlocated, one.same_country + other.same_country)


def _count(document: Mapping[str, Any], counted: Located) -> None:
    """Locate one document's toponyms and count them."""
    referents: dict[str, Referent] = {}
    contexts: dict[str, list[str]] = {}
    toponyms = [toponym for toponym in document["toponyms"] if toponym["lat"] is not None]
    for toponym in toponyms:
        key = referent_id(document["docid"], "place", fold_name(toponym["text"]))
        referents[key] = Referent(key, document["docid"], toponym["text"], "place", names=(toponym["text"],))
        snippet = document["text"][max(0, toponym["start"] - SNIPPET) : toponym["end"] + SNIPPET]
        contexts.setdefault(key, []).append(snippet)
    locations = explain_places(list(referents.values()), contexts)
    for toponym in toponyms:
        name = toponym["text"]
        location = locations[referent_id(document["docid"], "place", fold_name(name))]
        place = location.place
        if place is None:
            counted.unlocated[name] += 1
        elif distance(place, float(toponym["lat"]), float(toponym["lon"])) <= WITHIN_KM:
            counted.right[name] += 1
        else:
            title = toponym.get("page", "").rpartition("/")[2].replace("_", " ")
            counted.same_country[name] += int(place.level == "country" and country_code(title) == place.country)
            counted.wrong[name, place.name, place.country or "", place.level, location.reason[:28]] += 1


def distance(place: GazetteerPlace, latitude: float, longitude: float) -> float:
    """Give the kilometres between where a place was put and where it lies.

    Args:
        place: The place.
        latitude: Where it lies, in degrees.
        longitude: The same.

    Returns:
        The great circle on a sphere.
    """
    a, b = math.radians(place.latitude), math.radians(latitude)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(longitude - place.longitude) / 2) ** 2
    return _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


@dataclass(frozen=True, slots=True)
class Town:
    """A town that the documents beside the repository name. `is_far` says that it was put farther from their middle than they span."""

    name: str
    place: GazetteerPlace | None
    reason: str
    is_far: bool


def locate_towns() -> list[Town]:
    """Locate the towns of the four real documents, each as the document tells of it.

    The key has no coordinates. All its towns lie within `WITHIN_KM` of their middle, so one that is put farther off is wrong.

    Returns:
        One for each document and town in it.

    Raises:
        DataMissingError: The documents are not beside the repository.
    """
    key = json.loads(shared("seeds", "gold.json").read_text("utf-8"))
    texts = {document["id"]: shared("seeds", document["id"]).read_text("utf-8") for document in key["documents"]}
    places = [entity for entity in key["entities"] if entity["kind"] == "place"]
    referents, contexts = [], {}
    for document, text in texts.items():
        for entity in places:
            found = [match for name in entity["names"] for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
            if found:
                one = Referent(
                    referent_id(document, "place", entity["id"]), document, entity["name"], "place", names=tuple(entity["names"])
                )
                referents.append(one)
                contexts[one.id] = [text[max(0, match.start() - SNIPPET) : match.end() + SNIPPET] for match in found]
    towns = [one for one in referents if is_town(one.name)]
    return judge_towns(towns, explain_places(referents, contexts))


def is_town(name: str) -> bool:
    """Say whether a place of the key is a town: no country, region or site, and no words for one.

    Args:
        name: Its name in the key.

    Returns:
        True for towns and villages.
    """
    words = place_key(name).split()
    return name[:1].isupper() and words[-1] != "area" and "area" not in words[:1] and not is_place_name(name) and not _is_site(words)


def _is_site(words: Sequence[str]) -> bool:
    return any(word in place_words("sites") or word.removesuffix("s") in place_words("sites") for word in words)


def judge_towns(towns: Sequence[Referent], located: Mapping[str, Location]) -> list[Town]:
    """Say which towns were put far from the middle of all.

    Args:
        towns: Referents of towns.
        located: Where they were put, by referent.

    Returns:
        The towns in the order given.
    """
    placed = [place for town in towns if (place := located[town.id].place) is not None]
    latitude = median(place.latitude for place in placed) if placed else 0.0
    longitude = median(place.longitude for place in placed) if placed else 0.0
    return [
        Town(town.name, place, located[town.id].reason, place is not None and distance(place, latitude, longitude) > WITHIN_KM)
        for town in towns
        for place in (located[town.id].place,)
    ]


if __name__ == "__main__":
    sys.exit(main())
