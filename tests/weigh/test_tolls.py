"""Tolls: low, best and high after UCDP, each bound with the reports that set it."""

import pytest

from testimonia.model.best_rule import BestRule
from testimonia.weigh.findings import weigh_knowledge

DOCUMENTS = {"a": "The Daily Example", "b": "Sample News", "c": "Third Paper", "d": "Fourth Paper; from Third Paper"}
EVENT = "ASSAULT | IS -> Syrian Army | Palmyra | 2015-05-20"


def toll_of(knowledge, **options):
    (event,) = weigh_knowledge(knowledge, **options).events
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


DATED = {"a": "The Daily Example; 2015-05-21", "b": "Sample News; 2015-06", "c": "Third Paper; 2016", "d": "Fourth Paper"}


@pytest.mark.parametrize(
    ("criteria", "best"),
    [
        (("independent", "closest", "specific"), (40, [3, 4])),
        (("closest",), (8, [1])),
        (("latest",), (40, [3, 4])),
        (("specific", "closest"), (8, [1])),
        (("lowest",), (8, [1])),
        (("highest",), (40, [3, 4])),
        ((), (15, [2])),
    ],
)
def test_the_reader_says_which_figure_is_the_best(knowledge_of, criteria, best):
    figures = {"a": "killed 8", "b": "killed 10-20", "c": "killed 40", "d": "killed 40"}
    knowledge = knowledge_of(documents=DATED, reports=[f"{key} | {EVENT} | {figure}" for key, figure in figures.items()])
    ((_, _, _, found, _),) = toll_of(knowledge, best_of=BestRule(criteria))
    assert found == best


def test_of_equally_many_witnesses_the_one_nearest_to_the_event_counts(knowledge_of):
    reports = [f"b | {EVENT} | killed 30", f"a | {EVENT} | killed 8-12", f"c | {EVENT} | killed 50"]
    ((_, _, low, best, high),) = toll_of(knowledge_of(documents=DATED, reports=reports))
    assert (low, best, high) == ((8, [2]), (10, [2]), (50, [3]))


def test_a_total_is_never_the_sum_of_the_sides(knowledge_of):
    made = toll_of(knowledge_of(documents=DOCUMENTS, reports=[f"a | {EVENT} | killed 5 of IS, killed 9 of Syrian Army"]))
    assert [(what, of) for what, of, *_ in made] == [("killed", "e-IS"), ("killed", "e-Syrian Army")]


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
