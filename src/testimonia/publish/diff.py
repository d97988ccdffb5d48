"""Diff: what one release has, lacks or says otherwise than an earlier one, each with its cause.

Rows are found again by their identifiers, which are made of what they say: the same words read the same way are the same row. Both releases
are gone through side by side in the order of identifiers, so that neither has to fit in memory.

The cause of a change is worked out from the releases alone, in this order; where two come together, both are named:

- `document`: what the row rests on was added, or is there no longer;
- `decision`: people's review of the row changed, or it names somebody else than before and people's decisions on identity changed;
- `source`: the register of sources says something else of a publisher;
- `lens`: the releases take another choice of voices;
- `rule` or `model`: the row was read by another version, or one release has other rules or another model than the other;
- `other`: none of these; findings that follow from rows that changed take those rows' causes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import merge
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, get_args

from testimonia.publish.diff_order import Place, places_in_order, row_at
from testimonia.publish.released import Released
from testimonia.publish.rows import Row

Change = Literal["added", "withdrawn", "changed"]
Cause = Literal["document", "decision", "source", "lens", "rule", "model", "other"]
CAUSES: tuple[Cause, ...] = get_args(Cause)
COMPARED = ("documents", "sources", "claims", "event_reports", "entities", "happenings", "disputes", "corroborations", "witnesses")
"""The kinds of record that are compared, each after those that it rests on."""
_NAMING = {"subject", "object", "attribution", "chain", "initiator", "target", "where", "responsibility", "figures"}
"""Fields of claims and reports that follow decisions on identity."""
_IDENTITY = {"referents", "formerly", "name", "names", "same_as"}
"""Fields of entities that follow decisions on identity."""
PROPOSED, EVERYTHING = "proposed", {"name": "everything"}
"""What a row's review and a release's lens are where they say nothing of it."""
_RESTS_ON = {"happenings": "reports", "disputes": "claims", "corroborations": "claims", "witnesses": "claims"}
_SAID = {
    "document": "the documents changed",
    "decision": "somebody decided",
    "source": "the register of sources changed",
    "lens": "the lens changed",
    "rule": "the rules changed",
    "model": "the model changed",
    "other": "it follows from other changes",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that is other than before: its kind, identifier, what happened to it, why, in words, and the fields that changed."""

    kind: str
    id: str
    change: Change
    causes: tuple[Cause, ...]
    says: str
    fields: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """The causes in words."""
        return " and ".join(_SAID[cause] for cause in self.causes)


@dataclass(frozen=True, slots=True)
class _Whole:
    """What is other between the releases as wholes."""

    lens: bool
    rule: bool
    model: bool
    identity: bool


@dataclass(slots=True)
class _Known:
    """What was found so far, for the rows that rest on it."""

    earlier: Released
    later: Released
    whole: _Whole
    spill: Path
    documents: dict[str, Change] = field(default_factory=dict)
    causes: dict[str, tuple[Cause, ...]] = field(default_factory=dict)
    sources: bool = False


def diff_releases(earlier: Path, later: Path) -> Iterator[Difference]:
    """Compare two releases.

    Args:
        earlier: The folder of the earlier release.
        later: The folder of the later one.

    Yields:
        What is other, kind by kind as in `COMPARED`, by identifier.

    Raises:
        StoreError: A folder is no release.
        RecordError: A line of one cannot be read.
    """
    old, new = Released(earlier), Released(later)
    with TemporaryDirectory() as spill:
        known = _Known(old, new, _whole(old, new), Path(spill))
        for kind in COMPARED:
            yield from _of_kind(known, kind)


def _whole(old: Released, new: Released) -> _Whole:
    left, right = old.manifest.get("meta", {}), new.manifest.get("meta", {})
    ruling = ("software", "codebook", "rules_sha256")
    decided = [{row["id"] for row in release.judgements() if not str(row["by"]).startswith("rule:")} for release in (old, new)]
    return _Whole(
        lens=(old.manifest.get("lens") or EVERYTHING) != (new.manifest.get("lens") or EVERYTHING),
        rule=any(left.get(name) != right.get(name) for name in ruling),
        model=left.get("model_sha256") != right.get("model_sha256"),
        identity=decided[0] != decided[1],
    )


def _of_kind(known: _Known, kind: str) -> Iterator[Difference]:
    sides = [places_in_order(release, kind, spill=known.spill) for release in (known.earlier, known.later)]
    with row_at(known.earlier, kind) as before, row_at(known.later, kind) as after:
        for old, new in _side_by_side(*sides):
            if old is not None and new is not None and old.digest == new.digest:
                continue
            left = None if old is None else before(old)
            right = None if new is None else after(new)
            yield _difference(known, kind, left, right)


