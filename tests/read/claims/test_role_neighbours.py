"""Cases of `read.claims.role_neighbours`, and of look-alikes that must not be read."""

from collections.abc import Callable
from typing import Any

from tests.read.reading import Read, expect_case, fields_of, parametrized


@parametrized("role_neighbours")
def test_a_text_gives_the_roles_that_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)
