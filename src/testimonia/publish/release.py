"""Release: a folder that is the same, byte for byte, for the same knowledge.

1. Claims and reports are written first; what must not leave the house is held back and counted.
2. Entities are written if something released refers to them; findings if what they rest on is released.
3. Every row passes the safeguards; a breach ends the release before anything is in place.
4. All files go into a sibling folder, which takes the release's name when it is complete: there is never half a release.
"""

import hashlib
import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from testimonia.errors import StoreError
from testimonia.model.claim import Claim
from testimonia.model.entity import Entity
from testimonia.model.event import EventReport
from testimonia.model.finding import Corroboration, Dispute
from testimonia.model.judgement import Judgement
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.problem import Problem
from testimonia.publish.manifest import FORMAT, Manifest, digest_of_inputs
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
from testimonia.publish.safeguards import check_entity, check_evidence, check_labels, loaded_word, people_with_roles

SLOTS = ("initiator", "target", "where", "responsibility", "attribution")
"""Fields of an event row that hold references."""


@dataclass(slots=True)
class _Press:
    """What has been released so far: its ids, the entities that it refers to, and what was held back."""

    knowledge: Knowledge
    folder: Path
    released: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)
    withheld: Counter[str] = field(default_factory=Counter)
    counts: dict[str, int] = field(default_factory=dict)
    sha256: dict[str, str] = field(default_factory=dict)

    def write(self, name: str, rows: Iterable[Row]) -> None:
        """Write one file, hashing and counting as it goes."""
        digest, count = hashlib.sha256(), 0
        with (self.folder / name).open("wb") as file:
            for row in rows:
                line = encode(row)
                file.write(line)
                digest.update(line)
                count += 1
        self.counts[name], self.sha256[name] = count, digest.hexdigest()


