"""Lists of what a body is made of, and the many wordings of relations in dense text."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.read.reading import Read, expect_case, fields_of, parametrized


@parametrized("wordings")
def test_a_passage_gives_the_relations_that_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)


@pytest.mark.parametrize(
    ("items", "names"),
    [
        ("the Sulu Legion, the Lanao Command and the Yakan League", {"Sulu Legion", "Lanao Command", "Yakan League"}),
        ("the Sulu Legion; the older Lanao Command (LC); and the Yakan League", {"Sulu Legion", "Lanao Command", "Yakan League"}),
        ("the Sulu Legion, led by a former mayor, and the Lanao Command", {"Sulu Legion", "Lanao Command"}),
        ("the Sulu Legion and the Lanao Command, and the Yakan League stays outside", {"Sulu Legion", "Lanao Command"}),
    ],
)
def test_a_list_ends_where_its_last_item_does(items: str, names: set[str], read: Callable[..., Read]) -> None:
    found = read(f"The Bangsa Unity Alliance has several members: {items}.")
    members = {found.name(c.subject) for c in found.reading.claims if c.predicate == "member_of"}
    assert members == names
