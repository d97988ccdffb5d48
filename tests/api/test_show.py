"""A table for a notebook: calm, short, and nothing of a document is run."""

from datetime import date

import pytest

from testimonia.api.show import LONGEST, ROWS, in_words, table_of


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (date(2016, 5, 3), "2016-05-03"),
        (6.5, "6.5"),
        (1200, "1200"),
        ("two\n lines", "two lines"),
        (["a", "b"], "a; b"),
        (("a", None), "a"),
        ([{"what": "killed", "of": None, "of_name": None, "low": 7, "best": 7, "high": 9}], "killed 7–9, best 7"),
        ([{"what": "killed", "low": 500, "high": None}], "killed at least 500"),
        ([{"what": "killed", "low": None, "high": 20}], "killed at most 20"),
        ([{"what": "killed", "low": None, "high": None}], "killed not stated"),
        ([{"what": "killed", "low": 1000, "high": 1000}], "killed 1,000"),
        ([{"holds": "1969", "claims": ["c-1"], "witnesses": 1}], "1969"),
        ([{"on": "day", "value": "2016", "unit": None}], "day, 2016"),
    ],
)
def test_values_are_written_as_people_read_them(value, words):
    assert in_words(value) == words


def test_long_texts_are_cut():
    assert len(in_words("word " * 100)) <= LONGEST
    assert in_words("word " * 100).endswith("…")


def test_what_comes_from_documents_is_escaped():
    html = table_of("<claims>", ["<b>"], [("<script>alert(1)</script> & “quoted”",)], number=1)
    assert "<script" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; “quoted”" in html
    assert 'dir="auto"' in html


def test_only_the_first_rows_are_shown_and_all_are_counted():
    html = table_of("claims", ["n"], [(number,) for number in range(5000)], number=5000)
    assert html.count("<td") == ROWS
    assert f"claims: 5,000, the first {ROWS} shown" in html
    assert "shown" not in table_of("claims", ["n"], [(1,)], number=1)
