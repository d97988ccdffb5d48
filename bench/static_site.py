"""How long the site of a large release takes to make, how much memory, and how large it gets: in a process of its own.

`python -m bench.static_site [ACTORS] [EVENTS]`; the release is made of invented rows, and is not part of what is measured.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.figures import Figure, print_figures

from testimonia.publish.manifest import FORMAT
from testimonia.publish.released import FILES

ACTORS, EVENTS = 2_000, 20_000
SECONDS, MEGABYTES, SHARD = 120, 1_500, 300_000
"""What the site may take in all, as processor time, since a shared machine is slower by the clock; the most memory; and the most bytes of
one file of its search."""
DOCUMENTS, PLACES, REPORTS_OF_EVENT = 2_000, 400, 2
CLAIMS_OF_ACTOR = 12
FIRST, YEARS = 1990, 35
TIES = ("armed_wing_of", "part_of", "member_of", "split_from", "allied_with", "opposes")
KINDS = ("armed_group", "armed_wing", "coalition", "political_body", "state_force")
TYPES = ("ASSAULT", "PROTEST", "COERCE", "THREATEN", "AGREE")
Row = dict[str, Any]

_SITE = """
import json, resource, sys, time
from pathlib import Path
from testimonia.releasing import site
began = time.perf_counter()
made = site(Path(sys.argv[1]), Path(sys.argv[2]))
busy = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(json.dumps({"seconds": time.perf_counter() - began, "busy": sum(each.ru_utime + each.ru_stime for each in busy),
                  "peak": max(each.ru_maxrss for each in busy), "pages": made.pages, "files": made.files, "size": made.size}))
