"""Identifiers of entities: they stay through rebuilds, merges and splits, and one that falls away leads to what took its place.

An entity's identifier is the hash of the referent that founded it, and it stays with that referent: a cluster has the identifier of its
oldest member that gave one. When two entities become one, the younger one's identifier is kept on the older one as a former identifier;
when they are parted again, it goes back to the cluster that holds its founder. So a merge and a split undo each other exactly.
"""

from collections.abc import Sequence

from testimonia.model.entity import Entity
from testimonia.model.identifiers import identify


def identify_clusters(clusters: Sequence[Sequence[str]], known: Sequence[Entity]) -> list[str]:
    """Give every cluster an identifier.

    Args:
        clusters: Referents judged to be one thing, each oldest first; clusters in the order of their oldest members.
        known: Entities of the earlier build.

    Returns:
        One identifier a cluster: a known one where there is, else a fresh one that no other entity has or had.
    """
    living = {entity.id for entity in known}
    issued = living | {former for entity in known for former in entity.formerly}
    own = [[one for member in members if issued and (one := identify("n", member)) in issued] for members in clusters]
    placed = {one for ids in own for one in ids}
    orphans = {referent: entity.id for entity in known if entity.id not in placed for referent in entity.referents}
    taken: set[str] = set()
    used = set(issued)
    given: list[str] = []
    for members, ids in zip(clusters, own, strict=True):
        kept = [one for one in ids if one in living] or ids or [orphans[one] for one in members if one in orphans]
        free = next((one for one in kept if one not in taken), None)
        given.append(_fresh(members[0], used) if free is None else free)
        taken.add(given[-1])
        used.add(given[-1])
    return given


def lead_here(clusters: Sequence[Sequence[str]], ids: Sequence[str], known: Sequence[Entity]) -> dict[str, tuple[str, ...]]:
    """Say where identifiers lead that no entity has any longer.

    Args:
        clusters: Referents judged to be one thing.
        ids: Their identifiers.
        known: Entities of the earlier build.

    Returns:
        From identifier to the former ones that lead to it, in the order of the earlier build. One whose referents are all gone leads
        nowhere.
    """
    if not known:
        return {}
    now = {referent: entity_id for members, entity_id in zip(clusters, ids, strict=True) for referent in members}
    founders = {identify("n", referent): referent for referent in now}
    living = set(ids)
    found: dict[str, list[str]] = {}
    for entity in known:
        place = next((now[referent] for referent in entity.referents if referent in now), None)
        for former in (entity.id, *entity.formerly):
            holder = now[founders[former]] if former in founders else place
            if former not in living and holder is not None and former not in found.setdefault(holder, []):
                found[holder].append(former)
    return {entity_id: tuple(formers) for entity_id, formers in found.items() if formers}


def _fresh(founder: str, issued: set[str]) -> str:
    """A hash of the founding referent; counted up where that one was given to another entity."""
    entity_id = identify("n", founder)
    turn = 2
    while entity_id in issued:
        entity_id = identify("n", founder, turn)
        turn += 1
    return entity_id
