"""A correction changes what it names and nothing else."""

from dataclasses import replace

import pytest
from tests.review.desk import FRONT, LASHIO, desk, founded, shelling, span, strength

from testimonia.errors import DecisionError
from testimonia.model.claim import Claim, Value
from testimonia.model.event import EventReport
from testimonia.review.corrections import Change, changed
from testimonia.review.making import FigureDraft, Named


def test_what_is_not_named_stays() -> None:
    claim = changed(desk(), founded(), Change(when="1965-03"), by="anna").record
    assert claim.when is not None
    assert (claim.when.edtf, claim.when.mode) == ("1965-03", "within")
    assert replace(claim, when=founded().when, proposal=founded().proposal) == founded()
    assert (claim.proposal.reader, claim.proposal.rule) == ("coder:anna", "by hand")


def test_every_field_of_a_claim_can_be_changed() -> None:
    change = Change(
        **span("The Karen League denied that it had split from the Shan Front."),
        predicate="split_from",
        polarity="denied",
        stance="denied",
        when="",
        voices=(Named(**span("Karen League"), kind="armed_group"),),
        subject=Named(**span("Karen League"), kind="armed_group"),
        object=Named(**span("Shan Front"), referent=FRONT.id),
    )
    made = changed(desk(), founded(), change, by="anna")
    claim = made.record
    assert isinstance(claim, Claim)
    assert (claim.predicate, claim.polarity, claim.attribution.stance, claim.when) == ("split_from", "denied", "denied", None)
    assert (claim.subject.words, claim.object and claim.object.words) == ("Karen League", "Shan Front")
    assert [voice.words for voice in claim.attribution.voices] == ["The Mandalay Paper", "Karen League"]
    assert claim.evidence[0].start == span("The Karen League")["start"]
    assert [referent.name for referent in made.referents] == ["Karen League"]
    back = changed(desk(), claim, Change(predicate="founded", no_object=True, when="1964"), by="anna").record
    assert isinstance(back, Claim)
    assert back.object is None


def test_a_value_is_given_whole() -> None:
    claim = changed(desk(), strength(), Change(value=Value(low=200, high=300, unit="fighters")), by="anna").record
    assert isinstance(claim, Claim)
    assert claim.value == Value(low=200, high=300, unit="fighters")


def test_every_field_of_a_report_can_be_changed() -> None:
    change = Change(
        type="COERCE",
        status="planned",
        recurrent=False,
        initiator=(),
        target=(Named(**span("Shan Front"), referent=FRONT.id),),
        where=(Named(**span("Lashio"), referent=LASHIO.id),),
        responsibility=(Named(**span("A monk")),),
        figures=(FigureDraft("injured", 1, None),),
        mode="throughout",
    )
    report = changed(desk(), shelling(), change, by="anna").record
    assert isinstance(report, EventReport)
    assert (report.type, report.mode, report.status, report.initiator) == ("COERCE", None, "planned", ())
    assert ([party.words for party in report.target], report.figures[0].what) == (["Shan Front"], "injured")
    assert (report.when and report.when.mode) == "throughout"
    assert changed(desk(), shelling(), Change(event_mode=""), by="anna").record.mode is None  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (Change(type="ASSAULT"), "has no field type"),
        (Change(predicate="split_from"), "needs object"),
        (Change(when="soon"), "no date"),
        (Change(stance="sure"), "stance"),  # type: ignore[arg-type]
        (Change(start=5, end=5), "outside a text"),
        (Change(value=Value(low=1, unit="fighters")), "does not use it"),
    ],
)
def test_what_would_break_the_codebook_is_refused(change: Change, message: str) -> None:
    with pytest.raises(DecisionError, match=message):
        changed(desk(), founded(), change, by="anna")


def test_a_field_of_claims_is_none_of_a_reports() -> None:
    with pytest.raises(DecisionError, match="has no field polarity"):
        changed(desk(), shelling(), Change(polarity="denied"), by="anna")


def test_a_breach_of_the_proposal_itself_hinders_no_correction() -> None:
    odd = replace(founded(), value=Value(text="with pomp"))
    assert changed(desk(), odd, Change(when="1965"), by="anna").record.when != founded().when
