"""Stock: records in memory and a knowledge base that is read give the same release, byte for byte."""

from dataclasses import replace
from pathlib import Path

from testimonia.model.judgement import Feature, Judgement
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.model.referent import Referent
from testimonia.publish.release import release_stock
from testimonia.publish.stock import HeldStock, StoredStock
from testimonia.store import open_store
from testimonia.store.in_order import in_order


def test_a_release_from_memory_and_one_from_the_store_are_the_same(knowledge, findings, tmp_path):
    judgement = Judgement("r-1", "r-2", "SAME", 1.0, (Feature("same name", 1.0, "one name"),), "rule:name")
    problem = Problem("x", "capture", "capture.empty", "no text", "give one")
    with open_store(tmp_path / "kb") as store:
        store.add_captured([*reversed(knowledge.documents.values()), problem])
        for document in knowledge.documents:
            claims = tuple(claim for claim in knowledge.claims if claim.document == document)
            reports = tuple(report for report in knowledge.reports if report.document == document)
            # A referent lies in one document only, so the second document finds its own already there.
            named = [entity.referents[0] for entity in knowledge.entities.values()] if document == "d-a" else []
            referents = tuple(Referent(name, document, name, "org", role="head" if "Ana" in name else None) for name in named)
            store.add_reading(Reading(document, "grammar", referents, (), claims, reports))
        store.replace_entities(list(knowledge.entities.values()))
        store.replace_findings(findings)
        store.replace_rule_judgements([judgement])
        with in_order(store) as held:
            stored = StoredStock(held)
            assert stored.roles == {"e-Ana Cruz": "head"}
            assert stored.size == 2
            whole = [part.entity_of for part in stored.parts()]
            release_stock(tmp_path / "stored", stored, meta={})
        held_stock = HeldStock(store.knowledge(texts=True), store.findings(), list(store.problems()), [judgement], stored.roles)
    assert whole[0] == {entity.referents[0]: entity.id for entity in knowledge.entities.values()}
    # Each part knows the entities of its own document's referents; here all of them lie in the first.
    release_stock(tmp_path / "held", replace_second(held_stock), meta={})
    for file in sorted((tmp_path / "held").rglob("*")):
        if file.is_file():
            assert file.read_bytes() == (tmp_path / "stored" / file.relative_to(tmp_path / "held")).read_bytes(), file.name


def replace_second(stock: HeldStock) -> HeldStock:
    """The same, with the referents that a second document shares with the first unknown there, as the store has it."""

    class Apart(HeldStock):
        def parts(self):
            for part in super().parts():
                yield part if "d-a" in part.documents else replace(part, entity_of={})

    return Apart(stock.knowledge, stock.findings, stock.problem_list, stock.judgement_list, stock.role_of)


def test_parts_come_by_origin_and_records_of_a_missing_document_come_last(knowledge, findings):
    without = replace(knowledge, documents={"d-b": knowledge.documents["d-b"]})
    first, last = HeldStock(without, findings).parts()
    assert list(first.documents) == ["d-b"]
    assert (list(last.documents), {claim.document for claim in last.claims}) == ([], {"d-a"})


def test_problems_and_judgements_are_put_in_order(knowledge, findings, tmp_path: Path):
    problems = [Problem(origin, "capture", "r", "w", "m") for origin in ("b", "a")]
    judgements = [Judgement(left, "r-9", "SAME", 1.0, (), "rule:x") for left in ("r-2", "r-1")]
    stock = HeldStock(knowledge, findings, problems, judgements)
    assert [problem.origin for problem in stock.problems()] == ["a", "b"]
    assert [judgement.left for judgement in stock.judgements() or ()] == ["r-1", "r-2"]
    assert HeldStock(knowledge, findings).judgements() is None
