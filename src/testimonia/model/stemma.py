"""Stemma: who has it from whom. Witnesses, what each hangs on, and the paths by which they hang together.

A witness is a chain of voices in one document. It hangs on hubs: its document, the outlets that published it, a text that stands in
several documents, the bodies whose word it carries. Two witnesses are independent only if no path of links joins them, through other
witnesses of the stemma or directly. No pair is ever listed, so that a story in a thousand outlets costs a thousand links.

Follows: the way philologists tell manuscripts that descend from one another.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from testimonia.model.identifiers import identify

HubKind = Literal["document", "outlet", "text", "body", "words"]
LinkKind = Literal["document", "publisher", "republication", "wording", "voice", "description", "side"]

PLAINEST: tuple[LinkKind, ...] = ("document", "publisher", "republication", "wording", "voice", "description", "side")
"""Kinds of link, the one that is easiest to check first: the reason shown is the plainest of those that hold."""

NO_PUBLISHER = "the publisher of one document is unknown, so it cannot be shown to be anybody else"


@dataclass(frozen=True, slots=True)
class Hub:
    """What several witnesses may hang on: a document, an outlet, a text, a body with its voices, or the words that describe a voice."""

    id: str
    kind: HubKind
    label: str


@dataclass(frozen=True, slots=True)
class Link:
    """That a witness hangs on a hub, and how we know.

    `words` say it of this witness ("published by Sample News"). `strength` runs from 0 to 1: 1 where it is recorded (publisher, credit,
    named voice, register of sources), the share of common words for wording, one half where one description may mean two voices, and
    less than 1 where only claims say that somebody speaks for a body (`claims`), the more documents the nearer to 1. It is shown and
    decides nothing.
    """

    hub: Hub
    kind: LinkKind
    words: str
    strength: float = 1.0
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Witness:
    """One chain of voices in one document; `links` by hub id. `known` is False where nobody knows who published the document.

    `chain` tells it from other witnesses of the document: words and referents of its voices, and when they spoke where that matters.
    """

    label: str
    document: str
    chain: tuple[str | int | None, ...]
    links: Mapping[str, Link]
    known: bool

    @property
    def id(self) -> str:
        """A content hash over the document and the chain."""
        return identify("w", self.document, *self.chain)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: two witnesses and the hub on which both hang, with the link of each."""

    left: Witness
    right: Witness
    near: Link
    far: Link

    @property
    def words(self) -> str:
        """Why the two are not independent, without a full stop."""
        return in_words(self.near, self.far)


@dataclass(frozen=True, slots=True)
class Stemma:
    """The witnesses behind some claims or event reports: what they are about, who they are, and who bears which claim."""

    about: str
    witnesses: tuple[Witness, ...]
    borne_by: Mapping[str, str] = field(default_factory=dict)

    def groups(self) -> tuple[tuple[Witness, ...], ...]:
        """Part the witnesses into those that hang together.

        Returns:
            Groups in the order of their first witness.
        """
        return tuple(map(tuple, parted(self.witnesses)))

    @property
    def independent(self) -> int:
        """How many witnesses are independent of one another."""
        return count_independent(self.witnesses)

    def path_between(self, one: str, other: str) -> tuple[Step, ...] | None:
        """Find the shortest path from one witness to another.

        Args:
            one: A witness's id.
            other: Another's.

        Returns:
            The steps, none where both are one witness; None where no path joins them.
        """
        by_id = {witness.id: witness for witness in self.witnesses}
        return path_from(by_id[one], by_id[other], self.witnesses)


def path_from(left: Witness, right: Witness, among: Sequence[Witness]) -> tuple[Step, ...] | None:
    """Find the shortest path from one witness to another, over the plainest links.

    Args:
        left: A witness.
        right: Another one.
        among: The witnesses that the path may lead through.

    Returns:
        The steps, none where both are one witness; None where no path joins them.
    """
    holders: dict[str, list[Witness]] = {}
    for witness in (left, right, *among):
        for hub in witness.links:
            holders.setdefault(hub, []).append(witness)
    came: dict[int, Step | None] = {id(left): None}
    waiting = deque([left])
    while waiting and id(right) not in came:
        here = waiting.popleft()
        for link in sorted(here.links.values(), key=lambda link: PLAINEST.index(link.kind)):
            for there in holders.pop(link.hub.id, ()):
                if id(there) not in came:
                    came[id(there)] = Step(here, there, link, there.links[link.hub.id])
                    waiting.append(there)
    if id(right) not in came:
        return None
    steps, at = list[Step](), came[id(right)]
    while at is not None:
        steps.append(at)
        at = came[id(at.left)]
    return tuple(reversed(steps))


def parted(witnesses: Iterable[Witness]) -> list[list[Witness]]:
    """Part witnesses into those that hang together.

    Args:
        witnesses: Witnesses, repeats allowed.

    Returns:
        Groups in the order of their first witness, each in the given order.
    """
    ordered = list(witnesses)
    root = list(range(len(ordered)))

    def find(place: int) -> int:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    first: dict[str, int] = {}
    for place, witness in enumerate(ordered):
        for hub in witness.links:
            one, two = find(first.setdefault(hub, place)), find(place)
            root[max(one, two)] = min(one, two)
    groups: dict[int, list[Witness]] = {}
    for place, witness in enumerate(ordered):
        groups.setdefault(find(place), []).append(witness)
    return list(groups.values())


def count_independent(witnesses: Sequence[Witness]) -> int:
    """Count witnesses that no path joins.

    Args:
        witnesses: Witnesses in a stable order, repeats allowed.

    Returns:
        The number of groups among those with a known publisher; 1 if there are none of those, 0 without any witness.
    """
    known = [witness for witness in witnesses if witness.known]
    return len(parted(known)) if known else min(1, len(witnesses))


def in_words(near: Link, far: Link) -> str:
    """Say why two witnesses that hang on one hub are not independent.

    Args:
        near: The link of the one.
        far: The link of the other to the same hub.

    Returns:
        The reason, without a full stop.
    """
    kind, name = max(near.kind, far.kind, key=PLAINEST.index), near.hub.label
    if kind == "side":
        reasons = dict.fromkeys(link.words for link in (near, far) if link.kind == "side")
        return "they are one side: " + "; ".join(reasons)
    if kind == "wording":
        reasons = dict.fromkeys(link.words for link in (near, far))
        return "their texts share more than half of their wording: " + "; ".join(reasons)
    said = {
        "document": "they stand in one document",
        "publisher": f"both were published by {name}",
        "republication": f"one is a republication from {name}" if near.kind != far.kind else f"both are republications from {name}",
        "voice": f"both go back to {name}",
        "description": f"both quote {name}, which may be one voice",
    }
    return said[kind]
