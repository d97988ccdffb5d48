"""The labelled pairs of names are what the measure says that they are, and each half keeps to itself."""

import unicodedata

from eval import names
from eval.names import NamePair, count_verdicts, read_pairs

PAIRS = read_pairs()


def _scripts(text):
    return {unicodedata.name(letter).split()[0] for letter in text if letter.isalpha()}


def test_there_are_enough_pairs_of_enough_conflicts_with_hard_negatives_and_several_scripts():
    assert len(PAIRS) >= 500
    assert len({pair.conflict for pair in PAIRS}) >= 8
    assert sum(not pair.same for pair in PAIRS) >= len(PAIRS) / 3
    assert sum(_scripts(pair.left) != _scripts(pair.right) for pair in PAIRS) >= len(PAIRS) / 5
    assert all(pair.reason for pair in PAIRS)


def test_no_pair_stands_twice_or_in_both_halves():
    seen = [frozenset((pair.left, pair.right)) for pair in PAIRS]
    assert len(set(seen)) == len(seen)
    assert {pair.half for pair in PAIRS} == {"tune", "test"}


def test_verdicts_are_counted_by_what_the_pair_is():
    pairs = (
        NamePair("Arakan Army", "the Arakan Army", True, "article", "Myanmar", "tune"),
        NamePair("1st Kachin Brigade", "5th Kachin Brigade", False, "number", "Myanmar", "tune"),
        NamePair("Kachin Army", "Wa Army", False, "people", "Myanmar", "tune"),
    )
    counts = count_verdicts(pairs)
    assert (counts.true["SAME"], counts.false["DIFFERENT"], counts.false["UNSURE"]) == (1, 1, 1)
    assert (counts.found, counts.open, counts.apart) == (1.0, 1.0, 1.0)


def test_the_rows_name_what_is_to_be_reached(monkeypatch):
    monkeypatch.setattr(names, "_anchors", lambda: iter(()))  # these need data that not every machine has
    rows = {row.metric: row for row in names.measure()}
    assert rows["true pairs judged SAME"].reach == names.REACH
    assert rows["false pairs not merged"].value == 1.0
