"""Lenses are written down as YAML and come back as they were."""

import string
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.errors import LensError
from testimonia.model.best_rule import CRITERIA, BestRule
from testimonia.model.kinds import SOURCE_KINDS, STANCES
from testimonia.model.lens import Choice, Lens
from testimonia.weigh.lens_files import lens_as_yaml, read_lens

NAMES = st.frozensets(st.text(string.ascii_letters + "é ü:#-'\"", min_size=1).filter(str.strip), max_size=3)
KINDS = st.frozensets(st.sampled_from(SOURCE_KINDS), max_size=3)
CHOICES = st.builds(Choice, KINDS, NAMES, KINDS, NAMES)
DAYS = st.none() | st.dates(date(1, 1, 1))
LENSES = st.builds(
    Lens,
    name=st.text(min_size=1).filter(lambda name: name.strip() and name.isprintable()),
    publishers=CHOICES,
    voices=CHOICES,
    sides=NAMES,
    without_sides=NAMES,
    longest_chain=st.none() | st.integers(1, 9),
    stances=st.frozensets(st.sampled_from(STANCES)),
    reviewed_only=st.booleans(),
    witnesses=st.integers(1, 9),
    said_before=DAYS,
    holding_at=st.none() | st.sampled_from(["2016", "2016-05", "2014/2016", "199X"]),
    known_on=DAYS,
    best_of=st.builds(BestRule, st.lists(st.sampled_from(CRITERIA), unique=True).map(tuple)),
)


@given(LENSES)
@settings(deadline=None)
def test_a_lens_comes_back_as_it_was(lens):
    assert read_lens(lens_as_yaml(lens), origin="lens.yaml") == lens


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name: [", "lens.yaml: no valid YAML"),
        ("voices: {}", "'name' is a required property"),
        ("- a", "is not of type 'object'"),
        ("name: a\nkinds: [ngo]", "'kinds' was unexpected"),
        ("name: a\nvoices: {kinds: [tabloid]}", "voices.kinds.0: 'tabloid' is not one of"),
        ("name: a\nknown_on: 2024-02-30", "known_on: 2024-02-30 is no day of the calendar"),
        ("name: a\nholding_at: last spring", "holding_at: "),
        ("name: a\nbest_of: [loudest]", "best_of.0: 'loudest' is not one of"),
        ("name: a\nlongest_chain: 0", "longest_chain: 0 is less than the minimum of 1"),
    ],
)
def test_a_wrong_field_is_named_with_its_place(text, says):
    with pytest.raises(LensError, match=says):
        read_lens(text, origin="lens.yaml")
