"""Web archives (.warc, .warc.gz): each response that is a page or plain text, one document."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from testimonia.capture.dates import to_edtf
from testimonia.capture.options import CaptureOptions
from testimonia.capture.piece import Facts, Piece
from testimonia.capture.trouble import skipped, too_large
from testimonia.model.problem import Problem

_ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
_RECORDS = ("response", "resource")


def capture_web_archive(piece: Piece, options: CaptureOptions) -> Iterator[Piece | Problem]:
    """Read the responses of a web archive one after the other.

    The day of the crawl is not the day of publication: it becomes the latest day possible (`../2021-03-04`), and only where the page says
    nothing.

    Args:
        piece: The file, which may be far larger than memory.
        options: The size limit, which counts for each record.

    Yields:
        One piece for each page, with the origin `file.warc!record 3`, and problems with the number of records of other kinds.
    """
    from warcio.archiveiterator import ArchiveIterator

    left_out: Counter[str] = Counter()
    number = 0
    with piece.open() as stream:
        for record in ArchiveIterator(stream, arc2warc=True):
            number += 1
            ending, reason = _kind(record)
            if ending is None:
                left_out[reason] += 1
                continue
            data = record.content_stream().read(options.max_bytes + 1)
            origin = f"{piece.origin}!record {number}"
            if len(data) > options.max_bytes:
                yield too_large(origin, size=None, limit=options.max_bytes)
                continue
            if data.strip():
                yield _page(record, data, origin=origin, ending=ending, around=piece)
            else:
                left_out["responses are empty"] += 1
    for reason, count in sorted(left_out.items()):
        yield skipped(piece.origin, f"{count:,} {reason} and were left out.")


def _kind(record: Any) -> tuple[str | None, str]:
    """Return the ending that stands for a record's format, or the reason why it is left out."""
    if record.rec_type not in _RECORDS:
        return None, f"records of the type {record.rec_type!r} hold no page"
    status = record.http_headers.get_statuscode() if record.http_headers is not None else "200"
    if not str(status).startswith("2"):
        return None, "responses are redirections or errors"
    ending = _ENDINGS.get(_content_type(record).partition(";")[0].strip().lower())
    return ending, "" if ending is not None else "records are neither HTML nor plain text (images, scripts, styles)"


def _content_type(record: Any) -> str:
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    return str(headers.get_header("Content-Type") or "")


def _page(record: Any, data: bytes, *, origin: str, ending: str, around: Piece) -> Piece:
    crawled = to_edtf(str(record.rec_headers.get_header("WARC-Date") or ""))
    facts = Facts(url=record.rec_headers.get_header("WARC-Target-URI"), published=None if crawled is None else f"../{crawled}")
    _, _, charset = _content_type(record).lower().partition("charset=")
    declared = charset.split(";")[0].strip(" \"'") or None
    return Piece(origin, f"record{ending}", data, depth=around.depth, budget=around.budget, declared=declared, facts=facts)
