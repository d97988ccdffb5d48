"""The store in one file keeps what it is given, once."""

import threading
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from testimonia.model.claim import Attribution, Claim, Proposal
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity
from testimonia.model.evidence import evidence_at
from testimonia.model.judgement import Judgement
from testimonia.model.knowledge import Findings
from testimonia.model.party import Party
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.store import Added, Store, open_store

from . import strategies

# A file is made for every example, so there are fewer of them than usual.
thoroughly = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def text_document(place: int, *, text: str = "The front split in 1969.") -> Document:
    return Document(f"d-{place:016x}", f"{place}.txt", f"{place:064x}", "text/plain", text)


def reading_of(document: Document, *, reader: str = "grammar 1", predicate: str = "split_from") -> Reading:
    evidence = evidence_at(document.id, document.text, start=0, end=len(document.text))
    claim = Claim(document.id, predicate, Party("The front"), Attribution(()), (evidence,), Proposal(reader, "split.split"))
    return Reading(document.id, reader, claims=(claim,))


@thoroughly
@given(strategies.captured(), st.lists(strategies.sources, max_size=2, unique_by=lambda source: source.name), st.data())
def test_everything_comes_back_as_it_was_from_a_file_closed_and_opened(
    tmp_path_factory: object, captured: list[tuple[Document, Reading]], sources: list[Source], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("kb")  # type: ignore[attr-defined]
    judgements = data.draw(st.lists(strategies.judgements, max_size=3, unique_by=lambda judgement: judgement.id))
    entities, findings = data.draw(strategies.entities()), data.draw(strategies.findings)
    with open_store(folder) as store:
        for _ in range(2):  # the second time adds nothing
            store.add_captured([*sources, *(document for document, _ in captured)])
            for _, reading in captured:
                store.add_reading(reading)
            store.add_judgements(judgements)
            store.replace_entities(entities)
            store.replace_findings(findings)
    with open_store(folder, create=False) as store:
        assert list(store.documents()) == [document for document, _ in captured]
        assert list(store.sources()) == sorted(sources, key=lambda source: source.name.encode())
        assert list(store.referents()) == [record for _, reading in captured for record in reading.referents]
        assert list(store.mentions()) == [record for _, reading in captured for record in reading.mentions]
        assert list(store.claims()) == [record for _, reading in captured for record in reading.claims]
        assert list(store.reports()) == [record for _, reading in captured for record in reading.reports]
        assert set(store.problems()) == {problem for _, reading in captured for problem in reading.problems}
        assert list(store.judgements()) == judgements
        assert list(store.entities()) == entities
        assert store.findings() == findings
        known = store.knowledge(texts=True)
        assert list(known.documents.values()) == [document for document, _ in captured]
        assert known.entity_of == {referent: entity.id for entity in entities for referent in entity.referents}


def test_adding_counts_what_is_new_and_what_is_known(store: Store) -> None:
    taken = [text_document(1), Source("The Bogotá Paper"), Problem("x.pdf", "capture", "capture.empty", "no text", "scan it")]
    assert store.add_captured(taken) == Added(documents=1, sources=1, problems=1)
    assert store.add_captured(taken) == Added(known=1)


def test_more_than_one_batch_keeps_its_order(store: Store) -> None:
    taken = [text_document(place) for place in range(450)]
    assert store.add_captured(iter(taken)).documents == 450
    assert list(store.documents()) == taken


def test_without_texts_everything_else_is_there(store: Store) -> None:
    store.add_captured([text_document(1)])
    (document,) = store.documents(texts=False)
    assert (document.id, document.text) == (text_document(1).id, "")
    assert store.knowledge().documents[document.id].text == ""


def test_documents_are_unread_until_this_reader_has_read_them(store: Store) -> None:
    taken = [text_document(place) for place in range(5)]
    store.add_captured(taken)
    store.add_reading(reading_of(taken[1]))
    assert list(store.unread("grammar 1")) == [taken[0], *taken[2:]]
    assert list(store.unread("grammar 2")) == taken


def test_readings_may_be_added_while_the_unread_are_handed_out(store: Store) -> None:
    taken = [text_document(place) for place in range(5)]
    store.add_captured(taken)
    handed_out = []
    for document in store.unread("grammar 1"):
        handed_out.append(document)
        store.add_reading(reading_of(document))
    assert handed_out == taken
    assert list(store.unread("grammar 1")) == []


def test_a_document_whose_reading_fails_is_handed_out_once_a_run(store: Store) -> None:
    store.add_captured([text_document(1)])
    assert len(list(store.unread("grammar 1"))) == len(list(store.unread("grammar 1"))) == 1


def test_another_process_reads_a_whole_moment_while_one_writes(tmp_path: Path) -> None:
    with open_store(tmp_path / "kb") as writer, open_store(tmp_path / "kb") as reader:
        writer.add_captured([text_document(0)])
        writer.add_reading(reading_of(text_document(0)))
        done, seen = threading.Event(), []

        def look() -> None:
            while not done.is_set():
                known = reader.knowledge()
                seen.append(len(known.claims))
                assert {claim.document for claim in known.claims} <= known.documents.keys()

        thread = threading.Thread(target=look)
        thread.start()
        try:
            for place in range(1, 80):
                writer.add_captured([text_document(place)])
                writer.add_reading(reading_of(text_document(place)))
        finally:
            done.set()
            thread.join()
        assert seen == sorted(seen)
        assert len(set(seen)) > 1, "the reader never saw the writer's work: nothing was concurrent"
        assert len(list(reader.claims())) == 80


def test_an_iterator_shows_the_moment_at_which_it_began(store: Store) -> None:
    store.add_captured([text_document(place) for place in range(1200)])
    iterator = store.documents(texts=False)
    next(iterator)
    store.add_captured([text_document(5000)])
    assert len(list(iterator)) == 1199
    assert store.counts()["documents"] == 1201


def test_many_iterators_may_be_open_at_once(store: Store) -> None:
    store.add_captured([text_document(place) for place in range(3)])
    iterators = [store.documents() for _ in range(40)]
    assert [next(iterator).id for iterator in iterators] == [text_document(0).id] * 40


def test_problems_of_a_stage_give_way_to_those_of_its_next_run(store: Store) -> None:
    old, new = (Problem("kb", "weigh", "weigh.open", what, "see") for what in ("old", "new"))
    other = Problem("a.txt", "capture", "capture.empty", "no text", "scan it")
    store.add_captured([other, old])
    store.replace_problems("weigh", [new])
    assert list(store.problems()) == [other, new]


def test_stamps_are_kept_and_replaced(store: Store) -> None:
    assert store.meta()["created"] == "2024-05-06T07:08:09+00:00"
    store.stamp({"codebook": "1"})
    store.stamp({"codebook": "2", "model_sha256": "ab"})
    assert {key: store.meta()[key] for key in ("codebook", "model_sha256")} == {"codebook": "2", "model_sha256": "ab"}


def test_the_creation_stamp_is_set_once(tmp_path: Path) -> None:
    for year in (2024, 2025):
        with open_store(tmp_path / "kb", clock=lambda year=year: datetime(year, 1, 1, tzinfo=UTC)) as store:
            assert store.meta()["created"].startswith("2024")


def test_counts_name_every_kind_of_record(store: Store) -> None:
    store.add_captured([text_document(1), Source("The Bogotá Paper")])
    store.add_reading(reading_of(text_document(1)))
    store.add_judgements([Judgement("r-1", "r-2", "UNSURE", 0.4, (), "names 1")])
    store.replace_entities([Entity("n-1", "armed_group", "The front", (), ())])
    store.replace_findings(Findings())
    counts = store.counts()
    one = {"documents", "read", "claims", "sources", "judgements", "entities"}
    assert {name for name, number in counts.items() if number == 1} == one
    assert sum(counts.values()) == len(one)


def test_closing_leaves_one_file_and_the_note(tmp_path: Path) -> None:
    with open_store(tmp_path / "kb") as store:
        store.add_captured([text_document(1)])
    assert sorted(file.name for file in (tmp_path / "kb").iterdir()) == ["README.txt", "kb.sqlite"]
