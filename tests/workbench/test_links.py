"""How the workbench writes addresses."""

from testimonia.workbench.links import WorkbenchLinks


def test_the_lens_goes_along_with_every_address():
    assert WorkbenchLinks("ngo only", frozenset()).to("/actors", after="b&c") == "/actors?after=b%26c&lens=ngo%20only"


def test_nothing_is_added_where_nothing_is_asked():
    assert WorkbenchLinks("", frozenset()).to("/actors", after=None) == "/actors"


def test_several_values_are_asked_one_by_one():
    assert WorkbenchLinks("", frozenset()).to("/lifelines", actor=["a", "b"]) == "/lifelines?actor=a&actor=b"


def test_a_lens_in_the_query_takes_the_place_of_the_one_in_force():
    assert WorkbenchLinks("x", frozenset()).to("/", lens="y") == "/?lens=y"


def test_an_address_of_a_file_changes_with_its_content():
    links = WorkbenchLinks("", frozenset())
    assert links.asset("testimonia.css").startswith("/static/testimonia.css?v=")
    assert links.asset("testimonia.css") != links.asset("testimonia.js")
    assert links.asset("not-there.js").endswith("?v=0")


def test_a_form_keeps_everything_but_the_lens():
    assert WorkbenchLinks("", frozenset()).kept("/x?a=1&lens=y&a=2&b=") == [("a", "1"), ("a", "2"), ("b", "")]


def test_it_knows_which_pages_there_are():
    assert WorkbenchLinks("", frozenset(("/map",))).has("/map")
    assert not WorkbenchLinks("", frozenset()).has("/map")
