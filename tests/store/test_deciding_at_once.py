"""Decisions and judgements in one transaction, and names given to a document without a claim."""

from dataclasses import replace

import pytest
from tests.review.desk import DOCUMENT, decider, founded, reading, referent, span, strength

from testimonia.errors import DecisionError
from testimonia.model.decision import Decision
from testimonia.model.judgement import Judgement
from testimonia.model.referent import Mention
from testimonia.review import accept, reject, withdraw
from testimonia.store import Store

MONK = referent("Karen League")
NAMES = Decision("d-1", "d-1", "COMMENTED", "anna", "2024-05-06T07:00:00+00:00", "names", None, (MONK,), ())


@pytest.fixture
def held(store: Store) -> Store:
    store.add_captured([DOCUMENT])
    store.add_reading(reading())
    return store


def test_all_go_in_or_none(held: Store) -> None:
    judgement = Judgement("r-1", "r-2", "SAME", 1.0, (), "anna", at="2024-05-06T07:00:00+00:00")
    stranger = replace(accept(strength(), decider()), record="c-none")
    with pytest.raises(DecisionError, match="c-none"):
        held.decide_all([(accept(founded(), decider()), None), (stranger, None)], [judgement])
    assert (list(held.decisions()), [one for one in held.judgements() if one.is_human]) == ([], [])
    held.decide_all([(accept(founded(), decider()), None), (reject(strength(), decider(second=1)), None)], [judgement])
    assert (len(list(held.decisions())), [one for one in held.judgements() if one.is_human]) == (2, [judgement])


def test_names_of_a_document_outlast_a_new_reading_and_change_no_standing(held: Store) -> None:
    mention = Mention("d-1", **span("Karen League"), quote="Karen League", referent=MONK.id)
    held.decide(replace(NAMES, mentions=(mention,)))
    assert held.stale() == frozenset()
    held.add_reading(reading("grammar 2"))
    assert MONK in list(held.referents(document="d-1"))
    assert mention in list(held.mentions(document="d-1"))
    held.decide(withdraw(held.last_decision("anna"), decider(second=9)))
    assert (held.stale(), held.orphaned()) == (frozenset(), ())


def test_names_must_stand_in_the_text_and_a_document_is_not_decided_on(held: Store) -> None:
    with pytest.raises(DecisionError, match="does not stand"):
        held.decide(replace(NAMES, mentions=(Mention("d-1", 0, 5, "Karen", MONK.id),)))
    with pytest.raises(DecisionError, match="is a document"):
        held.decide(replace(NAMES, verdict="ACCEPTED"))
