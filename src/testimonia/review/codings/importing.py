"""Importing: what a coder's file comes to in a knowledge base: decisions to append, judgements on identity, and what was left out and why.

Nothing here writes. Each decision keeps in its comment which file and row it came from; a document's names, with whom they name, come
first, as a comment on the document itself.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from testimonia.errors import DecisionError
from testimonia.model.decision import Decision
from testimonia.model.document import Document
from testimonia.model.judgement import Feature, Judgement
from testimonia.model.problem import Problem
from testimonia.model.referent import Referent
from testimonia.review.codings.building import Bench, Built, build_claim, build_report
from testimonia.review.codings.cast import Cast, Coded, Naming, cast_of, named_here
from testimonia.review.codings.placing import OnRecord, place
from testimonia.review.codings.sheet import Entry, RefusedError, Sheet, note, refusal, refuse
from testimonia.review.codings.shelf import Shelf
from testimonia.review.decider import Decider
from testimonia.review.identity import COMMENT


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with all that is on record about it: what it names and where, its claims and reports with the decisions on them."""

    document: Document
    referents: Mapping[str, Referent]
    mentioned: frozenset[str]
    records: tuple[OnRecord, ...]


@dataclass(frozen=True, slots=True)
class Base:
    """What a file is held against: the documents, a way to open one, and the decisions on identity, oldest first."""

    shelf: Shelf
    open: Callable[[str], Opened]
    judgements: tuple[Judgement, ...] = ()


@dataclass(slots=True)
class Plan:
    """What comes of a file: decisions with the newest one seen on each record, judgements, problems, and counts of what happens."""

    decisions: list[tuple[Decision, str | None]] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def count(self, what: str, by: int = 1) -> None:
        """Count something that happens.

        Args:
            what: Its name.
            by: How often.
        """
        if by:
            self.counts[what] = self.counts.get(what, 0) + by


def plan_import(sheet: Sheet, base: Base, decider: Decider) -> Plan:
    """Work out what comes of a coder's file.

    Args:
        sheet: The file.
        base: The knowledge base.
        decider: Whose coding it is, and when it is brought in.

    Returns:
        Everything to append, and everything that was left out and why; whatever the file holds, it never raises.
    """
    plan = Plan(problems=list(sheet.problems))
    cast, wrong = cast_of(sheet)
    plan.problems += wrong
    for what, number in sheet.left_out.items():
        plan.count(f"{what} left out, as they are worked out anew", number)
    hints = {str(entry.row.get("id")): entry for entry in sheet.documents}
    work = _Import(sheet, base, decider, cast, hints, plan)
    rows, of = work.by_document()
    placed = {name: work.document(base.open(name), rows.get(name, []), of) for name in sorted({*rows, *of.values()})}
    work.identity(placed)
    return plan


