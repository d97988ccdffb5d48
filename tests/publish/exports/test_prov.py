"""Provenance is read by the prov library and leads from each claim to its document and voices."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from prov.model import ProvAgent, ProvAttribution, ProvDerivation, ProvDocument, ProvEntity

from testimonia.publish.exports.losses import Losses
from testimonia.publish.released import Released

Write = Callable[[Released, str], tuple[bytes, Losses]]


@pytest.fixture
def read(released: Released, write: Write) -> ProvDocument:
    return ProvDocument.deserialize(content=write(released, "prov")[0].decode("utf-8"), format="json")


def pairs(document: ProvDocument, kind: type[Any]) -> set[tuple[str, str]]:
    return {tuple(str(value) for _, value in record.formal_attributes[:2]) for record in document.get_records(kind)}  # type: ignore[misc]


def test_claims_reports_documents_and_findings_are_entities(read: ProvDocument) -> None:
    names = {str(record.identifier) for record in read.get_records(ProvEntity)}
    assert {"tmi:d-1", "tmi:c-split", "tmi:e-1", "tmi:ev-1", "tmi:x-1", "tmi:k-1"} <= names


def test_a_claim_is_derived_from_its_document_and_a_dispute_from_its_claims(read: ProvDocument) -> None:
    derived = pairs(read, ProvDerivation)
    assert {("tmi:c-split2", "tmi:d-2"), ("tmi:x-1", "tmi:c-split"), ("tmi:ev-1", "tmi:e-2")} <= derived


def test_voices_that_are_entities_are_agents_and_nobody_else_is(read: ProvDocument) -> None:
    agents = {str(record.identifier) for record in read.get_records(ProvAgent)}
    assert agents == {"tmi:n-paper", "tmi:n-radio", "tmi:n-mnlf", "tmi:n-milf", "tmi:reader-grammar-1-abc"}
    assert {("tmi:c-not", "tmi:n-paper"), ("tmi:c-not", "tmi:n-mnlf"), ("tmi:d-2", "tmi:n-radio")} <= pairs(read, ProvAttribution)


def test_the_place_in_the_chain_is_kept_and_nobody_acts_for_anybody(released: Released, write: Write) -> None:
    content, losses = write(released, "prov")
    held = json.loads(content)
    assert held["wasAttributedTo"]["_:said-c-not-1"]["tm:place"] == 1
    assert "actedOnBehalfOf" not in held
    assert held["entity"]["tmi:e-2"]["tm:voices"] == "Radio Cotabato > villagers"
    assert b"Dimaano" not in content
    assert losses.lost["voice"] == 2


def test_nothing_is_named_that_is_not_there(released: Released, write: Write) -> None:
    held = json.loads(write(released, "prov")[0])
    things = set(held["entity"]) | set(held["agent"]) | set(held["activity"])
    for section in ("used", "wasAssociatedWith", "wasGeneratedBy", "wasDerivedFrom", "wasAttributedTo"):
        for relation in held[section].values():
            named = {
                value
                for key, value in relation.items()
                if key in ("prov:entity", "prov:agent", "prov:activity", "prov:generatedEntity", "prov:usedEntity")
            }
            assert named <= things, section
