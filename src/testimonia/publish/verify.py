"""Verify: what is wrong with a release, each fault with its file, its line and the way out.

1. `hashes`: every file that the manifest names is there with its hash, and no other file.
2. `rows`: lines are JSON with the fields of their kind, as many as the manifest counts, each identifier once.
3. `references`: every identifier leads to a row that is there.
4. `never`: no person without a public role, no loaded word as a code or label, no name in passing where only a side belongs.
5. `grounding`: every quotation stands at its offsets, where the texts are at hand.
6. `tables`: Parquet, CSV and SQLite hold the rows of the JSON Lines.

A release that was changed by hand fails 1 even if all the rest holds.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from testimonia.codebook.phrases import described
from testimonia.errors import EvidenceError, RecordError, StoreError
from testimonia.model.evidence import Evidence
from testimonia.model.kinds import ENTITY_KINDS, EVENT_TYPES, PREDICATES, SOURCE_KINDS, STANCES, STATUSES
from testimonia.model.party import Party
from testimonia.publish.folders import hash_of
from testimonia.publish.released import FILES, MANIFEST, Released, parse_line
from testimonia.publish.rows import Row, is_name_in_passing
from testimonia.publish.safeguards import check_labels, is_public_role, loaded_word
from testimonia.publish.verify_tables import table_faults

ANEW = "copy the release again, or make it anew from its knowledge base"
REPORT = "do not pass it on; make it anew, and report it if that does not help"
_ENTITY_SLOTS = ("initiator", "target", "where", "responsibility", "attribution")
_CODES: Mapping[str, Mapping[str, Iterable[str]]] = {
    "entities": {"kind": ENTITY_KINDS},
    "claims": {"predicate": PREDICATES, "stance": STANCES},
    "event_reports": {"type": EVENT_TYPES, "stance": STANCES, "status": STATUSES},
    "happenings": {"type": EVENT_TYPES},
    "sources": {"kind": SOURCE_KINDS},
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: which check found it, in which file and line (None for the whole file), what, and what to do."""

    check: str
    file: str
    line: int | None
    what: str
    remedy: str = ANEW

    @property
    def in_words(self) -> str:
        """The fault on one line."""
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{place}: {self.what}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Verified:
    """What was checked: faults up to the number asked for, whether there are more, and how many quotations were held against their text."""

    faults: tuple[Fault, ...]
    more: bool
    rows: int
    grounded: int
    ungrounded: int


@dataclass(slots=True)
class _Checked:
    """What the rows that were gone through say, for those that come later."""

    release: Released
    text_of: Callable[[str], str | None]
    ids: dict[str, set[str]] = field(default_factory=dict)
    rows: int = 0
    grounded: int = 0
    ungrounded: int = 0
    text: tuple[str, str | None] = ("", None)
    line: int = 0
    unproven: dict[str, tuple[str, int]] = field(default_factory=dict)


def verify_release(folder: Path, *, text_of: Callable[[str], str | None] | None = None, most: int = 100) -> Verified:
    """Check a release.

    Args:
        folder: The release.
        text_of: Gives a document's text by its id, None where it is not at hand; None takes the texts within the release.
        most: How many faults to gather before going no further.

    Returns:
        What was found.

    Raises:
        StoreError: The folder is no release.
    """
    release = Released(folder)
    checked = _Checked(release, text_of or release.text)
    faults: list[Fault] = []
    for fault in _all_faults(checked):
        if len(faults) == most:
            return Verified(tuple(faults), True, checked.rows, checked.grounded, checked.ungrounded)
        faults.append(fault)
    return Verified(tuple(faults), False, checked.rows, checked.grounded, checked.ungrounded)


