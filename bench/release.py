"""How long a release of a large knowledge base takes, in all formats, and how much memory: in a process of its own.

`python -m bench.release [CLAIMS [FORMAT ...]]`; with names of formats, or `all`, exports of the release are measured too. The knowledge
base is made of invented records, and is not part of what is measured.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.figures import Figure, print_figures

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.document import Document
from testimonia.model.entity import Entity, Name
from testimonia.model.event import Bound, Event, EventReport, Toll
from testimonia.model.event import Figure as Count
from testimonia.model.evidence import evidence_at
from testimonia.model.finding import Corroboration, Dispute, Position
from testimonia.model.knowledge import Findings
from testimonia.model.party import Party
from testimonia.model.reading import Reading
from testimonia.model.referent import Referent
from testimonia.model.valid_time import valid_time
from testimonia.store import Store, open_store

CLAIMS = 1_000_000
IN_DOCUMENT, REPORTS_IN_DOCUMENT, GROUPS = 50, 10, 5_000
"""Claims and event reports of one document, and bodies in all."""
SECONDS, MEGABYTES = 180, 1_500
"""What a release of a million claims in all formats may take; seconds of processor time, as a shared machine is slower by the clock."""
_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which the system counts memory."""
_SOLDIERS = (Party("soldiers"),)
SENTENCE = "Group {group} split from Group {other} in {year}, a spokesman said, and then had about {number} fighters in the district. "

_RELEASE = """
import json, resource, sys, time
from pathlib import Path
from testimonia.publish.release import ReleaseOptions, release_stock
from testimonia.publish.stock import StoredStock
from testimonia.store import open_store
from testimonia.store.in_order import in_order
from testimonia.witnessing import witnesses_in
began, steps = time.perf_counter(), {}
def tell(step, done, total):
    steps[step] = time.perf_counter() - began
with open_store(Path(sys.argv[1]), create=False) as store, in_order(store) as stored:
    release_stock(Path(sys.argv[2]), StoredStock(stored, witness_of=witnesses_in(stored)), meta={}, options=ReleaseOptions(tell=tell))
seconds = time.perf_counter() - began
own, other = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
busy = time.process_time() + other.ru_utime + other.ru_stime
print(json.dumps({"peak": own.ru_maxrss + other.ru_maxrss, "seconds": seconds, "busy": busy, "lines": steps["documents"]}))
"""
_EXPORT = """
import json, resource, sys, time
from pathlib import Path
from testimonia.publish.exports import export_formats, formats_named
from testimonia.publish.released import Released
began = time.perf_counter()
export_formats(Released(Path(sys.argv[1])), formats_named([sys.argv[3]]), Path(sys.argv[2]))
own, other = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
busy = time.process_time() + other.ru_utime + other.ru_stime
print(json.dumps({"peak": own.ru_maxrss + other.ru_maxrss, "seconds": time.perf_counter() - began, "busy": busy}))
"""


