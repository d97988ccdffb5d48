"""Appeals: single paragraphs and whole sections; the rest is in boilerplate.jsonl."""

from testimonia.capture.appeals import is_appeal, mark_appeals, to_reader
from testimonia.capture.blocks import split_blocks

REPORT = "The army shelled two outposts near Laiza on Tuesday, residents said, and the group returned fire until the evening."
ASK = "We are a nonprofit newsroom and we rely on readers like you. Please make a tax-deductible donation today."


def test_one_paragraph() -> None:
    assert is_appeal(ASK) and not is_appeal(REPORT) and not is_appeal(f"“{ASK}”")


def test_a_section_runs_from_its_salutation_to_the_end() -> None:
    heading = "A year of hard choices at The Daily Example"
    text = "\n\n".join([REPORT, REPORT, heading, "Dear Readers,", "We know that you are tired.", ASK, "Yours,", "The team"])
    marks = mark_appeals(split_blocks(text), publisher="The Daily Example")
    assert len(marks) == 1 and text[marks[0].start :].startswith("A year of hard choices") and marks[0].end == len(text)
    unknown = mark_appeals(split_blocks(text))
    assert text[unknown[0].start :].startswith("Dear Readers,"), "without the publisher's name the heading is not known to be the appeal's"


def test_a_text_that_itself_speaks_as_we_is_not_swallowed() -> None:
    own = "We visited the camp with our interpreter, and you could hear the shelling from across the river all night long, our driver said."
    text = "\n\n".join([own] * 5 + [ASK])
    marks = mark_appeals(split_blocks(text))
    assert [text[mark.start : mark.end] for mark in marks] == [ASK]


def test_words_to_the_reader() -> None:
    assert to_reader().search("It is up to YOU") and not to_reader().search("young men")
