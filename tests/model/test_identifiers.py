"""Identifiers depend on the parts, on all of them, and on nothing else."""

import pickle
import subprocess
import sys
from copy import copy
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.identifiers import DIGITS, Identified, identify

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


@dataclass(frozen=True, slots=True)
class Note(Identified):
    """A record that counts how often its identifier is worked out."""

    text: str

    def _identified(self) -> str:
        worked_out.append(self.text)
        return identify("t", self.text)


worked_out: list[str] = []


def test_what_is_kept_of_an_identifier_is_no_part_of_the_record():
    asked, fresh = Note("Mindanao"), Note("Mindanao")
    worked_out.clear()
    assert asked.id is asked.id and worked_out == ["Mindanao"]
    assert asked == fresh and hash(asked) == hash(fresh) and repr(asked) == repr(fresh)
    assert pickle.dumps(asked) == pickle.dumps(fresh) and pickle.loads(pickle.dumps(asked)) == asked
    assert copy(asked).id == fresh.id == asked.id
    assert replace(asked, text="Sulu").id == identify("t", "Sulu")
