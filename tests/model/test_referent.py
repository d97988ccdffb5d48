"""A referent lives in one document and one class."""

from testimonia.model.referent import Mention, referent_id


def test_the_same_name_in_another_document_is_another_referent():
    assert referent_id("d-1", "org", "frente amplio") != referent_id("d-2", "org", "frente amplio")


def test_a_town_and_a_brigade_of_one_name_are_two_referents():
    assert referent_id("d-1", "place", "jaffna") != referent_id("d-1", "org", "jaffna")


def test_a_mention_at_another_place_is_another_mention():
    one, other = (Mention("d-1", start, start + 3, "MLF", "r-1") for start in (0, 40))
    assert one.id != other.id


def test_how_a_mention_was_followed_does_not_make_it_another():
    one, other = (Mention("d-1", 0, 4, "they", "r-1", how) for how in ("pronoun", "topic"))
    assert one.id == other.id
