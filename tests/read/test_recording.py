"""Making records: voices, times, and who stays in words."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read

from testimonia.model.party import Party
from testimonia.read.recording import UNNAMED, _frame_at, _square_brackets

FRAME = (Party("Example Wire", "r-1", "publisher"), Party("Moro Front", "r-2", "issuer"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no brackets", []),
        ("a [gloss] here", [(2, 8)]),
        ("one [a] two [b]", [(4, 6), (12, 14)]),
        ("opened [ twice [ once ]", [(7, 22)]),
        ("closed ] before [ it", []),
        ("[" * 5, []),
    ],
)
def test_square_brackets_reach_from_the_first_opened_to_the_first_closed(text: str, expected: list[tuple[int, int]]) -> None:
    assert _square_brackets(text) == expected


@pytest.mark.parametrize(("offset", "voices"), [(2, 2), (3, 1), (8, 1), (9, 2), (0, 2)])
def test_a_gloss_in_square_brackets_is_the_publishers_own(offset: int, voices: int) -> None:
    assert len(_frame_at(offset, FRAME, [(2, 8)])) == voices


def test_one_claim_told_twice_is_one_with_the_evidence_of_both(read: Callable[..., Read]) -> None:
    claims = read("The Karen Front was founded in 1978.\n\nThe Karen Front was founded in 1978.").reading.claims
    assert [(claim.predicate, len(claim.evidence)) for claim in claims] == [("founded", 2)]


def test_a_private_person_among_the_harmed_is_unnamed(read: Callable[..., Read]) -> None:
    reports = read("On 3 May 2016 gunmen of the Karen Front killed Maria Lopez in Goma.").reading.reports
    assert [party.words for report in reports for party in report.target] == [UNNAMED]
