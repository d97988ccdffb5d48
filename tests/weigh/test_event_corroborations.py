"""Corroborations of events: more than one document or voice tells of it."""

from testimonia.weigh.findings import weigh_knowledge

DOCUMENTS = {"a": "The Daily Example", "b": "Sample News", "c": "Third Paper; from Sample News"}
EVENT = "ASSAULT | M23 -> Congolese Army | Goma | 2012-11-20"


def made(knowledge_of, *reports):
    return [
        (len(x.claims), x.independent, x.witnesses)
        for x in weigh_knowledge(knowledge_of(documents=DOCUMENTS, reports=reports)).corroborations
    ]


def test_two_publishers_are_independent_and_a_republication_is_not(knowledge_of):
    assert made(knowledge_of, f"a | {EVENT}", f"b | {EVENT}") == [(2, True, 2)]
    assert made(knowledge_of, f"b | {EVENT}", f"c | {EVENT}") == [(2, False, 1)]


def test_a_denial_corroborates_nothing(knowledge_of):
    assert made(knowledge_of, f"a | {EVENT}", f"b | {EVENT} | | denied") == []


def test_one_voice_that_repeats_itself_corroborates_nothing(knowledge_of):
    assert made(knowledge_of, f"a | {EVENT}", f"a | {EVENT} | killed 3") == []
    assert made(knowledge_of, f"a | {EVENT}", f"a > M23 | {EVENT}") == [(2, False, 1)]
