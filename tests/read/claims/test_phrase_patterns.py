"""Lists of phrases become patterns in which the longest phrase wins."""

import pytest

from testimonia.codebook.words import words_of
from testimonia.read.claims.phrase_patterns import find_phrases, phrase_pattern


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        ("also known as the Tigers", "also known as "),
        ("known in Burmese as the Tigers", "known in Burmese as "),
        ("going by her name of Star", "going by her name of "),
        ("Alias Star", "Alias "),
    ],
)
def test_the_longest_phrase_wins_with_any_owner_or_language(text: str, matched: str) -> None:
    match = phrase_pattern("naming", "alias_phrases").match(text)
    assert match is not None
    assert match.group() == matched


def test_a_phrase_inside_a_word_is_none() -> None:
    assert phrase_pattern("naming", "alias_phrases").search("the aliases of dubbedness") is None


@pytest.mark.parametrize("key", ["alias_phrases", "acronym_phrases", "nickname_phrases", "translation_phrases", "former_phrases"])
def test_every_phrase_matches_itself(key: str) -> None:
    for phrase in words_of("naming", key):
        spoken = phrase.replace("ITS", "its").replace("LANGUAGE", "Tamil").replace("ADVERB", "popularly").replace("TIME", "until 1990")
        match = phrase_pattern("naming", key).fullmatch(spoken)
        assert match is not None, phrase


@pytest.mark.parametrize("key", ["alias_phrases", "acronym_phrases", "nickname_phrases", "translation_phrases", "former_phrases"])
def test_looking_where_phrases_may_begin_finds_all_of_them(key: str) -> None:
    phrases = [
        p.replace("ITS", "their").replace("LANGUAGE", "Tamil").replace("ADVERB", "widely").replace("TIME", "in 1990")
        for p in sorted(words_of("naming", key))
    ]
    for text in ("; ".join(phrases), " X ".join(phrases).upper()):
        found = [m.span() for m in find_phrases(text, 2, len(text), file="naming", key=key)]
        assert found == [m.span() for m in phrase_pattern("naming", key).finditer(text, 2)]
