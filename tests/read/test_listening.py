"""Listening: a rule is asked only where its words stand, and nothing is lost by it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from tests.read.reading import CASES, OPTIONS, cases_of, document_of

from testimonia.read.listening import Audience, audience_of, listens_for, runs_of, words_in
from testimonia.read.parser.records import Sentence, Token
from testimonia.read.parser.session import Parser
from testimonia.read.reader import read_document
from testimonia.read.syntax import Tree

TEXTS = sorted(
    path.stem for path in CASES.glob("*.jsonl") if path.stem not in ("capitals", "cast", "chunks", "passages", "quotes", "spotting")
)
EVERY = 3
"""Of how many cases one is read; all would take too long."""


@listens_for("belong")
def belonging() -> Iterator[str]:
    """Listen for one word."""
    yield "belonging"


@listens_for(("relations", "merge_nouns"), lambda: ["front"])
def merging() -> Iterator[str]:
    """Listen for a list and for what a function gives."""
    yield "merging"


def always() -> Iterator[str]:
    """Declare nothing."""
    yield "always"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (set(), ["always"]),
        ({"belong"}, ["belonging", "always"]),
        ({"fusion", "of"}, ["always", "merging"]),
        ({"front", "belong"}, ["belonging", "always", "merging"]),
    ],
)
def test_rules_are_asked_in_their_order_where_one_of_their_words_stands(words: set[str], expected: list[str]) -> None:
    audience = Audience((belonging, always, merging))
    assert [word for rule in audience.called_by(words) for word in rule()] == expected


def test_an_audience_is_put_together_once() -> None:
    assert audience_of((belonging, always)) is audience_of((belonging, always))


def test_the_words_of_a_sentence_are_lemmas_forms_and_the_parts_of_both() -> None:
    text = "Mau-Mau left."
    tokens = (
        Token(0, 0, 7, "Mau-Mau", "Mau-Mau", "PROPN", "", 1, "nsubj", "B-ORG"),
        Token(1, 8, 12, "left", "leave", "VERB", "", -1, "root", "O"),
    )
    assert words_in(text, Tree(Sentence(0, 13, tokens))) == {"mau-mau", "mau", "left", "leave"}


def test_of_a_phrase_the_first_run_of_letters_stands_among_the_words_of_a_sentence() -> None:
    assert list(runs_of(["vice-president", "chargé d'affaires", "leader"])) == ["vice", "chargé", "leader"]


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_lost_by_asking_only_the_rules_whose_words_stand(name: str, parser: Parser) -> None:
    def asked_always(rule: Callable[..., Any]) -> Callable[..., Any]:
        return lambda scene, tree: rule(scene, tree)

    everywhere = replace(OPTIONS, rules=tuple(map(asked_always, OPTIONS.rules)), event_rules=tuple(map(asked_always, OPTIONS.event_rules)))
    texts = [case["text"] for case in cases_of(name) if "text" in case][::EVERY]
    document = document_of("\n\n".join(texts))
    few, all_ = (replace(read_document(document, parser=parser, options=options), mentions=()) for options in (OPTIONS, everywhere))
    assert few == all_  # but for the mentions of stand-ins that a rule looked at in vain
