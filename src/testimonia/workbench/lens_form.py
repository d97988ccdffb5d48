"""The form of a lens: from its fields to a lens and back."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from testimonia.model.lens import Lens
from testimonia.weigh import lens_as_data, read_lens

CHOICES = ("publishers", "voices")
LISTS = ("kinds", "named", "without_kinds", "without_named")
NAMES = ("sides", "without_sides")
NUMBERS = ("longest_chain", "witnesses")
WORDS = ("said_before", "holding_at", "known_on")
BY_HAND = "of this address"
"""Name of a lens that nobody saved."""


def data_of_form(fields: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Put the fields of the form together as a lens is written down.

    Fields of a choice are named `publishers.kinds`, a name several times for several values; names of sources and sides are one a line.

    Args:
        fields: Names and values as a browser sends them; unknown and empty ones are passed over.

    Returns:
        The lens as plain data, with nothing that asks for nothing.
    """
    said: dict[str, list[str]] = {}
    for name, value in fields:
        if value.strip():
            said.setdefault(name, []).append(value.strip())
    data: dict[str, Any] = {"name": said.get("name", [BY_HAND])[0]}
    for choice in CHOICES:
        made = {part: _lines(said.get(f"{choice}.{part}", [])) for part in LISTS}
        made = {part: values for part, values in made.items() if values}
        if made:
            data[choice] = made
    data |= {name: _lines(said[name]) for name in NAMES if name in said}
    data |= {name: _number(said[name][0]) for name in NUMBERS if name in said}
    data |= {name: said[name][0] for name in WORDS if name in said}
    data |= {name: said[name] for name in ("stances", "best_of") if name in said}
    return data | ({"reviewed_only": True} if "reviewed_only" in said else {})


def lens_of_form(fields: Sequence[tuple[str, str]]) -> Lens:
    """Read the lens that the form describes.

    Args:
        fields: Names and values as a browser sends them.

    Returns:
        The lens.

    Raises:
        LensError: A field holds what no lens can ask for; the message names it.
    """
    return read_lens(as_json(data_of_form(fields)), origin="the form")


def as_json(data: Mapping[str, Any]) -> str:
    """Write a lens as it stands in an address.

    Args:
        data: The lens as plain data.

    Returns:
        JSON without spaces.
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def in_address(lens: Lens) -> str:
    """Write a lens as it stands in an address.

    Args:
        lens: A lens.

    Returns:
        JSON; empty for one that takes everything.
    """
    return "" if lens.takes_everything else as_json(dict(lens_as_data(lens)))


def _lines(values: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(line.strip() for value in values for line in value.splitlines() if line.strip()))


def _number(word: str) -> int | str:
    return int(word) if word.isdecimal() and len(word) < 10 else word
