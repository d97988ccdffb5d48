"""An entity holds its names and where they come from, and cannot be altered."""

from dataclasses import FrozenInstanceError

import pytest

from testimonia.model.entity import Entity, Name


def test_a_name_says_by_which_claims_it_is_carried():
    assert Name("ELN", kind="acronym", carried_by=("c-1",)).carried_by == ("c-1",)


def test_the_order_in_which_an_entity_is_built_does_not_make_it_another():
    names = (Name("Ejército de Liberación Nacional", language="es"), Name("ELN", kind="acronym"))
    given = {"id": "x-1", "kind": "armed_group", "name": "ELN", "names": names, "referents": ("r-1", "r-2")}
    assert Entity(**given) == Entity(**dict(reversed(given.items())))


def test_an_entity_cannot_be_altered():
    with pytest.raises(FrozenInstanceError):
        Entity("x-1", "place", "Goma", (), ()).name = "Bukavu"  # type: ignore[misc]


def test_a_place_without_a_gazetteer_entry_has_no_coordinates():
    place = Entity("x-1", "place", "Goma", (), ())
    assert (place.gazetteer, place.latitude, place.longitude) == (None, None, None)
