"""Name tags make sense even where single words vote otherwise."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.parser.names import NameTagger

TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]


def scores(*rows: dict[str, float]) -> np.ndarray:
    return np.array([[row.get(tag, -9.0) for tag in TAGS] for row in rows], np.float32)


def test_valid_votes_are_kept() -> None:
    tagger = NameTagger(TAGS)
    assert [TAGS[t] for t in tagger.best(scores({"B-ORG": 0}, {"I-ORG": 0}, {"O": 0}))] == ["B-ORG", "I-ORG", "O"]


def test_an_inner_tag_without_a_beginning_is_repaired() -> None:
    tagger = NameTagger(TAGS)
    chosen = tagger.best(scores({"O": -1, "B-ORG": -1.1}, {"I-ORG": -0.1, "O": -3}, {"I-PER": -0.7, "I-ORG": -0.8}))
    assert [TAGS[t] for t in chosen] == ["B-ORG", "I-ORG", "I-ORG"]


@given(st.integers(1, 12), st.integers(0, 10**9))
def test_tags_are_always_valid_and_never_beaten_by_the_repair_of_single_votes(words: int, seed: int) -> None:
    tagger = NameTagger(TAGS)
    table = np.random.default_rng(seed).normal(size=(words, len(TAGS))).astype(np.float32)
    chosen = tagger.best(table)
    assert tagger.is_valid(chosen)
    repaired: list[int] = []
    for row in table:
        tag = int(row.argmax())
        repaired.append(tag if tagger.is_valid([*repaired, tag]) else 0)
    assert table[range(words), chosen].sum() >= table[range(words), repaired].sum() - 1e-4
