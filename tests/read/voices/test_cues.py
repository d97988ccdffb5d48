"""The words of saying and their stances."""

from testimonia.codebook.words import load_words
from testimonia.model.kinds import STANCES
from testimonia.read.voices.cues import noun_stances, stances


def test_words_of_saying_give_stances_of_the_codebook() -> None:
    assert set(stances().values()) | set(noun_stances().values()) <= set(STANCES)
    assert (stances()["say"], stances()["allege"], stances()["estimate"], stances()["doubt"]) == (
        "asserted",
        "claimed",
        "estimated",
        "denied",
    )


def test_no_word_of_saying_has_two_stances() -> None:
    for part in ("verbs", "nouns"):
        words = [word for held in load_words("voices")[part].values() for word in held]
        assert sorted(words) == sorted(set(words)), part
