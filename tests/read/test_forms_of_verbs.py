"""The forms of the verbs that rules listen to."""

import pytest

from testimonia.codebook.words import load_words
from testimonia.read.forms import lemma_of, verb_of_form


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("shelled", "shell"),
        ("shelling", "shell"),
        ("split", "split"),
        ("ambushes", "ambush"),
        ("raided", "raid"),
        ("merged", "merge"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("fought", "fight"),
        ("shot", "shoot"),
        ("said", "say"),
        ("seized", "seize"),
    ],
)
def test_a_form_has_its_lemma_whatever_the_model_guesses(form: str, lemma: str) -> None:
    assert lemma_of(form, "guessed", "VERB") == lemma
    assert lemma_of(form.upper(), "guessed", "VERB") == lemma


def test_nouns_and_other_verbs_keep_what_the_model_has() -> None:
    assert lemma_of("shelling", "shelling", "NOUN") == "shelling"
    assert lemma_of("glimmered", "glimmer", "VERB") == "glimmer"


def test_every_trigger_verb_is_the_lemma_of_itself() -> None:
    verbs = [str(verb) for verb in load_words("triggers")["verbs"] if str(verb).isalpha()]
    assert [verb for verb in verbs if verb_of_form()[verb] != verb] == []
