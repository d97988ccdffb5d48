"""A party keeps the words of the text and says how its slot was filled."""

from testimonia.model.party import Party


def test_a_party_without_a_referent_is_described_in_words_only():
    assert (Party("suspected insurgents").referent, Party("suspected insurgents").how) == (None, "words")


def test_the_same_words_at_another_place_are_another_party():
    assert Party("the group", "r-1", "topic", 0, 9) != Party("the group", "r-1", "topic", 40, 49)


def test_parties_can_be_counted_as_members_of_a_set():
    assert len({Party("a"), Party("a"), Party("b")}) == 2
