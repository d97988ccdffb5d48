"""Told: what an event draft told, as later accounts of the same happening need it: "the army blamed X", "the toll rose to 35"."""

from collections.abc import Iterable
from dataclasses import dataclass

from testimonia.model.event import Figure
from testimonia.model.kinds import Basis, EventType, Status
from testimonia.model.party import Party


@dataclass(frozen=True, slots=True)
class Told:
    """A happening told at an offset of the text.

    `words` is the word that told it, `account` is true where it was itself only an account of another one, `accused` who was said then
    to have done it. `weak` and `part_of` are as in an event draft.
    """

    type: EventType
    mode: str | None
    start: int
    end: int
    at: int
    words: str
    initiator: tuple[Party, ...] = ()
    target: tuple[Party, ...] = ()
    where: tuple[Party, ...] = ()
    edtf: str | None = None
    basis: Basis = "stated"
    figures: tuple[Figure, ...] = ()
    status: Status = "happened"
    recurrent: bool = False
    weak: bool = False
    part_of: int | None = None
    account: bool = False

    @property
    def toll(self) -> str | None:
        """What its first count of people counts: killed, injured; None where it counts nobody."""
        return next((f.what for f in self.figures if f.what in ("killed", "injured", "casualties")), None)


def nearest(told: Iterable[Told], *, before: int, reach: int | None = None) -> list[Told]:
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
