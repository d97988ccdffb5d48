"""Tolls in brackets."""

from collections.abc import Callable

from tests.read.reading import Read


def _figures(read: Read) -> list[list[tuple[str, int | None, int | None]]]:
    return [[(f.what, f.low, f.high) for f in r.figures] for r in read.reading.reports]


def test_a_bracket_after_an_event_gives_its_toll(read: Callable[..., Read]) -> None:
    told = read("A bus was bombed in Homs on 5 May 2013. (at least 38 killed, more than 70 wounded) Shops closed.")
    assert _figures(told) == [[("killed", 38, None), ("injured", 71, None)]]


def test_a_bracket_before_the_full_stop_does_too(read: Callable[..., Read]) -> None:
    assert _figures(read("The army shelled a market in Homs on 3 February 2012 (at least 55 dead).")) == [[("killed", 55, None)]]


def test_what_follows_a_semicolon_may_be_of_another_voice_and_is_left(read: Callable[..., Read]) -> None:
    told = read("A bus was bombed in Homs on 5 May 2013. (129 killed according to the ministry; others said 137 killed)")
    assert _figures(told) == [[("killed", 129, 129)]]


def test_other_brackets_and_brackets_without_an_event_count_nobody(read: Callable[..., Read]) -> None:
    assert _figures(read("A bus was bombed in Homs on 5 May 2013. (casualties unknown)")) == [[]]
    assert _figures(read("A bus was bombed in Homs on 5 May 2013 (see page 38).")) == [[]]
    assert not read("The harvest failed in Homs in 2013. (38 killed)").reading.reports
