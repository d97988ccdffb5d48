"""Cases of relations that are told in one of the listed ways, and of sentences that only look like them."""

from collections.abc import Callable
from typing import Any

from tests.read.reading import Read, expect_case, fields_of, parametrized


@parametrized("constructions")
def test_a_text_gives_the_relations_that_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)


@parametrized("wordings_more")
def test_further_wordings_give_the_claims_that_their_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)
