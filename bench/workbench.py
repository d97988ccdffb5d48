"""Measure the workbench as people use it: `python -m bench.workbench KB [--readers 20] [--writers 2] [--seconds 30]
[--pause 7] [--datasette]`.

The real server is started on a free port of this machine. First one reader asks for each kind of page alone: the processor time that the
server spends on one request, the time that it takes, and the bytes as sent. Then all readers and coders are at work at once. With
`--datasette`, Datasette serves the same file, and pages of it that show comparable things are measured in the same way.
"""

import argparse
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from bench.figures import Figure, print_figures
from bench.readers import HOST, Client, Crowd, Times, read_and_decide

from testimonia.model.kinds import EntityKind
from testimonia.store import Cut, DisputesWanted, DocumentsWanted, EntitiesWanted, EventsWanted, open_store
from testimonia.store.opening import FILE

EACH = 12
"""Requests of each kind that are measured alone."""
READY_S = 60
LENS = quote('{"name": "independent", "publishers": {"kinds": ["independent_media", "ngo"]}}')
WEIGHTS = {
    "home": 4,
    "actors": 6,
    "actor": 20,
    "hot actor": 5,
    "claims of an actor": 5,
    "events": 5,
    "event": 15,
    "documents": 4,
    "document": 15,
    "disputes": 4,
    "dispute": 8,
    "network": 1,
    "lifelines": 1,
    "timeline": 2,
    "map": 2,
    "search": 10,
    "suggest": 20,
    "review": 6,
    "sources": 1,
    "about": 1,
    "stemma": 2,
}
"""How often people come by each kind of page. Lenses are measured alone only."""
LIMITS = dict.fromkeys(("actor", "hot actor", "event", "document", "review"), 100.0) | {"search": 200.0}
"""Milliseconds wanted, 95th percentile."""
FIRST_LOAD = 400.0
_ASSET = re.compile(rb'(?:href|src)="(/static/[^"]+)"')


def addresses(folder: Path, *, many: int = 40) -> dict[str, list[str]]:
    """Draw the pages that people ask for.

    Args:
        folder: A knowledge base.
        many: Different pages of each kind.

    Returns:
        Paths by kind of page.
    """
    chance = random.Random(11)
    with open_store(folder, create=False) as store:
        kinds: tuple[EntityKind, ...] = ("armed_group", "person", "coalition", "armed_wing", "state_force")
        actors = [one.id for kind in kinds for one in store.list_entities(EntitiesWanted(kinds=(kind,)), Cut(many * 10)).items]
        hot = store.list_entities(EntitiesWanted()).items[0].id
        names = [one.name for one in store.list_entities(EntitiesWanted(kinds=("armed_group",)), Cut(many)).items]
        events = [one.event.id for one in store.list_events(EventsWanted(), Cut(many * 20)).items]
        documents = [one.id for one in store.list_documents(DocumentsWanted(), Cut(many * 20)).items]
        disputes = [one.id for one in store.list_disputes(DisputesWanted(), Cut(many * 20)).items]
    actors, events, documents, disputes = (chance.sample(some, min(many, len(some))) for some in (actors, events, documents, disputes))
    words = sorted({word for name in names for word in name.split()})[:many]
    made = {"home": ["/"], "actors": ["/actors", "/actors?kind=person", "/actors?order=name"], "hot actor": [f"/actors/{hot}"]}
    made |= {"actor": [f"/actors/{one}" for one in actors], "claims of an actor": [f"/actors/{one}/claims" for one in actors]}
    made |= {"events": ["/events", *(f"/events?since={year}&until={year}" for year in range(1995, 2015))]}
    made |= {"event": [f"/events/{one}" for one in events], "documents": ["/documents", "/documents?kind=ngo"]}
    made |= {"document": [f"/documents/{one}" for one in documents], "disputes": ["/disputes"], "review": ["/review"]}
    made |= {"dispute": [f"/disputes/{one}" for one in disputes], "stemma": [f"/stemma/{one}" for one in events]}
    made |= {"network": [f"/actors/{one}/network" for one in actors], "lifelines": [f"/lifelines?actor={one}" for one in actors]}
    made |= {kind: [f"/{kind}", *(f"/{kind}?actor={one}" for one in actors)] for kind in ("timeline", "map")}
    made |= {"search": [f"/search?q={quote(word)}{more}" for word in words for more in ("", "+against")]}
    made |= {"suggest": [f"/search/suggest?q={quote(word[:size])}" for word in words for size in (2, 4)]}
    made |= {"sources": ["/sources"], "about": ["/about"], "problems": ["/problems"]}
    for kind in ("actor", "hot actor", "event", "document", "dispute"):
        made[f"{kind} under a lens"] = [f"{path}?lens={LENS}" for path in made[kind]]
    return made


