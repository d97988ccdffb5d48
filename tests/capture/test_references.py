"""Reference lists: the rest is in boilerplate.jsonl."""

from testimonia.capture.blocks import split_lines
from testimonia.capture.references import mark_references


def _marked(text: str) -> list[tuple[str, str]]:
    return [(mark.kind, text[mark.start : mark.end]) for mark in mark_references(split_lines(text))]


def test_a_heading_without_entries_is_marked_by_itself() -> None:
    assert _marked("It split in 1984.\n\n== References ==") == [("reference_list", "== References ==")]


def test_deeper_headings_belong_to_the_list() -> None:
    text = "== References ==\n=== Books ===\nExample (1990)\n== Aftermath ==\nIt signed in 1996."
    assert _marked(text) == [("reference_list", "== References ==\n=== Books ===\nExample (1990)")]


def test_markdown_headings_close_lists_too() -> None:
    assert _marked("# Sources\n- Example (1990)\n# History\nIt split.") == [("reference_list", "# Sources\n- Example (1990)")]
