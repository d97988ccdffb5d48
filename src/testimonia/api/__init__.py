"""Testimonia from Python: a knowledge base or a release as typed records, frames, networks and SQL.

    import testimonia as tm

    with tm.open("kb") as kb:
        kb.claims(actor="MNLF", predicate="founded").to_pandas()
        kb.sql("SELECT predicate, count(*) FROM claims GROUP BY ALL").to_polars()

Takes a folder, gives records that are what a release would hold; nothing but `build` changes anything.

`records` and `findings` say what is given · `knowledge_base` what can be asked · `rows` what an answer can become · `views` and
`data/views.yml` what each field is made of.
"""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from testimonia.api.findings import AgreedRecord, CorroborationRecord, DisputeRecord, Estimate, EventRecord, PositionRecord, TollRecord
from testimonia.api.knowledge_base import KnowledgeBase
from testimonia.api.records import ActorRecord, ClaimRecord, DocumentRecord, FigureRecord, PlaceRecord, ReportRecord
from testimonia.api.rows import Answer, ClaimRecords, Records, Rows
from testimonia.api.shelf import Shelf
from testimonia.model.lens import Choice, Lens
from testimonia.pipeline import RunReport
from testimonia.pipeline import build as _build

__all__ = [
    "ActorRecord",
    "AgreedRecord",
    "Answer",
    "Choice",
    "ClaimRecord",
    "ClaimRecords",
    "CorroborationRecord",
    "DisputeRecord",
    "DocumentRecord",
    "Estimate",
    "EventRecord",
    "FigureRecord",
    "KnowledgeBase",
    "Lens",
    "PlaceRecord",
    "PositionRecord",
    "Records",
    "ReportRecord",
    "Rows",
    "RunReport",
    "TollRecord",
    "build",
    "open",
]


def build(documents: str | PathLike[str] | Iterable[str | PathLike[str]], kb: str | PathLike[str]) -> RunReport:
    """Read documents into a knowledge base, as `testimonia build` does.

    Args:
        documents: A file or folder, or several.
        kb: The folder of the knowledge base; made if it is not there, added to if it is.

    Returns:
        How much there is, how much was added, and what could not be done.

    Raises:
        StoreError: The knowledge base cannot be opened or written.
    """
    several = [documents] if isinstance(documents, str | PathLike) else list(documents)
    return _build([Path(one) for one in several], Path(kb))


def open(path: str | PathLike[str]) -> KnowledgeBase:  # noqa: A001 - read as testimonia.open
    """Open a knowledge base or a release.

    Args:
        path: The folder.

    Returns:
        It, open for questions. Close it, or use it as a context manager: what is made for its lenses is then removed.

    Raises:
        StoreError: It is neither, or cannot be read; the message says a way out.
    """
    return KnowledgeBase(Shelf(Path(path)))
