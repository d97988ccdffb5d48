"""Tables (.csv, .tsv) and JSON Lines: each row one document, by the column that holds its text."""

import codecs
import csv
import io
import json
from collections.abc import Collection, Iterator
from dataclasses import asdict
from typing import BinaryIO

from testimonia.capture.dates import to_edtf
from testimonia.capture.decoding import SAMPLE, guess, plain_newlines
from testimonia.capture.options import CaptureOptions, Columns
from testimonia.capture.piece import Draft, Facts, Piece, canonical, digest
from testimonia.capture.trouble import skipped, too_large, trouble, unreadable
from testimonia.capture.word_lists import load_list
from testimonia.model.problem import Problem

_DELIMITERS = ",;\t|"
_CHUNK = 1 << 20


def capture_table(piece: Piece, options: CaptureOptions) -> Iterator[Draft | Problem]:
    """Read a .csv or .tsv file row by row; the first row under the header is row 1.

    Args:
        piece: The file, which may be far larger than memory.
        options: The columns and the size limit, which counts for each row.

    Yields:
        One draft for each row with text, and problems.
    """
    encoding = _encoding_of(piece)
    if encoding is None:
        what = "Its bytes are no text in any encoding that we know."
        yield trouble(piece.origin, "encoding", what, remedy="Save the table again as CSV in UTF-8.")
        return
    if encoding != "utf-8-sig":
        what = f"It is no UTF-8 and was taken to be {encoding}."
        yield trouble(
            piece.origin,
            "encoding",
            what,
            remedy="Look whether letters with accents came out right; if not, save it as UTF-8.",
            fatal=False,
        )
    csv.field_size_limit(max(csv.field_size_limit(), options.max_bytes))  # a whole article in a cell is longer than the library's 131,072
    with piece.open() as stream, io.TextIOWrapper(stream, encoding=encoding, newline="") as lines:
        header = lines.readline()
        lines.seek(0)
        rows = csv.DictReader(lines, delimiter=max(_DELIMITERS, key=header.count) if header else ",")
        columns = _found_columns(rows.fieldnames or (), options.columns)
        if isinstance(columns, str):
            yield _no_text_column(piece.origin, columns, rows.fieldnames or ())
            return
        without = 0
        for number, row in enumerate(rows, start=1):
            record = {key: value for key, value in row.items() if key is not None}
            found = _of_row(number, record, columns, piece, options)
            without += not found
            yield from found
        yield from _without_text(piece.origin, without)


def capture_json_lines(piece: Piece, options: CaptureOptions) -> Iterator[Draft | Problem]:
    """Read a .jsonl file line by line; a row has the number of its line.

    Args:
        piece: The file, which may be far larger than memory.
        options: The fields and the size limit, which counts for each row.

    Yields:
        One draft for each object with text, and problems.
    """
    problems: list[Problem] = []
    columns: Columns | None = None
    without = 0
    with piece.open() as stream:
        for number, row in _objects(stream, piece, options, problems):
            yield from problems
            problems.clear()
            known = _found_columns(row, options.columns)
            if isinstance(known, Columns):
                columns = known
            if columns is None:
                yield _no_text_column(f"{piece.origin}!row {number}", str(known), row)
                continue
            found = _of_row(number, row, columns, piece, options)
            without += not found
            yield from found
    yield from problems
    yield from _without_text(piece.origin, without)


def _objects(stream: BinaryIO, piece: Piece, options: CaptureOptions, problems: list[Problem]) -> Iterator[tuple[int, dict[str, object]]]:
    number = 0
    while line := stream.readline(options.max_bytes + 1):
        number += 1
        origin = f"{piece.origin}!row {number}"
        if len(line) > options.max_bytes:
            problems.append(too_large(origin, size=None, limit=options.max_bytes))
            while line and not line.endswith(b"\n"):
                line = stream.readline(_CHUNK)
            continue
        if not line.strip():
            continue
        try:
            row = json.loads(line.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
        except (ValueError, RecursionError) as error:
            problems.append(unreadable(origin, f"this line is no JSON in UTF-8 ({error})"))
            continue
        if isinstance(row, dict):
            yield number, row
        else:
            problems.append(unreadable(origin, "this line is JSON, but no object with fields"))


def _of_row(number: int, row: dict[str, object], columns: Columns, piece: Piece, options: CaptureOptions) -> list[Draft | Problem]:
    """Make the draft of a row, with its problems; nothing where it has no text."""
    text = _cell(row, columns.text)
    key = _cell(row, columns.id)
    origin = f"{piece.origin}!row {number}" + (f" ({key})" if key else "")
    if text is None or not text.strip():
        return []
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > options.max_bytes:
        return [too_large(origin, size=size, limit=options.max_bytes)]
    facts, problem = _facts(row, columns, origin)
    media_type = "application/jsonl" if piece.name.lower().endswith(("l", "ndjson")) else "text/csv"
    draft = Draft(origin, digest(canonical(row)), media_type, text, facts=facts.over(piece.facts))
    return [draft] if problem is None else [problem, draft]


def _without_text(origin: str, count: int) -> Iterator[Problem]:
    if count:
        yield skipped(origin, f"{count:,} rows have no text and were left out.")


def _found_columns(header: Collection[str], wanted: Columns) -> Columns | str:
    """Match the header with the columns asked for and the usual names, else name the one
    that is missing: what was asked for, or "" for a text."""
    folded = {str(name).strip().lower(): str(name) for name in header}
    found: dict[str, str | None] = {}
    for role, asked in asdict(wanted).items():
        if asked is not None and asked.strip().lower() not in folded:
            return str(asked)
        names = [asked.strip().lower()] if asked is not None else load_list("columns")[role]
        found[role] = next((folded[name] for name in names if name in folded), None)
    return Columns(**found) if found["text"] is not None else ""


def _no_text_column(origin: str, missing: str, header: Collection[str]) -> Problem:
    names = ", ".join(str(name) for name in header)
    what = f"It has no column {missing!r}; " if missing else "None of its columns is known to hold the text; "
    return trouble(
        origin, "unsupported", f"{what}its columns are: {names or 'none'}.", remedy="Name the column that holds the text (text_column)."
    )


def _facts(row: dict[str, object], columns: Columns, origin: str) -> tuple[Facts, Problem | None]:
    date = _cell(row, columns.date)
    published = None if date is None or not date.strip() else to_edtf(date)
    problem = None
    if date is not None and date.strip() and published is None:
        remedy = "Write dates as 2024-02-03, or state the date in a sidecar; the document is captured without it."
        problem = trouble(origin, "date", f"The date {date!r} cannot be read.", remedy=remedy, place=columns.date, fatal=False)

    def stated(column: str | None) -> str | None:
        value = _cell(row, column)
        return " ".join(value.split()) or None if value is not None else None

    title, publisher = stated(columns.title), stated(columns.publisher)
    return Facts(title=title, publisher=publisher, author=stated(columns.author), published=published, url=stated(columns.url)), problem


def _cell(row: dict[str, object], column: str | None) -> str | None:
    value = None if column is None else row.get(column)
    if value is None or isinstance(value, (dict, list, bool)):
        return None
    return plain_newlines(str(value))


def _encoding_of(piece: Piece) -> str | None:
    """Find the encoding without keeping the file in memory: UTF-8 if every byte of it is, else a guess from its beginning."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    with piece.open() as stream:
        head = stream.read(SAMPLE)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if b"\0" in head:
            return guess(head)
        chunk = head
        try:
            while chunk:
                decoder.decode(chunk)
                chunk = stream.read(_CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return guess(head)
    return "utf-8-sig"
