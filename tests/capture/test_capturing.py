"""Capturing: from files to documents, whole, with nothing lost on the way."""

import hashlib
import inspect
import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from testimonia.capture import CaptureOptions, capture_paths
from testimonia.model.document import Document


def test_a_text_file_becomes_a_document(capture: Callable[..., Any], tmp_path: Path, body: str) -> None:
    data = f"Fighters leave Bambari\r\n\r\nBy Amina Okello\r\n\r\n{body}\r\n\r\nBe the first to comment".encode()
    (tmp_path / "a.txt").write_bytes(data)
    document = capture(tmp_path).document
    digest = hashlib.sha256(data).hexdigest()
    assert (document.id, document.sha256) == (f"d-{digest[:16]}", digest)
    assert document.text == (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert (document.title, document.author, document.language) == ("Fighters leave Bambari", "Amina Okello", "en")
    assert (document.format, document.encoding, document.published_basis) == ("text/plain", "utf-8", "unknown")
    assert [document.text[mark.start : mark.end] for mark in document.marked] == ["By Amina Okello", "Be the first to comment"]


def test_sidecar_beats_format_and_format_beats_text(capture: Callable[..., Any], tmp_path: Path, body: str) -> None:
    row = {"text": f"Published 1 May 2001\n\n{body}", "date": "2002-05-01", "publisher": "Format", "title": "Format"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    assert (capture(tmp_path).document.published, capture(tmp_path).document.published_basis) == ("2002-05-01", "metadata")
    (tmp_path / "sources.yaml").write_text('documents: {"a.jsonl!row 1": {published: 2003-05, publisher: Sidecar}}')
    document = capture(tmp_path).document
    assert (document.published, document.published_basis) == ("2003-05", "sidecar")
    assert (document.publisher, document.title) == ("Sidecar", "Format")


def test_the_text_s_date_is_used_where_nothing_else_states_one(capture: Callable[..., Any], tmp_path: Path, body: str) -> None:
    (tmp_path / "a.txt").write_text(f"Published 1 May 2001\n\n{body}")
    document = capture(tmp_path).document
    assert (document.published, document.published_basis) == ("2001-05-01", "text")


def test_an_empty_text_in_a_sidecar_overrides_what_the_text_seems_to_say(capture: Callable[..., Any], tmp_path: Path, body: str) -> None:
    (tmp_path / "a.txt").write_text(f"{body}\n\nThis article was originally published in The Irrawaddy.")
    assert capture(tmp_path).document.original_publisher == "The Irrawaddy"
    (tmp_path / "a.meta.yaml").write_text('original_publisher: ""')
    assert capture(tmp_path).document.original_publisher is None


def test_what_holds_for_a_container_holds_for_its_rows_but_not_its_title(capture: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\nRebels took Kidal.\nRebels left Kidal.\n")
    (tmp_path / "a.csv.meta.yaml").write_text("publisher: The Daily Example\ntitle: Export\npublished: 2021\n")
    documents = capture(tmp_path).documents
    assert [(one.publisher, one.title, one.published) for one in documents] == [("The Daily Example", None, None)] * 2


def test_the_same_content_is_one_document_and_both_names_are_told(capture: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels took Kidal.")
    (tmp_path / "b.txt").write_text("Rebels took Kidal.")
    caught = capture(tmp_path)
    assert caught.document.origin.endswith("a.txt")
    assert (caught.problem.rule, caught.problem.fatal) == ("capture.duplicate", False)
    assert caught.problem.origin.endswith("b.txt") and "a.txt" in caught.problem.what


def test_a_file_named_twice_is_read_once(capture: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels took Kidal.")
    caught = capture(tmp_path, tmp_path / "a.txt")
    assert len(caught.documents) == 1 and caught.problems == []


@pytest.mark.parametrize("data", [b"", b"  \n\t \r\n", "\u200b \ufeff".encode()[:0]])
def test_an_empty_file_is_a_problem(capture: Callable[..., Any], tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert capture(tmp_path).problem.rule == "capture.empty"


def test_an_over_large_file_is_refused_before_it_is_read(capture: Callable[..., Any], tmp_path: Path, small: CaptureOptions) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(small.max_bytes + 1)
    assert capture(tmp_path, options=small).problem.rule == "capture.too_large"


def test_unsupported_files_are_told_one_by_one_and_are_fatal_only_where_named(capture: Callable[..., Any], tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.jpg", "c", "d.doc"):
        (tmp_path / name).write_bytes(b"x")
    caught = capture(tmp_path)
    assert caught.rules == ["capture.unsupported"] * 4 and not any(problem.fatal for problem in caught.problems)
    assert ["csv" in caught.problems[0].remedy, "OCR" in caught.problems[1].remedy, ".docx" in caught.problems[3].remedy] == [True] * 3
    assert capture(tmp_path / "a.xlsx").problem.fatal


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.warc.gz", "a.zip", "a.json", "a.eml"])
def test_rubbish_under_any_name_is_a_problem_and_the_next_file_is_read(capture: Callable[..., Any], tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x07\xff\x00rubbish" * 50)
    (tmp_path / "z.txt").write_text("Rebels took Kidal.")
    caught = capture(tmp_path)
    assert [document.text for document in caught.documents] == ["Rebels took Kidal."] and any(problem.fatal for problem in caught.problems)
    assert all(problem.origin.endswith(name) and problem.remedy for problem in caught.problems)


def test_capture_is_lazy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"Document {number}.")
    read: list[str] = []
    good = Path.read_bytes

    def watched(self: Path) -> bytes:
        read.append(self.name)
        return good(self)

    monkeypatch.setattr(Path, "read_bytes", watched)
    items = capture_paths([tmp_path])
    assert inspect.isgenerator(items) and read == []
    assert len(list(islice(items, 2))) == 2 and read == ["0.txt", "1.txt"]


def test_an_error_of_the_caller_is_not_swallowed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    with pytest.raises(ZeroDivisionError):
        for _ in capture_paths([tmp_path]):
            raise ZeroDivisionError


def test_two_runs_give_the_same(tmp_path: Path, body: str) -> None:
    for name, text in (
        ("b.md", f"# Calm returns\n\n{body}"),
        ("a.html", f"<html><body><article><p>{body}</p><p>{body}</p></article></body></html>"),
    ):
        (tmp_path / name).write_text(text)
    assert list(capture_paths([tmp_path])) == list(capture_paths([tmp_path]))


def test_sources_come_from_sidecars_once_and_a_contradiction_is_told(capture: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for folder, country in (("", "CD"), ("in/", "CG")):
        (tmp_path / f"{folder}sources.yaml").write_text(f"publishers:\n  X: {{country: {country}}}\n  Y: {{kind: ngo}}\n")
    caught = capture(tmp_path)
    assert [(source.name, source.country) for source in caught.sources] == [("X", "CD"), ("Y", None)]
    assert caught.problem.rule == "capture.sidecar"


def test_a_bad_sidecar_costs_no_document(capture: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels took Kidal.")
    (tmp_path / "sources.yaml").write_text("documents: {a.txt: {published: soon}}")
    caught = capture(tmp_path)
    assert caught.document.published is None and caught.problem.place == "documents.a.txt.published" and "EDTF" in caught.problem.what


def test_attachments_are_documents_with_the_origin_of_the_message(capture: Callable[..., Any], tmp_path: Path) -> None:
    mail = (
        b'From: Press <press@example.org>\nSubject: Report\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n'
        b"--x\n\nSee attached.\n"
        b'--x\nContent-Disposition: attachment; filename="r.txt"\nContent-Type: text/plain\n\nThe report.\n--x\n'
        b'Content-Disposition: attachment; filename="p.jpg"\nContent-Type: image/jpeg\n\nxx\n--x--\n'
    )
    (tmp_path / "a.eml").write_bytes(mail)
    caught = capture(tmp_path)
    assert [(document.origin.rpartition("/")[2], document.publisher) for document in caught.documents] == [
        ("a.eml", "Press"),
        ("a.eml!r.txt", "Press"),
    ]
    assert caught.problem.origin.endswith("a.eml!p.jpg")


def test_a_title_that_a_program_wrote_is_not_taken(capture: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "Rebels took Kidal.", "title": "Microsoft Word - final.doc"}))
    assert capture(tmp_path).document.title is None


def test_offsets_of_marks_hold_in_every_document(capture: Callable[..., Any], tmp_path: Path, body: str) -> None:
    (tmp_path / "a.txt").write_text(f"\ufeffالمقال\r\n\r\nBy Amina Okello\r\n\r\n{body} Cafe\u0301\u200b.\r\n\r\n(The Daily Example)")
    document: Document = capture(tmp_path).document
    assert [document.text[mark.start : mark.end] for mark in document.marked] == ["By Amina Okello", "(The Daily Example)"]
