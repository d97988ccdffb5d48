"""Word lists of the readers: YAML files in `words/`, loaded once, checked, and never altered afterwards.

A list is data, so that a coder can read and correct it without knowing Python. Everything that a reader looks up by word stands in
one of them; the readers only say which list they use. The files are read with YAML's C loader where it is there. Three traps of YAML
are caught with the file and the key named: a key that stands twice (YAML keeps the last one in silence), a bare `on`, `no` or `yes`
among words (YAML reads a truth value), and an entry that is empty.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from testimonia.errors import CodebookError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(_Loader):  # type: ignore[misc]  # the C loader is there or not; both have the same shape
    """A safe loader that refuses a key standing twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Build a mapping, unless a key repeats."""
        seen: set[str] = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"the key {key.value!r} stands twice", problem_mark=key.start_mark)
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep=deep))


def available_words() -> tuple[str, ...]:
    """Name the word lists that there are.

    Returns:
        The names that `load_words` takes, sorted.
    """
    names = (file.name for file in files("testimonia.codebook").joinpath("words").iterdir())
    return tuple(sorted(name.removesuffix(".yml") for name in names if name.endswith(".yml")))


@cache
def load_words(name: str) -> Mapping[str, Any]:
    """Load one word list of the codebook; a second call returns the same object.

    Args:
        name: The file's name without `.yml`, such as `voices`.

    Returns:
        The file's content, deeply immutable: mappings are read-only, lists are tuples.

    Raises:
        CodebookError: There is no such list, or it is not written as a word list must be; the message names file and key.

    Example:
        >>> "say" in load_words("voices")["verbs"]["asserted"]
        True
    """
    resource = files("testimonia.codebook").joinpath("words", f"{name}.yml")
    if not resource.is_file():
        raise CodebookError(f"there is no word list {name!r}; there are {', '.join(available_words())}")
    return read_word_list(resource.read_text("utf-8"), file=f"words/{name}.yml")


def read_word_list(text: str, *, file: str) -> Mapping[str, Any]:
    """Read the text of a word list and check it.

    Args:
        text: YAML whose outermost level is a mapping.
        file: The name under which errors speak of it.

    Returns:
        The content, deeply immutable: mappings are read-only, lists are tuples.

    Raises:
        CodebookError: The text is no YAML, a key stands twice, or an entry is no word; the message names file and key.

    Example:
        >>> read_word_list("heads: [camp, valley]", file="places.yml")["heads"]
        ('camp', 'valley')
    """
    content = read_yaml(text, file=file)
    if not isinstance(content, dict) or not content:
        raise CodebookError(f"{file}: a word list is a mapping of names to words; this file holds {type(content).__name__}")
    return _checked_mapping(content, file=file, at="")


def read_yaml(text: str, *, file: str) -> object:
    """Read YAML without its silent surprises.

    Args:
        text: YAML, one document.
        file: The name under which errors speak of it.

    Returns:
        What the text holds, as plain mappings, lists and scalars.

    Raises:
        CodebookError: The text is no YAML, or a key stands twice.
    """
    try:
        return yaml.load(text, Loader=_StrictLoader)  # a subclass of the safe loader
    except yaml.YAMLError as error:
        raise CodebookError(f"{file}: {' '.join(str(error).split())}") from error


def words_of(name: str, *keys: str) -> tuple[str, ...]:
    """Return the words that stand under a key of a word list, typed for those who look words up.

    Args:
        name: The file's name without `.yml`.
        keys: The way from the outermost key inwards.

    Returns:
        The words in the file's order; of a mapping, its keys.

    Raises:
        CodebookError: The key is not there or holds something else than words.

    Example:
        >>> words_of("relations", "join_verbs")
        ('join', 'rejoin', 'enter', 're-enter')
    """
    found = _walk(name, keys)
    if isinstance(found, tuple) and all(isinstance(word, str) for word in found):
        return found
    if isinstance(found, Mapping):
        return tuple(found)
    raise CodebookError(f"words/{name}.yml: {'.'.join(keys)} holds no words")


def word_map(name: str, *keys: str) -> Mapping[str, str]:
    """Return what a key of a word list maps each word to, typed for those who look words up.

    Args:
        name: The file's name without `.yml`.
        keys: The way from the outermost key inwards.

    Returns:
        A read-only mapping of word to word, in the file's order.

    Raises:
        CodebookError: The key is not there or is no mapping of words to words.

    Example:
        >>> word_map("people", "roles")["co-founders"]
        'co-founder'
    """
    found = _walk(name, keys)
    if isinstance(found, Mapping) and all(isinstance(value, str) for value in found.values()):
        return found
    raise CodebookError(f"words/{name}.yml: {'.'.join(keys)} maps no words to words")


def _walk(name: str, keys: tuple[str, ...]) -> object:
    found: object = load_words(name)
    for depth, key in enumerate(keys, start=1):
        if not isinstance(found, Mapping) or key not in found:
            raise CodebookError(f"words/{name}.yml: there is no {'.'.join(keys[:depth])}")
        found = found[key]
    return found


def _checked(value: object, *, file: str, at: str) -> object:
    """Freeze a value and everything in it, or say what is wrong with it."""
    if isinstance(value, dict):
        if not value:
            raise CodebookError(f"{file}: {at} is empty; leave the key out or give it words")
        return _checked_mapping(value, file=file, at=at)
    if isinstance(value, list):
        return tuple(_checked_entry(entry, file=file, at=f"{at}[{place}]") for place, entry in enumerate(value))
    if isinstance(value, str) and not value.strip():
        raise CodebookError(f"{file}: {at} is an empty word")
    if value is None or isinstance(value, str | bool | int | float):
        return value
    raise CodebookError(f"{file}: {at} is {value!r}, which is no word; put it in quotation marks")


def _checked_mapping(value: dict[object, object], *, file: str, at: str) -> Mapping[str, Any]:
    inner = f"{at}." if at else ""
    return MappingProxyType(
        {_checked_key(key, file=file, at=at): _checked(held, file=file, at=f"{inner}{key}") for key, held in value.items()}
    )


def _checked_entry(entry: object, *, file: str, at: str) -> object:
    if isinstance(entry, bool):
        raise CodebookError(f"{file}: {at} reads as a truth value; put the word in quotation marks ('on', 'no', 'yes')")
    return _checked(entry, file=file, at=at)


def _checked_key(key: object, *, file: str, at: str) -> str:
    if isinstance(key, str) and key.strip():
        return key
    where = f"under {at}" if at else "at the outermost level"
    raise CodebookError(f"{file}: the key {key!r} {where} is no word; put it in quotation marks")
