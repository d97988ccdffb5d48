"""Stated names at work: an owner is tied to those who bear the name that a text gives it.

A name with one owner ties every bearer, in any document. A name that texts give to several bodies (PLA is two armies) ties only within a
document that states it, or where the documents keep one company; all other bearers stay open, and are not even one with each other by
that name alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from testimonia.resolve.clusters import STATED, Pair, pair_of
from testimonia.resolve.ground import Ground, GroupKey
from testimonia.resolve.proposals import Proposals
from testimonia.resolve.same_name import RULE_NAME as SAME_NAME
from testimonia.resolve.stated import StatedName, reach_of

STATED_SCORE = 0.97
SIDE_BY_SIDE = "names of one referent"
SIDE_BY_SIDE_SCORE = 0.93
AMBIGUOUS = "ambiguous name"
COMPANY_SCORE = 0.75
MAX_OWNERS = 6
"""Owners of one name that are looked at; a name with more is a word."""


@dataclass(frozen=True, slots=True)
class AliasTable:
    """Stated names that may tie, by class and folded name; `anywhere` beyond their document, `local` within it only."""

    anywhere: Mapping[GroupKey, tuple[StatedName, ...]]
    local: tuple[StatedName, ...]
    denied: tuple[StatedName, ...]

    def also_called(self, ground: Ground) -> dict[str, frozenset[str]]:
        """Collect the stated names that the referents of each name own.

        Args:
            ground: What is known.

        Returns:
            From an organisation's folded name to folded stated names that reach beyond their document.
        """
        found: dict[str, set[str]] = {}
        for (cls, key), owners in self.anywhere.items():
            if cls == "org":
                for stated in owners:
                    found.setdefault(ground.keys[stated.owner], set()).add(key)
        return {name: frozenset(keys) for name, keys in found.items()}

    def with_names(self, ground: Ground, names: Sequence[StatedName]) -> "AliasTable":
        """Add names that are known to stand for their owners otherwise.

        Args:
            ground: What is known.
            names: Further names of organisations.

        Returns:
            A table that counts their owners too.
        """
        added: dict[GroupKey, dict[str, StatedName]] = {}  # by owner
        for stated in names:
            if reach_of(stated, "org", places=ground.places) == "anywhere":
                added.setdefault(("org", stated.key), {}).setdefault(stated.owner, stated)
        anywhere = dict(self.anywhere)
        for key, owners in added.items():
            known = self.anywhere.get(key, ())
            told = {stated.owner for stated in known}
            anywhere[key] = (*known, *(stated for owner, stated in owners.items() if owner not in told))
        return AliasTable(anywhere, self.local, self.denied)


def table_of_aliases(ground: Ground, *, public: frozenset[str]) -> AliasTable:
    """Sort the stated names by how far they tie.

    Args:
        ground: What is known.
        public: Persons with a public role; other persons' names tie nothing.

    Returns:
        The table; names too general to tie stand nowhere in it.
    """
    anywhere: dict[GroupKey, list[StatedName]] = {}
    local: list[StatedName] = []
    for stated in ground.stated:
        cls = ground.referents[stated.owner].cls
        if cls == "person" and stated.owner not in public:
            continue
        reach = "nowhere" if stated.denied else reach_of(stated, cls, places=ground.places)
        if reach == "anywhere":
            anywhere.setdefault((cls, stated.key), []).append(stated)
        elif reach == "document":
            local.append(stated)
    denied = tuple(stated for stated in ground.stated if stated.denied and ground.referents[stated.owner].cls == "org")
    return AliasTable({key: tuple(owners) for key, owners in anywhere.items()}, tuple(local), denied)


def propose_by_aliases(
    ground: Ground, proposals: Proposals, table: AliasTable, *, bearers: Mapping[GroupKey, tuple[str, ...]], classes: frozenset[str]
) -> None:
    """Judge owners of stated names and the bearers of those names.

    Args:
        ground: What is known.
        proposals: Where judgements are written down; the clusters they give so far tell how many owners a name has.
        table: The stated names.
        bearers: For each class and folded name, the first referent of each body that seems to bear it.
        classes: Classes of referents to look at.
    """
    by_name_and_document = _by_name_and_document(ground)
    for stated in (*table.local, *(stated for owners in table.anywhere.values() for stated in owners)):
        if ground.referents[stated.owner].cls in classes:
            _tie_locally(ground, proposals, stated, by_name_and_document)
    ambiguous, roots = _several_owners(ground, proposals, table, bearers=bearers, classes=classes)
    for key, owners in table.anywhere.items():
        if key in ambiguous:
            _tie_by_company(ground, proposals, owners, bearers.get(key, ()), roots)
        elif key[0] in classes:
            _tie_all(proposals, owners, bearers.get(key, ()))
    for stated in table.denied:
        cls = ground.referents[stated.owner].cls
        for bearer in bearers.get((cls, stated.key), ()):
            proposals.add(
                stated.owner,
                bearer,
                "DIFFERENT",
                STATED_SCORE,
                (f"the name is denied: {_source(stated)}",),
                rule=STATED,
                evidence=stated.claims,
            )


def _several_owners(
    ground: Ground, proposals: Proposals, table: AliasTable, *, bearers: Mapping[GroupKey, tuple[str, ...]], classes: frozenset[str]
) -> tuple[set[GroupKey], dict[str, int]]:
    """Find the names that several bodies own, without what those names themselves would join.

    Each round takes the suspected names' own judgements away and clusters; a name whose owners are one without them is cleared, and may
    clear others.
    """
    suspected = {key for key, owners in table.anywhere.items() if key[0] in classes and len({stated.owner for stated in owners}) > 1}
    if not suspected:
        return suspected, {}
    held = {key: _judgements_of_name(ground, proposals, bearers.get(key, ())) for key in suspected}
    while True:
        without = {pair for key in suspected for pair in held[key]}
        roots = proposals.cluster(without=without).root_of()
        cleared = {key for key in suspected if len({roots[stated.owner] for stated in table.anywhere[key]}) == 1}
        if not cleared:
            return suspected, roots
        suspected -= cleared


def _judgements_of_name(ground: Ground, proposals: Proposals, bearers: Sequence[str]) -> list[Pair]:
    """List the pairs that bearing one name has joined."""
    found = (pair_of(first, one) for first in bearers for one in ground.groups[ground.referents[first].cls, ground.keys[first]])
    return [pair for pair in found if proposals.says(pair, rule=SAME_NAME)]


def _tie_locally(ground: Ground, proposals: Proposals, stated: StatedName, bearers: Mapping[tuple[str, str, str], str]) -> None:
    owner = ground.referents[stated.owner]
    bearer = bearers.get((owner.document, owner.cls, stated.key))
    if bearer is not None:
        _tie(proposals, stated, bearer)


def _tie_all(proposals: Proposals, owners: Sequence[StatedName], bearers: Sequence[str]) -> None:
    """Tie the owners to the one body that bears the name; where several bodies do, only documents that state it tell which."""
    if len(bearers) == 1:
        for stated in owners:
            _tie(proposals, stated, bearers[0])
        return
    for bearer in bearers[:MAX_OWNERS]:
        reasons = ("several bodies bear the stated name", _source(owners[0]))
        proposals.add(owners[0].owner, bearer, "UNSURE", 0.5, reasons, rule=AMBIGUOUS, evidence=owners[0].claims)


def _tie_by_company(
    ground: Ground, proposals: Proposals, owners: Sequence[StatedName], bearers: Sequence[str], roots: Mapping[str, int]
) -> None:
    """Undo what a name of several bodies alone joined; tie a bearer only where its document keeps the company of one owner's."""
    stating = {ground.referents[stated.owner].document for stated in owners}
    for first in bearers:
        for member in ground.groups[ground.referents[first].cls, ground.keys[first]]:
            proposals.withdraw(first, member, rule=SAME_NAME)
            if ground.referents[member].document not in stating:
                _tie_or_leave(ground, proposals, owners[:MAX_OWNERS], member, roots)
    for other in owners[1:MAX_OWNERS]:
        reasons = ("one name is stated for both", _source(owners[0]), _source(other))
        proposals.add(owners[0].owner, other.owner, "UNSURE", 0.45, reasons, rule=AMBIGUOUS, evidence=(*owners[0].claims, *other.claims))


