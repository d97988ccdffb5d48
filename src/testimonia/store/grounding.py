"""Keep out what does not stand in the text: verbatim or refused, whoever proposes it.

Each claim, event report and mention of a reading is held against the document as captured. What fails is refused by itself and told in a
problem, so that one bad proposal neither enters the store nor takes the good ones with it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from testimonia.errors import EvidenceError
from testimonia.model.claim import Claim
from testimonia.model.event import EventReport
from testimonia.model.evidence import Evidence
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.model.referent import Mention, Referent

_R = TypeVar("_R", Claim, EventReport, Mention)
_I = TypeVar("_I", Claim, EventReport, Mention, Referent, Problem)

UNGROUNDED = "store.ungrounded"
_REMEDY = "correct the reader named in this message: it must quote the words as the text has them, at their offsets"


def ground(reading: Reading, *, text: str, origin: str) -> Reading:
    """Keep of a reading what stands in its document's text.

    Args:
        reading: What a reader found in one document.
        text: The document's text, exactly as captured.
        origin: Where the document came from, for the problems.

    Returns:
        The reading without records that are not grounded, that point elsewhere or that are there twice, and with a problem for each one
        refused.
    """
    refused: list[Problem] = []
    known = {referent.id for referent in reading.referents if referent.document == reading.document}
    mentions = _grounded(reading.mentions, reading, text=text, origin=origin, known=known, refused=refused)
    claims = _grounded(reading.claims, reading, text=text, origin=origin, known=known, refused=refused)
    reports = _grounded(reading.reports, reading, text=text, origin=origin, known=known, refused=refused)
    referents = _once(referent for referent in reading.referents if referent.id in known)
    refused.extend(
        _refusal(reading, origin, place=None, what=f"a referent, {referent.name[:80]!r}, belongs to another document ({referent.document})")
        for referent in reading.referents
        if referent.document != reading.document
    )
    return replace(
        reading,
        referents=tuple(referents),
        mentions=tuple(_once(mentions)),
        claims=tuple(_once(claims)),
        reports=tuple(_once(reports)),
        problems=tuple(_once((*reading.problems, *refused))),
    )


def _grounded(records: Iterable[_R], reading: Reading, *, text: str, origin: str, known: set[str], refused: list[Problem]) -> list[_R]:
    kept = []
    for record in records:
        try:
            _check(record, reading.document, text=text, known=known)
        except EvidenceError as error:
            refused.append(_refusal(reading, origin, place=_place(record), what=f"{_noun(record)}: {error}"))
        else:
            kept.append(record)
    return kept


def _check(record: Claim | EventReport | Mention, document: str, *, text: str, known: set[str]) -> None:
    if record.document != document:
        raise EvidenceError(f"it belongs to another document, {record.document}, than the reading, {document}")
    if isinstance(record, Mention):
        if record.referent not in known:
            raise EvidenceError(f"{document}: {record.quote[:80]!r} stands for {record.referent}, which the reading does not list")
        _check_span(Evidence(document, record.start, record.end, record.quote), text)
        return
    if not record.evidence:
        raise EvidenceError(f"{document}: it quotes no words at all")
    for evidence in record.evidence:
        if evidence.document != document:
            raise EvidenceError(f"{document}: it quotes another document, {evidence.document}")
        _check_span(evidence, text)


def _check_span(evidence: Evidence, text: str) -> None:
    evidence.check(text)
    # A slice that runs past the end still gives the last words, but its offsets are not theirs.
    if evidence.end > len(text):
        raise EvidenceError(f"{evidence.document}: {evidence.start}-{evidence.end} runs past the end of a text of {len(text)} code points")


def _refusal(reading: Reading, origin: str, *, place: str | None, what: str) -> Problem:
    return Problem(
        origin=origin,
        stage="read",
        rule=UNGROUNDED,
        what=f"refused from {reading.reader}: {what}",
        remedy=_REMEDY,
        place=place,
        document=reading.document,
        fatal=False,
    )


def _place(record: Claim | EventReport | Mention) -> str | None:
    if isinstance(record, Mention):
        return f"{record.start}-{record.end}"
    return f"{record.evidence[0].start}-{record.evidence[0].end}" if record.evidence else None


def _noun(record: Claim | EventReport | Mention) -> str:
    if isinstance(record, Mention):
        return "a mention"
    return (
        f"a claim ({record.predicate}, {record.proposal.rule})"
        if isinstance(record, Claim)
        else f"a report ({record.type}, {record.proposal.rule})"
    )


def _once(records: Iterable[_I]) -> Iterator[_I]:
    seen: set[str] = set()
    for record in records:
        identifier = record.id
        if identifier not in seen:
            seen.add(identifier)
            yield record
