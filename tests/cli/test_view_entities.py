"""Actors and places with all that is claimed of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from testimonia.cli.view import Shelf
from testimonia.cli.view_entities import actors, entity_list, entity_view, names_of, places
from testimonia.store import open_store


@pytest.fixture
def shelf(kb: Path) -> Iterator[Shelf]:
    with open_store(kb) as store:
        yield Shelf(store, 0)


def test_a_place_is_no_actor_and_the_most_named_comes_first(shelf: Shelf) -> None:
    assert [entity.id for entity in actors(shelf)] == ["n-front", "n-radio", "n-paper", "n-files"]
    assert [entity.id for entity in places(shelf)] == ["n-marawi"]


def test_an_entity_answers_to_all_its_names(shelf: Shelf) -> None:
    assert names_of(shelf.known.entities["n-front"])[1:] == ["Moro Islamic Liberation Front", "MILF", "جبهة تحرير مورو"]


def test_a_list_says_in_how_many_documents_each_is_named(shelf: Shelf) -> None:
    assert [row[2] for row in entity_list(shelf, actors(shelf), title="Actors").tables[0].rows] == ["2", "1", "1", "1"]


def test_claims_of_all_its_documents_are_there_and_its_disputes(shelf: Shelf) -> None:
    view = entity_view(shelf, shelf.known.entities["n-front"])
    assert [claim["document"] for claim in view.data["claims"]] == ["d-aaaa", "d-bbbb"]
    assert len(view.data["reports"]) == len(view.data["disputes"]) == 1


def test_a_place_says_where_it_is(shelf: Shelf) -> None:
    view = entity_view(shelf, shelf.known.entities["n-marawi"])
    assert ("coordinates", "8.0, 124.3") in view.facts
    assert view.data["gazetteer"] == "geonames:1"
