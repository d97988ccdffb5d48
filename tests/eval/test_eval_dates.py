"""Dates are compared as TIMEX3 writes them, one to one, and what is no calendar date is left out of both sides."""

import pytest
from eval.dates import Item, compare, is_dev, pair_items, scores, timex_values


@pytest.mark.parametrize(
    ("edtf", "values"),
    [
        ("2005~", ("2005",)),
        ("2005-03-04", ("2005-03-04",)),
        ("2007/..", ("2007",)),
        ("../1994-05", ("1994-05",)),
        ("199X~", ("199",)),
        ("18XX", ("18",)),
        ("2011-21", ("2011-SP",)),
        ("1996-07/1996-09", ("1996-Q3",)),
        ("1996-07/1996-12", ("1996-H2",)),
        ("2019-02-11/2019-02-17", ("2019-W07",)),
        ("2019-02-16/2019-02-17", ("2019-W07-WE",)),
        ("2010/2011", ("2010", "2011")),
        ("XXXX-09-26", ("XXXX-09-26",)),
        ("[2012-03-04,2012-04-03]", ("[2012-03-04,2012-04-03]",)),
    ],
)
def test_edtf_is_put_in_the_way_of_timex3(edtf, values):
    assert timex_values(edtf) == values


def test_items_are_paired_once_and_what_is_left_out_counts_for_nobody():
    text = "x" * 100
    key = [Item(0, 10, "2005"), Item(20, 30, "2006")]
    read = [Item(5, 12, "2005"), Item(8, 14, "2007"), Item(40, 50, "2008"), Item(60, 70, "2009")]
    compared = pair_items(text, key=key, left_out=[(45, 55)], read=read)
    assert [(a.value, b.value) for a, b in compared.pairs] == [("2005", "2005")]
    assert compared.missed == (Item(20, 30, "2006"),)
    assert compared.extra == (Item(8, 14, "2007"), Item(60, 70, "2009"))


def test_value_and_extent_are_scored_apart_and_prepositions_cut():
    text = "It has ruled since 2005 and left in early 2006 again."
    key = [Item(19, 23, "2005"), Item(36, 46, "2006")]
    read = [Item(13, 23, "2005"), Item(42, 46, "2007")]
    found = scores([pair_items(text, key=key, left_out=[], read=read)])
    assert found == {"found": (1.0, 1.0, 1.0), "value": (0.5, 0.5, 0.5), "extent": (0.5, 0.5, 0.5)}


def test_nothing_to_compare_scores_nothing():
    assert scores([]) == dict.fromkeys(("found", "value", "extent"), (0.0, 0.0, 0.0))


def test_a_document_is_read_with_its_date_and_compared_with_its_calendar_dates_alone():
    text = "They met yesterday, from 2001 to 2003 and for two years now."
    timex = [
        {"start": 9, "end": 18, "type": "DATE", "value": "2019-02-19"},
        {"start": 25, "end": 29, "type": "DATE", "value": "2001"},
        {"start": 33, "end": 37, "type": "DATE", "value": "2003"},
        {"start": 46, "end": 55, "type": "DURATION", "value": "P2Y"},
        {"start": 56, "end": 59, "type": "DATE", "value": "PRESENT_REF"},
    ]
    compared = compare({"text": text, "dct": "2019-02-20T10:00", "timex": timex})
    assert [(a.value, b.value) for a, b in compared.pairs] == [("2019-02-19",) * 2, ("2001",) * 2, ("2003",) * 2]
    assert (compared.missed, compared.extra) == ((), ())


def test_the_halves_are_told_by_the_name_alone_and_both_hold_documents():
    halves = [is_dev(f"document-{n}") for n in range(200)]
    assert halves == [is_dev(f"document-{n}") for n in range(200)]
    assert 60 < sum(halves) < 140