"""


def fill(folder: Path, *, actors: int, events: int) -> None:
    """Write a release of invented rows.

    Args:
        folder: Where to.
        actors: How many bodies.
        events: How many events, each told twice.
    """
    folder.mkdir(parents=True)
    chance = random.Random(7)
    reports = list(_reports(chance, actors, events))
    rows = {
        "documents": [_document(number) for number in range(DOCUMENTS)],
        "entities": [*(_actor(number) for number in range(actors)), *(_place(number) for number in range(PLACES))],
        "claims": list(_claims(chance, actors)),
        "event_reports": reports,
        "happenings": [_happening(number, reports) for number in range(events)],
        "disputes": [_dispute(reports, number) for number in range(0, events, 20)],
        "corroborations": [_agreement(reports, number) for number in range(0, events, 4)],
    }
    for kind, file in FILES.items():
        with (folder / file).open("w", encoding="utf-8") as written:
            written.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows.get(kind, ()))
    counts = {file: len(rows.get(kind, ())) for kind, file in FILES.items()}
    manifest = {"format": FORMAT, "meta": {}, "lens": {"name": "everything"}, "inputs": "0", "counts": counts, "sha256": {}}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")


def _document(number: int) -> Row:
    row = {
        "id": f"d-{number:06}",
        "path": f"texts/{number}.txt",
        "title": f"Report {number} from the field",
        "publisher": f"Paper {number % 40}",
    }
    row |= {
        "published": f"{FIRST + number % YEARS}-0{number % 9 + 1}-15",
        "language": "en",
        "original_publisher": None,
        "sha256": "ab" * 32,
    }
    return row | {"published_basis": "sidecar", "author": None, "url": None, "format": "text/plain", "characters": 9_000}


def _actor(number: int) -> Row:
    names = [_name(f"Invented Front {number}"), _name(f"IF{number}", kind="acronym"), _name(f"جبهة {number}", "ar", script="Arab")]
    return _entity(f"n-{number:06}", KINDS[number % len(KINDS)], f"Invented Front {number}", names)


def _place(number: int) -> Row:
    spot = {"latitude": 4 + number % 20 * 0.7, "longitude": 10 + number // 20 * 0.9, "precision": "settlement", "country": "CD"}
    return (
        _entity(f"p-{number:06}", "place", f"Village {number}", [_name(f"Village {number}")]) | spot | {"gazetteer": f"geonames:{number}"}
    )


def _entity(key: str, kind: str, name: str, names: list[Row]) -> Row:
    row: Row = {"id": key, "kind": kind, "name": name, "names": names, "referents": [], "formerly": [], "same_as": [], "gazetteer": None}
    row |= {"latitude": None, "longitude": None, "country": None, "precision": None, "divisions": [], "credit": None, "role": None}
    return row


def _name(text: str, language: str = "en", *, kind: str = "name", script: str = "Latn") -> Row:
    return {"text": text, "lang": language, "script": script, "kind": kind, "since": None, "until": None, "carried_by": []}


def _said(chance: random.Random, quote: str, day: str | None) -> Row:
    document, start = chance.randrange(DOCUMENTS), chance.randrange(8_000)
    voices = [f"Paper {document % 40}", *(["a resident"] if chance.random() < 0.3 else [])]
    row: Row = {"when": day, "when_lo": day, "when_hi": day, "when_mode": day and "within", "when_basis": day and "stated"}
    row |= {"attribution": voices, "chain": voices, "stance": "asserted", "rule": "rule", "reader": "bench", "review": "proposed"}
    return row | {"evidence": [{"document": f"d-{document:06}", "start": start, "end": start + len(quote), "quote": quote}]}


def _claims(chance: random.Random, actors: int) -> Iterator[Row]:
    for number in range(actors * CLAIMS_OF_ACTOR):
        actor = number % actors
        # Most ties lie near by, so that bodies stand in families as real ones do; some have many.
        other = actor // 12 * 12 + chance.randrange(12) if chance.random() < 0.97 else chance.randrange(min(actors, 20))
        day = _day(chance) if chance.random() < 0.7 else None
        row: Row = {"id": f"c-{number:06}", "subject": f"n-{actor:06}", "object": None, "value": None, "polarity": "affirmed"}
        match number // actors:
            case place if place < 4 and other != actor:
                row |= {"predicate": TIES[number % len(TIES)], "object": f"n-{other:06}"}
            case 4 | 5:
                row |= {"predicate": "operates_in", "object": f"p-{chance.randrange(PLACES):06}"}
            case 6:
                row |= {"predicate": "strength", "value": {"low": 100, "high": 900, "unit": "members"}}
            case 7:
                row |= {"predicate": "founded"}
            case _:
                row |= {"predicate": "known_as", "value": {"text": f"IF{actor}", "lang": "en", "kind": "acronym"}}
        how = {"subject": "name", "object": None if row["object"] is None else "name"}
        yield (
            row | {"how": how} | _said(chance, f"Invented Front {actor} is said to have stood so, in the words of statement {number}", day)
        )


def _reports(chance: random.Random, actors: int, events: int) -> Iterator[Row]:
    for event in range(events):
        day = _day(chance) if chance.random() < 0.95 else None
        # A few bodies are named in very many events.
        sides = [f"n-{min(int(chance.paretovariate(0.6)), actors) - 1:06}", f"n-{chance.randrange(actors):06}"]
        for told in range(REPORTS_OF_EVENT):
            figures = [{"what": "killed", "of": None, "low": 3 + told, "high": 3 + told}] if event % 3 == 0 else []
            row: Row = {"id": f"e-{event:06}-{told}", "event": f"ev-{event:06}", "type": TYPES[event % len(TYPES)], "mode": None}
            row |= {"initiator": sides[:1], "target": sides[1:], "where": [f"p-{event % PLACES:06}"], "figures": figures}
            row |= {"responsibility": [], "status": "happened", "recurrent": False}
            yield row | _said(chance, f"they fought in Village {event % PLACES}, says account {told} of event {event}", day)


def _day(chance: random.Random) -> str:
    return f"{FIRST + chance.randrange(YEARS)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"


def _happening(number: int, reports: list[Row]) -> Row:
    told = [row["id"] for row in reports[number * REPORTS_OF_EVENT : (number + 1) * REPORTS_OF_EVENT]]
    bound = {"value": 3, "reports": told[:1]}
    tolls = (
        [{"what": "killed", "of": None, "low": bound, "best": bound, "high": {"value": 4, "reports": told[1:]}}] if number % 3 == 0 else []
    )
    return {"id": f"ev-{number:06}", "type": TYPES[number % len(TYPES)], "reports": told, "why": "The same day and place.", "tolls": tolls}


def _dispute(reports: list[Row], number: int) -> Row:
    told = [row["id"] for row in reports[number * REPORTS_OF_EVENT : (number + 1) * REPORTS_OF_EVENT]]
    sides = [{"holds": str(3 + place), "claims": [key], "witnesses": 1} for place, key in enumerate(told)]
    row: Row = {"id": f"x-{number:06}", "about": f"killed in event {number}", "claims": told, "why": "The figures differ.", "rule": "toll"}
    return row | {"certainty": "definite", "positions": sides}


def _agreement(reports: list[Row], number: int) -> Row:
    told = [row["id"] for row in reports[number * REPORTS_OF_EVENT : (number + 1) * REPORTS_OF_EVENT]]
    row: Row = {"id": f"k-{number:06}", "about": "the day", "claims": told, "independent": True, "why": "They have different publishers."}
    return row | {"witnesses": 2, "stances": {"asserted": 2}, "agreed": []}


def measure(actors: int = ACTORS, events: int = EVENTS) -> tuple[Figure, ...]:
    """Make a site and measure it.

    Args:
        actors: How many bodies the release has.
        events: How many events.

    Returns:
        Time, memory, pages and sizes.
    """
    with tempfile.TemporaryDirectory() as aside:
        release, www = Path(aside) / "release", Path(aside) / "www"
        fill(release, actors=actors, events=events)
        run = subprocess.run([sys.executable, "-c", _SITE, str(release), str(www)], capture_output=True, text=True, check=True)
        found = json.loads(run.stdout)
        heaviest = max(file.stat().st_size for file in www.rglob("*.html"))
        whole_map = (www / "map.html").stat().st_size
        shard = max(file.stat().st_size for file in (www / "search").iterdir())
    case = f"site of {actors:,} actors and {events:,} events"
    return (
        Figure(f"{case}: by the clock", found["seconds"], "s"),
        Figure(f"{case}: processor time of both processes", found["busy"], "s", SECONDS, at_most=True),
        Figure(f"{case}: memory of the largest process", found["peak"] / 1024, "MB", MEGABYTES, at_most=True),
        Figure(f"{case}: pages", found["pages"], ""),
        Figure(f"{case}: size", found["size"] / 1e6, "MB"),
        Figure(f"{case}: largest page", heaviest / 1e3, "kB"),
        Figure(f"{case}: page of the map", whole_map / 1e3, "kB"),
        Figure(f"{case}: largest file of the search", shard / 1e3, "kB", SHARD / 1e3, at_most=True),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 where the bounds are kept, else 1.
    """
    given = sys.argv[1:] if arguments is None else arguments
    return print_figures("a static site", measure(*map(int, given[:2])))


if __name__ == "__main__":
    sys.exit(main())
