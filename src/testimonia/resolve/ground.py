"""What identity decisions rest on, indexed once: referents by name, stated names, what keeps apart, parents, places, company."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from testimonia.model.claim import Claim
from testimonia.model.event import EventReport
from testimonia.model.judgement import Judgement
from testimonia.model.kinds import EntityClass, PlaceLevel
from testimonia.model.known_group import KnownGroup
from testimonia.model.referent import Referent
from testimonia.resolve.anatomy import Anatomy, anatomy_of
from testimonia.resolve.apart import Apart, find_apart
from testimonia.resolve.circumstances import Circumstances, circumstances_of
from testimonia.resolve.clusters import Pair, standing_decisions
from testimonia.resolve.keys import key_of, key_of_name
from testimonia.resolve.stated import StatedName, find_stated_names
from testimonia.text.names import fold_name

COMPANY = 2
"""Documents that name two further bodies or places in common speak of one setting; one is often the country alone."""
COMPANY_DOCUMENTS = 3
"""Documents looked at for each of two names: the first ones, so that the cost does not grow with a name's frequency."""

GroupKey = tuple[EntityClass, str]


class Located(Protocol):
    """An entry of a gazetteer, as far as identity needs it."""

    @property
    def id(self) -> str:
        """The entry's identifier, such as `geonames:2460596`."""

    @property
    def latitude(self) -> float:
        """Degrees north."""

    @property
    def longitude(self) -> float:
        """Degrees east."""

    @property
    def country(self) -> str:
        """ISO 3166-1 alpha-2; empty where it lies in several."""

    @property
    def level(self) -> PlaceLevel:
        """What the point stands for."""

    @property
    def divisions(self) -> tuple[str, ...]:
        """The ids of the divisions that it lies in, the finest first."""


Locate = Callable[[Sequence[Referent]], Mapping[str, Located | None]]
"""Finds places: from place referents to their entries, None or missing where there is none."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Referents in the given order and everything about them that decides identity.

    `groups` files them by class and folded name. `parents` are the bodies whose wing a referent is said to be, `homes` the countries it
    is said to operate in, `circumstances` what else is stated of it. `registered` are the entries of the register of groups that bear a
    folded name. `roots` number the clusters of an earlier pass, by which parents are compared; empty in the first.
    """

    referents: Mapping[str, Referent]
    keys: Mapping[str, str]
    groups: Mapping[GroupKey, tuple[str, ...]]
    stated: tuple[StatedName, ...]
    apart: Apart
    decided: Mapping[Pair, Judgement]
    parents: Mapping[str, frozenset[str]]
    located: Mapping[str, Located]
    homes: Mapping[str, frozenset[str]]
    places: frozenset[str]
    company: Mapping[str, frozenset[str]]
    circumstances: Mapping[str, Circumstances] = field(default_factory=dict)
    registered: Mapping[str, frozenset[str]] = field(default_factory=dict)
    roots: Mapping[str, int] = field(default_factory=dict)

    def anatomy(self, referent: str) -> Anatomy:
        """Take a referent's fullest name apart.

        Args:
            referent: Its id.

        Returns:
            The anatomy, computed once for each name.
        """
        return anatomy_of(self.referents[referent].name)

    def share_company(self, ours: Sequence[str], theirs: Sequence[str]) -> bool:
        """Say whether documents that name the one and the other name further bodies in common.

        Args:
            ours: Referents of one name.
            theirs: Referents of the other.

        Returns:
            True if two of their documents share enough names besides these.
        """
        own = {self.keys[ours[0]], self.keys[theirs[0]]}
        first, second = self._company_of(ours), self._company_of(theirs)
        return any(len((here & there) - own) >= COMPANY for here in first for there in second)

    def _company_of(self, referents: Sequence[str]) -> list[frozenset[str]]:
        documents = (self.referents[one].document for one in referents[:COMPANY_DOCUMENTS])
        return [self.company[document] for document in documents if document in self.company]

    def share_parent(self, ours: Iterable[str], theirs: Iterable[str]) -> bool:
        """Say whether both are stated to be the armed wing of one body.

        Args:
            ours: Referents of one name.
            theirs: Referents of the other.

        Returns:
            True if a parent of one is in the cluster of a parent of the other; False in the first pass.
        """
        return not self._parent_roots(ours).isdisjoint(self._parent_roots(theirs))

    def other_parents(self, ours: Iterable[str], theirs: Iterable[str]) -> bool:
        """Say whether the two are stated to be wings of clearly different bodies.

        Args:
            ours: Referents of one name.
            theirs: Referents of the other.

        Returns:
            True if both have parents, none in common, and no parent's name resembles one of the other's.
        """
        first, second = self._parents(ours), self._parents(theirs)
        if not self.roots or not first or not second or self.share_parent(ours, theirs):
            return False
        return all(_clearly_two(self.anatomy(one), self.anatomy(other)) for one in first for other in second)

    def _parents(self, referents: Iterable[str]) -> set[str]:
        return {parent for referent in referents if referent in self.parents for parent in self.parents[referent]}

    def _parent_roots(self, referents: Iterable[str]) -> set[int]:
        return {self.roots[parent] for parent in self._parents(referents) if parent in self.roots}


