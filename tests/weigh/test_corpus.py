"""Corpus: lines stand in the order in which records are weighed, each once, with who is who."""

import numpy as np
from tests.weigh.held import Held, written

from testimonia.model.kinds import PREDICATES
from testimonia.weigh.assertions import assertions_of
from testimonia.weigh.columns import NOTHING, code_of
from testimonia.weigh.corpus import Corpus, is_any
from testimonia.weigh.times import LATEST, core_of, end_of, span_of, window_of


def test_claims_stand_in_the_order_in_which_they_are_weighed_each_once():
    knowledge, held = written(5)
    twice = Held(knowledge)
    for name in ("claims", "voices", "documents"):
        twice.tables[name] = {column: np.concatenate((lines[::-1], lines)) for column, lines in twice.tables[name].items()}
    for tables in (held, twice):
        lines = Corpus(tables).lines("claims", ("predicate",))
        made = assertions_of(knowledge)
        assert [f"c-{name:016x}" for name in lines["id"].tolist()] == [one.id for one in made]
        assert [PREDICATES[number] for number in lines["predicate"]] == [one.claim.predicate for one in made]


def test_referents_without_an_entity_are_nobody():
    knowledge, held = written(5)
    referent, entity = next(iter(knowledge.entity_of.items()))
    found = Corpus(held).entity_of(np.array([code_of("nobody"), code_of(referent), NOTHING], np.uint64))
    assert found.tolist() == [NOTHING, code_of(entity), NOTHING]


def test_times_are_read_as_the_rules_read_them():
    knowledge, held = written(5)
    lines = Corpus(held).lines("claims", ("time",))
    times = Corpus(held).times(lines["time"])
    for made, place in zip(assertions_of(knowledge), times.place.tolist(), strict=True):
        when = made.claim.when
        assert bool(times.dated[place]) is (span_of(when) is not None)
        if span_of(when) is not None:
            assert (times.low[place], times.high[place]) == span_of(when)
            assert (times.first[place], times.last[place]) == window_of(when)
            assert (times.sure_low[place], times.sure_high[place]) == (core_of(when) or span_of(when))
        end = end_of(when)
        assert times.ends[place] == (LATEST + 1 if end is None else end[1])


def test_chains_that_differ_by_the_order_of_their_voices_differ():
    knowledge, held = written(5)
    corpus = Corpus(held)
    lines = corpus.lines("claims", ())
    said = corpus.voices["voice"][lines["chain"]].tolist()
    voices = [made.voice for made in assertions_of(knowledge)]
    assert len(set(zip(said, voices, strict=True))) == len(set(said)) == len(set(voices))


def test_lines_of_some_predicates_are_chosen():
    codes = np.array([PREDICATES.index("founded"), PREDICATES.index("part_of")])
    assert is_any(codes, ("part_of", "founded by nobody")).tolist() == [False, True]
