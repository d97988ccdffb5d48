"""Rows of sources and witnesses: what weighing found, and no more; who bears nothing released is no witness of a release."""

from testimonia.model.document import Source
from testimonia.model.stemma import Hub, Link, Witness
from testimonia.publish.released import Released
from testimonia.publish.row_records import source_of, witness_of
from testimonia.publish.stemma_rows import source_row, witness_row, witness_rows

OUTLET = Hub("outlet:the paper", "outlet", "The Paper")
WITNESS = Witness("a martyr in The Paper", "d-1", ("a martyr",), {OUTLET.id: Link(OUTLET, "publisher", "published by The Paper")}, True)


def test_a_source_comes_back_from_its_row():
    source = Source("The Paper", "state", "the army", "ML", "owned by it")
    row = source_row(source)
    assert source_of(row) == source
    assert row["id"] == source_row(Source("The Paper"))["id"] != source_row(Source("Another"))["id"]


def test_a_witness_comes_back_from_its_row_and_loaded_words_are_quoted():
    row = witness_row(WITNESS, ("c-1", "e-1"))
    made = witness_of(row)
    assert (made.id, made.document, made.known, dict(made.links)) == (WITNESS.id, "d-1", True, WITNESS.links)
    assert row["label"] == "“a martyr in The Paper”"
    assert row["claims"] == ["c-1", "e-1"]


def test_only_what_is_released_has_a_witness(knowledge):
    first, second = knowledge.claims[:2]
    rows = witness_rows([first, second], lambda said: WITNESS, released={second.id})
    assert [row["claims"] for row in rows] == [[second.id]]
    assert list(witness_rows([first], lambda said: WITNESS, released=())) == []


def test_a_release_names_the_witness_of_every_claim_and_no_claim_that_it_leaves_out(knowledge, released):
    release = Released(released(knowledge))
    told = {row["id"] for rows in (release.claims(), release.event_reports()) for row in rows}
    assert {claim for row in release.witnesses() for claim in row["claims"]} == told
    assert {claim for row in release.witnesses() for link in row["links"] for claim in link["claims"]} <= told
    assert [row["name"] for row in release.sources()] == ["Sample News"]
