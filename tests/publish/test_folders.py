"""Folders are there whole or not at all, and what a killed run left is cleared away by the next."""

import hashlib
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from testimonia.errors import StoreError
from testimonia.publish.folders import Sheet, encode, hash_of, new_folder

KEEPS_WRITING = """
import sys, time
from pathlib import Path
from testimonia.publish.folders import new_folder
with new_folder(Path(sys.argv[1])) as made:
    (made / "manifest.json").write_text('{"format": "testimonia-release/1", "half": true}')
    print(made, flush=True)
    time.sleep(60)
"""


def whole(folder: Path, words: str) -> None:
    with new_folder(folder) as made:
        (made / "manifest.json").write_text(json.dumps({"format": "testimonia-release/1", "words": words}))


def test_a_code_point_that_utf8_cannot_hold_is_escaped():
    assert json.loads(encode({"quote": "a\ud800b"})) == {"quote": "a\ud800b"}
    assert encode({"quote": "كتائب"}) == '{"quote": "كتائب"}\n'.encode()


def test_a_sheet_counts_and_hashes_what_it_writes(tmp_path):
    held = io.BytesIO()
    sheet = Sheet(held)
    sheet.write({"id": "a"})
    sheet.write({"id": "b"})
    assert sheet.count == 2
    assert sheet.sha256 == hashlib.sha256(b'{"id": "a"}\n{"id": "b"}\n').hexdigest()
    (tmp_path / "file").write_bytes(held.getvalue())
    assert hash_of(tmp_path / "file") == sheet.sha256


def test_a_folder_that_breaks_off_leaves_the_earlier_one(tmp_path):
    whole(tmp_path / "release", "first")
    with pytest.raises(KeyboardInterrupt), new_folder(tmp_path / "release") as made:
        (made / "claims.jsonl").write_text("half")
        raise KeyboardInterrupt
    assert [path.name for path in tmp_path.iterdir()] == ["release"]
    assert "first" in (tmp_path / "release" / "manifest.json").read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_what_a_stopped_run_left_is_cleared_away_by_the_next(tmp_path, how):
    whole(tmp_path / "release", "first")
    with subprocess.Popen([sys.executable, "-c", KEEPS_WRITING, str(tmp_path / "release")], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert Path(run.stdout.readline().strip()).exists()
        os.kill(run.pid, how)
        run.wait(timeout=20)
    assert "first" in (tmp_path / "release" / "manifest.json").read_text()
    whole(tmp_path / "release", "second")
    assert [path.name for path in tmp_path.iterdir()] == ["release"]
    assert "second" in (tmp_path / "release" / "manifest.json").read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is locked there")
def test_what_another_run_is_writing_is_left_alone(tmp_path):
    with subprocess.Popen([sys.executable, "-c", KEEPS_WRITING, str(tmp_path / "release")], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        other = Path(run.stdout.readline().strip())
        whole(tmp_path / "release", "mine")
        assert other.exists()
        run.kill()
    assert "mine" in (tmp_path / "release" / "manifest.json").read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is locked there")
def test_a_release_that_had_just_stepped_aside_gets_its_name_back(tmp_path):
    whole(tmp_path / "release", "first")
    (tmp_path / "release").rename(tmp_path / ".release.partial-abc-old")
    with pytest.raises(ValueError, match="no"), new_folder(tmp_path / "release"):
        raise ValueError("no")
    assert "first" in (tmp_path / "release" / "manifest.json").read_text()
    assert [path.name for path in tmp_path.iterdir()] == ["release"]


def test_what_is_no_release_is_never_overwritten(tmp_path):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "thesis.txt").write_text("mine")
    with pytest.raises(StoreError, match="no release"), new_folder(tmp_path / "notes"):
        pytest.fail("it was opened")
    assert (tmp_path / "notes" / "thesis.txt").read_text() == "mine"
