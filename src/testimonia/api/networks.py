"""Networks: claims that tie two entities, as a network of networkx."""

from collections.abc import Iterable, Mapping
from typing import Any

from testimonia.api.extras import library
from testimonia.api.records import ClaimRecord

NODE = ("name", "kind", "country", "latitude", "longitude")
"""What a node says, where it is known."""


def graph_of(entities: Iterable[tuple[Any, ...]], claims: Iterable[ClaimRecord]) -> Any:
    """Make a network.

    Args:
        entities: The nodes: identifier, then the values of `NODE`.
        claims: The edges: claims whose object is an entity.

    Returns:
        A `networkx.MultiDiGraph`, directed as the claims read.
    """
    graph = library("networkx").MultiDiGraph()
    for identifier, *values in entities:
        graph.add_node(identifier, **_stated(dict(zip(NODE, values, strict=True))))
    for claim in claims:
        graph.add_edge(claim.subject, claim.object, key=claim.id, **_stated(_edge(claim)))
    return graph


def _edge(claim: ClaimRecord) -> Mapping[str, Any]:
    return {
        "predicate": claim.predicate,
        "role": claim.role,
        "edtf": claim.edtf,
        "start": None if claim.lo is None else claim.lo.isoformat(),
        "end": None if claim.hi is None else claim.hi.isoformat(),
        "time_mode": claim.time_mode,
        "polarity": claim.polarity,
        "stance": claim.stance,
        "voices": " > ".join(claim.voices),
        "document": claim.document,
        "quote": claim.quote,
        "review": claim.review,
    }


def _stated(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
