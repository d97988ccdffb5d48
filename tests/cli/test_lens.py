"""Lenses saved, listed and looked through from the command line."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run

LENS = "name: only radio\npublishers: {named: [Radio Cotabato]}\nlongest_chain: 1\n"


@pytest.fixture
def own(kb: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kb, tmp_path / "own"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "radio.yaml").write_text(LENS, "utf-8")
    return tmp_path / "radio.yaml"


def test_a_lens_is_saved_listed_and_shown(run: Callable[..., Run], own: Path, file: Path) -> None:
    assert run("lens", "list", own).out == "No lens is saved.\n"
    assert run("lens", "save", own, file).code == 0
    assert run("lens", "list", own).out == "only radio\n"
    assert json.loads(run("lens", "list", own, "--json").out)[0]["longest_chain"] == 1
    file.write_text(run("lens", "show", own, "only radio").out, "utf-8")
    assert run("lens", "save", own, file).code == 0


def test_what_the_lens_leaves_out_is_not_shown(run: Callable[..., Run], own: Path, file: Path) -> None:
    run("lens", "save", own, file)
    everything = json.loads(run("show", own, "actor", "MILF", "--json").out)
    by_name, by_file = (json.loads(run("show", own, "actor", "MILF", "--lens", lens, "--json").out) for lens in ("only radio", file))
    assert [len(everything["claims"]), len(everything["reports"]), len(everything["disputes"])] == [2, 1, 1]
    assert [len(by_name["claims"]), len(by_name["reports"]), len(by_name["disputes"])] == [1, 0, 0]
    assert by_file == by_name


def test_days_and_times_are_asked_for_on_the_spot(run: Callable[..., Run], own: Path) -> None:
    shown = json.loads(run("show", own, "actor", "MILF", "--said-before", "2000-01-01", "--json").out)
    assert len(shown["claims"]) == 1
    shown = json.loads(run("show", own, "actor", "MILF", "--holding-at", "1984", "--json").out)
    assert len(shown["claims"]) == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--lens", "no such"), "there is no lens 'no such' and no such file; none is saved"),
        (("--holding-at", "some day"), "--holding-at: "),
    ],
)
def test_what_there_is_not_is_said(run: Callable[..., Run], own: Path, words: tuple[str, ...], says: str) -> None:
    ended = run("show", own, "actor", *words)
    assert ended.code == 2
    assert says in ended.err


def test_a_wrong_lens_file_names_the_place(run: Callable[..., Run], own: Path, file: Path) -> None:
    file.write_text("name: x\nvoices: {kinds: [tabloid]}", "utf-8")
    ended = run("lens", "save", own, file)
    assert ended.code == 2
    assert "voices.kinds.0: 'tabloid' is not one of" in ended.err
