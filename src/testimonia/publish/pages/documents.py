"""Documents: the list of what was captured."""

from collections.abc import Mapping
from dataclasses import dataclass

from testimonia.store.page_records import DocumentLine, DocumentLines, DocumentsWanted


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """What the list of documents shows: one part of it, the newest first.

    `wanted` is what was asked for; `kinds` are the kinds of publishers with their numbers of documents. `after` asks for the next part,
    None on the last; `began` is True on all parts but the first.
    """

    documents: tuple[DocumentLine, ...]
    wanted: DocumentsWanted
    kinds: tuple[tuple[str, int], ...]
    total: int
    after: str | None
    began: bool


def documents_page(lines: DocumentLines, wanted: DocumentsWanted, *, kinds: Mapping[str, int], began: bool) -> DocumentsPage:
    """Show a part of the list of documents.

    Args:
        lines: The part.
        wanted: What was asked for.
        kinds: Number of documents by kind of publisher, "" where the register says nothing.
        began: Whether parts came before it.

    Returns:
        The page.
    """
    counted = tuple(sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0])))
    return DocumentsPage(lines.items, wanted, counted, sum(kinds.values()), lines.after, began)