@contextmanager
def served(command: Sequence[str], port: int, path: str = "/") -> Iterator[int]:
    """Serve for a while.

    Args:
        command: What starts the server.
        port: Where it will listen.
        path: What it answers once it is ready.

    Yields:
        The number of its process.

    Raises:
        TimeoutError: It does not answer.
    """
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as server:
        try:
            until = time.monotonic() + READY_S
            while Client(port).ask(path).status >= 500:
                if time.monotonic() > until or server.poll() is not None:
                    raise TimeoutError(f"{command[0]} does not answer")
                time.sleep(0.2)
            yield server.pid
        finally:
            server.terminate()
            server.wait(timeout=20)


def spent(process: int) -> float:
    """Give the processor time of a process and of those that it began and that still run.

    Args:
        process: Its number.

    Returns:
        Seconds since they began, of all their threads.
    """
    own = time.clock_gettime_ns((~process << 3) | 2) / 1e9  # the clock of another process, as Linux numbers it
    return own + sum(map(spent, _begun_by(process)))


def alone(port: int, process: int, pages: Mapping[str, Sequence[str]], *, only: str = "") -> Iterator[Figure]:
    """Ask for each kind of page alone.

    Args:
        port: Where the server listens.
        process: The number of its process.
        pages: Paths by kind.
        only: Only kinds whose name holds this; those under a lens are asked for where it names them.

    Yields:
        Processor time, time and size of each kind.
    """
    client = Client(port)
    for kind, paths in pages.items():
        if only not in kind or not paths or ("under a lens" in kind and "lens" not in only):
            continue
        some = (list(paths) * EACH)[:EACH]
        client.ask(some[-1])
        worked, waited, sizes, failed = [], [], [], 0
        for path in some:
            before = spent(process)
            answer = client.ask(path)
            worked.append((spent(process) - before) * 1000)
            waited.append(answer.seconds * 1000)
            sizes.append(answer.size / 1000)
            failed += answer.status >= 400 and not (answer.status == 404 and "lens" in kind)
        told = f"{kind:24} processor p95 {high(worked):7.1f} ms, median {middle(worked):7.1f}; wall p95 {high(waited):7.1f}"
        print(f"{told}; {max(sizes):6.1f} kB; {failed} failed", file=sys.stderr, flush=True)
        yield Figure(f"{kind}: processor, p95", high(worked), "ms", LIMITS.get(kind), at_most=True)
        yield Figure(f"{kind}: processor, median", middle(worked), "ms")
        yield Figure(f"{kind}: wall, p95", high(waited), "ms")
        yield Figure(f"{kind}: as sent, most", max(sizes), "kB")
        yield Figure(f"{kind}: failed", failed, "", 0, at_most=True)
    client.close()


def first_load(port: int, path: str) -> float:
    """Weigh a page with all files that it names, as sent to a browser that has none of them.

    Args:
        port: Where the server listens.
        path: The page.

    Returns:
        Kilobytes.
    """
    client = Client(port)
    answer = client.ask(path)
    files = dict.fromkeys(found.decode() for found in _ASSET.findall(answer.body))
    return (answer.size + sum(client.ask(file).size for file in files)) / 1000


def together(times: Times) -> Iterator[Figure]:
    """Tell the times of readers and coders at once.

    Args:
        times: What they measured.

    Yields:
        Wall times by kind, and failures.
    """
    for kind, seconds in sorted(times.seconds.items()):
        took = [one * 1000 for one in seconds]
        yield Figure(f"{kind}: wall under load, p95 of {len(took)}", high(took), "ms", LIMITS.get(kind), at_most=True)
        yield Figure(f"{kind}: wall under load, median", middle(took), "ms")
        yield Figure(f"{kind}: wall under load, most", max(took), "ms")
        if times.failed.get(kind):
            yield Figure(f"{kind}: failed under load", times.failed[kind], "", 0, at_most=True)


