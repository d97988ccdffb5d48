"""Exports written in processes of their own are the same files, and a failure is told."""

from pathlib import Path

import pytest

from testimonia.errors import StoreError
from testimonia.publish.exports import formats
from testimonia.publish.exports.export_process import main
from testimonia.publish.exports.formats import export_formats, formats_named
from testimonia.publish.released import Released

NAMES = ("graphml", "csl", "militants")


def test_what_is_written_side_by_side_is_the_same(released: Released, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = formats_named(NAMES)
    alone = export_formats(released, chosen, tmp_path / "alone")
    monkeypatch.setattr(formats, "WORTH_IT", 0)
    monkeypatch.setattr(formats, "cores", lambda: 2)
    beside = export_formats(released, chosen, tmp_path / "beside")
    assert [(one.format, one.written, one.left_out, one.flattened) for one in beside] == [
        (one.format, one.written, one.left_out, one.flattened) for one in alone
    ]
    for one, other in zip(alone, beside, strict=True):
        assert one.file.read_bytes() == other.file.read_bytes()
        assert other.report.read_text("utf-8") == one.report.read_text("utf-8")
    with pytest.raises(StoreError, match="is a folder"):
        (tmp_path / "in the way" / chosen[0].file).mkdir(parents=True)
        export_formats(released, chosen, tmp_path / "in the way")


def test_it_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "csl", str(tmp_path / "x.json")]) == 1
    assert "is no release" in capsys.readouterr().err
