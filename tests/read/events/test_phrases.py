"""Phrases of verb and noun, on trees built by hand."""

from tests.read.sentences import tree_of

from testimonia.codebook.words import load_words
from testimonia.model.kinds import EVENT_TYPES
from testimonia.read.events.phrases import phrase_at, phrase_verbs


def test_opening_fire_is_a_phrase_and_opening_a_school_is_none() -> None:
    fire = tree_of("Gunmen NOUN 1 nsubj gunman", "opened VERB -1 root open", "fire NOUN 1 obj fire")
    school = tree_of("Gunmen NOUN 1 nsubj gunman", "opened VERB -1 root open", "schools NOUN 1 obj school")
    found = phrase_at(fire, 1)
    assert found is not None and (found.type, found.mode, found.noun) == ("ASSAULT", "firearms", 2)
    assert phrase_at(school, 1) is None


def test_pilots_strike_and_jets_do_not() -> None:
    pilots = tree_of("Pilots NOUN 1 nsubj pilot", "began VERB -1 root begin", "strikes NOUN 1 obj strike")
    jets = tree_of("Jets NOUN 1 nsubj jet", "began VERB -1 root begin", "strikes NOUN 1 obj strike")
    assert phrase_at(pilots, 1) is not None and phrase_at(jets, 1) is None


def test_every_phrase_has_a_type_of_the_codebook_and_tells_who_its_subject_is() -> None:
    phrases = load_words("triggers")["phrases"].values()
    assert {phrase["code"][0] for phrase in phrases} <= set(EVENT_TYPES)
    assert {phrase["subject"] for phrase in phrases} <= {"actor", "sufferer", "side"}
    assert "open" in phrase_verbs()
