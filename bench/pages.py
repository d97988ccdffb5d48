"""Measure what pages ask of a store: `python -m bench.pages DIR [--times N]`, on a knowledge base such as `bench.scale_kb` makes.

Each call is made of many different actors, events, documents and words, drawn evenly, and of the actor of whom most is told ("hot").
Times are milliseconds of one process, and those of the processor alone, since other work on the machine slows it; under a lens a part is
weighed anew.
"""

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.figures import Figure, print_figures

from testimonia.looking import look_at
from testimonia.model.lens import Choice, Lens
from testimonia.publish import actor_report, catalogue_of
from testimonia.store import About, Cut, DisputesWanted, DocumentsWanted, EntitiesWanted, EventsWanted, Store, open_store

TIMES = 60
"""Calls of each kind."""
FIRST_LOOK = 20
"""Claims of each predicate on an actor's first page."""
LENS = Lens("independent", publishers=Choice(kinds=frozenset({"independent_media", "ngo"})))
Call = Callable[[], object]


def calls(store: Store, chance: random.Random, times: int) -> Iterator[tuple[str, list[Call]]]:
    """Prepare the calls behind pages.

    Args:
        store: An open store.
        chance: For the choice of actors, events, documents and words.
        times: How many of each kind.

    Yields:
        What is measured, and the calls.
    """
    everybody = [line for kind in ("armed_group", "person", "coalition", "place") for line in _all(store, kind, times * 4)]
    actors = [line.id for line in chance.sample(everybody, min(times, len(everybody)))]
    hot = store.list_entities(EntitiesWanted()).items[0].id
    documents = [line.id for line in store.list_documents(DocumentsWanted(), Cut(times)).items]
    listed = store.list_events(EventsWanted(with_tolls=True), Cut(times)).items
    disputes = store.list_disputes(DisputesWanted(), Cut(times)).items
    words = [word for line in everybody[:times] for word in line.name.split()]
    yield "home counts", [store.totals] * times
    yield "actor, first look", [lambda a=a: store.part(About(entity=a, each=FIRST_LOOK)) for a in actors]
    yield "actor, report from first look", [lambda a=a: _report(store, a) for a in actors]
    yield "actor, counts", [lambda a=a: store.tallies(a) for a in actors]
    yield "hot actor, first look", [lambda: store.part(About(entity=hot, each=FIRST_LOOK))] * 5
    yield "hot actor, counts", [lambda: store.tallies(hot)] * 5
    yield "hot actor, a page of one predicate", [lambda: store.part(About(entity=hot, what="opposes", limit=50, alone=True))] * 10
    yield "event", [lambda e=e: store.part(About(event=e.event.id)) for e in listed]
    yield "document with text", [lambda d=d: store.part(About(document=d, alone=True), texts=True) for d in documents]
    yield "dispute", [lambda d=d: store.part(About(dispute=d.id)) for d in disputes]
    yield "voice", [lambda a=a: store.part(About(voice=a, limit=50, alone=True)) for a in actors]
    yield "list of actors", [lambda: store.list_entities(EntitiesWanted(kinds=("armed_group",)))] * times
    yield "list of actors by beginning", [lambda w=w: store.list_entities(EntitiesWanted(beginning=w[:2])) for w in words]
    yield "list of documents", [lambda: store.list_documents(DocumentsWanted(kind="ngo"))] * times
    yield "list of events", [lambda y=y: store.list_events(EventsWanted(since=y, until=y)) for y in range(1990, 1990 + min(times, 30))]
    yield "list of events of an actor", [lambda a=a: store.list_events(EventsWanted(actor=a)) for a in (*actors, hot)]
    yield "list of events at a place", [lambda e=e: store.list_events(EventsWanted(place=(*e.places, "")[0])) for e in listed]
    yield "list of disputes", [lambda: store.list_disputes(DisputesWanted(rule="strengths_apart"))] * times
    yield "list of disputes of an actor", [lambda a=a: store.list_disputes(DisputesWanted(entity=a)) for a in (*actors, hot)]
    for length in (1, 2, 3, 5):
        yield f"type-ahead, {length} letters", [lambda w=w[:length]: store.suggest(w) for w in words]
    yield "search in texts, a rare and a common word", [lambda w=w: store.search_text(f"{w} front", 20) for w in words]
    yield "search in texts, common words", [lambda: store.search_text("fought against", 20)] * 5
    yield "search in quotations", [lambda w=w: store.search_claims(f"{w} against") for w in words]
    yield "actor under a lens", [lambda a=a: look_at(store, LENS, about=About(entity=a, each=FIRST_LOOK)) for a in actors]
    yield "hot actor under a lens", [lambda: look_at(store, LENS, about=About(entity=hot, each=FIRST_LOOK))] * 3
    yield "event under a lens", [lambda e=e: look_at(store, LENS, about=About(event=e.event.id)) for e in listed]


def measure(folder: Path, *, times: int = TIMES, only: str = "") -> list[Figure]:
    """Time the calls.

    Args:
        folder: A knowledge base.
        times: How many calls of each kind.
        only: Only kinds whose name holds this.

    Returns:
        The 95th percentile and the median of each kind, and the most memory held.
    """
    figures = []
    with open_store(folder, create=False) as store:
        for name, made in calls(store, random.Random(5), times):
            if only in name and made:
                figures += _figures(name, made)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [*figures, Figure("memory, most", held, "MB")]


def _all(store: Store, kind: str, most: int) -> list:  # type: ignore[type-arg]
    return list(store.list_entities(EntitiesWanted(kinds=(kind,)), Cut(most)).items)  # type: ignore[arg-type]


def _report(store: Store, actor: str) -> object:
    part = store.part(About(entity=actor, each=FIRST_LOOK))
    return actor_report(catalogue_of(part.knowledge, part.findings), actor, lens="everything")


def _figures(name: str, made: Sequence[Call]) -> Iterator[Figure]:
    """Time the calls of one kind, after one that is not counted."""
    made[0]()
    spent: dict[str, list[float]] = {"": [], " of the processor": []}
    for call in made:
        start, worked = time.perf_counter(), time.process_time()
        call()
        spent[" of the processor"].append((time.process_time() - worked) * 1000)
        spent[""].append((time.perf_counter() - start) * 1000)
    for of, times in spent.items():
        times.sort()
        high, middle = times[min(len(times) - 1, int(len(times) * 0.95))], times[len(times) // 2]
        print(f"{name}: p95 {high:.1f} ms{of}, median {middle:.1f} of {len(times)}", file=sys.stderr, flush=True)
        yield from (Figure(f"{name}: p95", high, f"ms{of}"), Figure(f"{name}: median of {len(times)}", middle, f"ms{of}"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(prog="bench.pages", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--only", default="")
    given = parser.parse_args(arguments)
    return print_figures("pages", measure(given.folder, times=given.times, only=given.only))


if __name__ == "__main__":
    sys.exit(main())
