"""Words of saying: what carries another's words, and what only looks like it."""

import pytest
from tests.read.reading import document_of

from testimonia.read.parser.session import Parser
from testimonia.read.voices.hearing import hear_tellings

PAIRS = [
    ("The army said: rebels had left the town.", "The army said farewell to the town."),
    ("In the envoy's words, the rebels had left the town.", "In view of the rain, the rebels had left the town."),
    ("As the envoy put it, the rebels had left the town.", "The envoy put it on the table, and the rebels had left the town."),
    ("The rebels were said to have left the town.", "The rebels were told to leave the town."),
    ("The commission found that the rebels had left the town.", "The commission found survivors sleeping in the town."),
    ("The claim by the ministry that rebels had left the town was false.", "The claim by the ministry to the town was false."),
    ("The rebels, residents said, had left the town.", "The rebels, who had said nothing, left the town."),
    ("He claimed to have left the town.", "He continued to leave the town."),
]


@pytest.mark.parametrize(("saying", "other"), PAIRS)
def test_a_saying_is_told_from_its_lookalike(saying: str, other: str, parser: Parser) -> None:
    assert hear_tellings(document_of(saying), parser=parser)
    assert not hear_tellings(document_of(other), parser=parser)
