"""Whatever changes is noted, and nothing that stays as it is."""

from pathlib import Path

from sqlalchemy import select
from tests.store.scaled import scaled

from testimonia import pipeline
from testimonia.model.reading import Reading
from testimonia.store import Store, open_store
from testimonia.store.embedded import reading
from testimonia.store.weighed_tables import touched


def noted(store: Store) -> set[str]:
    with reading(store) as connection:
        return set(connection.execute(select(touched.c.record)).scalars())


def test_a_reading_that_says_the_same_touches_nothing_and_one_that_says_less_touches_what_went(tmp_path: Path) -> None:
    with open_store(scaled(tmp_path)) as store:
        document = next(iter(store.documents())).id
        of = {"document": document}
        claims, reports, referents = tuple(store.claims(**of)), tuple(store.reports(**of)), tuple(store.referents(**of))
        for _ in range(2):  # the first time it is only written as this version writes it
            pipeline._weigh(store, pipeline.say_nothing)
            store.add_reading(Reading(document, "scale-1", referents, (), claims, reports))
        assert noted(store) == set()
        store.add_reading(Reading(document, "scale-1", referents, (), claims[1:], reports))
        assert noted(store) == {claims[0].id}


def test_what_a_document_tells_is_touched_where_somebody_in_it_becomes_somebody_else(tmp_path: Path) -> None:
    with open_store(scaled(tmp_path)) as store:
        entities = list(store.entities())
        one = next(entity for entity in entities if len(entity.referents) > 1)
        store.replace_entities(entities)
        assert noted(store) == set()
        store.replace_entities([entity for entity in entities if entity.id != one.id])
        documents = {referent.document for referent in store.referents() if referent.id in set(one.referents)}
        told = {record.id for record in (*store.claims(), *store.reports()) if record.document in documents}
        assert noted(store) == told
