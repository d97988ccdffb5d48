"""Serving: only on this machine, with a word about what is missing."""

import gc
from dataclasses import replace

import pytest

from testimonia.workbench import serving


@pytest.fixture(autouse=True)
def collector():
    """Leave the collector of garbage as it was."""
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def test_it_listens_on_the_loopback_address_only_and_says_what_is_missing(sample_kb, monkeypatch):
    run, told = {}, []
    monkeypatch.setattr(serving.uvicorn, "run", lambda app, **options: run.update(options))
    made = serving.make_app

    def lacking(kb, *, options):
        app = made(kb, options=options)
        app.state.desk = replace(app.state.desk, missing=("d3.min.js",))
        return app

    monkeypatch.setattr(serving, "make_app", lacking)
    serving.serve(sample_kb, options=serving.ServeOptions(port=8999, opens=False), tell=told.append)
    assert (run["host"], run["port"]) == ("127.0.0.1", 8999)
    assert "d3.min.js" in told[0]
    assert "uv sync --reinstall-package testimonia" in told[0]
    assert "http://127.0.0.1:8999/" in told[-1]


def test_it_opens_the_browser_where_asked(sample_kb, monkeypatch):
    started = []
    monkeypatch.setattr(serving.uvicorn, "run", lambda app, **options: None)
    monkeypatch.setattr(serving.threading.Timer, "start", lambda timer: started.append(timer.args))
    serving.serve(sample_kb, options=serving.ServeOptions(port=8998), tell=lambda words: None)
    assert started == [("http://127.0.0.1:8998/",)]


def test_what_is_loaded_is_put_out_of_the_collectors_sight():
    serving.settle()
    assert gc.get_threshold()[0] == serving.MADE_BETWEEN
    assert gc.get_freeze_count() > 0
