"""What is made by hand is grounded, follows the codebook, and names what the text names."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.review.desk import DOCUMENT, FRAME, FRONT, LASHIO, TEXT, desk, span

from testimonia.errors import DecisionError
from testimonia.model.claim import Claim, Value
from testimonia.model.event import EventReport
from testimonia.review.making import ClaimDraft, Desk, FigureDraft, Made, Named, ReportDraft, frame_of, make_claim, make_report

SPLIT = ClaimDraft(
    **span("The Karen League denied that it had split from the Shan Front."),
    predicate="split_from",
    subject=Named(**span("Karen League"), kind="political_body"),
    object=Named(**span("Shan Front"), referent=FRONT.id),
    voices=(Named(**span("Karen League"), kind="political_body"),),
    stance="denied",
    polarity="denied",
)


def claim_of(made: Made) -> Claim:
    assert isinstance(made.record, Claim)
    return made.record


def test_a_claim_by_hand_has_its_words_its_voices_and_its_maker() -> None:
    made = make_claim(desk(), SPLIT, by="anna")
    claim = claim_of(made)
    assert claim.evidence[0].quote == "The Karen League denied that it had split from the Shan Front."
    assert [voice.words for voice in claim.attribution.voices] == ["The Mandalay Paper", "Karen League"]
    assert claim.attribution.voices[0] == FRAME
    assert (claim.object and claim.object.referent, claim.proposal.reader, claim.proposal.rule) == (FRONT.id, "coder:anna", "by hand")
    (new,) = made.referents
    assert (new.name, new.cls, new.kind) == ("Karen League", "org", "political_body")
    assert claim.subject.referent == new.id
    assert {mention.quote for mention in made.mentions} == {"Karen League", "Shan Front"}
    assert all(TEXT[mention.start : mention.end] == mention.quote for mention in made.mentions)


def test_a_name_that_the_document_has_is_not_made_twice() -> None:
    made = make_claim(desk(), replace(SPLIT, object=Named(**span("Shan Front"), kind="armed_group")), by="anna")
    assert {referent.name for referent in made.referents} == {"Karen League"}
    assert claim_of(made).object == replace(claim_of(make_claim(desk(), SPLIT, by="anna")).object or FRAME)


def test_words_alone_stay_words_and_a_stand_in_stands_for_whom_it_is_said_to() -> None:
    draft = ClaimDraft(
        **span("It had about 300 fighters."),
        predicate="strength",
        subject=Named(**span("It had"), referent=FRONT.id),
        value=Value(low=300, high=300, unit="fighters"),
        voices=(Named(**span("A monk")),),
        stance="estimated",
    )
    claim = claim_of(make_claim(desk(), draft, by="anna"))
    assert (claim.subject.how, claim.attribution.voices[-1].referent) == ("short_name", None)
    unnamed = claim_of(make_claim(desk(), replace(draft, subject=Named(referent=FRONT.id)), by="anna"))
    assert (unnamed.subject.words, unnamed.subject.how, unnamed.subject.start) == ("Shan Front", "topic", None)


@pytest.mark.parametrize(
    ("draft", "message"),
    [
        (replace(SPLIT, object=None), "needs object"),
        (replace(SPLIT, object=Named(**span("Lashio"), referent=LASHIO.id)), "split_from takes"),
        (replace(SPLIT, when="the spring"), "no date"),
        (replace(SPLIT, subject=Named()), "filled by words"),
        (replace(SPLIT, subject=Named(referent="r-none")), "is nothing that d-1 names"),
        (replace(SPLIT, end=SPLIT.start), "outside a text"),
        (replace(SPLIT, subject=Named(0, 10_000, kind="armed_group")), "outside a text"),
    ],
)
def test_what_breaks_the_codebook_or_is_not_in_the_text_is_refused(draft: ClaimDraft, message: str) -> None:
    with pytest.raises(DecisionError, match=message):
        make_claim(desk(), draft, by="anna")


def test_a_report_by_hand_has_its_sides_place_time_and_figures() -> None:
    draft = ReportDraft(
        **span("the front had shelled a camp near Lashio on 3 May 1988"),
        type="ASSAULT",
        mode="heavy-weapons",
        initiator=(Named(**span("the front"), referent=FRONT.id),),
        target=(Named(**span("a camp")),),
        where=(Named(**span("Lashio"), referent=LASHIO.id),),
        figures=(FigureDraft("killed", 2, 2),),
        when="1988-05-03",
        voices=(Named(**span("A monk")),),
        stance="claimed",
    )
    report = make_report(desk(), draft, by="anna").record
    assert isinstance(report, EventReport)
    assert (report.type, report.mode, report.when and report.when.edtf) == ("ASSAULT", "heavy-weapons", "1988-05-03")
    assert ([party.words for party in report.where], report.figures[0].low) == (["Lashio"], 2)
    for wrong in (
        replace(draft, mode="sulking"),
        replace(draft, figures=(FigureDraft("killed"),)),
        replace(draft, figures=(FigureDraft("killed", 3, 2),)),
    ):
        with pytest.raises(DecisionError):
            make_report(desk(), wrong, by="anna")


def test_a_publisher_that_is_unknown_is_no_voice_and_no_hindrance() -> None:
    unknown = Desk(replace(DOCUMENT, publisher=None), desk().referents)
    assert frame_of(unknown) == ()
    assert [voice.words for voice in claim_of(make_claim(unknown, SPLIT, by="anna")).attribution.voices] == ["Karen League"]
    copied = Desk(replace(DOCUMENT, original_publisher="Radio Taunggyi"), desk().referents)
    assert [voice.words for voice in frame_of(copied)] == ["The Mandalay Paper", "Radio Taunggyi"]


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.booleans())
def test_any_selection_of_words_becomes_a_grounded_claim_or_is_refused(start: int, end: int, named: bool) -> None:
    draft = ClaimDraft(start, end, "ideology", Named(start, end, kind="armed_group" if named else None), value=Value(text="federalism"))
    try:
        made = make_claim(desk(), draft, by="anna")
    except DecisionError:
        assert not TEXT[start:end].strip(" .") or start >= end or not any(letter.isalnum() for letter in TEXT[start:end])
        return
    for evidence in made.record.evidence:
        evidence.check(TEXT)
    subject = claim_of(made).subject
    assert TEXT[subject.start : subject.end] == subject.words
