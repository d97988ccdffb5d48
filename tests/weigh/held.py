"""Synthetic corpora, and columns of knowledge held in memory, for tests of weighing many."""

from functools import cache

from bench.synthetic import corpus, knowledge_of

from testimonia.model.knowledge import Knowledge
from testimonia.weigh import held
from testimonia.weigh.columns import columns_of, identity_columns
from testimonia.weigh.copies import copies_of


class Held(held.Held):
    """All that is known, in columns."""

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(columns_of(knowledge) | identity_columns(knowledge, copies_of(knowledge.documents)))


@cache
def written(seed: int, claims: int = 800) -> tuple[Knowledge, Held]:
    """Write a corpus as records and as columns."""
    knowledge = knowledge_of(list(corpus(claims, seed=seed, texts=True)))[0]
    return knowledge, Held(knowledge)
