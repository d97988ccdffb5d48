"""What the parts of capture hand to one another: a piece to read, the facts known about it, and the draft of a document."""

import hashlib
import io
import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import BinaryIO

from testimonia.model.document import Source
from testimonia.model.known_group import KnownGroup


@dataclass(frozen=True, slots=True)
class Facts:
    """What one layer (sidecar, format, text) says of a document.

    None is "not stated here, ask the next layer"; the empty string is "stated to be nothing", which no later layer may fill.
    """

    title: str | None = None
    publisher: str | None = None
    original_publisher: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None

    def over(self, other: "Facts") -> "Facts":
        """Lay these facts over others.

        Args:
            other: The layer that fills what is not stated here.

        Returns:
            Facts in which every field comes from the first layer that states it.
        """
        mine = {item.name: getattr(self, item.name) for item in fields(self)}
        return Facts(**{name: getattr(other, name) if value is None else value for name, value in mine.items()})


@dataclass(slots=True)
class Budget:
    """Bytes that one archive, with all archives within it, may still unpack; the one mutable record here, since members share it."""

    left: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes to be read as one format: a file, a member of an archive, an attachment.

    `origin` is the name that the user will see, `name` the last part of it, which decides the format. `depth` counts the archives and
    messages around it. `declared` is an encoding that a header states, `facts` what the container (a message, a web archive's record) says
    of it.
    """

    origin: str
    name: str
    content: Path | bytes
    depth: int = 0
    budget: Budget | None = None
    declared: str | None = None
    facts: Facts = Facts()

    def size(self) -> int:
        """Return the size in bytes without reading the content.

        Returns:
            Bytes.
        """
        return len(self.content) if isinstance(self.content, bytes) else self.content.stat().st_size

    def open(self) -> BinaryIO:
        """Open the content for reading from its start.

        Returns:
            A binary stream, which the caller closes.
        """
        return io.BytesIO(self.content) if isinstance(self.content, bytes) else self.content.open("rb")

    def bytes(self) -> bytes:
        """Read the whole content.

        Returns:
            The bytes.
        """
        return self.content if isinstance(self.content, bytes) else self.content.read_bytes()


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with what its format says of it, before sidecar and text are asked for the rest."""

    origin: str
    sha256: str
    format: str
    text: str
    encoding: str | None = None
    facts: Facts = Facts()


@dataclass(frozen=True, slots=True)
class Register:
    """What one sidecar file states: facts by the origin of the document, and the registers of publishers and of groups."""

    facts: dict[str, Facts]
    sources: tuple[Source, ...] = ()
    groups: tuple[KnownGroup, ...] = ()


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes.

    Args:
        data: The bytes of a file, a member or a row.

    Returns:
        64 hexadecimal digits.
    """
    return hashlib.sha256(data).hexdigest()


def canonical(record: object) -> bytes:
    """Return the one form of a JSON record that its hash is taken from.

    Args:
        record: What a row or message holds.

    Returns:
        UTF-8 with sorted keys and no white space between.
    """
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "surrogatepass")
