"""Exports of doccano, with relations and without."""

import json
from pathlib import Path

from testimonia.review.codings.doccano import is_doccano, sheet_of_doccano

from .small import OTHER, bring, knowledge_base

KAREN, SHAN = OTHER.text.index("Karen League"), OTHER.text.index("Shan Front")
LINE = {
    "id": 7,
    "text": OTHER.text,
    "meta": {"filename": "folder/b.txt"},
    "entities": [
        {"id": 1, "label": "political_body", "start_offset": KAREN, "end_offset": KAREN + 12},
        {"id": 2, "label": "armed_group", "start_offset": SHAN, "end_offset": SHAN + 10},
    ],
    "relations": [{"id": 3, "from_id": 1, "to_id": 2, "type": "split_from"}],
    "Comments": [],
}


def test_spans_and_relations_go_on_record(tmp_path: Path) -> None:
    with knowledge_base(tmp_path / "kb") as store:
        plan = bring(store, json.dumps(LINE), name="admin.jsonl")
        assert (plan.problems, plan.counts) == ([], {"added": 1, "names": 2})
        (claim,) = store.claims(document="d-2")
        assert claim.evidence[0].quote == "Karen League left the Shan Front"
        assert bring(store, json.dumps(LINE), name="admin.jsonl", at=1).decisions == []


def test_names_alone_are_kept_with_who_gave_them(tmp_path: Path) -> None:
    line = {"text": OTHER.text, "label": [[KAREN, KAREN + 12, "political_body"]], "document": "d-2"}
    with knowledge_base(tmp_path / "kb") as store:
        plan = bring(store, json.dumps(line))
        assert plan.counts == {"names": 1}
        (named,) = store.decisions(by="anna")
        assert (named.verdict, named.record, named.document) == ("COMMENTED", "d-2", "d-2")
        assert [(one.name, one.kind) for one in store.referents(document="d-2")] == [("Karen League", "political_body")]
        assert [one.quote for one in store.mentions(document="d-2")] == ["Karen League"]


def test_each_line_that_is_broken_is_told_by_its_number() -> None:
    lines = ["{", json.dumps({"a": 1}), json.dumps({"text": "abc", "label": [[0, 1], [0, 1, "person"]], "relations": [3]}), ""]
    sheet = sheet_of_doccano("\n".join(lines), name="f", sha256="00")
    assert [one.place for one in sheet.problems] == ["line 1", "line 2", "line 3, label[0]", "line 3, relations[0]"]
    assert [entry.row["name"] for entry in sheet.entities] == ["a"]


def test_a_document_without_a_name_is_known_by_the_hash_of_its_text() -> None:
    sheet = sheet_of_doccano(json.dumps({"text": "abc", "label": []}), name="f", sha256="00")
    assert sheet.documents[0].row["sha256"] == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert is_doccano({"text": "a", "entities": []})
    assert not is_doccano({"text": "a"})
