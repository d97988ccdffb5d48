"""How far the words of a role reach."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Timan Erdimi became Minister of Higher Education in October 2022.", "minister of higher education"),
        ("Ivan Duque, minister of health and sport, and police chief Luis Rojas spoke.", "minister of health and sport"),
        ("Dawit Bekele, the minister of peace, and army chief Yonas Tulu spoke.", "minister of peace"),
        ("Dawit Bekele, minister of the Tigray government, spoke.", "minister"),
    ],
)
def test_an_office_is_told_with_its_field_and_without_what_follows(read: Callable[..., Read], text: str, role: str) -> None:
    roles = [c.value.role for c in read(text).reading.claims if c.predicate == "has_role" and c.value is not None]
    assert role in roles
