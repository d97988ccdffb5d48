"""Overlap: passages are found across small changes, and common phrases are none."""

import numpy as np

from testimonia.weigh.overlap import PASSAGE, covered, passages, runs_of


def words(*numbers: int) -> np.ndarray:
    return np.array(numbers, np.uint32)


def test_a_changed_word_does_not_end_a_passage():
    one, two = words(*range(20)), words(*range(10), 99, *range(11, 20))
    starts, ends = passages(one, two)
    assert (starts.tolist(), ends.tolist()) == ([0], [20])
    assert covered(one, two).all()


def test_what_was_put_in_between_parts_a_passage_in_two():
    one, two = words(*range(30)), words(*range(15), *range(100, 110), *range(15, 30))
    assert covered(one, two).all()
    assert np.flatnonzero(covered(two, one)).tolist() == [*range(15), *range(25, 40)]


def test_a_common_phrase_is_no_passage():
    one, two = words(*range(PASSAGE - 1), *range(50, 70)), words(*range(PASSAGE - 1), *range(80, 99))
    assert not covered(one, two).any()


def test_texts_without_words_have_nothing_in_common():
    assert not covered(words(), words(1, 2, 3)).any()
    assert not covered(words(1, 2, 3, 4), words()).any()


def test_runs_tell_order_apart():
    assert len(set(runs_of(words(1, 2, 3, 1, 3, 2, 1, 2, 3), 3).tolist())) == 6
    assert runs_of(words(1, 2), 3).tolist() == []
