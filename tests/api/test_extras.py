"""Libraries that are not there are missed with the line that installs them."""

import importlib
import tomllib
from pathlib import Path

import pytest

from testimonia.api import extras
from testimonia.errors import MissingPartError

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", sorted(extras.EXTRA_OF))
def test_a_library_that_is_there_is_given(name):
    assert extras.library(name) is importlib.import_module(name)


@pytest.mark.parametrize(("name", "extra"), sorted(extras.EXTRA_OF.items()))
def test_a_missing_library_is_said_with_the_line_that_installs_it(monkeypatch, name, extra):
    def miss(wanted):
        raise ImportError(f"No module named {wanted!r}")

    monkeypatch.setattr(extras, "import_module", miss)
    with pytest.raises(MissingPartError, match=rf"{name} is not installed; install it with: pip install 'testimonia\[{extra}\]'"):
        extras.library(name)


def test_each_library_is_in_the_extra_that_the_message_names():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    named = {line.split(">")[0]: extra for extra in ("frames", "networks") for line in declared[extra]}
    assert named == extras.EXTRA_OF
