"""Each document counts in one part of the snapshot, whatever is killed, copied or read anew."""

import shutil
from pathlib import Path

from tests.store.scaled import scaled

from testimonia.model.reading import Reading
from testimonia.store import Store, open_store
from testimonia.store.written_parts import FOLDER, to_merge
from testimonia.weigh.columns import columns_of
from testimonia.weigh.kept_texts import text_columns


def held(store: Store) -> list[str]:
    """Bring the snapshot up to date and give the claims in it."""
    with store.columns() as snapshot:
        for part, known in store.unwritten():
            snapshot.add(columns_of(known) | text_columns(known.documents.values()), part=part)
        store.settle(snapshot)
        return sorted(f"c-{one:016x}" for one in snapshot.table("claims", ("id",))["id"].tolist())


def known(store: Store) -> list[str]:
    return sorted(claim.id for claim in store.claims())


def test_it_holds_what_the_knowledge_base_holds_after_every_change(tmp_path: Path) -> None:
    with open_store(scaled(tmp_path)) as store:
        assert held(store) == known(store) and not list(store.unwritten())
        document = next(iter(store.documents())).id
        store.add_reading(Reading(document, "scale-1", (), (), tuple(store.claims(document=document))[:1]))
        assert held(store) == known(store) and not list(store.unwritten())


def test_a_part_that_was_broken_off_or_is_not_there_is_written_again(tmp_path: Path) -> None:
    folder = scaled(tmp_path)
    with open_store(folder) as store:
        next(iter(store.unwritten()))  # put down for a part, and killed before it was written
        assert held(store) == known(store)
        shutil.rmtree(folder / FOLDER)
        assert held(store) == known(store)


def test_many_small_parts_are_made_one(tmp_path: Path) -> None:
    with open_store(scaled(tmp_path)) as store:
        held(store)
        for document in list(store.documents()):
            store.add_reading(Reading(document.id, "scale-1", (), (), tuple(store.claims(document=document.id))[1:]))
            assert held(store) == known(store)
        with store.columns() as snapshot:
            assert snapshot.parts < 25


def test_large_parts_are_left_alone():
    assert to_merge({"a": 5, "b": 5}) == []
    assert to_merge({"large": 900} | {f"{number}": 1 for number in range(30)}) == [f"{number}" for number in range(30)]
