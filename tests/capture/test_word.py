"""Word: paragraphs, tables and notes in their order; nothing that was deleted."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from testimonia.capture.options import ArchiveLimits, CaptureOptions
from testimonia.capture.word import capture_word


def _bytes(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _word() -> Any:
    document = docx.Document()
    document.core_properties.title = "Report on Ituri"
    document.core_properties.author = "A Commission"
    document.core_properties.created = datetime(2021, 3, 3, 10, tzinfo=UTC)
    document.add_heading("Ituri", 1)
    document.add_paragraph("The front was founded in 1977.")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip((cell for row in table.rows for cell in row.cells), ("group", "strength", "front", "7,000"), strict=True):
        cell.text = words
    document.add_paragraph("It split in 1984.")
    return document


def test_paragraphs_and_tables_stand_in_order(read: Callable[..., Any]) -> None:
    drafts, problems = read(capture_word, "a.docx", _bytes(_word()))
    assert drafts[0].text == "Ituri\nThe front was founded in 1977.\ngroup\tstrength\nfront\t7,000\nIt split in 1984." and problems == []
    facts = drafts[0].facts
    assert (facts.title, facts.author, facts.published) == ("Report on Ituri", "A Commission", "2021-03-03")


def test_tracked_insertions_count_and_deletions_do_not(read: Callable[..., Any]) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The front had ")
    inserted = f'<w:ins {nsdecls("w")} w:id="1"><w:r><w:t>7,000</w:t></w:r></w:ins>'
    deleted = f'<w:del {nsdecls("w")} w:id="2"><w:r><w:delText>9,000</w:delText></w:r></w:del>'
    paragraph._p.append(parse_xml(inserted))
    paragraph._p.append(parse_xml(deleted))
    paragraph.add_run(" fighters.")
    assert read(capture_word, "a.docx", _bytes(document))[0][0].text == "The front had 7,000 fighters."


def test_breaks_and_tabs_within_a_paragraph_stay(read: Callable[..., Any]) -> None:
    document = docx.Document()
    document.add_paragraph("one\ttwo\nthree")
    assert read(capture_word, "a.docx", _bytes(document))[0][0].text == "one\ttwo\nthree"


def test_a_table_within_a_cell_is_read_once(read: Callable[..., Any]) -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "outer"
    cell.add_table(rows=1, cols=1).cell(0, 0).text = "inner"
    text = read(capture_word, "a.docx", _bytes(document))[0][0].text
    assert text.count("inner") == 1 and text.index("outer") < text.index("inner")


def test_footnotes_follow_at_the_end(read: Callable[..., Any]) -> None:
    data = io.BytesIO(_bytes(_word()))
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>Interview, Bunia, 2003.</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>"
    with zipfile.ZipFile(data, "a") as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
        types = archive.read("[Content_Types].xml").decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relations = relations.replace("</Relationships>", f'<Relationship Id="rN" Type="{kind}" Target="footnotes.xml"/></Relationships>')
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    types = types.replace("</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{content}"/></Types>')
    changed = {"word/_rels/document.xml.rels": relations, "[Content_Types].xml": types, "word/footnotes.xml": notes}
    buffer = io.BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in dict.fromkeys([*old.namelist(), *changed]):
            new.writestr(name, changed.get(name) or old.read(name))
    assert read(capture_word, "a.docx", buffer.getvalue())[0][0].text.endswith("It split in 1984.\nInterview, Bunia, 2003.")


def test_a_locked_file_is_a_problem(read: Callable[..., Any]) -> None:
    drafts, problems = read(capture_word, "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert drafts == [] and problems[0].rule == "capture.encrypted"


def test_what_is_no_zip_is_unreadable(read: Callable[..., Any]) -> None:
    drafts, problems = read(capture_word, "a.docx", b"no word file at all")
    assert drafts == [] and problems[0].rule == "capture.unreadable"


def test_a_bomb_in_a_docx_is_not_opened(read: Callable[..., Any]) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 3_000_000)
    drafts, problems = read(capture_word, "a.docx", buffer.getvalue(), CaptureOptions(archive=ArchiveLimits(ratio=50)))
    assert drafts == [] and problems[0].rule == "capture.zip_bomb"
