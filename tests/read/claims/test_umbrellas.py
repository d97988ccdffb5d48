"""Bodies that have members, and bodies that have parts."""

from collections import Counter

import pytest

from testimonia.model.kinds import EntityKind
from testimonia.read.claims.umbrellas import has_peers, is_umbrella, is_unit
from testimonia.read.names.cast import Member


def member(name: str, kind: EntityKind | None) -> Member:
    """A body of a document with one name."""
    return Member(name.lower(), "org", Counter([name]), kind)


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Northern Alliance", "political_body", True),
        ("Joint Operations Room", "coalition", True),
        ("Karen Army", "armed_group", False),
        ("Federal Alliance", "government", False),
    ],
)
def test_a_coalition_is_known_by_kind_or_name_and_a_state_is_none(name: str, kind: EntityKind, expected: bool) -> None:
    assert is_umbrella(member(name, kind)) is expected


@pytest.mark.parametrize(("name", "expected"), [("3rd Battalion", True), ("Northern Division", True), ("Karen National Union", False)])
def test_a_unit_is_known_by_its_name(name: str, expected: bool) -> None:
    assert is_unit(member(name, "armed_group")) is expected


def test_nobody_is_neither() -> None:
    assert not is_umbrella(None)
    assert not is_unit(None)


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Sudan Revolutionary Front", "armed_group", True),
        ("Karen Army", "armed_group", False),
        ("Karen Party", "political_body", True),
        ("Presidential Guard", "state_force", False),
    ],
)
def test_what_is_no_army_and_no_unit_has_peers(name: str, kind: EntityKind, expected: bool) -> None:
    assert has_peers(member(name, kind)) is expected