def _all_faults(checked: _Checked) -> Iterator[Fault]:
    yield from _hash_faults(checked.release)
    readable = True
    for kind in FILES:
        for fault in _row_faults(checked, kind):
            readable = readable and fault.check != "rows"
            yield fault
    if not readable:
        return  # what refers to a line that cannot be read would be told as missing
    for kind, check in _CHECKS.items():
        for number, row in enumerate(checked.release.rows(kind), 1):
            checked.line = number
            try:
                for name, what, remedy in check(checked, row):
                    yield Fault(name, FILES[kind], number, what, remedy)
            except (KeyError, TypeError, AttributeError, ValueError) as error:
                yield Fault("rows", FILES[kind], number, f"lacks a field, or has a value of another kind ({error})")
    for name, (role, at) in checked.unproven.items():
        what = f"{name} is a person whose role {role!r} is not public and stands in no claim"
        yield Fault("never", FILES["entities"], at, what, REPORT)
    with TemporaryDirectory() as spill:
        try:
            for file, line, what in table_faults(checked.release, spill=Path(spill)):
                yield Fault("tables", file, line, what)
        except StoreError as error:
            yield Fault("tables", "tables", None, str(error))


def _hash_faults(release: Released) -> Iterator[Fault]:
    named = {str(name): str(digest) for name, digest in release.manifest["sha256"].items()}
    for name, digest in sorted(named.items()):
        file = release.folder / name
        if Path(name).is_absolute() or ".." in Path(name).parts or not file.is_file():
            yield Fault("hashes", name, None, "is named in the manifest and not there")
        elif hash_of(file) != digest:
            yield Fault("hashes", name, None, "was changed since the release was made")
    for file in sorted(path for path in release.folder.rglob("*") if path.is_file() or path.is_symlink()):
        name = file.relative_to(release.folder).as_posix()
        if name not in named and name != MANIFEST:
            yield Fault("hashes", name, None, "is not named in the manifest", "remove it, or copy the release again")


def _row_faults(checked: _Checked, kind: str) -> Iterator[Fault]:
    """Check that lines can be read and are all there."""
    seen = checked.ids.setdefault(kind, set())
    number = 0
    for number, line in enumerate(checked.release.lines(kind), 1):
        try:
            row = parse_line(line, where=f"{FILES[kind]}, line {number}")
            identifier = str(row["id"])
        except RecordError as error:
            yield Fault("rows", FILES[kind], number, str(error).partition(": ")[2].partition(";")[0])
            continue
        except KeyError:
            yield Fault("rows", FILES[kind], number, "has no id")
            continue
        if identifier in seen:
            yield Fault("rows", FILES[kind], number, f"{identifier} stands twice")
        seen.add(identifier)
    checked.rows += number
    if number != checked.release.count(kind):
        yield Fault("rows", FILES[kind], None, f"has {number:,} lines; the manifest counts {checked.release.count(kind):,}")


def _check_entity(checked: _Checked, row: Row) -> Iterator[tuple[str, str, str]]:
    yield from _code_faults("entities", row)
    role = row["role"] or ""
    if row["kind"] == "person" and not role.strip():
        yield "never", f"{row['id']} is a person without a public role", REPORT
    elif row["kind"] == "person" and not is_public_role(role):
        checked.unproven[row["id"]] = role, checked.line
    if loaded_word(role, names_too=False) is not None:
        yield "never", f"the role {role!r} holds a loaded word", REPORT


def _check_claim(checked: _Checked, row: Row) -> Iterator[tuple[str, str, str]]:
    yield from _code_faults("claims", row)
    yield from _missing(checked, "entities", [row["subject"], *([] if row["object"] is None else [row["object"]])])
    yield from _evidence_faults(checked, row)
    value = row["value"] or {}
    if (
        row["predicate"] == "has_role"
        and row["polarity"] == "affirmed"
        and checked.unproven.get(row["subject"], ("",))[0] == value.get("role")
    ):
        checked.unproven.pop(row["subject"], None)
    labels = [value.get("unit"), value.get("kind"), value.get("text") if row["predicate"] == "capability" else None]
    yield from _label_faults(row["id"], labels)
    if loaded_word(value.get("role") or "", names_too=False) is not None:
        yield "never", f"the role {value['role']!r} holds a loaded word", REPORT


