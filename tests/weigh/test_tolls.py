"""Tolls: low, best and high after UCDP, each bound with the reports that set it."""

import pytest

from testimonia.weigh.findings import weigh_knowledge

DOCUMENTS = {"a": "The Daily Example", "b": "Sample News", "c": "Third Paper", "d": "Fourth Paper; from Third Paper"}
EVENT = "ASSAULT | IS -> Syrian Army | Palmyra | 2015-05-20"


def toll_of(knowledge):
    (event,) = weigh_knowledge(knowledge).events
    number = {report.id: place for place, report in enumerate(knowledge.reports, start=1)}
    return [
        (t.what, t.of, *[None if b is None else (b.value, [number[name] for name in b.reports]) for b in (t.low, t.best, t.high)])
        for t in event.tolls
    ]


@pytest.mark.parametrize(
    ("figures", "low", "best", "high"),
    [
        ({"a": "killed 8+"}, (8, [1]), (8, [1]), (8, [1])),
        ({"a": "killed -99"}, None, (99, [1]), (99, [1])),
        ({"a": "killed 10-20"}, (10, [1]), (15, [1]), (20, [1])),
        ({"a": "killed 10-20", "b": "killed 12"}, (10, [1]), (12, [2]), (20, [1])),
        ({"a": "killed 8", "b": "killed 12", "c": "killed 12"}, (8, [1]), (12, [2, 3]), (12, [2, 3])),
        ({"a": "killed 8", "c": "killed 12", "d": "killed 12"}, (8, [1]), (8, [1]), (12, [2, 3])),
        ({"a": "killed 8", "b": "killed 12", "c": "killed 30"}, (8, [1]), (12, [2]), (30, [3])),
        ({"a": "killed 0", "b": "killed 3"}, (0, [1]), (0, [1]), (3, [2])),
        ({"a": "killed 40+", "b": "killed 25"}, (25, [2]), (25, [2]), (40, [1])),
    ],
)
def test_each_bound_follows_the_stated_rule_and_names_its_reports(knowledge_of, figures, low, best, high):
    reports = [f"{key} | {EVENT} | {figure}" for key, figure in figures.items()]
    assert toll_of(knowledge_of(documents=DOCUMENTS, reports=reports)) == [("killed", None, low, best, high)]


def test_quantities_and_sides_are_never_mixed(knowledge_of):
    reports = [f"a | {EVENT} | killed 5, killed 3 of IS, injured 9", f"b | {EVENT} | killed 4 of IS"]
    made = toll_of(knowledge_of(documents=DOCUMENTS, reports=reports))
    assert [(what, of, low) for what, of, low, _, _ in made] == [
        ("injured", None, (9, [1])),
        ("killed", None, (5, [1])),
        ("killed", "e-IS", (3, [1])),
    ]


def test_a_denial_sets_no_bound(knowledge_of):
    reports = [f"a | {EVENT} | killed 5", f"b | {EVENT} | killed 0 | denied"]
    assert toll_of(knowledge_of(documents=DOCUMENTS, reports=reports)) == [("killed", None, (5, [1]), (5, [1]), (5, [1]))]
