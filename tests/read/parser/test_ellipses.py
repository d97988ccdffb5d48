"""A participle that shares an auxiliary told before it is a clause of its own; an adjective stays one."""

import pytest

from testimonia.read.parser.ellipses import with_full_clauses
from testimonia.read.parser.records import Sentence
from testimonia.read.parser.session import load_parser


def _parsed(text: str) -> Sentence:
    return load_parser().parse_text(text, start=0, end=len(text))[0]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Five militiamen were killed and three others wounded in an ambush.", "wounded"),
        ("Six guards were killed and a seventh wounded after gunmen stormed the prison.", "wounded"),
        ("Three rebels were killed and an army sergeant injured in a clash.", "injured"),
    ],
)
def test_a_participle_after_counted_people_is_a_clause(text: str, word: str) -> None:
    tokens = with_full_clauses(_parsed(text)).tokens
    verb = next(t for t in tokens if t.text == word)
    killed = next(t for t in tokens if t.text == "killed")
    assert (verb.upos, verb.deprel, verb.head) == ("VERB", "conj", killed.i)
    assert any(t.head == verb.i and t.deprel == "nsubj:pass" for t in tokens)


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers were killed and three wounded men lay on the road.",
        "The wounded were flown to Juba.",
        "The rebels were killed in a clash.",
        "They carried three wounded children.",
    ],
)
def test_an_adjective_stays_one(text: str) -> None:
    sentence = _parsed(text)
    assert with_full_clauses(sentence) == sentence
