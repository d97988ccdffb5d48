"""Review in a real browser: by keys alone and fast, in two tabs, over a server that is killed, offline and accessible."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.workbench.browsing import IN_BROWSER, violations

from testimonia.review import questions
from testimonia.store import open_store

pytestmark = IN_BROWSER
SERVE = """
import sys
from pathlib import Path
from testimonia.workbench.serving import ServeOptions, serve
serve(Path(sys.argv[1]), options=ServeOptions(port=int(sys.argv[2]), opens=False), tell=lambda words: None)
"""


class Server:
    """The workbench in a process of its own, which can be killed and started again at the same address."""

    def __init__(self, kb: Path) -> None:
        self.kb = kb
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen([sys.executable, "-c", SERVE, str(self.kb), str(self.port)], start_new_session=True)
        for _ in range(300):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            assert self.process.poll() is None, "the server ended"
            time.sleep(0.1)
        raise AssertionError("the server does not answer")

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)  # it and the processes that it serves with, all at once
        self.process.wait()


@pytest.fixture
def kb(sample_kb, tmp_path) -> Path:
    """A copy of the sample."""
    return Path(shutil.copytree(sample_kb, tmp_path / "own"))


@pytest.fixture
def server(kb) -> Iterator[Server]:
    """The workbench over the copy."""
    made = Server(kb)
    yield made
    made.kill()


@pytest.fixture
def page_of(browser, server):
    """Opens a browser of somebody's own; what went wrong, and what was asked of other hosts, stands in `page.wrong`."""
    opened = []

    def make(name: str | None, *, width: int = 1440, scheme: str = "light"):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        opened.append(context)
        if name:
            context.add_cookies([{"name": "testimonia_coder", "value": name, "url": server.address}])
        page = context.new_page()
        page.wrong = []
        page.on("console", lambda said: page.wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        context.route(re.compile(r"^https?://(?!127\.0\.0\.1)"), lambda route: (page.wrong.append(route.request.url), route.abort()))
        return page

    yield make
    for context in opened:
        context.close()


def record_of(page) -> str:
    return page.get_attribute("#focus", "data-record")


def decided(kb: Path) -> list:
    with open_store(kb, create=False) as store:
        return [one for one in store.decisions() if one.verdict != "COMMENTED"]


def wait_for(holds, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.05)


def test_thirty_keys_pressed_fast_are_thirty_decisions_each_on_its_own(page_of, server, kb):
    with open_store(kb, create=False) as store:
        waiting = [one.record.id for one in questions(store, limit=30)]
    page = page_of("anna")
    page.goto(server.address + "/review")
    for number in range(30):
        page.keyboard.press("ar"[number % 2])
    wait_for(lambda: len(decided(kb)) == 30)
    page.wait_for_timeout(500)
    taken = decided(kb)
    assert [one.record for one in taken] == waiting
    assert [one.verdict for one in taken] == ["ACCEPTED", "REJECTED"] * 15
    assert page.wrong == []


def test_the_whole_of_review_by_keys_alone(page_of, server, kb):
    page = page_of(None)
    page.goto(server.address + "/review")
    page.keyboard.press("a")
    page.keyboard.type("anna")
    page.keyboard.press("Enter")
    page.wait_for_selector("fieldset:not([disabled])")
    page.wait_for_load_state("load")  # keys are heard from here on
    first = record_of(page)
    page.keyboard.press("j")
    page.wait_for_function("record => document.querySelector('#focus').dataset.record !== record", arg=first)
    page.keyboard.press("k")
    page.wait_for_function("record => document.querySelector('#focus').dataset.record === record", arg=first)
    page.keyboard.press("m")
    page.keyboard.type("compare the letter")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".said.is-ok")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.wait_for_selector("#keys[open]")
    page.keyboard.press("Escape")
    page.goto(server.address + "/review?kind=claim")
    claim = record_of(page)
    page.keyboard.press("c")
    page.wait_for_selector("#f-when")
    page.wait_for_load_state("load")
    page.focus("#f-when")
    page.keyboard.press("Control+A")
    page.keyboard.type("1987-05~")
    page.wait_for_selector("#edtf-read.is-good")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".said.is-ok")
    page.wait_for_load_state("load")
    assert record_of(page) != claim
    page.keyboard.press("u")
    page.wait_for_function("record => document.querySelector('#focus').dataset.record === record", arg=claim)
    page.keyboard.press("s")
    page.wait_for_function("record => document.querySelector('#focus').dataset.record !== record", arg=claim)
    assert [one.verdict for one in decided(kb)] == ["CORRECTED", "WITHDRAWN"]
    with open_store(kb, create=False) as store:
        assert [one.comment for one in store.decisions(record=first) if one.verdict == "COMMENTED"] == ["compare the letter"]
    assert page.wrong == []


