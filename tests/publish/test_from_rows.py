"""Records are read back from a release so that they give the same rows again."""

import json

import pytest
from tests.publish.exports.releases import moro

from testimonia.errors import RecordError
from testimonia.publish.catalogue import catalogue_of
from testimonia.publish.from_rows import findings_of, knowledge_of, records
from testimonia.publish.release import ReleaseOptions, write_release
from testimonia.publish.released import Released
from testimonia.publish.row_records import judgement_of, problem_of
from testimonia.publish.rows import (
    claim_row,
    corroboration_row,
    dispute_row,
    document_row,
    entity_row,
    event_row,
    judgement_row,
    problem_row,
    report_row,
)


@pytest.fixture
def released(tmp_path, knowledge, findings):
    write_release(tmp_path / "release", knowledge, findings, meta={}, roles=dict.fromkeys(knowledge.entities, "spokesman"))
    return Released(tmp_path / "release")


def rows_again(released, texts=False):
    """All rows of a release, made anew from the records that were read from it."""
    known, found = knowledge_of(released, texts=texts), findings_of(released)
    event_of = catalogue_of(known, found).event_of
    roles = {row["id"]: row["role"] for row in released.entities()}
    lengths = {} if texts else {row["id"]: {"characters": row["characters"]} for row in released.documents()}
    return {
        "documents": [document_row(document) | lengths.get(document.id, {}) for document in known.documents.values()],
        "entities": [entity_row(entity, role=roles[entity.id]) for entity in known.entities.values()],
        "claims": [claim_row(known, claim) for claim in known.claims],
        "event_reports": [report_row(known, report, event=event_of.get(report.id)) for report in known.reports],
        "happenings": list(map(event_row, found.events)),
        "disputes": list(map(dispute_row, found.disputes)),
        "corroborations": list(map(corroboration_row, found.corroborations)),
        "judgements": [judgement_row(made) for made in records(released, "judgements", judgement_of)],
        "problems": [problem_row(made) for made in records(released, "problems", problem_of)],
    }


def test_rows_become_records_and_the_same_rows_again(released):
    again = rows_again(released)
    assert again["claims"] and again["event_reports"] and again["entities"]
    for kind, rows in again.items():
        assert [json.dumps(row) for row in rows] == [json.dumps(row) for row in released.rows(kind)], kind


def test_a_release_with_every_kind_of_row_keeps_its_identifiers(tmp_path):
    held = moro(tmp_path / "moro")
    known, found = knowledge_of(held), findings_of(held)
    assert [claim.id for claim in known.claims] == [row["id"] for row in held.claims()]
    assert [report.id for report in known.reports] == [row["id"] for row in held.event_reports()]
    assert [dispute.id for dispute in found.disputes] == ["x-1"]
    assert [made.id for made in found.corroborations] == ["k-1", "k-2", "k-3"]
    assert known.review_of("c-founded2") == "accepted" and known.review_of("c-founded") == "proposed"


def test_the_first_voice_is_the_publisher_and_a_described_one_stays_in_words(tmp_path):
    known = knowledge_of(moro(tmp_path / "moro"))
    report = next(report for report in known.reports if report.id == "e-1")
    outlet, speaker = report.attribution.voices
    assert (outlet.how, known.name_of(known.who(outlet))) == ("publisher", "The Davao Paper")
    assert (speaker.referent, speaker.words) == (None, "Juan Dimaano")


def test_texts_are_filled_in_only_where_they_are_asked_for_and_released(tmp_path, knowledge, findings):
    write_release(tmp_path / "release", knowledge, findings, meta={}, options=ReleaseOptions(texts=True, tables=False))
    held = Released(tmp_path / "release")
    assert {document.text for document in knowledge_of(held).documents.values()} == {""}
    assert knowledge_of(held, texts=True).documents["d-a"].text == knowledge.documents["d-a"].text
    assert rows_again(held, texts=True)["documents"] == list(held.documents())


@pytest.mark.parametrize(
    ("kind", "row"),
    [("claims", {"id": "c-1"}), ("event_reports", {"id": "e-1", "evidence": []}), ("happenings", {"id": "ev-1", "tolls": 5})],
)
def test_a_row_that_lacks_something_is_named_with_its_file(tmp_path, kind, row):
    held = moro(tmp_path / "moro", **{kind: [row]})
    with pytest.raises(RecordError, match=row["id"]):
        (knowledge_of(held), findings_of(held))
