"""Atlas: events and areas of operation at the places that they are told of, with what has no place on a map listed.

A point stands for as large an area as its precision says; a camp or a crossing without coordinates stays off the map. Borders on the base
map are those of its maker and decide nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.model.entity import Entity
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.event_marks import EventMark
from testimonia.publish.pages.ties import Spell, spell_of


@dataclass(frozen=True, slots=True)
class Area:
    """A body said to operate at a place, for the time that is claimed."""

    body: str
    name: str
    when: Spell
    disputed: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with coordinates (WGS 84, degrees): `precision` says what the point stands for, `events` and `areas` what is told of it."""

    id: str
    name: str
    latitude: float
    longitude: float
    precision: str | None
    country: str | None
    events: tuple[str, ...]
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """All that has a place, and the rest: marks of events by id, spots by name, events without coordinates."""

    marks: tuple[EventMark, ...]
    spots: tuple[Spot, ...]
    unlocated: tuple[str, ...]


def atlas_of(catalogue: Catalogue, marks: Sequence[EventMark], *, areas: bool = True) -> Atlas:
    """Put events and areas of operation on the map.

    Args:
        catalogue: Where everything is, as the lens leaves it.
        marks: The events to show.
        areas: Whether areas of operation are shown too.

    Returns:
        Spots in the order of their names; an event told at several places stands at each, one at no place with coordinates is unlocated.
    """
    entities = catalogue.knowledge.entities
    told: dict[str, list[str]] = {}
    for mark in marks:
        for place in mark.places:
            told.setdefault(place, []).append(mark.id)
    held = _areas(catalogue) if areas else {}
    placed = {key: entities[key] for key in (*told, *held) if _is_located(entities[key])}
    spots = tuple(_spot(entity, tuple(told.get(key, ())), tuple(held.get(key, ()))) for key, entity in placed.items())
    unlocated = tuple(mark.id for mark in marks if not any(place in placed for place in mark.places))
    return Atlas(tuple(marks), tuple(sorted(spots, key=lambda spot: (spot.name, spot.id))), unlocated)


def _areas(catalogue: Catalogue) -> dict[str, list[Area]]:
    found: dict[str, list[Area]] = {}
    for claim in catalogue.claims.values():
        if claim.predicate != "operates_in" or claim.object is None or claim.polarity != "affirmed":
            continue
        body, place = catalogue.knowledge.who(claim.subject), catalogue.knowledge.who(claim.object)
        if body in catalogue.knowledge.entities and place in catalogue.knowledge.entities:
            name = catalogue.knowledge.name_of(body)
            found.setdefault(place, []).append(Area(body, name, spell_of(claim.when, (claim.id,)), claim.id in catalogue.disputed))
    return found


def _is_located(entity: Entity) -> bool:
    return entity.latitude is not None and entity.longitude is not None


def _spot(entity: Entity, events: tuple[str, ...], areas: tuple[Area, ...]) -> Spot:
    return Spot(entity.id, entity.name, entity.latitude or 0.0, entity.longitude or 0.0, entity.precision, entity.country, events, areas)
