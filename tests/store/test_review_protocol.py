"""Whatever keeps a knowledge base can be asked by review."""

from testimonia.store import Store
from testimonia.store.review_protocol import Review


def test_a_store_does_all_that_review_asks(store: Store) -> None:
    asked = [name for name in vars(Review) if not name.startswith("_")]
    assert asked
    assert all(callable(getattr(store, name)) for name in asked)
