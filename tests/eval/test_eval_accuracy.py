"""The page is written from kept figures; a measure without data keeps its last ones."""

import json
import sys
import types
from pathlib import Path

import pytest
from eval import accuracy
from eval.row import DataMissingError, Row, shared


def _measure(monkeypatch: pytest.MonkeyPatch, name: str, rows: tuple[Row, ...] | None) -> None:
    module = types.ModuleType(f"eval.{name}", f"What {name} measures.\n\nMore.")

    def measure() -> tuple[Row, ...]:
        if rows is None:
            raise DataMissingError(Path("nowhere"))
        return rows

    module.measure = measure  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, f"eval.{name}", module)


def test_figures_are_kept_and_the_page_shows_them_with_aim_and_note(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _measure(monkeypatch, "probe", (Row("sixty sentences", "right", 0.95, 60, "others 4 of 13", 0.95, "a note"),))
    kept, page = tmp_path / "kept.json", tmp_path / "page.md"
    assert accuracy.main(["probe"], kept=kept, page=page) == 0
    assert "## What probe measures\n" in page.read_text()
    assert "| sixty sentences (a note) | right | 0.950 | 60 | others 4 of 13 | 0.950 |" in page.read_text()


def test_a_measure_without_data_keeps_its_last_figures(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, page = tmp_path / "kept.json", tmp_path / "page.md"
    _measure(monkeypatch, "dates", (Row("texts", "F1", 0.5, 10),))
    accuracy.main(["dates"], kept=kept, page=page)
    before = json.loads(kept.read_text())
    _measure(monkeypatch, "dates", None)
    assert accuracy.main(["dates"], kept=kept, page=page) == 1
    assert json.loads(kept.read_text()) == before
    assert "not measured" in capsys.readouterr().out
    assert "| texts | F1 | 0.500 | 10 |" in page.read_text()


def test_an_unknown_measure_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main(["weather"]) == 2
    assert "weather" in capsys.readouterr().err


def test_missing_data_names_what_was_looked_for() -> None:
    with pytest.raises(DataMissingError, match="no-such-folder is not beside this repository"):
        shared("data", "no-such-folder")
