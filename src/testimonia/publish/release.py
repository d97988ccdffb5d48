"""Release: a folder that is the same, byte for byte, for the same knowledge.

1. Documents, claims and reports are written first, one document after the other; what must not leave the house is held back and counted.
2. Entities are written if something released refers to them; findings if what they rest on is released.
3. Every row passes the safeguards; a breach ends the release before anything is in place.
4. The tables (Parquet, CSV, SQLite) are made from the lines of JSON that were written.
5. All files go into a sibling folder, which takes the release's name when it is complete: there is never half a release.
"""

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from testimonia.errors import StoreError
from testimonia.model.claim import Claim
from testimonia.model.event import EventReport
from testimonia.model.finding import Corroboration, Dispute
from testimonia.model.judgement import Judgement
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.problem import Problem
from testimonia.publish.beside import beside, cores
from testimonia.publish.folders import Sheet, encode, hash_of, new_folder
from testimonia.publish.manifest import InputsDigest, Manifest, floors_at_build
from testimonia.publish.read_me import datasette_metadata, read_me
from testimonia.publish.released import FILES, MANIFEST, TEXTS, parse_line
from testimonia.publish.rows import (
    Row,
    claim_row,
    corroboration_row,
    dispute_row,
    document_row,
    entity_row,
    event_row,
    is_name_in_passing,
    is_private,
    judgement_row,
    problem_row,
    report_row,
)
from testimonia.publish.safeguards import PublicRoles, check_entity, check_evidence, check_labels, loaded_word
from testimonia.publish.stemma_rows import WitnessOf, source_row, witness_rows
from testimonia.publish.stock import HeldStock, Stock
from testimonia.publish.tables import DATABASE, METADATA, write_database, write_tables
from testimonia.store.tables import open_tables

SLOTS = ("initiator", "target", "where", "responsibility", "attribution")
"""Fields of an event row that hold references."""
README = "README.txt"
WORTH_IT = 16_000_000
"""Bytes of JSON Lines from which on a second process for the tables saves more time than it costs."""


def _say_nothing(step: str, done: int, total: int | None) -> None:
    """For those who want to hear of no progress."""


@dataclass(frozen=True, slots=True)
class ReleaseOptions:
    """What goes into a release: `texts` of the documents, for private use only; `tables` beside the JSON Lines. `tell` hears how far it is:
    the step's name, how much is done, and how much there is."""

    texts: bool = False
    tables: bool = True
    tell: Callable[[str, int, int | None], None] = _say_nothing


@dataclass(slots=True)
class _Press:
    """What has been released so far: its ids, the entities that it refers to, and what was held back."""

    folder: Path
    options: ReleaseOptions
    roles: PublicRoles
    released: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)
    withheld: Counter[str] = field(default_factory=Counter)
    counts: dict[str, int] = field(default_factory=dict)
    sha256: dict[str, str] = field(default_factory=dict)
    inputs: InputsDigest = field(default_factory=InputsDigest)

    @contextmanager
    def sheet(self, kind: str) -> Iterator[Sheet]:
        """Open the file of a kind of record, and note its hash and number of lines when it is written."""
        with (self.folder / FILES[kind]).open("wb") as file:
            sheet = Sheet(file)
            yield sheet
        self.counts[FILES[kind]], self.sha256[FILES[kind]] = sheet.count, sheet.sha256

    def write(self, kind: str, rows: Iterable[Row]) -> None:
        """Write all rows of a kind."""
        with self.sheet(kind) as sheet:
            for row in rows:
                sheet.write(row)

    def add(self, name: str, content: bytes) -> None:
        """Write another file."""
        (self.folder / name).write_bytes(content)
        self.note(self.folder / name)

    def note(self, file: Path) -> None:
        """Note the hash of a file that is written."""
        self.sha256[file.relative_to(self.folder).as_posix()] = hash_of(file)


