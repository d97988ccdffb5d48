"""Ties looked up by number are those that the claims state."""

from collections.abc import Iterator

import pytest
from tests.store.scaled import scaled

from testimonia.publish import catalogue_of
from testimonia.publish.pages.ties import TIES, ties_of
from testimonia.store import About, Store, open_store
from testimonia.store.page_index import BONDS

KIN = ("armed_wing_of", "part_of", "member_of", "split_from", "merged_into")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(scaled(tmp_path_factory.mktemp("ties"))) as opened:
        yield opened


def test_everybody_tied_by_bonds_is_near(store: Store) -> None:
    whole = catalogue_of(store.knowledge(), store.findings())
    for body in whole.knowledge.entities:
        tied = {tie.other(body) for tie in ties_of(whole, (body,)) if tie.kind in KIN}
        assert set(store.near([body], whats=KIN, limit=1000)) == tied


def test_no_more_are_near_than_are_asked_for_and_the_most_tied_come_first(store: Store) -> None:
    body = max(store.entities(), key=lambda entity: len(store.near([entity.id], whats=BONDS, limit=1000))).id
    found = store.near([body], whats=BONDS, limit=1000)
    assert len(found) > 1 and list(found.values()) == sorted(found.values(), reverse=True)
    assert list(store.near([body], whats=BONDS, limit=1)) == list(found)[:1]


def test_the_claims_between_bodies_are_those_of_their_ties(store: Store) -> None:
    whole = catalogue_of(store.knowledge(), store.findings())
    bodies = list(whole.knowledge.entities)
    wanted = {key for tie in ties_of(whole, bodies) for key in (*tie.claims, *tie.denied)}
    found = store.ties_between(bodies, whats=TIES, each=64, limit=10_000)
    assert len(found) == len(set(found)) and wanted and wanted <= set(found)
    assert {whole.claims[key].predicate for key in found} <= set(TIES)


def test_there_is_a_limit_for_each_tie_and_for_all(store: Store) -> None:
    bodies = [entity.id for entity in store.entities()]
    every = store.ties_between(bodies, whats=KIN, each=64, limit=10_000)
    assert len(store.ties_between(bodies, whats=KIN, each=1, limit=10_000)) < len(every)
    assert len(store.ties_between(bodies, whats=TIES, each=64, limit=3)) == 3


def test_a_core_is_named_as_its_part_has_it(store: Store) -> None:
    body = max(store.entities(), key=lambda entity: len(entity.referents)).id
    for about in (About(entity=body), About(entity=body, each=1, latest=1), About(entity=body, only="claims", whats=KIN)):
        assert store.core(about) == store.part(about).core and store.core(about)
