"""From the network's scores for one window to sentences, trees, relations and names.

Everything that can be is done for the whole window at once in numpy; a loop runs only over sentences.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from testimonia.read.parser.names import NameTagger
from testimonia.read.parser.trees import best_tree, is_tree

Array = np.ndarray[Any, np.dtype[Any]]

NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Decoded:
    """What the model says about the words of one window, word by word.

    Attributes:
        starts: Places where a sentence begins, then the number of words.
        upos: Class of the part of speech.
        feats: Class of the features.
        rules: Class of the lemma rule.
        heads: Place of the head in the window, -1 for a root.
        deprels: Class of the relation.
        names: Class of the name tag.
        name_odds: Probability of the chosen name tag.
    """

    starts: list[int]
    upos: list[int]
    feats: list[int]
    rules: list[int]
    heads: list[int]
    deprels: list[int]
    names: list[int]
    name_odds: list[float]


class Decoder:
    """Decodes windows for one model."""

    def __init__(self, deprels: list[str], tags: list[str]) -> None:
        """Remember the classes.

        Args:
            deprels: The relations in the order of the model's classes.
            tags: The name tags likewise.
        """
        self._root = deprels.index("root")
        self._names = NameTagger(tags)

    def decode(self, scores: Mapping[str, Array], *, starts: Sequence[int] | None = None) -> Decoded:
        """Decode one window.

        Args:
            scores: The network's outputs by name, without a batch dimension.
            starts: Places where sentences begin, when they are known; else the model decides.

        Returns:
            The decoded window.
        """
        words = len(scores["upos"])
        begins = _starts(scores["starts"]) if starts is None else [*starts, words]
        heads = _heads(scores["arcs"], begins)
        tags = [tag for low, high in pairwise(begins) for tag in self._names.best(scores["names"][low:high])]
        chosen: Array = scores["names"][np.arange(words), tags]
        return Decoded(
            starts=begins,
            upos=scores["upos"].tolist(),
            feats=scores["feats"].tolist(),
            rules=scores["rules"].tolist(),
            heads=heads,
            deprels=self._relations(scores, heads),
            names=tags,
            name_odds=np.exp(chosen).tolist(),
        )

    def _relations(self, scores: Mapping[str, Array], heads: list[int]) -> list[int]:
        """The best relation of every word to its head; "root" for the roots and for nothing else."""
        above = scores["heads"][np.array(heads) + 1]
        one = np.ones((len(heads), 1), np.float32)
        wide = np.concatenate([above, one], axis=1)
        by_relation = scores["relations"].reshape(len(heads), -1, wide.shape[1])
        values: Array = np.matmul(by_relation, wide[:, :, None])[:, :, 0]
        values[:, self._root] = NEVER
        chosen: list[int] = values.argmax(axis=1).tolist()
        return [self._root if head < 0 else relation for head, relation in zip(heads, chosen, strict=True)]


def _starts(odds: Array) -> list[int]:
    """Where sentences begin: the first word, and wherever a start is likelier than not; at the end the number of words."""
    begins: list[int] = np.flatnonzero(odds > 0).tolist()
    if not begins or begins[0] != 0:
        begins.insert(0, 0)
    return [*begins, len(odds)]


def _heads(arcs: Array, begins: list[int]) -> list[int]:
    """Heads inside each sentence: every word's best head where that is a tree, else the best tree."""
    heads: list[int] = []
    for low, high in pairwise(begins):
        count = high - low
        block = np.concatenate([arcs[low:high, :1], arcs[low:high, 1 + low : 1 + high]], axis=1)
        block[np.arange(count), np.arange(1, count + 1)] = NEVER
        local: list[int] = (block.argmax(axis=1) - 1).tolist()
        if not is_tree(local):
            local = best_tree(_log_softmax(block))
        heads += [head if head < 0 else head + low for head in local]
    return heads


def _log_softmax(scores: Array) -> Array:
    shifted = scores.astype(np.float64)
    shifted -= shifted.max(axis=1, keepdims=True)
    shifted -= np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return shifted
