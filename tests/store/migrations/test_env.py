"""Migrations run from wherever the package is installed, and whole or not at all."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import testimonia
from testimonia.errors import StoreError
from testimonia.store import open_store, opening


def test_they_run_from_a_copy_of_the_package_elsewhere(tmp_path: Path) -> None:
    source = Path(testimonia.__file__).parent
    for part in ("__init__.py", "errors.py"):
        (tmp_path / "site" / "testimonia").mkdir(parents=True, exist_ok=True)
        shutil.copy(source / part, tmp_path / "site" / "testimonia" / part)
    for part in ("model", "store"):
        shutil.copytree(source / part, tmp_path / "site" / "testimonia" / part)
    code = """
from pathlib import Path
import testimonia.store
assert testimonia.store.__file__.startswith(str(Path("site").resolve())), testimonia.store.__file__
testimonia.store.open_store(Path("kb")).close()
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "site")})
    assert (tmp_path / "kb" / "kb.sqlite").exists()


def test_an_interrupted_migration_leaves_the_file_empty_and_the_next_one_fills_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def migrate_and_fail(*arguments: object, **options: object) -> None:
        migrate(*arguments, **options)  # type: ignore[arg-type]
        raise StoreError("stopped")

    migrate = opening._migrate
    monkeypatch.setattr(opening, "_migrate", migrate_and_fail)
    with pytest.raises(StoreError, match="stopped"):
        open_store(tmp_path / "kb")
    with closing(sqlite3.connect(tmp_path / "kb" / "kb.sqlite")) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    monkeypatch.undo()
    open_store(tmp_path / "kb").close()
