"""What the first page says."""

from testimonia.publish.pages.home import Beginnings, Counted, TopActor, home_page

TOTALS = {
    "all": {"documents": 4, "claims": 9, "events": 2, "corroborations": 1, "disputes": 3},
    "entities": {"armed_group": 2, "person": 1, "place": 7, "named_event": 1},
    "documents": {"ngo": 1, "": 3},
}


def test_places_are_no_actors_and_unknown_publishers_are_told_as_such():
    page = home_page("kb", TOTALS, waiting=(), beginnings=Beginnings())
    assert {figure.label: figure.number for figure in page.figures}["actors"] == 3
    assert [(kind.kind, kind.number, kind.share) for kind in page.sources] == [("unknown", 3, 0.75), ("ngo", 1, 0.25)]
    assert not page.is_empty


def test_what_waits_is_told_only_where_something_waits():
    waiting = (Counted("problems", 0, "/problems"), Counted("documents not read", 2, None))
    assert [each.label for each in home_page("kb", TOTALS, waiting=waiting, beginnings=Beginnings()).waiting] == ["documents not read"]


def test_an_empty_knowledge_base_is_empty():
    page = home_page("kb", {}, waiting=(), beginnings=Beginnings((TopActor("n", "N", "person", 0, 0),)))
    assert page.is_empty
    assert page.sources == ()
