"""How long weighing takes: claims and event reports to findings, over a snapshot of a synthetic corpus, beside weighing record by record.

`python -m bench.weigh [CLAIMS ...]`; 10,000 and 100,000 unless given. Claims and event reports are weighed side by side, each in a process
of its own. Writing the snapshot is a build's work, part by part, and is measured apart. Up to `PLAIN` claims the same is weighed record by
record, and both must find as much.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from bench.corpus import ROOT
from bench.figures import Figure, print_figures
from bench.scale_kb import generate
from bench.synthetic import Written, corpus, knowledge_of

from testimonia.model.document import Source
from testimonia.model.entity import Entity
from testimonia.model.knowledge import Knowledge
from testimonia.model.reading import Reading
from testimonia.model.reweighed import Unit
from testimonia.store import Store
from testimonia.store.snapshot import Snapshot
from testimonia.weigh.columns import columns_of, identity_columns
from testimonia.weigh.reweighed import AGREEMENT, EVENT
from testimonia.weigh.snapshots import Weighing

CLAIMS = (10_000, 100_000)
PLAIN = 100_000
"""Up to so many claims the same is weighed record by record too."""
CONTESTED = 0.05
"""Share of the plots that may plant a dispute: still more than in life."""
PART = 50_000
"""Claims of one part of the snapshot."""
ADDED = 100
"""Documents that are added to what is weighed already."""
SECONDS, AGAIN, MEGABYTES = 10.0, 5.0, 1500
"""What weighing a million claims may take, at once and after `ADDED` more documents; and how much memory."""

_BEGIN = """
import gc, json, resource, sys, time
from pathlib import Path
from testimonia.store.snapshot import Snapshot
from testimonia.weigh.snapshots import Weighing, listed_disputes
folder, found = Path(sys.argv[1]), {}
def measured(name, question):
    start, spent = time.perf_counter(), time.process_time()
    answer = question()
    found[name], found[name + " cpu"] = time.perf_counter() - start, time.process_time() - spent
    return answer
