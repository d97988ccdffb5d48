"""Turns documents about armed groups into claims with evidence, voices and time."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from testimonia.api import (
        ActorRecord,
        AgreedRecord,
        Answer,
        Choice,
        ClaimRecord,
        ClaimRecords,
        CorroborationRecord,
        DisputeRecord,
        DocumentRecord,
        Estimate,
        EventRecord,
        FigureRecord,
        KnowledgeBase,
        Lens,
        PlaceRecord,
        PositionRecord,
        Records,
        ReportRecord,
        Rows,
        RunReport,
        TollRecord,
        build,
        open,  # noqa: A004 - read as testimonia.open
    )

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


def __getattr__(name: str) -> Any:
    """Load the interface for Python when it is first asked for: most programs that import us never ask."""
    if name in __all__:
        return getattr(import_module("testimonia.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """List what can be asked for."""
    return sorted({*globals(), *__all__})
