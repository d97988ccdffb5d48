"""Lenses as YAML: how they are written down, saved and shared."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from testimonia.errors import EdtfError, LensError
from testimonia.model.best_rule import BestRule
from testimonia.model.lens import Choice, Lens
from testimonia.model.valid_time import parse_edtf

_SETS = ("sides", "without_sides", "stances")
_DAYS = ("said_before", "known_on")
_CHOICES = ("publishers", "voices")


class _TextLoader(yaml.SafeLoader):
    """A YAML reader that leaves dates as they are written."""


_TextLoader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_lens(text: str, *, origin: str) -> Lens:
    """Read a lens.

    Args:
        text: YAML after `data/lens.schema.json`.
        origin: Where it is from, for messages.

    Returns:
        The lens.

    Raises:
        LensError: It is no YAML, has a field that there is not, or asks for what there is not.
    """
    try:
        content = yaml.load(text, Loader=_TextLoader)  # a subclass of the safe loader
    except yaml.YAMLError as error:
        raise LensError(f"{origin}: no valid YAML: {error}") from error
    for wrong in _validator().iter_errors(content):
        place = ".".join(str(step) for step in wrong.absolute_path)
        raise LensError(f"{origin}: {place + ': ' if place else ''}{wrong.message}")
    return _lens(content, origin)


def lens_as_data(lens: Lens) -> dict[str, Any]:
    """Write a lens as plain data, as YAML and JSON hold it.

    Args:
        lens: A lens.

    Returns:
        Its fields, but for those that choose nothing.
    """
    data: dict[str, Any] = {"name": lens.name}
    for name in _CHOICES:
        choice: Choice = getattr(lens, name)
        chosen = {field: sorted(getattr(choice, field)) for field in Choice.__slots__ if getattr(choice, field)}
        data |= {name: chosen} if chosen else {}
    data |= {name: sorted(getattr(lens, name)) for name in _SETS if getattr(lens, name)}
    data |= {name: getattr(lens, name).isoformat() for name in _DAYS if getattr(lens, name) is not None}
    data |= {name: getattr(lens, name) for name in ("longest_chain", "holding_at") if getattr(lens, name) is not None}
    data |= {"reviewed_only": True} if lens.reviewed_only else {}
    data |= {"best_of": list(lens.best_of.criteria)} if lens.best_of != BestRule() else {}
    return data | ({"witnesses": lens.witnesses} if lens.witnesses > 1 else {})


def lens_as_yaml(lens: Lens) -> str:
    """Write a lens as YAML.

    Args:
        lens: A lens.

    Returns:
        YAML that `read_lens` reads back to the same lens.
    """
    return yaml.safe_dump(lens_as_data(lens), sort_keys=False, allow_unicode=True)


def _lens(content: Mapping[str, Any], origin: str) -> Lens:
    fields = dict(content)
    for name in _CHOICES:
        if name in fields:
            fields[name] = Choice(**{key: frozenset(values) for key, values in fields[name].items()})
    fields |= {name: frozenset(fields[name]) for name in _SETS if name in fields}
    if "best_of" in fields:
        fields["best_of"] = BestRule(tuple(fields["best_of"]))
    for name in _DAYS:
        if name in fields:
            try:
                fields[name] = date.fromisoformat(fields[name])
            except ValueError as error:
                raise LensError(f"{origin}: {name}: {fields[name]} is no day of the calendar") from error
    if "holding_at" in fields:
        fields["holding_at"] = str(fields["holding_at"])  # a bare year is a number to YAML
        try:
            parse_edtf(fields["holding_at"])
        except EdtfError as error:
            raise LensError(f"{origin}: holding_at: {error}") from error
    return Lens(**fields)


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator  # only where a lens is read

    return Draft202012Validator(json.loads(files("testimonia.weigh").joinpath("data", "lens.schema.json").read_text("utf-8")))
