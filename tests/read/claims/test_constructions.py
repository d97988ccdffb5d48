"""Patterns are data: each compiles, and a sentence of each kind is read or left alone as its coder expects."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.read.reading import Read, expect_case, fields_of, parametrized

from testimonia.codebook.load import load_codebook
from testimonia.codebook.words import load_words
from testimonia.errors import CodebookError
from testimonia.read.claims.constructions import compile_pattern, constructions

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


@parametrized("constructions")
def test_a_text_gives_the_relations_that_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)
