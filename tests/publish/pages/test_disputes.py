"""A dispute's page has a column for each position, and takes no side."""

from collections.abc import Callable

import pytest

from testimonia.errors import RecordError
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.disputes import dispute_note, dispute_page

LINES = ("a | North Front | founded | | 1990", "b | North Front | founded | | 1992")


def test_each_position_has_its_claims_and_witnesses(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(*LINES)
    (dispute,) = made.findings.disputes
    page = dispute_page(made, dispute.id)
    sides = {side.holds: (side.witnesses, [claim.quotes[0].document for claim in side.claims]) for side in page.positions}
    assert sides == {"1990": (1, ["a"]), "1992": (1, ["b"])}
    assert page.why == dispute.why


def test_a_note_tells_the_same_in_short(catalogue: Callable[..., Catalogue]) -> None:
    (dispute,) = catalogue(*LINES).findings.disputes
    assert sorted(dispute_note(dispute).sides) == [("1990", 1), ("1992", 1)]


def test_no_such_dispute(catalogue: Callable[..., Catalogue]) -> None:
    with pytest.raises(RecordError, match="no dispute 'x-none'"):
        dispute_page(catalogue(), "x-none")
