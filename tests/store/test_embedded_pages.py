"""Totals, tallies and entities as the whole has them."""

from collections.abc import Iterator

import pytest
from tests.store.scaled import scaled

from testimonia.store import Store, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(scaled(tmp_path_factory.mktemp("kb"))) as opened:
        yield opened


def test_totals_are_those_of_the_whole(store: Store) -> None:
    totals, counts = store.totals(), store.counts()
    assert {name: counts[name] for name in totals["all"]} == totals["all"]
    for of in ("entities", "events", "disputes", "documents"):
        assert sum(totals[of].values()) == counts[of]


def test_entities_are_looked_up_without_their_referents(store: Store) -> None:
    entity = next(iter(store.entities()))
    found = store.entities_by_id([entity.id, "n-none"])
    assert found.keys() == {entity.id}
    assert found[entity.id].names == entity.names and found[entity.id].referents == ()
