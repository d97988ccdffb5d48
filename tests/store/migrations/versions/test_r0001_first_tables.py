"""The first layout holds its promises about the rows."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from testimonia.store import open_store


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    open_store(tmp_path / "kb").close()
    with closing(sqlite3.connect(tmp_path / "kb" / "kb.sqlite")) as opened:
        opened.execute("PRAGMA foreign_keys=ON")
        yield opened


def test_a_word_is_refused_where_a_number_belongs(connection: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in INTEGER column"):
        connection.execute("INSERT INTO entities (id, position, kind, name, names) VALUES ('n-1', 'first', 'place', 'x', '[]')")


def test_a_text_without_its_document_is_refused(connection: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        connection.execute("INSERT INTO texts (seq, text) VALUES (1, 'x')")


def test_the_index_keeps_indic_vowel_signs_inside_words(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO text_index (rowid, body) VALUES (1, 'ကချင်ပြည်နယ် हिन्दी')")
    assert connection.execute("SELECT rowid FROM text_index WHERE text_index MATCH '\"हिन्दी\"'").fetchall() == [(1,)]
    assert connection.execute("SELECT rowid FROM text_index WHERE text_index MATCH '\"हिन\"'").fetchall() == []
