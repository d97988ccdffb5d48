"""What tests in a real browser share: Chromium, a server on a free port, and what accessibility is checked for.

Chromium is found through CHROMIUM (its path) or by its usual names; without one these tests are skipped.
"""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from testimonia.workbench.app import make_app

CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
IN_BROWSER = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium found; name one in CHROMIUM"),
]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}


def served(kb: Path, *, also: frozenset[str] = frozenset()) -> Iterator[str]:
    """Serve a knowledge base on a port that is free, in a thread; `also` are paths that pages may take to be there."""
    app = make_app(kb)
    app.state.desk = replace(app.state.desk, paths=app.state.desk.paths | also)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def violations(page: Any) -> list[tuple[str, list[str]]]:
    """Ask axe what keeps people from using a page: each rule broken, with the first places where."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    found = axe.Axe().run(page, options=RULES).response["violations"]
    return [(rule["id"], [node["html"][:160] for node in rule["nodes"]][:3]) for rule in found]
