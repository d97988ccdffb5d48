"""Tables hold what was put in, and no spreadsheet runs it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.publish.exports import tables
from testimonia.publish.exports.tables import safe_cell, write_table
from testimonia.publish.exports.writing import plain
from testimonia.store.tables import FORMULA


def test_what_counts_as_a_formula_is_what_counts_in_a_release() -> None:
    assert tables.FORMULA == FORMULA


@pytest.mark.parametrize("words", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\tx", "＝1", "'=1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(words: str) -> None:
    assert safe_cell(words).startswith("'")


def test_numbers_truth_and_nothing_stay_what_they_are() -> None:
    assert [safe_cell(value) for value in (-0.5, 0, None, True, "-5", "Real IRA")] == ["-0.5", "0", "", "true", "-5", "Real IRA"]


def test_a_cell_without_a_column_is_an_error_and_not_lost() -> None:
    with pytest.raises(KeyError, match="b"):
        write_table(io.BytesIO(), ("a",), [{"b": 1}])


def test_the_file_follows_rfc_4180() -> None:
    file = io.BytesIO()
    assert write_table(file, ("a", "b"), [{"a": 'x "y", z', "b": None}]) == 1
    assert file.getvalue() == b'a,b\r\n"x ""y"", z",\r\n'


@given(st.text())
def test_any_words_come_back_as_one_cell(words: str) -> None:
    file = io.BytesIO()
    write_table(file, ("a", "b"), [{"a": words, "b": "end"}])
    rows = list(csv.reader(io.StringIO(file.getvalue().decode("utf-8"), newline="")))
    assert rows[0] == ["a", "b"]
    assert rows[1] == [safe_cell(words), "end"]
    assert safe_cell(words).removeprefix("'") == plain(words).removeprefix("'")
