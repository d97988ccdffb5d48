"""Serving: only on this machine, with a word about what is missing; stopped at once, and whole after being killed."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest

from testimonia.errors import LensError, StoreError
from testimonia.workbench import serving

READY_S = 90


@pytest.fixture
def asked(monkeypatch):
    """What would be run, without running it."""
    run = {}
    monkeypatch.setattr(serving.uvicorn, "run", lambda app, **options: run.update(options, app=app))
    monkeypatch.setenv(serving.ASKED, "")
    return run


def test_it_listens_on_the_loopback_address_only_and_says_what_is_missing(sample_kb, monkeypatch, asked):
    told = []
    monkeypatch.setattr(serving, "missing_libraries", lambda: ("d3.min.js",))
    serving.serve(sample_kb, options=serving.ServeOptions(port=8999, opens=False), tell=told.append)
    assert (asked["host"], asked["port"], asked["app"]) == ("127.0.0.1", 8999, serving.APP)
    assert json.loads(os.environ[serving.ASKED]) == [str(sample_kb.resolve()), 8999, ""]
    assert "d3.min.js" in told[0]
    assert "uv sync --reinstall-package testimonia" in told[0]
    assert "http://127.0.0.1:8999/" in told[-1]


@pytest.mark.parametrize(("there", "wanted", "begun"), [(1, 0, 1), (2, 0, 2), (16, 0, 2), (16, 1, 1)])
def test_two_processes_serve_where_there_are_the_cores(sample_kb, monkeypatch, asked, there, wanted, begun):
    monkeypatch.setattr(serving, "cores", lambda: there)
    serving.serve(sample_kb, options=serving.ServeOptions(opens=False, workers=wanted), tell=lambda words: None)
    assert asked["workers"] == begun


def test_it_opens_the_browser_where_asked(sample_kb, monkeypatch, asked):
    started = []
    monkeypatch.setattr(serving.threading.Timer, "start", lambda timer: started.append(timer.args))
    serving.serve(sample_kb, options=serving.ServeOptions(port=8998), tell=lambda words: None)
    assert started == [("http://127.0.0.1:8998/",)]


def test_what_cannot_be_served_is_told_before_anything_is_begun(sample_kb, tmp_path, asked):
    with pytest.raises(StoreError):
        serving.serve(tmp_path / "none", options=serving.ServeOptions(opens=False), tell=lambda words: None)
    with pytest.raises(LensError):
        serving.serve(sample_kb, options=serving.ServeOptions(lens="none", opens=False), tell=lambda words: None)
    assert asked == {}


@pytest.fixture
def running(sample_kb) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A knowledge base served by two processes, with its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = f"ServeOptions({port}, opens=False, workers=2)"
    script = f"from testimonia.workbench.serving import *; serve(Path({str(sample_kb)!r}), options={options}, tell=print)"
    with subprocess.Popen(
        [sys.executable, "-c", script], start_new_session=True, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as server:
        address = f"http://127.0.0.1:{port}/"
        try:
            assert answers(server, address)
            yield server, address
        finally:
            server.kill()


def answers(server: subprocess.Popen[bytes], address: str) -> bool:
    until = time.monotonic() + READY_S
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address) as answer:
                return bool(answer.status == 200)
        except OSError:
            time.sleep(0.1)
    return False


def is_free(address: str) -> bool:
    until = time.monotonic() + READY_S
    while time.monotonic() < until:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", int(address.rstrip("/").rpartition(":")[2]))) != 0:
                return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="signals of a terminal are others there")
def test_one_interrupt_ends_all_processes_without_a_word(running):
    server, address = running
    os.killpg(server.pid, signal.SIGINT)  # as a terminal sends it, to all at once
    _, said = server.communicate(timeout=READY_S)
    assert server.returncode == 0 and said == b""
    assert is_free(address)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of a terminal are others there")
def test_where_the_first_process_is_killed_the_others_leave_the_port(running):
    server, address = running
    server.kill()
    server.wait(READY_S)
    assert is_free(address)
