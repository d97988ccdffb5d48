"""Files are whole or not there; sorting on disk is sorting."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.errors import StoreError
from testimonia.publish.exports.writing import gathered_on_disk, json_bytes, one_line, plain, sorted_on_disk, whole_file, write_members


def test_a_file_that_is_interrupted_leaves_nothing_and_keeps_the_earlier_one(tmp_path: Path) -> None:
    out = tmp_path / "a.txt"
    out.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError), whole_file(out) as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert out.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    with whole_file(tmp_path / "b" / "c.txt") as file:
        file.write(b"all")
    assert (tmp_path / "b" / "c.txt").read_bytes() == b"all"


def test_a_folder_in_its_place_is_refused_with_a_reason(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"), whole_file(tmp_path):
        pass


def test_control_characters_and_half_pairs_are_replaced_and_direction_marks_stay() -> None:
    assert plain("a\x00b\x1bc\x85d\ud800e\r\nf\u202eg") == "a\ufffdb\ufffdc\ufffdd\ufffde\nf\u202eg"
    assert one_line(" a\r\n\tb ") == "a b"


@given(st.lists(st.tuples(st.text(max_size=3), st.integers())), st.integers(1, 5))
def test_sorting_on_disk_is_sorting_that_keeps_the_order_of_equals(rows: list[tuple[str, int]], run: int) -> None:
    keyed = [(key, {"n": number}) for key, number in rows]
    assert list(sorted_on_disk(keyed, run=run)) == sorted(keyed, key=lambda one: one[0])


def test_members_are_parted_and_counted() -> None:
    file = io.BytesIO()
    assert write_members(file, [b"1", b"2"], between=b",") == 2
    assert file.getvalue() == b"1,2"
    assert write_members(io.BytesIO(), []) == 0


def test_json_keeps_scripts_and_survives_half_pairs() -> None:
    assert json.loads(json_bytes({"a": "مورو"})) == {"a": "مورو"}
    assert json_bytes("\ud800") == b'"?"'


@given(st.lists(st.tuples(st.text(max_size=2), st.lists(st.tuples(st.text(max_size=2), st.integers(0, 3))))), st.integers(1, 5))
def test_gathering_on_disk_brings_all_of_a_key_together_once(blocks: list[tuple[str, list[tuple[str, int]]]], run: int) -> None:
    wanted: dict[str, set[tuple[str, int]]] = {}
    for key, held in blocks:
        wanted.setdefault(key, set()).update(held)
    assert list(gathered_on_disk(blocks, run=run)) == [(key, sorted(wanted[key])) for key in sorted(wanted)]


@given(st.text())
def test_words_that_need_no_mending_are_as_if_mended(text: str) -> None:
    assert one_line(text) == " ".join(plain(text).split())