def _side_by_side(left: Iterator[Place], right: Iterator[Place]) -> Iterator[tuple[Place | None, Place | None]]:
    """Pair places of one identifier."""
    waiting: Place | None = None
    for side, place in merge(((0, place) for place in left), ((1, place) for place in right), key=lambda one: (one[1].id, one[0])):
        if waiting is not None and side == 1 and waiting.id == place.id:
            yield waiting, place
            waiting = None
            continue
        if waiting is not None:
            yield waiting, None
            waiting = None
        if side == 0:
            waiting = place
        else:
            yield None, place
    if waiting is not None:
        yield waiting, None


def _difference(known: _Known, kind: str, left: Row | None, right: Row | None) -> Difference:
    row = right or left or {}
    change: Change = "added" if left is None else "withdrawn" if right is None else "changed"
    changed = () if left is None or right is None else tuple(name for name in {**left, **right} if left.get(name) != right.get(name))
    causes = _causes(known, kind, row, changed, left=left, right=right)
    identifier = str(row["id"])
    if kind == "documents":
        known.documents[identifier] = change
    elif kind == "sources":
        known.sources = True
    elif kind in ("claims", "event_reports"):
        known.causes[identifier] = causes
    return Difference(kind, identifier, change, causes, _says(known.earlier if right is None else known.later, kind, row), changed)


def _causes(known: _Known, kind: str, row: Row, changed: tuple[str, ...], *, left: Row | None, right: Row | None) -> tuple[Cause, ...]:
    if kind == "documents":
        return ("document",)
    if kind == "sources":
        return ("source",)
    if kind in _RESTS_ON:
        rested = (name for side in (left, right) if side is not None for name in side[_RESTS_ON[kind]])
        followed = {cause for name in rested for cause in known.causes.get(name, ())}
        if kind == "witnesses":
            followed |= _of_links(known, changed)
        return _ordered(followed) or _left(known)
    if kind == "entities":
        return _causes_of_entity(known, changed, left, right)
    if any(known.documents.get(span["document"]) in ("added", "withdrawn") for span in row["evidence"]):
        return ("document",)
    before, after = (PROPOSED if side is None else side.get("review", PROPOSED) for side in (left, right))
    decided = before != after
    if decided or (known.whole.identity and set(changed) & _NAMING):
        version = _by_version(known.whole) if "reader" in changed else ()
        return _ordered(("decision", *version))
    # All that goes into a knowledge base but decisions is the same: that a row came or went is then somebody's doing.
    return _by_whole(known.whole) or (_left(known) if changed else ("decision",))


def _of_links(known: _Known, changed: tuple[str, ...]) -> set[Cause]:
    """A witness hangs on something else where the register of sources or somebody's bonds changed."""
    return {"source"} if known.sources and "links" in changed else set()


def _causes_of_entity(known: _Known, changed: tuple[str, ...], left: Row | None, right: Row | None) -> tuple[Cause, ...]:
    """An entity is there because something refers to it, and changes with its referents."""
    carried = {name for row in (left, right) if row is not None for text in row["names"] for name in text["carried_by"]}
    followed = {cause for name in carried for cause in known.causes.get(name, ())}
    if known.whole.identity and (not changed or set(changed) & _IDENTITY):
        followed.add("decision")
    return _ordered(followed) or _left(known)


def _left(known: _Known) -> tuple[Cause, ...]:
    """What is left as a cause where a row itself tells of none."""
    return _by_whole(known.whole) or (("document",) if known.documents else ("decision",) if known.whole.identity else ("other",))


def _by_whole(whole: _Whole) -> tuple[Cause, ...]:
    return _ordered((*(("lens",) if whole.lens else ()), *_by_version(whole)))


def _by_version(whole: _Whole) -> tuple[Cause, ...]:
    found: Mapping[Cause, bool] = {"rule": whole.rule, "model": whole.model}
    return tuple(cause for cause, other in found.items() if other)


def _ordered(causes: Iterable[Cause]) -> tuple[Cause, ...]:
    held = set(causes)
    return tuple(cause for cause in CAUSES if cause in held)


def _says(release: Released, kind: str, row: Row) -> str:
    """What a row says, in short and for people."""
    if kind == "documents":
        return str(row["title"] or row["path"])
    if kind == "entities":
        return f"{row['name']} ({row['kind']})"
    if kind == "claims":
        value = row["value"] or {}
        other = release.name_of(row["object"]) if row["object"] else value.get("text") or value.get("role") or value.get("low") or ""
        return f"{release.name_of(row['subject'])} {row['predicate']} {other}".strip() + f": “{row['evidence'][0]['quote']}”"
    if kind == "event_reports":
        return f"{row['type']}: “{row['evidence'][0]['quote']}”"
    if kind in ("sources", "witnesses"):
        return str(row["name" if kind == "sources" else "label"])
    if kind == "happenings":
        return f"{row['type']}, {len(row['reports'])} reports"
    return str(row["about"])
