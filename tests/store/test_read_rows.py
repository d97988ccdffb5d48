"""Referents, mentions, claims and event reports survive their tables."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.model.claim import Attribution, Proposal
from testimonia.model.event import EventReport
from testimonia.model.evidence import Evidence
from testimonia.model.party import Party
from testimonia.model.reading import Reading
from testimonia.store.read_rows import (
    claim_from,
    claim_row,
    mention_from,
    mention_row,
    referent_from,
    referent_row,
    report_from,
    report_party_rows,
    report_row,
)

from . import strategies

READINGS = strategies.documents().flatmap(strategies.readings)
READER = "grammar 1"
BY_READER = {"reader": READER}
"""What a query adds from the reading."""


@settings(max_examples=25)
@given(READINGS)
def test_every_record_of_a_reading_comes_back_as_it_was(reading: Reading) -> None:
    assert [referent_from(referent_row(referent)) for referent in reading.referents] == list(reading.referents)
    assert [mention_from(mention_row(mention)) for mention in reading.mentions] == list(reading.mentions)
    assert [claim_from(claim_row(claim, reader=READER) | BY_READER) for claim in reading.claims] == list(reading.claims)
    assert [report_from(report_row(report, reader=READER) | BY_READER) for report in reading.reports] == list(reading.reports)


@settings(max_examples=25)
@given(READINGS)
def test_identifiers_in_the_rows_are_those_of_the_records(reading: Reading) -> None:
    assert [claim_row(claim, reader=READER)["id"] for claim in reading.claims] == [claim.id for claim in reading.claims]
    assert [report_row(report, reader=READER)["id"] for report in reading.reports] == [report.id for report in reading.reports]


@settings(max_examples=25)
@given(READINGS, st.data())
def test_columns_for_queries_hold_what_the_record_says(reading: Reading, data: st.DataObject) -> None:
    for claim in reading.claims:
        row = claim_row(claim, reader=READER)
        assert (row["start"], row["end"]) == (claim.evidence[0].start, claim.evidence[0].end)
        assert row["subject_referent"] == claim.subject.referent
        assert row["edtf"] == (None if claim.when is None else claim.when.edtf)


@settings(max_examples=10)
@given(READINGS)
def test_a_claim_that_another_reader_reads_the_same_is_the_same_row(reading: Reading) -> None:
    for claim in reading.claims:
        by_next = replace(claim, proposal=replace(claim.proposal, reader="grammar 2"))
        by_this = replace(claim, proposal=replace(claim.proposal, reader=READER))
        assert claim_row(by_next, reader="grammar 2") == claim_row(by_this, reader=READER)


def test_a_party_twice_on_one_side_gives_one_row() -> None:
    party = Party("the Kachin Independence Army", "r-1", "name")
    report = EventReport(
        document="d-1",
        type="ASSAULT",
        attribution=Attribution(()),
        evidence=(Evidence("d-1", 0, 1, "a"),),
        proposal=Proposal("grammar 1", "attack"),
        initiator=(party, party, Party("unknown gunmen")),
        target=(party,),
    )
    assert [(row["slot"], row["referent"]) for row in report_party_rows(report)] == [("initiator", "r-1"), ("target", "r-1")]
