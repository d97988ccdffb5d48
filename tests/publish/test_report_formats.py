"""A report as Markdown and HTML: footnotes lead there and back, and nothing from a document acts."""

import re
from html.parser import HTMLParser

import pytest

from testimonia.publish.report import ActorReport, Chapter, Footnote, Sentence
from testimonia.publish.report_formats import NOTHING_LEFT, report_as_html, report_as_markdown

HOSTILE = "<script>alert(1)</script> [x](javascript:1) *b* \n# head"
ARABIC = "تأسست الجبهة في 1984"
NOTES = tuple(
    Footnote(f"c-{at}", words, ("Radio", "a voice"), "claimed", "report.txt", "2014") for at, words in enumerate((HOSTILE, ARABIC))
)
REPORT = ActorReport(f"Front {HOSTILE}", "armed_group", "press", (Chapter("Names", (Sentence(f"It is called {HOSTILE}.", NOTES),)),))


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.ids, self.links = [], set(), []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append(tag)
        self.ids.add(given.get("id"))
        self.links += [given["href"]] if "href" in given else []


@pytest.fixture
def page():
    parsed = _Page()
    parsed.feed(report_as_html(REPORT))
    return parsed


def test_every_note_is_linked_there_and_back(page):
    assert {link.removeprefix("#") for link in page.links} <= page.ids
    assert {"note-1", "note-2", "use-1", "use-2"} <= page.ids


def test_nothing_from_a_document_acts_and_nothing_is_loaded(page):
    assert not {"script", "img", "link", "iframe"} & set(page.tags)
    assert all(link.startswith("#") for link in page.links)


def test_arabic_words_stand_in_their_direction():
    text = report_as_html(REPORT)
    assert f'<q dir="rtl">{ARABIC}</q>' in text
    assert 'dir="ltr"' in text


def test_markdown_has_each_footnote_once_on_one_line():
    text = report_as_markdown(REPORT)
    assert re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE) == ["1", "2"]
    assert "[^1][^2]" in text
    assert "<script>" not in text.replace("\\<script\\>", "")
    assert text.count("\n# ") == 0


def test_a_lens_that_leaves_nothing_says_so():
    empty = ActorReport("Front", "armed_group", "press", ())
    assert NOTHING_LEFT in report_as_markdown(empty)
    assert NOTHING_LEFT in report_as_html(empty)
