"""The version is the installed one."""

import json
from collections.abc import Callable
from importlib.metadata import version

from .conftest import Run


def test_the_installed_version_is_shown(run: Callable[..., Run]) -> None:
    assert run("version").out.startswith(f"testimonia {version('testimonia')} ")


def test_json_has_it_too(run: Callable[..., Run]) -> None:
    assert json.loads(run("version", "--json").out)["testimonia"] == version("testimonia")
