"""Tolls that nouns tell."""

from collections.abc import Callable

from tests.read.reading import Read


def test_no_casualties_after_an_event_is_a_toll_of_nought_and_alone_it_is_nothing(read: Callable[..., Read]) -> None:
    reports = read("A bomb exploded outside a bank in Jolo on 3 May 2012. There were no casualties.").reading.reports
    assert [(f.what, f.low, f.high) for r in reports for f in r.figures] == [("casualties", 0, 0)]
    assert all(r.when is not None and r.when.edtf == "2012-05-03" for r in reports)
    assert not read("There were no casualties.").reading.reports


def test_the_toll_of_a_flood_is_no_event(read: Callable[..., Read]) -> None:
    assert not read("The death toll from the floods rose to 45.").reading.reports
