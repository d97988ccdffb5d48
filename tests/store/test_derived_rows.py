"""Judgements, entities and findings survive their tables."""

from hypothesis import given

from testimonia.model.entity import Entity
from testimonia.model.judgement import Judgement
from testimonia.model.knowledge import Findings
from testimonia.store.derived_rows import (
    corroboration_from,
    corroboration_row,
    dispute_from,
    dispute_row,
    entity_from,
    entity_row,
    event_from,
    event_row,
    judgement_from,
    judgement_row,
)

from . import strategies


@given(strategies.judgements)
def test_a_judgement_comes_back_as_it_was(judgement: Judgement) -> None:
    assert judgement_from(judgement_row(judgement)) == judgement


@given(strategies.entities())
def test_an_entity_comes_back_as_it_was(entities: list[Entity]) -> None:
    assert [entity_from(entity_row(entity), referents=entity.referents) for entity in entities] == entities


@given(strategies.findings)
def test_findings_come_back_as_they_were(findings: Findings) -> None:
    assert tuple(event_from(event_row(event, 0)) for event in findings.events) == findings.events
    assert tuple(corroboration_from(corroboration_row(record, 0)) for record in findings.corroborations) == findings.corroborations
    assert tuple(dispute_from(dispute_row(record, 0)) for record in findings.disputes) == findings.disputes
