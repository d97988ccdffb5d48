"""The application as a whole: every page of the navigation, files, what is described, and many readers at once."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from testimonia.errors import LensError, StoreError
from testimonia.workbench.app import ROUTERS, WorkbenchOptions, make_app

PAGES = ("/", "/documents", "/search", "/search?q=army", "/problems", "/sources", "/about", "/help")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_and_is_whole(client, path):
    page = client.get(path)
    assert page.status_code == 200
    assert page.text.count("<h1") == 1
    assert page.text.rstrip().endswith("</html>")
    assert 'class="skip"' in page.text
    assert 'class="lens-bar"' in page.text


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_script_or_style_in_itself_or_from_elsewhere(client, path):
    text = client.get(path).text
    assert not re.search(r"<script(?![^>]*(src=|application/json))", text)
    assert not re.search(r"<style|\sstyle=|\son\w+=", text)
    assert not re.search(r"(src|href)=[\"'](https?:)?//", text)


def test_every_link_of_the_navigation_leads_to_a_page(client):
    navigation = re.search(r'<nav class="nav".*?</nav>', client.get("/").text, re.S).group()
    paths = re.findall(r'href="([^"]+)"', navigation)
    assert "/documents" in paths
    assert {client.get(path).status_code for path in paths} == {200}


def test_every_file_that_a_page_names_is_there(client):
    for path in re.findall(r'(?:src|href)="(/static/[^"]+)"', client.get("/").text):
        assert client.get(path).status_code == 200, path


def test_the_interface_for_programs_describes_every_answer(client):
    described = client.get("/api/openapi.json").json()
    for path, methods in described["paths"].items():
        assert path.startswith("/api/")
        for method in methods.values():
            done = next(answer for code, answer in method["responses"].items() if code.startswith("2"))
            content = done.get("content", {}).get("application/json", {})
            assert content.get("schema"), f"{path} says nothing of what it gives"


def test_many_read_at_once(client):
    with ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(lambda n: client.get(PAGES[n % len(PAGES)]).status_code, range(40)))
    assert set(codes) == {200}


def test_without_a_knowledge_base_it_says_so(tmp_path):
    with pytest.raises(StoreError, match="no knowledge base there"):
        make_app(tmp_path / "none")


def test_a_lens_that_is_not_there_is_told_before_serving(sample_kb):
    with pytest.raises(LensError, match="there is no lens"):
        make_app(sample_kb, options=WorkbenchOptions(lens="nobody's"))


def test_every_router_has_a_route():
    assert all(router.routes for router in ROUTERS)
