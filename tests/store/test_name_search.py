"""Names while they are typed, in both scripts, and quotations by their words."""

from collections.abc import Iterator

import pytest
from tests.store.scaled import scaled

from testimonia.store import Store, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(scaled(tmp_path_factory.mktemp("search"))) as opened:
        yield opened


def test_every_name_is_found_by_its_beginning_by_its_words_and_by_any_part(store: Store) -> None:
    for entity in list(store.entities())[:12]:
        for name in (entity.name, *(name.text for name in entity.names)):
            for typed in (name[:5], name.upper(), name.split()[-1], name[1:]):
                assert entity.id in {hit.entity for hit in store.suggest(typed, limit=200)}, (name, typed)


def test_one_name_an_entity_and_no_more_than_asked_for(store: Store) -> None:
    hits = store.suggest("b", limit=3)
    assert len(hits) == len({hit.entity for hit in hits}) == 3


def test_names_that_begin_so_come_first_and_those_told_of_most_before_others(store: Store) -> None:
    hits = store.suggest("front", limit=5)
    assert [hit.number for hit in hits] == sorted((hit.number for hit in hits), reverse=True)


def test_only_the_kinds_asked_for(store: Store) -> None:
    place = next(entity for entity in store.entities() if entity.kind == "place")
    assert {hit.kind for hit in store.suggest(place.name[0], kinds=("place",), limit=50)} == {"place"}


@pytest.mark.parametrize("typed", ["", "  ", '"', "'; --", "*", "()", "-", "\x00", "NEAR(", "^"])
def test_what_has_no_word_finds_nothing_and_breaks_nothing(store: Store, typed: str) -> None:
    assert isinstance(store.suggest(typed), tuple)
    assert isinstance(store.search_claims(typed), tuple)


def test_quotations_are_found_by_all_their_words(store: Store) -> None:
    claim = next(store.claims())
    words = claim.evidence[0].quote.split()
    hits = store.search_claims(" ".join(words[:3]), limit=500)
    assert claim.id in {hit.id for hit in hits}
    assert all(word.casefold() in hit.quote.casefold() for hit in hits for word in words[:3])