@dataclass(slots=True)
class _Import:
    sheet: Sheet
    base: Base
    decider: Decider
    cast: Cast
    hints: Mapping[str, Entry]
    plan: Plan

    def by_document(self) -> tuple[dict[str, list[tuple[str, Entry]]], dict[str, str]]:
        """Sort rows by the document that each one quotes, and say which documents the file's names for them are."""
        rows: dict[str, list[tuple[str, Entry]]] = {}
        of: dict[str, str] = {}
        for kind, listed in (("claim", self.sheet.claims), ("report", self.sheet.events)):
            for entry in listed:
                try:
                    reference = _document_of(entry)
                    found = self.base.shelf.find(reference, self.hints)
                except RefusedError as refused:
                    self.plan.problems.append(refusal(entry, refused))
                    continue
                of[str(reference)] = found
                rows.setdefault(found, []).append((kind, entry))
        self._documents_named(of)
        return rows, of

    def _documents_named(self, of: dict[str, str]) -> None:
        wanted = {name: coded.entry for coded in self.cast.by_key.values() for name in coded.documents}
        if any(coded.referents for coded in self.cast.by_key.values()):
            wanted |= dict(self.hints)
        for name, entry in wanted.items():
            if name not in of:
                try:
                    of[name] = self.base.shelf.find(name, self.hints)
                except RefusedError as refused:
                    self.plan.problems.append(refusal(entry, refused))

    def document(self, opened: Opened, rows: Iterable[tuple[str, Entry]], of: Mapping[str, str]) -> Naming:
        """Put what a file says of one document on record."""
        document = opened.document.id
        naming = Naming(opened.document, opened.referents, self.cast)
        for coded in named_here(self.cast, document, of):
            if coded.referents:
                naming.released(coded)
            elif not naming.referents_of(coded) and not coded.is_private:
                what = f"{coded.names[0][:80]!r} does not stand in the document"
                self.plan.problems.append(
                    refusal(coded.entry, refuse("not_in_text", what, "write the name as the document has it"), document=document)
                )
        bench = Bench(naming, self.decider.by, self._publisher(document, of))
        built = [one for kind, entry in rows if (one := self._built(kind, entry, bench)) is not None]
        at = len(self.plan.decisions)
        self._place(built, opened, naming)
        names = self._names(naming, opened)
        if names is not None:
            self.plan.decisions.insert(at, (names, None))
        return naming

    def _publisher(self, document: str, of: Mapping[str, str]) -> str | None:
        said = [self.hints[name].row.get("publisher") for name, found in of.items() if found == document and name in self.hints]
        return next((one for one in said if isinstance(one, str) and one.strip()), None)

    def _built(self, kind: str, entry: Entry, bench: Bench) -> Built | None:
        try:
            return build_claim(bench, entry) if kind == "claim" else build_report(bench, entry)
        except RefusedError as refused:
            self.plan.problems.append(refusal(entry, refused, document=bench.naming.document.id))
            return None

    def _place(self, built: Iterable[Built], opened: Opened, naming: Naming) -> None:
        known = {one.said.id: one for one in opened.records}
        asked = [coded for coded in self.cast.by_key.values() if naming.has(coded)]
        same = {referent: coded.key for coded in asked for referent in naming.referents_of(coded)}
        added: set[str] = set()
        for one in built:
            self.plan.problems += one.notes
            if one.record.id in added:
                what = "the file says this twice, of the same words"
                self.plan.problems.append(note(one.entry, "said_twice", what, "nothing; it was taken once", document=opened.document.id))
                continue
            try:
                placed, record = place(one, known, self._decider(one.entry), same)
            except DecisionError as error:
                self.plan.problems.append(
                    refusal(one.entry, refuse("not_decided", str(error), "look at the record with: testimonia review log"))
                )
                continue
            known.pop(record, None)
            added |= {record, one.record.id}
            if placed.decision is None:
                self.plan.count("on record already")
            else:
                self.plan.decisions.append((placed.decision, placed.seen))
                self.plan.count("added" if placed.decision.adds else placed.decision.verdict.lower())

    def _names(self, naming: Naming, opened: Opened) -> Decision | None:
        mentions = tuple(one for name, one in naming.mentions.items() if name not in opened.mentioned)
        if not naming.new and not mentions:
            return None
        self.plan.count("names", len(naming.new))
        document = opened.document.id
        comment = f"names from {self._source()}"
        return Decision(
            document, document, "COMMENTED", self.decider.by, self.decider.at, comment, None, tuple(naming.new.values()), mentions
        )

    def _source(self, entry: Entry | None = None) -> str:
        place = "" if entry is None else f", {entry.place}"
        return f"{self.sheet.name if entry is None else entry.origin}{place} (sha256 {self.sheet.sha256})"

    def _decider(self, entry: Entry) -> Decider:
        said = entry.row.get("note")
        before = f"{said.strip()} – " if isinstance(said, str) and said.strip() else ""
        return Decider(self.decider.by, self.decider.at, f"{before}from {self._source(entry)}")

    def identity(self, placed: Mapping[str, Naming]) -> None:
        """Judge what the file says is one, and what of one name it says is two."""
        referents = {one: naming for naming in placed.values() for one in naming.referents}
        groups = {coded.key: _referents(coded, placed) for coded in self.cast.by_key.values()}
        pairs: list[tuple[str, str, str, Entry]] = []
        if self.sheet.judgements:
            pairs = [one for one in _people(self.sheet.judgements) if one[0] in referents and one[1] in referents]
        else:
            for key, group in groups.items():
                pairs += [(group[0], other, "SAME", self.cast.by_key[key].entry) for other in group[1:]]
        for keys in self.cast.by_name.values():
            for left, right in combinations(keys, 2):
                one, other = self.cast.by_key[left], self.cast.by_key[right]
                apart = groups[left] and groups[right] and one.cls == other.cls and not set(groups[left]) & set(groups[right])
                pairs += [(groups[left][0], groups[right][0], "DIFFERENT", other.entry)] if apart else []
        for first, second, verdict, entry in pairs:
            self._judge(first, second, verdict, entry)

    def _judge(self, left: str, right: str, verdict: str, entry: Entry) -> None:
        pair = {left, right}
        mine = [one.verdict for one in self.base.judgements if {one.left, one.right} == pair and one.by == self.decider.by]
        if mine and mine[-1] == verdict:
            return
        score = 1.0 if verdict == "SAME" else 0.0
        reason = (Feature(COMMENT, 0.0, f"from {self._source(entry)}"),)
        self.plan.judgements.append(Judgement(left, right, verdict, score, reason, self.decider.by, at=self.decider.at))  # type: ignore[arg-type]
        self.plan.count("identity")


def _document_of(entry: Entry) -> object:
    row, spans = entry.row, entry.row.get("evidence")
    if row.get("document") is not None:
        return row["document"]
    named = [one.get("document") for one in spans if isinstance(one, dict)] if isinstance(spans, list) else []
    if len({str(one) for one in named}) > 1:
        raise refuse("several_documents", "the quotations are of several documents", "write one row for each document")
    return named[0] if named else None


def _referents(coded: Coded, placed: Mapping[str, Naming]) -> list[str]:
    return list(dict.fromkeys(one for naming in placed.values() if naming.has(coded) for one in naming.referents_of(coded)))


def _people(entries: Iterable[Entry]) -> list[tuple[str, str, str, Entry]]:
    """What people judged and did not take back, of a release's judgements."""
    stacks: dict[frozenset[str], list[tuple[str, str, str, Entry, object]]] = {}
    sound = [entry for entry in entries if all(isinstance(entry.row.get(name), str) for name in ("left", "right", "verdict", "by"))]
    for entry in sorted(sound, key=lambda entry: str(entry.row.get("at"))):
        row = entry.row
        if row["by"].startswith("rule:"):
            continue
        stack = stacks.setdefault(frozenset((row["left"], row["right"])), [])
        if row["verdict"] == "WITHDRAWN":
            last = next((one for one in reversed(stack) if one[4] == row["by"]), None)
            stack[:] = [one for one in stack if one is not last]
        elif row["verdict"] in ("SAME", "DIFFERENT"):
            stack.append((row["left"], row["right"], row["verdict"], entry, row["by"]))
    return [stack[-1][:4] for stack in stacks.values() if stack]
