"""Titles: convincing or none."""

import pytest

from testimonia.capture.blocks import split_blocks
from testimonia.capture.titles import head_of, is_convincing, read_title

BODY = (
    "Residents of the town said on Friday that the fighters had left their positions along the river before dawn, "
    "leaving behind two lorries and a field hospital."
)


@pytest.mark.parametrize(
    "title", ["Calm returns to Goma", "Ceasefire?", "Report No. 12 on Ituri", "Index of abductions", "هدنة في المدينة"]
)
def test_convincing(title: str) -> None:
    assert is_convincing(title)


@pytest.mark.parametrize(
    "title", ["", "untitled", "Untitled-1", "Microsoft Word - a.doc", "report_final.pdf", "20210303", "—", "404 Not Found", "Home"]
)
def test_what_programs_write_is_not_convincing(title: str) -> None:
    assert not is_convincing(title)


def test_the_head_ends_where_the_body_begins() -> None:
    assert [block.words for block in head_of(split_blocks(f"A\n\nB\n\n{BODY}\n\nC"))] == ["A", "B"]
    assert head_of(split_blocks("A\n\nB")) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Calm returns to Goma\n\n{BODY}", "Calm returns to Goma"),
        (f"Calm returns to Goma Tuesday, 3 March 2021\n\n{BODY}", "Calm returns to Goma"),
        (f"Calm returns to Goma.\n\n{BODY}", None),
        (f"Early life\n\n{BODY}", None),
        (f"https://example.org/a\n\n{BODY}", None),
        (BODY, None),
        (f"## Calm returns\n\n{BODY}", "Calm returns"),
    ],
)
def test_the_headline_of_a_text(text: str, title: str | None) -> None:
    assert read_title(split_blocks(text), taken=set(), issued=False) == title
