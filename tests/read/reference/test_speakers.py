"""Speakers: whom "he", "it" and "the office" take up."""

from testimonia.model.party import Party
from testimonia.read.reference.speakers import Speakers

MEMBER = Party("Ana Torres", "r-1", "name")
BODY = Party("Moro Front", "r-2", "name")
OFFICE = Party("United Nations rights office", None, "words")


def heard(*sayings: tuple[Party, bool]) -> Speakers:
    """Let some speak in turn."""
    speakers = Speakers()
    for speaker, is_person in sayings:
        speakers.add(speaker, is_person=is_person)
    return speakers


def test_before_anybody_has_spoken_nobody_is_taken_up() -> None:
    speakers = heard()
    assert speakers.said == 0
    assert {speakers.last, speakers.last_body, speakers.last_he_or_she, speakers.called("office")} == {None}


def test_he_is_a_person_or_somebody_described_and_never_a_body() -> None:
    speakers = heard((MEMBER, True), (BODY, False))
    assert (speakers.last, speakers.last_he_or_she) == (BODY, MEMBER)
    assert heard((MEMBER, True), (OFFICE, False)).last_he_or_she == OFFICE


def test_it_is_never_a_person() -> None:
    assert heard((BODY, False), (MEMBER, True)).last_body == BODY
    assert heard((MEMBER, True)).last_body is None


def test_a_noun_takes_up_the_last_whose_words_end_in_it() -> None:
    other = Party("mayor's office", None, "words")
    assert heard((OFFICE, False), (MEMBER, True)).called("office") == OFFICE
    assert heard((OFFICE, False), (other, False)).called("office") == other


def test_a_noun_alone_tells_no_more_than_the_noun_that_takes_it_up() -> None:
    assert heard((OFFICE, False), (Party("office", None, "words"), False)).called("office") == OFFICE
    assert heard((Party("Office", None, "words"), False)).called("office") is None
