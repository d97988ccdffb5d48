"""Lists of entities, documents, events and disputes: filtered, ordered, and paged without loss."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.store.scaled import scaled

from testimonia.store import Cut, DisputesWanted, DocumentsWanted, EntitiesWanted, EventsWanted, Lines, Store, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(scaled(tmp_path_factory.mktemp("lists"))) as opened:
        yield opened


def everything(ask: Callable[[Cut], Lines[Any]], limit: int = 4) -> list[Any]:
    items, after = list[Any](), None
    while True:
        page = ask(Cut(limit, after))
        assert len(page.items) <= limit
        items += page.items
        after = page.after
        if after is None:
            return items


def test_all_entities_come_once_the_most_told_of_first(store: Store) -> None:
    lines = everything(lambda cut: store.list_entities(EntitiesWanted(), cut))
    assert {line.id for line in lines} == {entity.id for entity in store.entities()}
    numbers = [line.claims + line.reports for line in lines]
    assert len(lines) == len({line.id for line in lines}) and numbers == sorted(numbers, reverse=True)


def test_entities_are_listed_by_kind_name_and_number(store: Store) -> None:
    kinds = everything(lambda cut: store.list_entities(EntitiesWanted(kinds=("place",), by="name"), cut))
    assert {line.kind for line in kinds} == {"place"} and [line.name for line in kinds] == sorted(line.name for line in kinds)
    first = next(iter(store.entities()))
    arabic = next(name.text for name in first.names if name.script == "Arab")
    assert first.id in {line.id for line in everything(lambda cut: store.list_entities(EntitiesWanted(beginning=arabic[:4]), cut))}
    assert all(line.claims + line.reports >= 30 for line in everything(lambda cut: store.list_entities(EntitiesWanted(least=30), cut)))


def test_all_documents_come_once_the_newest_first_and_undated_ones_last(store: Store) -> None:
    lines = everything(lambda cut: store.list_documents(DocumentsWanted(), cut))
    dates = [line.published or "" for line in lines]
    assert {line.id for line in lines} == {document.id for document in store.documents(texts=False)}
    assert dates == sorted(dates, reverse=True) and sum(line.claims for line in lines) == store.totals()["all"]["claims"]


def test_documents_are_listed_by_publisher_kind_and_time(store: Store) -> None:
    known = list(store.documents(texts=False))
    kinds = {source.name: source.kind for source in store.sources()}
    publisher, since = known[0].publisher, sorted(document.published or "" for document in known)[len(known) // 2]
    by_name = everything(lambda cut: store.list_documents(DocumentsWanted(publisher=publisher), cut))
    assert {line.id for line in by_name} == {document.id for document in known if document.publisher == publisher}
    for kind in set(kinds.values()):
        lines = everything(lambda cut, kind=kind: store.list_documents(DocumentsWanted(kind=kind or ""), cut))
        assert {line.id for line in lines} == {document.id for document in known if kinds[str(document.publisher)] == kind}
    later = everything(lambda cut: store.list_documents(DocumentsWanted(since=since), cut))
    assert {line.id for line in later} == {document.id for document in known if (document.published or "") >= since}


def test_all_events_come_once_the_earliest_first(store: Store) -> None:
    lines = everything(lambda cut: store.list_events(EventsWanted(), cut))
    days = [line.day or "~" for line in lines]
    assert {line.event for line in lines} == set(store.findings().events) and days == sorted(days)


def test_events_are_listed_by_type_year_actor_place_and_toll(store: Store) -> None:
    lines = everything(lambda cut: store.list_events(EventsWanted(), cut))
    some = next(line for line in lines if line.day and line.places and line.actors and line.event.tolls)
    year = int(str(some.day)[:4])
    asked: dict[EventsWanted, Callable[[Any], bool]] = {
        EventsWanted(type=some.event.type): lambda line: line.event.type == some.event.type,
        EventsWanted(since=year, until=year): lambda line: (line.day or "").startswith(str(year)),
        EventsWanted(actor=some.actors[0]): lambda line: some.actors[0] in line.actors,
        EventsWanted(place=some.places[0], actor=some.actors[0]): lambda line: (
            some.places[0] in line.places and some.actors[0] in line.actors
        ),
        EventsWanted(with_tolls=True): lambda line: bool(line.event.tolls),
    }
    for wanted, holds in asked.items():
        assert everything(lambda cut, wanted=wanted: store.list_events(wanted, cut)) == [line for line in lines if holds(line)]


def test_disputes_are_listed_by_rule_certainty_and_entity(store: Store) -> None:
    disputes = store.findings().disputes
    assert tuple(everything(lambda cut: store.list_disputes(DisputesWanted(), cut))) == disputes
    rule = disputes[0].rule
    assert everything(lambda cut: store.list_disputes(DisputesWanted(rule=rule), cut)) == [one for one in disputes if one.rule == rule]
    known = store.knowledge()
    about = {claim.id: known.who(claim.subject) for claim in known.claims}
    entity = next(about[claim] for claim in disputes[0].claims if claim in about)
    listed = everything(lambda cut: store.list_disputes(DisputesWanted(entity=entity), cut))
    assert disputes[0] in listed and len(listed) < len(disputes)
