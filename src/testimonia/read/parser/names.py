"""Name tags that make sense: an I- tag only after a tag of the same kind."""

from typing import Any

import numpy as np

Scores = np.ndarray[Any, np.dtype[np.float32]]

NEVER = np.float32(-1e9)


class NameTagger:
    """Chooses the best valid sequence of BIO tags."""

    def __init__(self, tags: list[str]) -> None:
        """Work out which tag may follow which.

        Args:
            tags: The tags in the order of the model's classes.
        """
        self.tags = tags
        self._inner = [number for number, tag in enumerate(tags) if tag.startswith("I-")]
        self._follows = {(tags.index(first + tag[2:]), tags.index(tag)) for tag in tags if tag[0] == "I" for first in ("B-", "I-")}
        self._penalty = np.zeros((len(tags), len(tags)), np.float32)
        for before in range(len(tags)):
            for inner in self._inner:
                if (before, inner) not in self._follows:
                    self._penalty[before, inner] = NEVER

    def is_valid(self, chosen: list[int]) -> bool:
        """Say whether a sequence is one of whole names.

        Args:
            chosen: Tag numbers of one sentence.

        Returns:
            True when every I- tag continues a name of its kind.
        """
        before = -1
        for tag in chosen:
            if tag in self._inner and (before, tag) not in self._follows:
                return False
            before = tag
        return True

    def best(self, scores: Scores) -> list[int]:
        """Choose the best valid tags of one sentence (Viterbi, only where choosing word by word gives an invalid sequence).

        Args:
            scores: Log probabilities, (words, tags).

        Returns:
            Tag numbers.
        """
        greedy: list[int] = scores.argmax(axis=1).tolist()
        return greedy if self.is_valid(greedy) else self._viterbi(scores)

    def _viterbi(self, scores: Scores) -> list[int]:
        total = scores[0].copy()
        total[self._inner] = NEVER
        back: list[list[int]] = []
        for row in scores[1:]:
            table = total[:, None] + self._penalty
            back.append(table.argmax(axis=0).tolist())
            total = table.max(axis=0) + row
        tag = int(total.argmax())
        chosen = [tag]
        for came_from in reversed(back):
            tag = came_from[tag]
            chosen.append(tag)
        return chosen[::-1]
