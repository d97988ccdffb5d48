"""Connected components: who hangs together with whom."""

from collections.abc import Iterable
from typing import TypeVar

Key = TypeVar("Key")


def connected(nodes: Iterable[Key], edges: Iterable[tuple[Key, Key]]) -> list[list[Key]]:
    """Part nodes into connected components.

    Args:
        nodes: All nodes, in the order that the result keeps.
        edges: Pairs of nodes that belong together.

    Returns:
        Components in the order of their first node, each in the nodes' order.

    Example:
        >>> connected("abcd", [("a", "c")])
        [['a', 'c'], ['b'], ['d']]
    """
    order = list(dict.fromkeys(nodes))
    root = {node: node for node in order}

    def find(node: Key) -> Key:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for left, right in edges:
        root[find(right)] = find(left)
    parts: dict[Key, list[Key]] = {}
    for node in order:
        parts.setdefault(find(node), []).append(node)
    return list(parts.values())
