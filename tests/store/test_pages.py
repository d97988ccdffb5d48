"""A store can do all that pages ask."""

from collections.abc import Iterator

import pytest
from tests.store.scaled import scaled

from testimonia.store import Store, open_store
from testimonia.store.pages import Pages


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(scaled(tmp_path_factory.mktemp("kb"))) as opened:
        yield opened


def test_a_store_has_every_method(store: Store) -> None:
    asked = [name for name in vars(Pages) if not name.startswith("_")]
    assert len(asked) > 8
    assert all(getattr(type(store), name) is not getattr(Pages, name) for name in asked)
