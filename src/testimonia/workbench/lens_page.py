"""What the editor of lenses and the page that lays two side by side are given."""

from dataclasses import dataclass

from testimonia.model.kinds import SourceKind, Stance
from testimonia.publish.pages.event import TollShown
from testimonia.publish.pages.shown import Named, ShownClaim


@dataclass(frozen=True, slots=True)
class LensCount:
    """How much a lens leaves: claims and event reports, of how many. `newest` is the number of documents looked at, None for all."""

    claims: int
    of_claims: int
    reports: int
    of_reports: int
    newest: int | None


@dataclass(frozen=True, slots=True)
class LensPage:
    """The editor: the fields as they are, what may be chosen, the saved lenses with what they ask, and the way back."""

    fields: dict[str, list[str]]
    kinds: tuple[SourceKind, ...]
    stances: tuple[Stance, ...]
    rules: tuple[tuple[str, str], ...]
    publishers: tuple[str, ...]
    saved: tuple[tuple[str, tuple[str, ...]], ...]
    back: str
    count: LensCount | None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class ContrastShown:
    """One thing as two lenses see it; `left` and `right` are what it rests on there, none where that lens believes nothing of it."""

    about: str
    believed: str
    left_holds: str
    right_holds: str
    left: tuple[ShownClaim, ...]
    right: tuple[ShownClaim, ...]


@dataclass(frozen=True, slots=True)
class LensSide:
    """One of two lenses: how it stands in an address, its name, and what it asks."""

    asked: str
    name: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two lenses side by side, about an actor or an event. `tolls` has an event's figures under each lens."""

    a: LensSide
    b: LensSide
    saved: tuple[str, ...]
    actor: str | None
    actor_name: str | None
    event: str | None
    claims: tuple[ContrastShown, ...]
    events: tuple[ContrastShown, ...]
    tolls: tuple[tuple[TollShown, ...], tuple[TollShown, ...]]
    counts: dict[str, int]
    offered: tuple[Named, ...]
