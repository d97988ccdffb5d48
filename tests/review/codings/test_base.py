"""A knowledge base as a file is held against it: proposals and what was added, whatever people decided of them."""

from pathlib import Path

import pytest

from testimonia.errors import StoreError
from testimonia.review import Change, changed, correct, reject
from testimonia.review.codings.base import base_of, opened

from ..desk import decider, desk, founded, shelling, strength
from .small import KEY, bring, knowledge_base


def test_what_was_rejected_or_corrected_is_there_as_it_was_proposed(tmp_path: Path) -> None:
    with knowledge_base(tmp_path / "kb") as store:
        store.decide(reject(strength(), decider()))
        store.decide(reject(shelling(), decider(second=1)))
        made = changed(desk(), founded(), Change(when="1958"), by="anna")
        store.decide(correct(founded(), made, decider(second=2)))
        found = {one.said.id: one for one in opened(store, "d-1").records}
    assert set(found) == {founded().id, strength().id, shelling().id}
    assert found[founded().id].said == founded()
    assert [found[name].standing.state for name in (founded().id, strength().id, shelling().id)] == ["corrected", "rejected", "rejected"]


def test_what_was_added_by_hand_is_a_record_and_names_on_a_document_are_none(tmp_path: Path) -> None:
    with knowledge_base(tmp_path / "kb") as store:
        bring(store, KEY)
        held = opened(store, "d-2")
        assert len(held.records) == 2
        assert all(one.decisions[0].adds for one in held.records)
        assert len(held.mentioned) >= 2
        assert base_of(store).shelf.find("b.txt", {}) == "d-2"
        with pytest.raises(StoreError):
            opened(store, "d-9")
