"""Lay out one reading: the text in its paragraphs, below each what it claims, and on request why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from testimonia.cli.output import write_line
from testimonia.cli.testimony import Line, claim_line, report_line
from testimonia.codebook.words import load_words
from testimonia.model.claim import Claim
from testimonia.model.event import EventReport
from testimonia.model.party import Party
from testimonia.model.refusal import Refusal
from testimonia.pipeline import Preview
from testimonia.registry import RULES

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*\S[^\n]*)*")
"""Lines up to an empty one; offsets stay those of the document."""
_INDENT = "    "
_FILLED = {
    "name": "named",
    "acronym": "by its acronym",
    "short_name": "by a short name",
    "topic": "the body spoken of",
    "heading": "by the heading above",
    "pronoun": "by a pronoun",
    "issuer": "the issuer of the text",
    "publisher": "the publisher",
    "words": "in words only",
}


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim or report with its line; `start` is where its first quotation begins."""

    start: int
    line: Line
    record: Claim | EventReport


def write_preview(preview: Preview, *, explain: bool) -> None:
    """Print a document's paragraphs, each with what it claims.

    Args:
        preview: A document read on its own.
        explain: Show also rules, slots and refusals.
    """
    document, told = preview.document, _told(preview)
    voice = " · ".join(part for part in (document.publisher, document.published) if part is not None)
    write_line(f"{document.title or document.origin}{f' ({voice})' if voice else ''}", style="bold")
    known = len(preview.reading.claims), len(preview.reading.reports)
    write_line(f"{document.origin}: {known[0]} claims, {known[1]} event reports", style="dim")
    for start, end in (match.span() for match in _PARAGRAPH.finditer(document.text)):
        write_line()
        write_line(document.text[start:end])
        for each in told:
            if start <= each.start < end:
                _write_told(each, explain=explain)
        for refusal in preview.reading.refusals if explain else ():
            if start <= refusal.start < end:
                write_line(f"{_INDENT}not read: “{refusal.trigger}”, {reason(refusal)} ({refusal.rule})", style="dim")
    for problem in preview.reading.problems:
        write_line(f"problem: {problem.what}; {problem.remedy}", style="yellow")


def explained(preview: Preview, *, explain: bool) -> dict[str, Any]:
    """Give a reading for programs.

    Args:
        preview: A document read on its own.
        explain: Give also how each slot was filled, and refusals.

    Returns:
        The document with its claims and event reports, as `testimonia show --json` gives them; with `explain` the rule's reason, the
        trigger and the slots of each, and the refused readings.
    """
    document = preview.document
    rows: dict[str, list[dict[str, Any]]] = {"claims": [], "reports": []}
    for each in _told(preview):
        row = dict(each.line.data)
        if explain:
            row |= {"trigger": each.record.proposal.trigger, "reason": rule_reason(each.record.proposal.rule)}
            row["slots"] = [
                {"slot": slot, "words": party.words, "start": party.start, "end": party.end, "filled": party.how}
                for slot, party in _slots(each.record)
            ]
        rows["claims" if isinstance(each.record, Claim) else "reports"].append(row)
    result: dict[str, Any] = {
        "document": document.id,
        "origin": document.origin,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "reader": preview.reading.reader,
        **rows,
        "problems": [{"rule": problem.rule, "what": problem.what, "remedy": problem.remedy} for problem in preview.reading.problems],
    }
    if explain:
        result["refused"] = [
            {"rule": r.rule, "trigger": r.trigger, "start": r.start, "end": r.end, "reason": r.reason, "words": reason(r)}
            for r in preview.reading.refusals
        ]
    return result


def reason(refusal: Refusal) -> str:
    """Put a refusal's reason into words.

    Args:
        refusal: A reading that was refused.

    Returns:
        Words of the table of reasons.
    """
    return str(load_words("refusals")["reasons"][refusal.reason])


def rule_reason(rule: str) -> str:
    """Give the reason of a rule: the first line of its docstring.

    Args:
        rule: Its name, such as `wings.read_wings`.

    Returns:
        One sentence; empty for a reader's rule that is not in the registry.
    """
    for each in RULES:
        if f"{each.__module__.rpartition('.')[2]}.{each.__name__}" == rule:
            return (each.__doc__ or "").strip().partition("\n")[0]
    return ""


def _told(preview: Preview) -> list[_Told]:
    claims = (_Told(c.evidence[0].start, claim_line(c, preview.known), c) for c in preview.reading.claims)
    reports = (_Told(r.evidence[0].start, report_line(r, preview.known), r) for r in preview.reading.reports)
    return sorted((*claims, *reports), key=lambda told: (told.start, told.line.id))


def _write_told(told: _Told, *, explain: bool) -> None:
    write_line(f"{_INDENT}{told.line.statement}", style="bold")
    write_line(f"{_INDENT * 2}“{told.line.quote}”")
    write_line(f"{_INDENT * 2}{told.line.voices}", style="dim")
    if not explain:
        return
    proposal = told.record.proposal
    why = rule_reason(proposal.rule)
    write_line(f"{_INDENT * 2}rule {proposal.rule}, by “{proposal.trigger}”{f': {why}' if why else ''}", style="dim")
    for slot, party in _slots(told.record):
        write_line(f"{_INDENT * 2}{slot}: “{party.words}”, {_FILLED.get(party.how, party.how)}", style="dim")
    if told.record.when is not None:
        write_line(f"{_INDENT * 2}when: {told.record.when.edtf}, {told.record.when.basis}", style="dim")


def _slots(record: Claim | EventReport) -> Iterator[tuple[str, Party]]:
    if isinstance(record, Claim):
        yield "subject", record.subject
        if record.object is not None:
            yield "object", record.object
    else:
        for slot in ("initiator", "target", "where", "responsibility"):
            yield from ((slot, party) for party in getattr(record, slot))
        yield from (("counted", figure.of) for figure in record.figures if figure.of is not None)
    yield from (("voice", voice) for voice in record.attribution.voices)