def write_release(
    folder: Path,
    knowledge: Knowledge,
    findings: Findings,
    *,
    meta: Mapping[str, str],
    problems: Sequence[Problem] = (),
    judgements: Sequence[Judgement] | None = None,
    roles: Mapping[str, str] | None = None,
    lens: Mapping[str, Any] | None = None,
) -> Manifest:
    """Write a release folder, complete or not at all.

    Args:
        folder: Where to write it. An earlier release there is replaced; a folder with anything else in it is refused.
        knowledge: What is known, with the documents' texts.
        findings: What weighing the same knowledge gave.
        meta: Versions of the software, codebook, model and rules, as the manifest shall name them; no times of day.
        problems: What could not be done in earlier stages.
        judgements: Decisions on identity, None to leave the file out.
        roles: Public roles of persons by entity id, where the text states them beside the name.
        lens: Whose word was taken, as plain data, for the manifest.

    Returns:
        The manifest that was written.

    Raises:
        RecordError: A record breaks a safeguard; nothing is written.
        StoreError: The folder holds something that is no release, or cannot be written.
    """
    folder = folder.absolute()
    _refuse_strangers(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.partial-", dir=folder.parent))
    try:
        press = _Press(knowledge, made)
        _write_all(press, findings, problems=problems, judgements=judgements, roles=roles or {})
        manifest = Manifest(
            meta,
            digest_of_inputs(knowledge.documents.values()),
            press.counts,
            dict(sorted(press.sha256.items())),
            press.withheld,
            len(problems),
            lens or {},
        )
        (made / "manifest.json").write_bytes(json.dumps(manifest.as_row(), ensure_ascii=True, indent=1).encode() + b"\n")
        made.chmod(0o755)
        _put_in_place(made, folder)
    except OSError as error:
        raise StoreError(f"the release cannot be written to {folder}: {error}") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return manifest


def encode(row: Row) -> bytes:
    """Write a row as one line of JSON, always in the same way.

    Args:
        row: A row; the order of its fields is kept.

    Returns:
        UTF-8 with a line feed; a row with a code point that UTF-8 cannot hold is escaped instead.
    """
    line = json.dumps(row, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)
    try:
        return line.encode("utf-8") + b"\n"
    except UnicodeEncodeError:
        return json.dumps(row, ensure_ascii=True, separators=(", ", ": "), allow_nan=False).encode() + b"\n"


def _write_all(
    press: _Press, findings: Findings, *, problems: Sequence[Problem], judgements: Sequence[Judgement] | None, roles: Mapping[str, str]
) -> None:
    knowledge = press.knowledge
    order = {d.id: n for n, d in enumerate(sorted(knowledge.documents.values(), key=lambda d: (d.origin, d.id)))}

    def by_place(record: Claim | EventReport) -> tuple[int, int, int, str]:
        start = record.evidence[0] if record.evidence else None
        return order.get(record.document, len(order)), start.start if start else 0, start.end if start else 0, record.id if start else ""

    press.write("documents.jsonl", (document_row(knowledge.documents[name]) for name in order))
    press.write("claims.jsonl", _claims(press, sorted(knowledge.claims, key=by_place)))
    event_of = {report: event.id for event in findings.events for report in event.reports}
    press.write("events.jsonl", _reports(press, sorted(knowledge.reports, key=by_place), event_of))
    with_roles = people_with_roles(knowledge, roles=roles)
    press.write("entities.jsonl", _entities(press, with_roles))
    press.write("happenings.jsonl", (event_row(event) for event in findings.events if press.released.issuperset(event.reports)))
    press.write("disputes.jsonl", (dispute_row(dispute) for dispute in findings.disputes if _stands(press, dispute)))
    press.write("corroborations.jsonl", (corroboration_row(made) for made in findings.corroborations if _stands(press, made)))
    press.write("problems.jsonl", (problem_row(problem) for problem in sorted(problems, key=lambda p: (p.origin, p.stage, p.rule, p.id))))
    if judgements is not None:
        ordered = sorted(judgements, key=lambda judgement: (judgement.left, judgement.right, judgement.id))
        press.write("judgements.jsonl", (judgement_row(judgement) for judgement in ordered))


def _claims(press: _Press, claims: Sequence[Claim]) -> Iterable[Row]:
    for claim in claims:
        reason = _why_withheld(press, claim)
        if reason is not None:
            press.withheld[reason] += 1
            continue
        row = claim_row(press.knowledge, claim)
        check_evidence(row, documents=press.knowledge.documents)
        value = claim.value
        if value is not None:
            check_labels(claim.id, (value.unit, value.name_kind, value.text if claim.predicate == "capability" else None))
        press.released.add(claim.id)
        press.entities.update(name for name in (row["subject"], row["object"], *row["attribution"]) if name in press.knowledge.entities)
        yield row


def _why_withheld(press: _Press, claim: Claim) -> str | None:
    """Say why a claim is held back, as the manifest counts it; None if it is released."""
    knowledge = press.knowledge
    if is_private(knowledge, claim.subject):
        return "claim: subject is named but no entity"
    if knowledge.who(claim.subject) not in knowledge.entities:
        return "claim: subject is described only"
    if claim.object is not None and is_private(knowledge, claim.object):
        return "claim: object is named but no entity"
    if claim.value is not None and loaded_word(claim.value.role or "", names_too=False) is not None:
        return "claim: role in loaded words"
    return "claim: stands twice" if claim.id in press.released else None


def _reports(press: _Press, reports: Sequence[EventReport], event_of: Mapping[str, str]) -> Iterable[Row]:
    for report in reports:
        if report.id in press.released:
            press.withheld["event report: stands twice"] += 1
            continue
        press.withheld["event report: party is named but no entity"] += _hidden(press.knowledge, report)
        row = report_row(press.knowledge, report, event=event_of.get(report.id))
        check_evidence(row, documents=press.knowledge.documents)
        check_labels(report.id, (report.mode, *(figure.what for figure in report.figures)))
        press.released.add(report.id)
        named = [name for slot in SLOTS for name in row[slot]] + [figure["of"] for figure in row["figures"]]
        press.entities.update(name for name in named if name in press.knowledge.entities)
        yield row


def _hidden(knowledge: Knowledge, report: EventReport) -> int:
    """Count the names that a report's row leaves out."""
    people = (*report.initiator, *report.target, *report.responsibility, *(figure.of for figure in report.figures if figure.of is not None))
    places = sum(is_private(knowledge, party) for party in report.where)
    return places + sum(is_private(knowledge, party) or is_name_in_passing(party) for party in people)


def _entities(press: _Press, with_roles: frozenset[str]) -> Iterable[Row]:
    for name in sorted(press.entities):
        entity: Entity = press.knowledge.entities[name]
        check_entity(entity, with_roles=with_roles)
        yield entity_row(entity)


def _stands(press: _Press, finding: Dispute | Corroboration) -> bool:
    """Say whether all that a finding rests on is released; count it if not."""
    stands = press.released.issuperset(finding.claims)
    press.withheld["finding: rests on what is withheld"] += not stands
    return stands


def _refuse_strangers(folder: Path) -> None:
    """Raise unless the place is free, empty, or holds an earlier release."""
    if not folder.exists() and not folder.is_symlink():
        return
    if folder.is_symlink() or not folder.is_dir():
        raise StoreError(f"{folder} is no folder; name another place for the release")
    if not any(folder.iterdir()):
        return
    try:
        form = json.loads((folder / "manifest.json").read_text("utf-8")).get("format")
    except (OSError, ValueError, AttributeError):
        form = None
    if form != FORMAT:
        raise StoreError(f"{folder} holds something that is no release; name an empty or a new folder")


def _put_in_place(made: Path, folder: Path) -> None:
    """Give the finished folder its name; an earlier release steps aside first and is removed last."""
    aside = made.with_name(made.name + "-old")
    if folder.exists():
        folder.replace(aside)
    try:
        made.replace(folder)
    except OSError:
        if aside.exists():
            aside.replace(folder)
        raise
    shutil.rmtree(aside, ignore_errors=True)
