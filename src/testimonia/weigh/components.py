"""Connected components: who hangs together with whom."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Joined(Generic[Key]):
    """Things joined pair by pair; no pair is kept."""

    def __init__(self) -> None:
        """Begin with nothing joined."""
        self._root: dict[Key, Key] = {}

    def join_all(self, pairs: Iterable[tuple[Key, Key]]) -> None:
        """Join the two of each pair and whoever hangs together with them.

        Args:
            pairs: Pairs that belong together.
        """
        for left, right in pairs:
            one, two = self._find(left), self._find(right)
            self._root[two] = one

    def are_one(self, nodes: Iterable[Key]) -> bool:
        """Say whether things hang together.

        Args:
            nodes: Things, known or not.

        Returns:
            True if all have been named in pairs and are in one group.
        """
        roots = {self._find(node) if node in self._root else None for node in nodes}
        return len(roots) == 1 and None not in roots

    def groups(self) -> list[list[Key]]:
        """Give who hangs together.

        Returns:
            Groups in the order in which their members were first named, each in that order.
        """
        parts: dict[Key, list[Key]] = {}
        for node in self._root:
            parts.setdefault(self._find(node), []).append(node)
        return list(parts.values())

    def _find(self, node: Key) -> Key:
        root = self._root
        root.setdefault(node, node)
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node


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
    joined = Joined[Key]()
    joined.join_all((node, node) for node in nodes)
    joined.join_all(edges)
    return joined.groups()
