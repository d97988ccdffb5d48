"""Links: how a site of files writes addresses. All are relative, so the folder may lie anywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

LISTS = ("actors", "events", "disputes", "documents", "lifelines", "map", "timeline", "sources", "about", "search", "data")
"""Pages at the top of the site."""
FOLDERS = ("actors", "events", "disputes", "documents")
"""Folders with a page for each record."""


@dataclass(frozen=True, slots=True)
class SiteLinks:
    """Addresses as seen from a page: `up` leads from its folder to the top of the site.

    `paths` are the paths that this page may ask `has` about and find; `families` gives the page of lifelines on which each body stands,
    `stemmas` the page that shows from whom a claim or an event is had.
    """

    up: str = ""
    paths: frozenset[str] = frozenset()
    families: Mapping[str, str] = field(default_factory=dict)
    stemmas: Mapping[str, str] = field(default_factory=dict)

    def to(self, path: str, **query: str | int | Sequence[str] | None) -> str:
        """Write the address of a page.

        Args:
            path: The page's path as the workbench has it; what is percent-encoded stays so.
            query: What to ask of it: `actor`, `since` (a year) and `after` (the part of a list) have files of their own, the rest has none.

        Returns:
            A relative path to a file.
        """
        first, _, asked = path.removeprefix("/").partition("/")
        if first == "stemma":
            return f"{self.up}stemma/{self.stemmas.get(unquote(asked), asked)}.html"
        return self.up + file_of(path, query, self.families)

    def has(self, path: str) -> bool:
        """Say whether there is a page at a path, as seen from this page.

        Args:
            path: A path of the navigation, or the pattern of a route.

        Returns:
            Whether it leads anywhere.
        """
        return path in self.paths

    def drawn(self, asked: str) -> bool:
        """Say whether there is a page on who has something from whom.

        Args:
            asked: The id of a claim or event.

        Returns:
            True where several witnesses tell of it.
        """
        return asked in self.stemmas

    def kept(self, here: str) -> Sequence[tuple[str, str]]:
        """Give what an address asks for besides the lens: nothing, as a site has one lens.

        Args:
            here: A path with its query.

        Returns:
            Nothing.
        """
        return ()

    @property
    def lens(self) -> str:
        """The lens as an address names it: a site has none but its release's."""
        return ""

    def asset(self, name: str) -> str:
        """Write the address of a file of `assets/`.

        Args:
            name: Its name, such as `testimonia.css` or `vendor/d3.min.js`.

        Returns:
            A relative path.
        """
        return f"{self.up}assets/{name}"


def file_of(path: str, query: Mapping[str, object], families: Mapping[str, str]) -> str:
    """Say which file of the site holds a page of the workbench.

    Args:
        path: The page's path, such as `/actors/o-1`.
        query: What is asked of it.
        families: The page of lifelines on which each body stands.

    Returns:
        A path from the top of the site.
    """
    first, _, rest = path.removeprefix("/").partition("/")
    rest = unquote(rest)
    if not first:
        return "index.html"
    if first == "actors" and rest.endswith("/network"):
        return f"networks/{rest.removesuffix('/network')}.html"
    if rest:
        return f"{first}/{rest}.html"
    actor, since, after = query.get("actor"), query.get("since"), query.get("after")
    if first == "lifelines" and actor is not None:
        return f"lifelines/{families.get(str(actor), actor)}.html"
    of = actor if actor is not None else since
    part = "" if after is None else f"{after}"
    if of is not None and first in ("map", "timeline"):
        return f"{first}/{of}{'-' + part if part else ''}.html"
    if part and first == "timeline":
        return f"timeline/{part}.html"
    return f"{first}-{part}.html" if part else f"{first}.html"
