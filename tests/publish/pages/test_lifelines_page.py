"""Behind the picture stands a table of every tie with its claims."""

from collections.abc import Callable

from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.lifelines_page import lifelines_page, tie_shown
from testimonia.publish.pages.shown import Named
from testimonia.publish.pages.ties import ties_of


def test_every_tie_stands_in_the_table_with_its_claims(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(
        "a | New Front | split_from | Old Front | 1985", "b | New Front | split_from | Old Front | 1985", "a | Old Front | founded | | 1970"
    )
    page = lifelines_page(made, ["e-Old Front", "e-New Front"], steps=1, offered=(Named("Old Front", "e-Old Front"),))
    (tie,) = page.ties
    assert (tie.source.text, tie.kind, tie.target.text, tie.times, tie.witnesses) == ("New Front", "split_from", "Old Front", ("1985",), 2)
    assert [claim.text for claim in tie.claims] == ["New Front split from Old Front"] * 2
    assert [(line.name.text, line.begins) for line in page.lines] == [("Old Front", ("1970",)), ("New Front", ("1985",))]
    assert (page.name, page.picture is not None) == ("Old Front", True)


def test_what_is_denied_is_among_the_claims_and_counted(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue("a | North Front | part_of | River Pact", "b | North Front | not part_of | River Pact")
    (tie,) = ties_of(made)
    shown = tie_shown(made, tie)
    assert (shown.denied, [claim.is_denied for claim in shown.claims], shown.times) == (1, [False, True], ("undated",))
