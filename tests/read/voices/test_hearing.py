"""Tellings: who says what, by their words in the text."""

from tests.read.reading import document_of

from testimonia.read.parser.session import Parser
from testimonia.read.voices.hearing import hear_tellings


def heard(parser: Parser, text: str, *, attitudes: bool = False) -> list[tuple[str | None, str, list[str]]]:
    """Show the tellings of a text in words."""
    tellings = hear_tellings(document_of(text), parser=parser, attitudes=attitudes)
    return [
        (None if t.source is None else text[slice(*t.source)], text[t.at :].split()[0].rstrip(",.:"), [text[a:b] for a, b in t.contents])
        for t in tellings
    ]


def test_a_saying_has_its_source_and_its_content(parser: Parser) -> None:
    assert heard(parser, "The governor said that rebels had left Kidal.") == [("The governor", "said", ["that rebels had left Kidal"])]


def test_a_saying_inside_of_what_is_said_is_cut_out_of_it(parser: Parser) -> None:
    [(source, _, contents)] = heard(parser, "The rebels, residents said, had left the village of Tawila.")
    assert source == "residents"
    assert "residents" not in "".join(contents)


def test_a_quotation_that_goes_on_is_one_telling(parser: Parser) -> None:
    text = "“The rebels left the town at dawn,” the colonel told us. “They burned the market before they went.”"
    [(source, word, contents)] = heard(parser, text)
    assert (source, word) == ("the colonel", "told")
    assert len(contents) == 2


def test_attitudes_are_heard_on_request_only(parser: Parser) -> None:
    text = "Residents know that the rebels left the town."
    assert heard(parser, text) == []
    assert heard(parser, text, attitudes=True) == [("Residents", "know", ["that the rebels left the town"])]


def test_a_source_is_named_with_the_clause_that_tells_which_one(parser: Parser) -> None:
    [(source, _, _)] = heard(parser, "The officers who had fled said that rebels had left Kidal.")
    assert source == "The officers who had fled"


def test_nobody_is_named_where_it_is_said(parser: Parser) -> None:
    assert [source for source, _, _ in heard(parser, "It was reported that gunmen had left Arauca.")] == [None]


def test_what_is_denied_is_no_clause(parser: Parser) -> None:
    [telling] = hear_tellings(document_of("The army denied the attack on Tawila."), parser=parser)
    assert not telling.clausal


def test_whose_a_picture_is_stands_behind_its_caption(parser: Parser) -> None:
    assert heard(parser, "The market of Gao after the raid. Image: Ann Example.") == [
        ("Ann Example", "Ann", ["The market of Gao after the raid. "])
    ]


def test_a_quoted_noun_phrase_is_no_clause(parser: Parser) -> None:
    [telling] = hear_tellings(document_of("The envoy described the raid as “a cruel though useless act of war”."), parser=parser)
    assert not telling.clausal


def test_an_apposition_is_no_part_of_the_words_that_name_a_source(parser: Parser) -> None:
    [(source, _, _)] = heard(parser, "Ann Okot, director of the clinic and chair of the board, said that rebels had left Kidal.")
    assert source == "Ann Okot"
