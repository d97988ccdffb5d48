"""Plain text and Markdown: the text is the decoded file and nothing is taken out of it."""

from collections.abc import Iterator

from testimonia.capture.decoding import decode, encoding_problem
from testimonia.capture.options import CaptureOptions
from testimonia.capture.piece import Draft, Piece, digest
from testimonia.model.problem import Problem


def capture_plain(piece: Piece, options: CaptureOptions, *, media_type: str = "text/plain") -> Iterator[Draft | Problem]:
    """Read a .txt or .md file.

    Markdown keeps its marks: the stored text is what the person who checks a quotation finds in the file.

    Args:
        piece: The file.
        options: Not used; every format has the same door.
        media_type: `text/plain` or `text/markdown`.

    Yields:
        The draft, and a problem where the encoding is not UTF-8.
    """
    data = piece.bytes()
    decoded = decode(data, declared=piece.declared)
    problem = encoding_problem(piece.origin, decoded)
    if problem is not None:
        yield problem
    if decoded is not None:
        yield Draft(piece.origin, digest(data), media_type, decoded.text, encoding=decoded.encoding, facts=piece.facts)


def capture_markdown(piece: Piece, options: CaptureOptions) -> Iterator[Draft | Problem]:
    """Read a .md file.

    Args:
        piece: The file.
        options: Not used.

    Yields:
        The draft, and a problem where the encoding is not UTF-8.
    """
    yield from capture_plain(piece, options, media_type="text/markdown")
