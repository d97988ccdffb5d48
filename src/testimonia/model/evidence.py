"""Evidence: verbatim words of one document, at half-open offsets in code points."""

from dataclasses import dataclass

from testimonia.errors import EvidenceError


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that a record rests on.

    `start` and `end` are half-open offsets in Unicode code points of the document's captured text; `quote` is exactly `text[start:end]`.
    """

    document: str
    start: int
    end: int
    quote: str

    def check(self, text: str) -> None:
        """Raise unless the quotation stands at its offsets in the text.

        Args:
            text: The document's text, exactly as captured.

        Raises:
            EvidenceError: The span holds other words, or none.
        """
        if not self.quote or not 0 <= self.start < self.end <= len(text) or text[self.start : self.end] != self.quote:
            raise EvidenceError(
                f"{self.document}: {self.quote[:80]!r} does not stand at {self.start}-{self.end}; quote the words as the text has them"
            )


def evidence_at(document: str, text: str, *, start: int, end: int) -> Evidence:
    """Quote a span of a document's text, without the white space around it.

    Args:
        document: The document's identifier.
        text: The document's text, exactly as captured.
        start: First code point of the span.
        end: One past the last code point of the span.

    Returns:
        Evidence whose quotation is grounded by construction.

    Raises:
        EvidenceError: The span lies outside the text or holds nothing but white space.

    Example:
        >>> evidence_at("d", "They split in 1969.", start=4, end=18).quote
        'split in 1969'
    """
    if not 0 <= start < end <= len(text):
        raise EvidenceError(f"{document}: the span {start}-{end} lies outside a text of {len(text)} code points")
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        raise EvidenceError(f"{document}: the span holds nothing but white space")
    return Evidence(document, start, end, text[start:end])
