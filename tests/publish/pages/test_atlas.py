"""What has coordinates is on the map, what has none is listed; nothing is put at a wrong place for want of a right one."""

from collections.abc import Callable

from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.atlas import atlas_of
from testimonia.publish.pages.event_marks import marks_of

KINDS = {"Hilltown": "place", "Camp Six": "place"}
PLACES = {"Hilltown": (10.0, 20.0)}


def test_events_stand_at_their_places_and_the_rest_is_listed(catalogue: Callable[..., Catalogue]) -> None:
    reports = (
        "a | ASSAULT | North Front -> ~soldiers | Hilltown | 2014-05-03",
        "a | ASSAULT | North Front -> ~guards | Camp Six | 2014-06-03",
        "a | AGREE | South Front | | 2011",
    )
    made = catalogue(reports=reports, places=PLACES, kinds=KINDS)
    drawn = atlas_of(made, marks_of(made))
    assert [(spot.name, spot.latitude, spot.longitude, len(spot.events)) for spot in drawn.spots] == [("Hilltown", 10.0, 20.0, 1)]
    assert [mark.type for mark in drawn.marks if mark.id in drawn.unlocated] == ["AGREE", "ASSAULT"]


def test_an_area_of_operation_stands_at_its_place(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(
        "a | North Front | operates_in | Hilltown | 2010/2012", "a | East Front | operates_in | Camp Six", places=PLACES, kinds=KINDS
    )
    (spot,) = atlas_of(made, ()).spots
    assert [(area.name, area.when.edtf, area.disputed) for area in spot.areas] == [("North Front", "2010/2012", False)]


def test_an_area_that_is_denied_is_none(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue("a | North Front | not operates_in | Hilltown", places=PLACES, kinds=KINDS)
    assert atlas_of(made, ()).spots == ()
