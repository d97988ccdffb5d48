"""Fixed phrases: the rest is in boilerplate.jsonl."""

from typing import get_args

from testimonia.capture.blocks import split_lines
from testimonia.capture.fixed_phrases import mark_fixed
from testimonia.capture.word_lists import load_list
from testimonia.model.document import MarkKind


def test_every_entry_names_a_kind_and_a_place() -> None:
    for kind, entries in load_list("fixed_phrases").items():
        assert kind in get_args(MarkKind)
        assert all(entry["where"] in ("whole", "start", "within") and entry["words"] > 0 for entry in entries)


def test_a_credit_within_a_line_leaves_the_caption_unmarked() -> None:
    text = "  A checkpoint near Tumaco. (Photo: Ana Ruiz)"
    marks = list(mark_fixed(split_lines(text)))
    assert [text[mark.start : mark.end] for mark in marks] == ["(Photo: Ana Ruiz)"]
