"""A line begins and ends where voices say so, and is drawn as active only between days on which something is claimed of it."""

from collections.abc import Callable

import pytest

from testimonia.errors import RecordError
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.lifelines import MOST_LINES, kin_of, lifelines_of

FAMILY = (
    "a | Old Front | founded | | 1970",
    "b | Old Front | founded | | 1972",
    "a | New Front | split_from | Old Front | 1985",
    "a | New Front | merged_into | Great Front | 1999",
    "a | Dawn Unit | armed_wing_of | Great Front",
    "a | Old Front | dissolved | | 1990",
)


def test_lines_stand_in_the_order_of_their_beginnings(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(*FAMILY)
    drawn = lifelines_of(made, kin_of(made, ["e-Old Front"], steps=3))
    assert [line.name for line in drawn.lines] == ["Old Front", "New Front", "Great Front", "Dawn Unit"]
    assert [(tie.kind, tie.source, tie.target) for tie in drawn.ties] == [
        ("armed_wing_of", "e-Dawn Unit", "e-Great Front"),
        ("split_from", "e-New Front", "e-Old Front"),
        ("merged_into", "e-New Front", "e-Great Front"),
    ]


def test_two_claimed_beginnings_are_both_given_and_marked_as_disputed(catalogue: Callable[..., Catalogue]) -> None:
    (line,) = lifelines_of(catalogue(*FAMILY), ["e-Old Front"]).lines
    assert ([spell.edtf for spell in line.begins], [spell.edtf for spell in line.ends], line.disputed) == (["1970", "1972"], ["1990"], True)


def test_a_line_is_seen_from_the_first_to_the_last_dated_claim_or_event(catalogue: Callable[..., Catalogue]) -> None:
    events = ("a | ASSAULT | North Front -> ~soldiers | | 2003-05-01", "a | ASSAULT | North Front -> ~soldiers | | 2033 | | planned")
    made = catalogue("a | North Front | member_of | River Pact | 2001/2002", reports=events)
    (line,) = lifelines_of(made, ["e-North Front"]).lines
    assert (line.seen_lo, line.seen_hi) == ("2001-01-01", "2003-05-01")


def test_an_undated_body_is_drawn_without_bounds(catalogue: Callable[..., Catalogue]) -> None:
    (line,) = lifelines_of(catalogue("a | North Front | opposes | South Front"), ["e-North Front"]).lines
    assert (line.begins, line.ends, line.seen_lo, line.seen_hi) == ((), (), None, None)


def test_kin_are_found_step_by_step(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(*FAMILY)
    assert kin_of(made, ["e-Old Front"], steps=1) == ("e-Old Front", "e-New Front")
    assert set(kin_of(made, ["e-Old Front"], steps=2)) == {"e-Old Front", "e-New Front", "e-Great Front"}


def test_a_rename_keeps_its_new_name_and_time(catalogue: Callable[..., Catalogue]) -> None:
    (line,) = lifelines_of(catalogue("a | North Front | renamed | Northern Army | 1998"), ["e-North Front"]).lines
    assert [(name, spell.edtf) for name, spell in line.renames] == [("Northern Army", "1998")]


def test_what_does_not_fit_is_listed(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(*(f"a | Unit {number:02} | member_of | River Pact" for number in range(MOST_LINES + 3)))
    drawn = lifelines_of(made, ["e-River Pact", *(f"e-Unit {number:02}" for number in range(MOST_LINES + 3))])
    assert (len(drawn.lines), [name for _, name in drawn.left_out]) == (MOST_LINES, ["Unit 39", "Unit 40", "Unit 41", "Unit 42"])


def test_a_place_has_no_line_and_an_unknown_body_is_refused(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue("a | North Front | operates_in | Hilltown", kinds={"Hilltown": "place"})
    assert lifelines_of(made, ["e-Hilltown"]).lines == ()
    with pytest.raises(RecordError, match="no entity 'e-Nobody'"):
        lifelines_of(made, ["e-Nobody"])
