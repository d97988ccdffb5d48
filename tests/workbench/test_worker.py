"""One process that serves: as the environment says, and no longer than the one that began it."""

import gc
import json
import os
import sys

import pytest
from uvicorn.config import STARTUP_FAILURE

from testimonia.workbench import worker
from testimonia.workbench.serving import ASKED


@pytest.fixture(autouse=True)
def collector():
    """Leave the collector of garbage as it was."""
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def test_it_serves_what_the_environment_names(sample_kb, monkeypatch):
    monkeypatch.setenv(ASKED, json.dumps([str(sample_kb), 8765, ""]))
    desk = worker.app_of_worker().state.desk
    assert (desk.name, desk.lens) == (sample_kb.name, "")
    desk.store.close()


def test_what_would_fail_again_is_not_begun_anew(tmp_path, monkeypatch):
    monkeypatch.setenv(ASKED, json.dumps([str(tmp_path / "none"), 8765, ""]))
    with pytest.raises(SystemExit) as ended:
        worker.app_of_worker()
    assert ended.value.code == STARTUP_FAILURE


def test_what_cannot_be_loaded_is_not_begun_anew(sample_kb, monkeypatch, capsys):
    monkeypatch.setenv(ASKED, json.dumps([str(sample_kb), 8765, ""]))
    monkeypatch.setitem(sys.modules, "testimonia.workbench.app", None)  # as where a library is missing
    with pytest.raises(SystemExit) as ended:
        worker.app_of_worker()
    assert ended.value.code == STARTUP_FAILURE
    assert "testimonia.workbench.app" in capsys.readouterr().err


def test_it_ends_once_nobody_waits_for_it(monkeypatch):
    ended = []
    monkeypatch.setattr(worker.os, "kill", lambda process, sign: ended.append(process))
    worker.end_after(lambda: None)
    assert ended == [os.getpid()]


def test_what_is_loaded_is_put_out_of_the_collectors_sight():
    worker.settle()
    assert gc.get_threshold()[0] == worker.MADE_BETWEEN
    assert gc.get_freeze_count() > 0
