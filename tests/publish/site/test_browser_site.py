"""A site in a real browser, opened from the disk: offline, quiet, accessible in light and dark and at a phone's width, and searched."""

import re
from pathlib import Path

import pytest
from tests.workbench.browsing import CHROMIUM, IN_BROWSER

from testimonia.publish.site.assets import missing_vendor
from testimonia.text.names import fold_name

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe_playwright = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

pytestmark = IN_BROWSER
pictures = pytest.mark.skipif(bool(missing_vendor()), reason=f"built without {', '.join(missing_vendor())}")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"preload": False, "runOnly": {"type": "tag", "values": TAGS}}  # preloading would fetch, which a site forbids
PAGES = (
    *("index.html", "actors.html", "events.html", "disputes.html", "documents.html", "lifelines.html", "map.html", "timeline.html"),
    *("sources.html", "about.html", "data.html", "search.html?q=moro", "actors/n-milf.html", "networks/n-milf.html", "map/n-milf.html"),
    *("events/ev-1.html", "disputes/x-1.html", "documents/d-1.html", "lifelines/n-milf.html", "stemma/ev-1.html"),
)
NAMES = (
    *(
        "The Moro Islamic Liberation Front’s",
        "Jabhat an-Nuṣra",
        "جبهة تحرير مورو",
        "الجيش العربي السوري",
        "جَبْهَة",
        "حزب‌الله",
        "Хизб ут‑Тахрир",
    ),
    *(
        "Ejército de Liberación Nacional (ELN)",
        "U.N.I.T.A.",
        "Straßenkämpfer",
        "ΑΣΦΑΛΕΙΑΣ",
        "İstanbul Tugayı",
        "M–19 / M_19",
        "AK-47's & Co",
        "al-Qa'ida",
    ),
    *(
        "নকশাল বাহিনী",
        "मुक्ति सेना",
        "ปลดปล่อย",
        "민주군",
        "人民解放軍",
        "ｆｕｌｌ ｗｉｄｔｈ",
        "גדודי אל-אקצא",
        "Đắk Lắk",
        "  spaced   out ",
        "El Salvador",
        "ﬁrst №5",
    ),
)


@pytest.fixture(scope="module")
def browser():
    """Chromium."""
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page_of(browser):
    """Opens pages that may ask for nothing but files of the disk; what went wrong on them stands in `page.wrong`."""
    opened = []

    def make(*, width: int = 1440, scheme: str = "light", **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **options)
        opened.append(context)
        page = context.new_page()
        page.wrong = []
        page.on("console", lambda said: page.wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.on("dialog", lambda dialog: (page.wrong.append(dialog.message), dialog.dismiss()))
        context.route(re.compile(r"^(?!file:|data:)"), lambda route: (page.wrong.append(route.request.url), route.abort()))
        return page

    yield make
    for context in opened:
        context.close()


def at(www: Path, path: str) -> str:
    """The address of a file, with what is asked of it."""
    name, _, query = path.partition("?")
    return (www / name).as_uri() + (f"?{query}" if query else "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_every_kind_of_page_is_accessible_quiet_and_no_wider_than_the_screen(page_of, www, width, scheme):
    page = page_of(width=width, scheme=scheme)
    for path in PAGES:
        page.goto(at(www, path), wait_until="load")
        for details in page.query_selector_all("details summary")[:3]:
            details.click()
        found = axe_playwright.Axe().run(page, options=RULES).response["violations"]
        told = [(rule["id"], [node["html"][:160] for node in rule["nodes"]][:3]) for rule in found]
        assert not told, f"{path} at {width} in {scheme}: {told}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than {width}"
        assert page.wrong == [], path


def test_years_and_the_map_of_a_large_release_are_accessible_too(page_of, large):
    page = page_of()
    for path in ("timeline.html", "timeline/2010.html", "events-2.html", "map.html", "timeline/n-milf-2.html"):
        page.goto(at(large, path), wait_until="load")
        assert not axe_playwright.Axe().run(page, options=RULES).response["violations"], path
    assert page.wrong == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("moro islamic", "Moro Islamic Liberation Front"),
        ("جبهة تحرير", "Moro Islamic Liberation Front"),
        ("MILF", "Moro Islamic Liberation Front"),
        ("title of d-2", "Title of d-2"),
    ],
)
def test_the_search_finds_names_in_any_script_and_documents(page_of, www, words, found):
    page = page_of()
    page.goto(at(www, "search.html"))
    page.fill("#page-find", words)
    page.wait_for_selector("#page-find[data-ready]")
    page.wait_for_selector("#search-results a")
    assert page.inner_text("#search-results a >> nth=0") == found
    page.click("#search-results a >> nth=0")
    page.wait_for_load_state()
    assert page.inner_text("h1") == found and page.wrong == []


