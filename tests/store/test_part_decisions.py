"""Where nobody decided anything, everything stands as it was weighed."""

from collections.abc import Iterator

import pytest
from tests.store.scaled import scaled

from testimonia.store import About, Store, open_store
from testimonia.store.embedded import reading
from testimonia.store.part_decisions import as_decided, newly_made


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(scaled(tmp_path_factory.mktemp("kb"))) as opened:
        yield opened


def test_what_nobody_decided_on_stands_once_and_in_order(store: Store) -> None:
    with reading(store) as connection:
        assert as_decided(connection, ["c-b", "c-a", "c-b"]) == ("c-b", "c-a")


def test_nothing_was_made_by_hand(store: Store) -> None:
    with reading(store) as connection:
        assert [newly_made(connection, about) for about in (About(entity="n"), About(document="d"))] == [(), ()]


def test_a_rejected_claim_goes_and_a_corrected_one_gives_way(store: Store) -> None:
    row = "('{record}', 'claim', 'd', 'decided', 1, '{form}', {stands}, 1)"
    columns = "record, kind, document, state, seq, form, stands, stale"
    with store._write() as connection:  # type: ignore[attr-defined]
        for record, form, stands in (("c-gone", "-", "NULL"), ("c-old", "x", "'c-new'")):
            values = row.format(record=record, form=form, stands=stands)
            connection.exec_driver_sql(f"INSERT INTO standings ({columns}) VALUES {values}")
        assert as_decided(connection, ["c-gone", "c-old", "c-kept"]) == ("c-new", "c-kept")
