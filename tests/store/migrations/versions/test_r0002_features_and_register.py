"""A knowledge base of the first layout keeps its judgements, with their reasons as features."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

import testimonia.store
from testimonia.model.judgement import Feature
from testimonia.store import open_store
from testimonia.store.schema import APPLICATION_ID


def test_judgements_of_the_first_layout_come_through(tmp_path: Path) -> None:
    folder = tmp_path / "kb"
    folder.mkdir()
    engine = create_engine(f"sqlite:///{folder / 'kb.sqlite'}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(testimonia.store.__file__).parent / "migrations").replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        row = ("j-1", "r-1", "r-2", "SAME", 0.9, json.dumps(["one acronym", "one year"]), "rule:acronym", "[]", "2024-01-01")
        connection.exec_driver_sql(
            'INSERT INTO judgements (id, "left", "right", verdict, score, reasons, "by", evidence, recorded) VALUES (?,?,?,?,?,?,?,?,?)', row
        )
    engine.dispose()
    with open_store(folder) as store:
        (judgement,) = store.judgements()
        assert judgement.features == (Feature("acronym", 0.9, "one acronym"), Feature("acronym", 0.0, "one year"))
        assert (judgement.left, judgement.right, judgement.verdict, judgement.score) == ("r-1", "r-2", "SAME", 0.9)
    with closing(sqlite3.connect(folder / "kb.sqlite")) as connection:
        assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'earlier_judgements'").fetchall() == []
