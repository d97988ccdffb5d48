"""Parts of dates are found where words date and not where they count or name."""

import pytest

from testimonia.text.date_parts import find_date_parts


def parts(text):
    return [(text[part.start : part.end], part.kind) for part in find_date_parts(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in May 2017", [("May 2017", "date")]),
        ("Thursday, January 25", [("Thursday", "weekday"), ("January 25", "date")]),
        ("two days later", [("two days later", "shift")]),
        ("the following year", [("following year", "nearby")]),
        ("three months after May 2001", [("three months after", "shift"), ("May 2001", "date")]),
        ("AK-2000 and M-1999", []),
        ("Resolution 1701 of 2006", [("2006", "date")]),
        ("100 in 2006", [("2006", "date")]),
        ("2006, 2007 and 2008", [("2006", "date"), ("2007", "date"), ("2008", "date")]),
    ],
)
def test_parts_are_found_with_their_kinds(text, expected):
    assert parts(text) == expected


def test_only_the_asked_stretch_is_read_but_words_before_it_are_seen():
    text = "Resolution 1701 passed in 2006."
    assert [text[p.start : p.end] for p in find_date_parts(text, 11, len(text))] == ["2006"]


def test_the_leap_day_needs_a_leap_year():
    assert parts("on 29 February 2020") == [("29 February 2020", "date")]
    assert parts("on 29 February 2019") == []
    assert parts("on 29 February") == [("29 February", "date")]
