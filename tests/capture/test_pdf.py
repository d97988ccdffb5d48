"""PDF: text layer, metadata, and a clear word where there is no text to read."""

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from pypdf._page import PageObject
from reportlab.pdfgen.canvas import Canvas

from testimonia.capture.pdf import capture_pdf


def _pdf(*pages: str, title: str = "Report on Ituri", author: str = "A Commission") -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for page in pages:
        for number, line in enumerate(page.split("\n")):
            canvas.drawString(72, 760 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _rewritten(data: bytes, **changes: Any) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    if "metadata" in changes:
        writer.add_metadata(changes["metadata"])
    if "password" in changes:
        writer.encrypt(changes["password"], "owner", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_pages_are_joined_by_a_blank_line_and_line_breaks_stay(read: Callable[..., Any]) -> None:
    drafts, problems = read(capture_pdf, "a.pdf", _pdf("The front was found-\ned in the year 1977.", "It split in the year 1984."))
    assert drafts[0].text.strip() == "The front was found-\ned in the year 1977.\n\nIt split in the year 1984." and problems == []
    assert (drafts[0].facts.title, drafts[0].facts.author, drafts[0].format) == ("Report on Ituri", "A Commission", "application/pdf")


@pytest.mark.parametrize(
    ("stated", "published"), [("D:20210303101500Z", "2021-03-03"), ("D:2021", "2021"), ("D:202103", "2021-03"), ("soon", None)]
)
def test_the_date_has_the_precision_of_the_metadata(read: Callable[..., Any], stated: str, published: str | None) -> None:
    data = _rewritten(_pdf("The front was founded in the year 1977."), metadata={"/CreationDate": stated})
    assert read(capture_pdf, "a.pdf", data)[0][0].facts.published == published


def test_a_scan_says_that_no_ocr_is_done(read: Callable[..., Any]) -> None:
    drafts, problems = read(capture_pdf, "a.pdf", _pdf("", "2"))
    assert drafts == [] and problems[0].rule == "capture.no_text_layer" and "OCR" in problems[0].what and problems[0].fatal


def test_a_locked_file_is_a_problem(read: Callable[..., Any]) -> None:
    drafts, problems = read(capture_pdf, "a.pdf", _rewritten(_pdf("The front was founded in the year 1977."), password="secret"))
    assert drafts == [] and [problem.rule for problem in problems] == ["capture.encrypted"]


def test_a_file_with_an_empty_password_is_opened(read: Callable[..., Any]) -> None:
    drafts, _ = read(capture_pdf, "a.pdf", _rewritten(_pdf("The front was founded in the year 1977."), password=""))
    assert "founded" in drafts[0].text


def test_a_damaged_page_does_not_cost_the_others(read: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    good = PageObject.extract_text

    def sometimes(self: PageObject, *args: Any, **kwargs: Any) -> str:
        text = good(self, *args, **kwargs)
        if "broken" in text:
            raise KeyError("/Resources")
        return text

    monkeypatch.setattr(PageObject, "extract_text", sometimes)
    drafts, problems = read(capture_pdf, "a.pdf", _pdf("This page is broken.", "The front was founded in the year 1977."))
    assert "founded" in drafts[0].text
    assert [(problem.place, problem.fatal) for problem in problems] == [("page 1", False)]
