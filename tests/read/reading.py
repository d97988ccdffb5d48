"""Read a short text with the built-in grammar, show what came out in one line each, and compare it with what a coder expects.

Every reading made here is replayed against its text before it is used: see `check_grounded`.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from testimonia.model.claim import Attribution, Claim
from testimonia.model.document import Document
from testimonia.model.event import EventReport, Figure
from testimonia.model.kinds import entity_class
from testimonia.model.party import Party
from testimonia.model.reading import Reading
from testimonia.model.valid_time import ValidTime
from testimonia.read.parser.session import Parser
from testimonia.read.reader import ReadOptions, read_document
from testimonia.registry import CLAIM_RULES, EVENT_RULES
from testimonia.text.names import fold_name

CASES = Path(__file__).parents[1] / "cases" / "read"
SETTLEMENTS = frozenset((CASES / "settlements.txt").read_text("utf-8").splitlines())
"""A small stand-in for the gazetteer, so that the grammar is tested alone."""
OPTIONS = ReadOptions("grammar", CLAIM_RULES, EVENT_RULES, is_settlement=SETTLEMENTS.__contains__)

Expected = Mapping[str, Any]


def cases_of(name: str) -> list[dict[str, Any]]:
    """Load one file of cases."""
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text("utf-8").splitlines() if line.strip()]


def parametrized(name: str) -> pytest.MarkDecorator:
    """Run a test once for each case of a file; one that does not hold is expected to fail, and failing to fail is an error."""
    params = [
        pytest.param(
            case, id=case["label"], marks=[pytest.mark.xfail(strict=True, reason=case["comment"])] if case["holds"] == "no" else []
        )
        for case in cases_of(name)
    ]
    return pytest.mark.parametrize("case", params)


def fields_of(case: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a case says of its document: publisher, original publisher, date, title."""
    return {key: case[key] for key in ("publisher", "original_publisher", "published", "title") if key in case}


def document_of(text: str, **fields: Any) -> Document:
    """Make a document of a text, as capture would."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    basis = "sidecar" if fields.get("published") else "unknown"
    return Document(f"d-{sha256[:16]}", "case.txt", sha256, "text/plain", text, published_basis=basis, language="en", **fields)


@dataclass(frozen=True, slots=True)
class Read:
    """A reading beside its document, with the questions that cases ask."""

    document: Document
    reading: Reading

    def names(self, party: Party) -> set[str]:
        """Give every name that a party may go by: those of its referent, else its own words."""
        if party.referent is None:
            return {party.words}
        return {name for r in self.reading.referents if r.id == party.referent for name in (r.name, *r.names)} | {party.words}

    def name(self, party: Party | None) -> str:
        """Show a party: its referent's name, or its words in angle brackets."""
        if party is None:
            return "-"
        named = next((r.name for r in self.reading.referents if r.id == party.referent), None)
        return named if named is not None else f"<{party.words}>"

    def is_called(self, party: Party | None, wanted: str) -> bool:
        """Say whether a party is the one wanted; of a described party the wanted words must be part of its words."""
        if party is None:
            return False
        if party.referent is None:
            return plain(wanted) in plain(party.words)
        return plain(wanted) in {plain(name) for name in self.names(party)}

    def are_called(self, parties: Iterable[Party], wanted: Iterable[str]) -> bool:
        """Say whether parties and wanted names match one to one, in any order."""
        left = list(parties)
        for name in wanted:
            found = next((p for p in left if self.is_called(p, name)), None)
            if found is None:
                return False
            left.remove(found)
        return not left

    def lines(self) -> list[str]:
        """Show everything that was read, one line each, for the message of a failing test."""
        claims = [self.claim_line(claim) for claim in self.reading.claims]
        return (
            claims + [self.report_line(report) for report in self.reading.reports] + [f"problem: {p.what}" for p in self.reading.problems]
        )

    def claim_line(self, claim: Claim) -> str:
        """Show one claim."""
        value = claim.value
        shown = [str(v) for v in (value.text, value.role, value.low, value.high, value.unit) if v is not None] if value is not None else []
        target = [self.name(claim.object)] if claim.object is not None else []
        head = f"{claim.predicate}: {self.name(claim.subject)} -> {'|'.join(target + shown)}{_when(claim.when)}"
        return f"{head} {self._told(claim.attribution, claim.polarity)}"

    def report_line(self, report: EventReport) -> str:
        """Show one event report."""
        sides = [", ".join(map(self.name, side)) or "?" for side in (report.initiator, report.target)]
        where = f" in {', '.join(map(self.name, report.where))}" if report.where else ""
        figures = "".join(f" [{f.what} {f.low}..{f.high} of {self.name(f.of)}]" for f in report.figures)
        claimed = f" claimed by {', '.join(map(self.name, report.responsibility))}" if report.responsibility else ""
        recurrent = " recurrent" if report.recurrent else ""
        head = f"{report.type} {report.mode or ''}: {' -> '.join(sides)}{where}{_when(report.when)}{figures}{claimed}{recurrent}"
        return f"{head} {self._told(report.attribution, report.status)}"

    def _told(self, attribution: Attribution, state: str) -> str:
        return f"({' > '.join(map(self.name, attribution.voices)) or 'text'}; {attribution.stance}; {state})"


