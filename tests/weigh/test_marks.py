"""Marks change with what findings are written from, and with nothing else."""

from dataclasses import replace

import numpy as np
from tests.weigh.held import Held, written

from testimonia.weigh.marks import marks_of
from testimonia.weigh.snapshots import Weighing


def marks(knowledge):
    weighing = Weighing(Held(knowledge))
    lines = weighing.claims.lines
    made = marks_of(lines, np.arange(len(lines["id"])), shown=weighing.shown, behind=weighing.behind)
    return dict(zip(lines["id"].tolist(), made.tolist(), strict=True))


def test_equal_knowledge_has_equal_marks_and_claims_have_marks_of_their_own():
    knowledge, _ = written(4)
    assert marks(knowledge) == marks(replace(knowledge, claims=knowledge.claims[::-1]))
    assert len(set(marks(knowledge).values())) == len(marks(knowledge))


def test_a_document_published_on_another_day_changes_the_marks_of_its_claims_alone():
    knowledge, _ = written(5)
    name = knowledge.claims[0].document
    documents = dict(knowledge.documents) | {name: replace(knowledge.documents[name], published="1950-05-05")}
    before, after = marks(knowledge), marks(replace(knowledge, documents=documents))
    changed = {f"c-{one:016x}" for one in before if before[one] != after[one]}
    assert changed == {claim.id for claim in knowledge.claims if claim.document == name and f"{int(claim.id[2:], 16):016x}" in claim.id} & {
        f"c-{one:016x}" for one in before
    }
