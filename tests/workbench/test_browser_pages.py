"""The pages in a real browser: offline, without a word on the console, accessible in light and dark, and at a phone's width."""

import re
from collections.abc import Iterator

import pytest
from tests.workbench.browsing import IN_BROWSER, served, violations
from tests.workbench.conftest import HOSTILE

from testimonia.store import open_store

pytestmark = IN_BROWSER
PATHS = ("/", "/search?q=moro", "/documents", "/problems", "/sources", "/about", "/help", "/nowhere")


@pytest.fixture(scope="module")
def hostile_address(hostile_kb) -> Iterator[str]:
    """Documents that mean harm, served, with the place where a claim is made by hand."""
    yield from served(hostile_kb, also=frozenset(("/documents/{document}/claims",)))


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
        told = violations(page)
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
    assert violations(page) == []
