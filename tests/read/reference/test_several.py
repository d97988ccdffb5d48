"""Cases of plurals that take up several bodies."""

from collections.abc import Callable
from typing import Any

from tests.read.reading import Read, expect_case, fields_of, parametrized


@parametrized("several")
def test_a_counted_plural_stands_for_whom_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)
