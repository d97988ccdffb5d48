"""The best tree, compared with trying all of them."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.parser.trees import best_tree, find_cycle, is_tree


def value(scores: np.ndarray, heads: tuple[int, ...] | list[int]) -> float:
    return float(sum(scores[word, head + 1] for word, head in enumerate(heads)))


def all_trees(words: int) -> list[tuple[int, ...]]:
    return [heads for heads in product(range(-1, words), repeat=words) if is_tree(list(heads))]


TREES = {words: all_trees(words) for words in range(1, 6)}


@given(st.integers(1, 5), st.integers(0, 10**9))
def test_no_tree_is_better(words: int, seed: int) -> None:
    scores = np.log(np.random.default_rng(seed).dirichlet(np.full(words + 1, 0.3), size=words) + 1e-6)
    found = best_tree(scores)
    assert is_tree(found)
    best_roots = sorted(range(words), key=lambda root: -max(value(scores, tree) for tree in TREES[words] if tree[root] == -1))
    tried = np.argsort((scores[:, 1:] + np.where(np.eye(words), -1e9, 0)).max(axis=1) - scores[:, 0], kind="stable")[:3]
    if best_roots[0] in tried:
        assert value(scores, found) == pytest.approx(max(value(scores, tree) for tree in TREES[words]))


@given(st.integers(1, 40), st.integers(0, 10**9))
def test_long_sentences_get_a_tree_too(words: int, seed: int) -> None:
    assert is_tree(best_tree(np.random.default_rng(seed).normal(size=(words, words + 1))))


def test_the_number_of_trees_is_cayleys() -> None:
    assert [len(TREES[words]) for words in range(1, 6)] == [words ** (words - 1) for words in range(1, 6)]


def test_a_circle_is_found_and_a_tree_has_none() -> None:
    assert sorted(find_cycle([1, 2, 0, -1])) == [0, 1, 2]
    assert find_cycle([-1, 0, 1]) == []
    assert not is_tree([-1, -1])
    assert not is_tree([1, 0])
