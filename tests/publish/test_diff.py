"""Diff: what was added, withdrawn and changed, each with the cause that the releases themselves tell."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.publish.conftest import witness_of

from testimonia.model.claim import Claim
from testimonia.model.event import EventReport
from testimonia.model.judgement import Feature, Judgement
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.stemma import Hub, Link, Witness
from testimonia.publish.diff import Difference, diff_releases
from testimonia.publish.release import ReleaseOptions, write_release
from testimonia.publish.released import FILES, MANIFEST

META = {"software": "0.1.0", "rules_sha256": "a", "model_sha256": "m"}
Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path, knowledge: Knowledge, findings: Findings) -> Make:
    def write(name: str, known: Knowledge = knowledge, found: Findings = findings, **more: Any) -> Path:
        given = {"meta": META, "options": ReleaseOptions(tables=False)} | more
        write_release(tmp_path / name, known, found, **given)
        return tmp_path / name

    return write


def by_kind(differences: list[Difference]) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for one in differences:
        found.setdefault(one.kind, []).append((one.change, one.causes))
    return found


def change_rows(folder: Path, kind: str, change: Callable[[dict[str, Any]], None]) -> None:
    rows = [json.loads(line) for line in (folder / FILES[kind]).read_text("utf-8").splitlines()]
    for row in rows:
        change(row)
    (folder / FILES[kind]).write_text("".join(json.dumps(row) + "\n" for row in rows))


def test_the_same_knowledge_has_no_difference(make):
    assert list(diff_releases(make("a"), make("b"))) == []


def test_a_new_document_brings_its_claims_reports_entities_and_findings(make, knowledge):
    first = replace(
        knowledge,
        documents={"d-a": knowledge.documents["d-a"]},
        claims=tuple(claim for claim in knowledge.claims if claim.document == "d-a"),
        reports=tuple(report for report in knowledge.reports if report.document == "d-a"),
    )
    differences = list(diff_releases(make("a", first), make("b")))
    assert {one.causes for one in differences} == {("document",)}
    assert {one.change for one in differences if one.kind != "entities"} == {"added"}
    assert {one.kind for one in differences} == {
        "documents", "claims", "event_reports", "entities", "happenings", "disputes", "corroborations"
    }  # fmt: skip
    assert "On Sample News" in {one.says for one in differences}
    back = list(diff_releases(make("b"), make("a", first)))
    assert {(one.change, one.causes) for one in back if one.kind == "claims"} == {("withdrawn", ("document",))}
    assert all(one.why == "the documents changed" for one in back)


@pytest.mark.parametrize(
    ("later", "causes"),
    [
        ({"meta": META | {"rules_sha256": "b"}}, ("rule",)),
        ({"meta": META | {"model_sha256": "n"}}, ("model",)),
        ({"meta": META | {"rules_sha256": "b", "model_sha256": "n"}}, ("rule", "model")),
        ({"lens": {"name": "ngos", "publishers": {"kinds": ["ngo"]}}}, ("lens",)),
        ({"lens": {"name": "ngos"}, "meta": META | {"software": "0.2.0"}}, ("lens", "rule")),
        ({}, ("decision",)),
    ],
)
def test_a_claim_that_is_no_more_has_the_cause_that_the_manifests_tell(make, knowledge, findings, later, causes):
    fewer = replace(knowledge, claims=knowledge.claims[1:])
    without = replace(findings, disputes=())
    differences = by_kind(list(diff_releases(make("a"), make("b", fewer, without, **later))))
    assert differences["claims"] == [("withdrawn", causes)]
    assert differences["disputes"] == [("withdrawn", causes)], "what rests on the claim went for the same cause"


def test_everybodys_word_is_one_lens_however_it_is_written(make, knowledge):
    fewer = replace(knowledge, claims=knowledge.claims[1:], reports=knowledge.reports)
    differences = by_kind(list(diff_releases(make("a"), make("b", fewer, lens={"name": "everything"}))))
    assert differences["claims"] == [("withdrawn", ("decision",))]


def test_a_review_is_a_decision_whatever_else_changed(make, knowledge):
    reviewed = replace(knowledge, reviewed={knowledge.claims[0].id: "accepted"})
    differences = list(diff_releases(make("a"), make("b", reviewed, meta=META | {"rules_sha256": "b"})))
    assert [(one.id, one.change, one.causes, one.fields) for one in differences] == [
        (knowledge.claims[0].id, "changed", ("decision",), ("review",))
    ]
    assert differences[0].why == "somebody decided"


def test_a_decision_on_identity_changes_whom_claims_name(make, knowledge):
    judgement = Judgement("r-1", "r-2", "SAME", 1.0, (Feature("comment", 0.0, "one body"),), "ana", at="2026-01-01T00:00:00+00:00")
    merged = replace(knowledge, entity_of=knowledge.entity_of | {"r-Sample Party": "e-Example Front"})
    differences = list(diff_releases(make("a", judgements=[]), make("b", merged, judgements=[judgement])))
    changed = [one for one in differences if one.kind == "claims"]
    assert [(one.change, one.causes) for one in changed] == [("changed", ("decision",))]
    assert "object" in changed[0].fields
    assert [(one.change, one.causes) for one in differences if one.kind == "entities"] == [("withdrawn", ("decision",))]
    by_rule = replace(judgement, by="rule:name", at=None)
    other = by_kind(list(diff_releases(make("a", judgements=[]), make("b", merged, judgements=[by_rule], meta=META | {"software": "2"}))))
    assert other["claims"] == [("changed", ("rule",))], "the rules' own judgements are no decisions"


def test_a_field_that_only_a_newer_version_writes_is_the_versions_doing(make):
    earlier, later = make("a"), make("b", meta=META | {"software": "0.2.0"})
    change_rows(earlier, "claims", lambda row: row.pop("review"))
    found = by_kind(list(diff_releases(earlier, later)))
    assert set(found) == {"claims"}
    assert set(found["claims"]) == {("changed", ("rule",))}


def test_a_finding_that_changes_with_nothing_else_follows_from_the_whole(make, findings):
    other = replace(findings, corroborations=(replace(findings.corroborations[0], independent=False),))
    assert by_kind(list(diff_releases(make("a"), make("b", found=other)))) == {"corroborations": [("changed", ("other",))]}
    rule = {"meta": META | {"rules_sha256": "b"}}
    assert by_kind(list(diff_releases(make("a"), make("b", found=other, **rule)))) == {"corroborations": [("changed", ("rule",))]}


def test_manifests_without_versions_can_be_compared(make):
    earlier, later = make("a"), make("b")
    for folder in (earlier, later):
        manifest = json.loads((folder / MANIFEST).read_text())
        (folder / MANIFEST).write_text(json.dumps({name: manifest[name] for name in ("format", "counts", "sha256")}))
    assert list(diff_releases(earlier, later)) == []


def entry(name: str, differences: list[Difference]) -> tuple[str, tuple[str, ...], str]:
    """What happened to the only row of a kind, why, and how it is told."""
    (one,) = [one for one in differences if one.kind == name]
    return one.change, one.causes, one.says


def test_what_the_register_says_of_a_publisher_is_a_cause_of_its_own(make, knowledge):
    other = replace(knowledge, sources={"Sample News": replace(knowledge.sources["Sample News"], kind="state_media")})
    listed, unlisted = make("a"), make("c", replace(knowledge, sources={}))
    differences = list(diff_releases(listed, make("b", other)))
    assert entry("sources", differences) == ("changed", ("source",), "Sample News")
    assert [one.fields for one in differences] == [("kind",)]
    assert differences[0].why == "the register of sources changed"
    assert entry("sources", list(diff_releases(listed, unlisted))) == ("withdrawn", ("source",), "Sample News")
    assert entry("sources", list(diff_releases(unlisted, listed))) == ("added", ("source",), "Sample News")


def test_a_witness_who_hangs_on_something_else_follows_the_register(make, knowledge):
    def bound(part: Knowledge) -> Callable[[Claim | EventReport], Witness]:
        told = witness_of(part)
        owner = Link(Hub("body:an army", "body", "an army"), "owner", "owned by an army")
        return lambda said: replace(told(said), links={owner.hub.id: owner})

    named = replace(knowledge, sources={"Sample News": replace(knowledge.sources["Sample News"], side="an army")})
    earlier, later = make("a", witness_of=witness_of), make("b", named, witness_of=bound)
    differences = list(diff_releases(earlier, later))
    told = [one for one in differences if one.kind == "witnesses"]
    assert {(one.change, one.causes, one.fields) for one in told} == {("changed", ("source",), ("links",))}
    assert [one.kind for one in differences].index("sources") < [one.kind for one in differences].index("witnesses")
    alone = [one for one in diff_releases(earlier, make("c", witness_of=bound)) if one.kind == "witnesses"]
    assert {one.causes for one in alone} == {("other",)}, "with the register as it was, that is nobody's doing"


def test_witnesses_come_and_go_with_what_they_bear(make, knowledge):
    fewer = replace(knowledge, documents={"d-a": knowledge.documents["d-a"]})
    fewer = replace(
        fewer,
        claims=tuple(claim for claim in knowledge.claims if claim.document == "d-a"),
        reports=tuple(report for report in knowledge.reports if report.document == "d-a"),
    )
    whole = make("b", witness_of=witness_of)
    differences = list(diff_releases(make("a", fewer, witness_of=witness_of), whole))
    told = [one for one in differences if one.kind == "witnesses"]
    assert {(one.change, one.causes) for one in told} == {("added", ("document",))}
    left = [one for one in diff_releases(whole, make("c")) if one.kind == "witnesses"]
    assert {one.change for one in left} == {"withdrawn"}, "a release without witnesses has none"
