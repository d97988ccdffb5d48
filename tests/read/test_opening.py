"""Opening a document: what is known before its first sentence is asked anything."""

from tests.read.reading import document_of

from testimonia.read.opening import open_document
from testimonia.read.parser.session import Parser


def test_a_name_is_gathered_from_all_passages_before_any_is_read(parser: Parser) -> None:
    opening = open_document(
        document_of("CNDP left Goma.\n\nThe National Congress for the Defence of the People (CNDP) attacked."), parser=parser
    )
    member = opening.scene.cast.member("CNDP")
    assert member is not None
    assert (member.cls, opening.scene.cast.member("National Congress for the Defence of the People")) == ("org", member)


def test_the_publisher_is_the_outermost_voice(parser: Parser) -> None:
    opening = open_document(document_of("Rebels attacked Goma.", publisher="Example Wire"), parser=parser)
    assert [voice.words for voice in opening.frame] == ["Example Wire"]


def test_a_text_in_capitals_is_read_in_another_case_at_the_same_offsets(parser: Parser) -> None:
    text = "GUERRILLAS ATTACKED A POLICE STATION IN MEDELLIN YESTERDAY. THE ARMY SAID THAT THREE POLICEMEN WERE KILLED IN THE ATTACK. " * 3
    opening = open_document(document_of(text), parser=parser)
    assert opening.document.text != text
    assert opening.document.text.upper() == text


def test_whether_a_settlement_bears_a_name_is_asked_once_a_document(parser: Parser) -> None:
    asked: list[str] = []

    def is_settlement(name: str) -> bool:
        asked.append(name)
        return True

    open_document(document_of("Rebels left Goma. Rebels entered Goma.\n\nGoma was quiet."), parser=parser, is_settlement=is_settlement)
    assert asked.count("Goma") == 1


def test_a_document_without_words_opens_empty(parser: Parser) -> None:
    opening = open_document(document_of(" \n\n"), parser=parser)
    assert (opening.passages, dict(opening.scene.spots), opening.frame) == ((), {}, ())
