"""Which claims a stemma is of, and what is said of the path between two."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from testimonia.cli.view import Shelf
from testimonia.cli.view_stemma import Asked, asked_for, path_lines, stemma_data
from testimonia.model.stemma import NO_PUBLISHER, Hub, Link, Stemma, Witness
from testimonia.store import open_store

FRONT = Hub("body:front", "body", "Example Front")


def witness(name: str, *, hangs: bool, known: bool = True) -> Witness:
    return Witness(name, name, (), {FRONT.id: Link(FRONT, "voice", "goes back to it")} if hangs else {}, known)


ONE, TWO, OTHER, UNKNOWN = (
    witness("One", hangs=True),
    witness("Two", hangs=True),
    witness("Other", hangs=False),
    witness("?", hangs=False, known=False),
)
STEMMA = Stemma("x", (ONE, TWO, OTHER, UNKNOWN), {"c-1": ONE.id, "c-2": TWO.id, "c-3": OTHER.id, "c-4": UNKNOWN.id, "c-5": ONE.id})


@pytest.fixture
def shelf(kb: Path) -> Iterator[Shelf]:
    with open_store(kb) as store:
        yield Shelf(store, 0)


@pytest.mark.parametrize(
    ("right", "said"),
    [
        ("c-2", "One and Two: both go back to Example Front."),
        ("c-3", "One and Other are independent: no path joins them."),
        ("c-4", f"One and ?: {NO_PUBLISHER}."),
        ("c-5", "One is the witness of both."),
        ("c-9", "One of the two is left out, so nothing can be said of both."),
    ],
)
def test_a_path_is_told_in_sentences(right: str, said: str) -> None:
    assert path_lines(STEMMA, "c-1", right) == (said,)


def test_a_report_brings_its_events_reports_and_an_event_its_own(shelf: Shelf) -> None:
    event = shelf.findings.events[0]
    by_report, by_event = asked_for(shelf, event.reports[0]), asked_for(shelf, event.id)
    assert isinstance(by_report, Asked)
    assert isinstance(by_event, Asked)
    assert by_report.claims == by_event.claims == event.reports


def test_data_has_every_witness_with_its_claims() -> None:
    told = stemma_data(STEMMA)
    assert [witness["claims"] for witness in told["witnesses"]] == [["c-1", "c-5"], ["c-2"], ["c-3"], ["c-4"]]
    assert told["independent"] == 2
