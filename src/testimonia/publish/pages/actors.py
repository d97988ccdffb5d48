"""The list of actors, and the list of what is claimed of one where it is too much for its page."""

from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.model.kinds import EntityKind
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.shown import Named, ShownClaim, shown_claim


@dataclass(frozen=True, slots=True)
class ActorLine:
    """One actor in the list: `claims` name it as subject or object, `reports` as taking part, `voiced` as a speaker."""

    name: Named
    kind: EntityKind
    claims: int
    reports: int
    voiced: int


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """One part of the list. `kinds` are all that can be asked for; `kind`, `beginning` and `order` what was; `after` asks for the next."""

    actors: tuple[ActorLine, ...]
    kinds: tuple[tuple[EntityKind, int], ...]
    kind: EntityKind | None
    beginning: str
    order: str
    after: str | None
    began: bool


@dataclass(frozen=True, slots=True)
class ActorClaimsPage:
    """Claims and event reports about one actor, one part at a time: of one predicate or event type and one year, or all."""

    actor: str
    name: str
    what: str | None
    year: int | None
    offered: tuple[tuple[str, int], ...]
    claims: tuple[ShownClaim, ...]
    after: str | None
    began: bool


def shown_claims(catalogue: Catalogue, keys: Sequence[str]) -> tuple[ShownClaim, ...]:
    """Show claims and event reports one by one.

    Args:
        catalogue: Where everything is, as the lens leaves it.
        keys: Their ids.

    Returns:
        Those that are there, in the order given.
    """
    records = (catalogue.claims.get(key) or catalogue.reports.get(key) for key in keys)
    return tuple(shown_claim(catalogue, record) for record in records if record is not None)
