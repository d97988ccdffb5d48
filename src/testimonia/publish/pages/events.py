"""The list of events: what is told to have happened, earliest first, with how sure its time and its toll are."""

from dataclasses import dataclass

from testimonia.model.kinds import EventType
from testimonia.publish.pages.event_marks import EventMark


@dataclass(frozen=True, slots=True)
class EventsPage:
    """One part of the list. `types` are all that can be asked for, with their numbers; `after` asks for the next part."""

    events: tuple[EventMark, ...]
    types: tuple[tuple[EventType, int], ...]
    type: EventType | None
    since: int | None
    until: int | None
    actor: str | None
    actor_name: str | None
    with_tolls: bool
    after: str | None
    began: bool
