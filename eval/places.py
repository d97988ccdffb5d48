"""Places: accuracy within 161 km on LGL and GeoVirus, toponyms given.

`python -m eval.places [--misses]`. The collections are for measuring only and no part of this repository.
"""

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from eval.row import DataMissingError, Row, shared
from testimonia.model.referent import Referent, referent_id
from testimonia.resolve.places import Location, explain_places
from testimonia.text.geography import country_code
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


def measure() -> tuple[Row, ...]:
    """Locate the toponyms of both collections.

    Returns:
        One row a collection.

    Raises:
        DataMissingError: The collections are not beside the repository.
    """
    rows = []
    for name, (title, reach, others) in _COLLECTIONS.items():
        located = _locate_all(name)
        metric = "accuracy within 161 km"
        rows.append(Row(f"{title}, toponyms given", metric, located.right.total() / located.total, located.total, others, reach))
    return tuple(rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the accuracy on each collection.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 measured or nothing to measure.
    """
    parser = argparse.ArgumentParser(prog="python -m eval.places", description="Measure how well places are located.")
    parser.add_argument("--misses", action="store_true", help="list the most frequent wrong and unlocated names")
    options = parser.parse_args(arguments)
    try:
        for name in _COLLECTIONS:
            for line in _told(name, _locate_all(name), misses=options.misses):
                print(line)
    except DataMissingError as error:
        print(f"places: not measured. {error}")
    return 0


def _told(name: str, located: Located, *, misses: bool) -> Iterator[str]:
    right, total = located.right.total(), located.total
    sure = right + located.wrong.total()
    shares = f"where located {right / sure:.3f}; unlocated {located.unlocated.total() / total:.3f}"
    yield f"{name}: accuracy {right / total:.3f} of {total}; {shares}"
    if located.same_country:
        more = (right + located.same_country.total()) / total
        yield f"  {located.same_country.total()} of the wrong ones are the right country with another point: {more:.3f} with them"
    if misses:
        yield f"  wrong {located.wrong.most_common(_SHOWN)}"
        yield f"  unlocated {located.unlocated.most_common(_SHOWN)}"


def _locate_all(name: str) -> Located:
    located = Located()
    for line in shared("data", "geoparsing", f"{name}.jsonl").read_text("utf-8").strip().split("\n"):
        _count(json.loads(line), located)
    return located


def _count(document: dict[str, Any], counted: Located) -> None:
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
        elif _away(location, toponym) <= WITHIN_KM:
            counted.right[name] += 1
        else:
            title = toponym.get("page", "").rpartition("/")[2].replace("_", " ")
            counted.same_country[name] += int(place.level == "country" and country_code(title) == place.country)
            counted.wrong[name, place.name, place.country or "", place.level, location.reason[:28]] += 1


def _away(location: Location, toponym: dict[str, Any]) -> float:
    """Give the kilometres between where a place was put and where it lies."""
    place = location.place
    assert place is not None
    a, b = math.radians(place.latitude), math.radians(float(toponym["lat"]))
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(float(toponym["lon"]) - place.longitude) / 2) ** 2
    return _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


if __name__ == "__main__":
    sys.exit(main())
