"""Records become JSON that has one spelling."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.party import Party
from testimonia.store.coding import encode, is_writable, strings, writable


def test_what_has_its_default_is_left_out() -> None:
    assert encode(Party("residents of Bentiu")) == '{"words":"residents of Bentiu"}'


def test_nought_is_not_left_out() -> None:
    assert json.loads(encode(Party("Mindanao", start=0, end=8))) == {"words": "Mindanao", "start": 0, "end": 8}


def test_arabic_stays_readable() -> None:
    assert encode(("الحركة",)) == '["الحركة"]'


@given(st.lists(st.text()).map(tuple))
def test_any_string_comes_back_half_surrogate_pairs_too(taken: tuple[str, ...]) -> None:
    coded = encode(taken)
    assert is_writable(coded)
    assert strings(coded) == taken


@given(st.text())
def test_what_is_made_writable_is_writable_and_nothing_else_changes(text: str) -> None:
    assert is_writable(writable(text))
    assert writable(text) == text or not is_writable(text)


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(TypeError, match="is no record"):
        encode({1, 2})
