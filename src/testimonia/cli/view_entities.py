"""Actors and places: who or what they are called, and every claim and event report about them."""

from collections.abc import Sequence
from typing import Any

from testimonia.cli.lookup import Found, find
from testimonia.cli.testimony import claim_line, report_line
from testimonia.cli.view import Shelf, Table, View, lines_table, plain
from testimonia.errors import NameNotFoundError
from testimonia.model.entity import Entity
from testimonia.model.kinds import entity_class
from testimonia.store import Store

MOST_NAMED = 5
"""Entities named in a message that asks which one is meant."""
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


def meant(name: str, entities: Sequence[Entity]) -> Found[Entity]:
    """Find the entities that a name means.

    Args:
        name: A name, its beginning, or an identifier; a former one leads to what took its place.
        entities: All that it may be.

    Returns:
        The entities that answer to it, or other names that are alike.
    """
    former = tuple(entity for entity in entities if name in entity.formerly)
    return Found(former) if former else find(name, entities, names_of=names_of, id_of=lambda entity: entity.id)


def actor_named(store: Store, name: str) -> Entity:
    """Find the one entity that a name means.

    Args:
        store: An open knowledge base.
        name: A name, its beginning, or an identifier; a former one leads to what took its place.

    Returns:
        The entity.

    Raises:
        NameNotFoundError: None or several answer to it; the message says which may be meant.
    """
    found = meant(name, list(store.entities()))
    if len(found.records) == 1:
        return found.records[0]
    if found.records:
        several = ", ".join(f"{entity.name} ({entity.id})" for entity in found.records[:MOST_NAMED])
        raise NameNotFoundError(f"{name!r} may mean several; give one's identifier: {several}")
    alike = f"; did you mean {' or '.join(found.suggestions)}?" if found.suggestions else ""
    raise NameNotFoundError(f"no entity is called {name!r}{alike}")


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
    claims = [claim_line(claim, shelf.known) for claim in shelf.claims(referents=entity.referents)]
    reports = [report_line(report, shelf.known) for report in shelf.reports(referents=entity.referents)]
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
