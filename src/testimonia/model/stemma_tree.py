"""The stemma as trees: from the voice, outlet or text that most witnesses hang on, down to those that hang together with them."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from testimonia.model.stemma import Hub, Link, LinkKind, Stemma, Witness

TELLING: tuple[LinkKind, ...] = ("republication", "voice", "description", "wording", "publisher", "side", "document")
"""Kinds of link, the one that says most of who has it from whom first; it decides between hubs on which the same witnesses hang."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A hub or a witness with those that hang on it; `link` joins it to the branch that it hangs on, None at the root."""

    node: Hub | Witness
    link: Link | None = None
    branches: "tuple[Branch, ...]" = ()

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


Hanging = dict[str, list[tuple[Hub | Witness, Link]]]
"""For each hub and witness, by id, what hangs on it and by which link."""


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
    root = hubs[ranked[0]]
    return _branch(root, None, _hanging(root, shared, hubs, ranked))


def _hanging(root: Hub, holders: Mapping[str, list[Witness]], hubs: Mapping[str, Hub], ranked: Iterable[str]) -> Hanging:
    """Hang witnesses on hubs and hubs on witnesses, breadth first, until all of the group have their place."""
    order = {name: place for place, name in enumerate(ranked)}
    seen, hanging = {root.id}, Hanging()
    waiting = deque[Hub | Witness]([root])
    while waiting:
        here = waiting.popleft()
        if isinstance(here, Hub):
            found: list[tuple[Hub | Witness, Link]] = [(one, one.links[here.id]) for one in holders[here.id] if one.id not in seen]
        else:
            links = [link for link in here.links.values() if link.hub.id in order and link.hub.id not in seen]
            found = [(hubs[link.hub.id], link) for link in sorted(links, key=lambda link: order[link.hub.id])]
        hanging[here.id] = found
        seen.update(node.id for node, _ in found)
        waiting += (node for node, _ in found)
    return hanging


def _branch(node: Hub | Witness, link: Link | None, hanging: Hanging) -> Branch:
    """Make a branch with all that hangs on it; hubs on which nothing new hangs are left out."""
    made = (_branch(one, its, hanging) for one, its in hanging[node.id])
    return Branch(node, link, tuple(branch for branch in made if isinstance(branch.node, Witness) or branch.branches))
