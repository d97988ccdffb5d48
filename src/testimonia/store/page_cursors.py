"""Where a page of a list ends, written down so that the next one can be asked for."""

import json
from collections.abc import Sequence
from typing import Any

from testimonia.errors import StoreError


def cursor(values: Sequence[object]) -> str:
    """Write down where a page ends.

    Args:
        values: The key of its last line.

    Returns:
        A short string for `after`.
    """
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))


def key_of(after: str | None, *, kinds: Sequence[type]) -> tuple[Any, ...] | None:
    """Read where a page ended.

    Args:
        after: What `cursor` wrote, None for the first page.
        kinds: What the key is made of.

    Returns:
        The key, None for the first page.

    Raises:
        StoreError: It is no such place; anybody may have typed it.
    """
    if after is None:
        return None
    try:
        values = json.loads(after)
    except ValueError:
        values = None
    if not isinstance(values, list) or [type(value) for value in values] != list(kinds):
        raise StoreError(f"{after[:80]!r}: is no place in this list; begin again with its first page")
    return tuple(values)
