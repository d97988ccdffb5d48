"""A noun that opens a sentence before a comma tells of the subject behind it; two subjects of two clauses stay two."""

import pytest

from testimonia.read.parser.doubled import with_one_subject
from testimonia.read.parser.records import Sentence
from testimonia.read.parser.session import load_parser


def _parsed(text: str) -> Sentence:
    return load_parser().parse_text(text, start=0, end=len(text))[0]


@pytest.mark.parametrize(
    "text", ["A breakaway of the union, this group took shape in 2010.", "An offshoot of the party, it was formed in 1996."]
)
def test_an_opening_noun_before_the_subject_is_no_second_subject(text: str) -> None:
    tokens = with_one_subject(_parsed(text)).tokens
    root = next(t.i for t in tokens if t.head < 0)
    assert sum(t.head == root and t.deprel.startswith("nsubj") for t in tokens) == 1


def test_a_sentence_with_one_subject_stays_as_it_is() -> None:
    sentence = _parsed("The group, which took shape in 2010, fights in the north.")
    assert with_one_subject(sentence) is sentence
