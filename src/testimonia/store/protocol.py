"""What a store must do, whatever engine keeps it.

The steps of a build, in order: `add_captured` takes what capture gives, `unread` hands out the documents still to be read, `add_reading`
keeps what was read, `add_judgements` and `replace_entities` keep what was resolved, `put_reweighed` what was weighed; `knowledge` and
`findings` give it all back.

Everything is idempotent: identifiers are content hashes, so a build that was killed at any moment is simply run again.

What stood at the end of a day is kept when it changes: `as_of` gives the store of a past day.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import Protocol, Self

from testimonia.model.captured import Captured
from testimonia.model.claim import Claim
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity
from testimonia.model.event import EventReport
from testimonia.model.judgement import Judgement
from testimonia.model.kinds import Predicate, Stage
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.known_group import KnownGroup
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.model.referent import Mention, Referent
from testimonia.store.pages import Pages
from testimonia.store.review_protocol import Review
from testimonia.store.weighing_protocol import Weighed


@dataclass(frozen=True, slots=True)
class Added:
    """What one call of `add_captured` changed, in records.

    `documents`, `sources` and `problems` are new; `revised` documents were known and came with other particulars (a corrected sidecar),
    so that they will be read again; `known` documents were there already, unchanged.
    """

    documents: int = 0
    sources: int = 0
    problems: int = 0
    revised: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """One document in which words were found: `quote` is `text[start:end]`, an excerpt around `found_start` to `found_end`, the words
    themselves."""

    document: str
    origin: str
    title: str | None
    start: int
    end: int
    quote: str
    found_start: int
    found_end: int


class Store(Pages, Review, Weighed, Protocol):
    """A knowledge base, open for reading and writing. Every iterator is in a stable order: that of capture, then of the text."""

    def add_captured(self, items: Iterable[Captured]) -> Added:
        """Keep documents, problems, sources and known groups, in batches, each one transaction; what is there already is left alone.

        A document's text is never altered: the same bytes with another text keep the first and leave a problem, `store.text_differs`.

        Args:
            items: What capture gives, in any order; problems of other stages are kept just as well.

        Returns:
            How many records were new, known or revised.
        """
        ...

    def unread(self, reader: str) -> Iterator[Document]:
        """Give the documents that have no reading by this reader, each with its text; readings may be added meanwhile.

        Args:
            reader: The reader with its version, as in `Reading.reader`.

        Yields:
            Documents in order of capture, each once.
        """
        ...

    def add_reading(self, reading: Reading) -> None:
        """Keep all that was read from one document, or nothing of it; an earlier reading of the document, by whatever reader, gives way.

        Claims, event reports and mentions whose quotations do not stand in the text at their offsets are refused one by one: each becomes
        a problem with the rule `store.ungrounded`, and the rest is kept.

        Args:
            reading: What a reader found in one document.

        Raises:
            StoreError: The document is not in the knowledge base.
        """
        ...

    def documents(self, *, texts: bool = True) -> Iterator[Document]:
        """Give all documents.

        Args:
            texts: False leaves every `text` empty, which is much faster.

        Yields:
            Documents in order of capture.
        """
        ...

    def document(self, reference: str) -> Document | None:
        """Find one document with its text.

        Args:
            reference: Its identifier, its origin, the beginning of its identifier, or the end of its origin after a slash.

        Returns:
            The document; None where none or more than one answers.
        """
        ...

    def referents(self, *, document: str | None = None) -> Iterator[Referent]:
        """Give who and what documents name.

        Args:
            document: Only those of one document, by identifier.

        Yields:
            Referents in order of capture and reading.
        """
        ...

    def mentions(self, *, document: str | None = None, referent: str | None = None) -> Iterator[Mention]:
        """Give the words that stand for referents.

        Args:
            document: Only those in one document, by identifier.
            referent: Only those of one referent, by identifier.

        Yields:
            Mentions in order of capture and reading.
        """
        ...

    def claims(
        self,
        *,
        ids: Collection[str] | None = None,
        document: str | None = None,
        referents: Collection[str] | None = None,
        predicate: Predicate | None = None,
    ) -> Iterator[Claim]:
        """Give claims.

        Args:
            ids: Only those with these identifiers.
            document: Only those of one document, by identifier.
            referents: Only those whose subject or object is one of these referents.
            predicate: Only those with this predicate.

        Yields:
            Claims in order of capture and reading.
        """
        ...

    def reports(
        self, *, ids: Collection[str] | None = None, document: str | None = None, referents: Collection[str] | None = None
    ) -> Iterator[EventReport]:
        """Give event reports.

        Args:
            ids: Only those with these identifiers.
            document: Only those of one document, by identifier.
            referents: Only those with one of these referents as initiator, target, place or as said to be responsible.

        Yields:
            Event reports in order of capture and reading.
        """
        ...

    def problems(self, *, document: str | None = None) -> Iterator[Problem]:
        """Give what could not be done.

        Args:
            document: Only those of one document, by identifier.

        Yields:
            Problems by origin, then stage, rule and place.
        """
        ...

    def replace_problems(self, stage: Stage, problems: Iterable[Problem]) -> None:
        """Put new problems of a stage that works on the whole in the place of its former ones, in one transaction.

        Args:
            stage: `resolve`, `weigh` or `publish`.
            problems: All problems of the stage's latest run.
        """
        ...

    def sources(self) -> Iterator[Source]:
        """Give the register of publishers.

        Yields:
            Sources by name.
        """
        ...

    def known_groups(self) -> Iterator[KnownGroup]:
        """Give the register of known groups.

        Yields:
            Entries by identifier.
        """
        ...

    def put_lens(self, name: str, content: str) -> None:
        """Keep a lens under its name, in the place of one that had it.

        Args:
            name: The lens's name.
            content: The lens, written down.
        """
        ...

    def lenses(self) -> dict[str, str]:
        """Give the lenses that were saved.

        Returns:
            From name to the lens as it was written down, by name.
        """
        ...

    def add_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Append people's decisions on identity; none is ever changed or deleted. The store records when.

        Args:
            judgements: Decisions of people, each with its moment; one that is there already is left alone.

        Returns:
            How many were new.
        """
        ...

    def replace_rule_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Keep what the rules judge now; what they judged before and no longer do stays, marked as superseded.

        Args:
            judgements: All judgements of the rules.
        """
        ...

    def judgements(self, *, history: bool = False) -> Iterator[Judgement]:
        """Give the decisions on identity that stand: the rules' latest, and all of people.

        Args:
            history: True gives the rules' superseded judgements too.

        Yields:
            Judgements in the order in which they were recorded.
        """
        ...

    def replace_entities(self, entities: Iterable[Entity]) -> None:
        """Put new entities in the place of all former ones, in one transaction.

        Args:
            entities: All entities, each with its referents; no referent belongs to two of them.

        Raises:
            StoreError: Two entities claim one referent, or two have one identifier; nothing is changed.
        """
        ...

    def entities(self) -> Iterator[Entity]:
        """Give all entities.

        Yields:
            Entities in the order in which they were put.
        """
        ...

    def entity_of(self) -> dict[str, str]:
        """Give the entity behind each referent.

        Returns:
            Referent to entity, by identifier; a person without a public role has no row.
        """
        ...

    def replace_findings(self, findings: Findings, *, decided: int | None = None) -> None:
        """Put new events, corroborations and disputes in the place of all former ones, in one transaction.

        Args:
            findings: All that weighing gives.
            decided: `newest_decision` before what was weighed was asked for; None where nobody can have decided since.
        """
        ...

    def findings(self) -> Findings:
        """Give the latest events, corroborations and disputes, without those that rest on what people decided since.

        Returns:
            They, in the order in which they were put.
        """
        ...

    def knowledge(self, *, texts: bool = False) -> Knowledge:
        """Give all that is known, as of one moment even while another process writes.

        Args:
            texts: True fills in each document's text.

        Returns:
            Documents, sources, entities, claims and event reports.
        """
        ...

    def recorded(self, ids: Collection[str]) -> dict[str, str]:
        """Say when claims, event reports and judgements first came into the knowledge base.

        Args:
            ids: Their identifiers.

        Returns:
            From identifier to the moment, ISO 8601 in UTC; what is not there is missing.
        """
        ...

    def as_of(self, day: date | None) -> "Store":
        """Give the knowledge base as it stood at the end of a day, to be read only.

        Documents with their particulars, readings, registers, judgements, entities with their identifiers, problems and stamps are those of
        that day. Findings are not kept: weigh the knowledge of that day. Saved lenses are those of now.

        Args:
            day: The day, in UTC; None for now.

        Returns:
            A store over the same file; closing it leaves this one open.
        """
        ...

    def search_text(self, query: str, limit: int) -> list[Hit]:
        """Find words in the documents' texts, whatever their case, accents, vowel marks or alef; see `folding`.

        Args:
            query: Words that must all occur; "words in quotation marks" stand together, and wor* finds what begins so.
            limit: The most documents to give.

        Returns:
            One hit a document, the best first; empty where the query has no word.
        """
        ...

    def counts(self) -> dict[str, int]:
        """Count what is there.

        Returns:
            Records by kind: documents, read, referents, mentions, claims, reports, problems, sources, judgements, entities, events,
            corroborations, disputes.
        """
        ...

    def stamp(self, values: Mapping[str, str]) -> None:
        """Note by what the knowledge base was made.

        Args:
            values: Such as `codebook` or `model_sha256`; a value there is replaced.
        """
        ...

    def meta(self) -> dict[str, str]:
        """Give all stamps.

        Returns:
            Key to value, by key; `created` and `version` are always there.
        """
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...

    def __enter__(self) -> Self:
        """Give the store itself."""
        ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        """Close it."""
        ...
