"""Formats: which one a coder's file has, and what it says."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from testimonia.review.codings.annotations import is_annotation, sheet_of_annotations
from testimonia.review.codings.doccano import is_doccano, sheet_of_doccano
from testimonia.review.codings.inception import is_inception, sheet_of_inception
from testimonia.review.codings.key import parse_json, sheet_of_key, sheet_of_lines
from testimonia.review.codings.sheet import Sheet, unreadable
from testimonia.review.codings.tables import section_of, sheet_of_table

Format = Literal["auto", "key", "csv", "annotations", "doccano", "inception", "release"]
FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True, slots=True)
class CoderFile:
    """A coder's file, or the files of a folder, as read from the disk: its name, and bytes by file name (one, unless a release)."""

    name: str
    files: Mapping[str, bytes]

    @property
    def sha256(self) -> str:
        """The hash of the file; of a release the hash over the names and hashes of its files."""
        if len(self.files) == 1:
            return hashlib.sha256(next(iter(self.files.values()))).hexdigest()
        listed = "".join(f"{name} {hashlib.sha256(held).hexdigest()}\n" for name, held in sorted(self.files.items()))
        return hashlib.sha256(listed.encode("utf-8", "surrogatepass")).hexdigest()


def sheet_of(file: CoderFile, form: Format = "auto") -> Sheet:
    """Read a coder's file, whatever it holds.

    Args:
        file: The file.
        form: Its format; `auto` finds out.

    Returns:
        What it says, with a problem for whatever cannot be made out. It never raises.
    """
    name, sha = file.name, file.sha256
    try:
        texts = {one: held.decode("utf-8-sig") for one, held in file.files.items()}
    except UnicodeDecodeError as error:
        return _none(file, f"it is no UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8")
    if len(texts) != 1 or (form == "release"):
        known = {one.rpartition("/")[2]: text for one, text in texts.items()}
        return sheet_of_lines(known, name=name, sha256=sha)
    text = next(iter(texts.values()))
    form = _guessed(text) if form == "auto" else form
    if form == "csv":
        return sheet_of_table(text, name=name, sha256=sha)
    if form == "doccano":
        return sheet_of_doccano(text, name=name, sha256=sha)
    if form == "auto":
        return _none(file, f"its format cannot be told; name it with --format: {', '.join(FORMATS[1:])}")
    documents = _documents(text)
    if not documents or isinstance(documents[0], ValueError):
        return _none(file, f"it is no JSON ({documents[0] if documents else 'it is empty'})")
    if form == "inception":
        return sheet_of_inception(documents, name=name, sha256=sha)
    held = documents[0] if len(documents) == 1 else documents
    if form == "annotations":
        return sheet_of_annotations(held, name=name, sha256=sha)
    return sheet_of_key(held, name=name, sha256=sha)


def _none(file: CoderFile, what: str) -> Sheet:
    return Sheet(file.name, file.sha256, problems=(unreadable(file.name, None, what),))


def _documents(text: str) -> list[Any]:
    """The JSON of a file: one value, or one a line."""
    try:
        return [parse_json(text)]
    except ValueError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        try:
            return [parse_json(line) for line in lines] if len(lines) > 1 else [error]
        except ValueError as of_a_line:
            return [of_a_line]


def _guessed(text: str) -> Format:
    if section_of(text) is not None:
        return "csv"
    documents = _documents(text)
    first = documents[0] if documents else None
    if is_inception(first):
        return "inception"
    if is_annotation(documents[0] if len(documents) == 1 else documents):
        return "annotations"
    if is_doccano(first):
        return "doccano"
    if isinstance(first, dict) and {"claims", "events", "entities"} & set(first):
        return "key"
    return "auto"
