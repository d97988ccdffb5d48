"""Sayings whose verb is none of saying."""

import pytest
from tests.read.voices.sayings import sources

from testimonia.read.parser.session import Parser


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The ministry has it that rebels left Kidal.", "The ministry"),
        ("The ministry made it known that rebels had left Kidal.", "The ministry"),
        ("The ministry let it be known that rebels had left Kidal.", "The ministry"),
        ("What the ministry says is that rebels left Kidal.", "the ministry"),
        ("The ministry's version is that rebels attacked the barracks.", "The ministry"),
    ],
)
def test_an_idiom_of_saying_has_its_speaker(text: str, who: str, parser: Parser) -> None:
    assert [source for source, _ in sources(parser, text)] == [who]


@pytest.mark.parametrize(
    "text", ["The ministry made it across the river.", "The ministry let it go.", "The trouble is that rebels left Kidal."]
)
def test_it_carries_nothing_elsewhere(text: str, parser: Parser) -> None:
    assert sources(parser, text) == []
