"""Numbers: what is asked of many lines at once is what would be asked of one block after another."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from testimonia.weigh.components import connected
from testimonia.weigh.numbers import blocks_by, components, distinct, looked_up, mixed, shares, spread, stabbed
from testimonia.weigh.times import stab

SPANS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 12), st.integers(0, 6)), max_size=25)


@given(SPANS)
def test_the_spans_of_every_block_are_parted_as_those_of_one_are(spans):
    ordered = sorted(spans, key=lambda span: span[0])
    block, low, width = (np.array([span[part] for span in ordered], np.int64) for part in range(3))
    group, shared = stabbed(block, low, low + width)
    for one in set(block.tolist()):
        places = np.flatnonzero(block == one).tolist()
        wanted = stab({place: (int(low[place]), int(low[place] + width[place])) for place in places})
        assert [sorted(part) for part in wanted] == [[p for p in places if group[p] == turn] for turn in range(len(wanted))]
        assert all(low[place] <= shared[place] <= low[place] + width[place] for place in places)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 9)), max_size=30))
def test_nodes_hang_together_where_a_path_of_hubs_joins_them(edges):
    node, hub = (np.array([edge[part] for edge in edges], np.int64) for part in range(2))
    label = components(node, hub, 13)
    wanted = connected(range(13), [(one, two) for one, at in edges for two, other in edges if at == other])
    assert {frozenset(group) for group in wanted} == {frozenset(np.flatnonzero(label == one).tolist()) for one in set(label.tolist())}


def test_lines_with_equal_keys_are_put_together_in_their_order():
    blocks = blocks_by(np.array([7, 3, 7, 5, 3, 7]), np.array([10, 11, 12, 13, 14, 15]), least=2)
    assert [blocks.rows[start:end].tolist() for start, end in zip(blocks.starts, blocks.ends, strict=True)] == [[11, 14], [10, 12, 15]]
    assert blocks.kept(np.array([False, True])).rows.tolist() == [10, 12, 15]
    assert blocks.most(np.array([4, 1, 2, 9, 3])).tolist() == [4, 9]


def test_mixed_numbers_differ_by_the_order_of_their_parts():
    one, two = np.array([1, 2, 1], np.uint64), np.array([2, 1, 2], np.uint64)
    found = mixed(one, two)
    assert found[0] == found[2] != found[1]
    assert mixed(one, 0)[0] != mixed(one)[0]


def test_what_is_not_in_a_table_is_nothing():
    assert looked_up(np.array([5, 6]), np.array([4, 6]), np.array([40, 60])).tolist() == [0, 60]
    assert looked_up(np.array([5]), np.zeros(0, np.int64), np.zeros(0, np.int64), 9).tolist() == [9]


def test_the_lines_of_each_thing_are_laid_out():
    which, line = spread(np.array([0, 2, 2]), np.array([2, 0, 3]), np.array([2, 1, 0]))
    assert which.tolist() == [0, 0, 0, 2, 2]
    assert line.tolist() == [2, 3, 4, 0, 1]


def test_each_number_is_named_once_in_order():
    assert distinct(np.array([3, 1, 3, 2, 1])).tolist() == [1, 2, 3]
    assert distinct(np.zeros(0, np.uint64)).tolist() == []


def test_lines_are_cut_into_runs_of_a_bounded_size() -> None:
    sizes = np.array([3, 3, 9, 1, 1, 0])

    runs = [sizes[run].tolist() for run in shares(sizes, 6)]

    assert runs == [[3, 3], [9], [1, 1, 0]]
    assert not list(shares(sizes[:0], 6))
