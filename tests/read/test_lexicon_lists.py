"""The word lists in the forms that reading needs."""

import pytest

from testimonia.errors import CodebookError
from testimonia.model.kinds import ENTITY_KINDS
from testimonia.read.lexicon import flat, months_and_weekdays, organisation_heads, organisation_kinds, sentence_openers, table, words_of


def test_every_head_word_suggests_a_kind_of_the_codebook() -> None:
    assert set(organisation_kinds().values()) <= set(ENTITY_KINDS)


@pytest.mark.parametrize(
    ("word", "kind"), [("brigade", "armed_group"), ("front", "political_body"), ("alliance", "coalition"), ("ministry", "government")]
)
def test_common_head_words_have_their_kind(word: str, kind: str) -> None:
    assert organisation_kinds()[word] in {kind, "political_body", "coalition", "armed_group"} and word in organisation_heads() | flat(
        "weak_heads"
    )


def test_a_list_that_is_no_list_is_an_error_that_names_the_file() -> None:
    with pytest.raises((CodebookError, KeyError), match=r"openers|nothing_of_the_kind"):
        words_of("openers", "nothing_of_the_kind")


def test_months_open_no_name_and_however_opens_none() -> None:
    assert {"january", "tuesday"} <= months_and_weekdays()
    assert "however" in sentence_openers()


def test_a_mapping_gives_codes_as_words() -> None:
    harm = table("triggers", "harm")
    assert harm["kill"] == "killed" and set(harm.values()) <= {"killed", "injured", "detained", "displaced", "abducted"}
