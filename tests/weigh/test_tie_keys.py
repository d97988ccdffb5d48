"""Keys: what may be one happening meets, and a crowded place costs no more for each report."""

import pytest

from testimonia.weigh.accounts import accounts_of
from testimonia.weigh.tellings import tellings_of
from testimonia.weigh.tie_keys import COMPARED, candidates

MODES = ("explosives", "firearms", "aerial", "heavy-weapons", "drone")
VICTIMS = ("soldiers", "police", "a market", "villagers", "a school", "worshippers", "a convoy")


def met(knowledge_of, *lines):
    documents = {key: f"Paper {key}; 2015-06-01" for key in "abc"}
    return pairs(tellings_of(accounts_of(knowledge_of(documents=documents, reports=lines))))


def pairs(tellings):
    return set(zip(*(places.tolist() for places in candidates(tellings)), strict=True))


def crowd(size):
    """As many tellings of one town on one day, no two alike."""
    reports = [
        f"d{n} | ASSAULT {MODES[n % 5]} | Group {n % 11} -> ~{VICTIMS[n % 7]} | Aleppo | 2015-05-20 | killed {3 + n}" for n in range(size)
    ]
    return {"documents": {f"d{n}": f"Paper {n}; 2015-06-01" for n in range(size)}, "reports": reports, "kinds": {"Aleppo": "place"}}


@pytest.mark.parametrize(
    "other",
    [
        "b | ASSAULT | ~gunmen -> ~residents | Owo | 2015-05-20",
        "b | ASSAULT | ISWAP -> ~people | Ondo State | 2015-05-18/2015-05-24 | killed 40",
        "b | ASSAULT | ~attackers -> ~a church | Ondo State | 2015-05 | killed 40",
        "b | COERCE raid | ISWAP -> ~a church | | 2015 | killed 40",
        "b | ASSAULT | ISWAP -> ~a church | Owo | | killed 40",
        "b | ASSAULT | Nigerian Police -> ISWAP | | 2015-05",
        "a | ASSAULT | -> ~people | | | killed 7",
    ],
)
def test_what_may_be_one_happening_meets(knowledge_of, other):
    assert met(knowledge_of, "a | ASSAULT | ISWAP & Nigerian Police -> ~worshippers | Owo | 2015-05-20 | killed 40", other) == {(0, 1)}


@pytest.mark.parametrize(
    "other",
    [
        "b | PROTEST | ISWAP -> ~worshippers | Owo | 2015-05-20 | killed 40",
        "b | ASSAULT | ADF -> ~a bus | Beni | 2015-05-20",
        "b | ASSAULT | ISWAP -> ~worshippers | Owo | 2015-05-20 | killed 40 | recurrent",
        "b | ASSAULT | ISWAP -> ~soldiers | Owo | 2014-05-20",
    ],
)
def test_what_has_too_little_in_common_never_meets(knowledge_of, other):
    assert met(knowledge_of, "a | ASSAULT | ISWAP -> ~worshippers | Owo | 2015-05-20 | killed 40", other) == set()


def test_ten_thousand_tellings_of_one_town_on_one_day_are_not_compared_each_with_all(knowledge_of):
    tellings = tellings_of(accounts_of(knowledge_of(**crowd(10_000))))
    assert len(tellings) == 10_000
    earlier, later = candidates(tellings)
    assert len(earlier) <= COMPARED * len(tellings)
    assert len(pairs(tellings)) == len(earlier)
    assert (earlier < later).all()


def test_in_a_crowd_those_meet_first_that_share_most(knowledge_of):
    crowded = crowd(400)
    crowded["documents"]["z"] = "Paper z; 2015-06-01"
    crowded["reports"].append("z | ASSAULT explosives | Group 5 -> ~soldiers | Aleppo | 2015-05-20 | killed 38")
    accounts = accounts_of(knowledge_of(**crowded))
    like = next(place for place, account in enumerate(accounts) if account.report.document == "d35")
    last = next(place for place, account in enumerate(accounts) if account.report.document == "z")
    assert (like, last) in pairs(tellings_of(accounts))
