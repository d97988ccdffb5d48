"""Keys under which the gazetteer files a place name: one for its spelling, one for looser romanisation.

The build script and the look-up share them; a change here needs a new build (`models/gazetteer/`).
"""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from testimonia.text.names import fold_spelling

_DOUBLED = re.compile(r"([a-z])\1+")
_ARTICLE = re.compile(r"\b(?:al|el|ul|ad|ash|as|ar|at|az)\b ?")
_VOWELS = (
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ee|iy|ey|ei|ay|ai"), "i"),
    (re.compile(r"(?<=[a-z])[ae]h?\b"), "a"),
    (re.compile(r"o"), "u"),
    (re.compile(r"e"), "i"),
)


@lru_cache(maxsize=32768)
def place_key(name: str) -> str:
    """Return the key of a place name as spelled.

    Args:
        name: A place name in any script.

    Returns:
        The folded name, with common words such as Kafr and Kfar in one spelling.

    Example:
        >>> place_key("Kfar Nabl") == place_key("Kafr Nabl")
        True
    """
    return " ".join(_spellings().get(word, word) for word in fold_spelling(name).removeprefix("the ").split())


def loose_key(name: str) -> str:
    """Return the key that most romanisations of one Arabic or Hebrew place name share.

    Args:
        name: A place name in Latin script.

    Returns:
        The key without articles, doubled letters and shades of vowels; with a mark, so that it never equals a `place_key`.

    Example:
        >>> loose_key("Al-Hasakeh") == loose_key("Hasaka")
        True
    """
    key = _ARTICLE.sub("", place_key(name))
    for pattern, plain in _VOWELS:
        key = pattern.sub(plain, key)
    return "~" + _DOUBLED.sub(r"\1", key).replace(" ", "")


@cache
def place_words(name: str) -> Any:
    """Return one list of `resolve/data/place_words.yml`.

    Args:
        name: The list's name, such as `sites`.

    Returns:
        What the YAML holds; it is shared and must not be changed.
    """
    return yaml.safe_load((files("testimonia.resolve") / "data" / "place_words.yml").read_text("utf-8"))[name]


@cache
def states_by_abbreviation() -> dict[str, tuple[str, str]]:
    """Return what the abbreviations of states and provinces stand for.

    Returns:
        From abbreviation (Okla., NSW) to the country's code and the state's name; it is shared and must not be changed.
    """
    text = (files("testimonia.resolve") / "data" / "abbreviations.yml").read_text("utf-8")
    return {short: (code, state) for code, states in yaml.safe_load(text).items() for state, forms in states.items() for short in forms}


@cache
def _spellings() -> dict[str, str]:
    return {fold_spelling(word): fold_spelling(words[0]) for words in place_words("spellings") for word in words}
