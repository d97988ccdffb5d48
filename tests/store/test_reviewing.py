"""The engine offers all that review asks of a store, with the same arguments, and says what it means."""

import inspect
from datetime import date

import pytest
from tests.review.desk import DOCUMENT, decider, founded, reading

from testimonia.errors import StoreError
from testimonia.review import accept
from testimonia.store import Store
from testimonia.store.review_protocol import Review
from testimonia.store.reviewing import EmbeddedReview


def test_every_method_is_the_engines_own_with_the_same_arguments() -> None:
    methods = [name for name, member in vars(Review).items() if inspect.isfunction(member) and not name.startswith("_")]
    assert len(methods) > 10
    for name in methods:
        own = vars(EmbeddedReview).get(name)
        assert own is not None, f"{name} would do nothing"
        assert inspect.signature(own) == inspect.signature(getattr(Review, name)), name


def test_a_store_in_which_nobody_decided_says_so(store: Store) -> None:
    assert (list(store.decisions()), store.last_decision("anna"), store.newest_decision()) == ([], None, 0)
    assert (store.orphaned(), store.stale(), store.decided_by_rule(), store.waiting()) == ((), frozenset(), {}, [])
    assert store.standing("c-1").state == "proposed"
    assert store.proposal("c-1") is None


def test_the_past_takes_no_decisions(store: Store) -> None:
    store.add_captured([DOCUMENT])
    store.add_reading(reading())
    with pytest.raises(StoreError, match="the past cannot be changed"):
        store.as_of(date(2025, 1, 1)).decide(accept(founded(), decider()))
