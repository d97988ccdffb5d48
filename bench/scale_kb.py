"""Make a large knowledge base in minutes, to measure pages on: written straight into the tables of a store, findings and all.

`python -m bench.scale_kb --claims N --documents M --actors A --out DIR [--seed S]` makes one. It is made as a build would leave it: every
quotation stands in its text, every identifier is the hash that its record has, and whatever tells the same is found to agree. Only the
reasons of findings are shorter than weighing writes them, and witnesses are counted by their publishers alone.
"""

import argparse
import json
import random
import sqlite3
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from bench.scale_findings import FoundRows
from bench.scale_world import Fact, Happening, ScaleWorld, Somebody
from bench.scribe import timed

from testimonia.model.identifiers import identify
from testimonia.store import open_store
from testimonia.store.folding import fold

READER = "scale-1"
SINCE = 1_700_000_000
RECORDED = "2023-11-14T22:13:20+00:00"
KINDS = ("independent_media", "independent_media", "partisan_media", "state", "ngo", "academic", None)
VOICED = 0.3
"""Share of the claims that a voice within the document makes."""
DESCRIBED = ("a resident", "a local official", "an eyewitness", "a security source", "a doctor")
FILLERS = 4000
"""Different sentences that say nothing of anybody."""
_FILLED = [
    "roads",
    "market",
    "harvest",
    "rain",
    "school",
    "clinic",
    "bridge",
    "river",
    "valley",
    "prices",
    "fuel",
    "traders",
    "convoy",
    "festival",
    "radio",
    "border",
    "northern",
    "village",
]
_TABLES = (
    *("documents", "texts", "readings", "referents", "mentions", "claims", "reports", "report_parties", "entities", "entity_referents"),
    *("events", "corroborations", "disputes", "sources"),
)
_PRAGMAS = ("journal_mode=OFF", "synchronous=OFF", "cache_size=-800000", "temp_store=FILE", "foreign_keys=OFF")
Row = tuple[object, ...]


