"""Spellings of the same letters fold to one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.store.folding import fold, unfolded_offset

from . import strategies


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ejército de Liberación", "ejercito de liberacion"),
        ("GRUPPE", "gruppe"),
        ("Straße", "STRASSE"),
        ("السَّلام", "السلام"),
        ("الســـلام", "السلام"),
        ("أحمد إبراهيم آدم", "احمد ابراهيم ادم"),
        ("حركة", "حركه"),
        ("موسى", "موسي"),
        ("ﻻ", "لا"),
        ("Jabhat al-Shāmiyya", "jabhat al-shamiyya"),
        ("ʿAyn", "Ayn"),
        ("سنة ١٩٨٧", "سنة 1987"),
        ("Ka\u00adchin", "Kachin"),
    ],
)
def test_two_spellings_fold_to_one(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(("left", "right"), [("Mali", "Malí2"), ("حزب", "حرب"), ("ကချင်", "ကချင"), ("FARC", "FARCs")])
def test_different_words_stay_different(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.sampled_from(strategies.ODD + "ﷲﷺ"), max_size=60), st.integers(0, 400))
def test_a_place_in_the_folded_text_leads_back_to_its_character(text: str, place: int) -> None:
    origin = unfolded_offset(text, place)
    if place < len(fold(text)):
        assert len(fold(text[:origin])) <= place < len(fold(text[: origin + 1]))
    else:
        assert origin == len(text)


def test_offsets_hold_across_long_texts() -> None:
    text = "ﷲ" * 3000 + "\u064e" * 5000 + "Moro"
    assert text[unfolded_offset(text, fold(text).index("moro")) :] == "Moro"
