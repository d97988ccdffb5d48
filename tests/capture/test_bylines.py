"""Bylines and issuers."""

import pytest

from testimonia.capture.blocks import split_blocks
from testimonia.capture.bylines import read_byline, read_issuer

BODY = (
    "Residents of the town said on Friday that the fighters had left their positions along the river before dawn, "
    "leaving behind two lorries and a field hospital."
)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "JANE DOE"),
        ("By Jane Doe, Daily Example", "Jane Doe"),
        ("By Thiri Aung in Yangon", "Thiri Aung"),
        ("Por María Pérez de la Cruz", "María Pérez de la Cruz"),
        ("By Ahmed al-Example and Jean-Pierre Sample", "Ahmed al-Example and Jean-Pierre Sample"),
        ("By our correspondent", None),
        ("By Sunday", None),
        ("By the river", None),
        ("By Monday Morning they had left.", None),
    ],
)
def test_bylines(line: str, author: str | None) -> None:
    found = read_byline(split_blocks(f"{line}\n\n{BODY}"))
    assert (None if found is None else found.value) == author


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("Press release issued by the Example Liberation Army", "Example Liberation Army"),
        ("Communiqué No. 5 issued by:\n\n=== Example Liberation Army ===", "Example Liberation Army"),
        ("Statement of the Example Council on the events in Goma", "Example Council"),
        ("بيان صادر عن حركة المثال", "حركة المثال"),
        ("Statement by statement, the story falls apart", None),
        ("Army rejects rebel statement", None),
        ("A statement by the Example Command on the events in Goma", None),
        ("Statement of 3 March 2021", None),
    ],
)
def test_issuers(head: str, issuer: str | None) -> None:
    found = read_issuer(split_blocks(f"{head}\n\n{BODY}"))
    assert (None if found is None else found.value) == issuer


def test_a_letterhead_counts_only_if_it_signs() -> None:
    head = "Example Liberation Army\nPress release\n\n"
    assert read_issuer(split_blocks(f"{head}{BODY}\n\n{BODY}")) is None
    assert read_issuer(split_blocks(f"{head}{BODY}\n\n{BODY}\n\nExample Liberation Army")) is not None
