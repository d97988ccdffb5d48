"""Forms become corrections and claims, or say where they are wrong."""

import pytest

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.document import Document
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import evidence_at
from testimonia.model.party import Party
from testimonia.model.referent import Referent
from testimonia.review import Desk
from testimonia.workbench.review_fields import at_fields, change_of, draft_of, fields_shown, selected_words
from testimonia.workbench.review_filling import FieldsError
from testimonia.workbench.review_words import values_of

TEXT = "The Karen League left\nthe Shan Front in 1964. Some 40 men followed, a resident said. The Karen League is small."
DOCUMENT = Document("d-1", "a.txt", "00", "text/plain", TEXT, publisher="The Paper")
LEAGUE = Referent("r-1", "d-1", "Karen League", "org", "armed_group", ("Karen League",))
FRONT = Referent("r-2", "d-1", "Shan Front", "org", "armed_group", ("Shan Front", "the Front"))
TOWN = Referent("r-3", "d-1", "Shan", "place", "place", ("Shan",))
PERSON = Referent("r-4", "d-1", "Shan", "person", "person", ("Shan",))
DESK = Desk(DOCUMENT, {one.id: one for one in (LEAGUE, FRONT, TOWN, PERSON)})
SPAN = evidence_at("d-1", TEXT, start=0, end=44)
CLAIM = Claim(
    "d-1",
    "split_from",
    Party("Karen League", "r-1", "name", 4, 16),
    Attribution((Party("The Paper", None, "publisher"),)),
    (SPAN,),
    Proposal("t", "t"),
    Party("Shan Front", "r-2", "name", 26, 36),
    Value(low=1),
)


def change(**form: str):
    return change_of(DESK, CLAIM, values_of(CLAIM) | form)


def test_what_stays_as_it_was_is_no_change():
    empty = change()
    assert all(getattr(empty, name) is None for name in empty.__dataclass_fields__)
    assert change(words="The Karen League left the Shan Front in 1964") == empty


def test_a_name_of_the_document_is_taken_for_what_it_is_with_or_without_its_words():
    named = change(subject="Shan Front").subject
    assert (named.referent, named.start, named.end) == ("r-2", 26, 36)
    unnamed = change(subject="Shan (person)").subject
    assert unnamed.referent == "r-4"


def test_words_are_found_across_line_breaks_and_the_nearest_are_taken():
    moved = change(words="left the Shan Front")
    assert TEXT[moved.start : moved.end] == "left\nthe Shan Front"
    later = change(words="The Karen League is small")
    assert later.start == TEXT.rindex("The Karen")


def test_words_may_describe_or_name_something_new():
    described = change(object="Some 40 men", object_kind="words").object
    assert (described.referent, described.kind) == (None, None)
    new = change(object="Some 40 men", object_kind="person", object_role="fighters").object
    assert (new.kind, new.role) == ("person", "fighters")
    assert change(object="").no_object


def test_a_value_is_changed_field_by_field():
    assert change(low="", high="12").value == Value(high=12)
    assert change(low="").value == Value()


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"predicate": "loves"}, "predicate"),
        ({"when": "once"}, "when"),
        ({"subject": "Nobody here"}, "subject"),
        ({"subject": "Karen League", "subject_kind": "monster"}, "subject"),
        ({"low": "9", "high": "3"}, "high"),
        ({"low": "-1"}, "low"),
        ({"voices": "a resident\nNobody here"}, "voices"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(form, field):
    with pytest.raises(FieldsError) as told:
        change(**form)
    assert list(told.value.problems) == [field]


def test_a_report_keeps_parties_and_figures_that_stand_there_still():
    report = EventReport(
        "d-1", "ASSAULT", CLAIM.attribution, (SPAN,), Proposal("t", "t"), initiator=(Party("they", "r-1", "pronoun", 0, 3),),
        figures=(Figure("killed", None, 1, 2),),
    )  # fmt: skip
    made = change_of(DESK, report, values_of(report) | {"initiator": "they\r\nShan Front", "figures": "killed 1..2\ninjured ..7\nkilled 4"})
    assert [one.referent for one in made.initiator] == ["r-1", "r-2"]
    assert [(one.what, one.low, one.high) for one in made.figures] == [("killed", 1, 2), ("injured", None, 7), ("killed", 4, 4)]
    with pytest.raises(FieldsError, match="figures"):
        change_of(DESK, report, values_of(report) | {"figures": "many were killed"})
    assert change_of(DESK, report, values_of(report) | {"recurrent": "yes"}).recurrent is True


def test_a_draft_is_read_from_a_selection_or_from_words():
    form = {"predicate": "split_from", "subject": "Karen League", "object": "Shan Front", "when": "1964", "voices": "a resident"}
    draft = draft_of(DESK, form | {"start": "0", "end": "45"})
    assert (draft.start, draft.end, draft.subject.referent, draft.object.referent) == (0, 45, "r-1", "r-2")
    assert [TEXT[one.start : one.end] for one in draft.voices] == ["a resident"]
    assert draft_of(DESK, form | {"words": "the Shan Front in 1964"}).start == 22
    with pytest.raises(FieldsError, match="predicate"):
        draft_of(DESK, {"words": "1964", "subject": "Shan Front"})


def test_a_selection_leaves_the_spaces_that_it_took_along():
    assert selected_words(DESK, {"start": "3", "end": "17"}) == (4, 16)
    assert selected_words(DESK, {"start": "5", "end": "2"}) == (0, 0)
    assert selected_words(DESK, {"start": "x", "end": "9" * 30}) == (0, 0)


def test_breaches_of_the_codebook_find_their_fields():
    told = at_fields(
        "subject: wrong; value.text: not used; split_from: needs object; attribution.stance: none; more", predicate="split_from"
    )
    assert told == {"subject": "wrong", "text": "not used", "predicate": "needs object", "stance": "none", "": "more"}


def test_names_that_two_bear_are_offered_with_what_they_are():
    known = fields_shown(DESK, {}).known
    assert {"Karen League", "Shan Front", "Shan (place)", "Shan (person)", "the Front"} <= set(known)
