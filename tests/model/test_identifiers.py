"""Identifiers depend on the parts, on all of them, and on nothing else."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.identifiers import DIGITS, identify

PART = st.none() | st.text().filter(lambda text: text != "\x00") | st.integers()  # a lone NUL is coded as None is


@given(st.lists(PART, max_size=4), st.lists(PART, max_size=4))
def test_other_parts_give_another_identifier(left, right):
    as_text = [[part if part is None else str(part) for part in parts] for parts in (left, right)]
    assert (identify("c", *left) == identify("c", *right)) is (as_text[0] == as_text[1])


def test_parts_do_not_run_into_one_another():
    assert identify("c", "ab", "c") != identify("c", "a", "bc") != identify("c", "abc")


def test_the_identifier_has_its_prefix_and_16_digits():
    prefix, digits = identify("c", "a").split("-")
    assert (prefix, len(digits)) == ("c", DIGITS)
    assert int(digits, 16) >= 0


def test_a_lone_surrogate_from_a_broken_file_does_not_raise():
    assert identify("c", "\udcff") != identify("c", "\udcfe")


def test_another_run_gives_the_same_identifier():
    code = "from testimonia.model.identifiers import identify; print(identify('c', 'd', 1, None, ('a', 'b')))"
    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    }
    assert runs == {identify("c", "d", 1, None, ("a", "b")) + "\n"}
