"""A knowledge base in the order of a release: by origin and place, document by document, as of one moment."""

from dataclasses import replace
from pathlib import Path

import pytest

from testimonia.errors import StoreError
from testimonia.model.claim import Attribution, Claim, Proposal
from testimonia.model.document import Document
from testimonia.model.entity import Entity, Name
from testimonia.model.event import Event, EventReport
from testimonia.model.evidence import evidence_at
from testimonia.model.finding import Corroboration, Dispute, Position
from testimonia.model.judgement import Feature, Judgement
from testimonia.model.knowledge import Findings
from testimonia.model.party import Party
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.model.referent import Referent
from testimonia.store import Store, open_store
from testimonia.store.in_order import in_order

TEXT = "The Front was founded in Aden. The Front split. A party left."


def reading(document: Document) -> Reading:
    front, party = (Party(words, f"r-{document.id}-{number}", "name") for number, words in enumerate(("The Front", "A party")))

    def claim(words: str) -> Claim:
        start = TEXT.index(words)
        evidence = (evidence_at(document.id, TEXT, start=start, end=start + len(words)),)
        return Claim(document.id, "founded", front, Attribution((Party("X"),)), evidence, Proposal("grammar 1", "founding"))

    evidence = (evidence_at(document.id, TEXT, start=48, end=60),)
    report = EventReport(document.id, "RETREAT", Attribution((Party("X"),)), evidence, Proposal("grammar 1", "leaving"), initiator=(party,))
    referents = tuple(
        Referent(one.referent or "", document.id, one.words, "org", role="head" if one is front else None) for one in (front, party)
    )
    # Read back to front, so that the order of reading is not that of the text.
    return Reading(document.id, "grammar 1", referents, (), (claim("split"), claim("founded in Aden")), (report,))


@pytest.fixture
def store(tmp_path: Path):
    documents = [Document(f"d-{name}", f"{origin}.txt", name, "text/plain", TEXT) for name, origin in (("1", "z"), ("2", "a"), ("3", "m"))]
    with open_store(tmp_path / "kb") as held:
        held.add_captured([*documents, Problem("y", "capture", "b", "w", "r"), Problem("x", "capture", "a", "w", "r")])
        for document in documents[:2]:
            held.add_reading(reading(document))
        held.replace_entities(
            [
                Entity("n-2", "armed_group", "Front", (Name("Front"),), ("r-d-1-0", "r-d-2-0")),
                Entity("n-1", "political_body", "Party", (), ("r-d-1-1",)),
            ]
        )
        claims, reports = [claim.id for claim in held.claims()], [report.id for report in held.reports()]
        held.replace_findings(
            Findings(
                (Event("ev-1", "RETREAT", tuple(reports), "one."),),
                (Corroboration("a", tuple(claims[:2]), False, 1, "w"),),
                (Dispute("b", (Position("1", (claims[0],), 1), Position("2", (claims[1],), 1)), "w", "r"),),
            )
        )
        held.replace_rule_judgements([Judgement(left, "r-9", "SAME", 1.0, (Feature("n", 1.0, "w"),), "rule:x") for left in ("r-2", "r-1")])
        yield held


def test_documents_come_by_origin_each_with_its_own_records_in_the_order_of_the_text(store):
    with in_order(store) as held:
        parts = list(held.parts())
    assert [part.document.origin for part in parts] == ["a.txt", "m.txt", "z.txt"]
    assert [len(part.claims) for part in parts] == [2, 0, 2]
    assert [len(part.reports) for part in parts] == [1, 0, 1]
    assert all(part.document.text == TEXT for part in parts)
    for part in parts:
        assert [claim.evidence[0].start for claim in part.claims] == sorted(claim.evidence[0].start for claim in part.claims)
        assert {claim.document for claim in (*part.claims, *part.reports)} <= {part.document.id}
    assert parts[0].entity_of == {"r-d-2-0": "n-2"}
    assert parts[2].entity_of == {"r-d-1-0": "n-2", "r-d-1-1": "n-1"}
    assert {claim for part in parts for claim in part.claims} == set(store.claims())


def test_all_else_is_what_the_store_gives_by_identifier(store):
    with in_order(store) as held:
        assert list(held.entities()) == sorted(store.entities(), key=lambda entity: entity.id)
        assert [(entity.id, entity.kind, entity.name) for entity in held.named()] == [
            ("n-1", "political_body", "Party"),
            ("n-2", "armed_group", "Front"),
        ]
        assert [judgement.left for judgement in held.judgements()] == ["r-1", "r-2"]
        assert [problem.origin for problem in held.problems()] == ["x", "y"]
        assert list(held.roles()) == [("n-2", "head"), ("n-2", "head")]
        assert (held.count("documents"), held.count("claims")) == (3, 4)
        found = store.findings()
        assert (tuple(held.events()), tuple(held.corroborations()), tuple(held.disputes())) == (
            found.events,
            found.corroborations,
            found.disputes,
        )


def test_what_is_written_meanwhile_does_not_show(store):
    with in_order(store) as held:
        assert held.count("documents") == 3
        store.add_captured([replace(next(iter(store.documents())), id="d-4", origin="b.txt", sha256="4")])
        assert len(list(held.parts())) == 3
    with in_order(store) as held:
        assert len(list(held.parts())) == 4


def test_another_kind_of_store_is_refused():
    class Other(Store):
        """Of another engine."""

    with pytest.raises(StoreError, match="SQLite"), in_order(Other()):  # type: ignore[abstract]
        pytest.fail("it was read")
