"""HTML: the article's text and what the page states of itself, by trafilatura, without its clock.

Trafilatura's own date search asks what day it is and fills in missing days; here it gets a fixed last day, and a day that the page does not
state is taken off again.
"""

import re
from collections.abc import Iterator

from testimonia.capture.dates import LAST_YEAR, date_pattern, to_edtf
from testimonia.capture.decoding import SAMPLE, Decoded, decode, encoding_problem, plain_newlines
from testimonia.capture.options import CaptureOptions
from testimonia.capture.piece import Draft, Facts, Piece, digest
from testimonia.capture.trouble import trouble
from testimonia.model.problem import Problem

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_ENCODING_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def capture_web_page(piece: Piece, options: CaptureOptions) -> Iterator[Draft | Problem]:
    """Read an HTML page.

    Args:
        piece: The page; its `facts` may hold the address that a web archive states.
        options: Not used; every format has the same door.

    Yields:
        The draft, a problem where the encoding is not UTF-8, and one where no article was found and all text of the page was taken.
    """
    data = piece.bytes()
    decoded = decode_page(data, declared=piece.declared)
    problem = encoding_problem(piece.origin, decoded)
    if problem is not None:
        yield problem
    if decoded is None:
        return
    text, facts, whole = extract(decoded.text, url=piece.facts.url)
    if whole and text:
        what = "No article was found in the page; all of its text was taken, menus and other matter included."
        yield trouble(
            piece.origin, "whole_page", what, remedy="Look at the text; save the article by itself if too much is in it.", fatal=False
        )
    yield Draft(piece.origin, digest(data), "text/html", text, encoding=decoded.encoding, facts=facts.over(piece.facts))


def decode_page(data: bytes, *, declared: str | None) -> Decoded | None:
    """Decode a page, asking its own `meta charset` after the header.

    Args:
        data: The bytes of the page.
        declared: The encoding that a header states.

    Returns:
        The decoded page; None where it is no text.
    """
    stated = _CHARSET.search(data[:4096])
    return decode(data, declared=declared or (stated[1].decode("ascii") if stated else None))


def extract(page: str, *, url: str | None) -> tuple[str, Facts, bool]:
    """Take the article out of a page.

    Args:
        page: The decoded HTML.
        url: Where the page was found, which may hold its date.

    Returns:
        The text, what the page states of itself, and whether no article was found and the text is that of the whole page.
    """
    from trafilatura import bare_extraction, baseline  # half a second to load

    page = _ENCODING_DECLARATION.sub("", page)  # lxml refuses a decoded text that declares an encoding
    fixed = {"original_date": True, "extensive_search": False, "max_date": f"{LAST_YEAR}-12-31"}
    found = bare_extraction(
        page, url=url, include_comments=False, include_tables=True, deduplicate=False, with_metadata=True, date_extraction_params=fixed
    )
    stated: dict[str, object] = {} if found is None else (found if isinstance(found, dict) else found.as_dict())
    text = plain_newlines(str(stated.get("text") or "")).strip("\n")
    whole = not text.strip()
    if whole:
        text = plain_newlines(baseline(page)[1]).strip("\n")
    return text, _facts(stated, page=page, url=url), whole


def _facts(metadata: dict[str, object], *, page: str, url: str | None) -> Facts:
    def stated(key: str) -> str | None:
        value = metadata.get(key)
        return " ".join(value.split()) or None if isinstance(value, str) else None

    date = stated("date")
    return Facts(
        title=stated("title"),
        publisher=stated("sitename"),
        author=stated("author"),
        published=None if date is None else _as_precise_as_stated(date, f"{url or ''}\n{page[:SAMPLE]}"),
        url=url or stated("url"),
    )


def _as_precise_as_stated(date: str, where: str) -> str | None:
    """Take off a day or a month that the page nowhere writes; the extractor fills in missing ones, even from today's date."""
    edtf = to_edtf(date)
    if edtf is None or len(edtf) < len("2021-03-03"):
        return edtf
    year, month, day = edtf.split("-")
    months, days = f"0?{int(month)}", f"0?{int(day)}"
    between = r"\s*[-/._]\s*"
    orders = ((year, months, days), (days, months, year), (months, days, year))
    numbers = "|".join([*(between.join(order) for order in orders), f"{year}{month}{day}"])
    if re.search(rf"(?<!\d)(?:{numbers})(?!\d)", where):
        return edtf
    written = {to_edtf(found.group()) for found in date_pattern().finditer(where)}
    if edtf in written:
        return edtf
    if edtf[:7] in written or re.search(rf"(?<!\d)(?:{year}{between}{month}|{month}{between}{year})(?!\d)", where):
        return edtf[:7]
    return year
