"""Snapshot: parts are added and never rewritten, tables are replaced, and what is asked comes back as it was written."""

import numpy as np

from testimonia.store.snapshot import Snapshot


def notes(*texts: str):
    return {"code": np.arange(1, len(texts) + 1, dtype=np.uint64), "note": np.array(texts, np.object_)}


def documents(*ids: str):
    return {"id": np.array(ids, np.object_), "said": np.arange(len(ids), dtype=np.int32)}


def test_parts_are_read_in_the_order_in_which_they_were_added(tmp_path):
    with Snapshot(tmp_path / "a 'quoted' folder") as snapshot:
        assert snapshot.add({"documents": documents("b", "a"), "notes": notes("one")}) == 0
        assert snapshot.add({"documents": documents("ḥ"), "notes": notes("one", "two")}) == 1
        assert snapshot.table("documents", ("id",))["id"].tolist() == ["b", "a", "ḥ"]
        assert snapshot.table("documents", ("said", "id"))["said"].tolist() == [0, 1, 0]
        assert snapshot.notes(np.array([2, 1, 9], np.uint64)) == {1: "one", 2: "two"}
    with Snapshot(tmp_path / "a 'quoted' folder") as again:
        assert again.parts == 2


def test_a_table_is_replaced_as_a_whole(tmp_path):
    with Snapshot(tmp_path) as snapshot:
        for text in ("old", "new"):
            snapshot.replace({"entities": {"entity": np.array([5], np.uint64), "note": np.array([text], np.object_)}})
        assert snapshot.entities(np.array([5], np.uint64)) == {5: "new"}
    assert [file.name for file in tmp_path.glob("*.unfinished")] == []


def test_a_part_that_was_broken_off_is_written_again(tmp_path):
    with Snapshot(tmp_path) as snapshot:
        snapshot.add({"documents": documents("a"), "notes": notes("one")})
        (tmp_path / "notes-00001.parquet").write_bytes(b"half a file")  # the documents of this part were never written
        assert snapshot.parts == 1
        assert snapshot.notes(np.array([1], np.uint64)) == {1: "one"}
        assert snapshot.add({"documents": documents("b"), "notes": notes("one", "two")}) == 1
        assert snapshot.notes(np.array([2], np.uint64)) == {2: "two"}


def test_numbers_of_64_bits_and_missing_texts_come_back(tmp_path):
    large = np.array([2**64 - 1, 0], np.uint64)
    with Snapshot(tmp_path) as snapshot:
        snapshot.add({"documents": {"id": large, "name": np.array(["x", None], np.object_)}})
        found = snapshot.table("documents", ("id", "name"))
    assert found["id"].dtype == np.uint64
    assert found["id"].tolist() == large.tolist()
    assert found["name"].tolist() == ["x", None]


def test_documents_that_stand_elsewhere_are_passed_over_and_lines_keep_their_order(tmp_path):
    def lines(*numbers):
        return {"documents": {"id": np.array([f"d{n}" for n in numbers], np.object_), "document": np.array(numbers, np.uint64)}}

    with Snapshot(tmp_path, parts=[], own=tmp_path / "own") as snapshot:
        snapshot.add(lines(1, 2, 3), part="a")
        snapshot.add(lines(2, 4), part="b")
        assert snapshot.sizes() == {"a": 3, "b": 2}
        snapshot.pass_over({"a": ["d1", "d3"]})
        assert snapshot.table("documents", ("id",))["id"].tolist() == ["d1", "d3", "d2", "d4"]
        some = snapshot.table("documents", ("id",), having=("document", np.array([2, 3], np.uint64)))
        assert sorted(some["id"].tolist()) == ["d2", "d3"]
        snapshot.merge(["a", "b"], "c")
        assert snapshot.names == ["c"]
        assert sorted(snapshot.table("documents", ("id",))["id"].tolist()) == ["d1", "d2", "d3", "d4"]


def test_lines_can_be_asked_for_by_what_they_hold(tmp_path):
    with Snapshot(tmp_path) as snapshot:
        snapshot.add({"documents": documents("b", "a"), "notes": notes("one")})
        snapshot.add({"documents": documents("c"), "notes": notes("two")})
        assert snapshot.table("documents", ("id",), having=("said", np.array([1], np.int32)))["id"].tolist() == ["a"]
        assert snapshot.table("documents", ("id",), having=("said", np.array([7], np.int32)))["id"].tolist() == []
