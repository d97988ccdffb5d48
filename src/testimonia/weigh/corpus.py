"""Corpus: the columns of all claims and reports with who is who, in the order in which records are weighed."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

import numpy as np

from testimonia.model.claim import Value
from testimonia.model.kinds import PREDICATES
from testimonia.model.valid_time import ValidTime, parse_edtf
from testimonia.weigh.columns import Columns
from testimonia.weigh.numbers import Numbers, looked_up, mixed, starts_of
from testimonia.weigh.times import EARLIEST, LATEST, Span, core_of, end_of, span_of, window_of

NOTHING = 0
OPEN_HIGH = 10**12
"""Above any number of people: an upper bound that nobody stated."""


class Tables(Protocol):
    """Where columns are kept."""

    def table(self, name: str, columns: Sequence[str], *, having: tuple[str, Numbers] | None = None) -> Columns:
        """Give columns of a table.

        Args:
            name: The table.
            columns: Which columns.
            having: A column and values; only lines that have one of them are given. None for all lines.

        Returns:
            One array a column; all lines come in the order in which they were added.
        """

    def notes(self, codes: Numbers) -> dict[int, str]:
        """Say what codes stand for.

        Args:
            codes: Codes, each once.

        Returns:
            Their notes; codes without one are left out.
        """

    def entities(self, codes: Numbers) -> dict[int, str]:
        """Say who the entities behind codes are.

        Args:
            codes: Codes, each once.

        Returns:
            Their notes; codes without one are left out.
        """


@dataclass(frozen=True, slots=True)
class Times:
    """What the times of some lines are: `place` says which of the times each line has; the other arrays have one entry a time.

    `dated` is False where no time is stated or it is open on both sides; `low` and `high` are its days as `times.span_of` gives them,
    `first` and `last` as `window_of` does; `sure_low` and `sure_high` as `core_of` does, or else as written. `ends` is the last day within
    which it ended, later than all days where no end is stated; `several` says that it names days apart.
    """

    place: Numbers
    dated: Numbers
    low: Numbers
    high: Numbers
    first: Numbers
    last: Numbers
    ends: Numbers
    sure_low: Numbers
    sure_high: Numbers
    within: Numbers
    several: Numbers


class Corpus:
    """All that a snapshot holds; lines go by number."""

    def __init__(self, tables: Tables) -> None:
        """Read who is who and all documents and chains of voices; claims and reports are read when asked for."""
        self.tables = tables
        who = tables.table("referents", ("referent", "entity"))
        order = np.argsort(who["referent"], kind="stable")
        self._referents, self._entities = who["referent"][order], who["entity"][order]
        papers = tables.table("documents", ("document", "id", "publisher", "outlet", "credited", "first_said", "last_said"))
        _, first = np.unique(papers["document"], return_index=True)
        first = first[np.argsort(papers["id"][first].astype(str), kind="stable")]
        self._papers = first
        self.documents = {name: column[first] for name, column in papers.items()}
        self.documents["publisher"] = _interned(self.documents["publisher"])
        self._by_code = np.argsort(self.documents["document"], kind="stable")
        self.voices = self._chains(tables.table("voices", ("chain", "place", "referent", "words", "innermost", "outlet")))

    def entity_of(self, referents: Numbers) -> Numbers:
        """Give the entity behind referents.

        Args:
            referents: Codes of referents.

        Returns:
            Codes of entities, `NOTHING` where there is none.
        """
        return looked_up(referents, self._referents, self._entities, NOTHING)

    def places(self, codes: Numbers) -> Numbers:
        """Say where documents stand in `documents`.

        Args:
            codes: Codes of documents that are there.

        Returns:
            Their places.
        """
        return self._by_code[np.searchsorted(self.documents["document"], codes, sorter=self._by_code)].astype(np.int64)

    def papers(self) -> Columns:
        """Read what else is recorded of the documents.

        Returns:
            Columns in the order of `documents`.
        """
        found = self.tables.table("documents", ("origin", "original_publisher", "published"))
        return {name: column[self._papers] for name, column in found.items()}

    def lines(self, table: str, columns: Sequence[str], *, having: tuple[str, Numbers] | None = None) -> Columns:
        """Read claims or reports by document and place in it, each once.

        Args:
            table: `claims` or `reports`.
            columns: What is wanted of them besides id, document, start and chain.
            having: A column and values; only lines that have one of them are read. None for all lines.

        Returns:
            Their columns; `document` and `chain` are places in `documents` and `voices`.
        """
        found = self.tables.table(table, ("id", "document", "start", "chain", *columns), having=having)
        found["document_code"] = found["document"]
        found["document"] = self.places(found["document"])
        _, once = np.unique(found["id"], return_index=True)
        once = once[np.lexsort((found["start"][once], found["document"][once]))]  # equal starts stay in the order of the ids
        for name in found:
            found[name] = found[name][once]  # one after another, so that few stand twice
        found["chain_code"] = found["chain"]
        found["chain"] = np.searchsorted(self.voices["chain"], found["chain"])
        return found

    def times(self, codes: Numbers) -> Times:
        """Read what codes of times stand for.

        Args:
            codes: One a line.

        Returns:
            The times.
        """
        different, place = np.unique(codes, return_inverse=True)
        notes = self.tables.notes(different)
        read = [time_from(notes[code]) if code else None for code in different.tolist()]
        spans, windows, ends = [span_of(one) for one in read], [window_of(one) for one in read], [end_of(one) for one in read]
        low, high = _bounds(spans)
        sure = _bounds([core_of(one) or span for one, span in zip(read, spans, strict=True)])
        first, last = _bounds(windows)
        return Times(
            place,
            np.array([span is not None for span in spans], bool),
            low,
            high,
            first,
            last,
            _bounds(ends, otherwise=(LATEST + 1, LATEST + 1))[1],
            *sure,
            np.array([one is not None and one.mode == "within" for one in read], bool),
            np.array([one is not None and len(parse_edtf(one.edtf).windows) > 1 for one in read], bool),
        )

    def values(self, codes: Numbers) -> tuple[Numbers, list[Value]]:
        """Read what codes of values stand for.

        Args:
            codes: One a line.

        Returns:
            Which of the values each line has, and the values; an empty one stands for none.
        """
        different, place = np.unique(codes, return_inverse=True)
        notes = self.tables.notes(different)
        return place, [value_from(notes[code]) if code else Value() for code in different.tolist()]

    def _chains(self, voices: Columns) -> Columns:
        """Put the voices in order and give each chain one line: where its voices start, how many, and what it says of whose word it is."""
        order = np.lexsort((voices["place"], voices["chain"]))
        chain, place = voices["chain"][order], voices["place"][order]
        once = np.concatenate(([True], (chain[1:] != chain[:-1]) | (place[1:] != place[:-1]))) if len(chain) else np.zeros(0, bool)
        self.voice = {name: column[order][once] for name, column in voices.items()}
        self.voice["entity"] = self.entity_of(self.voice["referent"])
        starts = starts_of(self.voice["chain"])
        sizes = np.diff(starts, append=len(self.voice["chain"]))
        said = np.where(self.voice["entity"] != NOTHING, self.voice["entity"], self.voice["words"])
        each = mixed(said, self.voice["place"])
        with np.errstate(over="ignore"):
            voice = np.add.reduceat(each, starts) if len(starts) else np.zeros(0, np.uint64)
        outlets = (self.voice[name][starts] for name in ("outlet", "words"))
        outlet, folded = outlets
        nobody = np.zeros(1, np.uint64)  # the chain without a voice
        return {
            "chain": np.concatenate((nobody, self.voice["chain"][starts])),
            "starts": np.concatenate(([0], starts)),
            "sizes": np.concatenate(([0], sizes)),
            "voice": np.concatenate((nobody, voice)),
            "outlet": np.concatenate((nobody, outlet)),
            "folded": np.concatenate((nobody, np.where(outlet != NOTHING, folded, nobody))),
        }


def _interned(texts: Numbers) -> Numbers:
    """Keep each text once, however often it stands there."""
    known: dict[str | None, str | None] = {}
    found = np.empty(len(texts), np.object_)
    found[:] = [known.setdefault(text, text) for text in texts.tolist()]
    return found


def is_any(codes: Numbers, predicates: Iterable[str]) -> Numbers:
    """Say which lines have one of some predicates.

    Args:
        codes: The number of each line's predicate.
        predicates: The predicates.

    Returns:
        True or False a line.
    """
    wanted = np.zeros(len(PREDICATES), bool)
    wanted[[place for place, one in enumerate(PREDICATES) if one in set(predicates)]] = True
    return wanted[codes]


def time_from(note: str) -> ValidTime:
    """Read a time from its note.

    Args:
        note: What `columns` wrote.

    Returns:
        The time.
    """
    edtf, lo, hi, mode, basis = json.loads(note)
    return ValidTime(edtf, _day(lo), _day(hi), mode, basis)


def value_from(note: str) -> Value:
    """Read a value from its note.

    Args:
        note: What `columns` wrote.

    Returns:
        The value.
    """
    return Value(*json.loads(note))


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _bounds(spans: Sequence[Span | None], otherwise: Span = (EARLIEST, LATEST)) -> tuple[Numbers, Numbers]:
    table: Any = np.array([otherwise if span is None else span for span in spans], np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]
