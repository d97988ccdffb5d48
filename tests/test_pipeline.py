"""The whole way: built once, built twice, killed and built on, released."""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from testimonia.pipeline import build, read, reader_name
from testimonia.releasing import release
from testimonia.store import open_store

TEXTS = {
    "encyclopaedia.txt": (
        "The Free Highland Army (FHA) is the armed wing of the Highland People's Party. It was founded in 1991. "
        "In May 1994 the group attacked a barracks in Cali, killing at least 12 soldiers."
    ),
    "news.txt": (
        "The Free Highland Army was founded in 1993, according to the government. "
        "A spokesman for the army said on Monday that it had killed five fighters of the Free Highland Army near Medellín."
    ),
    "note.md": "# Free Highland Army\n\nThe group split from the Highland Front in 1990 and is active in Colombia.\n",
}
SIDECAR = """documents:
  encyclopaedia.txt: {publisher: The Example Encyclopaedia, published: "2001"}
  news.txt: {publisher: The Daily Example, published: "2002-03-04"}
  note.md: {publisher: The Example Review, published: "2003"}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = tmp_path / "documents"
    documents.mkdir()
    for name, text in TEXTS.items():
        (documents / name).write_text(text, encoding="utf-8")
    (documents / "sources.yaml").write_text(SIDECAR, encoding="utf-8")
    return documents


def fingerprint(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


def rows(folder: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]


def test_a_folder_of_documents_ends_in_a_release_with_its_dispute(folder: Path, tmp_path: Path) -> None:
    report = build([folder], tmp_path / "kb")
    release(tmp_path / "kb", tmp_path / "out")
    assert report.added == 3
    claims = rows(tmp_path / "out", "claims.jsonl")
    assert {"armed_wing_of", "founded", "known_as", "split_from"} <= {c["predicate"] for c in claims}
    assert len(rows(tmp_path / "out", "disputes.jsonl")) >= 1
    for claim in claims:
        for evidence in claim["evidence"]:  # type: ignore[attr-defined]
            name = next(d["path"] for d in rows(tmp_path / "out", "documents.jsonl") if d["id"] == evidence["document"])
            assert TEXTS[Path(str(name)).name][evidence["start"] : evidence["end"]] == evidence["quote"]


def test_a_second_build_adds_nothing_and_releases_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path / "kb")
    release(tmp_path / "kb", tmp_path / "one")
    report = build([folder], tmp_path / "kb")
    release(tmp_path / "kb", tmp_path / "two")
    assert report.added == 0
    assert fingerprint(tmp_path / "one") == fingerprint(tmp_path / "two")


def test_the_same_documents_give_the_same_bytes_in_another_knowledge_base(folder: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        build([folder], tmp_path / f"kb-{name}")
        release(tmp_path / f"kb-{name}", tmp_path / name)
    assert fingerprint(tmp_path / "a") == fingerprint(tmp_path / "b")


def test_a_broken_file_is_a_problem_and_the_rest_is_done(folder: Path, tmp_path: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 not a pdf at all")
    (folder / "empty.txt").write_bytes(b"")
    report = build([folder], tmp_path / "kb")
    assert report.added == 3
    assert {Path(p.origin).name for p in report.problems} >= {"broken.pdf", "empty.txt"}
    assert all(p.remedy for p in report.problems)


def test_progress_is_told_for_every_document(folder: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    build([folder], tmp_path / "kb", progress=lambda step, done, total: told.append((step, done, total)))
    assert [step for step, _, _ in told if step == "read"] == ["read"] * 3
    assert {step for step, _, _ in told} == {"capture", "read", "resolve", "weigh"}


def test_a_reading_names_its_reader_and_model(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path / "kb")
    with open_store(tmp_path / "kb", create=False) as store:
        readings = [read(document) for document in store.documents()]
    assert {reading.reader for reading in readings} == {reader_name()}
    assert all(claim.proposal.reader == reader_name() for reading in readings for claim in reading.claims)


def test_a_build_killed_at_any_moment_resumes_without_loss_or_duplicates(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path / "whole")
    release(tmp_path / "whole", tmp_path / "expected")
    command = [sys.executable, "-m", "testimonia", "build", str(folder), "--out", str(tmp_path / "kb"), "--quiet"]
    moments = random.Random(7)
    for _ in range(4):
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "OMP_NUM_THREADS": "1"}
        )
        time.sleep(moments.uniform(0.3, 1.6))
        process.send_signal(signal.SIGKILL)
        process.wait()
    build([folder], tmp_path / "kb")
    release(tmp_path / "kb", tmp_path / "out")
    assert fingerprint(tmp_path / "out") == fingerprint(tmp_path / "expected")
