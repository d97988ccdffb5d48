"""What pages look up follows single changes; `test_pipeline_weighing` holds it against filling everything anew."""

from pathlib import Path

from tests.store.scaled import scaled

from testimonia import pipeline
from testimonia.model.reading import Reading
from testimonia.store import About, open_store
from testimonia.store.embedded import reading
from testimonia.store.page_changes import records_of


def test_the_records_of_findings_are_named(tmp_path: Path) -> None:
    with open_store(scaled(tmp_path)) as store:
        findings = store.findings()
        some = (findings.events[0], findings.corroborations[0], findings.disputes[0])
        with reading(store) as connection:
            found = records_of(connection, [one.id for one in some])
    assert found == {*some[0].reports, *some[1].claims, *some[2].claims}


def test_what_a_document_no_longer_tells_leaves_the_pages_with_the_next_weighing(tmp_path: Path) -> None:

    with open_store(scaled(tmp_path)) as store:
        document = next(iter(store.documents()))
        claim = next(iter(store.claims(document=document.id)))
        store.add_reading(Reading(document.id, "scale-1", tuple(store.referents(document=document.id))))
        pipeline._weigh(store, pipeline.say_nothing)
        entity = store.entity_of()[str(claim.subject.referent)]
        assert claim.id not in store.part(About(entity=entity)).core
        assert store.totals()["all"]["claims"] == len(list(store.claims()))
