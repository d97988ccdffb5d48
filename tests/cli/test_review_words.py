"""Words are found in documents, and stand for what the document names."""

from pathlib import Path

import pytest
from tests.review.desk import DOCUMENT, FRONT, TEXT, founded, reading, shelling, strength

from testimonia.cli.review_words import decider_named, desk_of, find_words, lines_of, named_words, value_with
from testimonia.errors import DecisionError, NameNotFoundError
from testimonia.model.claim import Value
from testimonia.store import open_store


def test_records_are_put_into_words_and_words_into_slots(tmp_path: Path) -> None:
    with open_store(tmp_path / "kb") as store:
        store.add_captured([DOCUMENT])
        store.add_reading(reading())
        desk = desk_of(store, "a.txt")
        assert named_words(desk, "Shan Front", None, (0, len(TEXT))).referent == FRONT.id
        assert named_words(desk, "Karen League", "armed_group", (0, len(TEXT))).kind == "armed_group"
        assert find_words(desk, "Lashio", within=(0, len(TEXT))) == (TEXT.index("Lashio"), TEXT.index("Lashio") + 6)
        lines = lines_of(store, [founded(), shelling()])
        assert lines[founded().id].quote == "The Shan Front was founded in 1964."
        assert lines_of(store, []) == {}
        with pytest.raises(DecisionError, match="does not stand there"):
            find_words(desk, "Lashio", within=(0, 10))
        with pytest.raises(NameNotFoundError):
            desk_of(store, "none.txt")


def test_a_value_keeps_what_is_not_stated() -> None:
    assert value_with(strength(), {"low": 200, "high": None}) == Value(low=200, high=300, unit="fighters")
    assert value_with(founded(), {"low": None}) is None


def test_a_decider_decides_now() -> None:
    assert (decider_named("anna", "so").by, decider_named("anna", "so").at[:2]) == ("anna", "20")
