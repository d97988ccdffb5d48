"""Words are found and shown where they stand."""

import json
from collections.abc import Callable
from pathlib import Path

from .conftest import PAPER, Run


def test_the_document_its_words_and_their_place_are_shown(run: Callable[..., Run], kb: Path) -> None:
    ended = run("search", kb, "SHELLED", "camp", columns=300)
    assert ended.code == 0
    assert "How the front began (reports/paper.txt)" in ended.out
    assert "shelled a camp near Marawi" in ended.out


def test_arabic_without_its_marks_is_found(run: Callable[..., Run], kb: Path) -> None:
    (hit,) = json.loads(run("search", kb, "تَأسست", "--json").out)
    assert hit["document"] == "d-bbbb"


def test_offsets_in_json_are_those_of_the_text(run: Callable[..., Run], kb: Path) -> None:
    (hit,) = json.loads(run("search", kb, '"near marawi"', "--json").out)
    assert PAPER[hit["found_start"] : hit["found_end"]] == "near Marawi"
    assert PAPER[hit["start"] : hit["end"]] == hit["quote"]


def test_escape_sequences_of_a_text_are_spelt_out(run: Callable[..., Run], kb: Path) -> None:
    ended = run("search", kb, "resident", columns=160)
    assert "\x1b" not in ended.out
    assert "\u202e" not in ended.out
    assert "\\x1b]0;owned\\x07" in ended.out


def test_nothing_found_is_said(run: Callable[..., Run], kb: Path) -> None:
    assert run("search", kb, "helicopter").out == "Found in no document.\n"
