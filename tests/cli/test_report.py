"""A report from the command line."""

from collections.abc import Callable
from pathlib import Path

from .conftest import Run


def test_a_report_is_printed_line_by_line(run: Callable[..., Run], kb: Path) -> None:
    ended = run("report", kb, "--actor", "MILF")
    assert ended.code == 0
    assert ended.out.startswith("# Moro Islamic Liberation Front\n")
    assert "[^1]: “" in ended.out


def test_a_page_is_written_to_a_file(run: Callable[..., Run], kb: Path, tmp_path: Path) -> None:
    ended = run("report", kb, "--actor", "MILF", "--format", "html", "--out", tmp_path / "r.html")
    assert ended.code == 0
    assert (tmp_path / "r.html").read_text("utf-8").startswith("<!doctype html>")


def test_a_lens_leaves_its_sentences_out(run: Callable[..., Run], kb: Path) -> None:
    whole, early = run("report", kb, "--actor", "MILF").out, run("report", kb, "--actor", "MILF", "--said-before", "2000-01-01").out
    assert "1984" in whole
    assert "1984" not in early


def test_nobody_is_not_reported_on(run: Callable[..., Run], kb: Path) -> None:
    assert run("report", kb, "--actor", "No One At All").code == 2


def test_a_report_says_what_was_left_out_of_it(run: Callable[..., Run], kb: Path) -> None:
    assert "everything, said before 1900-01-01" in run("report", kb, "--actor", "MILF", "--said-before", "1900-01-01").out
