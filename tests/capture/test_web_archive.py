"""Web archives: pages become documents, everything else is counted."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from testimonia.capture.options import CaptureOptions
from testimonia.capture.piece import Piece
from testimonia.capture.web_archive import capture_web_archive

# warcio's writer, which only the tests use, leaves its temporary file to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning")

PAGE = b"<html><body><article><p>" + b"The fighters had left the town, residents said. " * 8 + b"</p></article></body></html>"


def _warc(*records: tuple[str, str, bytes], gzip: bool = True) -> bytes:
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=gzip)
    for status, media_type, body in records:
        headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            "https://example.org/a",
            "response",
            payload=io.BytesIO(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2021-03-04T01:02:03Z"},
        )
        writer.write_record(record)
    return buffer.getvalue()


@pytest.mark.parametrize("gzip", [True, False])
def test_pages_become_pieces_with_address_and_latest_day(read: Callable[..., Any], gzip: bool) -> None:
    _, items = read(
        capture_web_archive, "a.warc.gz", _warc(("200 OK", "text/html; charset=UTF-8", PAGE), ("200 OK", "text/plain", b"Text."), gzip=gzip)
    )
    pieces = [item for item in items if isinstance(item, Piece)]
    assert [(piece.origin, piece.name, piece.content) for piece in pieces] == [
        ("a.warc.gz!record 1", "record.html", PAGE),
        ("a.warc.gz!record 2", "record.txt", b"Text."),
    ]
    assert pieces[0].facts.url == "https://example.org/a" and pieces[0].facts.published == "../2021-03-04" and pieces[0].declared == "utf-8"


def test_other_records_are_counted(read: Callable[..., Any]) -> None:
    records = [
        ("404 Not Found", "text/html", PAGE),
        ("200 OK", "image/png", b"\x89PNG"),
        ("200 OK", "image/png", b"\x89PNG"),
        ("200 OK", "text/html", b" "),
    ]
    _, problems = read(capture_web_archive, "a.warc.gz", _warc(*records))
    assert sorted(problem.what[0] for problem in problems) == ["1", "1", "2"] and not any(problem.fatal for problem in problems)


def test_a_record_over_the_limit_is_refused_and_the_next_one_read(read: Callable[..., Any]) -> None:
    data = _warc(("200 OK", "text/plain", b"x" * 5000), ("200 OK", "text/plain", b"Text."))
    _, items = read(capture_web_archive, "a.warc.gz", data, CaptureOptions(max_bytes=1000))
    assert [getattr(item, "rule", "piece") for item in items] == ["capture.too_large", "piece"]


def test_a_broken_archive_is_a_problem_and_what_was_read_stays(capture: Callable[..., Any], tmp_path: Path) -> None:
    whole = _warc(("200 OK", "text/html", PAGE), ("200 OK", "text/html", PAGE.replace(b"town", b"city")))
    (tmp_path / "a.warc.gz").write_bytes(whole[: len(whole) - 60])
    caught = capture(tmp_path)
    assert len(caught.documents) >= 1 and "residents said" in caught.documents[0].text
    (tmp_path / "a.warc.gz").write_bytes(b"no archive at all")
    assert capture(tmp_path).problem.rule == "capture.unreadable"


def test_a_page_from_an_archive_is_a_whole_document(capture: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(_warc(("200 OK", "text/html", PAGE)))
    document = capture(tmp_path).document
    assert document.url == "https://example.org/a" and document.format == "text/html"
    assert (document.published, document.published_basis) == ("../2021-03-04", "metadata")
