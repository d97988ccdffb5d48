"""Cases of what is told of a happening afterwards: tolls, accusations, denials, claims; and of words that take up nothing."""

from collections.abc import Callable
from typing import Any

from tests.read.reading import Read, expect_case, fields_of, parametrized


@parametrized("accounts")
def test_an_account_gives_the_report_that_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)
