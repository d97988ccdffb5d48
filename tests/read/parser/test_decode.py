"""Decoding: sentences part trees, roots are roots, nothing else is."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.parser.decode import Decoder
from testimonia.read.parser.trees import is_tree

DEPRELS = ["punct", "root", "nsubj", "obj"]
TAGS = ["O", "B-ORG", "I-ORG"]
WIDTH = 3


def random_scores(words: int, seed: int) -> dict[str, np.ndarray]:
    chance = np.random.default_rng(seed)
    names = chance.normal(size=(words, len(TAGS))).astype(np.float32)
    return {
        "upos": chance.integers(0, 5, words),
        "feats": chance.integers(0, 5, words),
        "rules": chance.integers(0, 5, words),
        "starts": chance.normal(size=words).astype(np.float32),
        "names": names - np.log(np.exp(names).sum(axis=1, keepdims=True)),
        "arcs": chance.normal(size=(words, words + 1)).astype(np.float32),
        "relations": chance.normal(size=(words, len(DEPRELS) * (WIDTH + 1))).astype(np.float32),
        "heads": chance.normal(size=(words + 1, WIDTH)).astype(np.float32),
    }


@given(st.integers(1, 25), st.integers(0, 10**9))
def test_every_sentence_is_a_tree_of_its_own(words: int, seed: int) -> None:
    decoded = Decoder(DEPRELS, TAGS).decode(random_scores(words, seed))
    assert decoded.starts[0] == 0
    assert decoded.starts[-1] == words
    for low, high in pairwise(decoded.starts):
        heads = decoded.heads[low:high]
        assert all(head < 0 or low <= head < high for head in heads)
        assert is_tree([head if head < 0 else head - low for head in heads])
    assert [DEPRELS[r] == "root" for r in decoded.deprels] == [head < 0 for head in decoded.heads]
    assert all(0 < odds <= 1.0001 for odds in decoded.name_odds)


def test_relations_are_scored_for_the_chosen_head() -> None:
    scores = random_scores(2, 0)
    scores["arcs"] = np.array([[9, 0, 0], [0, 9, 0]], np.float32)
    by_relation = np.zeros((2, len(DEPRELS), WIDTH + 1), np.float32)
    by_relation[1, DEPRELS.index("obj"), 0] = 1
    scores["relations"] = by_relation.reshape(2, -1)
    scores["heads"] = np.array([[0, 0, 0], [5, 0, 0], [-5, 0, 0]], np.float32)
    decoded = Decoder(DEPRELS, TAGS).decode(scores, starts=[0])
    assert decoded.heads == [-1, 0]
    assert [DEPRELS[r] for r in decoded.deprels] == ["root", "obj"]


def test_known_sentence_starts_are_kept() -> None:
    decoded = Decoder(DEPRELS, TAGS).decode(random_scores(6, 3), starts=[0, 2, 5])
    assert decoded.starts == [0, 2, 5, 6]
