"""Who speaks in direct quotations, where the parse alone does not tell."""

from collections.abc import Callable

from tests.read.reading import Read


def voices(read: Callable[..., Read], text: str, words: str) -> list[str]:
    """The voices beyond the publisher over the report whose quotation holds some words."""
    reading = read(text, publisher="The Daily Example").reading
    report = next(r for r in reading.reports if words in r.evidence[0].quote)
    return [voice.words for voice in report.attribution.voices[1:]]


def test_a_speaker_after_the_quotation_speaks_in_all_its_sentences(read: Callable[..., Read]) -> None:
    text = "“The rebels shelled the market of Goma. They killed nine people there,” a doctor told the newspaper."
    assert voices(read, text, "shelled") == ["a doctor"]


def test_a_paragraph_that_is_one_quotation_goes_on_in_the_voice_before_it(read: Callable[..., Read]) -> None:
    text = (
        "“We hid in the church,” said a teacher from Bunia.\n\n"
        "“The militia attacked the village of Mongbwalu on 3 May 2003. Nobody came to help us.”"
    )
    assert voices(read, text, "attacked")[-1:] == ["a teacher from Bunia"]


def test_an_open_quotation_hands_its_speaker_on_to_the_next_paragraph(read: Callable[..., Read]) -> None:
    text = (
        "A monk from Mrauk-U said: “The army came in the night.\n\n"
        "“The soldiers burned the village of Minbya on 2 March 2019. They left at dawn.”"
    )
    assert voices(read, text, "burned")[-1:] == ["A monk from Mrauk-U"]


def test_words_in_quotation_marks_are_no_speech(read: Callable[..., Read]) -> None:
    text = "The army said it fired at “bandits”. The Front attacked the barracks in Zamboanga on 9 September 2013."
    assert voices(read, text, "attacked") == []
