"""Rows of who has it from whom: the register of sources, and each witness with what it hangs on.

A witness is a chain of voices in one document. Two witnesses are independent only if no path of links joins them; a link leads to a hub,
and hubs of one identifier are one. What a stemma draws is these rows and nothing else.
"""

from collections.abc import Callable, Collection, Iterable, Sequence

from testimonia.codebook.phrases import described
from testimonia.model.claim import Claim
from testimonia.model.document import Source
from testimonia.model.event import EventReport
from testimonia.model.identifiers import identify
from testimonia.model.knowledge import Knowledge
from testimonia.model.stemma import Link, Witness
from testimonia.publish.rows import Row

Said = Claim | EventReport
WitnessOf = Callable[[Knowledge], Callable[[Said], Witness]]
"""For the knowledge of one document, what gives the witness behind each of its claims and reports."""


def source_row(source: Source) -> Row:
    """Write what the register says of a publisher as a row.

    Args:
        source: An entry of the register.

    Returns:
        The row of `sources.jsonl`.
    """
    return {
        "id": identify("p", source.name),
        "name": source.name,
        "kind": source.kind,
        "side": source.side,
        "country": source.country,
        "note": source.note,
    }


def witness_row(witness: Witness, claims: Sequence[str]) -> Row:
    """Write a witness as a row.

    Args:
        witness: A chain of voices in a document, with what it hangs on.
        claims: The claims and reports that it bears.

    Returns:
        The row of `witnesses.jsonl`.
    """
    return {
        "id": witness.id,
        "document": witness.document,
        "label": described(witness.label),
        "known": witness.known,
        "claims": list(claims),
        "links": [_link(link) for link in witness.links.values()],
    }


def witness_rows(said: Iterable[Said], witness_of: Callable[[Said], Witness], *, released: Collection[str]) -> Iterable[Row]:
    """Write the witnesses of a document's claims and reports.

    Args:
        said: Claims and reports of one document.
        witness_of: Gives the witness behind each.
        released: Ids of those that are released.

    Returns:
        A row for each witness that bears something released, in the order of what they bear.
    """
    found: dict[str, tuple[Witness, dict[str, None]]] = {}
    for one in said:
        if one.id in released:
            witness = witness_of(one)
            found.setdefault(witness.id, (witness, {}))[1][one.id] = None
    return [witness_row(witness, tuple(claims)) for witness, claims in found.values()]


def _link(link: Link) -> Row:
    return {
        "hub": link.hub.id,
        "hub_kind": link.hub.kind,
        "hub_label": described(link.hub.label),
        "kind": link.kind,
        "words": described(link.words),
        "strength": link.strength,
        "claims": list(link.claims),
    }
