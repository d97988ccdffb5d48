"""Dates: no more precision than the words have."""

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from testimonia.capture.dates import date_pattern, is_edtf, to_edtf, written_date


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2021-03-03", "2021-03-03"),
        ("2021-03-03T10:15:00Z", "2021-03-03"),
        ("2021-03-03 10:15:00+02:00", "2021-03-03"),
        ("20210303", "2021-03-03"),
        ("2021/3/3", "2021-03-03"),
        ("2021-03", "2021-03"),
        ("2021", "2021"),
        ("2021-03~", "2021-03~"),
        ("../2021-03-04", "../2021-03-04"),
        ("3 March 2021", "2021-03-03"),
        ("March 3, 2021", "2021-03-03"),
        ("3rd March, 2021", "2021-03-03"),
        ("Wed, 03 Mar 2021 10:15:00 GMT", "2021-03-03"),
        ("Wednesday, March 3, 2021 at 10:15 am EST", "2021-03-03"),
        ("March 2021", "2021-03"),
        ("Sept. 2001", "2001-09"),
        ("3 de marzo de 2021", "2021-03-03"),
        ("1er août 2019", "2019-08-01"),
        ("3 آذار 2021", "2021-03-03"),
        ("4 FEB 90", "1990-02-04"),
        ("25/03/2021", "2021-03-25"),
        ("03/25/2021", "2021-03-25"),
        ("03.03.2021", "2021-03-03"),
        ("03/04/2021", "2021"),
        ("yesterday", None),
        ("31 February 2021", None),
        ("2021-13", None),
        ("3 March 2021 and later", None),
        ("12345", None),
        ("1021", None),
        ("", None),
    ],
)
def test_dates_as_people_and_programs_write_them(words: str, edtf: str | None) -> None:
    assert to_edtf(words) == edtf


@pytest.mark.parametrize(
    "words", ["2021", "2021-03", "2021-03-31", "2021?", "202X", "2021-XX", "2021-21", "2021/2022", "2021-03-01/..", "/2021"]
)
def test_edtf_is_known_and_the_reference_parser_agrees(words: str) -> None:
    assert is_edtf(words)
    parse_edtf(words)


@pytest.mark.parametrize(
    "words", ["", "..", "/", "2021-00", "2021-02-30", "March", "21", "2021-3-3", "2021-03-03T10:00:00", "2021/2022/2023"]
)
def test_what_is_no_edtf(words: str) -> None:
    assert not is_edtf(words)


@given(st.dates())
def test_every_day_survives(day: object) -> None:
    assert is_edtf(str(day))


@given(st.text(max_size=40))
def test_whatever_is_given_the_result_is_edtf_or_nothing(words: str) -> None:
    for edtf in (to_edtf(words), written_date(words)):
        assert edtf is None or is_edtf(edtf)


def test_the_pattern_takes_the_weekday_and_the_time_along() -> None:
    found = date_pattern().search("Posted Wednesday, 3 March 2021, 10:15 GMT by us")
    assert found is not None and found.group() == "Wednesday, 3 March 2021, 10:15 GMT"
