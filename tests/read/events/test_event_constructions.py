"""Cases of constructions that tell events: verb and noun, relative clauses, parts of a count, slots far from their verb."""

from collections.abc import Callable
from typing import Any

from tests.read.reading import Read, expect_case, fields_of, parametrized


@parametrized("event_constructions")
def test_a_construction_gives_the_event_reports_that_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)
