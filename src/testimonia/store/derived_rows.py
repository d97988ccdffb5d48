"""Judgements, entities, events, corroborations and disputes as lines of their tables, and back."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from testimonia.model.entity import Entity, Name
from testimonia.model.event import Bound, Event, Toll
from testimonia.model.finding import Agreed, Corroboration, Dispute, Position
from testimonia.model.judgement import Feature, Judgement
from testimonia.store.coding import Row, encode, flat_fields, flat_row, strings

_CODED = ("names", "formerly", "same_as", "divisions")
"""Fields of an entity that are written as JSON."""


def judgement_row(judgement: Judgement) -> Row:
    """Write a judgement.

    Args:
        judgement: A decision on identity.

    Returns:
        A line of `judgements`, but for `seq` and `recorded`.
    """
    coded = {"id": judgement.id, "features": encode(judgement.features), "evidence": encode(judgement.evidence)}
    return flat_row(judgement, apart=("features", "evidence")) | coded


def judgement_from(row: Mapping[str, Any]) -> Judgement:
    """Read a judgement back.

    Args:
        row: A line of `judgements`.

    Returns:
        The judgement.
    """
    plain = flat_fields(row, Judgement, apart=("features", "evidence"))
    features = tuple(Feature(one["name"], one["weight"], one["words"]) for one in json.loads(row["features"]))
    return Judgement(**plain, features=features, evidence=strings(row["evidence"]))


def entity_row(entity: Entity) -> Row:
    """Write an entity, without its referents.

    Args:
        entity: One real thing.

    Returns:
        A line of `entities`, but for `position`.
    """
    coded = {name: encode(getattr(entity, name)) for name in _CODED}
    return flat_row(entity, apart=(*_CODED, "referents")) | coded


def entity_from(row: Mapping[str, Any], *, referents: tuple[str, ...]) -> Entity:
    """Read an entity back.

    Args:
        row: A line of `entities`.
        referents: Its referents, in their order.

    Returns:
        The entity.
    """
    return Entity(
        **flat_fields(row, Entity, apart=(*_CODED, "referents")),
        names=_names(row["names"]),
        referents=referents,
        formerly=strings(row["formerly"]),
        same_as=strings(row["same_as"]),
        divisions=strings(row["divisions"]),
    )


def event_row(event: Event, position: int) -> Row:
    """Write an event.

    Args:
        event: What several reports tell of.
        position: Its place among all.

    Returns:
        A line of `events`.
    """
    return flat_row(event, apart=("reports", "tolls")) | {
        "reports": encode(event.reports),
        "tolls": encode(event.tolls),
        "position": position,
    }


def event_from(row: Mapping[str, Any]) -> Event:
    """Read an event back.

    Args:
        row: A line of `events`.

    Returns:
        The event.
    """
    tolls = tuple(map(_toll, json.loads(row["tolls"])))
    return Event(**flat_fields(row, Event, apart=("reports", "tolls")), reports=strings(row["reports"]), tolls=tolls)


def corroboration_row(corroboration: Corroboration, position: int) -> Row:
    """Write a corroboration.

    Args:
        corroboration: Claims or event reports that agree.
        position: Its place among all.

    Returns:
        A line of `corroborations`.
    """
    return flat_row(corroboration, apart=("claims", "stances", "agreed")) | {
        "id": corroboration.id,
        "claims": encode(corroboration.claims),
        "stances": encode(corroboration.stances),
        "agreed": encode(corroboration.agreed),
        "position": position,
    }


def corroboration_from(row: Mapping[str, Any]) -> Corroboration:
    """Read a corroboration back.

    Args:
        row: A line of `corroborations`.

    Returns:
        The corroboration.
    """
    plain = flat_fields(row, Corroboration, apart=("claims", "independent", "stances", "agreed"))
    stances = tuple((stance, number) for stance, number in json.loads(row["stances"]))
    agreed = tuple(_agreed(coded) for coded in json.loads(row["agreed"]))
    independent = bool(row["independent"])
    return Corroboration(**plain, claims=strings(row["claims"]), independent=independent, stances=stances, agreed=agreed)


def dispute_row(dispute: Dispute, position: int) -> Row:
    """Write a dispute.

    Args:
        dispute: Claims or event reports that cannot all hold.
        position: Its place among all.

    Returns:
        A line of `disputes`.
    """
    return flat_row(dispute, apart=("positions",)) | {"id": dispute.id, "positions": encode(dispute.positions), "position": position}


def dispute_from(row: Mapping[str, Any]) -> Dispute:
    """Read a dispute back.

    Args:
        row: A line of `disputes`.

    Returns:
        The dispute.
    """
    positions = tuple(Position(**side | {"claims": tuple(side["claims"])}) for side in json.loads(row["positions"]))
    return Dispute(**flat_fields(row, Dispute, apart=("positions",)), positions=positions)


# The same entities are named on page after page: reading their names again is half of reading them.
@lru_cache(maxsize=8192)
def _names(coded: str) -> tuple[Name, ...]:
    return tuple(map(_name, json.loads(coded)))


def _name(coded: Row) -> Name:
    return Name(**coded | {"carried_by": tuple(coded.get("carried_by", ()))})


def _agreed(coded: Row) -> Agreed:
    return Agreed(coded["on"], coded["value"], coded.get("unit"))


def _toll(coded: Row) -> Toll:
    return Toll(what=coded["what"], of=coded["of"], low=_bound(coded["low"]), best=_bound(coded["best"]), high=_bound(coded["high"]))


def _bound(coded: Row | None) -> Bound | None:
    return None if coded is None else Bound(value=coded["value"], reports=tuple(coded["reports"]))
