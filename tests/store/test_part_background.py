"""The background has whoever stands above, and what is compared with the part."""

from collections.abc import Iterable, Iterator

import pytest
from tests.store.scaled import scaled

from testimonia.model.claim import Claim
from testimonia.model.knowledge import Knowledge
from testimonia.store import About, Store, open_store
from testimonia.store.part_background import MOST_BONDS, MOST_COMPARED


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(scaled(tmp_path_factory.mktemp("kb"))) as opened:
        yield opened


def test_all_who_stand_above_somebody_in_the_part_are_in_its_background(store: Store) -> None:
    known = store.knowledge()
    parents = _bonds(known, known.claims)
    for document in list(known.documents)[:6]:
        part = store.part(About(document=document), background=True)
        named = {part.knowledge.who(claim.subject) for claim in part.knowledge.claims if claim.id in part.core}
        wanted = {bond for bond in parents if bond[0] in named}
        assert wanted and wanted <= _bonds(part.knowledge, part.knowledge.claims)
        assert set(part.core) <= set(part.compared)


def _bonds(known: Knowledge, claims: Iterable[Claim]) -> set[tuple[str, str, str]]:
    tied = (claim for claim in claims if claim.predicate in ("part_of", "armed_wing_of") and claim.object is not None)
    return {(known.who(claim.subject), claim.predicate, known.who(claim.object)) for claim in tied if claim.object is not None}


def test_a_background_stays_within_its_bounds_however_much_is_told(store: Store) -> None:
    for entity in sorted(store.knowledge().entities)[:20]:
        part = store.part(About(entity=entity, each=3), background=True)
        core = store.part(About(entity=entity, each=3))
        beside = len(core.knowledge.claims) + len(core.knowledge.reports)
        bonds = [claim for claim in part.knowledge.claims if claim.id not in part.compared]
        assert len(bonds) <= MOST_BONDS * 2  # a bond's claims, and one for every wing
        assert len(part.compared) - beside <= 2 * MOST_COMPARED + len(part.knowledge.reports)


def test_the_register_is_whole_and_texts_begin(store: Store) -> None:
    document = next(store.documents())
    known = store.part(About(document=document.id), background=True).knowledge
    assert list(known.sources.values()) == list(store.sources())
    assert known.documents[document.id].text == document.text[:600]