def test_of_two_tabs_the_second_is_told_and_its_later_keys_decide_nothing(page_of, server, kb):
    anna, clara = page_of("anna"), page_of("clara")
    anna.goto(server.address + "/review")
    clara.goto(server.address + "/review")
    record = record_of(anna)
    assert record_of(clara) == record
    anna.keyboard.press("r")
    anna.wait_for_selector(".said.is-ok")
    for _ in range(4):
        clara.keyboard.press("a")
    clara.wait_for_selector(".said.is-conflict")
    assert "anna rejected it meanwhile" in clara.inner_text(".said")
    assert record_of(clara) == record
    clara.wait_for_timeout(300)
    assert [(one.by, one.verdict) for one in decided(kb)] == [("anna", "REJECTED")]
    clara.keyboard.press("a")  # goes to the reason: others have decided here
    clara.keyboard.type("the facsimile has it")
    clara.keyboard.press("Tab")
    clara.check("[name=settle]")
    clara.click("[data-does=a]")
    clara.wait_for_selector(".said.is-ok")
    with open_store(kb, create=False) as store:
        assert store.standing(record).state == "accepted"
    assert [words for words in clara.wrong if "409" not in words] == []


def test_a_server_killed_and_started_again_has_lost_nothing(page_of, server, kb):
    page = page_of("anna")
    page.goto(server.address + "/review")
    for _ in range(5):
        page.keyboard.press("a")
    wait_for(lambda: len(decided(kb)) == 5)
    page.wait_for_timeout(300)
    record = record_of(page)
    server.kill()
    for _ in range(3):
        page.keyboard.press("a")
    page.wait_for_selector(".said.is-wrong")
    assert "does not answer" in page.inner_text(".said")
    server.start()
    assert len(decided(kb)) == 5
    assert record_of(page) == record
    page.keyboard.press("r")
    wait_for(lambda: len(decided(kb)) == 6)
    assert (decided(kb)[-1].record, decided(kb)[-1].verdict) == (record, "REJECTED")


def test_killed_in_the_middle_of_fast_keys_every_answered_decision_is_there(page_of, server, kb):
    page = page_of("anna")
    answered = []
    page.on("response", lambda response: answered.append(response.url) if "/decisions" in response.url and response.ok else None)
    page.goto(server.address + "/review")
    for number in range(20):
        page.keyboard.press("a")
        if number == 12:
            wait_for(lambda: len(decided(kb)) >= 3)
            server.kill()
    page.wait_for_selector(".said.is-wrong")
    server.start()
    kept = [one.record for one in decided(kb)]
    assert len(kept) == len(set(kept)) and 3 <= len(kept) <= 20
    assert {url.split("/records/")[1].split("/")[0] for url in answered} <= set(kept)
    page.goto(server.address + "/review")
    assert record_of(page) not in kept


def test_words_selected_in_the_reader_become_a_claim(page_of, server, kb):
    with open_store(kb, create=False) as store:
        claim = next(
            one for one in store.claims() if one.predicate == "member_of" and one.object and one.subject.how == one.object.how == "name"
        )
    page = page_of("anna")
    page.goto(f"{server.address}/documents/{claim.document}?at={claim.evidence[0].start}")
    page.evaluate(
        "id => { const marks = document.querySelectorAll(`mark[data-claims~='${id}']`); const range = document.createRange();"
        " range.setStartBefore(marks[0]); range.setEndAfter(marks[marks.length - 1]); getSelection().removeAllRanges();"
        " getSelection().addRange(range); }",
        claim.id,
    )
    page.wait_for_selector(".selection-bar:not([hidden])")
    page.keyboard.press("c")
    page.wait_for_selector("#new-claim[open]")
    page.select_option("#new-claim [name=predicate]", "allied_with")
    page.fill("#new-claim [name=subject]", claim.subject.words)
    page.fill("#new-claim [name=object]", claim.object.words)
    page.click("#new-claim button:not([formaction]):not([type])")
    page.wait_for_url(re.compile(r"#c-"))
    made = next(one.made for one in decided(kb) if one.made is not None)
    assert (made.predicate, made.evidence[0].quote) == ("allied_with", claim.evidence[0].quote)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_review_pages_are_accessible_quiet_and_no_wider_than_the_screen(page_of, server, kb, width, scheme):
    with open_store(kb, create=False) as store:
        claim, report = (questions(store, kinds=(kind,), limit=1)[0].record for kind in ("claim", "report"))
        entity = next(one for one in store.entities() if len(one.referents) > 1)
    nameless, page = page_of(None, width=width, scheme=scheme), page_of("anna", width=width, scheme=scheme)
    page.goto(server.address + "/review")
    page.click("[data-does=r]")
    page.wait_for_selector(".said.is-ok")
    paths = [
        "/review",
        f"/review/records/{claim.id}",
        f"/review/records/{claim.id}/correct",
        f"/review/records/{report.id}/correct",
        "/review/progress",
        "/review/identity",
        f"/review/identity/entities/{entity.id}",
        "/review/identity/log",
        f"/documents/{claim.document}/claims/new?start=0&end=40",
        "/sources",
        "/sources/edit?name=Example",
    ]
    for visitor, path in [(nameless, "/review"), *((page, path) for path in paths)]:
        visitor.goto(server.address + path, wait_until="load")
        told = violations(visitor)
        assert not told, f"{path} at {width} in {scheme}: {told}"
        assert visitor.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than {width}"
        assert visitor.wrong == [], path
