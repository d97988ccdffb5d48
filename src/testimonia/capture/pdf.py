"""PDF: the text layer as pypdf extracts it, pages joined by a blank line; nothing is recognised from images."""

import io
import re
from collections.abc import Iterator
from typing import Any

from testimonia.capture.dates import to_edtf
from testimonia.capture.decoding import plain_newlines
from testimonia.capture.options import CaptureOptions
from testimonia.capture.piece import Draft, Facts, Piece, digest
from testimonia.capture.trouble import trouble, unreadable
from testimonia.model.problem import Problem

MIN_LETTERS_A_PAGE = 20
"""Letters that one page in the document must have before there is a text layer; scans carry a page number or a scanner's stamp at most."""

_PDF_DATE = re.compile(r"D:(?P<year>\d{4})(?P<month>\d{2})?(?P<day>\d{2})?")


def capture_pdf(piece: Piece, options: CaptureOptions) -> Iterator[Draft | Problem]:
    """Read a PDF.

    Hyphens and line breaks stay as extracted, so that a quotation is what the extractor saw. A file locked with an empty password, which
    every viewer opens, is opened too.

    Args:
        piece: The file.
        options: Not used; every format has the same door.

    Yields:
        The draft; or a problem for a locked file, a file without text, and each page that cannot be read.
    """
    from pypdf import PdfReader  # slow to load

    data = piece.bytes()
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not _opens(reader):
        remedy = "Open it with its password and save it without one; passwords are not asked for."
        yield trouble(piece.origin, "encrypted", "It is locked with a password.", remedy=remedy)
        return
    pages: list[str] = []
    for number, page in enumerate(reader.pages, start=1):
        try:
            pages.append(plain_newlines(page.extract_text()).strip("\n"))
        except Exception as error:  # a damaged page raises anything; the others are still good
            yield unreadable(piece.origin, _reason(error), place=f"page {number}", fatal=False)
    if not any(len(re.findall(r"[^\W\d_]", page)) >= MIN_LETTERS_A_PAGE for page in pages):
        what = f"Its {len(reader.pages)} pages hold no text, as in a scan. Text in images is not recognised here (no OCR)."
        remedy = "Run an OCR program such as ocrmypdf over it and capture the result, or add the text as a .txt file."
        yield trouble(piece.origin, "no_text_layer", what, remedy=remedy)
        return
    yield Draft(piece.origin, digest(data), "application/pdf", "\n\n".join(pages), facts=_facts(reader.metadata).over(piece.facts))


def _opens(reader: Any) -> bool:
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):  # AES, which needs a further library
        return False


def _facts(metadata: Any) -> Facts:
    if metadata is None:
        return Facts()
    return Facts(
        title=_words(metadata.get("/Title")), author=_words(metadata.get("/Author")), published=_date(metadata.get("/CreationDate"))
    )


def _words(value: object) -> str | None:
    return " ".join(str(value).split()) or None if isinstance(value, str) else None


def _date(value: object) -> str | None:
    found = _PDF_DATE.match(str(value))
    if found is None:
        return None
    return to_edtf("-".join(part for part in (found["year"], found["month"], found["day"]) if part is not None))


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".strip(": ")
