"""What a store gives to pages: parts of a knowledge base, lists and search, each in milliseconds however large the whole is.

What they look up is made anew when findings are put (`Store.replace_findings`): what was read since then shows after the next weighing.
A store of a past day has none of it: restrict what `knowledge` gives.
"""

from collections.abc import Collection, Iterable
from typing import Protocol

from testimonia.model.document import Document
from testimonia.model.entity import Entity
from testimonia.model.kinds import EntityKind
from testimonia.store.page_records import (
    About,
    ClaimHit,
    CopyOf,
    Cut,
    DisputeLines,
    DisputesWanted,
    DocumentLines,
    DocumentsWanted,
    EntitiesWanted,
    EntityLines,
    EventLines,
    EventsWanted,
    NameHit,
    Part,
    Tally,
    Totals,
)

FIRST_PAGE = Cut()


class Pages(Protocol):
    """What pages ask of a knowledge base."""

    def part(self, about: About, *, texts: bool = False, background: bool = False) -> Part:
        """Give as much as a page needs, as of one moment even while another process writes.

        Every function that takes `Knowledge` and `Findings` says the same of what the part is about as it would say with the whole.

        Args:
            about: An entity, event, document, dispute, voice, or some claims and reports, and which page of it.
            texts: True fills in the texts of the documents in the part.
            background: True adds what a lens needs to weigh the part by itself: see `pipeline.look_at`.

        Returns:
            The part; empty where there is no such thing.
        """
        ...

    def core(self, about: About) -> tuple[str, ...]:
        """Name the claims and event reports that a part is about, without gathering them.

        Args:
            about: What is asked for.

        Returns:
            `Part.core`.
        """
        ...

    def near(self, bodies: Collection[str], *, whats: Collection[str], limit: int) -> dict[str, int]:
        """Find who is tied to bodies by bonds (wings, parts, members, splits, mergers, offices).

        Args:
            bodies: Entities.
            whats: Predicates; those that are no bonds are passed over.
            limit: The most entities to give.

        Returns:
            The others with a number of claims, the most tied first.
        """
        ...

    def ties_between(self, bodies: Collection[str], *, whats: Collection[str], each: int, limit: int) -> tuple[str, ...]:
        """Name the claims that tie bodies to one another.

        Args:
            bodies: Entities.
            whats: Predicates.
            each: The most claims of one bond between two.
            limit: The most claims in all.

        Returns:
            Claims by identifier; of alliances and oppositions perhaps not all.
        """
        ...

    def tallies(self, entity: str) -> tuple[Tally, ...]:
        """Count what names an entity, by role, predicate or type, and year.

        Args:
            entity: Its identifier.

        Returns:
            Counts by role, then predicate or type, then year.
        """
        ...

    def entities_by_id(self, ids: Collection[str]) -> dict[str, Entity]:
        """Look entities up, without their referents.

        Args:
            ids: Their identifiers, or identifiers that they had before they were merged.

        Returns:
            The entities by the identifier asked for, those that there are.
        """
        ...

    def list_entities(self, wanted: EntitiesWanted, cut: Cut = FIRST_PAGE) -> EntityLines:
        """List entities.

        Args:
            wanted: Which, and in which order.
            cut: Which page.

        Returns:
            One page.
        """
        ...

    def list_documents(self, wanted: DocumentsWanted, cut: Cut = FIRST_PAGE) -> DocumentLines:
        """List documents, the newest first.

        Args:
            wanted: Which.
            cut: Which page.

        Returns:
            One page.
        """
        ...

    def list_events(self, wanted: EventsWanted, cut: Cut = FIRST_PAGE) -> EventLines:
        """List events, the earliest first.

        Args:
            wanted: Which.
            cut: Which page.

        Returns:
            One page.
        """
        ...

    def list_disputes(self, wanted: DisputesWanted, cut: Cut = FIRST_PAGE) -> DisputeLines:
        """List disputes, definite ones first, then by what they are about.

        Args:
            wanted: Which.
            cut: Which page.

        Returns:
            One page; `part(About(dispute=...))` has the claims.
        """
        ...

    def count_disputes(self, entity: str) -> int:
        """Count the disputes that touch what is said of an entity, as of the last weighing.

        Args:
            entity: Its identifier.

        Returns:
            How many there are.
        """
        ...

    def publishers(self) -> dict[str, int]:
        """Count documents by publisher.

        Returns:
            Numbers by publisher, those without one left out.
        """
        ...

    def texts_of(self, ids: Collection[str]) -> dict[str, Document]:
        """Look documents up with their texts.

        Args:
            ids: Their identifiers.

        Returns:
            Documents by identifier, in order of capture, those that there are.
        """
        ...

    def count_problems(self) -> int:
        """Count what could not be done, without reading it.

        Returns:
            How many problems are kept.
        """
        ...

    def hashes(self) -> list[tuple[str, str]]:
        """Name the documents with the hashes of their files.

        Returns:
            Identifier and SHA-256 of each, in order of capture.
        """
        ...

    def totals(self) -> Totals:
        """Count what is there, as of the last weighing.

        Returns:
            Numbers by what is counted; see `Totals`.
        """
        ...

    def suggest(self, typed: str, *, kinds: Collection[EntityKind] = (), limit: int = 12) -> tuple[NameHit, ...]:
        """Find names while they are being typed, in any script, whatever their case, accents, vowel marks or alef.

        Args:
            typed: The beginning of a name, of a word in it, or any part of it from three letters on.
            kinds: Only entities of these kinds; empty for all.
            limit: The most entities to give.

        Returns:
            One name an entity: names that begin so first, then words that do, then the rest; among these what is told of most first.
        """
        ...

    def search_claims(self, query: str, *, limit: int = 20) -> tuple[ClaimHit, ...]:
        """Find claims and event reports whose quotations hold all words, folded as texts are.

        Args:
            query: Words, "phrases" and wor*, as for `search_text`.
            limit: The most to give.

        Returns:
            Hits in order of capture and text; of common words that hardly ever stand in one quotation some may be missing.
        """
        ...

    def replace_copies(self, copies: Iterable[CopyOf]) -> None:
        """Keep which documents share their wording, so that a page's part can be weighed without the texts.

        Args:
            copies: All of them, in the place of all former ones.
        """
        ...
