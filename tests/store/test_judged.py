"""What those are shown who decide on identity."""

from testimonia.model.document import Document
from testimonia.model.entity import Entity, Name
from testimonia.model.judgement import Feature, Judgement
from testimonia.model.reading import Reading
from testimonia.model.referent import Referent
from testimonia.review import open_questions
from testimonia.store import Store
from testimonia.store.review_records import OpenPair

RULE = "rule:compare"
OPEN = Judgement("r-1", "r-2", "UNSURE", 0.5, (Feature("name", 1.0, "same words"),), RULE)
SURE = Judgement("r-1", "r-3", "SAME", 0.9, (), RULE)
MINE = Judgement("r-1", "r-2", "SAME", 1.0, (), "anna", at="2024-05-06T12:00:00+00:00")
FRONT = Entity("o-1", "armed_group", "The Front", (Name("The Front"),), ("r-3", "r-1"))
OTHER = Entity("o-2", "armed_group", "A Front", (Name("A Front"),), ("r-2",))


def filled(store: Store) -> Store:
    store.add_captured([Document("d-1", "a.txt", "00", "text/plain", "The Front.")])
    referents = tuple(Referent(f"r-{number}", "d-1", f"Front {number}", "org") for number in (1, 2, 3))
    store.add_reading(Reading("d-1", "t", referents))
    store.replace_rule_judgements([OPEN, SURE])
    store.replace_entities([FRONT, OTHER])
    return store


def test_what_is_open_and_what_people_decided_come_apart(store: Store) -> None:
    filled(store).add_judgements([MINE])
    assert store.open_pairs() == (OpenPair("o-1", "o-2", OPEN.id, 0.5, 0),)
    assert store.judgements_named([OPEN.id, "none"]) == {OPEN.id: OPEN}
    assert list(store.judged_by_people()) == [MINE]


def test_open_pairs_come_once_by_their_strongest_judgement_the_likeliest_first(store: Store) -> None:
    filled(store)
    third = Entity("o-3", "armed_group", "Old Front", (Name("Old Front"),), ("r-4",))
    store.add_captured([Document("d-2", "b.txt", "01", "text/plain", "Old Front.")])
    store.add_reading(Reading("d-2", "t", (Referent("r-4", "d-2", "Old Front", "org"),)))
    asked = [
        OPEN,
        Judgement("r-3", "r-2", "UNSURE", 0.6, (), RULE),
        Judgement("r-2", "r-4", "UNSURE", 0.6, (), RULE),
        Judgement("r-1", "r-3", "UNSURE", 0.9, (), RULE),  # within one entity
    ]
    store.replace_rule_judgements(asked)
    store.replace_entities([FRONT, OTHER, third])
    # the first two have one score: the one of more documents comes first, as for those who list them in memory
    assert store.open_pairs() == (OpenPair("o-1", "o-2", asked[1].id, 0.6, 1), OpenPair("o-2", "o-3", asked[2].id, 0.6, 0))
    entities = {one.id: one for one in (FRONT, OTHER, third)}
    listed = open_questions(store.judgements(), entities, store.entity_of())
    assert [(one.left.id, one.right.id, one.judgement.id, one.others) for one in listed] == [
        (one.left, one.right, one.judgement, one.others) for one in store.open_pairs()
    ]


def test_the_mark_changes_with_rules_and_entities_and_not_with_people(store: Store) -> None:
    before = filled(store).identity_mark()
    store.add_judgements([MINE])
    assert store.identity_mark() == before
    store.replace_rule_judgements([SURE])
    after = store.identity_mark()
    assert after != before
    store.replace_entities([FRONT])
    assert store.identity_mark() != after


def test_some_entities_and_referents_are_found_whole(store: Store) -> None:
    filled(store)
    assert store.entities_named(["o-1", "o-9"]) == {"o-1": FRONT}
    assert store.entities_behind(["r-2", "r-9"]) == {"r-2": "o-2"}
    assert [one.name for one in store.referents_named({"r-3", "r-9"}).values()] == ["Front 3"]
