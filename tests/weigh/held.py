"""Columns held in memory, and synthetic corpora in them, for tests of weighing many."""

from functools import cache

from bench.synthetic import corpus, knowledge_of

from testimonia.model.knowledge import Knowledge
from testimonia.weigh.columns import columns_of, identity_columns
from testimonia.weigh.copies import copies_of


class Held:
    """Tables in memory, as a snapshot would give them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.tables = columns_of(knowledge) | identity_columns(knowledge, copies_of(knowledge.documents))

    def table(self, name, columns):
        return {column: self.tables[name][column] for column in columns}

    def notes(self, codes):
        return self._noted("notes", "code", codes)

    def entities(self, codes):
        return self._noted("entities", "entity", codes)

    def _noted(self, table, key, codes):
        held = self.tables[table]
        known = dict(zip(held[key].tolist(), held["note"].tolist(), strict=True))
        return {code: known[code] for code in codes.tolist() if code in known}


@cache
def written(seed: int, claims: int = 800) -> tuple[Knowledge, Held]:
    """Write a corpus as records and as columns."""
    knowledge = knowledge_of(list(corpus(claims, seed=seed, texts=True)))[0]
    return knowledge, Held(knowledge)
