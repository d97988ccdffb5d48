"""Pictures of every page of the workbench over the sample, for the documentation: `make screenshots`.

Each at the width of a laptop and of a phone, in light colours; written to docs/_static/pages. Needs Chromium (CHROMIUM, or on
the path). What is photographed is the real server over a knowledge base built for it.
"""

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from testimonia.pipeline import build
from testimonia.workbench.app import WorkbenchOptions, make_app

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs" / "_static" / "pages"
WIDTHS = {1440: 1000, 390: 844}
PORT = 8769
ACTOR, LENS = "Moro National Liberation Front", '{"name":"reference works","publishers":{"kinds":["encyclopaedia"]}}'


@contextmanager
def served(kb: Path) -> Iterator[str]:
    """Serve a knowledge base on this machine while the pictures are taken."""
    server = uvicorn.Server(uvicorn.Config(make_app(kb, options=WorkbenchOptions(port=PORT)), port=PORT, log_level="error"))
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    while not server.started:
        if not running.is_alive():
            raise SystemExit(f"the workbench cannot be served on port {PORT}")
    try:
        yield f"http://127.0.0.1:{PORT}"
    finally:
        server.should_exit = True
        running.join()


def pages(base: str) -> Mapping[str, str]:
    """Find what to photograph: names of pictures and the paths of their pages."""
    with httpx.Client(base_url=base) as client:
        actor = client.get("/api/actors", params={"beginning": ACTOR}).json()["actors"][0]["name"]["path"]
        events = client.get("/api/events").json()["events"]
        event = max(events, key=lambda told: (told["disputed"], told["reports"]))["id"]
        dispute = client.get("/api/disputes").json()["disputes"][0]["id"]
        document = next(line["id"] for line in client.get("/api/documents").json()["documents"] if "moro" in line["origin"])
    name = actor.removeprefix("/actors/")
    return {
        "home": "/",
        "search": "/search?q=Moro",
        "reader": f"/documents/{document}",
        "actors": "/actors",
        "actor": actor,
        "network": f"{actor}/network",
        "lifelines": f"/lifelines?actor={name}",
        "events": "/events",
        "event": f"/events/{event}",
        "map": "/map",
        "timeline": "/timeline",
        "disputes": "/disputes",
        "dispute": f"/disputes/{dispute}",
        "stemma": f"/stemma/{event}",
        "lens": "/lens",
        "compare": f"/compare?actor={name}&b={LENS}",
        "review": "/review",
        "identity": "/review/identity",
        "documents": "/documents",
        "sources": "/sources",
        "problems": "/problems",
        "about": "/about",
    }


def photograph(browser: Browser, base: str) -> None:
    """Take all pictures anew."""
    OUT.mkdir(parents=True, exist_ok=True)
    for width, height in WIDTHS.items():
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light", reduced_motion="reduce")
        for name, path in pages(base).items():
            page.goto(base + path)
            page.wait_for_timeout(700)  # pictures are laid out after the page is there
            page.screenshot(path=OUT / f"{name}-{width}.png")
            print(OUT / f"{name}-{width}.png")
        page.close()


def main() -> int:
    """Build the sample, serve it, and take the pictures.

    Returns:
        The exit code: 2 where there is no browser.
    """
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("no Chromium here; install it (Debian: chromium) or name it in CHROMIUM", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        build([ROOT / "demo" / "documents"], Path(folder) / "sample")
        with served(Path(folder) / "sample") as base:
            browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            photograph(browser, base)
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
