"""Measure how well places are located: accuracy within 161 km on LGL and GeoVirus, toponyms given.

Reads ../shared/data/geoparsing, which is for measuring only and no part of this repository; says so where it is missing.
"""

import argparse
import json
import math
import sys
from collections import Counter
from pathlib import Path

from testimonia.model.referent import Referent, referent_id
from testimonia.resolve.places import Location, explain_places
from testimonia.text.geography import country_code
from testimonia.text.names import fold_name

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "geoparsing"
WITHIN_KM = 161.0
SNIPPET = 120


def main() -> int:
    """Print the accuracy on each collection."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="list the most frequent wrong and unlocated names")
    misses = parser.parse_args().misses
    if not FOLDER.exists():
        print(f"{FOLDER} is missing: the collections are not part of this repository", file=sys.stderr)
        return 1
    for name in ("lgl", "geovirus"):
        right, wrong, unlocated, same_country = Counter(), Counter(), Counter(), Counter()
        for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").strip().split("\n"):
            score(json.loads(line), right, wrong, unlocated, same_country)
        total = right.total() + wrong.total() + unlocated.total()
        located = right.total() + wrong.total()
        shares = f"where located {right.total() / located:.3f}; unlocated {unlocated.total() / total:.3f}"
        print(f"{name}: accuracy {right.total() / total:.3f} of {total}; {shares}")
        if same_country.total():
            more = (right.total() + same_country.total()) / total
            print(f"  {same_country.total()} of the wrong ones are the right country with another point: {more:.3f} with them")
        if misses:
            print("  wrong", wrong.most_common(60), "\n  unlocated", unlocated.most_common(60))
    return 0


def score(document: dict, right: Counter, wrong: Counter, unlocated: Counter, same_country: Counter) -> None:
    """Locate one document's toponyms and count; a country that is the right one, whatever its point, is counted besides."""
    referents, contexts = {}, {}
    toponyms = [toponym for toponym in document["toponyms"] if toponym["lat"] is not None]
    for toponym in toponyms:
        key = referent_id(document["docid"], "place", fold_name(toponym["text"]))
        referents[key] = Referent(key, document["docid"], toponym["text"], "place", names=(toponym["text"],))
        snippet = document["text"][max(0, toponym["start"] - SNIPPET) : toponym["end"] + SNIPPET]
        contexts.setdefault(key, []).append(snippet)
    located = explain_places(list(referents.values()), contexts)
    for toponym in toponyms:
        location = located[referent_id(document["docid"], "place", fold_name(toponym["text"]))]
        if location.place is None:
            unlocated[toponym["text"]] += 1
        elif away(location, toponym) <= WITHIN_KM:
            right[toponym["text"]] += 1
        else:
            title = toponym.get("page", "").rpartition("/")[2].replace("_", " ")
            same_country[toponym["text"]] += location.place.level == "country" and country_code(title) == location.place.country
            wrong[toponym["text"], location.place.name, location.place.country, location.place.level, location.reason[:28]] += 1


def away(location: Location, toponym: dict) -> float:
    """Kilometres between where a place was put and where it lies."""
    place = location.place
    assert place is not None
    a, b = math.radians(place.latitude), math.radians(float(toponym["lat"]))
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(float(toponym["lon"]) - place.longitude) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))


if __name__ == "__main__":
    sys.exit(main())
