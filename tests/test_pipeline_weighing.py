"""A knowledge base that grew and changed step by step ends as one that was weighed once; killed at any moment, nothing is half-written."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bench.scale_kb import generate

from testimonia import pipeline
from testimonia.model.document import Document
from testimonia.model.entity import Entity
from testimonia.model.reading import Reading
from testimonia.pipeline import say_nothing, weigh_again
from testimonia.review import Decider, accept, reject
from testimonia.store import Store, open_store

READER = "scale-1"
FOLLOWING = ("page_", "attention", "events", "corroborations", "disputes")
NEVER_ALIKE = ("page_name_",)
"""Indices of names, as the engine keeps them."""


class World:
    """Documents with what was read from them, to be put into knowledge bases."""

    def __init__(self, folder: Path) -> None:
        generate(folder, claims=400, documents=40, actors=20, seed=7)
        with open_store(folder) as store:
            self.documents = list(store.documents())
            self.readings = {document.id: self._reading(store, document) for document in self.documents}
            self.entities = list(store.entities())

    @staticmethod
    def _reading(store: Store, document: Document) -> Reading:
        of = {"document": document.id}
        return Reading(
            document.id,
            READER,
            tuple(store.referents(**of)),
            tuple(store.mentions(**of)),
            tuple(store.claims(**of)),
            tuple(store.reports(**of)),
        )

    def tell(self, store: Store, documents: list[Document], *, claims: int | None = None) -> None:
        """Put documents in, with all or some of what was read from them."""
        store.add_captured(documents)
        for document in documents:
            reading = self.readings[document.id]
            store.add_reading(reading if claims is None else replace(reading, claims=reading.claims[:claims]))

    def identify(self, store: Store, *, merged: int = 0) -> None:
        """Put who is who among those who were named; the first of the bodies may be one."""
        named = {referent.id for referent in store.referents()}
        entities = [replace(one, referents=tuple(name for name in one.referents if name in named)) for one in self.entities]
        bodies = [one for one in entities if one.kind == "armed_group"][:merged]
        if bodies:
            first: Entity = replace(bodies[0], referents=tuple(name for one in bodies for name in one.referents))
            entities = [first if one.id == first.id else one for one in entities if one not in bodies[1:]]
        store.replace_entities(entities)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("world") / "kb")


@pytest.fixture(params=(0, 10**9), ids=("in files", "in memory"))
def columns(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "HELD", request.param)


def content(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that follows from what was read; of positions the order alone."""
    found = {}
    with sqlite3.connect(folder / "kb.sqlite") as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1").fetchall():
            if name.startswith(FOLLOWING) and not name.startswith(NEVER_ALIKE):
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})") if row[1] != "position"]
                order = "position" if name in ("events", "corroborations", "disputes") else ", ".join(map(str, range(1, len(columns) + 1)))
                found[name] = connection.execute(
                    f"SELECT {', '.join(f'{chr(34)}{one}{chr(34)}' for one in columns)} FROM {name} ORDER BY {order}"
                ).fetchall()
        for word in ("army", "fr*"):
            found[word] = connection.execute(
                "SELECT name FROM page_names WHERE seq IN (SELECT rowid FROM page_name_words WHERE body MATCH ?) ORDER BY seq", (word,)
            ).fetchall()
    return found


def weighed(store: Store) -> None:
    pipeline._weigh(store, say_nothing)


def anew(folder: Path, steps: Iterator[Path]) -> dict[str, list[tuple[object, ...]]]:
    """What weighing everything at once gives, from a copy in which nothing is known to stand."""
    copy = next(steps)
    shutil.copytree(folder, copy)
    shutil.rmtree(copy / "columns", ignore_errors=True)
    with sqlite3.connect(copy / "kb.sqlite") as connection:
        for table in ("weighed", "written", "touched", "attention_totals", "attention", "events", "corroborations", "disputes"):
            connection.execute(f"DELETE FROM {table}")
    with open_store(copy) as store:
        weighed(store)
    return content(copy)


@pytest.mark.usefixtures("columns")
def test_after_every_change_it_is_as_if_everything_were_weighed_anew(world: World, tmp_path: Path) -> None:
    chance, folder = random.Random(5), tmp_path / "kb"
    copies = (tmp_path / f"copy-{number}" for number in range(99))
    waiting = list(world.documents)
    chance.shuffle(waiting)
    with open_store(folder) as store:
        world.tell(store, waiting[:25])
        world.identify(store)
        weighed(store)
        for number, step in enumerate((1, 4, 0, 3, 0)):
            new, waiting = waiting[25 : 25 + step], waiting[:25] + waiting[25 + step :]
            world.tell(store, new)
            if step == 3:
                world.tell(store, waiting[:2], claims=3)  # read anew, and less was found
            world.identify(store, merged=2 if number in (2, 3) else 0)
            weighed(store)
            assert content(folder) == anew(folder, copies), step
        assert content(folder)["disputes"] and content(folder)["page_bonds"]


@pytest.mark.usefixtures("columns")
def test_decisions_on_claims_are_followed(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "kb"
    copies = (tmp_path / f"copy-{number}" for number in range(9))
    somebody = Decider("A. Reader", "2024-01-01T00:00:00+00:00")
    with open_store(folder) as store:
        world.tell(store, world.documents)
        world.identify(store)
        weighed(store)
        disputed = list(store.findings().disputes[0].claims)
        store.decide(reject(next(iter(store.claims(ids=disputed[:1]))), somebody))
        store.decide(accept(next(iter(store.claims(ids=disputed[1:2]))), somebody))
        before = len(store.findings().disputes)
        assert weigh_again(store, anyway=True)
        assert not store.stale() and before <= len(store.findings().disputes) + 1
        assert disputed[0] not in {claim for dispute in store.findings().disputes for claim in dispute.claims}
    assert content(folder) == anew(folder, copies)


@pytest.mark.usefixtures("columns")
def test_where_nothing_changed_nothing_is_written(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path / "kb") as store:
        world.tell(store, world.documents[:20])
        world.identify(store)
        weighed(store)
        made = pipeline.reweighed(store)
        assert not made.found and made.stands == store.units()
        assert list(store.to_rank(())) == []
