"""Word lists of capture: YAML files in `data/`, each entry with its source, read once."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load_list(name: str) -> Any:
    """Read one of the shipped YAML files.

    Args:
        name: The file's name in `capture/data` without its ending.

    Returns:
        What the file holds; the caller must not change it.
    """
    return yaml.safe_load(files("testimonia.capture").joinpath("data", f"{name}.yaml").read_text("utf-8"))


@cache
def any_of(name: str, key: str) -> re.Pattern[str]:
    """Compile a list of phrases into one pattern that matches any of them as whole words, whatever the case.

    Longer phrases are tried first, so that "tax-deductible donation" is not read as "donation". A space in a phrase stands for any white
    space, and a straight apostrophe for a curly one too.

    Args:
        name: The file's name in `capture/data` without its ending.
        key: The list within the file.

    Returns:
        A compiled pattern.
    """
    return phrases(tuple(str(phrase) for phrase in load_list(name)[key]))


@cache
def phrases(wanted: tuple[str, ...]) -> re.Pattern[str]:
    """Compile phrases into one pattern of whole words, whatever the case.

    Args:
        wanted: The phrases.

    Returns:
        A compiled pattern, the longest phrase first.

    Example:
        >>> bool(phrases(("support our work",)).search("Please support  our work."))
        True
    """
    escaped = (re.escape(phrase).replace("\\ ", r"\s+").replace("'", "['’]") for phrase in sorted(wanted, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(escaped)})(?!\w)", re.IGNORECASE)
