"""The list of events says what was asked for, so that its form can be filled in again."""

from testimonia.publish.pages.events import EventsPage


def test_it_keeps_what_was_asked_for() -> None:
    page = EventsPage((), (("ASSAULT", 3),), "ASSAULT", 2010, None, None, None, with_tolls=True, after="x", began=False)
    assert (page.type, page.since, page.until, page.with_tolls, page.after) == ("ASSAULT", 2010, None, True, "x")
