"""The choice of time runs over the years that are on the map."""

from collections.abc import Callable

from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.atlas import atlas_of
from testimonia.publish.pages.event_marks import marks_of
from testimonia.publish.pages.map_page import years_of

SET = {"kinds": {"Hilltown": "place"}, "places": {"Hilltown": (10.0, 20.0)}}


def test_years_run_over_events_and_areas(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue("a | North Front | operates_in | Hilltown | 2001/2005", reports=("a | AGREE | North Front | Hilltown | 2011",), **SET)
    assert years_of(atlas_of(made, marks_of(made))) == (2001, 2011)


def test_nothing_dated_gives_no_years(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue("a | North Front | operates_in | Hilltown", **SET)
    assert years_of(atlas_of(made, ())) == (None, None)
