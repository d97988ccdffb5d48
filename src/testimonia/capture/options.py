"""The options of capture: size limits, limits on archives, and which column of a table is what."""

from dataclasses import dataclass, field

MEGABYTE = 1_000_000

MAX_BYTES = 50 * MEGABYTE
"""Bytes of one document. The longest UN panel report that we know of is a PDF of 31 MB; above this a file is nearly always a film or a disk
image."""


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """How far a zip file is opened before it is taken for a bomb.

    `total` bytes uncompressed in one archive and all archives within it. `ratio` of uncompressed to compressed size of one member: deflate
    reaches 1,032 on zeros, real text stays under 20. `members` in one archive. `nesting` archives within archives, counting the outermost
    as 1.
    """

    total: int = 2_000 * MEGABYTE
    ratio: int = 200
    members: int = 100_000
    nesting: int = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a .csv or field of a .jsonl holds what; None looks for the usual names in `data/columns.yaml`."""

    text: str | None = None
    id: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    author: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class CaptureOptions:
    """What the caller decides about capture.

    `max_bytes` is the size over which one file, member or row is refused. `text_column` and the other columns are for .csv and .jsonl.
    `stdin` holds the bytes that the path `-` stands for. Symbolic links met inside a folder are never followed.
    """

    max_bytes: int = MAX_BYTES
    text_column: str | None = None
    id_column: str | None = None
    title_column: str | None = None
    date_column: str | None = None
    url_column: str | None = None
    author_column: str | None = None
    publisher_column: str | None = None
    archive: ArchiveLimits = field(default_factory=ArchiveLimits)
    stdin: bytes | None = None

    @property
    def columns(self) -> Columns:
        """The column mapping by itself."""
        return Columns(
            text=self.text_column,
            id=self.id_column,
            title=self.title_column,
            date=self.date_column,
            url=self.url_column,
            author=self.author_column,
            publisher=self.publisher_column,
        )