def lay_ground(
    referents: Sequence[Referent],
    claims: Sequence[Claim],
    *,
    reports: Sequence[EventReport] = (),
    earlier: Sequence[Judgement],
    register: Sequence[KnownGroup] = (),
    locate: Locate | None,
) -> Ground:
    """Index what identity decisions rest on.

    Args:
        referents: Referents of all documents, oldest document first, each document's in the order of first mention.
        claims: Claims of all documents.
        reports: Event reports of all documents; opponents in one clash are two.
        earlier: Judgements of earlier builds and of reviewers; only people's count.
        register: Known groups with their names; may be empty.
        locate: Finds places, or None.

    Returns:
        The ground for every rule; referents given twice stand in it once.
    """
    by_id = {referent.id: referent for referent in referents}
    keys = {referent.id: key_of(referent) for referent in by_id.values()}
    groups: dict[GroupKey, list[str]] = {}
    for referent in by_id.values():
        if keys[referent.id]:
            groups.setdefault((referent.cls, keys[referent.id]), []).append(referent.id)
    places = [referent for referent in by_id.values() if referent.cls == "place"]
    found = {} if locate is None else locate(places)
    located = {place: entry for place, entry in found.items() if entry is not None}
    return Ground(
        referents=by_id,
        keys=keys,
        groups={key: tuple(members) for key, members in groups.items()},
        stated=find_stated_names(by_id, claims, keys=keys),
        apart=find_apart(claims, reports),
        decided=standing_decisions(earlier),
        parents=_objects(claims, "armed_wing_of", by_id),
        located=located,
        homes=_homes(_objects(claims, "operates_in", by_id), located),
        places=frozenset(fold_name(place.name) for place in places),
        company=_company(by_id.values(), keys),
        circumstances=circumstances_of(claims, by_id, keys=keys),
        registered=_registered(register),
    )


def _registered(register: Iterable[KnownGroup]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in register:
        for name in (group.name, *group.names):
            found.setdefault(key_of_name(name, "org"), set()).add(group.id)
    return {key: frozenset(ids) for key, ids in found.items()}


def _objects(claims: Iterable[Claim], predicate: str, known: Mapping[str, Referent]) -> dict[str, frozenset[str]]:
    """Collect the objects of an affirmed predicate by subject."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        if claim.predicate != predicate or claim.polarity == "denied" or claim.attribution.stance == "denied" or claim.object is None:
            continue
        subject, target = claim.subject.referent, claim.object.referent
        if subject in known and target in known and subject is not None and target is not None:
            found.setdefault(subject, set()).add(target)
    return {subject: frozenset(targets) for subject, targets in found.items()}


def _homes(operates: Mapping[str, frozenset[str]], located: Mapping[str, Located]) -> dict[str, frozenset[str]]:
    homes = {
        one: frozenset(located[place].country for place in places if place in located and located[place].country)
        for one, places in operates.items()
    }
    return {one: countries for one, countries in homes.items() if countries}


def _company(referents: Iterable[Referent], keys: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Collect the names of bodies and places that each document speaks of, without those too general to tell; documents of fewer than two
    such names tell nothing and are left out."""
    spoken_of: dict[str, list[Referent]] = {}
    for referent in referents:
        spoken_of.setdefault(referent.document, []).append(referent)
    company: dict[str, frozenset[str]] = {}
    for document, named in spoken_of.items():
        if len(named) >= COMPANY:
            names = frozenset(keys[referent.id] for referent in named if _tells_of_setting(referent))
            if len(names) >= COMPANY:
                company[document] = names
    return company


def _tells_of_setting(referent: Referent) -> bool:
    return referent.cls == "place" or (referent.cls == "org" and not anatomy_of(referent.name).general)


def _clearly_two(left: Anatomy, right: Anatomy) -> bool:
    """No own word in common, and not an acronym beside a long name (it may be the other's, in any language)."""
    if left.acronym != right.acronym:
        return False
    ours = {part.cls for part in left.parts if part.role in ("own", "theme")}
    theirs = {part.cls for part in right.parts if part.role in ("own", "theme")}
    return left.key != right.key and ours.isdisjoint(theirs)
