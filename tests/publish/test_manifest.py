"""Manifest: stable, and sensitive to what went in."""

import json
from dataclasses import replace
from pathlib import Path

from testimonia.publish.manifest import FORMAT, Manifest, digest_of_inputs, digest_of_rules, floors_at_build


def test_the_digest_depends_on_documents_and_not_on_their_order(knowledge):
    documents = list(knowledge.documents.values())
    assert digest_of_inputs(documents) == digest_of_inputs(documents[::-1])
    assert digest_of_inputs(documents) != digest_of_inputs([replace(documents[0], sha256="1"), *documents[1:]])


def test_only_what_was_withheld_is_listed():
    row = Manifest(meta={"b": "2", "a": "1"}, inputs="0", counts={"problems.jsonl": 3}, sha256={}, withheld={"y": 2, "x": 0}).as_row()
    assert row["format"] == FORMAT
    assert row["withheld"] == {"y": 2}
    assert list(row["meta"]) == ["a", "b"]
    assert row["problems"] == 3


def test_the_digest_of_the_rules_is_of_code_and_lists(tmp_path, monkeypatch):
    package = tmp_path / "testimonia"
    for name in ("codebook", "read", "resolve", "text", "weigh"):
        (package / name / "words").mkdir(parents=True)
    (package / "read" / "rule.py").write_bytes(b"a = 1\n")
    (package / "read" / "words" / "verbs.yml").write_bytes(b"attack\n")
    monkeypatch.setattr("testimonia.publish.manifest.files", lambda name: package)

    def digest() -> str:
        return digest_of_rules.__wrapped__()

    first = digest()
    (package / "read" / "rule.py").write_bytes(b"a = 1\r\n")
    assert digest() == first, "the line ends of another system change nothing"
    (package / "read" / "model.onnx").write_bytes(b"0")
    assert digest() == first, "the model has a digest of its own"
    (package / "read" / "words" / "verbs.yml").write_bytes(b"attack\nshell\n")
    assert digest() != first


def test_the_floors_are_those_of_the_gate():
    held = json.loads((Path(__file__).parents[2] / "eval" / "floors.json").read_text("utf-8"))["floors"]
    assert floors_at_build() == held, "run make reference"
