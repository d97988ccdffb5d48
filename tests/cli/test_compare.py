"""Lenses compared from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def lenses(tmp_path: Path) -> tuple[Path, Path]:
    files = tmp_path / "radio.yaml", tmp_path / "paper.yaml"
    files[0].write_text("name: radio\npublishers: {named: [Radio Cotabato]}", "utf-8")
    files[1].write_text("name: paper\npublishers: {named: [The Davao Paper]}", "utf-8")
    return files


def test_what_differs_comes_first_with_both_values(run: Callable[..., Run], kb: Path, lenses: tuple[Path, Path]) -> None:
    ended = run("compare", kb, "--lens", lenses[0], "--lens", lenses[1], columns=200)
    assert ended.code == 0
    assert "they differ" in ended.out
    assert ended.out.index("1984") < ended.out.index("1977")


def test_a_lens_alone_is_compared_with_everybodys_word(run: Callable[..., Run], kb: Path, lenses: tuple[Path, Path]) -> None:
    told = json.loads(run("compare", kb, "actor", "MILF", "--lens", lenses[0], "--json").out)
    assert (told["left"], told["right"]) == ("radio", "everything")
    assert [one["believed"] for one in told["claims"]] == ["differs"]
    assert [one["believed"] for one in told["events"]] == ["only right"]


def test_too_many_lenses_and_an_unknown_actor_are_refused(run: Callable[..., Run], kb: Path, lenses: tuple[Path, Path]) -> None:
    assert "two lenses can be compared" in run("compare", kb).err
    ended = run("compare", kb, "actor", "Nobody Else", "--lens", lenses[0])
    assert ended.code == 2
    assert "no entity is called" in ended.err
    assert run("compare", kb, "actor", "--lens", lenses[0]).code == 2
    assert "only an actor is named" in run("compare", kb, "event", "MILF", "--lens", lenses[0]).err
