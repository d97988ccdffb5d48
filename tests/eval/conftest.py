"""A release made from a key: what a reader who codes exactly as the key does would put out."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

# `eval` is a folder of the repository, not a part of the package, so a plain `pytest` does not find it.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from eval.key import Gold

Row = dict[str, Any]
Writer = Callable[[Path, Gold], dict[str, list[Row]]]


def _rows_of(gold: Gold) -> dict[str, list[Row]]:
    """The key's items as a release has them: with offsets for the words quoted."""

    def released(item: Row) -> Row:
        start, end = gold.spans(item["document"], item["evidence"])[0]
        quote = gold.texts[item["document"]][start:end]
        return {**item, "evidence": [{"document": f"d-{item['document']}", "start": start, "end": end, "quote": quote}]}

    key = gold.key
    return {
        "documents": [{**row, "id": f"d-{row['id']}", "path": f"some/folder/{row['id']}"} for row in key["documents"]],
        "entities": [{**e, "names": [{"text": n, "lang": None, "kind": "name"} for n in e["names"]]} for e in key["entities"]],
        "claims": [released(c) for c in key["claims"]],
        "events": [released(e) for e in key["events"]],
        "disputes": [{"id": f"x{i}", **d} for i, d in enumerate(key["disputes"])],
        "corroborations": [{"id": f"y{i}", **c} for i, c in enumerate(key["corroborations"])],
    }


@pytest.fixture
def rows_of() -> Callable[[Gold], dict[str, list[Row]]]:
    """Turns a key into the rows of a release."""
    return _rows_of


@pytest.fixture
def write_release(tmp_path: Path) -> Callable[[dict[str, list[Row]]], Path]:
    """Writes rows as a release folder and says where it is."""

    def write(rows: dict[str, list[Row]]) -> Path:
        folder = tmp_path / "release"
        folder.mkdir(exist_ok=True)
        for name, lines in rows.items():
            text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
            (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
        return folder

    return write
