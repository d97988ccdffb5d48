"""Dates say no more than a time entails."""

import pytest

from testimonia.publish.exports.dates import Prefixes, Span, prefixes, span_of

from .releases import when


@pytest.mark.parametrize(
    ("edtf", "mode", "expected"),
    [
        (None, "within", Prefixes()),
        ("1977", "within", Prefixes(on="1977")),
        ("1977-05-03", "within", Prefixes(on="1977-05-03")),
        ("1964~", "within", Prefixes(whole=False)),
        ("197X", "within", Prefixes(whole=False)),
        ("2004-21", "within", Prefixes(whole=False)),
        ("2012/..", "throughout", Prefixes(start="2012")),
        ("../2005-07", "throughout", Prefixes(end="2005-07")),
        ("2000/2005", "throughout", Prefixes(start="2000", end="2005")),
        ("1990~/2005", "throughout", Prefixes(end="2005", whole=False)),
        ("2012", "throughout", Prefixes(start="2012", end="2012")),
        ("2022-03-23/2022-03-31", "within", Prefixes(on="2022-03", whole=False)),
        ("2005/2007", "within", Prefixes(whole=False)),
        ("2005-03/2005", "within", Prefixes(on="2005", whole=False)),
    ],
)
def test_only_what_is_entailed_becomes_a_date(edtf: str | None, mode: str, expected: Prefixes) -> None:
    assert prefixes(when(edtf, mode=mode)) == expected


def test_a_span_counts_its_days_and_an_open_one_does_not() -> None:
    assert span_of(when("2015-01", "2015-01-01", "2015-01-31")).days == 31
    assert span_of(when("2012/..", "2012-01-01", None)).days is None
    assert span_of(when()) == Span()