def test_the_field_on_top_of_a_page_leads_to_the_search(page_of, www):
    page = page_of()
    page.goto(at(www, "actors/n-milf.html"))
    page.keyboard.press("/")
    page.keyboard.type("mamasapano")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=mamasapano")
    page.wait_for_selector("#search-results a")
    assert "Mamasapano" in page.inner_text("#search-results") and page.wrong == []


def test_a_stemma_is_reached_from_an_event_and_leads_to_what_its_witnesses_say(page_of, www):
    page = page_of()
    page.goto(at(www, "events/ev-1.html"))
    page.locator("a[href^='../stemma/']").first.click()
    page.wait_for_url("**/stemma/ev-1.html")
    assert page.locator(".tree-box").count() == 1, "both witnesses hang on one outlet"
    assert "Davao Agency" in page.inner_text(".tree-box") and page.locator(".tree-box .is-hub").count() == 1
    page.locator(".report-number").nth(1).click()
    assert page.evaluate("location.hash") == "#claim-2" and page.locator("#claim-2").is_visible()
    page.locator(".tree-box a[href*='documents/d-2']").first.click()
    page.wait_for_url("**/documents/d-2.html")
    page.goto(at(www, "disputes/x-1.html"))
    assert page.locator("a[href^='../stemma/']").count() >= 1
    assert page.wrong == []


def test_what_is_nowhere_is_said(page_of, www):
    page = page_of()
    page.goto(at(www, "search.html?q=zzzz"))
    page.wait_for_selector("#page-find[data-ready]")
    assert page.inner_text("#search-status").startswith("Nothing answers")


def test_the_browser_folds_names_as_the_program_does(page_of, www):
    page = page_of()
    page.goto(at(www, "search.html"))
    page.wait_for_function("() => Boolean(window.testimoniaFold)")
    folded = page.evaluate("names => names.map(name => window.testimoniaFold(name))", list(NAMES))
    assert dict(zip(NAMES, folded, strict=True)) == {name: fold_name(name) for name in NAMES}


@pictures
def test_the_map_and_the_network_are_drawn_from_the_disk(page_of, www, large):
    page = page_of()
    for file in (at(www, "map.html"), at(large, "map.html")):
        page.goto(file)
        page.wait_for_selector("#map[data-ready]")
        assert page.locator("#map .land").count() == 1 and page.locator("#map .spot").count() > 0
    page.locator("#map .spot").first.press("Enter")
    assert page.locator("#card a").first.get_attribute("href").startswith("events/ev-")
    page.goto(at(www, "networks/n-milf.html"))
    page.wait_for_selector("#network[data-ready]")
    assert page.wrong == []


def test_without_scripts_everything_can_be_read(page_of, www):
    page = page_of(java_script_enabled=False)
    page.goto(at(www, "map.html"))
    assert page.locator(".event-lines a").count() >= 4 and page.is_visible("text=Mamasapano >> nth=0")
    page.goto(at(www, "actors/n-milf.html"))
    assert page.is_visible("text=split from")
    page.goto(at(www, "networks/n-milf.html"))
    assert page.locator("#ties").is_visible() and not page.locator("#network").is_visible()
    page.goto(at(www, "search.html"))
    assert page.is_visible("text=needs scripts") and not page.is_visible("#page-find")


def test_words_that_are_attacks_do_nothing(page_of, hostile):
    page = page_of()
    for file in sorted(hostile.rglob("*.html")):
        page.goto(file.as_uri(), wait_until="load")
        assert page.evaluate("document.querySelectorAll('main img').length") == 0, file
    page.goto(at(hostile, "search.html?q=script"))
    page.wait_for_selector("#search-results a")
    assert page.evaluate("document.querySelectorAll('main img').length") == 0
    assert page.wrong == []