def _tie_or_leave(ground: Ground, proposals: Proposals, owners: Sequence[StatedName], member: str, roots: Mapping[str, int]) -> None:
    near = [stated for stated in owners if ground.share_company((stated.owner,), (member,))]
    if len({roots[stated.owner] for stated in near}) == 1:
        reasons = (_source(near[0]), "their documents name other bodies and places in common")
        proposals.add(near[0].owner, member, "SAME", COMPANY_SCORE, reasons, rule=AMBIGUOUS, evidence=near[0].claims)
        return
    for stated in owners:
        reasons = ("the name is stated for several bodies", _source(stated))
        proposals.add(stated.owner, member, "UNSURE", 0.5, reasons, rule=AMBIGUOUS, evidence=stated.claims)


def _tie(proposals: Proposals, stated: StatedName, bearer: str) -> None:
    if stated.claims:
        proposals.add(stated.owner, bearer, "SAME", STATED_SCORE, (_source(stated),), rule=STATED, evidence=stated.claims)
    else:
        proposals.add(stated.owner, bearer, "SAME", SIDE_BY_SIDE_SCORE, (_source(stated),), rule=SIDE_BY_SIDE)


def _source(stated: StatedName) -> str:
    if stated.claims:
        return f"stated {stated.kind} {stated.name!r}: {', '.join(stated.claims)}"
    return f"one document uses the name {stated.name!r} for it"


def _by_name_and_document(ground: Ground) -> dict[tuple[str, str, str], str]:
    return {(ground.referents[one].document, cls, key): one for (cls, key), members in ground.groups.items() for one in members}
