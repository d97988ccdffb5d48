"""Formats: which ending is read by which reader, as one plain table."""

from collections.abc import Callable, Iterator

from testimonia.capture.archive import capture_archive
from testimonia.capture.mail import capture_mail
from testimonia.capture.options import CaptureOptions
from testimonia.capture.pdf import capture_pdf
from testimonia.capture.piece import Draft, Piece, Register
from testimonia.capture.plain import capture_markdown, capture_plain
from testimonia.capture.table import capture_json_lines, capture_table
from testimonia.capture.telegram import capture_telegram
from testimonia.capture.trouble import trouble
from testimonia.capture.web_archive import capture_web_archive
from testimonia.capture.web_page import capture_web_page
from testimonia.capture.word import capture_word
from testimonia.capture.word_lists import load_list
from testimonia.model.problem import Problem

Caught = Draft | Piece | Problem | Register
Reader = Callable[[Piece, CaptureOptions], Iterator[Draft | Problem]] | Callable[[Piece, CaptureOptions], Iterator[Caught]]

READERS: dict[str, Reader] = {
    ".txt": capture_plain,
    ".text": capture_plain,
    ".md": capture_markdown,
    ".markdown": capture_markdown,
    ".html": capture_web_page,
    ".htm": capture_web_page,
    ".xhtml": capture_web_page,
    ".pdf": capture_pdf,
    ".docx": capture_word,
    ".eml": capture_mail,
    ".json": capture_telegram,
    ".jsonl": capture_json_lines,
    ".ndjson": capture_json_lines,
    ".csv": capture_table,
    ".tsv": capture_table,
    ".warc": capture_web_archive,
    ".warc.gz": capture_web_archive,
    ".zip": capture_archive,
}
STREAMED = (".jsonl", ".ndjson", ".csv", ".tsv", ".warc", ".warc.gz", ".zip")
"""Read part by part, so the size limit counts for each part and not for the file."""


def ending_of(name: str) -> str:
    """Return the ending that decides the format.

    Args:
        name: A file name without its folder.

    Returns:
        The ending in lower case with its dot, `.warc.gz` as one; empty where there is none.

    Example:
        >>> ending_of("crawl.WARC.gz"), ending_of("report.final.pdf"), ending_of("README")
        ('.warc.gz', '.pdf', '')
    """
    lower = name.lower()
    if lower.endswith(".warc.gz"):
        return ".warc.gz"
    stem, dot, ending = lower.rpartition(".")
    return f".{ending}" if dot and stem else ""


def sniff(data: bytes) -> str:
    """Tell the format of bytes without a name, as standard input has none.

    Args:
        data: The bytes.

    Returns:
        An ending of `READERS`; `.txt` where nothing else fits.
    """
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return ".docx" if b"word/document.xml" in data else ".zip"
    if head.startswith((b"warc/1.", b"\x1f\x8b")):
        return ".warc.gz"
    return ".html" if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head else ".txt"


def unsupported(origin: str, name: str) -> Problem:
    """Say that a file's format is not read, and what to do about it.

    Args:
        origin: The file.
        name: Its name without folder.

    Returns:
        A problem that is not fatal, since nobody asked for this file by itself.
    """
    ending = ending_of(name)
    known = next((entry["remedy"] for entry in load_list("unsupported").values() if ending[1:] in entry["endings"]), None)
    remedy = known or f"The endings that are read: {', '.join(READERS)}. Give the file the right ending, or leave it out."
    what = f"Files with the ending {ending!r} are not read." if ending else "It has no ending that says what it is."
    return trouble(origin, "unsupported", what, remedy=remedy, fatal=False)