def write_release(
    folder: Path,
    knowledge: Knowledge,
    findings: Findings,
    *,
    meta: Mapping[str, str],
    problems: Sequence[Problem] = (),
    judgements: Sequence[Judgement] | None = None,
    roles: Mapping[str, str] | None = None,
    witness_of: WitnessOf | None = None,
    lens: Mapping[str, Any] | None = None,
    options: ReleaseOptions | None = None,
) -> Manifest:
    """Write a release folder from records in memory, complete or not at all.

    Args:
        folder: Where to write it. An earlier release there is replaced; a folder with anything else in it is refused.
        knowledge: What is known, with the documents' texts.
        findings: What weighing the same knowledge gave.
        meta: Versions of the software, codebook, model and rules, as the manifest shall name them; no times of day.
        problems: What could not be done in earlier stages.
        judgements: Decisions on identity, None to leave the file out.
        roles: Public roles of persons by entity id, where the text states them beside the name.
        witness_of: What finds the witnesses behind claims, None to leave the file of witnesses out.
        lens: Whose word was taken, as plain data, for the manifest.
        options: What goes into it.

    Returns:
        The manifest that was written.

    Raises:
        RecordError: A record breaks a safeguard; nothing is written.
        StoreError: The folder holds something that is no release, or cannot be written.
    """
    stock = HeldStock(knowledge, findings, problems, judgements, roles, witness_of)
    return release_stock(folder, stock, meta=meta, lens=lens, options=options)


def release_stock(
    folder: Path,
    stock: Stock,
    *,
    meta: Mapping[str, str],
    lens: Mapping[str, Any] | None = None,
    options: ReleaseOptions | None = None,
) -> Manifest:
    """Write a release folder, complete or not at all, holding no more in memory than the stock does and the ids of what was released.

    Args:
        folder: Where to write it. An earlier release there is replaced; a folder with anything else in it is refused.
        stock: What it is made from.
        meta: Versions of the software, codebook, model and rules, as the manifest shall name them; no times of day.
        lens: Whose word was taken, as plain data, for the manifest.
        options: What goes into it.

    Returns:
        The manifest that was written.

    Raises:
        RecordError: A record breaks a safeguard; nothing is written.
        StoreError: The folder holds something that is no release, or cannot be written.
    """
    options = options or ReleaseOptions()
    try:
        with new_folder(folder) as made:
            press = _Press(made, options, PublicRoles(stock.roles))
            _write_all(press, stock)
            if options.tables:
                _write_tables(press, lens or {})
            manifest = Manifest(
                meta=meta,
                inputs=press.inputs.hexdigest(),
                counts=press.counts,
                sha256=press.sha256,
                withheld=press.withheld,
                lens=lens or {},
                floors=floors_at_build(),
                texts=options.texts,
            )
            press.add(README, read_me(manifest, tables=options.tables).encode())
            (made / MANIFEST).write_bytes(json.dumps(manifest.as_row(), ensure_ascii=True, indent=1).encode() + b"\n")
    except OSError as error:
        raise StoreError(f"the release cannot be written to {folder}: {error}") from error
    return manifest


def _write_all(press: _Press, stock: Stock) -> None:
    event_of = {report: event.id for event in stock.events() for report in event.reports}
    _write_testimony(press, stock, event_of)
    event_of.clear()
    press.write("entities", _entities(press, stock))
    press.write("happenings", (event_row(event) for event in stock.events() if press.released.issuperset(event.reports)))
    press.write("disputes", (dispute_row(dispute) for dispute in stock.disputes() if _stands(press, dispute)))
    press.write("corroborations", (corroboration_row(made) for made in stock.corroborations() if _stands(press, made)))
    press.write("sources", map(source_row, stock.sources()))
    if stock.witness_of is not None:
        press.write("witnesses", _witnesses(press))
        _aside(press).unlink()
    judgements = stock.judgements()
    if judgements is not None:
        press.write("judgements", map(judgement_row, judgements))
    press.write("problems", map(problem_row, stock.problems()))


def _write_testimony(press: _Press, stock: Stock, event_of: Mapping[str, str]) -> None:
    """Write documents, claims and reports side by side, and the texts if they are asked for."""
    if press.options.texts:
        (press.folder / TEXTS).mkdir()
    with ExitStack() as stack:
        documents, claims, reports = (stack.enter_context(press.sheet(kind)) for kind in ("documents", "claims", "event_reports"))
        aside = None if stock.witness_of is None else stack.enter_context(_aside(press).open("wb"))
        for number, part in enumerate(stock.parts(), 1):
            press.roles.note(part)
            for document in part.documents.values():
                press.inputs.note(document)
                documents.write(document_row(document))
                if press.options.texts:
                    press.add(f"{TEXTS}/{document.id}.txt", document.text.encode("utf-8", "surrogatepass"))
            for row in _claims(press, part):
                claims.write(row)
            for row in _reports(press, part, event_of):
                reports.write(row)
            if aside is not None and stock.witness_of is not None:
                found = witness_rows((*part.claims, *part.reports), stock.witness_of(part), released=press.released)
                aside.writelines(map(encode, found))
            press.options.tell("documents", number, stock.size)


