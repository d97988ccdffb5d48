"""`testimonia show KB KIND [NAME]`: what is in a knowledge base, each line with its quotation and its chain of voices."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from testimonia.cli.lens_options import HoldingAt, KnownOn, LensOption, SaidBefore

if TYPE_CHECKING:
    from testimonia.cli.lookup import Found
    from testimonia.cli.view import Shelf, View


class Kind(StrEnum):
    """What can be shown."""

    ACTOR = "actor"
    EVENT = "event"
    DISPUTE = "dispute"
    DOCUMENT = "document"
    CLAIM = "claim"
    PLACE = "place"


def show(
    kb: Annotated[Path, typer.Argument(metavar="KB", help="Folder of the knowledge base.", show_default=False)],
    kind: Annotated[Kind, typer.Argument(help="What to show.", show_default=False)],
    name: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]", help="Which one; all are listed without it.", show_default=False)
    ] = None,
    lens: LensOption = None,
    said_before: SaidBefore = None,
    holding_at: HoldingAt = None,
    known_on: KnownOn = None,
    limit: Annotated[int, typer.Option(min=0, help="The most rows of a table, 0 for all.")] = 30,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show claims with their words and voices.

    Each line has its quotation and its chain of voices, the outermost first.

    NAME may be a name in any spelling, its beginning, a file name, an identifier; for events also who took part or where, for claims also
    a predicate.

    Args:
        kb: Folder of the knowledge base.
        kind: What to show.
        name: Which one; its words need no quotation marks.
        lens: Whose word to take.
        said_before: Only what was published before this day.
        holding_at: Only what is about this time.
        known_on: As the knowledge base stood at the end of this day.
        limit: The most rows of a table.
        as_json: Print JSON instead of tables.
    """
    # Here and not at the top, as in every command: help and wrong use are answered before anything heavy is loaded.
    from testimonia.cli.lens_options import chosen_lens
    from testimonia.cli.view import Shelf, write_view
    from testimonia.looking import look
    from testimonia.store import open_store

    wanted = " ".join(name or ())
    with open_store(kb, create=False) as store:
        chosen = chosen_lens(store, lens, said_before=said_before, holding_at=holding_at, known_on=known_on)
        shelf = Shelf(store.as_of(chosen.known_on), limit, None if chosen.takes_everything else look(store, chosen))
        view = _VIEWS[kind](shelf, wanted)
        if isinstance(view, str):
            _say_not_found(view)
            raise typer.Exit(2)
        write_view(view, as_json=as_json)


def _entities(shelf: "Shelf", wanted: str, *, kind: Kind) -> "View | str":
    from testimonia.cli.view_entities import actors, entity_list, entity_view, meant, places

    records = actors(shelf) if kind is Kind.ACTOR else places(shelf)
    title = "Actors" if kind is Kind.ACTOR else "Places"
    if not wanted:
        return entity_list(shelf, records, title=f"{title} ({len(records)})")
    found = meant(wanted, records)
    if len(found.records) == 1:
        return entity_view(shelf, found.records[0])
    if found.records:
        return entity_list(shelf, found.records, title=f"{title} that “{wanted}” may mean; give one's identifier")
    return _not_found(kind, wanted, found)


def _documents(shelf: "Shelf", wanted: str) -> "View | str":
    from testimonia.cli.lookup import find
    from testimonia.cli.view_records import document_list, document_names, document_view

    records = list(shelf.known.documents.values())
    if not wanted:
        return document_list(shelf, records)
    found = find(wanted, records, names_of=document_names, id_of=lambda document: document.id)
    if len(found.records) == 1:
        return document_view(shelf, found.records[0])
    return document_list(shelf, found.records) if found.records else _not_found(Kind.DOCUMENT, wanted, found)


def _events(shelf: "Shelf", wanted: str) -> "View | str":
    from testimonia.cli.lookup import find
    from testimonia.cli.view_findings import event_list, event_names, event_view

    records = shelf.findings.events
    if not wanted:
        return event_list(shelf, records)
    names = event_names(shelf)
    found = find(wanted, records, names_of=lambda event: names[event.id], id_of=lambda event: event.id)
    if len(found.records) == 1:
        return event_view(shelf, found.records[0])
    return event_list(shelf, found.records) if found.records else _not_found(Kind.EVENT, wanted, found)


def _disputes(shelf: "Shelf", wanted: str) -> "View | str":
    from testimonia.cli.lookup import find
    from testimonia.cli.view_findings import dispute_list, dispute_view

    records = shelf.findings.disputes
    if not wanted:
        return dispute_list(shelf, records)
    found = find(wanted, records, names_of=lambda dispute: (dispute.about,), id_of=lambda dispute: dispute.id)
    if len(found.records) == 1:
        return dispute_view(shelf, found.records[0])
    return dispute_list(shelf, found.records) if found.records else _not_found(Kind.DISPUTE, wanted, found)


def _claims(shelf: "Shelf", wanted: str) -> "View | str":
    from testimonia.cli.lookup import find
    from testimonia.cli.testimony import claim_line
    from testimonia.cli.view_records import claim_list, claim_view
    from testimonia.model.kinds import PREDICATES

    exact = list(shelf.lines([wanted]).values()) if wanted else []
    if exact:
        return claim_view(shelf, exact[0])
    predicate = next((each for each in PREDICATES if each == wanted), None)
    lines = [claim_line(claim, shelf.known) for claim in shelf.claims(predicate=predicate)]
    if not wanted or predicate is not None:
        return claim_list(shelf, lines)
    found = find(wanted, lines, names_of=lambda line: (line.data["predicate"],), id_of=lambda line: line.id)
    if len(found.records) == 1:
        return claim_view(shelf, found.records[0])
    return claim_list(shelf, found.records) if found.records else _not_found(Kind.CLAIM, wanted, found)


def _not_found(kind: Kind, wanted: str, found: "Found[Any]") -> str:
    instead = f" did you mean: {'; '.join(found.suggestions)}?" if found.suggestions else " without a name, all are listed"
    return f"no {kind.value} answers to “{wanted}”;{instead}"


def _say_not_found(message: str) -> None:
    from testimonia.cli.output import say

    say(f"testimonia: {message}")


_VIEWS = {
    Kind.ACTOR: lambda shelf, wanted: _entities(shelf, wanted, kind=Kind.ACTOR),
    Kind.PLACE: lambda shelf, wanted: _entities(shelf, wanted, kind=Kind.PLACE),
    Kind.DOCUMENT: _documents,
    Kind.EVENT: _events,
    Kind.DISPUTE: _disputes,
    Kind.CLAIM: _claims,
}
