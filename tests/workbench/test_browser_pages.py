"""The pages in a real browser: offline, without a word on the console, accessible in light and dark, and at a phone's width.

Chromium is found through TESTIMONIA_CHROMIUM (its path) or by its usual names; without one these tests are skipped.
"""

import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import uvicorn
from tests.workbench.conftest import HOSTILE

from testimonia.store import open_store
from testimonia.workbench.app import make_app

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe_playwright = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

CHROMIUM = os.environ.get("TESTIMONIA_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium found; name one in TESTIMONIA_CHROMIUM"),
]
PATHS = ("/", "/search?q=moro", "/documents", "/problems", "/sources", "/about", "/help", "/nowhere")
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


@pytest.fixture(scope="module")
def address(sample_kb) -> Iterator[str]:
    """The sample, served."""
    yield from served(sample_kb)


@pytest.fixture(scope="module")
def hostile_address(hostile_kb) -> Iterator[str]:
    """Documents that mean harm, served, with the place where a claim is made by hand."""
    yield from served(hostile_kb, also=frozenset(("/documents/{document}/claims",)))


@pytest.fixture(scope="module")
def browser():
    """Chromium."""
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page_of(browser):
    """Opens pages that may ask nobody but the workbench; what went wrong on them stands in `page.wrong`."""
    opened = []

    def make(*, width: int = 1440, scheme: str = "light", **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **options)
        opened.append(context)
        page = context.new_page()
        page.wrong = []
        page.on("console", lambda said: page.wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        context.route(re.compile(r"^https?://(?!127\.0\.0\.1)"), lambda route: (page.wrong.append(route.request.url), route.abort()))
        return page

    yield make
    for context in opened:
        context.close()


@pytest.fixture(scope="module")
def longest(sample_kb) -> str:
    """The path of the sample's longest document."""
    with open_store(sample_kb, create=False) as store:
        return "/documents/" + max(store.documents(), key=lambda document: len(document.text)).id


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_is_accessible_quiet_and_no_wider_than_the_screen(page_of, address, longest, width, scheme):
    page = page_of(width=width, scheme=scheme)
    for path in (*PATHS, longest):
        page.goto(address + path, wait_until="load")
        for details in page.query_selector_all("details.evidence summary")[:3]:
            details.click()
        found = axe_playwright.Axe().run(page, options=RULES).response["violations"]
        told = [(rule["id"], [node["html"][:160] for node in rule["nodes"]][:3]) for rule in found]
        assert not told, f"{path} at {width} in {scheme}: {told}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than {width}"
    page.wrong = [words for words in page.wrong if "404" not in words]  # the browser's own word on /nowhere
    assert page.wrong == []


def test_the_slash_goes_to_the_search_and_suggestions_are_walked_by_keys(page_of, address):
    page = page_of()
    page.goto(address + "/")
    page.keyboard.press("/")
    page.keyboard.type("moro nat", delay=15)
    page.wait_for_selector("#suggestions a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/actors/|/search"))
    assert page.wrong == [] or all("404" in words for words in page.wrong)


def test_the_question_mark_opens_the_help(page_of, address):
    page = page_of()
    page.goto(address + "/documents")
    page.keyboard.press("?")
    page.wait_for_url("**/help")
    assert page.title().startswith("Keyboard")


def test_the_skip_link_comes_first_and_leads_to_the_content(page_of, address):
    page = page_of()
    page.goto(address + "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_in_the_reader_keys_walk_through_claims_and_light_their_words(page_of, address, longest):
    page = page_of()
    page.goto(address + longest)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("o")
    claim = page.evaluate("document.querySelector('.claim.is-lit').id")
    assert claim == page.evaluate("document.querySelectorAll('.reader-claims .claim')[1].id")
    assert page.evaluate("document.querySelectorAll('mark.is-lit').length") >= 1
    assert page.evaluate("document.querySelectorAll('.reader-claims details')[1].open")
    assert page.wrong == []


def test_the_pages_can_be_read_without_script(page_of, address, longest):
    page = page_of(java_script_enabled=False)
    page.goto(address + longest)
    page.click("details.evidence summary >> nth=0")
    assert page.is_visible("figure.quote >> nth=0")
    page.click("a.note >> nth=0")
    assert "#" in page.url


def test_documents_that_mean_harm_run_nothing(page_of, hostile_address):
    page = page_of()
    documents = [f"/documents/d-{name}" for name in (*HOSTILE, "long")]
    for path in (*documents, "/problems", "/search?q=Kachin"):
        page.goto(hostile_address + path)
        assert page.evaluate("document.querySelectorAll('main script, main img, main svg').length") == 0
    assert page.wrong == []


def test_arabic_runs_from_right_to_left_inside_an_english_page(page_of, address, longest):
    page = page_of()
    page.goto(address + "/search?q=" + "هيئة")
    runs = page.evaluate(
        "[...document.querySelectorAll('bdi, q, blockquote')].filter(e => /^[\\u0600-\\u06ff]/.test(e.textContent.trim()))"
        ".map(e => getComputedStyle(e).direction)"
    )
    assert runs
    assert set(runs) == {"rtl"}


@pytest.mark.parametrize("words", ["was ", "chief", "Next line"])
def test_selected_words_are_offered_as_a_claim_at_their_offsets_whatever_hides_before_them(page_of, hostile_address, words):
    text = HOSTILE["turned"]
    page = page_of()
    page.goto(hostile_address + "/documents/d-turned")
    page.evaluate(
        """words => {
          const walk = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const at = node.data.indexOf(words);
            if (at >= 0) { getSelection().setBaseAndExtent(node, at, node, at + words.length); return; }
          }
        }""",
        words,
    )
    page.wait_for_selector(".selection-bar:not([hidden])")
    page.keyboard.press("c")
    page.wait_for_selector("dialog[open]")
    start, end = (int(page.input_value(f"input[name={name}]")) for name in ("start", "end"))
    assert text[start:end] == words
    found = axe_playwright.Axe().run(page, options=RULES).response["violations"]
    assert [rule["id"] for rule in found] == []
