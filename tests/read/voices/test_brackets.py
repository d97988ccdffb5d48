"""Sources named in brackets."""

import pytest
from tests.read.voices.sayings import sources

from testimonia.read.parser.session import Parser


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Soldiers killed nine men in Gao (police figures).", "police"),
        ("Soldiers killed nine men in Gao (the party's own claim).", "party"),
        ("Soldiers killed nine men in Gao (according to the Home Ministry).", "the Home Ministry"),
        ("Soldiers killed nine men in Gao on Monday (Human Rights Watch).", "Human Rights Watch"),
    ],
)
def test_a_source_in_brackets_says_the_sentence_before_it(text: str, who: str, parser: Parser) -> None:
    [(source, [content])] = sources(parser, text)
    assert source is not None and source.removeprefix("the ") == who.removeprefix("the ")
    assert content.startswith("Soldiers killed nine men in Gao")


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers killed nine men (a father and his sons).",
        "Soldiers attacked the rebels (Boko Haram).",
        "He joined the agency (Reuters).",
        "The ministry (in Gao) was burned.",
    ],
)
def test_other_brackets_name_no_source(text: str, parser: Parser) -> None:
    assert sources(parser, text) == []


def test_each_line_of_a_list_has_its_own_source(parser: Parser) -> None:
    text = "2003: 5,500 soldiers left Gao (army estimate)\n2005: 900 soldiers left Gao (the party's own claim)"
    assert [contents for _, contents in sources(parser, text)] == [["2003: 5,500 soldiers left Gao"], ["2005: 900 soldiers left Gao"]]
