"""Cases of the forces that a body keeps."""

from collections.abc import Callable
from typing import Any

from tests.read.reading import Read, expect_case, fields_of, parametrized


@parametrized("own_forces")
def test_a_text_gives_the_kept_forces_that_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)
