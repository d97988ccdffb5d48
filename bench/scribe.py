"""The scribe of a synthetic corpus: puts what is to be told into documents and chains of voices, and remembers whose word it is.

Within one plot no document is used twice, unless a voice repeats itself. A wing speaks for its party in the years in which it is the
party's; it is quoted only where nobody can doubt whether it was.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bench.planted import Told
from bench.world import FIRST_DAY, LAST_DAY, Family, Outlet, World, party_of

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.document import Document
from testimonia.model.entity import Entity
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import Evidence
from testimonia.model.identifiers import identify
from testimonia.model.kinds import Mode, Polarity, Predicate, Status
from testimonia.model.party import Party
from testimonia.model.valid_time import ValidTime, valid_time
from testimonia.text.names import fold_name

Days = tuple[date, date]
ANY_DAY: Days = (FIRST_DAY, LAST_DAY)

RECORDS = 8
"""Claims and reports that a document holds at most."""
ASKED = 12
"""Open documents that are looked at before another is begun."""
UNKNOWN, REPUBLISHED, COPIED = 0.03, 0.1, 0.06
"""Shares of the documents whose publisher nobody knows, which credit another outlet, and whose text is another's without a credit."""
QUOTED, DESCRIBED, AGENCIES = 0.3, 0.1, 0.06
"""Shares of the claims that quote one of a family, somebody described only, and another outlet."""
DENYING_VOICE = 0.3
"""Share of the denials that stand in the voice's verb ("rejects that"), not in the sentence."""
REPEATED = 0.03
"""Share of the claims that a voice says twice in one document."""
WORDS = 90
"""Words of a text that is no copy; a copy keeps at least `KEPT` of them."""
KEPT = 0.8
LENGTH = 10
"""Code points of a quotation, and between the starts of two."""
YEARS_APART = 2
"""Years from the end of a wing's bond from which nobody can doubt that it is over."""

RULE = Proposal("synthetic", "planted")


@dataclass(slots=True)
class Draft:
    """A document that still takes claims."""

    document: Document
    outlet: Outlet | None
    credited: Outlet | None
    day: date
    labels: frozenset[str]
    records: int = 0


@dataclass(slots=True)
class Batch:
    """What the scribe has written since it was last emptied."""

    documents: list[Document] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    reports: list[EventReport] = field(default_factory=list)

    @property
    def records(self) -> int:
        """How many claims and reports."""
        return len(self.claims) + len(self.reports)