def _when(when: ValidTime | None) -> str:
    return "" if when is None else f" @{when.edtf}{' derived' if when.basis == 'derived' else ''}"


def plain(words: str) -> str:
    """Fold words for comparison, without a leading article."""
    folded = " ".join(words.lower().split()).strip("\"'“”‘’.,")
    for article in ("the ", "a ", "an "):
        folded = folded.removeprefix(article)
    return folded


def read_text(parser: Parser, text: str, **fields: Any) -> Read:
    """Read a text and replay its evidence."""
    document = document_of(text, **fields)
    read = Read(document, read_document(document, parser=parser, options=OPTIONS))
    check_grounded(read)
    return read


def check_grounded(read: Read) -> None:
    """Hold what was read against the text: every quotation at its offsets, every referent known, no private person among them."""
    text, reading = read.document.text, read.reading
    known = {r.id for r in reading.referents}
    for mention in reading.mentions:
        assert mention.quote and text[mention.start : mention.end] == mention.quote, f"a mention is not grounded: {mention}"
        assert mention.referent in known, f"a mention of nobody: {mention}"
    for record in (*reading.claims, *reading.reports):
        assert record.evidence, f"nothing is quoted: {record}"
        for evidence in record.evidence:
            evidence.check(text)
        for party in parties_of(record):
            assert party.referent is None or party.referent in known, f"a party without a referent: {party}"
            assert (party.start is None) == (party.end is None), f"half a span: {party}"
            if party.start is not None and party.end is not None:
                assert 0 <= party.start < party.end <= len(text) and text[party.start : party.end].strip(), (
                    f"a party outside the text: {party}"
                )
    for referent in reading.referents:
        assert referent.kind is None or entity_class(referent.kind) == referent.cls, f"kind and class disagree: {referent}"
        assert referent.cls != "person" or referent.role, f"a person without a public role became a referent: {referent}"
    assert not reading.problems, f"problems: {reading.problems}"


def parties_of(record: Claim | EventReport) -> list[Party]:
    """List every party of a record, its voices included."""
    voices = list(record.attribution.voices)
    if isinstance(record, Claim):
        return [record.subject, *([record.object] if record.object is not None else []), *voices]
    counted = [f.of for f in record.figures if f.of is not None]
    return [*record.initiator, *record.target, *record.where, *record.responsibility, *counted, *voices]


def expect_case(read: Read, case: Mapping[str, Any]) -> None:
    """Compare a reading with a case and say what is missing and what should not be there."""
    wrong = differences(read, case)
    shown = "\n  ".join(read.lines()) or "nothing was read"
    assert not wrong, "\n".join([case["text"], *wrong, f"read:\n  {shown}"])


