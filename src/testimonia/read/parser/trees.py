"""The best tree: one root, every other word under one head, no circle.

Most sentences need no search: when every word's best head already makes a tree, that is the best tree. Else Chu-Liu-Edmonds, once
for each of the likeliest roots.
"""

from typing import Any

import numpy as np

Scores = np.ndarray[Any, np.dtype[np.float64]]

NEVER = -1e9
CIRCLES_MERGED = 100
"""How many circles are merged, one after the other; of 4,000 sentences of EWT none needs more than 72, a page of dashes needs hundreds."""
ROOTS_TRIED = 3  # likeliest roots; on EWT dev a fourth never won
WHITE, GREY, BLACK = 0, 1, 2


def find_cycle(heads: list[int]) -> list[int]:
    """Find a circle among heads.

    Args:
        heads: Head of each word, -1 for a root.

    Returns:
        The words of one circle, empty when there is none.
    """
    colour = [WHITE] * len(heads)
    for begin in range(len(heads)):
        path: list[int] = []
        word = begin
        while word >= 0 and colour[word] == WHITE:
            colour[word] = GREY
            path.append(word)
            word = heads[word]
        if word >= 0 and colour[word] == GREY:
            return path[path.index(word) :]
        for seen in path:
            colour[seen] = BLACK
    return []


def is_tree(heads: list[int]) -> bool:
    """Say whether heads make a tree with one root.

    Args:
        heads: Head of each word, -1 for the root.

    Returns:
        True when there is exactly one root and no circle.
    """
    return heads.count(-1) == 1 and not find_cycle(heads)


def best_tree(scores: Scores) -> list[int]:
    """Find the best tree with a single root.

    Args:
        scores: Log probabilities, (words, 1 + words): column 0 is the root, column h + 1 the head h.

    Returns:
        Head of each word, -1 for the root.

    Follows:
        Chu and Liu 1965, Edmonds 1967; the root is fixed first, so that there is one (Zmigrod et al. 2020, "Please mind the root").
    """
    words = len(scores)
    square = np.array(scores[:, 1:], dtype=np.float64)
    np.fill_diagonal(square, NEVER)
    rest = square.max(axis=1) if words > 1 else np.zeros(words)
    likeliest = np.argsort(rest - scores[:, 0], kind="stable")[:ROOTS_TRIED]
    best: tuple[float, list[int]] | None = None
    for root in likeliest.tolist():
        heads = _best_under(square, root)
        value = float(scores[root, 0] + sum(square[word, head] for word, head in enumerate(heads) if head >= 0))
        if best is None or value > best[0]:
            best = (value, heads)
    return [] if best is None else best[1]


def _best_under(square: Scores, root: int) -> list[int]:
    """The best tree whose root is given."""
    fixed = square.copy()
    fixed[root, :] = NEVER
    heads = _edmonds(fixed, root, left=CIRCLES_MERGED)
    heads[root] = -1
    return heads


def _edmonds(square: Scores, root: int, *, left: int) -> list[int]:
    """Maximum arborescence: scores (word, head), everything reachable from the root; with no merger left, circles are cut at the root."""
    heads = [int(head) for head in square.argmax(axis=1)]
    heads[root] = -1
    circle = find_cycle(heads)
    if not circle:
        return heads
    if left == 0:
        return _cut(heads, square, root)
    inside = set(circle)
    outside = [word for word in range(len(square)) if word not in inside]
    merged = len(outside)
    own = np.array([square[word, heads[word]] for word in circle])
    contracted = np.full((merged + 1, merged + 1), NEVER)
    contracted[:merged, :merged] = square[np.ix_(outside, outside)]
    np.fill_diagonal(contracted, NEVER)
    leaving = square[np.ix_(outside, circle)]
    contracted[:merged, merged] = leaving.max(axis=1)
    entering = square[np.ix_(circle, outside)] - own[:, None]
    contracted[merged, :merged] = entering.max(axis=0) + own.sum()
    solved = _edmonds(contracted, outside.index(root), left=left - 1)
    for place, word in enumerate(outside):
        head = solved[place]
        if head >= 0:
            heads[word] = circle[int(leaving[place].argmax())] if head == merged else outside[head]
    above = solved[merged]
    heads[circle[int(entering[:, above].argmax())]] = outside[above]
    return heads


def _cut(heads: list[int], square: Scores, root: int) -> list[int]:
    """Open every circle by hanging its word that likes the root best under the root."""
    while circle := find_cycle(heads):
        heads[max(circle, key=lambda word: float(square[word, root]))] = root
    return heads
