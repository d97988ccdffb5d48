"""Lemmas that are words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.parser.lemma import lemma_rule
from testimonia.read.parser.lexicon import Lexicon, regular_lemmas

VOCABULARY = ["[UNK]", "fire", "kill", "plan", "party", "##s", "hop", "force", "shell", "pass", "pas", "fir", "witness"]
KNOWN = ["hoping\tVERB\thope", "people\tNOUN\tpeople", "fought\tVERB\tfight"]


@pytest.mark.parametrize(
    ("form", "rule", "upos", "lemma"),
    [
        ("killed", "l1:", "VERB", "kill"),
        ("fired", "l2:", "VERB", "fire"),
        ("planned", "l2:", "VERB", "plan"),
        ("Parties", "l1:", "NOUN", "party"),
        ("forces", "l2:", "NOUN", "force"),
        ("passed", "l2:", "VERB", "pass"),
        ("hoping", "l3:", "VERB", "hope"),
        ("people", "A:person", "NOUN", "people"),
        ("fought", "l1:", "VERB", "fight"),
        ("FOUGHT", "l1:", "VERB", "fight"),
        ("was", "A:be", "AUX", "be"),
        ("Parties", "=", "PROPN", "Parties"),
        ("zorbled", "l2:", "VERB", "zorbl"),
        ("killed", "l0:", "ADJ", "killed"),
    ],
)
def test_a_known_word_beats_what_the_rule_cuts(form: str, rule: str, upos: str, lemma: str) -> None:
    assert Lexicon(KNOWN, VOCABULARY).lemma(form, rule=rule, upos=upos) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("seized", "seize"),
        ("shelled", "shell"),
        ("denied", "deny"),
        ("clashes", "clash"),
        ("largest", "large"),
        ("dying", "dy"),
        ("is", None),
    ],
)
def test_regular_endings_are_undone(form: str, lemma: str | None) -> None:
    assert lemma in regular_lemmas(form) if lemma is not None else regular_lemmas(form) == []


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(["NOUN", "VERB", "PROPN", "X"]))
def test_where_nothing_is_known_the_rule_decides(form: str, lemma: str, upos: str) -> None:
    assert Lexicon([], ["[UNK]"]).lemma(form, rule=lemma_rule(form, lemma), upos=upos) == lemma
