"""Outlets: names are cut out exactly, and spans are what says so."""

import pytest

from testimonia.capture.blocks import split_blocks
from testimonia.capture.outlets import agency_credit, original_outlet, outlet_in_brackets
from testimonia.capture.word_lists import load_list


@pytest.mark.parametrize(
    ("notice", "outlet"),
    [
        ("This article was originally published in The Monthly Example in May 2014.", "The Monthly Example"),
        ("This article was originally published by the website of Radio Okapi, in French.", "Radio Okapi"),
        ("A longer version of this essay first appeared in “The Africa Report”.", "The Africa Report"),
        ("Originally published at Justice for Colombia.", "Justice for Colombia"),
        ("This story has been republished from Frontier Myanmar with permission.", "Frontier Myanmar"),
        ("It was first published on Bellingcat.", "Bellingcat"),
        ("This is an edited version of a report by Radio Okapi.", "Radio Okapi"),
        ("Adapted from a longer dispatch by The Africa Report, 3 May 2020.", "The Africa Report"),
        ("This report is based on a dispatch by Frontier Myanmar.", "Frontier Myanmar"),
        ("Abridged from Rappler", "Rappler"),
        ("The film was adapted from a novel by Chinua Achebe.", None),
        ("The study is based on reports by Human Rights Watch.", None),
        ("This article was originally published by us in 2014.", None),
        ("This article was published by the army.", None),
    ],
)
def test_names_are_cut_out_of_notices(notice: str, outlet: str | None) -> None:
    found = original_outlet(split_blocks(f"Text of the report.\n\n{notice}"))
    assert (None if found is None else found.value) == outlet


def test_the_span_is_the_sentence_that_says_so() -> None:
    text = "The army left. This article first appeared in Rappler. It was not changed."
    found = original_outlet(split_blocks(text))
    assert found is not None and text[found.start : found.end] == "This article first appeared in Rappler."


def test_a_notice_in_the_middle_of_a_long_text_speaks_of_another_text() -> None:
    lines = ["The army left the town on Friday."] * 40
    lines[20] = "This article was originally published in Pravda, he said of the clipping."
    assert original_outlet(split_blocks("\n".join(lines))) is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("BOSASO, 3 May (Example Wire) - The fighters left the town.", "Example Wire"),
        ("BOSASO (The Puntland Post) — The fighters left the town.", "The Puntland Post"),
        ("BOSASO (Puntland) — The fighters left the town.", None),
        ("The fighters (Example Wire said) left - at dawn.", None),
    ],
)
def test_an_outlet_on_no_list_is_read_from_a_dateline_by_how_its_name_ends(line: str, outlet: str | None) -> None:
    found = agency_credit(split_blocks(f"Fighters leave Bosaso\n\n{line} The army confirmed it on Monday."))
    assert (None if found is None else found.value) == outlet


def test_the_span_of_a_credit_is_the_credit() -> None:
    text = "KINSHASA, Nov 3 (AFP) - The army left the town."
    found = agency_credit(split_blocks(text))
    assert found is not None and (found.value, text[found.start : found.end]) == ("Agence France-Presse", "(AFP)")


@pytest.mark.parametrize("text", ["The army left (Reuters reported).", "Fighters. Photo: Jane Doe. Reuters", "It told AFP: we left."])
def test_what_is_no_credit(text: str) -> None:
    assert agency_credit(split_blocks(text)) is None


def test_brackets_after_an_unfinished_line_are_no_signature() -> None:
    assert outlet_in_brackets(split_blocks("A movement called the Example Front\n\n(FAR)")) is None


def test_no_form_stands_for_two_agencies() -> None:
    forms = [form for names in load_list("agencies").values() for form in names]
    assert len(forms) == len(set(forms))
