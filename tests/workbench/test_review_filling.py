"""Filling: what stands in fields is found in the document, or told at its field."""

import pytest

from testimonia.model.document import Document
from testimonia.model.referent import Referent
from testimonia.review import Desk
from testimonia.workbench.review_filling import FieldsError, Filling, labels_of

TEXT = "The Free Aceh Movement met soldiers in Pidie. Later the Movement left."


@pytest.fixture
def desk() -> Desk:
    document = Document("d-1", "a.txt", "0" * 64, "text/plain", TEXT)
    known = Referent("r-1", "d-1", "Free Aceh Movement", "org", "armed_group", ("Free Aceh Movement", "Movement"), "en")
    return Desk(document, {known.id: known})


def test_lines_are_names_of_the_document_new_names_or_words(desk):
    hand = Filling(desk, (0, 45))
    known, new = hand.parties("target", "Free Aceh Movement\nsoldiers", form={"target_kind": "state_force"})
    assert (known.referent, known.kind) == ("r-1", None)
    assert (TEXT[new.start : new.end], new.kind) == ("soldiers", "state_force")
    (words,) = hand.parties("target", "soldiers")
    assert (words.kind, words.referent) == (None, None)
    hand.finish()


def test_words_that_do_not_stand_in_the_text_are_told_at_their_field(desk):
    hand = Filling(desk, (0, 45))
    hand.parties("where", "Banda Aceh")
    with pytest.raises(FieldsError) as told:
        hand.finish()
    assert list(told.value.problems) == ["where"]


def test_every_form_of_a_name_is_offered_once(desk):
    assert list(labels_of(desk)) == ["Free Aceh Movement", "Movement"]
