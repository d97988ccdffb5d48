"""What one rule proposes as an event report, before voices are known; later accounts of a happening ask what was told of it before."""

from collections.abc import Iterable
from dataclasses import dataclass

from testimonia.model.event import Figure
from testimonia.model.kinds import Basis, EventType, Status
from testimonia.model.party import Party

ACCOUNTS = ("accounts.", "told_tolls.")
"""How the names of the rules begin whose reports are accounts of something told before."""


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event report without its chain of voices; `at` is the offset of the trigger.

    `part_of` is the offset of another trigger whose toll or sides this draft only completes. A `weak` draft points back at something told
    elsewhere ("the attack"), and is a report only if something completes it. One that `goes_on` stands in a sentence without time and
    place of its own, and may tell more of the happening told just before it. One that is `granted` is told by whoever writes, inside of
    somebody's denial that they had a part in it. `notes` tell people which happening told before an account
    means, and how it was found.
    """

    type: EventType
    mode: str | None
    start: int
    end: int
    at: int
    rule: str
    trigger: str
    initiator: tuple[Party, ...] = ()
    target: tuple[Party, ...] = ()
    where: tuple[Party, ...] = ()
    edtf: str | None = None
    basis: Basis = "stated"
    figures: tuple[Figure, ...] = ()
    responsibility: tuple[Party, ...] = ()
    status: Status = "happened"
    recurrent: bool = False
    part_of: int | None = None
    weak: bool = False
    goes_on: bool = False
    granted: bool = False
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The word or words that tell it, in lower case."""
        return self.trigger.lower()

    @property
    def is_account(self) -> bool:
        """Whether it is itself only an account of something told before."""
        return self.rule.startswith(ACCOUNTS)

    @property
    def toll(self) -> str | None:
        """What its first count of people counts: killed, injured; None where it counts nobody."""
        return next((f.what for f in self.figures if f.what in ("killed", "injured", "casualties")), None)


def may_go_on(draft: EventDraft) -> bool:
    """Say whether a happening is of a kind of which several make up one: an assault, what is taken in it, who is let go.

    Args:
        draft: What was told.

    Returns:
        False for agreements, talks, demands and the like.
    """
    return draft.type in ("ASSAULT", "COERCE") or draft.mode == "release"


def nearest(told: Iterable[EventDraft], *, before: int, reach: int | None = None) -> list[EventDraft]:
    """List what was told before an offset, the nearest first.

    Args:
        told: What was told, in text order.
        before: A code point offset.
        reach: Code points that it may lie back; None for any distance.

    Returns:
        Those that were told before it.
    """
    found = [t for t in told if t.at < before and (reach is None or before - t.end <= reach)]
    return sorted(found, key=lambda t: t.at, reverse=True)
