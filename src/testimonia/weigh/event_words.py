"""The word lists of `data/events.yml`, read once."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def event_words(name: str) -> frozenset[str]:
    """Return one list of words.

    Args:
        name: `happenings`, `empty`, `common`, `orders`, `rare`, `areas` or `broad_sorts`.

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
    return _both_ways("akin")


@cache
def akin_modes() -> frozenset[tuple[str, str]]:
    """Return the pairs of modes that two sources may give to one happening.

    Returns:
        Pairs in both directions.

    Example:
        >>> ("suicide-attack", "explosives") in akin_modes()
        True
    """
    return _both_ways("akin_modes")


def sorts_of(words: Iterable[str], *, kind: str | None = None) -> frozenset[str]:
    """Say what sort of people or place words describe.

    Args:
        words: Folded words of a description or name.
        kind: The entity's kind where there is an entity.

    Returns:
        Names of sorts; empty where the words say nothing of it. The kind counts for more than a name's words: Forces and Army stand in the
        names of many armed groups.

    Example:
        >>> sorted(sorts_of(["at", "least", "six", "schoolgirls"]))
        ['school']
    """
    known = _sort_of_word()
    named = {sort for word in words for sort in known.get(word, ())}
    of_kind = _data()["kinds"].get(kind)
    if of_kind is None:
        return frozenset(named)
    return frozenset({sort for sort in named if wider_sort(sort) == of_kind} or {str(of_kind)})


@cache
def sort_words() -> frozenset[str]:
    """Return the words that only say what sort of party or place is meant, and so tie no name to another.

    Returns:
        Folded words, such as army and police.
    """
    return frozenset(_sort_of_word()) | event_words("common")


@cache
def wider_sort(sort: str) -> str | None:
    """Name the wider sort that another source may use.

    Args:
        sort: A sort.

    Returns:
        The wider one, None if there is none.

    Example:
        >>> wider_sort("police")
        'security'
    """
    wider = _data()["within_sorts"].get(sort)
    return None if wider is None else str(wider)


@cache
def _sort_of_word() -> dict[str, tuple[str, ...]]:
    sorts: dict[str, tuple[str, ...]] = {}
    for sort, words in _data()["sorts"].items():
        for word in words:
            sorts[word] = (*sorts.get(word, ()), str(sort))
    return sorts


def _both_ways(name: str) -> frozenset[tuple[str, str]]:
    pairs = [(str(left), str(right)) for left, right in _data()[name]]
    return frozenset(pairs + [(right, left) for left, right in pairs])


@cache
def _data() -> dict[str, Any]:
    return dict(yaml.safe_load((files("testimonia.weigh") / "data" / "events.yml").read_text("utf-8")))
