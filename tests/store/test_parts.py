"""A part says of what it is about the same as the whole."""

from collections.abc import Iterator

import pytest
from tests.store.scaled import scaled

from testimonia.errors import StoreError
from testimonia.publish import catalogue_of
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.views import actor_profile, dispute_view, document_view, event_view
from testimonia.store import About, Part, Store, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(scaled(tmp_path_factory.mktemp("parts"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def whole(store: Store) -> Catalogue:
    return catalogue_of(store.knowledge(), store.findings())


def looked_up(part: Part) -> Catalogue:
    return catalogue_of(part.knowledge, part.findings)


def test_every_entity_has_the_same_profile_in_its_part_as_in_the_whole(store: Store, whole: Catalogue) -> None:
    for entity in whole.knowledge.entities:
        assert actor_profile(looked_up(store.part(About(entity=entity))), entity) == actor_profile(whole, entity)


def test_every_event_is_the_same(store: Store, whole: Catalogue) -> None:
    for event in whole.events:
        assert event_view(looked_up(store.part(About(event=event))), event) == event_view(whole, event)


def test_every_dispute_is_the_same(store: Store, whole: Catalogue) -> None:
    assert whole.findings.disputes
    for dispute in whole.findings.disputes:
        assert dispute_view(looked_up(store.part(About(dispute=dispute.id))), dispute.id) == dispute_view(whole, dispute.id)


@pytest.mark.parametrize("alone", [False, True])
def test_every_document_is_the_same_with_what_stands_beside_it_and_without(store: Store, whole: Catalogue, alone: bool) -> None:
    for document in whole.knowledge.documents:
        part = store.part(About(document=document, alone=alone))
        assert document_view(looked_up(part), document) == document_view(whole, document)


def test_texts_come_only_where_they_are_asked_for(store: Store, whole: Catalogue) -> None:
    document = next(iter(whole.knowledge.documents))
    assert store.part(About(document=document)).knowledge.documents[document].text == ""
    assert store.part(About(document=document), texts=True).knowledge.documents[document] == store.document(document)


def test_an_entity_has_no_referents_but_those_of_the_part(store: Store, whole: Catalogue) -> None:
    event = next(iter(whole.events))
    known = store.part(About(event=event)).knowledge
    assert {name for entity in known.entities.values() for name in entity.referents} == set(known.entity_of)


def test_what_is_not_there_gives_an_empty_part(store: Store) -> None:
    assert store.part(About(event="ev-0000")).core == ()
    assert store.part(About(entity="n-none")).knowledge.entities == {}


def test_a_past_day_has_no_parts(store: Store) -> None:
    from datetime import date

    with pytest.raises(StoreError, match="of now"):
        store.as_of(date(2024, 1, 1)).part(About(event="ev-0000"))
