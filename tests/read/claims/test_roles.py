"""Cases of public roles, and of people who have none and stay out of the referents."""

from collections.abc import Callable
from typing import Any

from tests.read.reading import Read, expect_case, fields_of, parametrized


@parametrized("roles")
def test_a_text_gives_the_public_roles_that_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)


@parametrized("role_wordings")
def test_roles_are_read_in_other_wordings(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)
