"""Relations: claims that tie two entities, gathered by who is tied to whom and how.

Sorting lies on disk, so that a network of a million claims needs no more memory than one of a thousand.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from testimonia.publish.exports.lookup import Lookup, is_denied
from testimonia.publish.exports.writing import Keyed, one_line, sorted_on_disk
from testimonia.publish.rows import Row

QUOTED = 5
"""Quotations kept with a relation; the claims' ids lead to all."""
PART = "\x1f"
"""Parts the fields of a key; no identifier or code holds it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """All claims of one kind between the same two entities; `denied` is how many of them are denials."""

    subject: str
    predicate: str
    object: str
    claims: tuple[str, ...]
    times: tuple[tuple[str | None, str | None, str | None, str | None], ...]
    documents: tuple[str, ...]
    stances: tuple[tuple[str, int], ...]
    denied: int
    witnesses: int
    disputes: tuple[str, ...]
    quotes: tuple[str, ...]
    roles: tuple[str, ...]

    @property
    def polarity(self) -> str:
        """`affirmed`, `denied`, or `both` where voices differ."""
        return "affirmed" if not self.denied else "denied" if self.denied == len(self.claims) else "both"

    @property
    def start(self) -> str | None:
        """The first day that any of its times allows, None where none begins on a known day."""
        return min((lo for lo, _, _, _ in self.times if lo is not None), default=None)

    @property
    def end(self) -> str | None:
        """The last day that its times allow, None where one of them is open."""
        ends = [hi for _, hi, _, _ in self.times]
        return None if not ends or None in ends else max(hi for hi in ends if hi is not None)

    @property
    def edtf(self) -> str:
        """Its times as EDTF, each once."""
        return " | ".join(dict.fromkeys(edtf for _, _, _, edtf in self.times if edtf))


def relations(lookup: Lookup, *, seen: Callable[[Row], None] | None = None) -> Iterator[Relation]:
    """Gather the claims of a release that tie two entities.

    Args:
        lookup: The release.
        seen: Told of every claim that is gone through, before the first relation is given.

    Yields:
        Relations by subject, predicate and object; both ends are entities of the release.
    """
    for key, rows in groupby(sorted_on_disk(_ties(lookup, seen)), key=itemgetter(0)):
        subject, predicate, target = key.split(PART)
        yield _gathered(lookup, (subject, predicate, target), [row for _, row in rows])


def _ties(lookup: Lookup, seen: Callable[[Row], None] | None) -> Iterator[Keyed]:
    for claim in lookup.released.claims():
        if seen is not None:
            seen(claim)
        if claim["object"] is None or lookup.entity(claim["subject"]) is None or lookup.entity(claim["object"]) is None:
            continue
        key = PART.join((claim["subject"], claim["predicate"], claim["object"]))
        yield (
            key,
            {
                "id": claim["id"],
                "when": [claim["when_lo"], claim["when_hi"], claim["when_mode"], claim["when"]],
                "document": lookup.document_of(claim)["id"],
                "stance": claim["stance"],
                "denied": is_denied(claim),
                "quote": claim["evidence"][0]["quote"] if claim["evidence"] else "",
                "role": (claim["value"] or {}).get("role"),
            },
        )


def _gathered(lookup: Lookup, key: tuple[str, str, str], rows: list[Row]) -> Relation:
    names = [row["id"] for row in rows]
    # A denial that something held from 1990 on gives the tie itself no time.
    timed = [row for row in rows if not row["denied"]] or rows
    times = dict.fromkeys((lo, hi, mode, edtf) for lo, hi, mode, edtf in (row["when"] for row in timed) if edtf is not None)
    return Relation(
        *key,
        claims=tuple(names),
        times=tuple(sorted(times, key=lambda time: tuple(part or "" for part in time))),
        documents=tuple(dict.fromkeys(row["document"] for row in rows)),
        stances=tuple(sorted(Counter(row["stance"] for row in rows).items())),
        denied=sum(row["denied"] for row in rows),
        witnesses=lookup.witnesses(names),
        disputes=tuple(lookup.disputes(names)),
        quotes=tuple(dict.fromkeys(one_line(row["quote"]) for row in rows))[:QUOTED],
        roles=tuple(dict.fromkeys(one_line(row["role"]) for row in rows if row["role"])),
    )