def _aside(press: _Press) -> Path:
    """Where witnesses wait until it is known which of the claims that tell of their bonds are released."""
    return press.folder / ".witnesses"


def _witnesses(press: _Press) -> Iterator[Row]:
    with _aside(press).open("rb") as lines:
        for number, line in enumerate(lines, 1):
            row = parse_line(line, where=f"witnesses, line {number}")
            for link in row["links"]:
                link["claims"] = [claim for claim in link["claims"] if claim in press.released]
            yield row


def _claims(press: _Press, part: Knowledge) -> Iterator[Row]:
    for claim in part.claims:
        reason = _why_withheld(part, claim)
        row = None if reason is not None else claim_row(part, claim)
        if row is None or row["id"] in press.released:
            press.withheld[reason or "claim: stands twice"] += 1
            continue
        check_evidence(row, documents=part.documents)
        value = claim.value
        if value is not None:
            check_labels(row["id"], (value.unit, value.name_kind, value.text if claim.predicate == "capability" else None))
        press.released.add(row["id"])
        press.entities.update(name for name in (row["subject"], row["object"], *row["attribution"]) if name in part.entities)
        yield row


def _why_withheld(part: Knowledge, claim: Claim) -> str | None:
    """Say why a claim is held back, as the manifest counts it; None if it is released."""
    if is_private(part, claim.subject):
        return "claim: subject is named but no entity"
    if part.who(claim.subject) not in part.entities:
        return "claim: subject is described only"
    if claim.object is not None and is_private(part, claim.object):
        return "claim: object is named but no entity"
    if claim.value is not None and loaded_word(claim.value.role or "", names_too=False) is not None:
        return "claim: role in loaded words"
    return None


def _reports(press: _Press, part: Knowledge, event_of: Mapping[str, str]) -> Iterator[Row]:
    for report in part.reports:
        name = report.id
        if name in press.released:
            press.withheld["event report: stands twice"] += 1
            continue
        press.withheld["event report: party is named but no entity"] += _hidden(part, report)
        row = report_row(part, report, event=event_of.get(name))
        check_evidence(row, documents=part.documents)
        check_labels(name, (report.mode, *(figure.what for figure in report.figures)))
        press.released.add(name)
        named = [name for slot in SLOTS for name in row[slot]] + [figure["of"] for figure in row["figures"]]
        press.entities.update(name for name in named if name in part.entities)
        yield row


def _hidden(part: Knowledge, report: EventReport) -> int:
    """Count the names that a report's row leaves out."""
    people = (*report.initiator, *report.target, *report.responsibility, *(figure.of for figure in report.figures if figure.of is not None))
    places = sum(is_private(part, party) for party in report.where)
    return places + sum(is_private(part, party) or is_name_in_passing(party) for party in people)


def _entities(press: _Press, stock: Stock) -> Iterator[Row]:
    for entity in stock.entities():
        if entity.id in press.entities:
            role = press.roles.of(entity)
            check_entity(entity, with_roles=() if role is None else (entity.id,))
            yield entity_row(entity, role=role)


def _stands(press: _Press, finding: Dispute | Corroboration) -> bool:
    """Say whether all that a finding rests on is released; count it if not."""
    stands = press.released.issuperset(finding.claims)
    press.withheld["finding: rests on what is withheld"] += not stands
    return stands


def _write_tables(press: _Press, lens: Mapping[str, Any]) -> None:
    """Write Parquet and CSV, and the SQLite file; for a large release side by side."""
    folder, spill, other = press.folder, press.folder / ".spill", press.folder / ".spill-beside"
    lines = sum((folder / name).stat().st_size for name in press.counts)
    at_once = cores() > 1 and lines >= WORTH_IT
    with ExitStack() as stack:
        for scratch in (spill, other):
            scratch.mkdir()
            stack.callback(shutil.rmtree, scratch)
        if at_once:
            stack.enter_context(beside("testimonia.publish.table_process", (str(folder), str(other))))
        with open_tables(folder, spill=spill) as tables:
            for number, file in enumerate(write_tables(folder, tables), 1):
                press.note(file)
                press.options.tell("tables", number, None)
            if not at_once:
                write_database(folder, tables)
    press.note(folder / DATABASE)
    press.add(METADATA, json.dumps(datasette_metadata(lens), ensure_ascii=False, indent=1).encode() + b"\n")
