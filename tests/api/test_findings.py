"""What follows from what documents say, as it is given."""

from testimonia.api.findings import Estimate, PositionRecord


def test_the_tolls_of_an_event_and_the_sides_of_a_dispute_are_records_too(kb):
    tolls = [toll for event in kb.events() for toll in event.tolls]
    assert tolls
    assert all(isinstance(toll, Estimate) for toll in tolls)
    assert all(toll.low is None or toll.best is None or toll.high is None or toll.low <= toll.best <= toll.high for toll in tolls)
    sides = [side for dispute in kb.disputes() for side in dispute.positions]
    assert len(sides) >= 2
    assert all(isinstance(side, PositionRecord) and isinstance(side.claims, tuple) for side in sides)


def test_what_a_corroboration_agrees_on_is_named(kb):
    agreed = [one for made in kb.corroborations() for one in made.agreed]
    assert agreed
    assert all(one.on and one.value for one in agreed)
