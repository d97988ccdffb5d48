"""Claims and event reports in words, with quotation and chain."""

from dataclasses import replace

import pytest

from testimonia.cli.testimony import claim_line, number_range, report_line
from testimonia.model.claim import Value
from testimonia.model.entity import Entity
from testimonia.model.event import Figure
from testimonia.model.knowledge import Knowledge
from testimonia.model.party import Party

from .conftest import PAPER, documents, founded, shelling

DOCUMENT = documents()[0]
FRONT = Entity("n-front", "armed_group", "Moro Islamic Liberation Front", (), ("r-d-aaaa-front",))
KNOWN = Knowledge({DOCUMENT.id: DOCUMENT}, {}, {FRONT.id: FRONT}, {"r-d-aaaa-front": FRONT.id}, (), ())
FOUNDED = founded(DOCUMENT, words=PAPER[:53], year=1977)


def test_a_claim_has_its_quotation_chain_and_place() -> None:
    line = claim_line(FOUNDED, KNOWN)
    assert line.statement == "Moro Islamic Liberation Front founded [1977]"
    assert line.quote == "The Moro Islamic Liberation Front broke away in 1977."
    assert line.voices == "The Davao Paper (asserted)"
    assert line.where == "reports/paper.txt:0-53"
    assert line.data["evidence"] == [{"document": "d-aaaa", "start": 0, "end": 53, "quote": line.quote}]


def test_a_report_has_both_sides_place_figures_and_the_whole_chain() -> None:
    line = report_line(shelling(DOCUMENT), KNOWN)
    assert line.statement == "Moro Islamic Liberation Front ASSAULT (bombard) a camp at Marawi (4 wounded of soldiers)"
    assert line.voices == "The Davao Paper → Moro Islamic Liberation Front (claimed)"
    assert line.data["initiator"] == [{"entity": "n-front", "name": "Moro Islamic Liberation Front", "words": "the front"}]


def test_a_described_party_keeps_its_words_and_is_no_entity() -> None:
    line = claim_line(replace(FOUNDED, subject=Party("unknown gunmen")), KNOWN)
    assert line.statement.startswith("unknown gunmen founded")
    assert line.data["subject"] == {"entity": None, "name": "unknown gunmen", "words": "unknown gunmen"}


def test_another_name_is_not_said_of_itself() -> None:
    alias = replace(FOUNDED, predicate="known_as", subject=Party("The front", "r-d-aaaa-front"), value=Value(text=FRONT.name), when=None)
    assert claim_line(alias, KNOWN).statement == "The front known_as “Moro Islamic Liberation Front”"


def test_a_denial_and_a_status_are_never_dropped() -> None:
    assert "not founded" in claim_line(replace(FOUNDED, polarity="denied"), KNOWN).statement
    assert report_line(replace(shelling(DOCUMENT), status="denied"), KNOWN).statement.endswith("[denied]")


def test_nought_is_stated_and_nothing_is_not() -> None:
    figure = Figure("dead", None, 0, 0)
    assert "(0 dead)" in report_line(replace(shelling(DOCUMENT), figures=(figure,)), KNOWN).statement
    assert claim_line(replace(FOUNDED, value=Value(low=0, unit="tanks")), KNOWN).data["value"] == {"low": 0, "unit": "tanks"}


def test_two_quotations_are_shown_apart() -> None:
    both = replace(FOUNDED, evidence=(*FOUNDED.evidence, *shelling(DOCUMENT).evidence))
    assert " […] " in claim_line(both, KNOWN).quote


@pytest.mark.parametrize(
    ("low", "high", "words"), [(0, 0, "0"), (3, 3, "3"), (3, 9, "3-9"), (3, None, "at least 3"), (None, 9, "at most 9"), (None, None, "")]
)
def test_bounds_read_as_people_write_them(low: int | None, high: int | None, words: str) -> None:
    assert number_range(low, high) == words
