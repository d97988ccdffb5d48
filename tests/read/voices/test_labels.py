"""Lines that name their voice with a colon or dash alone."""

import pytest
from tests.read.voices.sayings import sources

from testimonia.read.parser.session import Parser


@pytest.mark.parametrize(
    ("text", "who"),
    [("Residents: soldiers burned the market of Gao", "Residents"), ("Soldiers burned the market of Gao: police", "police")],
)
def test_who_stands_before_or_behind_a_line_says_it(text: str, who: str, parser: Parser) -> None:
    assert [source for source, _ in sources(parser, text)] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Background: soldiers burned the market of Gao",
        "6 June 2005: soldiers burned the market of Gao",
        "Founder: a colonel founded the front",
        "Two groups fought in Gao: the army and the front",
    ],
)
def test_other_labels_say_nothing(text: str, parser: Parser) -> None:
    assert sources(parser, text) == []
