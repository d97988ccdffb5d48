"""The record of a single row says what the row does, and no more."""

from datetime import date

import pytest
from tests.publish.exports.releases import claim, report, toll, when

from testimonia.model.event import Bound
from testimonia.publish.row_records import claim_of, event_of, report_of

NAMES = {"n-milf": "Moro Islamic Liberation Front", "n-mnlf": "Moro National Liberation Front", "n-paper": "The Davao Paper"}


def test_entities_are_parties_by_their_identifier():
    made = claim_of(claim("c-1", "n-milf", "split_from", "n-mnlf", how={"subject": "acronym", "object": "name"}), NAMES)
    assert (made.id, made.subject.referent, made.subject.how) == ("c-1", "n-milf", "acronym")
    assert made.object is not None and (made.object.referent, made.object.words) == ("n-mnlf", NAMES["n-mnlf"])


@pytest.mark.parametrize(
    ("predicate", "value", "words", "role"),
    [
        ("opposes", {"text": "foreign troops"}, "foreign troops", None),
        ("has_role", {"role": "envoy", "text": "the group"}, "the group", "envoy"),
    ],
)
def test_a_described_object_gets_its_words_back(predicate, value, words, role):
    made = claim_of(claim("c-1", "n-milf", predicate, value=value, how={"subject": "name", "object": "words"}), NAMES)
    assert made.object is not None and (made.object.words, made.object.referent) == (words, None)
    assert (made.value.role if made.value else None) == role


def test_an_object_that_was_left_out_stays_hidden():
    made = claim_of(claim("c-1", "n-milf", "opposes", how={"subject": "name", "object": "name"}), NAMES)
    assert made.object is not None and made.object.referent == "" and made.value is None


def test_a_time_has_its_days_and_mode():
    made = claim_of(claim("c-1", "n-milf", "founded", **when("1984~", "1984-01-01", "1984-12-31")), NAMES)
    assert made.when is not None and (made.when.lo, made.when.hi, made.when.mode) == (date(1984, 1, 1), date(1984, 12, 31), "within")


def test_a_report_keeps_its_sides_figures_and_voices():
    row = report(
        "e-1",
        "ev-1",
        initiator=["n-milf", "armed men"],
        attribution=["n-paper", "villagers"],
        figures=[{"what": "killed", "of": "civilians", "low": 0, "high": None}],
    )
    made = report_of(row, NAMES)
    assert [party.referent for party in made.initiator] == ["n-milf", None]
    assert (made.figures[0].low, made.figures[0].high, made.figures[0].of.words) == (0, None, "civilians")
    assert [voice.how for voice in made.attribution.voices] == ["publisher", "words"]


def test_bounds_that_nobody_states_stay_empty():
    made = event_of({"id": "ev-1", "type": "ASSAULT", "reports": ["e-1"], "why": "One.", "tolls": [toll("killed", None, 3)]})
    assert (made.tolls[0].low, made.tolls[0].high) == (Bound(3, ("e-1",)), None)
