"""Identifiers stay through any order of merges and splits, and lead on where they fall away."""

from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.entity import Entity
from testimonia.resolve.identities import identify_clusters, lead_here

REFERENTS = [f"r-{letter}" for letter in "abcdef"]


def _entities(clusters, known=()):
    ids = identify_clusters(clusters, known)
    formerly = lead_here(clusters, ids, known)
    return tuple(
        Entity(one, "armed_group", members[0], (), tuple(members), formerly=formerly.get(one, ()))
        for one, members in zip(ids, clusters, strict=True)
    )


@st.composite
def partitions(draw):
    numbers = [draw(st.integers(0, 3)) for _ in REFERENTS]
    groups = {}
    for referent, number in zip(REFERENTS, numbers, strict=True):
        groups.setdefault(number, []).append(referent)
    return list(groups.values())


@given(partitions(), st.lists(partitions(), max_size=4))
def test_after_any_merges_and_splits_the_same_clusters_have_the_same_identifiers(first, between):
    alone = [[referent] for referent in REFERENTS]
    start = _entities(alone)
    known = start
    for clusters in (first, *between):
        known = _entities(clusters, known)
    assert {(one.id, one.referents) for one in _entities(alone, known)} == {(one.id, one.referents) for one in start}


@given(st.lists(partitions(), min_size=1, max_size=5))
def test_every_identifier_ever_given_is_held_or_leads_to_one_entity(steps):
    known, issued = (), set()
    for clusters in steps:
        known = _entities(clusters, known)
        ids = [one.id for one in known]
        assert len(set(ids)) == len(ids)
        issued |= set(ids)
        leading = [former for one in known for former in one.formerly]
        assert len(set(leading)) == len(leading)
        assert set(ids).isdisjoint(leading)
        assert issued == set(ids) | set(leading)


def test_an_entity_whose_referents_are_all_gone_leads_nowhere():
    (known,) = _entities([["r-a"]])
    (now,) = _entities([["r-b"]], (known,))
    assert now.formerly == ()
