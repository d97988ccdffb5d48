"""What pages look up follows from everything else, whenever it is filled."""

from pathlib import Path

from tests.store.scaled import scaled

from testimonia.store import About, EntitiesWanted, open_store
from testimonia.store.embedded import reading


def everything_listed(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with open_store(folder) as store, reading(store) as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name LIKE 'page_%' AND type = 'table'").scalars().all()
        tables = [name for name in names if not name.startswith("page_name_")]
        return {name: [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY 1, 2, 3")] for name in tables}


def test_an_older_file_is_filled_when_a_page_first_asks(tmp_path: Path) -> None:
    folder = scaled(tmp_path)
    before = everything_listed(folder)
    with open_store(folder) as store, store._write() as connection:  # type: ignore[attr-defined]
        for name in before:
            if name != "page_copies":
                connection.exec_driver_sql(f"DELETE FROM {name}")
    with open_store(folder) as store:
        entity = store.list_entities(EntitiesWanted()).items[0]
        assert entity.claims > 0 and store.part(About(entity=entity.id)).core
    assert everything_listed(folder) == before


def test_putting_findings_again_changes_nothing(tmp_path: Path) -> None:
    folder = scaled(tmp_path)
    before = everything_listed(folder)
    with open_store(folder) as store:
        store.replace_findings(store.findings())
    assert everything_listed(folder) == before and before["page_records"]
