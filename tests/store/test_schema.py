"""The tables that migrations make are the tables that this version expects."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.schema import CreateTable

import testimonia.store
from testimonia.store import open_store, page_tables, schema


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Engine]:
    open_store(tmp_path / "kb").close()
    engine = create_engine(f"sqlite:///{tmp_path}/kb/kb.sqlite")
    yield engine
    engine.dispose()


def layout(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version'")).all()
    return {name: " ".join(sql.split()) for name, sql in rows}


def test_migrated_and_expected_tables_are_equal_to_the_letter(migrated: Engine) -> None:
    expected = create_engine("sqlite://")
    with expected.begin() as connection:
        schema.METADATA.create_all(connection)
        for statement in (schema.CREATE_TEXT_INDEX, page_tables.CREATE_NAME_WORDS, page_tables.CREATE_NAME_PARTS):
            connection.execute(text(statement))
        assert layout(migrated) == {
            name: " ".join(sql.split())
            for name, sql in connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")).all()
        }
    expected.dispose()


def test_alembic_finds_no_difference(migrated: Engine) -> None:
    with migrated.connect() as connection:
        options = {"include_name": lambda name, kind, _: not (kind == "table" and name.startswith(("text_index", "page_name_")))}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), schema.METADATA) == []


def test_head_is_the_newest_migration() -> None:
    folder = Path(testimonia.store.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_heads() == [schema.HEAD]


def test_every_table_is_strict() -> None:
    for table in schema.METADATA.sorted_tables:
        assert str(CreateTable(table).compile(create_engine("sqlite://"))).strip().endswith("STRICT"), table.name
