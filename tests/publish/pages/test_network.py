"""The network around a body: those tied to it, as many as can be read, and the ties among them."""

from collections.abc import Callable

import pytest

from testimonia.errors import RecordError
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.network import network_of


def test_bodies_stand_in_the_order_of_the_claims_that_tie_them(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(
        "a | North Front | member_of | River Pact | 2010/2014",
        "b | North Front | member_of | River Pact | 2011",
        "a | North Front | opposes | South Front",
        "a | South Front | opposes | River Pact | 2016",
        "a | East Front | member_of | Hill Pact",
    )
    drawn = network_of(made, "e-North Front")
    assert [node.name for node in drawn.nodes] == ["North Front", "River Pact", "South Front"]
    assert {(tie.kind, tie.source, tie.target) for tie in drawn.ties} == {
        ("member_of", "e-North Front", "e-River Pact"),
        ("opposes", "e-North Front", "e-South Front"),
        ("opposes", "e-River Pact", "e-South Front"),
    }
    assert (drawn.first, drawn.last, drawn.left_out) == (2010, 2016, ())


def test_what_cannot_be_read_is_listed_instead(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(*(f"a | Unit {number} | member_of | River Pact" for number in range(9)))
    drawn = network_of(made, "e-River Pact", most=4)
    assert [node.name for node in drawn.nodes] == ["River Pact", "Unit 0", "Unit 1", "Unit 2"]
    assert [(node.name, node.claims) for node in drawn.left_out][:2] == [("Unit 3", 1), ("Unit 4", 1)]
    assert (drawn.first, drawn.last) == (None, None)


def test_a_body_without_ties_stands_alone(catalogue: Callable[..., Catalogue]) -> None:
    drawn = network_of(catalogue("a | North Front | founded | | 1990"), "e-North Front")
    assert ([node.claims for node in drawn.nodes], drawn.ties) == ([0], ())


def test_an_unknown_body_is_refused(catalogue: Callable[..., Catalogue]) -> None:
    with pytest.raises(RecordError, match="no entity"):
        network_of(catalogue(), "e-Nobody")
