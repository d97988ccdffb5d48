"""Grouping: the groups that agree among all claims are those of one block after another."""

import numpy as np
import pytest
from tests.weigh.held import written

from testimonia.model.kinds import PREDICATES
from testimonia.weigh.assertions import assertions_of, by_key
from testimonia.weigh.corpus import Corpus
from testimonia.weigh.corroborations import corroborations_of
from testimonia.weigh.grouping import agreeing_claims, claims_of
from testimonia.weigh.independence import Witnesses


def members(groups, lines) -> list[tuple[str, ...]]:
    found = groups.members
    parts = [found.rows[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
    return [tuple(f"c-{lines['id'][row]:016x}" for row in part) for part in parts]


@pytest.mark.parametrize("seed", (4, 5, 6, 7))
def test_the_groups_are_those_of_records_in_their_order(seed):
    knowledge, held = written(seed)
    made = assertions_of(knowledge)
    claims = claims_of(Corpus(held))
    wanted = corroborations_of(knowledge, made, witnesses=Witnesses(knowledge, made))
    assert sorted(members(agreeing_claims(claims), claims.lines)) == sorted(one.claims for one in wanted)


def test_blocks_are_those_of_records():
    knowledge, held = written(5)
    made, claims = assertions_of(knowledge), claims_of(Corpus(held))
    wanted = {one.id: (key, one.negated) for key, block in by_key(made, predicates=PREDICATES).items() for one in block}
    pairs = {
        (wanted[f"c-{name:016x}"], block) for name, block in zip(claims.lines["id"].tolist(), claims.lines["block"].tolist(), strict=True)
    }
    assert len(pairs) == len({key for key, _ in pairs}) == len({block for _, block in pairs})


def test_only_touched_blocks_are_grouped():
    _, held = written(5)
    claims = claims_of(Corpus(held))
    everything = agreeing_claims(claims)
    touched = np.unique(everything.block)[::3]
    some = agreeing_claims(claims, touched=touched)
    wanted = [one for one, block in zip(members(everything, claims.lines), everything.block, strict=True) if block in touched]
    assert sorted(members(some, claims.lines)) == sorted(wanted)
    assert len(agreeing_claims(claims, touched=touched[:0])) == 0
