"""Find the sayings of a sentence and show them in words."""

from tests.read.reading import document_of

from testimonia.read.parser.session import Parser
from testimonia.read.voices.hearing import hear_tellings


def sources(parser: Parser, text: str, *, attitudes: bool = False) -> list[tuple[str | None, list[str]]]:
    """Show who says what in a text."""
    tellings = hear_tellings(document_of(text), parser=parser, attitudes=attitudes)
    return [(None if t.source is None else text[slice(*t.source)], [text[a:b].strip(" ,") for a, b in t.contents]) for t in tellings]
