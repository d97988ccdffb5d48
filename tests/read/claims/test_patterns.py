"""The notation of constructions compiles, names what breaks it, and every pattern of the file has the slots of its predicate."""

from typing import Any

import pytest

from testimonia.codebook.load import load_codebook
from testimonia.codebook.words import load_words
from testimonia.errors import CodebookError
from testimonia.read.claims.patterns import compile_pattern, constructions

PATTERNS = [(predicate, pattern) for predicate, patterns in load_words("constructions").items() for pattern in patterns]


@pytest.mark.parametrize(("predicate", "pattern"), PATTERNS)
def test_every_pattern_has_the_slots_of_its_predicate(predicate: Any, pattern: str) -> None:
    construction = compile_pattern(predicate, pattern)
    slots = {construction.first, *(argument.slot for argument in construction.arguments)} - {"_"}
    rule = load_codebook().predicates[predicate]
    if predicate == "has_role":
        assert slots == {"P", "O"}
    elif predicate == "founded":
        assert slots in ({"S"}, {"O"})
    elif rule.object:
        assert slots == {"S", "O"}
    else:
        assert "S" in slots or "O" in slots


def test_no_pattern_stands_twice() -> None:
    assert len(set(PATTERNS)) == len(PATTERNS)


def test_alternatives_are_found_by_each_head() -> None:
    table = constructions()
    assert any(c.pattern.startswith("S part company") for c in table["part"])
    assert any(c.link == "=" for c in table["offshoot"])


@pytest.mark.parametrize("pattern", ["leave O", "S", "S be O", "S = of O"])
def test_a_pattern_that_breaks_the_notation_is_named(pattern: str) -> None:
    with pytest.raises(CodebookError, match="constructions"):
        compile_pattern("member_of", pattern)


def test_a_noun_that_the_subject_owns_is_a_link_of_its_own() -> None:
    construction = compile_pattern("member_of", "S 's accession|entry to|into O : began")
    assert (construction.link, construction.first, construction.heads) == ("'s", "S", frozenset({"accession", "entry"}))
    assert [(argument.slot, argument.prepositions) for argument in construction.arguments] == [("O", frozenset({"to", "into"}))]


@pytest.mark.parametrize(
    ("pattern", "words", "expected"),
    [
        ("S part company with O", {"part", "company", "with"}, True),
        ("S part company with O", {"part", "with"}, False),
        ("S part company with O", {"part", "company"}, False),
        ("S be under command of O", {"be", "under", "command"}, True),  # whose command it is may stand before it
        ("S be under command of O", {"be", "command", "of"}, False),
        ("S = offshoot of|from O", {"offshoot"}, True),
        ("S leave O", set(), True),
    ],
)
def test_a_pattern_is_tried_only_where_its_words_stand(pattern: str, words: set[str], expected: bool) -> None:
    assert compile_pattern("member_of", pattern).may_stand(words) is expected
