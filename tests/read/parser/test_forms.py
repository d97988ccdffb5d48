"""The form of a word as the model sees it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.parser.forms import model_form


@pytest.mark.parametrize(
    ("word", "form"), [("n’t", "n't"), ("”", '"'), ("Hez\u00adbollah", "Hezbollah"), ("كتائب", "كتائب"), ("—", "—"), ("\u200b", "_")]
)
def test_quotes_are_straightened_and_the_invisible_removed(word: str, form: str) -> None:
    assert model_form(word) == form


@given(st.text(min_size=1))
def test_a_form_is_never_empty_and_stays_what_it_is(word: str) -> None:
    form = model_form(word)
    assert form
    assert model_form(form) == form
