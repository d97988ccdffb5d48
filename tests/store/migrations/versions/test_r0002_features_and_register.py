"""A knowledge base of the first layout keeps its judgements, with their reasons as features."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

import testimonia.store
from testimonia.model.judgement import Feature
from testimonia.store import open_store
from testimonia.store.schema import APPLICATION_ID


def first_layout(folder: Path, rows: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
    """Make a knowledge base as the first version laid it out."""
    folder.mkdir()
    engine = create_engine(f"sqlite:///{folder / 'kb.sqlite'}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(testimonia.store.__file__).parent / "migrations").replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        for table, lines in rows.items():
            for line in lines:
                columns, places = ", ".join(f'"{name}"' for name in line), ", ".join("?" * len(line))
                connection.exec_driver_sql(f"INSERT INTO {table} ({columns}) VALUES ({places})", tuple(line.values()))
    engine.dispose()


def test_judgements_of_the_first_layout_come_through(tmp_path: Path) -> None:
    folder = tmp_path / "kb"
    row = {
        "id": "j-1",
        "left": "r-1",
        "right": "r-2",
        "verdict": "SAME",
        "score": 0.9,
        "reasons": json.dumps(["one acronym", "one year"]),
        "by": "rule:acronym",
        "evidence": "[]",
        "recorded": "2024-01-01",
    }
    first_layout(folder, {"judgements": [row]})
    with open_store(folder) as store:
        (judgement,) = store.judgements()
        assert judgement.features == (Feature("acronym", 0.9, "one acronym"), Feature("acronym", 0.0, "one year"))
        assert (judgement.left, judgement.right, judgement.verdict, judgement.score) == ("r-1", "r-2", "SAME", 0.9)
    with closing(sqlite3.connect(folder / "kb.sqlite")) as connection:
        assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'earlier_judgements'").fetchall() == []


def test_what_the_first_layout_holds_counts_from_the_moments_that_it_tells(tmp_path: Path) -> None:
    folder = tmp_path / "kb"
    text, recorded = "The Karenni Army split in 1978.", {"recorded": "2024-03-01T23:59:59+00:00"}
    document = {"id": "d-1", "origin": "a.txt", "sha256": "00", "format": "text/plain", "published_basis": "unknown", "marked": "[]"}
    claim = {
        "id": "c-1",
        "document": "d-1",
        "position": 0,
        "predicate": "split_from",
        "subject": '{"words":"The Karenni Army"}',
        "polarity": "affirmed",
        "voices": "[]",
        "stance": "asserted",
        "start": 0,
        "end": 31,
        "evidence": json.dumps([{"start": 0, "end": 31, "quote": text}]),
        "rule": "split",
        "proposal": '{"notes":[],"reader":"grammar 0","trigger":"split"}',
    }
    rows = {
        "documents": [document | recorded],
        "texts": [{"seq": 1, "text": text}],
        "readings": [{"document": "d-1", "reader": "grammar 0", "recorded": "2024-03-05T00:00:00+00:00"}],
        "claims": [claim],
        "sources": [{"name": "The Mae Sot Paper", "kind": "independent_media"}],
        "entities": [{"id": "n-1", "position": 0, "kind": "armed_group", "name": "Karenni Army", "names": "[]"}],
        "meta": [{"key": "created", "value": "2024-02-28T12:00:00+00:00"}],
    }
    first_layout(folder, rows)
    with open_store(folder) as store:
        (now,) = store.claims()
        assert (now.proposal.reader, now.evidence[0].quote) == ("grammar 0", text)
        held = {day: store.as_of(date(2024, *day)).counts() for day in ((2, 27), (2, 28), (3, 1), (3, 4), (3, 5))}
        assert [counts["sources"] for counts in held.values()] == [0, 1, 1, 1, 1]
        assert [counts["documents"] for counts in held.values()] == [0, 0, 1, 1, 1]
        assert [counts["claims"] for counts in held.values()] == [0, 0, 0, 0, 1]
        assert [counts["entities"] for counts in held.values()] == [0, 0, 0, 0, 1]
