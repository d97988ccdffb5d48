"""Whether a date was still to come, and whether a text counts from its own day."""

from datetime import date

import pytest

from testimonia.text.date_tense import compares_years, counts_from_writing, looks_ahead, names_days_at_hand


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("The truce will expire on ", True),
        ("It is to be completed on ", True),
        ("A vote is scheduled for ", True),
        ("The truce will expire, it said on ", False),
        ("They will leave what they took on ", True),
        ("It expects to win what it lost and attacked on ", False),
        ("It will leave. It fell on ", False),
        ("It fell on ", False),
    ],
)
def test_words_before_a_date_look_ahead_or_not(before, expected):
    assert looks_ahead(f"{before}4 May.", len(before)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left yesterday.", True),
        ("They left on Thursday.", True),
        ("They left last week.", True),
        ("They left on Thursday, 3 May.", False),
        ("They left on Thursday, March 3.", False),
        ("Today it has two wings.", False),
        ("The Friday Mosque fell in 1991.", False),
    ],
)
def test_a_text_counts_from_the_day_it_was_written_or_not(text, expected):
    assert counts_from_writing(text) is expected


def test_a_year_old_figure_is_compared_after_a_word_of_comparison():
    text = "Attacks fell to 80 from 120 a year earlier. A year earlier it split."
    assert compares_years(text, text.index("a year earlier"))
    assert not compares_years(text, text.index("A year earlier"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials said on July 29 that two had died.", True),
        ("Two died on 28 July.", True),
        ("Two died on Jul. 27.", True),
        ("Two died on July 29, 1994.", False),
        ("Two died on 29 July 1994.", False),
        ("Two died on July 2.", False),
        ("Between July 29-31 many fled.", False),
    ],
)
def test_a_text_that_names_the_days_before_it_was_written_is_news_of_them(text, expected):
    assert names_days_at_hand(text, date(2017, 7, 30)) is expected
