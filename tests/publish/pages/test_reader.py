"""A document's text with its claims."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.claim import Attribution, Claim, Proposal
from testimonia.model.document import Document, Marked
from testimonia.model.evidence import evidence_at
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.party import Party
from testimonia.model.valid_time import valid_time
from testimonia.publish.catalogue import catalogue_of
from testimonia.publish.pages.reader import Asked, Segment, _Span, reader_page, segments_of

ASKED = Asked()
TEXT = "Menu. The Example Front was founded in 1972, Ana Cruz said. It has an armed wing."
DOCUMENT = Document("d-1", "a.txt", "0" * 64, "text/plain", TEXT, "Title", "Wire", marked=(Marked(0, 5, "menu", "a menu"),))


def claim(words: str, *, predicate: str = "founded", voices: tuple[Party, ...] = (), dated: bool = True) -> Claim:
    start = TEXT.index(words)
    span = evidence_at("d-1", TEXT, start=start, end=start + len(words))
    chain = Attribution((Party("Wire", None, "publisher"), *voices))
    when = valid_time("1972", mode="within") if dated else None
    return Claim("d-1", predicate, Party("Example Front"), chain, (span,), Proposal("t", "t"), when=when)


ANA = Party("Ana Cruz", None, "words", TEXT.index("Ana"), TEXT.index("Ana") + 8)
CLAIMS = (claim("The Example Front was founded in 1972", voices=(ANA,)), claim("It has an armed wing", predicate="capability", dated=False))


def page_of(asked: Asked = ASKED, *, document: Document = DOCUMENT, reviewed=None):
    catalogue = catalogue_of(Knowledge({"d-1": document}, {}, {}, {}, CLAIMS, (), reviewed or {}), Findings())
    return reader_page(catalogue, document, CLAIMS, asked=asked)


def test_words_claims_voices_and_boilerplate_are_marked_where_they_stand():
    segments = page_of().segments
    assert "".join(segment.text for segment in segments) == TEXT
    assert next(s.boilerplate for s in segments if s.text == "Menu.") == "a menu"
    first = next(s for s in segments if s.text.startswith("The Example"))
    assert first.claims == (CLAIMS[0].id,)
    assert first.notes == ((1, CLAIMS[0].id),)
    assert first.anchor
    assert next(s for s in segments if s.is_voice).text == "Ana Cruz"


def test_claims_are_numbered_in_the_order_of_the_text_whatever_the_filter():
    assert [(each.number, each.claim.id) for each in page_of().claims] == [(1, CLAIMS[0].id), (2, CLAIMS[1].id)]
    left = page_of(Asked(what="capability"))
    assert [each.number for each in left.claims] == [2]
    assert (left.shown, left.total) == (1, 2)


def test_filters_know_voices_and_standing():
    page = page_of(reviewed={CLAIMS[0].id: "accepted"})
    assert {facet.value for facet in page.voices} == {"Ana Cruz", "Wire"}
    assert {facet.value: facet.number for facet in page.statuses} == {"undated": 1, "not reviewed": 1, "reviewed": 1}
    assert page_of(Asked(voice="Ana Cruz")).shown == 1
    assert page_of(Asked(status="undated")).claims[0].number == 2
    assert Asked(status="undated").is_filtered
    assert not Asked(at=5).is_filtered


def test_a_long_text_shows_the_part_asked_for_with_its_claims_only():
    long = replace(DOCUMENT, text=TEXT + " word" * 20_000)
    far = page_of(Asked(at=60_000), document=long)
    assert far.claims == ()
    assert (far.shown, far.total) == (2, 2)
    assert far.window == 2
    assert "".join(s.text for s in far.segments) == long.text[far.windows[2] : far.windows[3]]


def test_words_that_go_beyond_a_part_are_marked_in_both():
    span = _Span(5, 15, "c", 1, False)
    assert segments_of("x" * 20, (0, 10), spans=[span])[-1].notes == ((1, "c"),)
    assert segments_of("x" * 20, (10, 20), spans=[span])[0] == Segment(10, "xxxxx", ("c",), ((1, "c"),))


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40), st.booleans()), max_size=12))
def test_however_spans_overlap_the_segments_are_the_text(drawn):
    text = "abcdefghij" * 4
    spans = [_Span(start, min(40, start + length), f"c{n}", n, False, voice) for n, (start, length, voice) in enumerate(drawn)]
    segments = segments_of(text, (0, 40), spans=spans, marked=[Marked(3, 9, "menu", "m")])
    assert "".join(segment.text for segment in segments) == text
    for segment in segments:
        held = {s.claim for s in spans if not s.is_voice and s.start <= segment.start < s.end}
        assert set(segment.claims) == held
