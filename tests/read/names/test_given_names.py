"""Names that are given with extent and class win over what the reader would have found."""

import pytest
from tests.read.reading import OPTIONS, document_of

from testimonia.model.kinds import EntityClass
from testimonia.model.reading import Reading
from testimonia.read import GivenName, read_document
from testimonia.read.names.chunks import Chunk
from testimonia.read.names.given_names import put_given
from testimonia.read.parser.session import Parser

TEXT = "Fighters of Volcan took Cucuta on 3 May 2001. Volcan was founded in 1984."


def given(text: str, words: str, cls: EntityClass, nth: int = 0) -> GivenName:
    """The n-th occurrence of some words, given as a name."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return GivenName(start, start + len(words), cls)


def read_with(parser: Parser, text: str, *names: GivenName) -> Reading:
    """Read a text with names given."""
    return read_document(document_of(text), parser=parser, options=OPTIONS, names=names)


def test_a_class_given_once_holds_wherever_the_document_uses_the_name(parser: Parser) -> None:
    reading = read_with(parser, TEXT, given(TEXT, "Volcan", "org"))
    assert {r.name: r.cls for r in reading.referents}["Volcan"] == "org"
    assert [c.when.edtf for c in reading.claims if c.predicate == "founded" and c.when is not None] == ["1984"]


@pytest.mark.parametrize("cls", ["org", "place"])
def test_the_class_is_the_given_one(parser: Parser, cls: EntityClass) -> None:
    text = "Goma was attacked on 3 May 2012."
    assert [r.cls for r in read_with(parser, text, given(text, "Goma", cls)).referents if r.name == "Goma"] == [cls]


def test_the_extent_is_the_given_one(parser: Parser) -> None:
    text = "The Army of the Lake and Hills was founded in 1984."
    reading = read_with(parser, text, given(text, "Army of the Lake and Hills", "org"))
    assert [r.name for r in reading.referents] == ["Army of the Lake and Hills"]


def test_a_description_can_be_given_and_is_parsed_as_its_words(parser: Parser) -> None:
    text = "The rebel coalition is allied with the Karen National Union."
    reading = read_with(parser, text, given(text, "rebel coalition", "org"))
    names = {r.id: r.name for r in reading.referents}
    allied = [(names[c.subject.referent or ""], names[c.object.referent or ""]) for c in reading.claims if c.object is not None]
    assert allied == [("rebel coalition", "Karen National Union")]


def test_a_person_without_a_role_stays_out_even_when_given(parser: Parser) -> None:
    text = "Pedro Quispe, a farmer, was killed in Ayacucho by members of the Shining Path."
    reading = read_with(parser, text, given(text, "Pedro Quispe", "person"))
    assert not any("Quispe" in r.name for r in reading.referents)


def test_without_given_names_nothing_changes(parser: Parser) -> None:
    assert read_with(parser, TEXT) == read_document(document_of(TEXT), parser=parser, options=OPTIONS)


def test_what_is_left_of_a_chunk_beside_a_given_name_stays_a_chunk() -> None:
    text = "Hamra Brigade Yusuf Ali"
    chunk = Chunk(0, len(text), tuple(text.split()), headed=True, merge=True)
    pieces = put_given(text, [chunk], [given(text, "Yusuf Ali", "person")])
    assert [text[p.start : p.end] for p in pieces] == ["Hamra Brigade", "Yusuf Ali"]
