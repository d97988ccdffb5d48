"""What the tests of capture share: a text that is long enough to be a document, and capturing a folder into its parts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from testimonia.capture import CaptureOptions, capture_paths
from testimonia.capture.options import ArchiveLimits
from testimonia.capture.piece import Draft, Piece
from testimonia.model.document import Document, Source
from testimonia.model.problem import Problem

BODY = (
    "Residents of Bambari said on Friday that the fighters had left their positions along the river before dawn, leaving two lorries. "
    "The mission of the United Nations confirmed the withdrawal and counted eleven wounded in the hospital of the town."
)


@dataclass(frozen=True)
class Caught:
    """Everything that one capture gave, by kind."""

    documents: list[Document]
    problems: list[Problem]
    sources: list[Source]

    @property
    def document(self) -> Document:
        """The only document."""
        assert len(self.documents) == 1, (self.documents, self.problems)
        return self.documents[0]

    @property
    def problem(self) -> Problem:
        """The only problem, which must say what is wrong and what to do."""
        assert len(self.problems) == 1, self.problems
        assert self.problems[0].what.endswith(".") and self.problems[0].remedy.endswith("."), self.problems[0]
        assert self.problems[0].stage == "capture"
        return self.problems[0]

    @property
    def rules(self) -> list[str]:
        """The rule of each problem."""
        return [problem.rule for problem in self.problems]


def _capture(*paths: Path, options: CaptureOptions | None = None) -> Caught:
    items = list(capture_paths(paths, options))
    return Caught(
        [item for item in items if isinstance(item, Document)],
        [item for item in items if isinstance(item, Problem)],
        [item for item in items if isinstance(item, Source)],
    )


def _read(
    reader: Callable[..., Iterable[Any]], name: str, data: bytes, options: CaptureOptions | None = None
) -> tuple[list[Draft], list[Any]]:
    items = list(reader(Piece(name, name, data), options or CaptureOptions()))
    return [item for item in items if isinstance(item, Draft)], [item for item in items if not isinstance(item, Draft)]


@pytest.fixture
def capture() -> Callable[..., Caught]:
    """Capture paths and sort what comes out by kind."""
    return _capture


@pytest.fixture
def read() -> Callable[..., tuple[list[Draft], list[Any]]]:
    """Run one reader on bytes and part its drafts from the rest."""
    return _read


@pytest.fixture
def body() -> str:
    """A paragraph that is long enough to be the body of a document."""
    return BODY


@pytest.fixture
def small() -> CaptureOptions:
    """Limits that a test can reach."""
    return CaptureOptions(max_bytes=20_000, archive=ArchiveLimits(total=50_000, ratio=50, members=5, nesting=2))
