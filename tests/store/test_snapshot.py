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
