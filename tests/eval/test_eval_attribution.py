"""Attribution is scored on what spans share, after tellings and key relations were paired one to one on their contents."""

import pytest
from eval.attribution import Keyed, marked_source, pair_tellings, quoted_share, scores

from testimonia.read.voices.hearing import Telling

TEXT = "The envoy said that the convoy had left after it was attacked, but the army denied it had known. "
SAID = Keyed((0, 9), (0, 14), (15, 39))
DENIED = Keyed((67, 75), (63, 82), (83, 95))
OURS = Telling(10, (0, 9), ((15, 61),))


def test_an_equal_telling_scores_full_though_its_content_goes_on_beyond_the_head_unit():
    found = scores([pair_tellings(TEXT, key=[SAID], tellings=[OURS])])
    assert (found["source"], found["content"], found["relation"]) == ((1.0,) * 3,) * 3
    assert found["content, head unit alone"][0] == pytest.approx(24 / 46)


def test_what_was_missed_costs_recall_and_what_the_key_lacks_costs_precision():
    beyond = Telling(76, (67, 75), ((90, 95),))
    missed = scores([pair_tellings(TEXT, key=[SAID, DENIED], tellings=[OURS])])
    extra = scores([pair_tellings(TEXT, key=[SAID], tellings=[OURS, beyond])])
    assert missed["source"][:2] == (1.0, 0.5)
    assert extra["source"][:2] == (0.5, 1.0)


def test_content_that_holds_the_word_of_saying_is_partly_wrong():
    found = scores([pair_tellings(TEXT, key=[SAID], tellings=[Telling(10, (0, 9), ((0, 39),))])])
    assert found["content"][0] == pytest.approx(24 / 38)
    assert found["content"][1] == 1.0


def test_the_telling_whose_word_of_saying_lies_in_the_unit_is_preferred():
    other = Telling(76, (67, 75), ((0, 95),))
    compared = pair_tellings(TEXT, key=[SAID], tellings=[other, OURS])
    assert [telling for _, telling in compared.pairs] == [OURS]
    assert compared.extra == (other,)


def test_a_wrong_source_is_no_relation_though_the_content_is_right():
    wrong = scores([pair_tellings(TEXT, key=[SAID], tellings=[Telling(10, (24, 30), ((15, 61),))])])
    assert (wrong["content"][2], wrong["source"][2], wrong["relation"][2]) == (1.0, 0.0, 0.0)


def test_noun_phrases_and_sayings_of_nobody_are_left_out():
    compared = pair_tellings(TEXT, key=[SAID], tellings=[Telling(10, (0, 9), ((15, 61),), clausal=False), Telling(10, None, ((15, 61),))])
    assert (compared.pairs, compared.extra, compared.missed) == ((), (), (SAID,))


def test_the_share_of_quotations_counts_contents_inside_marks():
    text = 'He said: "We left the town." She said that they stayed.'
    inside, outside = Keyed((0, 2), (0, 8), (10, 27)), Keyed((29, 32), (29, 37), (38, 55))
    assert quoted_share(text, [inside, outside]) == 0.5
    assert quoted_share(text, []) == 0.0


def test_a_source_stretched_over_two_marked_words_is_the_pronoun_in_the_unit():
    text = "I would not care, because I knew"
    assert marked_source(text, source=(0, 27), unit=(18, 32)) == (26, 27)


def test_a_source_that_is_one_noun_phrase_stays_as_it_is():
    text = "three people who asked me"
    assert marked_source(text, source=(0, 16), unit=(13, 25)) == (0, 16)
    assert marked_source(text, source=(23, 25), unit=(13, 25)) == (23, 25)
