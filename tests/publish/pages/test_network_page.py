"""The page of a network: the data of its picture and the same in words."""

from collections.abc import Callable

from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.network_page import network_page


def test_the_table_has_the_ties_of_the_picture_in_the_same_order(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(
        "a | North Front | opposes | South Front",
        "a | North Front | member_of | River Pact | 2010/2014",
        "b | North Front | member_of | River Pact | 2010/2014",
    )
    page = network_page(made, "e-North Front")
    assert [(tie.kind, tie.target.text) for tie in page.ties] == [("member_of", "River Pact"), ("opposes", "South Front")]
    assert [tie.kind for tie in page.network.ties] == [tie.kind for tie in page.ties]
    assert (page.kinds, page.most_witnesses, page.name) == ((("member_of", 1), ("opposes", 1)), 2, "North Front")


def test_a_body_without_ties(catalogue: Callable[..., Catalogue]) -> None:
    page = network_page(catalogue("a | North Front | founded | | 1990"), "e-North Front")
    assert (page.ties, page.kinds, page.most_witnesses) == ((), (), 1)
