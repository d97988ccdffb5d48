"""Dates are read to EDTF as the codebook has it, with years from the narrative and never silently from publication."""

import itertools
import json
import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.valid_time import parse_edtf
from testimonia.text.dates import DateReader, find_dates

CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "text" / "dates.jsonl").read_text("utf-8").strip().split("\n")]
LIMIT = pytest.mark.xfail(strict=True, reason="a known limit, kept as a case")


@pytest.mark.parametrize("case", [pytest.param(c, id=c["label"], marks=[] if c["holds"] == "yes" else [LIMIT]) for c in CASES])
def test_dates_are_read_as_the_codebook_has_them(case):
    text = case["text"]
    found = [[d.edtf, d.basis, d.relation, text[d.start : d.end]] for d in find_dates(text, published=case.get("published"))]
    assert found == case["expect"]


@pytest.mark.parametrize("case", [c for c in CASES if c["expect"] and c["holds"] == "yes"], ids=lambda c: c["label"])
def test_what_is_read_is_edtf_that_we_parse(case):
    for found in find_dates(case["text"], published=case.get("published")):
        assert parse_edtf(found.edtf).edtf == found.edtf


def test_an_anchor_gives_the_year_where_the_text_has_none():
    assert [d.edtf for d in find_dates("On 3 June it fell.", anchor=date(2012, 5, 1))] == ["2012-06-03"]


def test_a_reader_carries_the_year_from_sentence_to_sentence():
    text = "In May 2017 it split. On 26 September it shelled the town."
    reader = DateReader()
    first, second = reader.read(text, 0, 21), reader.read(text, 21, len(text))
    assert [d.edtf for d in (*first, *second)] == ["2017-05", "2017-09-26"]
    assert text[second[0].start : second[0].end] == "26 September"


def test_a_bare_year_reaches_no_further_than_its_paragraph_in_a_dated_report():
    text = "In 2016 the front split.\nOn 4 May it fell."
    assert [d.edtf for d in DateReader("2019-06-01").read(text, 0, len(text))] == ["2016", "XXXX-05-04"]
    assert [d.edtf for d in DateReader(None).read(text, 0, len(text))] == ["2016", "2016-05-04"]


def test_unreadable_publication_dates_are_unknown():
    assert [d.edtf for d in find_dates("They left yesterday, on 3 May 2019.", published="soon")] == ["2019-05-03"]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_in_both_orders(day):
    month = day.strftime("%B")
    for text in (f"on {day.day} {month} {day.year}", f"on {month} {day.day}, {day.year}", f"on {day.isoformat()}"):
        assert [d.edtf for d in find_dates(text)] == [day.isoformat()]


@given(
    st.lists(
        st.sampled_from(
            ["In", "since", "May", "2017", "5", "and", "between", "October", "last year", "the", "two days later", ",", ".", "\n", "mid-"]
        )
    )
)
def test_any_words_give_ordered_dates_that_parse(words):
    text = " ".join(words)
    found = find_dates(text, published="2019-02-20")
    assert all(parse_edtf(d.edtf) for d in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= d.start < d.end <= len(text) for d in found)


@pytest.mark.parametrize("filler", ["in May ", "5 May ", "2017-", "1 and ", "between ", " ", "\n", "Thursday, ", "from 2003 to "])
def test_time_grows_with_the_length_of_the_text_and_not_faster(filler):
    def seconds(repeats):
        text = filler * repeats
        start = time.process_time()
        find_dates(text)
        return time.process_time() - start

    # The quickest of three: anything else may be the machine's doing.
    short, long = (min(seconds(repeats) for _ in range(3)) for repeats in (1_000, 10_000))
    assert long < 60 * max(short, 0.003)


@pytest.mark.parametrize(
    ("text", "finest"),
    [
        ("early 2005", "year"),
        ("late September 2010", "month"),
        ("the nineties", "decade"),
        ("the early 2000s", "decade"),
        ("the nineteenth century", "century"),
        ("the turn of the 20th century", "year"),
        ("spring 2011", "season"),
        ("the third quarter of 2016", "month"),
        ("last year", "year"),
        ("last month", "month"),
        ("two years ago", "year"),
        ("three months ago", "month"),
        ("the end of the year", "year"),
        ("in 1435 AH", "month"),
        ("two weeks ago", "about a day"),
        ("3 Rajab 1440", "about a day"),
        ("the weekend", "day"),
        ("yesterday", "day"),
    ],
)
def test_no_date_is_finer_than_its_words(text, finest):
    [found] = find_dates(text, published="2019-02-20")
    shapes = {
        "century": r"\d\dXX~?",
        "decade": r"\d{3}X~?",
        "year": r"\d{4}~?",
        "season": r"\d{4}-2[1-4]~?",
        "month": r"\d{4}-\d\d~?(/\d{4}-\d\d~?)?",
        "about a day": r"\d{4}-\d\d-\d\d~",
        "day": r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?",
    }
    assert re.fullmatch(shapes[finest], found.edtf), found.edtf


@pytest.mark.parametrize(
    "text", ["in recent weeks", "a few years ago", "the turn of the century", "some time ago", "soon", "in the past", "that summer"]
)
def test_vague_times_are_not_dated(text):
    assert find_dates(text, published="2019-02-20") == []


def test_publication_alone_gives_no_year_but_a_text_that_counts_from_its_day_does():
    text = "On 26 September they shelled the town."
    assert [d.edtf for d in find_dates(text, published="2019-10-02")] == ["XXXX-09-26"]
    assert next(d.edtf for d in find_dates(f"{text} Two left yesterday.", published="2019-10-02")) == "2019-09-26"
    assert [d.edtf for d in find_dates(f"{text} Two left yesterday.")] == ["XXXX-09-26"]
