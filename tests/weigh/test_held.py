"""Columns in memory answer as those of a snapshot do."""

import numpy as np
from tests.weigh.held import written

from testimonia.store.snapshot import Snapshot
from testimonia.weigh.columns import REPLACED


def test_memory_and_files_give_the_same_lines(tmp_path):
    _, held = written(4)
    with Snapshot(tmp_path) as snapshot:
        snapshot.add({name: columns for name, columns in held.tables.items() if name not in REPLACED})
        snapshot.replace({name: held.tables[name] for name in REPLACED})
        wanted = ("id", "document", "predicate")
        some = ("predicate", np.array([0, 3], np.uint8))
        for having in (None, some):
            ours, theirs = held.table("claims", wanted, having=having), snapshot.table("claims", wanted, having=having)
            assert sorted(ours["id"].tolist()) == sorted(theirs["id"].tolist())
        codes = held.tables["notes"]["code"][:5]
        assert held.notes(codes) == snapshot.notes(codes) and len(held.notes(codes)) == 5
        assert held.entities(np.array([1], np.uint64)) == {}
