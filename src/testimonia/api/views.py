"""Views: what each kind of record is made of, read from `data/views.yml`, and how a row becomes a record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from testimonia.api import findings, records
from testimonia.api.findings import AgreedRecord, Estimate, PositionRecord
from testimonia.api.records import FigureRecord

_WITHIN: Mapping[str, type] = {"figures": FigureRecord, "tolls": Estimate, "positions": PositionRecord, "agreed": AgreedRecord}
"""The record within a field that holds a list of records."""


@dataclass(frozen=True, slots=True)
class View:
    """One kind of record: its name, the SQL behind it and what that needs, the record that a row becomes, the columns shown at a glance."""

    name: str
    sql: str
    needs: tuple[str, ...]
    record: type
    shown: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns, which are the fields of the record."""
        return tuple(field.name for field in fields(self.record))


@cache
def views() -> Mapping[str, View]:
    """Give all views.

    Returns:
        Them by name.
    """
    content = yaml.safe_load((files("testimonia.api") / "data" / "views.yml").read_text("utf-8"))
    return {name: _view(name, said) for name, said in content.items()}


def maker(view: View) -> Callable[[Sequence[Any]], Any]:
    """Say how a row becomes a record.

    Args:
        view: The view that the row is of.

    Returns:
        A function from the values of a row to the record.
    """
    within = [_WITHIN.get(name) for name in view.columns]

    def make(row: Sequence[Any]) -> Any:
        return view.record(*(_held(value, inner) if isinstance(value, list) else value for value, inner in zip(row, within, strict=True)))

    return make


def _held(value: list[Any], inner: type | None) -> tuple[Any, ...]:
    """A list as a frozen record may hold it."""
    if inner is None:
        return tuple(value)
    return tuple(inner(**{key: tuple(held) if isinstance(held, list) else held for key, held in one.items()}) for one in value)


def _view(name: str, said: Mapping[str, Any]) -> View:
    record = getattr(records, said["record"], None) or getattr(findings, said["record"])
    return View(name, said["sql"].strip(), tuple(said["needs"]), record, tuple(said["shown"]))
