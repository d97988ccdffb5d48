"""One line of docs/reference/accuracy.md, and where measuring data lies that is not in this repository."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
"""Public data and keys that stay outside the repository; every measure that needs them says so when they are missing."""


class DataMissingError(Exception):
    """Measuring data is not on this machine."""

    def __init__(self, path: Path) -> None:
        """Name the missing data.

        Args:
            path: What was looked for.
        """
        super().__init__(f"{path.name} is not beside this repository, where eval/README.md says that this public data is looked for")
        self.path = path


@dataclass(frozen=True, slots=True)
class Row:
    """One measured figure with what it may be compared with.

    `of` counts what the figure is over (items of the key). `others` is the published or measured figure of others, with who says so;
    `reach` is what we mean to reach; None where we only report.
    """

    data: str
    metric: str
    value: float
    of: int
    others: str = ""
    reach: float | None = None
    note: str = ""


def shared(*parts: str) -> Path:
    """Find measuring data beside the repository.

    Args:
        parts: Path parts below the folder of shared data, such as "data", "muc4".

    Returns:
        The path, which exists.

    Raises:
        DataMissingError: It is not there.
    """
    path = SHARED.joinpath(*parts)
    if not path.exists():
        raise DataMissingError(path)
    return path