class Scribe:
    """Writes claims and reports into documents."""

    def __init__(self, world: World, chance: random.Random, *, texts: bool) -> None:
        """Begin with no document; with `texts`, documents have some, and some are copies."""
        self.world, self.chance = world, chance
        self.batch = Batch()
        self._texts = texts
        self._open: dict[int, list[Draft]] = {}
        self._used: set[str] = set()
        self._numbered = 0
        self._originals: dict[str, tuple[list[str], str]] = {}
        self._vocabulary = [world.name().lower() for _ in range(5_000)] if texts else []

    def begin(self) -> None:
        """Begin another plot: every document may be used again."""
        self._used.clear()

    def empty(self) -> Batch:
        """Hand over what is written and close its documents.

        Returns:
            The documents, entities, claims and reports since the last time.
        """
        written, self.batch = self.batch, Batch()
        self._open.clear()
        return written

    def keep(self, entity: Entity) -> Entity:
        """Let an entity into the corpus.

        Args:
            entity: A new one.

        Returns:
            The same.
        """
        self.batch.entities.append(entity)
        return entity

    def claims(
        self,
        number: int,
        predicate: Predicate,
        subject: Entity,
        target: Entity | None = None,
        *,
        value: Sequence[Value | None] = (None,),
        when: Sequence[str | None] = (None,),
        mode: Mode = "within",
        denied: bool = False,
        published: Days = ANY_DAY,
    ) -> list[Told]:
        """Let so many voices say one thing.

        Args:
            number: How many claims at least.
            predicate: What is claimed.
            subject: Of whom.
            target: The object, where it is an entity.
            value: Values to choose from.
            when: Times to choose from, EDTF.
            mode: How they hold.
            denied: Whether it is denied.
            published: First and last day of publication.

        Returns:
            The claims; a few voices repeat themselves.
        """
        told: list[Told] = []
        while len(told) < number:
            stated = self.chance.choice(when)
            time = None if stated is None else timed(stated, mode)
            draft = self._draft(published)
            chain, labels = self._chain(draft, time)
            said = self.chance.choice(value)
            for _ in range(2 if self.chance.random() < REPEATED else 1):
                evidence = self._evidence(draft)
                object_ = None if target is None else party_of(target)
                stance = denied and self.chance.random() < DENYING_VOICE
                polarity: Polarity = "denied" if denied and not stance else "affirmed"
                attribution = replace(chain, stance="denied") if stance else chain
                slots = (draft.document.id, predicate, party_of(subject), attribution, (evidence,), RULE, object_, said)
                claim = Claim(*slots, time, polarity)
                self.batch.claims.append(claim)
                told.append(self._told(claim.id, draft, chain, labels))
        return told

    def reports(
        self,
        number: int,
        initiator: Entity,
        target: Entity,
        place: Entity,
        *,
        when: str,
        mode: Mode = "within",
        killed: int | None = None,
        status: Status = "happened",
        full: bool = False,
        recurrent: bool = False,
    ) -> list[Told]:
        """Let so many voices tell of one happening.

        Args:
            number: How many reports.
            initiator: Who attacked.
            target: Who was attacked.
            place: Where.
            when: The time, EDTF.
            mode: How it holds.
            killed: How many were killed, None where nobody says.
            status: Whether it happened.
            full: Whether every report names both sides; otherwise some leave the attacked out.
            recurrent: Whether it is told of as something that recurs.

        Returns:
            The reports.
        """
        told, time = [], timed(when, mode)
        for _ in range(number):
            draft = self._draft((FIRST_DAY, LAST_DAY))
            chain, labels = self._chain(draft, time)
            attacked = () if not full and self.chance.random() < 0.2 else (party_of(target),)
            figures = () if killed is None else (Figure("killed", None, killed, killed),)
            report = EventReport(
                draft.document.id,
                "ASSAULT",
                chain,
                (self._evidence(draft),),
                RULE,
                None,
                (party_of(initiator),),
                attacked,
                (party_of(place),),
                time,
                figures,
                status=status,
                recurrent=recurrent,
            )
            self.batch.reports.append(report)
            told.append(self._told(report.id, draft, chain, labels))
        return told

    def _told(self, name: str, draft: Draft, chain: Attribution, labels: frozenset[str]) -> Told:
        return Told(name, draft.document.id, tuple(voice.words for voice in chain.voices), draft.labels | labels, draft.outlet is not None)

    def _evidence(self, draft: Draft) -> Evidence:
        start = draft.records * LENGTH
        draft.records += 1
        return Evidence(draft.document.id, start, start + LENGTH, draft.document.text[start : start + LENGTH] or "x" * LENGTH)

    def _draft(self, published: Days) -> Draft:
        """Choose an open document of those days that the plot has not used, or begin one."""
        first, last = published
        year = self.chance.randrange(first.year, last.year + 1)
        shelf = self._open.setdefault(year, [])
        for _ in range(min(ASKED, len(shelf))):
            place = self.chance.randrange(len(shelf))
            draft = shelf[place]
            if draft.records > RECORDS - 2:
                shelf[place] = shelf[-1]
                shelf.pop()
                if not shelf:
                    break
            elif first <= draft.day <= last and draft.document.id not in self._used:
                self._used.add(draft.document.id)
                return draft
        draft = self._begun(max(first, date(year, 1, 1)), min(last, date(year, 12, 31)))
        shelf.append(draft)
        self._used.add(draft.document.id)
        return draft

    def _begun(self, first: date, last: date) -> Draft:
        chance, self._numbered = self.chance, self._numbered + 1
        day = date.fromordinal(chance.randint(first.toordinal(), last.toordinal()))
        outlet = None if chance.random() < UNKNOWN else self.world.outlet()
        credited = self.world.outlet() if outlet is not None and chance.random() < REPUBLISHED else None
        name = identify("d", "synthetic", self._numbered)
        text, copied = self._text()
        document = Document(
            name,
            f"{name}.txt",
            name,
            "text/plain",
            text,
            publisher=None if outlet is None else outlet.name,
            original_publisher=None if credited is None else credited.name,
            published=day.isoformat(),
            published_basis="metadata",
        )
        self.batch.documents.append(document)
        labels = {f"document {name}", *(() if copied is None else (copied,))}
        for one in (outlet, credited):
            labels |= set() if one is None else self._of_outlet(one)
        return Draft(document, outlet, credited, day, frozenset(labels))

    def _text(self) -> tuple[str, str | None]:
        """Write a text of its own, or copy the last one that was not copied; the label says which text it is."""
        if not self._texts:
            return "", None
        if self.batch.documents and self.chance.random() < COPIED:
            original = self.chance.choice(self.batch.documents[-20:])
            words, label = self._originals[original.id]
            kept = words[: max(round(KEPT * len(words)), len(words) - self.chance.randrange(15))]
            text = " ".join([*self._written(8), *kept])
        else:
            words = self._written(WORDS)
            text, label = " ".join(words), f"text {self._numbered}"
        name = identify("d", "synthetic", self._numbered)
        self._originals[name] = words, label
        return text, label

    def _written(self, number: int) -> list[str]:
        return self.chance.choices(self._vocabulary, k=number)

    def _of_outlet(self, outlet: Outlet) -> set[str]:
        """Whose word an outlet's is: its own, and that of the party for which the register lets it speak."""
        party = next((family.party.id for family in self.world.families if family.party.name == outlet.party), None)
        return {f"outlet {outlet.entity.id}", *(() if party is None else (f"body {party}",))}

    def _chain(self, draft: Draft, when: ValidTime | None) -> tuple[Attribution, frozenset[str]]:
        """Choose through whom a document has what it says."""
        outer = Party("?", None, "words") if draft.outlet is None else party_of(draft.outlet.entity, publisher=True)
        voices = [outer] if draft.credited is None else [outer, party_of(draft.credited.entity)]
        labels: set[str] = set()
        choice = self.chance.random()
        if choice < QUOTED:
            family = self.chance.choice(self.world.families)
            voice = self.chance.choice((family.party, family.wing, family.unit, family.spokesman))
            tied = is_tied(family, draft.day, when)
            if tied is not None:
                voices.append(party_of(voice))
                labels |= {f"body {body}" for body in family.bodies(voice, tied=tied)}
        elif choice < QUOTED + DESCRIBED:
            words = self.chance.choice(self.world.described)
            voices.append(Party(words, None, "words"))
            labels.add(f"words {fold_name(words)}")
        elif choice < QUOTED + DESCRIBED + AGENCIES:
            agency = self.world.outlet()
            voices.append(party_of(agency.entity))
            labels |= self._of_outlet(agency)
        return Attribution(tuple(voices)), frozenset(labels)


def timed(edtf: str, mode: Mode) -> ValidTime:
    """Read a time, remembering those read before.

    Args:
        edtf: The expression.
        mode: How it holds.

    Returns:
        The time.
    """
    if (edtf, mode) not in _TIMES:
        _TIMES[edtf, mode] = valid_time(edtf, mode=mode)
    return _TIMES[edtf, mode]


def is_tied(family: Family, published: date, when: ValidTime | None) -> bool | None:
    """Say whether a wing is its party's when it speaks.

    Args:
        family: Party, wing and the years of their bond.
        published: When the document was.
        when: The time that is told of.

    Returns:
        None where it may have spoken before the end of the bond and after it, or before its beginning and after.
    """
    moments = [published, *(day for day in ((when.lo, when.hi) if when is not None else ()) if day is not None)]
    if published.year >= family.first_year and published.year <= family.last_year:
        return True
    if min(moments).year > family.last_year + YEARS_APART or max(moments).year < family.first_year - YEARS_APART:
        return False
    return None


_TIMES: dict[tuple[str, Mode], ValidTime] = {}
