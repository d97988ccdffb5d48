"""A folder is opened as a knowledge base, or it is said why not and what to do."""

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from testimonia.errors import StoreError
from testimonia.model.document import Document
from testimonia.store import open_store

DOCUMENT = Document("d-1", "a.txt", "00", "text/plain", "The ceasefire held. " * 2000)


def made(folder: Path) -> Path:
    with open_store(folder) as store:
        store.add_captured([DOCUMENT])
    return folder / "kb.sqlite"


def change(file: Path, *statements: str) -> None:
    connection = sqlite3.connect(file)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_new_folder_is_made_with_its_parents_and_says_what_it_is(tmp_path: Path) -> None:
    made(tmp_path / "a" / "kb 100% ?a=b #c")
    assert "knowledge base" in (tmp_path / "a" / "kb 100% ?a=b #c" / "README.txt").read_text(encoding="utf-8")


def test_a_path_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kb").write_text("notes")
    with pytest.raises(StoreError, match="is a file; a knowledge base is a folder, so name another path"):
        open_store(tmp_path / "kb")


def test_a_folder_of_other_things_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("ten years of work")
    with pytest.raises(StoreError, match=r"holds other things \(thesis.docx\); name a new or an empty folder"):
        open_store(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.docx"]


def test_nothing_is_made_where_none_was_asked_for(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="make one with: testimonia build PATH"):
        open_store(tmp_path / "kb", create=False)
    assert not (tmp_path / "kb").exists()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kb.sqlite").write_text("not a database at all, but long enough to be looked at" * 100)
    with pytest.raises(StoreError, match="is no SQLite database; move it away"):
        open_store(tmp_path)


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    change(tmp_path / "kb.sqlite", "CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StoreError, match="is a database of something else"):
        open_store(tmp_path)
    with closing(sqlite3.connect(tmp_path / "kb.sqlite")) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]


def test_a_file_cut_short_is_said_to_be_damaged(tmp_path: Path) -> None:
    file = made(tmp_path / "kb")
    os.truncate(file, file.stat().st_size // 2 // 4096 * 4096)
    with pytest.raises(StoreError, match=r"is damaged .* build again from the documents"):
        open_store(tmp_path / "kb")


def test_damage_that_shows_only_later_is_told_the_same_way(tmp_path: Path) -> None:
    file = made(tmp_path / "kb")
    size = file.stat().st_size
    with file.open("r+b") as opened:  # everything after the first pages, which hold the layout
        opened.seek(size // 3)
        opened.write(b"\xa5" * (size - size // 3))
    with pytest.raises(StoreError, match="is damaged"), open_store(tmp_path / "kb") as store:
        list(store.documents())
        store.counts()
        store.search_text("ceasefire", 1)


def test_a_newer_layout_is_refused_with_the_way_out(tmp_path: Path) -> None:
    change(made(tmp_path / "kb"), "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match=r"newer Testimonia \(layout 9999, .*update this program"):
        open_store(tmp_path / "kb")


def test_an_empty_file_left_by_a_killed_build_is_filled_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "kb.sqlite").touch()
    with pytest.raises(StoreError, match="run the build again"):
        open_store(tmp_path, create=False)
    made(tmp_path)


def test_a_lost_note_is_written_again(tmp_path: Path) -> None:
    made(tmp_path / "kb")
    (tmp_path / "kb" / "README.txt").unlink()
    open_store(tmp_path / "kb").close()
    assert (tmp_path / "kb" / "README.txt").exists()


def test_a_folder_that_cannot_be_made_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(StoreError, match=r"cannot be made .*name a folder that you may write to"):
        open_store(tmp_path / "notes.txt" / "kb")


def test_several_processes_may_make_one_at_the_same_time(tmp_path: Path) -> None:
    code = f"from pathlib import Path; from testimonia.store import open_store; open_store(Path({str(tmp_path / 'kb')!r})).close()"
    running = [subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) for _ in range(4)]
    assert [(process.communicate()[1], process.returncode) for process in running] == [(b"", 0)] * 4


def test_a_new_file_that_another_is_changing_is_waited_for(tmp_path: Path) -> None:
    # A lock on a file that is not yet written ahead: the moment between another process's first and second step.
    with closing(sqlite3.connect(tmp_path / "kb.sqlite", isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")  # SQLite itself does not wait for this one
        ending = threading.Timer(0.3, other.rollback)
        ending.start()
        with open_store(tmp_path) as store:
            assert store.counts()["documents"] == 0
        ending.join()


def test_opening_one_that_is_there_needs_no_alembic(tmp_path: Path) -> None:
    made(tmp_path / "kb")
    code = f"""
import sys
import threading
from contextlib import closing
from pathlib import Path
import testimonia.store
assert "sqlalchemy" not in sys.modules
testimonia.store.open_store(Path({str(tmp_path / "kb")!r})).close()
assert "alembic" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
