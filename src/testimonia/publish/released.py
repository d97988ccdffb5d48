"""Released: a release folder as it is read, row by row, whatever its size.

Exports, the static site, `verify`, `diff` and Python all work from what stands here. A row is one line of a JSON Lines file, a plain
mapping with the fields that `rows` writes; docs/reference/release.md says what each one means.

1. Rows stream: going through a million claims needs the memory of one.
2. Looking something up by its identifier needs an index; each kind's is made when it is first asked for, and holds places in the file, not
   rows.
3. What is not there is said with file and line: a release is handed around, cut off and edited by hand.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from testimonia.errors import RecordError, StoreError
from testimonia.publish.manifest import FORMAT
from testimonia.publish.rows import Row

FILES: Mapping[str, str] = {
    "documents": "documents.jsonl",
    "entities": "entities.jsonl",
    "claims": "claims.jsonl",
    "event_reports": "events.jsonl",
    "happenings": "happenings.jsonl",
    "disputes": "disputes.jsonl",
    "corroborations": "corroborations.jsonl",
    "sources": "sources.jsonl",
    "witnesses": "witnesses.jsonl",
    "judgements": "judgements.jsonl",
    "problems": "problems.jsonl",
}
"""The kinds of record in a release, and the file of each; `witnesses` and `judgements` may be left out."""
MANIFEST = "manifest.json"
TEXTS = "texts"
"""The folder of the documents' texts, where a release holds them."""


class Released:
    """A release folder, open for reading.

    Attributes:
        folder: The folder.
        manifest: `manifest.json`: versions, lens, counts, hashes, what was withheld.
    """

    def __init__(self, folder: Path) -> None:
        """Open a release folder; nothing but its manifest is read.

        Args:
            folder: The folder.

        Raises:
            StoreError: It is no folder, or no release of a form that this version knows.
        """
        self.folder = folder
        self.manifest: Mapping[str, Any] = _manifest(folder)
        self._places: dict[str, dict[str, int]] = {}
        self._names: dict[str, str] | None = None

    def documents(self) -> Iterator[Row]:
        """Give the documents' origins, in order of their paths."""
        return self.rows("documents")

    def entities(self) -> Iterator[Row]:
        """Give the entities, in order of their identifiers."""
        return self.rows("entities")

    def claims(self) -> Iterator[Row]:
        """Give the claims, by document and place in it."""
        return self.rows("claims")

    def event_reports(self) -> Iterator[Row]:
        """Give the event reports, by document and place in it."""
        return self.rows("event_reports")

    def happenings(self) -> Iterator[Row]:
        """Give the events that reports were judged to tell of, with their tolls."""
        return self.rows("happenings")

    def disputes(self) -> Iterator[Row]:
        """Give what cannot all hold."""
        return self.rows("disputes")

    def corroborations(self) -> Iterator[Row]:
        """Give what agrees."""
        return self.rows("corroborations")

    def sources(self) -> Iterator[Row]:
        """Give what the register of sources says of publishers, in order of their names."""
        return self.rows("sources")

    def witnesses(self) -> Iterator[Row]:
        """Give the witnesses with what they bear and what they hang on, by document; none where the release leaves them out."""
        return self.rows("witnesses")

    def judgements(self) -> Iterator[Row]:
        """Give the decisions on identity; none where the release leaves them out."""
        return self.rows("judgements")

    def problems(self) -> Iterator[Row]:
        """Give what could not be done."""
        return self.rows("problems")

    def rows(self, kind: str) -> Iterator[Row]:
        """Give all rows of a kind.

        Args:
            kind: A key of `FILES`.

        Yields:
            Rows in the order of the file; none where the file is not part of the release.

        Raises:
            RecordError: A line is no JSON object; the message names file and line.
        """
        for number, line in enumerate(self.lines(kind), 1):
            yield parse_line(line, where=f"{FILES[kind]}, line {number}")

    def claims_of(self, predicates: Collection[str]) -> Iterator[Row]:
        """Give the claims with certain predicates; the others are passed over without being read.

        Args:
            predicates: Predicates of the codebook.

        Yields:
            Rows in the order of the file.
        """
        says = re.compile(b'"(?:' + b"|".join(re.escape(predicate.encode()) for predicate in sorted(predicates)) + b')"').search
        for number, line in enumerate(self.lines("claims"), 1):
            if says(line):
                row = parse_line(line, where=f"{FILES['claims']}, line {number}")
                if row["predicate"] in predicates:
                    yield row

    @contextmanager
    def finding(self, kind: str) -> Iterator[Callable[[str], Row | None]]:
        """Hold the file of a kind open to look many rows up.

        Args:
            kind: A key of `FILES`.

        Yields:
            What gives the row with an identifier, None where there is none.
        """
        places = self._index(kind)
        if not places:
            yield lambda identifier: None
            return
        with (self.folder / FILES[kind]).open("rb") as opened:

            def find(identifier: str) -> Row | None:
                place = places.get(identifier)
                if place is None:
                    return None
                opened.seek(place)
                return parse_line(opened.readline(), where=f"{FILES[kind]}, {identifier}")

            yield find

    def lines(self, kind: str) -> Iterator[bytes]:
        """Give all lines of a kind as they stand in the file.

        Args:
            kind: A key of `FILES`.

        Yields:
            Lines with their line feed.
        """
        file = self.folder / FILES[kind]
        if not file.exists():
            return
        with file.open("rb") as opened:
            yield from opened

    def count(self, kind: str) -> int:
        """Say how many rows of a kind there are, as the manifest has it.

        Args:
            kind: A key of `FILES`.

        Returns:
            The number; 0 where the release leaves the kind out.
        """
        return int(self.manifest["counts"].get(FILES[kind], 0))

    def find(self, kind: str, identifier: str) -> Row | None:
        """Look a row up by its identifier.

        Args:
            kind: A key of `FILES`.
            identifier: Its `id`.

        Returns:
            The row; None where there is none.

        Raises:
            RecordError: A line of the file is no JSON object with an `id`.
        """
        with self.finding(kind) as find:
            return find(identifier)

    def document(self, identifier: str) -> Row | None:
        """Look a document's origin up.

        Args:
            identifier: Its `id`.

        Returns:
            The row; None where there is none.
        """
        return self.find("documents", identifier)

    def entity(self, identifier: str) -> Row | None:
        """Look an entity up.

        Args:
            identifier: Its `id`.

        Returns:
            The row; None where there is none, as for the words of a party that is only described.
        """
        return self.find("entities", identifier)

    def claim(self, identifier: str) -> Row | None:
        """Look a claim up.

        Args:
            identifier: Its `id`.

        Returns:
            The row; None where there is none.
        """
        return self.find("claims", identifier)

    def event_report(self, identifier: str) -> Row | None:
        """Look an event report up.

        Args:
            identifier: Its `id`.

        Returns:
            The row; None where there is none.
        """
        return self.find("event_reports", identifier)

    def happening(self, identifier: str) -> Row | None:
        """Look an event up.

        Args:
            identifier: Its `id`.

        Returns:
            The row; None where there is none.
        """
        return self.find("happenings", identifier)

    def name_of(self, reference: str) -> str:
        """Give the name behind a reference, for people to read.

        Args:
            reference: An entity's `id`, or the words of a party that is only described.

        Returns:
            The entity's name, or the words themselves.
        """
        if self._names is None:
            self._names = {row["id"]: row["name"] for row in self.entities()}
        return self._names.get(reference, reference)

    def text(self, document: str) -> str | None:
        """Give a document's text, where the release was made with texts.

        Args:
            document: The document's `id`.

        Returns:
            The text whose code points the offsets of evidence count; None where the release holds none.
        """
        if document != Path(document).name or "\\" in document:
            return None  # an identifier edited into a path leads nowhere
        file = self.folder / TEXTS / f"{document}.txt"
        return file.read_bytes().decode("utf-8", "surrogatepass") if file.is_file() else None

    def _index(self, kind: str) -> dict[str, int]:
        """Where each row of a kind begins, in bytes."""
        if kind not in self._places:
            places: dict[str, int] = {}
            place = 0
            for number, line in enumerate(self.lines(kind), 1):
                where = f"{FILES[kind]}, line {number}"
                places.setdefault(identifier_of(line, where=where), place)
                place += len(line)
            self._places[kind] = places
        return self._places[kind]


