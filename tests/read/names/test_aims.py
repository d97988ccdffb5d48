"""Names that say what a body is for, and how far names reach in running text."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.read.reading import Read, expect_case, fields_of, parametrized

from testimonia.read.names.chunks import find_chunks


@parametrized("extents")
def test_a_name_reaches_as_far_as_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Movement for Bread and Land met", ["Movement for Bread and Land"]),
        ("the Movement for Bread and Hizb Union met", ["Movement for Bread", "Hizb Union"]),
        ("the Rally for Bread, Work and Peace met", ["Rally for Bread, Work and Peace"]),
        ("the Committee for the Defence of Darfur and Kordofan met", ["Committee for the Defence of Darfur and Kordofan"]),
        ("the Ministry of Justice and the Labour Party met", ["Ministry of Justice", "Labour Party"]),
    ],
)
def test_and_joins_a_second_aim_and_no_second_body(text: str, names: list[str]) -> None:
    assert [text[c.start : c.end] for c in find_chunks(text, start=0, end=len(text))] == names
