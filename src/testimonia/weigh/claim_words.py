"""The word lists of `data/claims.yml`, read once."""

from functools import cache
from importlib.resources import files

import yaml


@cache
def claim_words(name: str) -> frozenset[str]:
    """Return one list of words.

    Args:
        name: `heads`, `single_offices`, `leading_offices` or `anybody`.

    Returns:
        The words.

    Example:
        >>> "fighters" in claim_words("heads")
        True
    """
    data = yaml.safe_load(files("testimonia.weigh").joinpath("data", "claims.yml").read_text("utf-8"))
    return frozenset(map(str, data[name]))
