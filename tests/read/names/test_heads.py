"""Which words name a sort of body."""

import pytest

from testimonia.read.names.heads import is_body_noun, is_foreign_head, is_head, is_honorific, is_programme, joining_heads, small_words


@pytest.mark.parametrize("word", ["brigade", "brigades", "jaysh", "frente", "ejército", "leagues", "kata'ib"])
def test_heads_are_known_in_any_language_and_number(word: str) -> None:
    assert is_head(word)


@pytest.mark.parametrize("word", ["house", "project", "goma", "of", ""])
def test_other_words_are_no_heads(word: str) -> None:
    assert not is_head(word)


def test_a_foreign_head_is_no_english_one() -> None:
    assert is_foreign_head("katibat") and not is_foreign_head("front")


def test_a_body_noun_may_be_common_in_other_names() -> None:
    assert is_body_noun("group") and not is_head("group")
    assert not is_body_noun("river")


def test_programmes_and_honorifics_are_told_apart() -> None:
    assert is_programme("liberation") and not is_programme("imam")
    assert is_honorific("imam") and not is_honorific("liberation")


def test_some_heads_go_on_with_of_and_some_do_not() -> None:
    assert {"front", "movement", "forces"} <= joining_heads()
    assert "brigade" not in joining_heads()


def test_small_words_are_small() -> None:
    assert {"of", "al", "wal", "pour"} <= small_words() and all(w == w.lower() for w in small_words())
