"""Network: a body and those that it is tied to, at most as many as can be read; the rest is listed.

The picture has a slider over valid time and a threshold of independent witnesses; both choose among what is given here, so that nothing has
to be asked again while somebody moves them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.errors import RecordError
from testimonia.model.kinds import EntityKind
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.ties import Tie, ties_of

MOST_NODES = 60
"""Bodies in one picture, the one in the middle included: more than about sixty labels cannot be read on a laptop's screen."""


@dataclass(frozen=True, slots=True)
class Node:
    """A body in the network: `claims` is the number of claims that tie it to others in the picture."""

    id: str
    name: str
    kind: EntityKind
    claims: int


@dataclass(frozen=True, slots=True)
class Network:
    """A network around one body.

    `first` and `last` are the years that the slider runs over, None where no tie is dated. `left_out` names the bodies for which there was
    no room, with the number of claims that tie them.
    """

    centre: str
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    first: int | None
    last: int | None
    left_out: tuple[Node, ...]


def network_of(catalogue: Catalogue, centre: str, *, most: int = MOST_NODES) -> Network:
    """Lay out who a body is tied to.

    Args:
        catalogue: Where everything is, as the lens leaves it.
        centre: The id of the body in the middle.
        most: Bodies to draw, the middle included.

    Returns:
        The body, those tied to it by the number of claims, and all ties between those drawn.

    Raises:
        RecordError: There is no such entity.
    """
    entities = catalogue.knowledge.entities
    if centre not in entities:
        raise RecordError(f"there is no entity {centre!r}; look it up by one of its names")
    weight: dict[str, int] = {}
    for tie in ties_of(catalogue, (centre,)):
        weight[tie.other(centre)] = weight.get(tie.other(centre), 0) + len(tie.claims) + len(tie.denied)
    ranked = sorted(weight, key=lambda body: (-weight[body], entities[body].name, body))
    drawn = (centre, *ranked[: most - 1])
    within = frozenset(drawn)
    ties = tuple(tie for tie in ties_of(catalogue, drawn) if tie.source in within and tie.target in within)
    first, last = _years(ties)
    return Network(
        centre,
        tuple(Node(body, entities[body].name, entities[body].kind, _claims(ties, body)) for body in drawn),
        ties,
        first,
        last,
        tuple(Node(body, entities[body].name, entities[body].kind, weight[body]) for body in ranked[most - 1 :]),
    )


def _claims(ties: Sequence[Tie], body: str) -> int:
    return sum(len(tie.claims) + len(tie.denied) for tie in ties if body in (tie.source, tie.target))


def _years(ties: Sequence[Tie]) -> tuple[int | None, int | None]:
    days = [day for tie in ties for spell in tie.spells for day in (spell.lo, spell.hi) if day is not None]
    years = sorted(int(day[:4]) for day in days)
    return (years[0], years[-1]) if years else (None, None)
