"""Names: who is meant by a name or an identifier."""

from collections.abc import Sequence
from difflib import get_close_matches

from testimonia.api.held import Held
from testimonia.errors import NameNotFoundError

_SAID_BY = "list_contains(list_transform(names, lambda one: strip_accents(lower(one))), strip_accents(lower(?)))"
_LISTED = 8
"""Bodies listed where a name is not clear."""


def identifier_of(held: Held, wanted: str) -> str:
    """Find who is meant.

    Args:
        held: The release.
        wanted: An identifier, or one of somebody's names whatever its case and accents.

    Returns:
        The identifier.

    Raises:
        NameNotFoundError: Nobody, or more than one, answers to the name.
    """
    held.prepare("actors")
    for (identifier,) in held.rows("SELECT id FROM release.entities WHERE id = ? OR list_contains(formerly, ?)", (wanted, wanted)):
        return str(identifier)
    found = list(held.rows(f"SELECT id, name, kind, claims FROM actors WHERE {_SAID_BY} ORDER BY claims DESC, id", (wanted,)))
    if len(found) == 1:
        return str(found[0][0])
    if found:
        listed = "; ".join(f"{identifier} ({name}, {kind}, {claims} claims)" for identifier, name, kind, claims in found[:_LISTED])
        raise NameNotFoundError(f"{wanted!r} may mean {len(found)} of them; ask by the identifier: {listed}")
    near = _near(wanted, [name for (name,) in held.rows("SELECT DISTINCT unnest(names) FROM actors ORDER BY 1")])
    raise NameNotFoundError(f"nobody is called {wanted!r}{near}; kb.actors() lists all")


def _near(wanted: str, names: Sequence[str]) -> str:
    close = get_close_matches(wanted, names, n=3) or [name for name in names if wanted.casefold() in name.casefold()][:3]
    return f"; perhaps {' or '.join(close)}" if close else ""
