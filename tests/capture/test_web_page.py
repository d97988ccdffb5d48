"""HTML: the article, what the page states of itself, and no day that it does not state."""

from collections.abc import Callable
from typing import Any

import pytest

from testimonia.capture.piece import Facts, Piece
from testimonia.capture.web_page import capture_web_page, decode_page, extract

PARAGRAPH = "Residents of Bambari said on Friday that the fighters had left their positions along the river before dawn. "
ARTICLE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Fighters leave Bambari | The Daily Example</title>
<meta property="og:title" content="Fighters leave Bambari"><meta property="og:site_name" content="The Daily Example">
<meta name="author" content="Amina Okello">%s</head><body><nav><a href="/">Home</a></nav><article><h1>Fighters leave Bambari</h1>
<p>{PARAGRAPH * 3}</p><p>{PARAGRAPH * 2} Añadió: “No.”</p></article></body></html>"""


def _page(date: str = "") -> str:
    return ARTICLE % date


def test_takes_the_article_and_what_the_page_states() -> None:
    stated = '<meta property="article:published_time" content="2021-03-03T10:15:00+00:00">'
    text, facts, whole = extract(_page(stated), url="https://example.org/a")
    assert text.count("Residents of Bambari") == 5 and "“No.”" in text and "Home" not in text and not whole
    assert facts == Facts(
        title="Fighters leave Bambari",
        publisher="The Daily Example",
        author="Amina Okello",
        published="2021-03-03",
        url="https://example.org/a",
    )


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ('<meta property="article:published_time" content="2021-03-01">', "2021-03-01"),
        ('<meta property="article:published_time" content="2021-03">', "2021-03"),
        ("", None),
    ],
)
def test_a_day_that_the_page_does_not_state_is_not_invented(stated: str, published: str | None) -> None:
    assert extract(_page(stated), url=None)[1].published == published


def test_a_month_in_the_address_stays_a_month() -> None:
    published = extract(_page(), url="https://example.org/2021/03/fighters-leave")[1].published
    assert published in ("2021-03", None)


def test_the_same_page_gives_the_same_text_twice() -> None:
    assert extract(_page(), url=None) == extract(_page(), url=None)


def test_a_page_without_an_article_is_taken_whole_and_says_so(read: Callable[..., Any]) -> None:
    drafts, problems = read(capture_web_page, "a.html", b"<html><body><div>Ceasefire signed.</div></body></html>")
    assert "Ceasefire signed." in drafts[0].text
    assert not problems or problems[0].rule == "capture.whole_page"


def test_where_the_extractor_finds_nothing_the_baseline_is_used(read: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *args, **kwargs: None)
    drafts, problems = read(capture_web_page, "a.html", _page().encode())
    assert "Residents of Bambari" in drafts[0].text
    assert [(problem.rule, problem.fatal) for problem in problems] == [("capture.whole_page", False)]


def test_the_encoding_that_the_page_declares_is_used(read: Callable[..., Any]) -> None:
    page = _page().replace("utf-8", "windows-1252").encode("cp1252")
    drafts, problems = read(capture_web_page, "a.html", page)
    assert "Añadió" in drafts[0].text and drafts[0].encoding == "cp1252" and [problem.rule for problem in problems] == ["capture.encoding"]


def test_an_xml_declaration_does_no_harm() -> None:
    assert "Bambari" in extract('<?xml version="1.0" encoding="utf-8"?>\n' + _page(), url=None)[0]


def test_binary_junk_under_the_name_of_a_page(read: Callable[..., Any]) -> None:
    drafts, problems = read(capture_web_page, "a.html", bytes(range(256)) * 40)
    assert drafts == [] and problems[0].rule == "capture.encoding"


def test_facts_of_a_record_fill_what_the_page_leaves_open() -> None:
    piece = Piece("a.warc!record 1", "record.html", _page().encode(), facts=Facts(url="https://example.org/x", published="../2022-01-01"))
    from testimonia.capture.options import CaptureOptions

    draft = next(iter(capture_web_page(piece, CaptureOptions())))
    assert not isinstance(draft, Piece) and getattr(draft, "facts").url == "https://example.org/x"  # noqa: B009


def test_a_header_s_encoding_comes_before_the_page_s() -> None:
    decoded = decode_page("<meta charset=utf-8><p>Ña".encode("cp1252"), declared="cp1252")
    assert decoded is not None and decoded.encoding == "cp1252"
