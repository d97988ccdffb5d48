"""View records: plain data that JSON can hold."""

import json
from dataclasses import asdict

from testimonia.publish.catalogue import catalogue_of
from testimonia.publish.views import actor_profile, claim_view, document_view


def test_views_are_plain_data(knowledge, findings):
    catalogue = catalogue_of(knowledge, findings)
    for view in (
        actor_profile(catalogue, "e-Example Front"),
        claim_view(catalogue, knowledge.claims[0].id),
        document_view(catalogue, "d-b"),
    ):
        assert json.loads(json.dumps(asdict(view)))["id" if hasattr(view, "id") else "line"]


def test_a_line_without_disputes_needs_no_mark(knowledge, findings):
    catalogue = catalogue_of(knowledge, findings)
    assert not claim_view(catalogue, knowledge.claims[4].id).line.is_disputed
    assert claim_view(catalogue, knowledge.claims[0].id).line.is_disputed
