"""Suspects: every dispute lies in a block that its rule's question names, and look-alikes are mostly left out."""

import pytest
from tests.weigh.held import written

from testimonia.weigh.assertions import assertions_of
from testimonia.weigh.corpus import Corpus
from testimonia.weigh.dispute_rules import RULES
from testimonia.weigh.disputes import disputes_of
from testimonia.weigh.grouping import claims_of
from testimonia.weigh.independence import Witnesses
from testimonia.weigh.suspects import SUSPECTS, asked_of


def suspected(held, rule: str) -> list[set[str]]:
    corpus = Corpus(held)
    claims = claims_of(corpus)
    blocks = SUSPECTS[rule](asked_of(corpus, claims))
    ids = claims.lines["id"]
    return [{f"c-{ids[row]:016x}" for row in blocks.rows[start:end]} for start, end in zip(blocks.starts, blocks.ends, strict=True)]


def test_every_rule_has_its_question():
    assert list(SUSPECTS) == [rule.name for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("seed", (4, 5, 6, 7))
def test_every_dispute_lies_in_one_suspected_block(rule, seed):
    knowledge, held = written(seed)
    made = assertions_of(knowledge)
    blocks = suspected(held, rule.name)
    for dispute in disputes_of(knowledge, made, witnesses=Witnesses(knowledge, made), rules=(rule,)):
        assert sum(set(dispute.claims) <= block for block in blocks) == 1


def test_few_claims_are_suspected_that_are_in_no_dispute():
    knowledge, held = written(5)
    made = assertions_of(knowledge)
    disputed = {claim for dispute in disputes_of(knowledge, made, witnesses=Witnesses(knowledge, made)) for claim in dispute.claims}
    found = {claim for rule in RULES for block in suspected(held, rule.name) for claim in block}
    assert disputed <= found
    assert len(found) < 2 * len(disputed) < len(made) * 2
