"""Documents and claims: where a text comes from and what it says; what a claim rests on and what stands for or against it."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from testimonia.cli.testimony import Line, claim_line, report_line
from testimonia.cli.view import Shelf, Table, View, lines_table, plain
from testimonia.cli.view_findings import corroboration_rows
from testimonia.model.document import Document

_PARTICULARS = ("origin", "publisher", "original_publisher", "author", "published", "language", "url", "format", "sha256")


def document_names(document: Document) -> list[str]:
    """Give what a document may be asked for by.

    Args:
        document: A document.

    Returns:
        Its origin, the file name in it, and its title.
    """
    name = document.origin.replace("!", "/").rsplit("/", 1)[-1]
    return [document.origin, name] + ([] if document.title is None else [document.title])


def document_list(shelf: Shelf, documents: Sequence[Document]) -> View:
    """Show many documents.

    Args:
        shelf: An open knowledge base.
        documents: Those to show.

    Returns:
        A table of titles, publishers and dates.
    """
    shown, more = shelf.cut(documents)
    rows = tuple(
        (document.title or document.origin, document.publisher or "", document.published or "", document.origin, document.id)
        for document in shown
    )
    table = Table(f"Documents ({len(documents)})", ("Title", "Publisher", "Published", "Origin", "Identifier"), rows, more)
    return View("Documents", [_document_data(document) for document in shown], tables=(table,))


def document_view(shelf: Shelf, document: Document) -> View:
    """Show one document with all that was read from it.

    Args:
        shelf: An open knowledge base.
        document: A document.

    Returns:
        Its particulars, claims, event reports and problems.
    """
    claims = [claim_line(claim, shelf.known) for claim in shelf.claims(document=document.id)]
    reports = [report_line(report, shelf.known) for report in shelf.reports(document=document.id)]
    problems = list(shelf.store.problems(document=document.id))
    facts = plain({name: getattr(document, name) for name in _PARTICULARS})
    return View(
        document.title or document.origin,
        {
            **_document_data(document),
            "claims": [line.data for line in claims],
            "reports": [line.data for line in reports],
            "problems": [asdict(problem) for problem in problems],
        },
        (("identifier", document.id), *((name.replace("_", " "), str(value)) for name, value in facts.items())),
        (
            lines_table("Claims", claims, shelf=shelf),
            lines_table("Event reports", reports, shelf=shelf),
            Table(
                "Problems", ("Where", "What", "Way out"), tuple((problem.place or "", problem.what, problem.remedy) for problem in problems)
            ),
        ),
    )


def claim_list(shelf: Shelf, lines: Sequence[Line]) -> View:
    """Show many claims.

    Args:
        shelf: An open knowledge base.
        lines: Those to show.

    Returns:
        A table of claims with their words and voices.
    """
    shown, _ = shelf.cut(lines)
    return View("Claims", [line.data for line in shown], tables=(lines_table("Claims", lines, shelf=shelf),))


def claim_view(shelf: Shelf, line: Line) -> View:
    """Show one claim or event report, and what stands for or against it.

    Args:
        shelf: An open knowledge base.
        line: The claim or report.

    Returns:
        Its words and voices, the rule that proposed it, corroborations and disputes.
    """
    agreed, rows = corroboration_rows(shelf, line.id)
    disputes = [dispute for dispute in shelf.findings.disputes if line.id in dispute.claims]
    against = tuple((dispute.about, " | ".join(side.holds for side in dispute.positions), dispute.why, dispute.id) for dispute in disputes)
    return View(
        line.statement,
        {**line.data, "corroborations": [record.id for record in agreed], "disputes": [dispute.id for dispute in disputes]},
        (
            ("identifier", line.id),
            ("words", f"“{line.quote}”"),
            ("voices", line.voices),
            ("where", line.where),
            ("proposed by", f"{line.data['rule']} ({line.data['reader']})"),
        ),
        (
            Table("Agrees with", ("About", "Witnesses", "How many", "Why", "Identifier"), rows),
            Table("Disputed", ("About", "Positions", "Why", "Identifier"), against),
        ),
    )


def _document_data(document: Document) -> dict[str, Any]:
    return {"id": document.id, "title": document.title, **{name: getattr(document, name) for name in _PARTICULARS}}
