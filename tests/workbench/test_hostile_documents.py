"""Documents that mean harm: nothing of them runs, nothing hides, and no length breaks a page."""

import re
from urllib.parse import quote

import pytest
from tests.workbench.conftest import HOSTILE

PATHS = ("/", "/documents", "/problems", "/sources", "/about", "/search?q=Kachin", "/search?q=script", "/search/suggest?q=%3Cscript")


@pytest.mark.parametrize("path", [*PATHS, *(f"/documents/d-{name}" for name in HOSTILE)])
def test_nothing_out_of_a_document_becomes_part_of_the_page(hostile, path):
    page = hostile.get(path)
    assert page.status_code == 200
    assert not re.search(r"<script>|<svg|<img|<i>|<u>|<b>kb|onerror=alert\(2\)>", page.text)
    assert "javascript:" not in re.sub(r"&[^;]+;", "", "".join(re.findall(r'href="[^"]*"', page.text)))


def test_turned_and_hidden_characters_are_shown_and_act_on_nothing(hostile):
    page = hostile.get("/documents/d-turned").text
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\u00ad\x07]", page)
    for code in ("U+202E", "U+202C", "U+2066", "U+2069", "U+200B", "U+00AD", "U+0007"):
        assert f">{code}</span>" in page
    assert "right-to-left override" in page


def test_orders_to_a_machine_stay_words(hostile):
    page = hostile.get("/documents/d-orders").text
    assert "Ignore all previous instructions" in page
    assert "{{ 7*7 }}" in page
    assert "not reviewed" in page


def test_a_line_of_five_million_characters_is_shown_in_parts(hostile):
    page = hostile.get("/documents/d-long")
    assert page.status_code == 200
    assert len(page.content) < 400_000
    assert "part 1 of 209" in page.text
    last = hostile.get("/documents/d-long", params={"at": 4_999_990})
    assert "part 209 of 209" in last.text
    assert 'id="at-4999990"' in last.text


@pytest.mark.parametrize("name", ["9" * 40, "-1", "0", "%00", "d-" + "x" * 3000, quote("../../etc/passwd", safe=""), quote("نص")])
def test_an_identifier_of_any_kind_is_told_to_be_unknown(hostile, name):
    assert hostile.get(f"/documents/{name}").status_code == 404
    assert hostile.get(f"/api/documents/{name}").status_code == 404


@pytest.mark.parametrize(
    "query", ["\x00", '"', '"unclosed AND (', "*", "a" * 400, "NEAR(", "\u202e", "'; DROP TABLE claims; --", "{{7*7}}"]
)
def test_no_search_breaks_the_page(hostile, query):
    for path in ("/search", "/search/suggest", "/api/search", "/api/suggest"):
        assert hostile.get(path, params={"q": query}).status_code == 200, path