def datasette_pages(folder: Path) -> dict[str, list[str]]:
    """Name pages of Datasette that show what pages of the workbench show.

    Args:
        folder: A knowledge base.

    Returns:
        Paths by kind.
    """
    known = addresses(folder, many=EACH)
    ids = {kind: [path.rsplit("/", 1)[-1] for path in known[kind]] for kind in ("actor", "event", "document", "dispute")}
    about = "select c.* from page_records p join claims c on c.id = p.record where p.entity = :e and p.role < 2 order by p.what limit 140"
    return {
        "home": ["/kb"],
        "actors": ["/kb/page_entities?_sort_desc=number"],
        "actor": [f"/kb?sql={quote(about)}&e={one}" for one in ids["actor"]],
        "event": [f"/kb/page_event_entities?event={one}" for one in ids["event"]],
        "document": [f"/kb/claims?document={one}" for one in ids["document"]],
        "disputes": ["/kb/disputes"],
    }


def high(values: Sequence[float]) -> float:
    """Give the 95th percentile.

    Args:
        values: At least one value.

    Returns:
        The value that one in twenty exceeds.
    """
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def middle(values: Sequence[float]) -> float:
    """Give the median.

    Args:
        values: At least one value.

    Returns:
        The value in the middle.
    """
    return sorted(values)[len(values) // 2]


def free_port() -> int:
    """Find a port of this machine that nobody listens on.

    Returns:
        The port.
    """
    with socket.socket() as asked:
        asked.bind((HOST, 0))
        return int(asked.getsockname()[1])


def measure(given: argparse.Namespace) -> list[Figure]:
    """Measure.

    Args:
        given: What the command line says.

    Returns:
        All figures.
    """
    pages, port = addresses(given.folder), free_port()
    figures: list[Figure] = []
    command = [sys.executable, "-m", "testimonia", "serve", str(given.folder), "--no-open", "--port", str(port)]
    with served(command, port) as process:
        figures += alone(port, process, pages, only=given.only)
        for kind in ("home", "hot actor", "document", "map", "network"):
            if given.only in kind:
                figures.append(Figure(f"{kind}: first load with files", first_load(port, pages[kind][0]), "kB", FIRST_LOAD, at_most=True))
        if given.seconds:
            before, began = spent(process), time.monotonic()
            times = read_and_decide(port, pages, WEIGHTS, crowd=Crowd(given.readers, given.writers, given.seconds, given.pause))
            asked, took = sum(map(len, times.seconds.values())), time.monotonic() - began
            figures += together(times)
            figures.append(Figure(f"requests of {given.readers} readers and {given.writers} coders", asked / took, "a second"))
            figures.append(Figure("processor for one of them", (spent(process) - before) / max(1, asked) * 1000, "ms"))
    if given.datasette:
        port, run = free_port(), shutil.which("uv") or "uv"
        command = [run, "tool", "run", "datasette", "serve", str(given.folder / FILE), "--port", str(port)]
        with served([*command, "--setting", "sql_time_limit_ms", "30000"], port, "/kb.json") as process:
            child = _youngest(process)
            figures += [Figure(f"Datasette, {one.what}", one.value, one.unit) for one in alone(port, child, datasette_pages(given.folder))]
    return figures


def _youngest(process: int) -> int:
    """Find the process that does the work, where a command starts another."""
    children = _begun_by(process)
    return _youngest(children[0]) if children else process


def _begun_by(process: int) -> list[int]:
    threads = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for thread in threads for child in thread.read_text("ascii").split()]


def asked(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read a command line.

    Args:
        arguments: Its words; None for the process's own.

    Returns:
        What it says.
    """
    parser = argparse.ArgumentParser(prog="bench.workbench", description=__doc__)
    parser.add_argument("folder", type=Path, help="a knowledge base; coders decide in it, so give a copy of one that you need")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--writers", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--pause", type=float, default=3.0, help="seconds that a reader stays on a page on average")
    parser.add_argument("--only", default="", help="alone only kinds whose name holds this; `lens` for those under a lens")
    parser.add_argument("--datasette", action="store_true")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code.
    """
    return print_figures(f"workbench, {os.cpu_count()} processors", measure(asked(arguments)))


if __name__ == "__main__":
    sys.exit(main())
