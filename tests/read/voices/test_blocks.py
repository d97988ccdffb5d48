"""Voices over whole paragraphs: introduced with a colon, signed below a dash, named as source."""

from collections.abc import Callable

from tests.read.reading import Read
from tests.read.voices.sayings import sources

from testimonia.read.parser.session import Parser


def test_what_follows_a_colon_is_told_by_whoever_introduces_it(parser: Parser) -> None:
    text = "The colonel gave the following account:\n\nThe rebels left Kidal at dawn. They burned the market."
    assert ("The colonel", ["The rebels left Kidal at dawn. They burned the market."]) in sources(parser, text)


def test_a_colon_that_opens_no_words_introduces_nobody(parser: Parser) -> None:
    assert sources(parser, "The army has three bases:\n\nThe rebels left the first of them at dawn.") == []


def test_a_text_that_says_we_introduces_nobody(parser: Parser) -> None:
    assert sources(parser, "We have the following account:\n\nThe rebels left Kidal at dawn.") == []


def test_a_signature_below_a_quotation_says_it(parser: Parser) -> None:
    text = "“The rebels left Kidal at dawn.”\n\n— Moses Taban, commissioner"
    assert [source for source, _ in sources(parser, text)] == ["Moses Taban"]


def test_items_of_a_list_sign_nothing(parser: Parser) -> None:
    assert sources(parser, "The rebels left Kidal at dawn.\n\n— Nine lorries\n— Three cars") == []


def test_a_source_named_at_the_end_says_the_paragraph(parser: Parser) -> None:
    text = "Soldiers killed nine men in Gao on Monday. Source: Rights Monitor"
    assert [source for source, _ in sources(parser, text)] == ["Rights Monitor"]


def test_a_text_of_its_own_issuer_introduces_nobody_else(read: Callable[..., Read]) -> None:
    text = (
        "Statement issued by the Karen Liberation Front\n\nThe leadership of the Karen Liberation Front states the following:\n\n"
        "Our units attacked the barracks in Papun on 3 May 2021. We call on our members to dump arms."
    )
    [report] = [r for r in read(text).reading.reports if r.type == "ASSAULT"]
    assert [voice.words for voice in report.attribution.voices] == ["Karen Liberation Front"]
