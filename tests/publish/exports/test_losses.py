"""Losses are declared, counted and said."""

import json
from pathlib import Path

import pytest

from testimonia.publish.exports.losses import Loss, Losses, losses_as_markdown, write_losses

DECLARED = (Loss("denied", "left out", "denials", "there is no way"), Loss("time", "flattened", "times", "only years"))
MANIFEST = {"inputs": "ab", "lens": {"name": "press"}, "meta": {"software": "1"}, "counts": {}}


def test_what_is_not_declared_cannot_be_lost() -> None:
    with pytest.raises(KeyError, match="voices"):
        Losses(DECLARED).lose("voices")


def test_losses_add_up_and_what_did_not_come_up_is_zero() -> None:
    losses = Losses(DECLARED)
    losses.lose("denied")
    losses.lose("denied", 2)
    losses.wrote("rows", 4)
    row = losses.as_row("x", MANIFEST)
    assert row["written"] == {"rows": 4}
    assert [(loss["code"], loss["happens"], loss["number"]) for loss in row["losses"]] == [
        ("denied", "left out", 3),
        ("time", "flattened", 0),
    ]
    assert row["release"] == {"inputs": "ab", "lens": {"name": "press"}, "meta": {"software": "1"}}


def test_the_report_stands_beside_the_file_as_page_and_as_data(tmp_path: Path) -> None:
    losses = Losses(DECLARED)
    losses.lose("time", 1200)
    page, data = write_losses(tmp_path / "a.csv", losses.as_row("x", MANIFEST))
    assert (page.name, data.name) == ("a.csv.losses.md", "a.csv.losses.json")
    assert "| 1,200 | flattened | times | only years |" in page.read_text("utf-8")
    assert json.loads(data.read_text("utf-8"))["losses"][1]["number"] == 1200


def test_the_page_says_what_was_looked_for_and_not_met() -> None:
    page = losses_as_markdown("a", Losses(DECLARED).as_row("x", MANIFEST))
    assert "Nothing was left out or flattened." in page
    assert "- denials" in page