def _check_report(checked: _Checked, row: Row) -> Iterator[tuple[str, str, str]]:
    yield from _code_faults("event_reports", row)
    yield from _missing(checked, "happenings", [] if row["event"] is None else [row["event"]])
    yield from _evidence_faults(checked, row)
    yield from _label_faults(row["id"], [row["mode"], *(figure["what"] for figure in row["figures"])])
    for slot in _ENTITY_SLOTS:
        yield from _missing(checked, "entities", [name for name in row[slot] if _looks_like_id(name)])
    sides = [name for slot in ("initiator", "target", "responsibility") for name in row[slot]] + [figure["of"] for figure in row["figures"]]
    for name in sides:
        if name is not None and name not in checked.ids["entities"] and is_name_in_passing(Party(name)):
            yield "never", f"{name!r} is a bare name and no entity; casualties and parties are counts and sides, never names", REPORT


def _check_happening(checked: _Checked, row: Row) -> Iterator[tuple[str, str, str]]:
    yield from _code_faults("happenings", row)
    bounds = [toll[end] for toll in row["tolls"] for end in ("low", "best", "high") if toll[end] is not None]
    yield from _missing(checked, "event_reports", [*row["reports"], *(report for bound in bounds for report in bound["reports"])])
    yield from _label_faults(row["id"], [toll["what"] for toll in row["tolls"]])


def _check_finding(checked: _Checked, row: Row) -> Iterator[tuple[str, str, str]]:
    for name in (*row["claims"], *(name for side in row.get("positions", ()) for name in side["claims"])):
        if name not in checked.ids["claims"] and name not in checked.ids["event_reports"]:
            yield "references", f"{row['id']} rests on {name}, which is no claim or event report of the release", ANEW


def _check_source(checked: _Checked, row: Row) -> Iterator[tuple[str, str, str]]:
    yield from _code_faults("sources", row if row["kind"] is not None else row | {"kind": SOURCE_KINDS[0]})


def _check_witness(checked: _Checked, row: Row) -> Iterator[tuple[str, str, str]]:
    yield from _missing(checked, "documents", [row["document"]])
    yield from _check_finding(checked, row | {"claims": [*row["claims"], *(claim for link in row["links"] for claim in link["claims"])]})
    for label in (row["label"], *(link["hub_label"] for link in row["links"])):
        if described(label) != label:
            yield "never", f"the label {label!r} holds a loaded word outside quotation marks", REPORT


_CHECKS: Mapping[str, Callable[[_Checked, Row], Iterator[tuple[str, str, str]]]] = {
    "entities": _check_entity,
    "claims": _check_claim,
    "event_reports": _check_report,
    "happenings": _check_happening,
    "disputes": _check_finding,
    "corroborations": _check_finding,
    "sources": _check_source,
    "witnesses": _check_witness,
}


def _missing(checked: _Checked, kind: str, names: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    for name in names:
        if name not in checked.ids[kind]:
            yield "references", f"refers to {name}, which does not stand in {FILES[kind]}", ANEW


def _looks_like_id(name: str) -> bool:
    """An entity's identifier, as against the words of a party that is only described."""
    letter, dash, digits = name.partition("-")
    return letter == "n" and bool(dash) and len(digits) == 16 and all(digit in "0123456789abcdef" for digit in digits)


def _code_faults(kind: str, row: Row) -> Iterator[tuple[str, str, str]]:
    for name, allowed in _CODES[kind].items():
        if row[name] not in allowed:
            yield "never", f"{row[name]!r} is no code for {name}", ANEW


def _label_faults(name: str, labels: Iterable[str | None]) -> Iterator[tuple[str, str, str]]:
    try:
        check_labels(name, labels)
    except RecordError as error:
        yield "never", str(error), REPORT


def _evidence_faults(checked: _Checked, row: Row) -> Iterator[tuple[str, str, str]]:
    if not row["evidence"]:
        yield "grounding", f"{row['id']} has no evidence", REPORT
    for span in row["evidence"]:
        yield from _missing(checked, "documents", [span["document"]])
        if span["document"] != checked.text[0]:
            checked.text = (span["document"], checked.text_of(span["document"]))
        text = checked.text[1]
        if text is None:
            checked.ungrounded += 1
            continue
        checked.grounded += 1
        try:
            Evidence(span["document"], span["start"], span["end"], span["quote"]).check(text)
        except EvidenceError as error:
            yield "grounding", str(error).partition(";")[0], ANEW
