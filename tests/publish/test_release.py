"""Release: complete or not at all, the same bytes for the same knowledge, nothing private in it."""

import hashlib
import json
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from testimonia.errors import RecordError, StoreError
from testimonia.model.judgement import Feature, Judgement
from testimonia.model.problem import Problem
from testimonia.publish.release import ReleaseOptions, write_release

META = {"software": "0.1.0", "codebook": "2"}
PROBLEM = Problem("texts/x.pdf", "capture", "capture.empty", "no text in it", "give a document with text")
KINDS = ("claims", "corroborations", "disputes", "documents", "entities", "events", "happenings", "problems", "sources", "witnesses")
TABLES = (
    "claims",
    "corroborations",
    "disputes",
    "documents",
    "entities",
    "event_reports",
    "happenings",
    "problems",
    "sources",
    "witnesses",
)
FILES = sorted(
    [
        *(f"{kind}.jsonl" for kind in KINDS),
        *(f"{form}/{table}.{form}" for form in ("csv", "parquet") for table in TABLES),
        *("README.txt", "manifest.json", "metadata.json", "release.sqlite"),
    ]
)


def rows(folder: Path, name: str) -> list[dict]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]


def content(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_same_knowledge_gives_the_same_bytes_in_whatever_order_it_comes(knowledge, released):
    first, second = content(released(knowledge)), content(released(knowledge, "again"))
    turned = replace(
        knowledge,
        claims=knowledge.claims[::-1],
        reports=knowledge.reports[::-1],
        documents=dict(reversed(knowledge.documents.items())),
        entities=dict(reversed(knowledge.entities.items())),
    )
    third = content(released(turned, "turned"))
    assert first == second == third


def test_all_files_are_there_and_the_manifest_describes_them(knowledge, released):
    folder = released(knowledge, problems=[PROBLEM])
    assert sorted(content(folder)) == FILES
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert sorted([*manifest["sha256"], "manifest.json"]) == FILES
    for name, digest in manifest["sha256"].items():
        data = (folder / name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest
        if name.endswith(".jsonl"):
            assert data.count(b"\n") == manifest["counts"][name]
            assert b"\r" not in data
    assert manifest["texts"] is False
    assert manifest["floors"]
    assert manifest["problems"] == 1
    assert manifest["meta"] == {"software": "0.1.0"}
    assert rows(folder, "problems")[0]["remedy"] == "give a document with text"


def test_people_without_a_public_role_appear_in_the_chain_of_voices_only(knowledge, released):
    folder = released(knowledge)
    for name in ("claims", "entities", "happenings", "disputes", "corroborations"):
        assert "Jane Doe" not in (folder / f"{name}.jsonl").read_text("utf-8")
    attack, shots = sorted(rows(folder, "events"), key=lambda row: row["evidence"][0]["document"], reverse=True)
    assert attack["target"] == ["soldiers"]
    assert shots["attribution"][-1] == "Jane Doe"
    assert json.loads((folder / "manifest.json").read_text("utf-8"))["withheld"] == {
        "claim: subject is described only": 1,
        "claim: subject is named but no entity": 1,
        "event report: party is named but no entity": 1,
        "finding: rests on what is withheld": 1,
    }


def test_claims_have_the_fields_of_the_format_first(knowledge, released):
    row = next(row for row in rows(released(knowledge), "claims") if row["predicate"] == "strength")
    assert list(row)[:9] == ["id", "subject", "predicate", "object", "value", "when", "attribution", "stance", "evidence"]
    assert row["value"] == {"low": 500, "high": 500, "unit": "members"}
    assert row["attribution"] == ["e-The Daily Example", "e-Ana Cruz"]
    assert row["chain"] == ["The Daily Example", "Ana Cruz"]
    assert row["stance"] == "claimed"


def test_every_reference_leads_to_an_entity_and_every_entity_is_referred_to(knowledge, released):
    folder = released(knowledge)
    names = {row["id"] for row in rows(folder, "entities")}
    used = {row[slot] for row in rows(folder, "claims") for slot in ("subject", "object") if row[slot] is not None}
    used |= {voice for name in ("claims", "events") for row in rows(folder, name) for voice in row["attribution"]}
    used |= {party for row in rows(folder, "events") for slot in ("initiator", "target", "where") for party in row[slot]}
    assert names == {reference for reference in used if reference.startswith("e-")}
    known = {row["id"] for name in ("claims", "events") for row in rows(folder, name)}
    assert all(set(row["claims"]) <= known for name in ("disputes", "corroborations") for row in rows(folder, name))


def test_judgements_are_written_when_given(knowledge, released):
    judgement = Judgement("r-1", "r-2", "SAME", 1.0, (Feature("same name", 1.0, "one name"),), "resolve/1")
    assert rows(released(knowledge, judgements=[judgement]), "judgements")[0]["verdict"] == "SAME"


def test_an_earlier_release_is_replaced_and_nothing_is_left_beside_it(knowledge, released, tmp_path):
    folder = released(knowledge, judgements=[])
    released(knowledge)
    assert not (folder / "judgements.jsonl").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["release"]


def test_a_folder_with_anything_else_in_it_is_refused_and_left_alone(knowledge, released, tmp_path):
    folder = tmp_path / "release"
    folder.mkdir()
    (folder / "thesis.txt").write_text("do not lose me")
    with pytest.raises(StoreError, match="no release"):
        released(knowledge)
    (folder / "manifest.json").write_text('{"format": "another"}')
    with pytest.raises(StoreError, match="no release"):
        released(knowledge)
    assert (folder / "thesis.txt").read_text() == "do not lose me"


def test_a_file_and_a_link_are_no_folders(knowledge, released, tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for name in ("file", "link"):
        with pytest.raises(StoreError, match="no folder"):
            released(knowledge, name)


def test_an_empty_folder_is_used_and_missing_parents_are_made(knowledge, released, tmp_path):
    (tmp_path / "release").mkdir()
    assert (released(knowledge) / "manifest.json").exists()
    assert (released(knowledge, "deep/er/release") / "manifest.json").exists()


def test_a_release_that_breaks_off_leaves_the_earlier_one_untouched(knowledge, released, tmp_path):
    before = content(released(knowledge))
    broken = replace(knowledge.claims[4], evidence=(replace(knowledge.claims[4].evidence[0], quote="about 900 members"),))
    with pytest.raises(RecordError, match="does not stand"):
        released(replace(knowledge, claims=(*knowledge.claims[:4], broken)))
    assert content(tmp_path / "release") == before
    assert [path.name for path in tmp_path.iterdir()] == ["release"]


def test_a_breach_of_a_safeguard_leaves_nothing_behind(knowledge, findings, tmp_path):
    without_role = replace(knowledge, claims=tuple(claim for claim in knowledge.claims if claim.predicate != "has_role"))
    with pytest.raises(RecordError, match="without a public role"):
        write_release(tmp_path / "release", without_role, findings, meta=META)
    assert list(tmp_path.iterdir()) == []
    made = write_release(tmp_path / "release", without_role, findings, meta=META, roles={"e-Ana Cruz": "spokesman"})
    assert made.counts["entities.jsonl"] == 6


def test_persons_are_released_with_the_public_role_that_lets_them(knowledge, released):
    roles = {row["name"]: row["role"] for row in rows(released(knowledge), "entities")}
    assert roles.pop("Ana Cruz") == "spokesman"
    assert set(roles.values()) == {None}


def test_texts_are_left_out_unless_they_are_asked_for(knowledge, released):
    folder = released(knowledge, "private", options=ReleaseOptions(texts=True))
    for document in knowledge.documents.values():
        assert (folder / "texts" / f"{document.id}.txt").read_bytes().decode() == document.text
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["texts"] is True
    assert set(manifest["sha256"]) > {"texts/d-a.txt", "texts/d-b.txt"}
    assert "do not pass them on" in (folder / "README.txt").read_text("utf-8")
    assert not (released(knowledge) / "texts").exists()


def test_tables_can_be_left_out(knowledge, released):
    folder = released(knowledge, options=ReleaseOptions(tables=False))
    assert not [file for file in folder.rglob("*") if file.suffix in (".parquet", ".csv", ".sqlite")]
    assert "parquet" not in (folder / "README.txt").read_text("utf-8")


def test_progress_is_told(knowledge, released):
    told: list[tuple[str, int, int | None]] = []
    released(knowledge, options=ReleaseOptions(tell=lambda *step: told.append(step)))
    assert told[:2] == [("documents", 1, 2), ("documents", 2, 2)]
    assert {step for step, *_ in told} == {"documents", "tables"}


def test_nothing_of_the_day_or_the_place_is_in_a_release(knowledge, released):
    everything = b"".join(content(released(knowledge)).values())
    assert str(datetime.now(UTC).date()).encode() not in everything
    assert tempfile.gettempdir().encode() + b"/" not in everything
    assert b"DuckDB version" not in everything
