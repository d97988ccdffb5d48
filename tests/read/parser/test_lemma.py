"""Lemma rules lead from the word to its lemma, whatever the two are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.parser.lemma import apply_lemma_rule, lemma_rule

LETTERS = st.text(alphabet="abcdeXYZéßİığك’-", max_size=8)


@given(LETTERS, LETTERS)
def test_a_rule_leads_back_to_its_lemma(form: str, lemma: str) -> None:
    assert apply_lemma_rule(form, lemma_rule(form, lemma)) == lemma


@pytest.mark.parametrize(
    ("form", "lemma", "other", "its_lemma"),
    [
        ("armies", "army", "Parties", "party"),
        ("killed", "kill", "Shelled", "shell"),
        ("seized", "seize", "raided", "raide"),
        ("Rebels", "rebel", "camps", "camp"),
        ("was", "be", "were", "be"),
        ("Mali", "Mali", "Niger", "Niger"),
    ],
)
def test_a_rule_learned_on_one_word_serves_its_like(form: str, lemma: str, other: str, its_lemma: str) -> None:
    assert apply_lemma_rule(other, lemma_rule(form, lemma)) == its_lemma


def test_a_rule_too_long_for_a_word_leaves_it() -> None:
    assert apply_lemma_rule("a", "l3:y") == "a"
