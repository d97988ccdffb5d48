"""Tables: rows become documents, by the column that holds the text."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from testimonia.capture.options import CaptureOptions
from testimonia.capture.table import capture_json_lines, capture_table

CSV = """id,date,notes,source,title
MLI1,2012-03-22,"Soldiers took the
palace, residents said.",The Daily Example,Coup
MLI2,03/04/2012,,X,
MLI3,soon,"Rebels took Kidal.",,
"""


def test_rows_of_a_csv_are_documents(read: Callable[..., Any]) -> None:
    drafts, problems = read(capture_table, "a.csv", CSV.encode())
    assert [(draft.origin, draft.text) for draft in drafts] == [
        ("a.csv!row 1 (MLI1)", "Soldiers took the\npalace, residents said."),
        ("a.csv!row 3 (MLI3)", "Rebels took Kidal."),
    ]
    facts = drafts[0].facts
    assert (facts.published, facts.publisher, facts.title) == ("2012-03-22", "The Daily Example", "Coup")
    assert [(problem.rule, problem.fatal) for problem in problems] == [("capture.date", False), ("capture.skipped", False)]


def test_columns_can_be_named(read: Callable[..., Any]) -> None:
    data = b"story;when;who\nRebels took Kidal.;2012-03-30;A\n"
    options = CaptureOptions(text_column="Story", date_column="when", publisher_column="who")
    drafts, problems = read(capture_table, "a.csv", data, options)
    assert problems == [] and (drafts[0].text, drafts[0].facts.published, drafts[0].facts.publisher) == (
        "Rebels took Kidal.",
        "2012-03-30",
        "A",
    )


@pytest.mark.parametrize("options", [CaptureOptions(), CaptureOptions(text_column="text")])
def test_without_a_text_column_the_columns_are_named(read: Callable[..., Any], options: CaptureOptions) -> None:
    drafts, problems = read(capture_table, "a.csv", b"story,when\nRebels took Kidal.,2012\n", options)
    assert drafts == [] and "story, when" in problems[0].what and "text_column" in problems[0].remedy and problems[0].fatal


@pytest.mark.parametrize(
    ("encoding", "reported"), [("utf-8", []), ("utf-8-sig", []), ("cp1252", ["capture.encoding"]), ("utf-16", ["capture.encoding"])]
)
def test_a_table_in_any_encoding(read: Callable[..., Any], encoding: str, reported: list[str]) -> None:
    rows = "".join(f"{number},Los combatientes salieron de Añorve según la población.\n" for number in range(30))
    drafts, problems = read(capture_table, "a.csv", f"id,text\n{rows}".encode(encoding))
    assert len(drafts) == 30 and "Añorve según" in drafts[0].text and [problem.rule for problem in problems] == reported


def test_tabs_and_long_cells(read: Callable[..., Any]) -> None:
    drafts, _ = read(capture_table, "a.tsv", b"id\ttext\n1\t" + b"word " * 60_000 + b"\n")
    assert len(drafts[0].text) > 131_072


def test_a_row_over_the_limit_is_refused_and_the_next_one_read(read: Callable[..., Any]) -> None:
    options = CaptureOptions(max_bytes=100)
    csv, problems = read(capture_table, "a.csv", b"text\n" + b"x" * 200 + b"\nshort\n", options)
    assert [draft.text for draft in csv] == ["short"] and [problem.rule for problem in problems] == ["capture.too_large"]
    lines = json.dumps({"text": "y" * 200}) + "\n" + json.dumps({"text": "short"}) + "\n"
    jsonl, problems = read(capture_json_lines, "a.jsonl", lines.encode(), options)
    assert [(draft.origin, draft.text) for draft in jsonl] == [("a.jsonl!row 2", "short")] and [p.rule for p in problems] == [
        "capture.too_large"
    ]


def test_lines_of_json_are_documents_and_bad_lines_are_named(read: Callable[..., Any]) -> None:
    lines = [
        '{"text": "Rebels took Kidal.", "published": "2012-03-30", "url": "https://example.org/1"}',
        "",
        "{bad",
        "[1]",
        '{"text": null}',
    ]
    drafts, problems = read(capture_json_lines, "a.jsonl", "\n".join(lines).encode())
    assert [draft.origin for draft in drafts] == ["a.jsonl!row 1"] and drafts[0].facts.url == "https://example.org/1"
    assert [(problem.origin, problem.rule) for problem in problems] == [
        ("a.jsonl!row 3", "capture.unreadable"),
        ("a.jsonl!row 4", "capture.unreadable"),
        ("a.jsonl", "capture.skipped"),
    ]


def test_an_object_without_a_known_text_field_is_named(read: Callable[..., Any]) -> None:
    drafts, problems = read(capture_json_lines, "a.jsonl", b'{"story": "Rebels took Kidal."}\n')
    assert drafts == [] and problems[0].origin == "a.jsonl!row 1" and "story" in problems[0].what


def test_one_row_has_one_hash_whatever_the_order_of_its_fields(read: Callable[..., Any]) -> None:
    data = b'{"text": "Rebels took Kidal.", "id": 1}\n{"id": 1, "text": "Rebels took Kidal."}\n'
    drafts, _ = read(capture_json_lines, "a.jsonl", data)
    assert drafts[0].sha256 == drafts[1].sha256


def test_binary_junk_is_no_table(read: Callable[..., Any]) -> None:
    drafts, problems = read(capture_table, "a.csv", bytes(range(128, 256)) * 40 + b"\0\1\2")
    assert drafts == [] and problems[0].fatal
