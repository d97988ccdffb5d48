"""Word lists of `text/data/`, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader where PyYAML has it: ten times as fast, the same result."""


@cache
def word_list(name: str) -> Any:
    """Return the content of one word list.

    Args:
        name: The file's name in `text/data/`, without `.yml`.

    Returns:
        What the YAML holds: mappings, lists and strings. It is shared between callers and must not be changed.

    Example:
        >>> "the" in word_list("function_words")["skipped_in_acronyms"]
        True
    """
    text = (files("testimonia.text") / "data" / f"{name}.yml").read_text("utf-8")
    return yaml.load(text, Loader=_LOADER)
