"""Actors, events, pictures and lenses in a real browser: accessible, quiet, and restored exactly from their address."""

import re
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from tests.workbench.browsing import IN_BROWSER, violations

pytestmark = IN_BROWSER


@pytest.fixture(scope="module")
def places(address: str) -> dict[str, str]:
    """The paths of what the sample has most of."""
    with httpx.Client(base_url=address) as client:
        (moro,) = client.get("/api/actors", params={"beginning": "moro national"}).json()["actors"]
        events = client.get("/api/events").json()["events"]
        event = max(events, key=lambda told: told["reports"])["id"]
        dispute = client.get("/api/disputes").json()["disputes"][0]["id"]
    actor = moro["name"]["path"]
    name = actor.removeprefix("/actors/")
    return {
        "actors": "/actors",
        "actor": actor,
        "claims": f"{actor}/claims",
        "network": f"{actor}/network",
        "lifelines": f"/lifelines?actor={name}",
        "events": "/events",
        "event": f"/events/{event}",
        "timeline": "/timeline",
        "map": "/map",
        "disputes": "/disputes",
        "dispute": f"/disputes/{dispute}",
        "stemma": f"/stemma/{event}",
        "lens": "/lens?back=/actors",
        "compare": f"/compare?actor={name}",
    }


def ready(page, name: str) -> None:
    """Wait until the page's picture is drawn."""
    selector = {"network": '#network[data-ready="yes"]', "map": '#map[data-ready="yes"]'}.get(name)
    if selector:
        page.wait_for_selector(selector)


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light")])
def test_every_page_is_accessible_quiet_and_no_wider_than_the_screen(page_of, address, places, width, scheme) -> None:
    page = page_of(width=width, scheme=scheme, reduced_motion="reduce")
    for name, path in places.items():
        page.goto(address + path)
        ready(page, name)
        for summary in page.query_selector_all("main details > summary")[:2]:
            summary.click()
        assert not violations(page), f"{name} at {width} in {scheme}: {violations(page)}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} is wider than {width}"
    assert page.wrong == []


def test_without_scripts_everything_stands_in_words(page_of, address, places) -> None:
    page = page_of(java_script_enabled=False)
    for name in ("network", "map", "lifelines", "timeline"):
        page.goto(address + places[name])
        assert page.locator("main section h2").count() >= 1, name
        assert page.locator("main").inner_text().strip(), name


def test_the_network_keeps_what_was_chosen_in_its_address(page_of, address, places) -> None:
    page = page_of(reduced_motion="reduce")
    page.goto(address + places["network"])
    ready(page, "network")
    before = page.locator("#shown").inner_text()
    page.locator("input[name=kind]").first.uncheck()
    after = page.locator("#shown").inner_text()
    assert after != before
    again = page_of(reduced_motion="reduce")
    again.goto(page.url)
    ready(again, "network")
    assert again.locator("#shown").inner_text() == after
    assert not again.locator("input[name=kind]").first.is_checked()


def test_the_year_of_the_network_is_moved_by_keys(page_of, address, places) -> None:
    page = page_of(reduced_motion="reduce")
    page.goto(address + places["network"])
    ready(page, "network")
    page.locator("#year").focus()
    page.keyboard.press("ArrowRight")
    shown = page.locator("#year-shown").inner_text()
    assert shown.isdecimal()
    assert parse_qs(urlsplit(page.url).query)["year"] == [shown]


def test_a_tie_of_the_lifelines_opens_its_claims(page_of, address, places) -> None:
    page = page_of()
    page.goto(address + places["lifelines"])
    claims = page.locator("#tie-1 details.tie-claims")
    assert claims.get_attribute("open") is None
    page.evaluate("location.hash = 'tie-1'")
    page.wait_for_selector("#tie-1 details.tie-claims[open]")
    assert claims.locator("q").first.is_visible()


def test_places_on_the_map_open_by_keys_and_years_narrow_it(page_of, address, places) -> None:
    page = page_of(reduced_motion="reduce")
    page.goto(address + places["map"])
    ready(page, "map")
    page.locator("#map .spot").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#card:not([hidden]) a")
    before = page.locator("#shown").inner_text()
    first = page.locator("#from")
    first.fill(page.locator("#to").get_attribute("max"))
    first.dispatch_event("change")
    page.locator("#undated").uncheck()
    assert page.locator("#shown").inner_text() != before
    again = page_of(reduced_motion="reduce")
    again.goto(page.url)
    ready(again, "map")
    assert again.locator("#shown").inner_text() == page.locator("#shown").inner_text()


def test_a_lens_goes_round_from_the_editor_over_pages_and_back(page_of, address, places) -> None:
    page = page_of()
    page.goto(address + places["lens"])
    page.locator("input[name='publishers.kinds'][value=encyclopaedia]").check()
    page.locator(".lens-left").filter(has_not_text=re.compile(r"(\d+) of \1 claims")).wait_for()
    page.get_by_role("button", name="Look through it").click()
    page.wait_for_url(re.compile(r"/actors\?lens="))
    assert "publishers: encyclopaedia" in page.locator(".lens-bar").inner_text()
    page.locator("main table a.name").first.click()
    page.wait_for_url(re.compile(r"/actors/[^?]+\?lens="))
    assert "publishers: encyclopaedia" in page.locator(".lens-bar").inner_text()
    page.get_by_role("link", name="edit").click()
    page.wait_for_url(re.compile(r"/lens\?"))
    assert page.locator("input[name='publishers.kinds'][value=encyclopaedia]").is_checked()
    assert page.wrong == []


def test_names_in_arabic_run_in_their_direction(page_of, address, places) -> None:
    with httpx.Client(base_url=address) as client:
        pages = [actor["name"]["path"] for actor in client.get("/api/actors").json()["actors"]]
        named = next(path for path in pages if any(name["script"] == "Arab" for name in client.get(f"/api{path}").json()["names"]))
    page = page_of()
    page.goto(address + named)
    arabic = page.locator("bdi[lang=ar]").first
    assert arabic.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert page.locator("html").evaluate("element => getComputedStyle(element).direction") == "ltr"
