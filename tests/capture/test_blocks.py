"""Blocks: paragraphs with exact offsets, whether lines are broken or not."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from testimonia.capture.blocks import outside_quotations, split_blocks, split_lines


@given(st.text(st.sampled_from("ab.A \n\r\té\u200b“”") | st.characters(), max_size=200))
def test_blocks_and_lines_stand_where_they_say(text: str) -> None:
    for parts in (split_blocks(text), split_lines(text)):
        for part in parts:
            assert text[part.start : part.end] == part.words and part.words == part.words.strip() != ""
        for one, two in pairwise(parts):
            assert one.end < two.start and text[one.end : two.start].isspace()


def test_broken_lines_are_joined_to_paragraphs() -> None:
    text = (
        "The fighters left their positions along the river before\ndawn and left two lorries, residents\nsaid.\n\nThe army came at\nnoon."
    )
    assert [block.words.replace("\n", " ") for block in split_blocks(text)] == [
        "The fighters left their positions along the river before dawn and left two lorries, residents said.",
        "The army came at noon.",
    ]


def test_full_lines_in_capitals_are_joined() -> None:
    line = "THE ARMY DENIED TODAY THAT ITS TROOPS HAD ENTERED THE TOWN AND"
    assert len(split_blocks("\n".join([line] * 6))) == 1


def test_one_paragraph_a_line_stays_so() -> None:
    assert len(split_blocks("The front was founded in 1977.\nIt split in 1984.\nIts wing kept the name.")) == 3


def test_quoted_words_are_blanked_and_nothing_moves() -> None:
    words = "The narrator says: “Donate now, we need you.” Nobody did, it's said."
    own = outside_quotations(words)
    assert len(own) == len(words) and "Donate" not in own and own.endswith("it's said.")


def test_an_open_quotation_reaches_to_the_end() -> None:
    assert outside_quotations("“We need you. Donate.").strip() == ""
