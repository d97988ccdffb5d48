"""Whom "the attackers", "the soldiers" and "the two sides" mean."""

import pytest
from tests.read.reading import read_text

from testimonia.read.parser.session import Parser

_BEFORE = "The Macina Liberation Front attacked the Dozo Brigade near Mopti on 3 May 2016. "


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The attackers withdrew from Mopti on 4 May.", {"Macina Liberation Front"}),
        ("The two sides clashed again on 9 May.", {"Macina Liberation Front", "Dozo Brigade"}),
        ("The two bridges were bombed on 9 May.", set()),
    ],
)
def test_a_part_in_what_was_told_before_names_a_body(parser: Parser, sentence: str, names: set[str]) -> None:
    read = read_text(parser, _BEFORE + sentence)
    later = [report for report in read.reading.reports if report.evidence[0].start >= len(_BEFORE)]
    assert later
    assert {read.name(party) for report in later for party in report.initiator} == names


def test_the_forces_of_two_bodies_are_both(parser: Parser) -> None:
    read = read_text(parser, "The combined forces of the Macina Katiba and the Dozo Brigade attacked Mopti on 3 May 2016.")
    assert {read.name(party) for report in read.reading.reports for party in report.initiator} == {"Macina Katiba", "Dozo Brigade"}