class ScaleWriter:
    """Writes documents, what was read from them and what was found."""

    def __init__(self, connection: sqlite3.Connection, world: ScaleWorld) -> None:
        """Prepare what every document needs."""
        self._db, self._world, self._chance = connection, world, world.chance
        self._columns = {table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")] for table in _TABLES}
        self._rows: dict[str, list[Row]] = {table: [] for table in _TABLES}
        self._bodies: list[tuple[int, str]] = []
        self._referents: dict[str, list[str]] = {}
        self._names = {body.id: {kind: json.dumps(text, ensure_ascii=False) for kind, text in _names(body)} for body in world.everybody()}
        words = [self._chance.sample(_FILLED, 7) for _ in range(FILLERS)]
        self._fillers = [f"The {' '.join(some[:3])} and the {' '.join(some[3:])} were quiet." for some in words]
        self._times: dict[str | None, tuple[str | None, ...]] = {None: (None,) * 5}
        self._found = FoundRows()
        self._seq = 0

    def write(self, told: Sequence[Fact | Happening], documents: int) -> None:
        """Write one community: its documents, then what was found in them."""
        size = max(1, -(-len(told) // max(1, documents)))
        for start in range(0, len(told), size):
            self._document(told[start : start + size])
        known = {id(item): item for item in told}
        self._found.add(list(known.values()), self._rows)
        self.flush()

    def entities(self) -> None:
        """Write all entities with their referents, the best known first."""
        for place, body in enumerate(self._world.everybody()):
            names = [
                {
                    "text": text,
                    "script": "Arab" if kind == "arabic" else "Latn",
                    "language": "ar" if kind == "arabic" else "en",
                    "kind": "acronym" if kind == "short" else "name",
                }
                for kind, text in _names(body)
            ]
            coded = json.dumps(names[: 1 if body.kind == "place" else 3], ensure_ascii=False)
            self._rows["entities"].append(
                (
                    body.id,
                    place,
                    body.kind,
                    body.name,
                    coded,
                    None,
                    body.latitude,
                    body.longitude,
                    None,
                    "[]",
                    "[]",
                    "settlement" if body.kind == "place" else None,
                    "[]",
                    SINCE,
                )
            )
            for at, referent in enumerate(self._referents.pop(body.id, ())):
                self._rows["entity_referents"].append((referent, body.id, at, SINCE))
        for outlet in self._world.outlets:
            self._rows["sources"].append((outlet.name, self._chance.choice(KINDS), None, None, None, SINCE))
        self.flush()

    def flush(self) -> None:
        """Hand the rows to the tables."""
        for table, rows in self._rows.items():
            if rows:
                places = ", ".join("?" * len(rows[0]))
                columns = ", ".join(f'"{name}"' for name in self._columns[table])
                self._db.executemany(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})", rows)
                rows.clear()
        self._db.executemany("INSERT INTO text_index (rowid, body) VALUES (?, ?)", self._bodies)
        self._bodies.clear()
        self._db.commit()

    def _document(self, items: Sequence[Fact | Happening]) -> None:
        chance = self._chance
        self._seq += 1
        page = _Page(f"d-{self._seq:016x}", self, chance)
        outlet = self._world.outlets[min(int(chance.paretovariate(0.6)) - 1, len(self._world.outlets) - 1)]
        page.begin(outlet)
        for item in items:
            if chance.random() < 0.3:
                page.say(self._fillers[chance.randrange(FILLERS)])
            page.tell(item)
        text = " ".join(page.sentences)
        published = None if chance.random() < 0.03 else date.fromordinal(chance.randrange(728_000, 738_800)).isoformat()
        title = f"{items[0].words.capitalize()} ({self._seq})"
        origin = f"scale/{self._seq % 100:02}/{self._seq}.txt"
        self._rows["documents"].append(
            (
                self._seq,
                page.id,
                origin,
                f"{self._seq:064x}",
                "text/plain",
                title,
                outlet.name,
                None,
                None,
                published,
                "unknown" if published is None else "sidecar",
                "en",
                None,
                "utf-8",
                "[]",
                RECORDED,
                SINCE,
            )
        )
        self._rows["texts"].append((self._seq, text))
        self._rows["readings"].append((page.id, READER, SINCE))
        self._bodies.append((self._seq, fold(text)))

    def time(self, edtf: str | None) -> tuple[str | None, ...]:
        """Write a time as columns."""
        if edtf not in self._times:
            when = timed(str(edtf), "throughout" if "/" in str(edtf) else "within")
            days = [None if day is None else day.isoformat() for day in (when.lo, when.hi)]
            self._times[edtf] = (edtf, *days, when.mode, when.basis)
        return self._times[edtf]

    def add(self, table: str, row: Row) -> None:
        """Take a row."""
        self._rows[table].append(row)

    def keep(self, body: Somebody, referent: str) -> None:
        """Note that a referent is somebody."""
        self._referents.setdefault(body.id, []).append(referent)

    def coded(self, body: Somebody, form: str) -> str:
        """A name as JSON."""
        return self._names[body.id][form]


class _Page:
    """One document while it is being written."""

    def __init__(self, document: str, writer: ScaleWriter, chance: random.Random) -> None:
        self.id, self._writer, self._chance = document, writer, chance
        self.sentences: list[str] = []
        self._at = 0
        self._position = 0
        self._referents: dict[str, str] = {}
        self._publisher = ""

    def begin(self, outlet: Somebody) -> None:
        self._outlet = outlet
        referent = self._referent(outlet)
        self._publisher = f'{{"how":"publisher","referent":"{referent}","words":{self._writer.coded(outlet, "name")}}}'

    def say(self, sentence: str) -> None:
        self.sentences.append(sentence)
        self._at += len(sentence) + 1

    def tell(self, item: Fact | Happening) -> None:
        if isinstance(item, Fact):
            self._claim(item)
        else:
            self._report(item)

    def _claim(self, fact: Fact) -> None:
        form = "arabic" if self._chance.random() < 0.08 else "name"
        name = fact.subject.arabic if form == "arabic" else fact.subject.name
        when = "" if fact.edtf is None or fact.predicate in ("founded", "dissolved") else f" ({fact.edtf})"
        voices, stance, before = self._voice()
        quote = f"{name} {fact.words}{when}"
        start = self._at + len(before)
        self.say(f"{before}{quote}.")
        subject, target = self._referent(fact.subject), None if fact.object is None else self._referent(fact.object)
        polarity = "affirmed" if fact.denies is None else "denied"
        key = identify("c", self.id, start, start + len(quote), fact.predicate, subject, target, fact.value, polarity)
        coded = self._party(fact.subject, form, subject, start)
        other = None
        if fact.object is not None:
            other = self._party(fact.object, "name", str(target), start + quote.index(fact.object.name, len(name)))
        self._position += 64
        self._writer.add(
            "claims",
            (
                key,
                self.id,
                self._position,
                fact.predicate,
                coded,
                subject,
                other,
                target,
                fact.coded,
                polarity,
                *self._writer.time(fact.edtf),
                voices,
                stance,
                *self._quoted(start, quote),
                "scale.claim",
                '{"notes":[],"trigger":""}',
                SINCE,
            ),
        )
        fact.said.append(f"{key} {self._outlet.id}")

    def _report(self, told: Happening) -> None:
        killed = None if told.killed is None else max(0, told.killed + self._chance.choice((0, 0, 0, 1, -1, 3)))
        toll = "" if killed is None else f", killing {killed}"
        voices, stance, before = self._voice()
        quote = f"{told.initiator.name} {told.words} {told.target.name} at {told.place.name}{toll}"
        start = self._at + len(before)
        self.say(f"{before}{quote}{'' if told.day is None else f' on {told.day}'}.")
        bodies = (told.initiator, told.target, told.place)
        ours, theirs, where = (self._referent(body) for body in bodies)
        sides = [
            f'"{slot}":[{self._party(body, "name", referent, start + quote.rindex(body.name))}]'
            for slot, body, referent in zip(("initiator", "target", "where"), bodies, (ours, theirs, where), strict=True)
        ]
        key = identify("e", self.id, start, start + len(quote), told.type, None, [[ours], [theirs]])
        self._position += 64
        figures = "[]" if killed is None else f'[{{"high":{killed},"low":{killed},"what":"killed"}}]'
        self._writer.add(
            "reports",
            (
                key,
                self.id,
                self._position,
                told.type,
                None,
                "happened",
                0,
                f"{{{','.join(sides)}}}",
                figures,
                *self._writer.time(told.day),
                voices,
                stance,
                *self._quoted(start, quote),
                "scale.report",
                '{"notes":[],"trigger":""}',
                SINCE,
            ),
        )
        for slot, referent in (("initiator", ours), ("target", theirs), ("where", where)):
            self._writer.add("report_parties", (key, slot, referent, SINCE))
        told.said.append((key, killed))

    def _voice(self) -> tuple[str, str, str]:
        if self._chance.random() >= VOICED:
            return f"[{self._publisher}]", "asserted", ""
        words = self._chance.choice(DESCRIBED)
        if self._referents and self._chance.random() < 0.5:
            return self._named_voice()
        before = f"According to {words}, "
        return f'[{self._publisher},{{"end":{self._at + 13 + len(words)},"start":{self._at + 13},"words":"{words}"}}]', "claimed", before

    def _named_voice(self) -> tuple[str, str, str]:
        body = self._chance.choice(self._writer._world.actors[: 4 * len(self._referents)])
        party = self._party(body, "name", self._referent(body), self._at + 13)
        return f"[{self._publisher},{party}]", "claimed", f"According to {body.name}, "

    def _party(self, body: Somebody, form: str, referent: str, start: int) -> str:
        length = len(body.arabic if form == "arabic" else body.name)
        coded = self._writer.coded(body, form)
        return f'{{"end":{start + length},"how":"name","referent":"{referent}","start":{start},"words":{coded}}}'

    def _quoted(self, start: int, quote: str) -> Iterator[object]:
        yield from (start, start + len(quote))
        yield f'[{{"end":{start + len(quote)},"quote":{json.dumps(quote, ensure_ascii=False)},"start":{start}}}]'

    def _referent(self, body: Somebody) -> str:
        known = self._referents.get(body.id)
        if known is not None:
            return known
        kind = {"person": "person", "place": "place"}.get(body.kind, "org")
        referent = identify("r", self.id, kind, body.id)
        self._referents[body.id] = referent
        self._writer.keep(body, referent)
        names = f"[{self._writer.coded(body, 'name')}]"
        role = "leader" if body.kind == "person" else None
        self._writer.add("referents", (referent, self.id, len(self._referents), body.name, kind, body.kind, names, "en", role, SINCE))
        return referent


def _names(body: Somebody) -> Iterator[tuple[str, str]]:
    yield from (("name", body.name), ("arabic", body.arabic), ("short", body.short))


def generate(out: Path, *, claims: int, documents: int, actors: int, seed: int = 5) -> dict[str, float]:
    """Make a knowledge base.

    Args:
        out: Folder of the knowledge base, new or empty.
        claims: How many claims, about; event reports come on top.
        documents: How many documents, about.
        actors: How many actors; places and outlets come on top.
        seed: For the random choices.

    Returns:
        Seconds by step.
    """
    spent, start = {}, time.perf_counter()
    open_store(out).close()
    with closing(sqlite3.connect(out / "kb.sqlite")) as connection:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").close()
        indices = _indices(connection)
        for name, _ in indices:
            connection.execute(f"DROP INDEX {name}")
        world = ScaleWorld(random.Random(seed), claims=claims, actors=actors)
        writer, done = ScaleWriter(connection, world), 0
        for told in world.communities():
            writer.write(told, max(1, round(documents * len(told) / (claims * 1.2))))
            done += len(told)
        writer.entities()
        spent["writing"] = time.perf_counter() - start
        for _, statement in indices:
            connection.execute(statement)
        connection.commit()
        spent["indices"] = time.perf_counter() - start - spent["writing"]
    with open_store(out) as store:
        store.totals()  # fills what pages look up
    spent["pages"] = time.perf_counter() - start - spent["writing"] - spent["indices"]
    with closing(sqlite3.connect(out / "kb.sqlite")) as connection:
        connection.execute("ANALYZE")
        connection.commit()
        connection.execute("PRAGMA journal_mode=WAL").close()
    return spent


def _indices(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    listed = ", ".join(f"'{table}'" for table in _TABLES)
    return list(
        connection.execute(f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({listed})")
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Make a knowledge base and say what it holds.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(prog="bench.scale_kb", description=__doc__)
    for name, usual in (("claims", 100_000), ("documents", 2_000), ("actors", 400), ("seed", 5)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args(arguments)
    spent = generate(given.out, claims=given.claims, documents=given.documents, actors=given.actors, seed=given.seed)
    with open_store(given.out) as store:
        for name, number in store.totals()["all"].items():
            print(f"{number:>12,}  {name}")
    for name, seconds in spent.items():
        print(f"{seconds:>12.1f}  seconds for {name}")
    print(f"{(given.out / 'kb.sqlite').stat().st_size / 1e9:>12.2f}  GB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
