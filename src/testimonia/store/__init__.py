"""The record of a knowledge base: documents, readings, decisions and what follows from them; the only folder that knows a database engine.

`protocol` says what an engine must do · `pages` what it gives to those who show a knowledge base: parts, lists, search · `embedded` keeps
one SQLite file · `schema` and `migrations` say how it is laid out · `coding` turns records into rows and back · `grounding` refuses what
does not stand in the text · `folding` and `searching` find words whatever their spelling.

    from testimonia.store import open_store
    with open_store(Path("kb")) as store: ...
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from testimonia.store.page_records import (
    About,
    ClaimHit,
    CopyOf,
    Cut,
    DisputesWanted,
    DocumentLine,
    DocumentsWanted,
    EntitiesWanted,
    EntityLine,
    EventLine,
    EventsWanted,
    Lines,
    NameHit,
    Part,
    Tally,
)
from testimonia.store.part_seen import part_seen
from testimonia.store.protocol import Added, Hit, Store

__all__ = [
    "About",
    "Added",
    "ClaimHit",
    "CopyOf",
    "Cut",
    "DisputesWanted",
    "DocumentLine",
    "DocumentsWanted",
    "EntitiesWanted",
    "EntityLine",
    "EventLine",
    "EventsWanted",
    "Hit",
    "Lines",
    "NameHit",
    "Part",
    "Store",
    "Tally",
    "open_store",
    "part_seen",
]


def open_store(path: Path, *, create: bool = True, clock: Callable[[], datetime] | None = None) -> Store:
    """Open the knowledge base in a folder, bringing its file up to this version's layout where it is older.

    Args:
        path: The folder of the knowledge base; its data is one file in it, `kb.sqlite`.
        create: Make an empty one where there is none.
        clock: Gives the moment at which something is recorded, with a time zone; None for the machine's clock in UTC. Releases never show
            it.

    Returns:
        An open store; close it, or use it as a context manager.

    Raises:
        StoreError: The folder is something else, its file is damaged or from a newer version, or it cannot be written; the message names
            a way out.
    """
    # Here and not at the top: SQLAlchemy takes most of a second to load, and most of those who import a record's name never open a store.
    from testimonia.store.embedded import open_embedded

    return open_embedded(path, create=create, clock=clock)
