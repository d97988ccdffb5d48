"""Links: how the workbench writes addresses. The lens in force goes along with every one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from urllib.parse import parse_qsl, quote, urlencode

from testimonia.publish.pages.environment import STATIC


@dataclass(frozen=True, slots=True)
class WorkbenchLinks:
    """Addresses as the workbench serves them: `lens` is what the address asks for, empty for everybody's word; `paths` are those served."""

    lens: str
    paths: frozenset[str]

    def to(self, path: str, **query: str | int | Sequence[str] | None) -> str:
        """Write the address of a page, with the lens.

        Args:
            path: The page's path; what is percent-encoded stays so.
            query: What to ask of it; None is left out, several values are asked one by one.

        Returns:
            An address for `href`.
        """
        if not query and not self.lens:
            return path
        asked = {name: value for name, value in query.items() if value is not None}
        if self.lens and "lens" not in query:
            asked["lens"] = self.lens
        return f"{path}?{urlencode(asked, doseq=True, quote_via=quote)}" if asked else path

    def asset(self, name: str) -> str:
        """Write the address of a file, with a mark of its content, so that a browser keeps it until it changes.

        Args:
            name: Its name in `static/`.

        Returns:
            An address for `href` or `src`.
        """
        return f"/static/{name}?v={_mark(name)}"

    def has(self, path: str) -> bool:
        """Say whether there is a page at a path.

        Args:
            path: A path, or the pattern of a route.

        Returns:
            Whether it is served.
        """
        return path in self.paths

    def drawn(self, asked: str) -> bool:
        """Say whether it can be seen who has something from whom.

        Args:
            asked: The id of a claim or event.

        Returns:
            True: the workbench draws it when it is asked for.
        """
        return "/stemma/{asked}" in self.paths

    def kept(self, here: str) -> Sequence[tuple[str, str]]:
        """Give what an address asks for besides the lens, for a form that keeps it.

        Args:
            here: A path with its query.

        Returns:
            Names and values, in order.
        """
        return [(name, value) for name, value in parse_qsl(here.partition("?")[2], keep_blank_values=True) if name != "lens"]


@cache
def _mark(name: str) -> str:
    file = STATIC / name
    return sha256(file.read_bytes()).hexdigest()[:12] if file.is_file() else "0"
