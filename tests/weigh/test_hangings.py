"""Hangings: any groups of claims have as many independent witnesses in columns as in records."""

import random

import numpy as np
import pytest
from tests.weigh.held import written

from testimonia.model.stemma import count_independent
from testimonia.weigh import hangings
from testimonia.weigh.assertions import assertions_of
from testimonia.weigh.independence import Witnesses, spoken_during
from testimonia.weigh.snapshots import Weighing


@pytest.mark.parametrize("seed", (4, 5, 6))
@pytest.mark.parametrize("at_once", (50, 2_000_000))
def test_groups_of_any_claims_have_as_many_witnesses(seed, at_once, monkeypatch):
    monkeypatch.setattr(hangings, "AT_ONCE", at_once)
    knowledge, held = written(seed)
    made, weighing, chance = assertions_of(knowledge), Weighing(held), random.Random(seed)
    witnesses = Witnesses(knowledge, made)
    groups = [sorted(chance.sample(range(len(made)), chance.choice((1, 2, 3, 5, 30)))) for _ in range(300)]
    wanted = [
        count_independent([witnesses.of(made[n].claim.document, made[n].claim.attribution, when=made[n].claim.when) for n in group])
        for group in groups
    ]
    number = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    member = np.array([place for group in groups for place in group])
    assert weighing.hangings.counted(weighing.claims.lines, number, member, groups=len(groups)).tolist() == wanted
    assert {1, 2, 3} <= set(wanted)


def test_voices_spoke_between_what_they_tell_of_and_the_day_of_publication():
    knowledge, held = written(4)
    made, weighing = assertions_of(knowledge), Weighing(held)
    first, last = hangings.spoken_during(weighing.corpus, weighing.claims.lines, np.arange(len(made)))
    assert list(zip(first.tolist(), last.tolist(), strict=True)) == [spoken_during(one.claim.when, one.said) for one in made]


def test_the_register_of_sources_comes_back():
    knowledge, held = written(4)
    assert hangings.sources_of(Weighing(held).corpus) == dict(knowledge.sources)


def test_equal_keys_are_put_together():
    assert [one.tolist() for one in hangings.blocks_of(np.array([2, 1, 2]))] == [[1], [0, 2]]
    assert hangings.blocks_of(np.zeros(0)) == []