def told():
    found["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps(found))
def happened(weighing):
    return weighing.happenings, weighing.tolls(), weighing.event_disputes()
def weighed(snapshot, earlier):
    weighing = Weighing(snapshot)
    return weighing.agreements(), weighing.disputes(earlier=earlier)
"""
_CLAIMS = """
with Snapshot(folder, threads=1) as snapshot:
    agreed, disputes = measured("claims", lambda: weighed(snapshot, None))
    found |= {"agreements": len(agreed.groups), "disputes": len(listed_disputes(disputes))}
told()
"""
_EVENTS = """
with Snapshot(folder, threads=1) as snapshot:
    made, tolls, disputes = measured("events", lambda: happened(Weighing(snapshot)))
    found |= {"number": len(made), "tolls": len(tolls), "disputes": len(disputes), "agreements": len(made.agreed)}
told()
"""
_AGAIN = """
from bench.weigh import added, units_of
from testimonia.weigh.reweighed import claims_reweighed, events_reweighed
which = {"claims": claims_reweighed, "events": events_reweighed}[sys.argv[3]]
with Snapshot(folder, threads=1) as snapshot:
    known = units_of(Weighing(snapshot), sys.argv[3])
    gc.collect()
    added(snapshot, Path(sys.argv[2]))
    made = measured("again", lambda: list(which(Weighing(snapshot), known)))
    found |= {"units": len(made), "new": sum(unit not in known for unit, _ in made)}
told()
"""
_KEPT = """
from bench.weigh import read_anew
from testimonia.pipeline import reweighed
from testimonia.store import open_store
with open_store(folder) as store:
    store.put_reweighed(reweighed(store))
    read_anew(store)
    made = measured("found out", lambda: reweighed(store))
    measured("put", lambda: store.put_reweighed(made))
    found |= {"units": len(made.found) + len(made.stands), "new": len(made.found)}
told()
"""
_PLAIN = """
from bench.weigh import everything
from testimonia.weigh.findings import weigh_knowledge
known = everything(int(sys.argv[2]))
made = measured("plain", lambda: weigh_knowledge(known, copies={}))
found |= {"agreements": len(made.corroborations), "disputes": len(made.disputes), "number": len(made.events)}
told()
"""


def measure(claims: int) -> list[Figure]:
    """Weigh a synthetic corpus.

    Args:
        claims: How many claims, about.

    Returns:
        The figures.
    """
    many, share = f"{claims:,} claims", max(1.0, claims / 1_000_000)
    with tempfile.TemporaryDirectory() as folder:
        kb, more = Path(folder, "snapshot"), Path(folder, "added")
        written = _write(claims, kb, more)
        size = sum(file.stat().st_size for file in kb.iterdir()) / 1e6
        begun = time.perf_counter()
        processes = [_started(program, kb) for program in (_CLAIMS, _EVENTS)]
        one, two = (_ended(process) for process in processes)
        taken = time.perf_counter() - begun
        again = _again(kb, more)
    figures = [
        Figure(f"{many}: snapshot written in, processor time", written, "s"),
        Figure(f"{many}: size of the snapshot", size, "MB"),
        Figure(f"{many}: weighed in two processes", taken, "s", SECONDS * share, at_most=True),
        Figure(f"{many}: of which claims, processor time", one["claims cpu"], "s"),
        Figure(f"{many}: of which event reports, processor time", two["events cpu"], "s"),
        Figure(f"{many}: memory at the peak, both", _megabytes(one) + _megabytes(two), "MB", MEGABYTES * share, at_most=True),
        Figure(f"{many}: groups that agree", one["agreements"] + two["agreements"], ""),
        Figure(f"{many}: disputes", one["disputes"] + two["disputes"], ""),
        Figure(f"{many}: events", two["number"], ""),
        Figure(f"{many}: tolls", two["tolls"], ""),
        Figure(f"{many}: weighed again after {ADDED} more documents, in two processes", again["again"], "s", AGAIN, at_most=True),
        Figure(f"{many}: of which claims, processor time", again["claims"], "s"),
        Figure(f"{many}: of which event reports, processor time", again["events"], "s"),
        Figure(f"{many}: units of findings then", again["units"], ""),
        Figure(f"{many}: of which written anew", again["new"], ""),
    ]
    return figures + ([*_beside(claims, one, two), *_kept(claims)] if claims <= PLAIN else [])


def everything(claims: int) -> Knowledge:
    """Give the corpus that is measured, as records, without the documents that are added later.

    Args:
        claims: How many claims, about.

    Returns:
        What is known.
    """
    parts = list(corpus(claims, contested=CONTESTED))
    known = knowledge_of(parts)[0]
    return _without(known, {document.id for document in parts[-1].documents[-ADDED:]})


def added(snapshot: Snapshot, folder: Path) -> None:
    """Add the documents that were held back.

    Args:
        snapshot: The snapshot that has been weighed.
        folder: Where the documents lie, as a snapshot of one part.
    """
    for file in folder.glob("*.parquet"):
        name = file.name.partition("-")[0]
        (snapshot.folder / f"{name}-{snapshot.parts:05}.next").write_bytes(file.read_bytes())
    for file in snapshot.folder.glob("*.next"):
        file.rename(file.with_suffix(".parquet"))


def units_of(weighing: Weighing, what: str) -> frozenset[Unit]:
    """Name what stands in a corpus, without writing it.

    Args:
        weighing: The corpus.
        what: `claims` or `events`.

    Returns:
        The units.
    """
    if what == "events":
        return frozenset((EVENT, mark) for mark in weighing.event_marks().view(np.int64).tolist())
    marks = weighing.marks(weighing.agreements().groups.members, {}).view(np.int64).tolist()
    disputed = {(rule, mark - 2**64 if mark >= 2**63 else mark) for rule, mark in weighing.disputes()}
    return frozenset((AGREEMENT, mark) for mark in marks) | disputed


def read_anew(store: Store) -> None:
    """Read the last documents of a knowledge base anew, with one claim less in each.

    Args:
        store: The knowledge base.
    """
    for document in list(store.documents(texts=False))[-ADDED:]:
        name = document.id
        claims, reports = tuple(store.claims(document=name))[1:], tuple(store.reports(document=name))
        referents, mentions = tuple(store.referents(document=name)), tuple(store.mentions(document=name))
        store.add_reading(Reading(name, "scale-1", referents, mentions, claims, reports))


def _again(kb: Path, more: Path) -> dict[str, float]:
    """Add documents, and weigh again what has changed."""
    names = ("claims", "events")
    folders = [kb, kb.with_name("beside")]
    shutil.copytree(kb, folders[1])
    begun = [_started(_AGAIN, folder, more, name) for folder, name in zip(folders, names, strict=True)]
    ended = [_ended(one) for one in begun]
    sums = {name: sum(one[name] for one in ended) for name in ("units", "new")}
    return sums | {"again": max(one["again"] for one in ended)} | {name: one["again cpu"] for name, one in zip(names, ended, strict=True)}


def _kept(claims: int) -> list[Figure]:
    """Weigh again what a knowledge base keeps, after some of its documents were read anew."""
    many = f"{claims:,} claims kept"
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder, "kb"), claims=claims, documents=claims // 50, actors=max(20, claims // 80))
        made = _ended(_started(_KEPT, Path(folder, "kb")))
    return [
        Figure(f"{many}: what changed with {ADDED} documents found out, processor time", made["found out cpu"], "s"),
        Figure(f"{many}: the same put, processor time", made["put cpu"], "s"),
    ]


def _write(claims: int, kb: Path, more: Path) -> float:
    """Write the snapshot part by part, and the last documents apart; give the processor time without that of making them up."""
    spent, entities, sources = 0.0, dict[str, Entity](), dict[str, Source]()
    with Snapshot(kb) as snapshot, Snapshot(more) as later:
        for known, is_last in _parts(claims):
            entities |= known.entities
            sources |= known.sources
            held = set(list(known.documents)[-ADDED:]) if is_last else set()
            start = time.process_time()
            snapshot.add(columns_of(_without(known, held)))
            spent += time.process_time() - start
            if held:
                later.add(columns_of(_without(known, set(known.documents) - held)))
        who = {referent: entity.id for entity in entities.values() for referent in entity.referents}
        snapshot.replace(identity_columns(Knowledge({}, sources, entities, who, (), ()), {}))
    return spent


def _parts(claims: int) -> Iterator[tuple[Knowledge, bool]]:
    """Yield the corpus in parts of some size, each with whether it is the last."""
    waiting: list[Written] = []
    ready: Knowledge | None = None
    for part in corpus(claims, contested=CONTESTED):
        waiting.append(part)
        if sum(len(one.claims) for one in waiting) >= PART:
            if ready is not None:
                yield ready, False
            ready, waiting = knowledge_of(waiting)[0], []
    if ready is not None and waiting:
        yield ready, False
    yield (knowledge_of(waiting)[0], True) if waiting or ready is None else (ready, True)


def _without(known: Knowledge, documents: set[str]) -> Knowledge:
    return replace(
        known,
        documents={name: one for name, one in known.documents.items() if name not in documents},
        claims=tuple(claim for claim in known.claims if claim.document not in documents),
        reports=tuple(report for report in known.reports if report.document not in documents),
    )


def _beside(claims: int, one: dict[str, float], two: dict[str, float]) -> list[Figure]:
    """Weigh the same record by record."""
    many, plain = f"{claims:,} claims", _ended(_started(_PLAIN, Path(), str(claims)))
    apart = sum(abs(plain[name] - one[name] - two[name]) for name in ("agreements", "disputes")) + abs(plain["number"] - two["number"])
    return [
        Figure(f"{many}: record by record, processor time", plain["plain cpu"], "s"),
        Figure(f"{many}: memory of that, records and all", _megabytes(plain), "MB"),
        Figure(f"{many}: findings more or fewer there", apart, "", 0, at_most=True),
    ]


def _started(program: str, *arguments: Path | str) -> subprocess.Popen[str]:
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
        "OMP_NUM_THREADS": "1",
    }
    command = [sys.executable, "-c", _BEGIN + program, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def _ended(process: subprocess.Popen[str]) -> dict[str, float]:
    said, wrong = process.communicate()
    if process.returncode != 0:
        raise SystemExit(f"weighing failed: {wrong.strip()[-2000:]}")
    found: dict[str, float] = json.loads(said.splitlines()[-1])
    return found


def _megabytes(found: dict[str, float]) -> float:
    return found["peak"] * (1 if sys.platform == "darwin" else 1024) / 1e6  # bytes there, kibibytes elsewhere


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 where the bounds are kept, else 1.
    """
    given = [int(word.replace(",", "")) for word in (sys.argv[1:] if arguments is None else arguments)]
    return print_figures("weighing", [figure for claims in given or CLAIMS for figure in measure(claims)])


if __name__ == "__main__":
    sys.exit(main())
