"""Dated lines of a list: what they lend their events."""

from collections.abc import Callable

from tests.read.reading import Read

PROFILE = """Lashkar-e-Taiba

Profile

Lashkar-e-Taiba is an armed group. It was founded in 1990.

{heading}

22 December 2000: The fort at Kupwara in the north was stormed by night. (3 killed)
11 July 2006: Trains in Mumbai were bombed. Shops nearby were burned.
{more}
"""


def test_the_date_of_a_line_is_that_of_all_that_it_tells(read: Callable[..., Read]) -> None:
    reports = read(PROFILE.format(heading="Major attacks", more="")).reading.reports
    assert [None if r.when is None else r.when.edtf for r in reports] == ["2000-12-22", "2006-07-11", "2006-07-11"]
    assert reports[-1].when is not None and reports[-1].when.basis == "derived"


def test_the_attacks_of_a_profile_are_those_of_the_body_profiled(read: Callable[..., Read]) -> None:
    told = read(PROFILE.format(heading="Major attacks", more=""))
    assert all([told.name(p) for p in r.initiator] == ["Lashkar-e-Taiba"] for r in told.reading.reports)


def test_attacks_on_a_body_and_other_lists_are_nobodys(read: Callable[..., Read]) -> None:
    for heading in ("Attacks on the group", "Chronology of the valley"):
        told = read(PROFILE.format(heading=heading, more=""))
        assert told.reading.reports and not any(r.initiator for r in told.reading.reports)


def test_who_is_said_to_have_done_it_and_a_date_of_its_own_stand(read: Callable[..., Read]) -> None:
    told = read(PROFILE.format(heading="Major attacks", more="3 May 2007: Police shot two villagers in Sopore on 2 May 2007."))
    last = told.reading.reports[-1]
    assert [p.words for p in last.initiator] == ["police"] and last.when is not None and last.when.edtf == "2007-05-02"


def test_a_line_that_opens_with_other_words_lends_nothing(read: Callable[..., Read]) -> None:
    reports = read("Kupwara: the fort was stormed by gunmen.\n\nVerdict 12: the fort was bombed by gunmen.").reading.reports
    assert reports and all(r.when is None for r in reports)