_DECODER = json.JSONDecoder()


def parse_line(line: bytes, *, where: str) -> Row:
    """Read one line of a JSON Lines file.

    Args:
        line: The line.
        where: Its file and number, for the message.

    Returns:
        The row.

    Raises:
        RecordError: It is no JSON object.
    """
    try:
        text = line.decode("utf-8", "surrogatepass")
        # Nearly every line is an object and a line feed; what is not is read again with all that JSON allows.
        row, end = _DECODER.raw_decode(text) if text.startswith("{") else (None, 0)
        if text[end:] != "\n":
            row = _DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"{where}: is no JSON ({error}); copy the release again, or make it anew") from error
    if not isinstance(row, dict):
        raise RecordError(f"{where}: is no JSON object; copy the release again, or make it anew")
    return row


def identifier_of(line: bytes, *, where: str) -> str:
    """Give the identifier of a row; it is written first, so that mostly nothing else has to be read.

    Args:
        line: A line of JSON.
        where: Its file and number, for the message.

    Returns:
        Its `id`.

    Raises:
        RecordError: It is no JSON object, or has no `id`.
    """
    if line.startswith(b'{"id": "'):
        name, quote, _ = line[8:].partition(b'"')
        if quote and b"\\" not in name:
            return name.decode("utf-8", "replace")
    identifier = parse_line(line, where=where).get("id")
    if not isinstance(identifier, str):
        raise RecordError(f"{where}: has no id; copy the release again, or make it anew")
    return identifier


def _manifest(folder: Path) -> Mapping[str, Any]:
    file = folder / MANIFEST
    try:
        content = json.loads(file.read_bytes())
    except FileNotFoundError as error:
        raise StoreError(f"{folder}: is no release, as it has no {MANIFEST}; make one with: testimonia release KB --out DIR") from error
    except (OSError, ValueError, RecursionError) as error:
        raise StoreError(f"{file}: cannot be read ({error}); copy the release again, or make it anew") from error
    form = content.get("format") if isinstance(content, dict) else None
    if form != FORMAT:
        raise StoreError(f"{file}: its format is {form!r} and this version reads {FORMAT!r}; make the release anew, or update this program")
    for name in ("counts", "sha256"):
        if not isinstance(content.get(name), dict):
            raise StoreError(f"{file}: has no {name}; copy the release again, or make it anew")
    return dict(content)
