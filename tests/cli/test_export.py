"""Export lists its formats, writes them from a release or a knowledge base, and says what they do not hold."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def made(run: Callable[..., Run], kb: Path, tmp_path: Path) -> Path:
    assert run("release", kb, "--out", tmp_path / "release", "--no-tables", "--quiet").code == 0
    return tmp_path / "release"


def test_without_a_format_the_formats_are_listed(run: Callable[..., Run], made: Path) -> None:
    ended = run("export", made, columns=160)
    assert ended.code == 0
    assert all(name in ended.out for name in ("ftm-statements", "graphml", "gexf", "geojson", "ucdp", "acled", "prov", "turtle", "csl"))


def test_a_format_is_written_with_its_losses(run: Callable[..., Run], made: Path, tmp_path: Path) -> None:
    ended = run("export", made, "--as", "geojson", "--out", tmp_path / "map.json", columns=200)
    assert ended.code == 0
    assert "Left out" in ended.out
    assert "map.json.losses.md" in ended.out
    features = json.loads((tmp_path / "map.json").read_text("utf-8"))["features"]
    assert features[0]["geometry"]["coordinates"] == [124.3, 8.0]


def test_several_formats_go_into_a_folder(run: Callable[..., Run], made: Path, tmp_path: Path) -> None:
    assert run("export", made, "--as", "csl", "--as", "bibtex", "--out", tmp_path / "out", "-q").out == ""
    assert {file.name for file in (tmp_path / "out").iterdir() if "losses" not in file.name} == {"documents.bib", "documents.csl.json"}


def test_a_knowledge_base_gives_the_bytes_of_its_release(run: Callable[..., Run], kb: Path, made: Path, tmp_path: Path) -> None:
    assert run("export", kb, "--as", "turtle", "--out", tmp_path / "a.ttl").code == 0
    assert run("export", made, "--as", "turtle", "--out", tmp_path / "b.ttl").code == 0
    assert (tmp_path / "a.ttl").read_bytes() == (tmp_path / "b.ttl").read_bytes()


def test_a_knowledge_base_is_exported_through_a_lens(run: Callable[..., Run], kb: Path, tmp_path: Path) -> None:
    assert run("export", kb, "--as", "csl", "--out", tmp_path / "a.json", "--said-before", "2000-01-01").code == 0
    report = json.loads((tmp_path / "a.json.losses.json").read_text("utf-8"))
    assert "said before 2000-01-01" in report["release"]["lens"]["name"]


def test_wrong_use_is_a_message(run: Callable[..., Run], made: Path, tmp_path: Path) -> None:
    for words, said in (
        (("--as", "excel", "--out", "x"), "there is no format 'excel'"),
        (("--as", "csl"), "say where to"),
        (("--as", "csl", "--out", tmp_path / "x", "--said-before", "2000-01-01"), "was made through a lens already"),
    ):
        ended = run("export", made, *words, columns=300)
        assert (ended.code, ended.out) == (2, "")
        assert said in ended.err
    assert run("export", tmp_path / "nothing", "--as", "csl", "--out", tmp_path / "x").code == 2
