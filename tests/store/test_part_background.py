"""The background has whoever stands above, and what is compared with the part."""

from collections.abc import Iterator

import pytest
from tests.store.scaled import scaled

from testimonia.store import About, Store, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(scaled(tmp_path_factory.mktemp("kb"))) as opened:
        yield opened


def test_all_who_stand_above_somebody_in_the_part_are_in_its_background(store: Store) -> None:
    known = store.knowledge()
    parents = {(known.who(claim.subject), claim.id) for claim in known.claims if claim.predicate in ("part_of", "armed_wing_of")}
    for document in list(known.documents)[:6]:
        part = store.part(About(document=document), background=True)
        named = {part.knowledge.who(claim.subject) for claim in part.knowledge.claims if claim.id in part.core}
        wanted = {claim for body, claim in parents if body in named}
        assert wanted <= {claim.id for claim in part.knowledge.claims}
        assert set(part.core) <= set(part.compared)


def test_the_register_is_whole_and_texts_begin(store: Store) -> None:
    document = next(store.documents())
    known = store.part(About(document=document.id), background=True).knowledge
    assert list(known.sources.values()) == list(store.sources())
    assert known.documents[document.id].text == document.text[:600]
