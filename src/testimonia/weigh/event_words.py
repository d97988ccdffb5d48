"""The word lists of `data/events.yml`, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def event_words(name: str) -> frozenset[str]:
    """Return one list of words.

    Args:
        name: `happenings` or `empty`.

    Returns:
        The words.

    Example:
        >>> "raids" in event_words("happenings")
        True
    """
    return frozenset(_data()[name])


@cache
def akin_types() -> frozenset[tuple[str, str]]:
    """Return the pairs of event types that two coders may give to one happening.

    Returns:
        Pairs in both directions.

    Example:
        >>> ("RETREAT", "AGREE") in akin_types()
        True
    """
    pairs = [(str(left), str(right)) for left, right in _data()["akin"]]
    return frozenset(pairs + [(right, left) for left, right in pairs])


@cache
def _data() -> dict[str, Any]:
    return dict(yaml.safe_load((files("testimonia.weigh") / "data" / "events.yml").read_text("utf-8")))
