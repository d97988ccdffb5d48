"""In which body a role is held: by whose owner it is, by what stands around it, or because the text speaks of it."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Kachin Independence Army's commander, Gun Maw, signed.", "Kachin Independence Army"),
        ("Gun Maw, a commander of the Kachin Independence Army, signed.", "Kachin Independence Army"),
        ("The Arakan Army grew fast. Its commander, Twan Mrat Naing, spoke in May.", "Arakan Army"),
        ("The Arakan Army, whose commander is Twan Mrat Naing, grew fast.", "Arakan Army"),
        ("Twan Mrat Naing, commander at the Northern Alliance, spoke in May.", "Northern Alliance"),
    ],
)
def test_the_body_of_a_role_is_found(read: Callable[..., Read], text: str, body: str) -> None:
    found = read(text)
    bodies = [claim.object for claim in found.reading.claims if claim.predicate == "has_role"]
    assert bodies
    assert all(found.is_called(named, body) for named in bodies)


def test_a_role_that_belongs_to_a_described_body_is_given_to_no_named_one(read: Callable[..., Read]) -> None:
    found = read("The commander of a rival militia, Tun Shwe, met the Arakan Army in May.")
    roles = [claim for claim in found.reading.claims if claim.predicate == "has_role"]
    assert not any(found.is_called(claim.object, "Arakan Army") for claim in roles if claim.object is not None)
