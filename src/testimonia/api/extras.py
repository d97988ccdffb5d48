"""Libraries that only some need: they are loaded when they are asked for, and missed with the line that installs them."""

from importlib import import_module
from typing import Any

from testimonia.errors import MissingPartError

EXTRA_OF = {"pyarrow": "frames", "pandas": "frames", "polars": "frames", "networkx": "networks"}
"""The part of Testimonia that brings each library."""


def library(name: str) -> Any:
    """Load a library that Testimonia does not bring by itself.

    Args:
        name: A key of `EXTRA_OF`.

    Returns:
        The module.

    Raises:
        MissingPartError: It is not installed; the message says how to install it.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingPartError(f"{name} is not installed; install it with: pip install 'testimonia[{EXTRA_OF[name]}]'") from error
