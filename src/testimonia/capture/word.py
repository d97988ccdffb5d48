"""Word documents (.docx): paragraphs, tables and notes in their order, and the core properties."""

import io
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile

from testimonia.capture.decoding import plain_newlines
from testimonia.capture.options import CaptureOptions
from testimonia.capture.piece import Draft, Facts, Piece, digest
from testimonia.capture.trouble import trouble, unreadable
from testimonia.model.problem import Problem

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_OLE = b"\xd0\xcf\x11\xe0"  # a locked .docx, or an old .doc under a new name, is an OLE file
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_NOTES = ("footnotes", "endnotes")


def capture_word(piece: Piece, options: CaptureOptions) -> Iterator[Draft | Problem]:
    """Read a .docx file.

    Paragraphs are joined by a line feed, the cells of a table's row by a tab; foot- and endnotes follow at the end, each as a paragraph.
    Insertions that are tracked count as text, deletions do not.

    Args:
        piece: The file.
        options: The limits on what it may unpack to, since a .docx is a zip file.

    Yields:
        The draft; or a problem for a locked or oversized file.
    """
    data = piece.bytes()
    if data.startswith(_OLE):
        remedy = "Open it in Word or LibreOffice and save it as .docx without a password."
        yield trouble(
            piece.origin, "encrypted", "It is locked with a password, or an old .doc file under the name of a .docx.", remedy=remedy
        )
        return
    problem = _too_much_inside(piece.origin, data, options)
    if problem is not None:
        yield problem
        return
    import docx  # slow to load

    word = docx.Document(io.BytesIO(data))
    text = plain_newlines("\n".join([*_blocks(word.element.body), *_notes(word.part)]))
    yield Draft(piece.origin, digest(data), MEDIA_TYPE, text, facts=_facts(word.core_properties).over(piece.facts))


def _too_much_inside(origin: str, data: bytes, options: CaptureOptions) -> Problem | None:
    try:
        with ZipFile(io.BytesIO(data)) as inside:
            total = sum(member.file_size for member in inside.infolist())
    except BadZipFile as error:
        return unreadable(origin, str(error))
    limit = min(options.archive.total, options.archive.ratio * max(len(data), 1))
    if total <= limit:
        return None
    what = f"It unpacks from {len(data):,} to {total:,} bytes, as a zip bomb does."
    return trouble(origin, "zip_bomb", what, remedy="Do not open it unless you know where it comes from; save its text by itself.")


def _blocks(body: Any) -> Iterator[str]:
    """Yield the paragraphs and the rows of tables of a body or a cell, in order."""
    for child in body:
        if child.tag == f"{_W}p":
            yield _paragraph(child)
        elif child.tag == f"{_W}tbl":
            for row in child.iter(f"{_W}tr"):
                if next(row.iterancestors(f"{_W}tbl")) is child:  # the rows of a table within a cell come with that cell
                    yield "\t".join(
                        "\n".join(_blocks(cell)).strip() for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row
                    )
        elif child.tag in (f"{_W}sdt", f"{_W}ins", f"{_W}customXml", f"{_W}sdtContent"):
            yield from _blocks(child)


def _paragraph(paragraph: Any) -> str:
    """Return a paragraph's text, tracked insertions and text boxes included, tracked deletions and the second copy of text boxes left
    out."""
    parts = []
    for node in paragraph.iter():
        if node.tag == f"{_W}t":
            piece = node.text or ""
        elif node.tag in _BREAKS and node.getparent().tag == f"{_W}r":
            piece = _BREAKS[node.tag]
        elif node.tag == f"{_W}p" and node is not paragraph:
            piece = "\n"
        else:
            continue
        if next(node.iterancestors(_FALLBACK, f"{_W}del", f"{_W}moveFrom"), None) is None:
            parts.append(piece)
    return "".join(parts)


def _notes(part: Any) -> Iterator[str]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for relation in part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind in _NOTES and not relation.is_external:
            for paragraph in etree.fromstring(relation.target_part.blob, parser).iter(f"{_W}p"):
                words = _paragraph(paragraph)
                if words.strip():
                    yield words


def _facts(properties: Any) -> Facts:
    created = properties.created
    return Facts(
        title=" ".join(properties.title.split()) or None,
        author=" ".join(properties.author.split()) or None,
        published=None if created is None else created.date().isoformat(),
        language=None,
    )
