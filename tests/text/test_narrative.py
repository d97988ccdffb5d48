"""The narrative gives a year only where the text's order of events does."""

from datetime import date

from testimonia.text.narrative import NEAR, Narrative


def told(first, last, *, text="", start=0, is_fine=True, is_open=False, latest=None):
    narrative = Narrative(latest)
    narrative.tell(first, last, text=text, start=start, is_fine=is_fine, is_open=is_open)
    return narrative


def test_without_a_date_there_is_no_year():
    assert Narrative().year_of(5, 3) is None


def test_a_day_gives_the_year_of_later_and_slightly_earlier_days():
    narrative = told(date(2015, 6, 1), date(2015, 6, 1))
    assert (narrative.year_of(9, 26), narrative.year_of(5, 3)) == (2015, 2015)


def test_a_month_more_than_half_a_year_back_belongs_to_the_next_year():
    assert told(date(2015, 11, 5), date(2015, 11, 5)).year_of(2, None) == 2016


def test_a_range_over_years_gives_none():
    assert told(date(2010, 1, 1), date(2011, 12, 31)).year_of(9, 26) is None


def test_nothing_told_happens_after_publication():
    assert told(date(2018, 1, 25), date(2018, 1, 25), latest=date(2018, 2, 28)).year_of(10, 7) == 2017


def test_what_lies_after_publication_is_no_move():
    narrative = told(date(2030, 1, 1), date(2030, 12, 31), is_fine=False, latest=date(2018, 2, 28))
    assert narrative.days is None


def test_a_year_in_passing_counts_until_the_paragraph_ends():
    text = "Earlier. It copied the raid of 1999 in detail.\nNext."
    narrative = Narrative()
    narrative.move(date(2016, 1, 1), date(2016, 12, 31))
    narrative.enter(text, 31)
    narrative.tell(date(1999, 1, 1), date(1999, 12, 31), text=text, start=31, is_fine=False, is_open=False)
    assert narrative.year_of(5, 3) == 1999
    narrative.enter(text, 48)
    assert narrative.year_of(5, 3) == 2016


def test_an_open_since_that_opens_a_sentence_loses_the_year():
    text = "Since 2014 it has grown."
    narrative = Narrative()
    narrative.move(date(2012, 1, 1), date(2012, 12, 31))
    narrative.tell(date(2014, 1, 1), date(2014, 12, 31), text=text, start=0, is_fine=False, is_open=True)
    assert narrative.year_of(5, 3) is None


def test_the_next_day_counts_only_from_a_day_told_nearby():
    narrative = told(date(2015, 6, 1), date(2015, 6, 1))
    assert narrative.told == (date(2015, 6, 1), date(2015, 6, 1))
    narrative.enter("x" * (NEAR + 2), NEAR + 1)
    assert narrative.told is None


def test_a_leap_day_gets_no_common_year():
    assert told(date(2015, 6, 1), date(2015, 6, 1)).year_of(2, 29) is None
