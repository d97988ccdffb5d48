"""Turn nested records into JSON, and plain columns into records, losing nothing.

JSON has sorted keys, is compact and leaves out what has its default, so one record has one spelling. `captured_rows`, `read_rows` and
`derived_rows` say which record becomes which line of which table; every other module of the store speaks in records.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

Row = dict[str, Any]
"""Column to value, as one line of a table takes it."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_ESCAPER = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"))
_REQUIRED = object()
_FIELDS: dict[type, tuple[tuple[str, object], ...]] = {}


def encode(value: object) -> str:
    """Write a record, or a tuple or mapping of records or strings, as JSON.

    Args:
        value: Frozen records, tuples, mappings, strings, numbers, dates and None, nested as deep as need be.

    Returns:
        Compact JSON with sorted keys; half a surrogate pair, which no file can hold, is escaped and comes back as it was.
    """
    plain = _plain(value)
    coded = _ENCODER.encode(plain)
    return coded if is_writable(coded) else _ESCAPER.encode(plain)


def is_writable(text: str) -> bool:
    """Say whether a string can be stored as it is.

    Args:
        text: Any string.

    Returns:
        False where it holds half a surrogate pair, as file names and broken JSON may.
    """
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def writable(text: str) -> str:
    """Make a string fit for a text column.

    Args:
        text: Any string, such as a file name that the system could not decode.

    Returns:
        The same, with half surrogate pairs spelt out (`\\\\udce9`).
    """
    return text if is_writable(text) else text.encode("utf-8", "backslashreplace").decode("utf-8")


def flat_row(record: object, *, apart: tuple[str, ...] = ()) -> Row:
    """Write the plain fields of a record.

    Args:
        record: A frozen record.
        apart: Fields that the caller writes itself.

    Returns:
        Field to value; strings are made writable, truth values become 0 and 1.
    """
    row: Row = {}
    for name, _ in _fields(type(record)):
        if name not in apart:
            value = getattr(record, name)
            row[name] = writable(value) if isinstance(value, str) else int(value) if isinstance(value, bool) else value
    return row


def flat_fields(row: Mapping[str, Any], kind: type, *, apart: tuple[str, ...] = ()) -> Row:
    """Take the plain fields of a record out of a line of a table.

    Args:
        row: The line.
        kind: The record's class.
        apart: Fields that the caller reads itself.

    Returns:
        Field to value, for the record's constructor.
    """
    return {name: row[name] for name in _flat(kind, apart)}


def strings(coded: str) -> tuple[str, ...]:
    """Read a JSON list of strings.

    Args:
        coded: What `encode` made of a tuple of strings.

    Returns:
        The strings.
    """
    return () if coded == "[]" else tuple(json.loads(coded))


@cache
def _flat(kind: type, apart: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name, _ in _fields(kind) if name not in apart)


def _plain(value: object) -> object:
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    stated = ((name, getattr(value, name), default) for name, default in _fields(type(value)))
    return {name: _plain(item) for name, item, default in stated if item is not default and item != default}


def _fields(kind: type) -> tuple[tuple[str, object], ...]:
    known = _FIELDS.get(kind)
    if known is None:
        if not is_dataclass(kind):
            raise TypeError(f"{kind.__name__} is no record, so there is no telling what to write of it")
        # A default made by a factory counts as none: such a field is always written.
        known = _FIELDS[kind] = tuple((field.name, _REQUIRED if field.default is MISSING else field.default) for field in fields(kind))
    return known