def differences(read: Read, case: Mapping[str, Any]) -> list[str]:
    """List what a reading lacks and what it has against a case's coder."""
    missing = [f"missing: {json.dumps(wanted, ensure_ascii=False)}" for wanted in case["expect"] if not is_there(read, wanted)]
    return missing + [f"must not be read: {json.dumps(barred, ensure_ascii=False)}" for barred in case["not"] if is_there(read, barred)]


def is_there(read: Read, wanted: Expected) -> bool:
    """Say whether a reading holds what a case describes.

    A claim is affirmed and an event has happened unless the description says otherwise; `*` stands for any.
    """
    if "claim" in wanted:
        return any(_fits_claim(read, claim, wanted) for claim in read.reading.claims)
    if "event" in wanted:
        return any(_fits_report(read, report, wanted) for report in read.reading.reports)
    found = [r for r in read.reading.referents if plain(wanted["referent"]) in {plain(name) for name in (r.name, *r.names)}]
    return any(all(getattr(r, key) == wanted[key] for key in ("cls", "kind", "role") if key in wanted) for r in found)


def _fits_claim(read: Read, claim: Claim, wanted: Expected) -> bool:
    value = claim.value
    said = [] if value is None else [text for text in (value.text, value.role) if text is not None]
    if claim.predicate not in (wanted["claim"],) or wanted.get("polarity", "affirmed") not in (claim.polarity, "*"):
        return False
    if "subject" in wanted and not read.is_called(claim.subject, wanted["subject"]):
        return False
    if "object" in wanted and not read.is_called(claim.object, wanted["object"]):
        return False
    if "value" in wanted and not _fits_words(
        claim, [*said, *(read.names(claim.object) if claim.object is not None else ())], wanted["value"]
    ):
        return False
    fields = {key: None if value is None else getattr(value, key) for key in ("low", "high", "unit", "name_kind", "language")}
    fields["how"] = claim.subject.how
    return all(fields[key] == wanted[key] for key in fields if key in wanted) and _fits_frame(read, claim, wanted)


def _fits_words(claim: Claim, said: Iterable[str], wanted: str) -> bool:
    """Names must be equal but for their article; of roles, aims and the like the wanted words must be among them."""
    if claim.predicate in ("known_as", "renamed"):
        return any(fold_name(plain(text)) == fold_name(plain(wanted)) for text in said)
    return any(plain(wanted) in plain(text) for text in said)


def _fits_report(read: Read, report: EventReport, wanted: Expected) -> bool:
    if wanted["event"] not in (report.type, "*") or wanted.get("status", "happened") not in (report.status, "*"):
        return False
    for key in ("initiator", "target", "responsibility"):
        if key in wanted and not read.are_called(getattr(report, key), wanted[key]):
            return False
    if not all(any(read.is_called(place, name) for place in report.where) for name in wanted.get("where", ())):
        return False
    if not all(any(_fits_figure(read, figure, one) for figure in report.figures) for one in wanted.get("figures", ())):
        return False
    return all(getattr(report, key) == wanted[key] for key in ("mode", "recurrent") if key in wanted) and _fits_frame(read, report, wanted)


def _fits_figure(read: Read, figure: Figure, wanted: Expected) -> bool:
    if "of" in wanted and not read.is_called(figure.of, wanted["of"]):
        return False
    return wanted["what"] in (figure.what, "*") and (figure.low, figure.high) == (wanted["low"], wanted["high"])


def _fits_frame(read: Read, record: Claim | EventReport, wanted: Expected) -> bool:
    """Compare what claims and reports share: the time, the chain of voices, the stance."""
    if "when" in wanted and (None if record.when is None else record.when.edtf) != wanted["when"]:
        return False
    if "basis" in wanted and (record.when is None or record.when.basis != wanted["basis"]):
        return False
    if "stance" in wanted and record.attribution.stance != wanted["stance"]:
        return False
    if "voices" not in wanted:
        return True
    voices = record.attribution.voices
    return len(voices) == len(wanted["voices"]) and all(map(read.is_called, voices, wanted["voices"]))
