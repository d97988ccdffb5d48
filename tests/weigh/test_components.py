"""Components: who hangs together."""

from hypothesis import given
from hypothesis import strategies as st

from testimonia.weigh.components import connected


def test_chains_join_and_order_is_kept():
    assert connected("edcba", [("a", "c"), ("c", "e")]) == [["e", "c", "a"], ["d"], ["b"]]
    assert connected([], []) == []


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=40))
def test_both_ends_of_an_edge_lie_in_one_component_and_none_is_lost(edges):
    parts = connected(range(21), edges)
    where = {node: number for number, part in enumerate(parts) for node in part}
    assert len(where) == 21
    assert all(where[left] == where[right] for left, right in edges)
    assert len(parts) >= 21 - len(edges)
