"""Cases of lines that leave out their subject."""

from collections.abc import Callable
from typing import Any

from tests.read.reading import Read, expect_case, fields_of, parametrized


@parametrized("elided")
def test_a_line_without_a_subject_tells_of_whom_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)
