"""KnowledgeBase: a knowledge base or a release as Python asks it."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from testimonia.api.extras import library
from testimonia.api.findings import CorroborationRecord, DisputeRecord, EventRecord, TollRecord
from testimonia.api.held import Held
from testimonia.api.names import identifier_of
from testimonia.api.networks import graph_of
from testimonia.api.records import ActorRecord, DocumentRecord, PlaceRecord, ReportRecord
from testimonia.api.rows import Answer, ClaimRecords, Query, Records
from testimonia.api.shelf import LensLike, Shelf
from testimonia.api.views import views
from testimonia.api.wanted import ACTOR_KINDS, EVENT_TYPES, PREDICATES, Choice, Day, Wanted
from testimonia.model.lens import Lens

_ALSO_NEEDED = {"claims": ("actors",), **dict.fromkeys(("disputes", "corroborations"), ("release.claims", "release.event_reports"))}
"""What the conditions on a view ask beside the view."""
_ABOUT = """list_has_any(claims, (SELECT list(id) FROM (
  SELECT id FROM release.claims WHERE subject = ? OR object = ? UNION ALL SELECT id FROM release.event_reports
  WHERE list_contains(initiator, ?) OR list_contains(target, ?) OR list_contains(responsibility, ?))))"""
"""That one of the claims or reports is about somebody, whose identifier stands for each question mark."""


class KnowledgeBase:
    """A knowledge base, or a release of one, open for questions; `testimonia.open` makes it.

    What it shows is what a release would hold, under the same safeguards, as it stood when it was first asked for through each lens.
    Every method gives records lazily: nothing is worked out before somebody looks.
    """

    def __init__(self, shelf: Shelf, lens: Lens | None = None) -> None:
        """Take what was opened.

        Args:
            shelf: What was opened.
            lens: Whose word is taken where a question does not say.
        """
        self._shelf = shelf
        self._lens = lens

    def __enter__(self) -> Self:
        """Use it within a block, after which it is closed."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close it, with all lenses on it, and remove what was made for them."""
        self._shelf.close()

    @property
    def path(self) -> Path:
        """The folder that was opened."""
        return self._shelf.folder

    @property
    def lenses(self) -> tuple[str, ...]:
        """The names of the lenses that are saved in it."""
        return self._shelf.lenses

    @property
    def manifest(self) -> Mapping[str, Any]:
        """The manifest of the release: versions, lens, counts, hashes, what was withheld."""
        return self._hold(None).released.manifest

    @property
    def tables(self) -> tuple[str, ...]:
        """The names that `sql` can ask: the records' own, then the tables of the release."""
        return self._hold(None).tables

    def lens(self, lens: LensLike) -> "KnowledgeBase":
        """See it through a lens.

        Args:
            lens: A `Lens`, the name of a saved one, or its fields.

        Returns:
            The same knowledge base; its questions take the word of those whom the lens leaves.

        Raises:
            LensError: There is no such lens, it asks for what there is not, or a release was opened.
        """
        return KnowledgeBase(self._shelf, self._shelf.lens(lens))

    def claims(
        self,
        *,
        lens: LensLike = None,
        actor: str | None = None,
        predicate: Choice = None,
        since: Day | None = None,
        until: Day | None = None,
    ) -> ClaimRecords:
        """Give claims, by document and place in it.

        Args:
            lens: Whose word is taken; None for that of the knowledge base itself.
            actor: The subject or the object, by name or identifier.
            predicate: One predicate or several.
            since: Only what may be so on this day or later: a day, or EDTF such as 2016. What is undated is left out.
            until: Only what may be so on this day or earlier.

        Returns:
            `ClaimRecord`s.

        Raises:
            NameNotFoundError: There is no such actor, more than one, or no such predicate.
        """
        wanted = Wanted().among("predicate", predicate, of=PREDICATES).between(since, until)
        if actor is not None:
            wanted = wanted.where("subject = ? OR object = ?", *[self._who(actor, lens)] * 2)
        return ClaimRecords(self._query("claims", wanted, lens), view=views()["claims"])

    def reports(
        self,
        *,
        lens: LensLike = None,
        actor: str | None = None,
        type: Choice = None,  # noqa: A002 - the name of the field
        since: Day | None = None,
        until: Day | None = None,
    ) -> Records[ReportRecord]:
        """Give event reports, by document and place in it.

        Args:
            lens: Whose word is taken.
            actor: One who acts, is acted upon or is said to be responsible, by name or identifier.
            type: One event type or several.
            since: Only what may have been on this day or later; what is undated is left out.
            until: Only what may have been on this day or earlier.

        Returns:
            `ReportRecord`s.

        Raises:
            NameNotFoundError: There is no such actor, more than one, or no such type.
        """
        wanted = Wanted().among("type", type, of=EVENT_TYPES).between(since, until)
        if actor is not None:
            wanted = wanted.where(
                "list_contains(initiator, ?) OR list_contains(target, ?) OR list_contains(responsibility, ?)", *[self._who(actor, lens)] * 3
            )
        return self._records("reports", wanted, lens)

    def events(
        self,
        *,
        lens: LensLike = None,
        actor: str | None = None,
        type: Choice = None,  # noqa: A002 - the name of the field
        since: Day | None = None,
        until: Day | None = None,
    ) -> Records[EventRecord]:
        """Give events: the reports that were judged to be of one happening.

        Args:
            lens: Whose word is taken.
            actor: One who takes part, by name or identifier.
            type: One event type or several.
            since: Only what may have been on this day or later; what is undated is left out.
            until: Only what may have been on this day or earlier.

        Returns:
            `EventRecord`s.

        Raises:
            NameNotFoundError: There is no such actor, more than one, or no such type.
        """
        return self._records("events", self._happened(lens, actor, type, since, until), lens)

    def tolls(
        self,
        *,
        lens: LensLike = None,
        actor: str | None = None,
        type: Choice = None,  # noqa: A002 - the name of the field
        since: Day | None = None,
        until: Day | None = None,
    ) -> Records[TollRecord]:
        """Give the quantities of events, each with its lowest, best and highest value.

        Args:
            lens: Whose word is taken.
            actor: One who takes part in the event, by name or identifier.
            type: One event type or several.
            since: Only what may have been on this day or later; what is undated is left out.
            until: Only what may have been on this day or earlier.

        Returns:
            `TollRecord`s.

        Raises:
            NameNotFoundError: There is no such actor, more than one, or no such type.
        """
        return self._records("tolls", self._happened(lens, actor, type, since, until), lens)

    def actors(self, *, lens: LensLike = None, kind: Choice = None) -> Records[ActorRecord]:
        """Give bodies, and persons with a public role, that something is said of.

        Args:
            lens: Whose word is taken.
            kind: One entity kind or several.

        Returns:
            `ActorRecord`s.

        Raises:
            NameNotFoundError: There is no such kind.
        """
        return self._records("actors", Wanted().among("kind", kind, of=ACTOR_KINDS), lens)

    def actor(self, name: str, *, lens: LensLike = None) -> ActorRecord:
        """Give one body or public person.

        Args:
            name: One of its names whatever its case and accents, or its identifier.
            lens: Whose word is taken.

        Returns:
            Its `ActorRecord`.

        Raises:
            NameNotFoundError: Nobody, or more than one, answers to the name.
        """
        identifier = self._who(name, lens)
        found: Records[ActorRecord] = self._records("actors", Wanted().where("id = ?", identifier), lens)
        return found[0]

    def places(self, *, lens: LensLike = None, country: Choice = None) -> Records[PlaceRecord]:
        """Give places, with what their coordinates stand for.

        Args:
            lens: Whose word is taken.
            country: One country or several, ISO 3166-1 alpha-2.

        Returns:
            `PlaceRecord`s.
        """
        return self._records("places", Wanted().among("country", country), lens)

    def disputes(self, *, lens: LensLike = None, actor: str | None = None, certainty: Choice = None) -> Records[DisputeRecord]:
        """Give what cannot all hold.

        Args:
            lens: Whose word is taken.
            actor: One whom a disputed claim or report is about, by name or identifier.
            certainty: `definite` or `possible`.

        Returns:
            `DisputeRecord`s.

        Raises:
            NameNotFoundError: There is no such actor, or more than one.
        """
        wanted = Wanted().among("certainty", certainty, of=("definite", "possible"))
        return self._records("disputes", self._about(wanted, lens, actor), lens)

    def corroborations(
        self, *, lens: LensLike = None, actor: str | None = None, independent: bool | None = None
    ) -> Records[CorroborationRecord]:
        """Give what agrees.

        Args:
            lens: Whose word is taken.
            actor: One whom a claim or report in it is about, by name or identifier.
            independent: Only those with independent witnesses, or only those without.

        Returns:
            `CorroborationRecord`s.

        Raises:
            NameNotFoundError: There is no such actor, or more than one.
        """
        wanted = Wanted() if independent is None else Wanted().where("independent = ?", independent)
        return self._records("corroborations", self._about(wanted, lens, actor), lens)

    def documents(self, *, lens: LensLike = None, publisher: Choice = None, language: Choice = None) -> Records[DocumentRecord]:
        """Give the documents' origins; their texts are not part of them.

        Args:
            lens: Whose word is taken.
            publisher: One publisher or several.
            language: One language or several, BCP 47.

        Returns:
            `DocumentRecord`s.
        """
        return self._records("documents", Wanted().among("publisher", publisher).among("language", language), lens)

    def sql(self, question: str, *, lens: LensLike = None) -> Answer:
        """Ask in SQL, as DuckDB has it, over the same records and over the tables of the release.

        Args:
            question: One statement that begins with SELECT, FROM, WITH, DESCRIBE or SUMMARIZE. `tables` lists what can be asked.
            lens: Whose word is taken.

        Returns:
            Rows that map columns to values, lazily.

        Raises:
            QuestionError: It is not one question, or asks for what there is not.
        """
        asked = question.strip().rstrip(";")
        held = self._hold(lens)
        held.prepare_all(asked)
        held.columns(asked)
        return Answer(Query(lambda: self._hold(lens), asked, (), "rows"))

    def to_networkx(self, *, lens: LensLike = None) -> Any:
        """Give all actors and the claims that tie two of them; needs `testimonia[networks]`.

        Args:
            lens: Whose word is taken.

        Returns:
            A `networkx.MultiDiGraph`, as `ClaimRecords.to_networkx` makes it, with the actors that no claim ties as well.

        Raises:
            MissingPartError: networkx is not installed.
        """
        library("networkx")
        held = self._hold(lens)
        held.prepare("actors")
        nodes = held.rows(
            "SELECT e.id, e.name, e.kind, e.country, e.latitude, e.longitude FROM release.entities e SEMI JOIN actors USING (id)"
        )
        ties = Wanted().where("subject IN (SELECT id FROM actors) AND object IN (SELECT id FROM actors)")
        return graph_of(nodes, ClaimRecords(self._query("claims", ties, lens), view=views()["claims"]))

    def __repr__(self) -> str:
        """Say what it is."""
        what = "release" if self._shelf.is_release else "knowledge base"
        through = "" if self._lens is None else f" through the lens {self._lens.name!r}"
        return f"<{what} {self.path.resolve().name!r}{through}>"

    def _repr_html_(self) -> str:
        """Show in a notebook how much there is."""
        counts = {name: len(self._records(name, Wanted(), None)) for name in views() if name != "tolls"}
        listed = ", ".join(f"{number:,} {name}" for name, number in counts.items())
        return f"<p>{escape(repr(self).strip('<>'))}: {escape(listed)}</p>"

    def _chosen(self, lens: LensLike) -> Lens:
        return self._lens or Lens() if lens is None else self._shelf.lens(lens)

    def _hold(self, lens: LensLike) -> Held:
        return self._shelf.hold(self._chosen(lens))

    def _who(self, name: str, lens: LensLike) -> str:
        return identifier_of(self._hold(lens), name)

    def _happened(self, lens: LensLike, actor: str | None, types: Choice, since: Day | None, until: Day | None) -> Wanted:
        wanted = Wanted().among("type", types, of=EVENT_TYPES).between(since, until)
        return wanted if actor is None else wanted.where("list_contains(party_ids, ?)", self._who(actor, lens))

    def _about(self, wanted: Wanted, lens: LensLike, actor: str | None) -> Wanted:
        return wanted if actor is None else wanted.where(_ABOUT, *[self._who(actor, lens)] * _ABOUT.count("?"))

    def _records(self, view: str, wanted: Wanted, lens: LensLike) -> Records[Any]:
        return Records(self._query(view, wanted, lens), view=views()[view])

    def _query(self, view: str, wanted: Wanted, lens: LensLike) -> Query:
        chosen = self._chosen(lens)  # a lens that there is not is said at once

        def ready() -> Held:
            held = self._shelf.hold(chosen)
            held.prepare(*_ALSO_NEEDED.get(view, ()), view)
            return held

        return Query(ready, wanted.select(view), wanted.values, view)
