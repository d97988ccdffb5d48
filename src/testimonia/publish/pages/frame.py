"""Frame: what stands around every page: where one is, whose word is taken, and how to get elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from testimonia.model.lens import Choice, Lens


class Links(Protocol):
    """How addresses are written: the workbench carries the lens along, a site of files writes relative paths."""

    def to(self, path: str, **query: str | int | Sequence[str] | None) -> str:
        """Write the address of a page.

        Args:
            path: The page's path as the workbench has it, such as `/actors/o-1`; what is percent-encoded stays so.
            query: What to ask of it; None is left out, several values are asked one by one.

        Returns:
            An address for `href`.
        """
        ...

    def has(self, path: str) -> bool:
        """Say whether there is a page at a path.

        Args:
            path: A path of the navigation, or the pattern of a route such as `/documents/{document}/claims`.

        Returns:
            Whether it leads anywhere.
        """
        ...

    def drawn(self, asked: str) -> bool:
        """Say whether it can be seen who has something from whom.

        Args:
            asked: The id of a claim or event.

        Returns:
            Whether there is a page on it.
        """
        ...

    def kept(self, here: str) -> Sequence[tuple[str, str]]:
        """Give what an address asks for besides the lens, for a form that keeps it.

        Args:
            here: A path with its query.

        Returns:
            Names and values, in order.
        """
        ...

    @property
    def lens(self) -> str:
        """The lens as the address names it, empty for everybody's word."""
        ...

    def asset(self, name: str) -> str:
        """Write the address of a file of `static/`.

        Args:
            name: Its name, such as `testimonia.css` or `vendor/d3.min.js`.

        Returns:
            An address for `href` or `src`.
        """
        ...


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the navigation: its words and its path."""

    label: str
    path: str


@dataclass(frozen=True, slots=True)
class LensShown:
    """The lens in force: its name, what it asks in words (empty where it takes everybody's word), and the lenses that were saved."""

    name: str
    asks: tuple[str, ...]
    saved: tuple[str, ...] = ()

    @property
    def takes_everything(self) -> bool:
        """Whether nothing is left out."""
        return not self.asks


@dataclass(frozen=True, slots=True)
class Frame:
    """Around a page.

    `section` is the path of the navigation's entry that the page belongs to, `here` the page's own path and query without the lens.
    `missing` names files of pictures that the build could not bring; `version` is the program's. `is_site` is True in a site of files,
    where nothing can be asked of a server.
    """

    knowledge_base: str
    section: str
    here: str
    navigation: tuple[tuple[NavItem, ...], ...]
    lens: LensShown
    version: str
    missing: tuple[str, ...] = ()
    is_site: bool = False


NAVIGATION: tuple[tuple[NavItem, ...], ...] = (
    (
        NavItem("Actors", "/actors"),
        NavItem("Events", "/events"),
        NavItem("Disputes", "/disputes"),
        NavItem("Documents", "/documents"),
    ),
    (NavItem("Lifelines", "/lifelines"), NavItem("Map", "/map"), NavItem("Timeline", "/timeline")),
    (NavItem("Review", "/review"), NavItem("Problems", "/problems"), NavItem("Sources", "/sources"), NavItem("About", "/about")),
)
"""What the workbench leads to, in groups: what is claimed, pictures, the work on it. `offered` leaves out what is not served."""


def offered(navigation: Sequence[Sequence[NavItem]], paths: frozenset[str]) -> tuple[tuple[NavItem, ...], ...]:
    """Leave out of the navigation what there is no page for.

    Args:
        navigation: Groups of entries.
        paths: The paths that there are.

    Returns:
        The groups with those entries whose path is there; no empty group.
    """
    groups = (tuple(item for item in group if item.path in paths) for group in navigation)
    return tuple(group for group in groups if group)


def lens_shown(lens: Lens, *, saved: Sequence[str] = ()) -> LensShown:
    """Put a lens into words.

    Args:
        lens: The lens in force.
        saved: Names of the lenses that were saved.

    Returns:
        What it asks, a phrase for each thing.
    """
    asks = [*_choice_in_words("publishers", lens.publishers), *_choice_in_words("voices", lens.voices)]
    asks += [f"voices that speak for {_listed(lens.sides)}"] if lens.sides else []
    asks += [f"no voice that speaks for {_listed(lens.without_sides)}"] if lens.without_sides else []
    asks += [f"at most {lens.longest_chain} voices in a chain"] if lens.longest_chain is not None else []
    asks += [f"stance {_listed(lens.stances)}"] if lens.stances else []
    asks += ["reviewed only"] if lens.reviewed_only else []
    asks += [f"at least {lens.witnesses} independent witnesses"] if lens.witnesses > 1 else []
    asks += [f"published before {lens.said_before}"] if lens.said_before is not None else []
    asks += [f"about {lens.holding_at}"] if lens.holding_at is not None else []
    asks += [f"as known on {lens.known_on}"] if lens.known_on is not None else []
    # A rule for the best figure leaves nothing out, but figures differ by it: it has to be said.
    asks += [f"best figure: {lens.best_of.in_words}"] if lens.best_of != Lens().best_of else []
    return LensShown(lens.name, tuple(asks), tuple(saved))


def _choice_in_words(what: str, choice: Choice) -> list[str]:
    taken = [*map(_plain, sorted(choice.kinds)), *sorted(choice.named)]
    left = [*map(_plain, sorted(choice.without_kinds)), *sorted(choice.without_named)]
    return ([f"{what}: {', '.join(taken)}"] if taken else []) + ([f"{what}: not {', '.join(left)}"] if left else [])


def _listed(values: Sequence[str] | frozenset[str]) -> str:
    return ", ".join(map(_plain, sorted(values)))


def _plain(code: str) -> str:
    return code.replace("_", " ")
