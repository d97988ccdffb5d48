"""The stemma as trees: from the voice, outlet or text that most witnesses hang on, down to those that hang together with them."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from testimonia.model.stemma import Hub, Link, LinkKind, Stemma, Witness

TELLING: tuple[LinkKind, ...] = ("republication", "voice", "description", "wording", "publisher", "side", "document")
"""Kinds of link, the one that says most of who has it from whom first; it decides between hubs on which the same witnesses hang."""


@dataclass(slots=True)
class Branch:
    """A hub or a witness with those that hang on it; `link` joins it to the branch that it hangs on, None at the root."""

    node: Hub | Witness
    link: Link | None = None
    branches: "list[Branch]" = field(default_factory=list)

    def walk(self, depth: int = 0) -> "Iterator[tuple[int, Branch]]":
        """Go through the tree, each branch before those that hang on it.

        Args:
            depth: How deep this one hangs.

        Yields:
            Depth and branch.
        """
        yield depth, self
        for branch in self.branches:
            yield from branch.walk(depth + 1)


def trees_of(stemma: Stemma) -> tuple[Branch, ...]:
    """Lay a stemma out as trees, one for each group of witnesses that hang together.

    Args:
        stemma: A stemma.

    Returns:
        Trees in the groups' order. Every witness stands in one of them once, every hub that joins two or more at most once; a hub that only
        one witness hangs on is left out.
    """
    return tuple(_tree(group) for group in stemma.groups())


def _tree(group: Sequence[Witness]) -> Branch:
    holders: dict[str, list[Witness]] = {}
    hubs: dict[str, Hub] = {}
    for witness in group:
        for link in witness.links.values():
            holders.setdefault(link.hub.id, []).append(witness)
            hubs[link.hub.id] = link.hub
    shared = {name: held for name, held in holders.items() if len(held) > 1}
    if not shared:
        return Branch(group[0])
    telling = {name: min(TELLING.index(witness.links[name].kind) for witness in held) for name, held in shared.items()}
    ranked = sorted(shared, key=lambda name: (-len(shared[name]), telling[name], name))
    return _grown(Branch(hubs[ranked[0]]), shared, hubs, ranked)


def _grown(root: Branch, holders: Mapping[str, list[Witness]], hubs: Mapping[str, Hub], ranked: Iterable[str]) -> Branch:
    """Hang witnesses on hubs and hubs on witnesses, breadth first, until all of the group have their place."""
    order = {name: place for place, name in enumerate(ranked)}
    seen = {root.node.id}
    waiting = deque([root])
    while waiting:
        here = waiting.popleft()
        if isinstance(here.node, Hub):
            found = [Branch(witness, witness.links[here.node.id]) for witness in holders[here.node.id] if witness.id not in seen]
        else:
            links = [link for link in here.node.links.values() if link.hub.id in order and link.hub.id not in seen]
            found = [Branch(hubs[link.hub.id], link) for link in sorted(links, key=lambda link: order[link.hub.id])]
        seen.update(branch.node.id for branch in found)
        here.branches += found
        waiting += found
    return _pruned(root)


def _pruned(branch: Branch) -> Branch:
    """Leave out hubs on which nothing new hangs."""
    kept = [_pruned(one) for one in branch.branches]
    branch.branches = [one for one in kept if isinstance(one.node, Witness) or one.branches]
    return branch
