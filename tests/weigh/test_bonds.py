"""Bonds: who belongs to whom is read from the bonds alone, and is what all claims say."""

import numpy as np
from tests.weigh.held import written

from testimonia.weigh.assertions import bodies_above
from testimonia.weigh.bonds import Bonds
from testimonia.weigh.columns import code_of
from testimonia.weigh.corpus import Corpus
from testimonia.weigh.recalled import Recalled


def bonds_of(held):
    corpus = Corpus(held)
    return Bonds(corpus, Recalled(corpus))


def test_bodies_above_are_those_that_all_claims_give():
    knowledge, held = written(4)
    codes = np.array([code_of(name) for name in knowledge.entities], np.uint64)
    assert bonds_of(held).above(codes) == bodies_above(knowledge)


def test_of_some_entities_only_theirs_are_followed():
    knowledge, held = written(4)
    wanted = bodies_above(knowledge)
    name = sorted(wanted)[0]
    assert bonds_of(held).above(np.array([code_of(name)], np.uint64)) == {name: wanted[name]}
