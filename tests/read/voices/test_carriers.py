"""Phrases and nouns that carry what somebody says."""

import pytest
from tests.read.voices.sayings import sources

from testimonia.read.parser.session import Parser

CARRIED = [
    ("According to the mayor, rebels left Kidal.", "the mayor"),
    ("Per the ministry, rebels left Kidal.", "the ministry"),
    ("By the ministry's account, rebels left Kidal.", "the ministry"),
    ("The claim by the ministry that rebels had attacked the town was false.", "the ministry"),
    ("The ministry put out word that rebels had attacked the barracks.", "The ministry"),
    ("There were reports on the radio that rebels had left Kidal.", None),
]


@pytest.mark.parametrize(("text", "who"), CARRIED)
def test_the_owner_of_a_phrase_or_noun_speaks(text: str, who: str | None, parser: Parser) -> None:
    assert [source for source, _ in sources(parser, text)] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "According to the law, rebels who leave Kidal go free.",
        "In our view, rebels left Kidal.",
        "Nine soldiers per battalion left Kidal.",
        "The claim to Kidal was given up.",
    ],
)
def test_what_nobody_says_has_no_owner(text: str, parser: Parser) -> None:
    assert sources(parser, text) == []


def test_a_phrase_carries_its_own_clause_alone(parser: Parser) -> None:
    text = "Rebels left Kidal, and, according to the mayor, soldiers burned the market of Gao."
    [(_, contents)] = sources(parser, text)
    assert "Rebels" not in " ".join(contents) and "soldiers burned" in " ".join(contents)
