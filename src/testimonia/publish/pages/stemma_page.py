"""The page of a stemma: a tree of who has it from whom, for the witnesses of one claim or event."""

from collections.abc import Mapping
from dataclasses import dataclass

from testimonia.model.stemma import NO_PUBLISHER, Hub, Stemma, Step, Witness
from testimonia.model.stemma_tree import Branch, trees_of
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.shown import ShownClaim, shown_claim

SURE = 0.995
"""From this strength on a link is certain, and its strength is not shown."""


@dataclass(frozen=True, slots=True)
class StemmaNode:
    """A witness, or what several hang on, with those that hang on it.

    `kind` is `witness`, or what a hub is: `document`, `outlet`, `text`, `body`, `words`. `why` says how it hangs on the node above, empty
    at the root; `strength` runs from 0 to 1, None where it is certain. `claims` are numbers of the page's claims that the witness bears.
    """

    id: str
    label: str
    kind: str
    why: str
    strength: float | None
    document: str | None
    claims: tuple[int, ...]
    nodes: "tuple[StemmaNode, ...]" = ()


@dataclass(frozen=True, slots=True)
class StemmaPage:
    """A stemma. `asked` is the claim or event it was asked for; `paths` says, step by step, what joins the two witnesses asked about."""

    asked: str
    about: str
    independent: int
    trees: tuple[StemmaNode, ...]
    claims: tuple[ShownClaim, ...]
    witnesses: tuple[tuple[str, str], ...]
    left: str | None
    right: str | None
    path: tuple[str, ...]


def stemma_page(catalogue: Catalogue, stemma: Stemma, *, asked: str, between: tuple[str | None, str | None] = (None, None)) -> StemmaPage:
    """Show who has it from whom.

    Args:
        catalogue: Where everything is, as the lens leaves it.
        stemma: The witnesses and what joins them.
        asked: The claim or event it was asked for.
        between: Ids of two witnesses between whom the path is asked for, None where it is not.

    Returns:
        The page: one tree for each independent witness.
    """
    records = [catalogue.claims.get(key) or catalogue.reports.get(key) for key in stemma.borne_by]
    claims = tuple(shown_claim(catalogue, record) for record in records if record is not None)
    borne: dict[str, list[int]] = {}
    for number, claim in enumerate(claims, 1):
        borne.setdefault(stemma.borne_by[claim.id], []).append(number)
    known = {witness.id: witness for witness in stemma.witnesses}
    left, right = (one if one in known else None for one in between)
    path = () if left is None or right is None else _path(stemma, known[left], known[right])
    return StemmaPage(
        asked=asked,
        about=stemma.about,
        independent=stemma.independent,
        trees=tuple(_node(tree, borne) for tree in trees_of(stemma)),
        claims=claims,
        witnesses=tuple((witness.id, witness.label) for witness in stemma.witnesses),
        left=left,
        right=right,
        path=path,
    )


def _node(branch: Branch, borne: Mapping[str, list[int]]) -> StemmaNode:
    node, link = branch.node, branch.link
    return StemmaNode(
        id=node.id,
        label=node.label,
        kind=node.kind if isinstance(node, Hub) else "witness",
        why="" if link is None else link.words,
        strength=None if link is None or link.strength >= SURE else round(link.strength, 2),
        document=node.document if isinstance(node, Witness) else None,
        claims=tuple(borne.get(node.id, ())),
        nodes=tuple(_node(inner, borne) for inner in branch.branches),
    )


def _path(stemma: Stemma, left: Witness, right: Witness) -> tuple[str, ...]:
    steps: tuple[Step, ...] | None = stemma.path_between(left.id, right.id)
    if steps is None:
        unknown = not (left.known and right.known)
        return (
            f"{left.label} and {right.label}: {NO_PUBLISHER}."
            if unknown
            else f"{left.label} and {right.label} are independent: no path joins them.",
        )
    if not steps:
        return (f"{left.label} is one witness, so there is no path to look for.",)
    return tuple(f"{step.left.label} and {step.right.label}: {step.words}." for step in steps)
