"""The page Map: events and areas of operation at their places, with the table behind it."""

from dataclasses import dataclass

from testimonia.model.kinds import EventType
from testimonia.publish.pages.atlas import Atlas
from testimonia.publish.pages.shown import Named


@dataclass(frozen=True, slots=True)
class MapPage:
    """The page: what is drawn, the years that the choice of time runs over (None where nothing is dated), and what was asked for."""

    atlas: Atlas
    first: int | None
    last: int | None
    types: tuple[tuple[EventType, int], ...]
    type: EventType | None
    actor: str | None
    actor_name: str | None
    event: str | None
    offered: tuple[Named, ...]
    more: bool


def years_of(atlas: Atlas) -> tuple[int | None, int | None]:
    """Give the years that the events and areas of a map lie in.

    Args:
        atlas: What is on it.

    Returns:
        The first and the last year; None and None where nothing is dated.
    """
    spells = [mark.when for mark in atlas.marks] + [area.when for spot in atlas.spots for area in spot.areas]
    years = sorted(int(day[:4]) for spell in spells for day in (spell.lo, spell.hi) if day is not None)
    return (years[0], years[-1]) if years else (None, None)
