"""What stands of what people decided on identity."""

import pytest
from fastapi import HTTPException

from testimonia.errors import DecisionError
from testimonia.model.document import Document
from testimonia.model.entity import Entity, Name
from testimonia.model.judgement import Judgement
from testimonia.model.reading import Reading
from testimonia.model.referent import Referent
from testimonia.store import open_store
from testimonia.workbench.review_joining import (
    MeanwhilePairError,
    PairWanted,
    decide_pair,
    divide,
    entity_named,
    not_in_force,
    standing_judgements,
    undo_last,
)


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "kb") as opened:
        opened.add_captured([Document("d-1", "a.txt", "00", "text/plain", "The Front.")])
        opened.add_reading(Reading("d-1", "t", tuple(Referent(f"r-{one}", "d-1", f"Front {one}", "org") for one in (1, 2, 3))))
        front, other = (Entity(key, "armed_group", key, (Name(key),), ends) for key, ends in (("o-1", ("r-1", "r-3")), ("o-2", ("r-2",))))
        opened.replace_entities([front, other])
        yield opened


def wanted(verdict: str, by: str = "anna", seen: str | None = None) -> PairWanted:
    return PairWanted("o-1", "o-2", verdict, by, "why", seen)


def judged(verdict: str, at: str) -> Judgement:
    return Judgement("r-1", "r-2", verdict, 1.0, (), "anna", at=at)


def test_what_was_taken_back_stands_no_more():
    one, two, back = judged("SAME", "1"), judged("DIFFERENT", "2"), judged("WITHDRAWN", "3")
    assert standing_judgements([one, two]) == (two,)
    assert standing_judgements([one, two, back]) == (one,)
    assert standing_judgements([one, back, judged("WITHDRAWN", "4")]) == ()


def test_what_is_not_worked_out_yet_is_not_in_force(store):
    decide_pair(store, wanted("different"))
    assert not_in_force(store, list(store.judged_by_people())) == ()
    decide_pair(store, wanted("same"))
    assert [one.verdict for one in not_in_force(store, list(store.judged_by_people()))] == ["SAME"]
    assert undo_last(store, by="anna").verdict == "WITHDRAWN"


def test_whoever_differs_from_somebody_else_sees_it_first(store):
    decide_pair(store, wanted("different"))
    assert decide_pair(store, wanted("different", "clara")).verdict == "DIFFERENT"
    with pytest.raises(MeanwhilePairError, match="decided meanwhile that they are two") as told:
        decide_pair(store, wanted("same", "bo"))
    assert decide_pair(store, wanted("same", "bo", told.value.seen)).verdict == "SAME"


def test_an_entity_is_divided_and_what_is_not_there_is_told(store):
    assert divide(store, "o-1", ["r-3"], by="anna", because="").judgements == 1
    with pytest.raises(DecisionError, match="no referent of"):
        divide(store, "o-1", ["r-2"], by="anna", because="")
    with pytest.raises(HTTPException):
        entity_named(store, "o-9")
