"""A network says what is stated and leaves out what is not."""

from testimonia.api.networks import graph_of


def test_what_is_not_stated_is_left_out(kb):
    claim = next(claim for claim in kb.claims() if claim.object is not None and claim.edtf is None)
    graph = graph_of([(claim.subject, claim.subject_name, "armed_group", None, None, None)], [claim])
    assert graph.nodes[claim.subject] == {"name": claim.subject_name, "kind": "armed_group"}
    held = graph.edges[claim.subject, claim.object, claim.id]
    assert "edtf" not in held
    assert "start" not in held
    assert held["voices"].startswith(claim.publisher)
    assert held["quote"] == claim.quote


def test_two_claims_of_one_tie_are_two_edges(kb):
    ties = [claim for claim in kb.claims(predicate="split_from") if claim.object is not None]
    assert graph_of([], ties).number_of_edges() == len(ties) > 1