def fill(store: Store, number: int) -> None:
    """Make a knowledge base of invented records.

    Args:
        store: An empty one.
        number: How many claims, about.
    """
    documents = max(1, number // IN_DOCUMENT)
    referents: dict[int, list[str]] = {}
    happened: list[list[str]] = []
    agreed: list[Corroboration] = []
    clash: list[Dispute] = []
    store.add_captured(_document(place) for place in range(documents))
    for place in range(documents):
        reading = _reading(_document(place), place)
        for referent in reading.referents:
            referents.setdefault(int(referent.name.rsplit(" ", 1)[1]), []).append(referent.id)
        store.add_reading(reading)
        happened += [[report.id for report in reading.reports[at : at + 2]] for at in range(0, len(reading.reports), 2)]
        ids = [claim.id for claim in reading.claims[:4]]
        agreed.append(Corroboration(f"what document {place} says", tuple(ids[:2]), False, 1, "one document."))
        clash.append(
            Dispute(f"strength {place}", (Position("1", tuple(ids[2:3]), 1), Position("2", tuple(ids[3:4]), 1)), "they differ.", "strength")
        )
    store.replace_entities(
        Entity(f"n-{group:016x}", "armed_group", f"Group {group}", (Name(f"Group {group}"),), tuple(of))
        for group, of in sorted(referents.items())
    )
    events = tuple(_event(place, reports) for place, reports in enumerate(happened))
    store.replace_findings(Findings(events, tuple(agreed), tuple(clash)))


def _event(place: int, reports: list[str]) -> Event:
    bound = Bound(3, tuple(reports))
    return Event(f"ev-{place:016x}", "ASSAULT", tuple(reports), "told twice.", (Toll("killed", None, bound, bound, bound),))


def _sentences(place: int) -> Iterator[tuple[int, int, int, int, str]]:
    for at in range(IN_DOCUMENT // 2):
        group = (place * 31 + at * 7) % GROUPS
        other, year, number = (group + 1) % GROUPS, 1950 + (place + at) % 70, 10 + (place * 13 + at) % 900
        yield group, other, year, number, SENTENCE.format(group=group, other=other, year=year, number=number)


def _document(place: int) -> Document:
    text = "".join(sentence for *_, sentence in _sentences(place))
    # The order of the files is not that of capture, as in a knowledge base that grows.
    origin = f"folder/{place * 7919 % 1_000_003:07d}.txt"
    return Document(
        f"d-{place:016x}", origin, f"{place:064x}", "text/plain", text, f"Article {place}", f"Paper {place % 40}", published="2015-05"
    )


def _reading(document: Document, place: int) -> Reading:
    referents: dict[int, Referent] = {}
    claims, reports, start = [], [], 0
    rule, chain = Proposal("bench", "invented"), Attribution((Party(document.publisher or ""), Party("a spokesman")), "claimed")

    def party(group: int) -> Party:
        name = f"r-{place:012x}{group:04x}"
        referents.setdefault(group, Referent(name, document.id, f"Group {group}", "org", "armed_group"))
        return Party(f"Group {group}", name, "name")

    for number, (group, other, year, size, sentence) in enumerate(_sentences(place)):
        quoted = (evidence_at(document.id, document.text, start=start, end=start + len(sentence)),)
        start += len(sentence)
        when = valid_time(str(year), mode="within")
        claims.append(Claim(document.id, "split_from", party(group), chain, quoted, rule, party(other), when=when))
        claims.append(Claim(document.id, "strength", party(group), chain, quoted, rule, value=Value(low=size, high=size, unit="fighters")))
        if number < REPORTS_IN_DOCUMENT:
            figures = (Count("killed", None, 3, 3),)
            reports.append(
                EventReport(
                    document.id, "ASSAULT", chain, quoted, rule, when=when, figures=figures, initiator=(party(group),), target=_SOLDIERS
                )
            )
    return Reading(document.id, "bench", tuple(referents.values()), (), tuple(claims), tuple(reports))


def measure(number: int = CLAIMS, *, formats: Sequence[str] = ()) -> list[Figure]:
    """Release a knowledge base of invented records, and export the release.

    Args:
        number: How many claims.
        formats: Formats of exports to measure one by one, and `all` for all of them at once.

    Returns:
        The figures: time, memory at the peak, sizes.
    """
    with tempfile.TemporaryDirectory() as folder:
        kb, out = Path(folder, "kb"), Path(folder, "release")
        start = time.perf_counter()
        with open_store(kb) as store:
            fill(store, number)
        print(f"made the knowledge base in {time.perf_counter() - start:.0f} s", file=sys.stderr)
        return [*measure_release(kb, out), *(figure for name in formats for figure in measure_export(out, name, Path(folder, "exported")))]


def measure_release(kb: Path, out: Path) -> list[Figure]:
    """Release a knowledge base in a process of its own.

    Args:
        kb: The knowledge base.
        out: Where to write the release.

    Returns:
        The figures.
    """
    found = _run(_RELEASE, kb, out)
    counts = json.loads((out / "manifest.json").read_text("utf-8"))["counts"]
    size = sum(file.stat().st_size for file in out.rglob("*") if file.is_file()) / 1e6
    share = max(1.0, counts["claims.jsonl"] / CLAIMS)
    named = f"a release of {counts['claims.jsonl']:,} claims and {counts['events.jsonl']:,} event reports"
    return [
        Figure(f"{named}, processor time", found["busy"], "s", SECONDS * share, at_most=True),
        Figure("by the clock", found["seconds"], "s"),
        Figure("of which JSON Lines of the testimony", found["lines"], "s"),
        Figure("memory at the peak", found["peak"] * _UNIT / 1e6, "MB", MEGABYTES * share, at_most=True),
        Figure("all files", size, "MB"),
    ]


def measure_export(release: Path, name: str, out: Path) -> list[Figure]:
    """Export a release in a process of its own.

    Args:
        release: The release.
        name: A format, or `all`.
        out: An empty folder, or none, for what is written; it is removed.

    Returns:
        Time and memory.
    """
    out.mkdir()
    found = _run(_EXPORT, release, out, name)
    shutil.rmtree(out)
    named = "all exports" if name == "all" else f"export of {name}"
    return [
        Figure(f"{named}, processor time", found["busy"], "s"),
        Figure(f"{named}, by the clock", found["seconds"], "s"),
        Figure(f"{named}, memory at the peak", found["peak"] * _UNIT / 1e6, "MB"),
    ]


def _run(program: str, *arguments: Path | str) -> dict[str, float]:
    """Run a program in a process of its own; what it says last is data."""
    done = subprocess.run([sys.executable, "-c", program, *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"it failed: {done.stderr.strip()[-2000:]}")
    said: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return said


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 where the bounds are kept, else 1.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    return print_figures("a release", measure(int(given[0]) if given else CLAIMS, formats=given[1:]))


if __name__ == "__main__":
    sys.exit(main())
