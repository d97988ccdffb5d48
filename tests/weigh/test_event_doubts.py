"""Reports that may be of one event though nothing ties them: what a document sets side by side, and what differs in one thing only."""

import numpy as np
import pytest

from testimonia.weigh.accounts import accounts_of
from testimonia.weigh.event_doubts import denied_side_by_side, doubtful_pairs, told_alike, told_side_by_side
from testimonia.weigh.told import told_of

DOCUMENTS = {"a": "The Daily Example", "b": "Sample News"}
KINDS = {"Jolo": "place", "Goma": "place"}


@pytest.fixture
def prepared(knowledge_of):
    return lambda *reports: list(accounts_of(knowledge_of(documents=DOCUMENTS, kinds=KINDS, reports=reports)))


def test_two_voices_near_each_other_that_count_one_thing_stand_side_by_side(prepared):
    told = prepared(
        "a > Army | ASSAULT | | | | killed 9", "a > Clinic | ASSAULT | | | | killed 35", "a > Clinic | ASSAULT | | | | rockets 4"
    )
    assert [[account.id for account in group] for group in told_side_by_side(told)] == [[account.id for account in told[:2]]]


def test_two_voices_far_from_each_other_do_not(prepared):
    far = ["a > Scholar | CONSULT | ASG -> MILF"] * 60
    told = prepared("a > Army | ASSAULT | | | | killed 9", *far, "a > Clinic | ASSAULT | | | | killed 35")
    assert list(told_side_by_side(told)) == []


def test_a_denial_is_of_what_it_has_most_in_common_with(prepared):
    lines = [
        "a > Chief | COERCE seize | PIRA -> Bank",
        "a > Chief | COERCE seize | -> Post",
        "a > PIRA | COERCE seize | PIRA -> | | | | denied",
    ]
    told = prepared(*lines)
    assert [[account.id for account in group] for group in denied_side_by_side(told)] == [[told[0].id, told[2].id]]


def test_a_denial_that_shares_nothing_but_the_type_is_of_nothing(prepared):
    told = prepared("a > Chief | COERCE seize | -> Post", "a > PIRA | COERCE arrest | PIRA -> | | | | denied")
    assert list(denied_side_by_side(told)) == []


def test_events_alike_in_all_but_the_day_or_the_culprit_are_found(prepared):
    reports = prepared(
        "a | ASSAULT | ASG -> ~soldiers | Jolo | 2011-05-02 | killed 12",
        "b | ASSAULT | ASG -> ~soldiers | Jolo | 2011-05-03 | killed 12",
        "b | ASSAULT | MILF -> ~soldiers | Jolo | 2011-05-02 | killed 12",
    )
    told, events = told_of(reports), np.arange(3)
    assert doubtful_pairs(told, events) == [(0, 1)]
    assert told_alike(told, events) == [(0, 2)]
