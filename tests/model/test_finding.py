"""A finding is identified by what it rests on, whatever the order it was found in."""

import pytest

from testimonia.model.finding import Agreed, Corroboration, Dispute, Position


def _dispute(*positions: Position, rule: str = "founding") -> Dispute:
    return Dispute("x-1", positions, "two founding years", rule)


def test_the_claims_of_a_dispute_are_those_of_all_positions():
    assert _dispute(Position("1964", ("c-2", "c-3"), 2), Position("1966", ("c-1",), 1)).claims == ("c-2", "c-3", "c-1")


def test_a_dispute_is_the_same_in_whatever_order_its_positions_were_found():
    one, other = Position("1964", ("c-2",), 1), Position("1966", ("c-1",), 1)
    assert _dispute(one, other).id == _dispute(other, one).id


def test_another_rule_makes_another_dispute():
    one, other = Position("1964", ("c-2",), 1), Position("1966", ("c-1",), 1)
    assert _dispute(one, other).id != _dispute(one, other, rule="denial").id


def test_a_corroboration_is_the_same_in_whatever_order_its_claims_were_found():
    assert Corroboration("x", ("c-1", "c-2"), True, 2, "").id == Corroboration("x", ("c-2", "c-1"), True, 2, "").id


def test_one_more_claim_makes_another_corroboration():
    assert Corroboration("x", ("c-1", "c-2"), True, 2, "").id != Corroboration("x", ("c-1", "c-2", "c-3"), True, 2, "").id


@pytest.mark.parametrize(
    ("agreed", "words"),
    [
        (Agreed("year", "1977"), "the year 1977"),
        (Agreed("period", "1970/1979"), "the time from 1970 to 1979"),
        (Agreed("period", "1969/.."), "the time from 1969 on"),
        (Agreed("period", "../2005"), "the time until 2005"),
        (Agreed("number", "40", "members"), "40 members"),
        (Agreed("range", "30/40", "members"), "30 to 40 members"),
        (Agreed("at_least", "8", "groups"), "at least 8 groups"),
        (Agreed("at_most", "9"), "at most 9"),
    ],
)
def test_what_is_agreed_reads_as_a_person_would_say_it(agreed: Agreed, words: str) -> None:
    assert agreed.words == words
