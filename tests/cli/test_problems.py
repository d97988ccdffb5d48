"""Problems are listed with place and way out."""

import json
from collections.abc import Callable
from pathlib import Path

from testimonia.store import open_store

from .conftest import HOSTILE, Run


def test_file_way_out_and_rule_are_shown_and_a_hostile_name_does_nothing(run: Callable[..., Run], kb: Path) -> None:
    ended = run("problems", kb, columns=200)
    assert ended.code == 0
    assert "recognise its letters first" in ended.out
    assert "capture.scanned (left out)" in ended.out
    assert "\x1b" not in ended.out
    assert "scan[bold red]Files[/] \\x1b[2J\\u202e\\x9b31m.pdf" in ended.out


def test_json_has_every_field_as_it_is(run: Callable[..., Run], kb: Path) -> None:
    (problem,) = json.loads(run("problems", kb, "--json").out)
    assert problem["origin"] == f"scan{HOSTILE}.pdf"
    assert problem["fatal"] is True
    assert problem["id"].startswith("pr-")


def test_none_is_said_to_be_none(run: Callable[..., Run], tmp_path: Path) -> None:
    open_store(tmp_path / "kb").close()
    assert run("problems", tmp_path / "kb").out == "No problems.\n"
