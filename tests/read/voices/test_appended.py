"""Sayings behind or inside of what is said."""

import pytest
from tests.read.voices.sayings import sources

from testimonia.read.parser.session import Parser


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rebels shelled the airport of Goma, the army said.", "the army"),
        ("The convoy, residents recounted, had left the town of Kidal.", "residents"),
        ("As the mayor mentioned, rebels had left the town of Kidal.", "the mayor"),
    ],
)
def test_whoever_is_named_behind_a_sentence_says_it(text: str, who: str, parser: Parser) -> None:
    assert [source for source, _ in sources(parser, text)] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels left the town of Kidal, and time went on.",
        "As time went by, the rebels left the town of Kidal.",
        "The rebels left the town of Kidal, and the army counted.",
    ],
)
def test_a_clause_without_a_saying_carries_nothing(text: str, parser: Parser) -> None:
    assert sources(parser, text) == []
