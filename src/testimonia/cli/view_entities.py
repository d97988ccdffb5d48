"""Actors and places: who or what they are called, and every claim and event report about them."""

from collections.abc import Sequence
from typing import Any

from testimonia.cli.testimony import claim_line, report_line
from testimonia.cli.view import Shelf, Table, View, lines_table, plain
from testimonia.model.entity import Entity
from testimonia.model.kinds import entity_class

_NO_ACTORS = ("place", "named_event")


def actors(shelf: Shelf) -> list[Entity]:
    """Give all actors.

    Args:
        shelf: An open knowledge base.

    Returns:
        Organisations of every kind and persons with a public role, those named in most documents first.
    """
    return _by_fame(entity for entity in shelf.known.entities.values() if entity_class(entity.kind) not in _NO_ACTORS)


def places(shelf: Shelf) -> list[Entity]:
    """Give all places.

    Args:
        shelf: An open knowledge base.

    Returns:
        Places, those named in most documents first.
    """
    return _by_fame(entity for entity in shelf.known.entities.values() if entity.kind == "place")


def names_of(entity: Entity) -> list[str]:
    """Give all names of an entity.

    Args:
        entity: An actor or a place.

    Returns:
        Its own name first.
    """
    return [entity.name, *(name.text for name in entity.names)]


def entity_list(shelf: Shelf, entities: Sequence[Entity], *, title: str) -> View:
    """Show many entities.

    Args:
        shelf: An open knowledge base.
        entities: Those to show.
        title: What they are.

    Returns:
        A table of names, kinds and in how many documents each is named.
    """
    shown, more = shelf.cut(entities)
    rows = tuple((entity.name, entity.kind, str(len(entity.referents)), entity.id) for entity in shown)
    return View(title, [_data(entity) for entity in shown], tables=(Table(title, ("Name", "Kind", "Documents", "Identifier"), rows, more),))


def entity_view(shelf: Shelf, entity: Entity) -> View:
    """Show one entity with all that is claimed of it.

    Args:
        shelf: An open knowledge base.
        entity: An actor or a place.

    Returns:
        Names, claims, event reports and disputes.
    """
    claims = [claim_line(claim, shelf.known) for claim in shelf.store.claims(referents=entity.referents)]
    reports = [report_line(report, shelf.known) for report in shelf.store.reports(referents=entity.referents)]
    about = {line.id for line in (*claims, *reports)}
    disputes = [dispute for dispute in shelf.findings.disputes if about & set(dispute.claims)]
    shown, more = shelf.cut(disputes)
    disputed = tuple(
        (dispute.about, " | ".join(side.holds for side in dispute.positions), dispute.certainty, dispute.id) for dispute in shown
    )
    facts = (
        ("kind", entity.kind),
        ("identifier", entity.id),
        ("names", "; ".join(dict.fromkeys(f"{name.text} ({name.kind}, {name.language})" for name in entity.names))),
        *((label, str(value)) for label, value in _place(entity).items()),
    )
    return View(
        entity.name,
        {
            **_data(entity),
            "claims": [line.data for line in claims],
            "reports": [line.data for line in reports],
            "disputes": [dispute.id for dispute in disputes],
        },
        facts,
        (
            lines_table("Claims", claims, shelf=shelf),
            lines_table("Event reports", reports, shelf=shelf),
            Table(f"Disputes ({len(disputes)})", ("About", "Positions", "Certainty", "Identifier"), disputed, more),
        ),
    )


def _by_fame(entities: Any) -> list[Entity]:
    return sorted(entities, key=lambda entity: (-len(entity.referents), entity.name, entity.id))


def _place(entity: Entity) -> dict[str, Any]:
    where = None if entity.latitude is None or entity.longitude is None else f"{entity.latitude}, {entity.longitude}"
    return plain({"gazetteer": entity.gazetteer, "coordinates": where, "country": entity.country})


def _data(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "names": [{"text": name.text, "lang": name.language, "kind": name.kind} for name in entity.names],
        "documents": len(entity.referents),
        **_place(entity),
    }
