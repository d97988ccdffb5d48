"""Recalled: records made of columns again, as far as weighing looks at them: without quotations, offsets of names and proposals.

What has been recalled once is kept; `knowledge` grows with it, so that everything which works on a `Knowledge` works on the part recalled.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from testimonia.model.claim import Attribution, Claim, Proposal
from testimonia.model.document import Document
from testimonia.model.entity import Entity, Name
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import Evidence
from testimonia.model.kinds import EVENT_TYPES, PREDICATES, STANCES, STATUSES
from testimonia.model.knowledge import Knowledge
from testimonia.model.party import Party
from testimonia.model.valid_time import ValidTime
from testimonia.weigh.assertions import Assertion, key_of, voice_of
from testimonia.weigh.columns import Columns, code_of
from testimonia.weigh.corpus import NOTHING, Corpus, time_from, value_from
from testimonia.weigh.hangings import sources_of
from testimonia.weigh.numbers import Numbers
from testimonia.weigh.times import Span, span_of

Parties = tuple[Party, ...]

CLAIM = ("end", "subject", "object", "time", "value", "stance", "polarity", "denied", "predicate", "in_title")
REPORT = ("end", "type", "mode", "status", "recurrent", "stance", "initiator", "target", "where", "responsibility", "figures", "time")

_BARE = Proposal("", "")


class Recalled:
    """Makes records of the lines of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        """Begin with nothing recalled but the register of sources."""
        self._corpus = corpus
        self._entities: dict[str, Entity] = {}
        self._entity_of: dict[str, str] = {}
        self._documents: dict[str, Document] = {}
        self.knowledge = Knowledge(self._documents, sources_of(corpus), self._entities, self._entity_of, (), ())
        self._things: dict[int, Any] = {NOTHING: None}
        self._names: dict[int, str] = {}
        self._asked: set[str] = set()
        self._papers: Columns | None = None
        self._titles: dict[tuple[int, int], Attribution] = {}

    def entities(self, codes: Iterable[int]) -> dict[int, str]:
        """Recall entities.

        Args:
            codes: Their codes, repeats allowed.

        Returns:
            Ids by code, of these and of all recalled before; `NOTHING` is nobody's.
        """
        missing = [code for code in dict.fromkeys(codes) if code not in self._names and code != NOTHING]
        if missing:
            notes = self._corpus.tables.entities(np.array(missing, np.uint64))
            for code in missing:
                if code in notes:
                    entity = _entity(*json.loads(notes[code]))
                    self._names[code] = entity.id
                    self._entities[entity.id] = entity
        return self._names

    def bearers(self, names: Iterable[str]) -> None:
        """Recall the entities that have some names, places aside.

        Args:
            names: Folded names.
        """
        table = self._corpus.tables.table("names", ("name", "entity"))
        wanted = np.array([code_of(name) for name in names], np.uint64)
        self.entities(table["entity"][np.isin(table["name"], wanted)].tolist())

    def claims(self, lines: Columns, rows: Numbers) -> list[Assertion]:
        """Recall claims, prepared for weighing.

        Args:
            lines: The claims of the corpus, with the columns of `CLAIM` and, as `about` and `other`, the entities that they are about.
            rows: Which of them.

        Returns:
            The prepared claims in that order, with nothing above them.
        """
        taken = {name: lines[name][rows].tolist() for name in ("id", "start", *CLAIM, "chain_code", "about", "other")}
        self._read(taken, subject=_party, object=_party, time=time_from, value=value_from, chain_code=_parties)
        documents = self.documents(lines["document"][rows])
        names = self.entities((*taken["about"], *taken["other"]))
        said = self._said(lines["document"][rows])
        return [self._assertion(line, document, names, days) for line, document, days in zip(_lines(taken), documents, said, strict=True)]

    def reports(self, lines: Columns, rows: Numbers) -> tuple[list[str], list[EventReport]]:
        """Recall event reports.

        Args:
            lines: The reports of the corpus, with the columns of `REPORT`.
            rows: Which of them.

        Returns:
            Their ids, and the reports.
        """
        taken = {name: lines[name][rows].tolist() for name in ("id", "start", *REPORT, "chain_code")}
        sides = dict.fromkeys(("initiator", "target", "where", "responsibility", "chain_code"), _parties)
        self._read(taken, mode=_text, figures=_figures, time=time_from, **sides)
        documents = self.documents(lines["document"][rows])
        made = [self._report(line, document) for line, document in zip(_lines(taken), documents, strict=True)]
        return [f"e-{name:016x}" for name in taken["id"]], made

    def sides(self, codes: Numbers) -> list[Parties]:
        """Recall the sides of reports.

        Args:
            codes: Their codes.

        Returns:
            The parties of each, and `knowledge` says who they are.
        """
        return self._all(codes, _parties, ())

    def figures(self, codes: Numbers) -> list[tuple[Figure, ...]]:
        """Recall the figures of reports.

        Args:
            codes: Their codes.

        Returns:
            Those of each.
        """
        return self._all(codes, _figures, ())

    def times(self, codes: Numbers) -> list[ValidTime | None]:
        """Recall times.

        Args:
            codes: Their codes.

        Returns:
            The times, None for one that is not stated.
        """
        return self._all(codes, time_from, None)

    def _all(self, codes: Numbers, make: Callable[[str], Any], otherwise: Any) -> list[Any]:
        taken = {"codes": codes.tolist()}
        self._read(taken, codes=make)
        return [self._things[code] if code != NOTHING else otherwise for code in taken["codes"]]

    def documents(self, places: Numbers) -> list[str]:
        """Recall documents, without their texts.

        Args:
            places: Their places in the corpus.

        Returns:
            Their ids, in that order.
        """
        ids = self._corpus.documents["id"]
        missing = [place for place in np.unique(places).tolist() if ids[place] not in self._documents]
        if missing:
            papers = self._papers = self._papers or self._corpus.papers()
            for place in missing:
                self._documents[ids[place]] = Document(
                    ids[place],
                    papers["origin"][place],
                    "",
                    "",
                    "",
                    publisher=self._corpus.documents["publisher"][place],
                    original_publisher=papers["original_publisher"][place],
                    published=papers["published"][place],
                )
        found: list[str] = ids[places].tolist()
        return found

    def _assertion(self, line: Sequence[Any], document: str, names: dict[int, str], said: Span) -> Assertion:
        name, start, end, subject, target, when, value, stance, polarity, denied, predicate, in_title, chain, about, other = line
        things = self._things
        claim = Claim(
            document,
            PREDICATES[predicate],
            things[subject],
            self._attribution(chain, stance),
            (Evidence(document, start, end, ""),),
            _BARE,
            things[target],
            things[value],
            things[when],
            "denied" if polarity else "affirmed",
        )
        one, two = names[about], names.get(other)
        voice = voice_of(self.knowledge, claim.attribution)
        key = key_of(claim, one, two)
        return Assertion(f"c-{name:016x}", claim, one, two, key, denied, span_of(claim.when), said, voice, frozenset(), in_title)

    def _report(self, line: Sequence[Any], document: str) -> EventReport:
        _, start, end, kind, mode, status, recurrent, stance, initiator, target, where, responsibility, figures, when, chain = line
        things = self._things
        return EventReport(
            document,
            EVENT_TYPES[kind],
            self._attribution(chain, stance),
            (Evidence(document, start, end, ""),),
            _BARE,
            things[mode],
            things[initiator] or (),
            things[target] or (),
            things[where] or (),
            things[when],
            things[figures] or (),
            things[responsibility] or (),
            STATUSES[status],
            recurrent,
        )

    def _attribution(self, chain: int, stance: int) -> Attribution:
        found = self._titles.get((chain, stance))
        if found is None:
            found = self._titles[chain, stance] = Attribution(self._things[chain] or (), STANCES[stance])
        return found

    def _said(self, places: Numbers) -> Iterable[Span]:
        documents = self._corpus.documents
        return zip(documents["first_said"][places].tolist(), documents["last_said"][places].tolist(), strict=True)

    def _read(self, taken: dict[str, list[Any]], **makers: Callable[[str], Any]) -> None:
        """Read what the codes of some columns stand for, and who the parties among it are."""
        wanted: dict[int, Callable[[str], Any]] = {}
        for name, make in makers.items():
            wanted |= dict.fromkeys((code for code in set(taken[name]) if code not in self._things), make)
        notes = self._corpus.tables.notes(np.array(list(wanted), np.uint64)) if wanted else {}
        parties: list[Party] = []
        for code, make in wanted.items():
            thing = self._things[code] = make(notes[code])
            parties += _parties_in(thing)
        referents = {party.referent for party in parties if party.referent is not None} - self._asked
        self._asked |= referents
        ordered = sorted(referents)
        entities = self._corpus.entity_of(np.array([code_of(one) for one in ordered], np.uint64)).tolist()
        names = self.entities(entities)
        self._entity_of.update({one: names[code] for one, code in zip(ordered, entities, strict=True) if code in names})


def _lines(taken: dict[str, list[Any]]) -> Iterable[tuple[Any, ...]]:
    return zip(*taken.values(), strict=True)


def _parties_in(thing: Any) -> Iterable[Party]:
    if isinstance(thing, Party):
        return (thing,)
    if isinstance(thing, tuple):
        return [party for one in thing if (party := one.of if isinstance(one, Figure) else one) is not None]
    return ()


def _party(note: str) -> Party:
    return Party(*json.loads(note))


def _parties(note: str) -> Parties:
    return tuple(Party(*one) for one in json.loads(note))


def _figures(note: str) -> tuple[Figure, ...]:
    return tuple(Figure(what, None if of is None else Party(*of), low, high) for what, of, low, high in json.loads(note))


def _text(note: str) -> str:
    return str(json.loads(note))


def _entity(name: str, kind: Any, shown: str, names: list[str], *rest: Any) -> Entity:
    gazetteer, latitude, longitude, country, precision, divisions = rest
    forms = tuple(Name(text) for text in names)
    place = (gazetteer, latitude, longitude, country, precision, tuple(divisions))
    return Entity(name, kind, shown, forms, (), *place)
