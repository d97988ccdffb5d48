"""Each kind of tie between two bodies stands once, with its times, its claims and what speaks against it."""

from collections.abc import Callable

from testimonia.model.valid_time import valid_time
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.ties import spell_of, ties_of


def test_two_sources_of_one_membership_are_one_tie(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue("a | North Front | member_of | River Pact | 2010/2014", "b | North Front | member_of | River Pact | 2010/2014")
    (tie,) = ties_of(made)
    assert (tie.source, tie.target, tie.witnesses, len(tie.claims)) == ("e-North Front", "e-River Pact", 2, 2)
    assert [(spell.lo, spell.hi, spell.exact) for spell in tie.spells] == [("2010-01-01", "2014-12-31", True)]


def test_two_times_are_two_spells_in_their_order_and_what_is_undated_comes_last(catalogue: Callable[..., Catalogue]) -> None:
    lines = ("", "2015/2016", "2010/2011")
    (tie,) = ties_of(catalogue(*(f"a | North Front | member_of | River Pact | {when}" for when in lines)))
    assert [spell.edtf for spell in tie.spells] == ["2010/2011", "2015/2016", ""]


def test_an_alliance_is_one_tie_from_either_side(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue("a | North Front | allied_with | South Front", "b | South Front | allied_with | North Front")
    assert [(tie.source, tie.target) for tie in ties_of(made)] == [("e-North Front", "e-South Front")]


def test_a_split_keeps_its_direction(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue("a | Zeal | split_from | Army of Dawn | 1999", "b | Army of Dawn | split_from | Zeal | 2001")
    assert {(tie.source, tie.target) for tie in ties_of(made)} == {("e-Zeal", "e-Army of Dawn"), ("e-Army of Dawn", "e-Zeal")}


def test_a_tie_that_is_denied_stays_with_its_dispute(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(
        "a | North Front | armed_wing_of | People Party | 2010/2014", "b | North Front | not armed_wing_of | People Party | 2010/2014"
    )
    (tie,) = ties_of(made)
    assert (len(tie.claims), len(tie.denied), len(tie.disputes)) == (1, 1, 1)


def test_a_tie_that_nobody_affirms_is_there_without_a_spell(catalogue: Callable[..., Catalogue]) -> None:
    (tie,) = ties_of(catalogue("a | North Front | not member_of | River Pact"))
    assert (tie.claims, tie.spells, tie.witnesses) == ((), (), 0)


def test_only_ties_that_touch_the_bodies_asked_for_are_given(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue("a | North Front | member_of | River Pact", "a | East Front | member_of | Hill Pact")
    assert [tie.target for tie in ties_of(made, ["e-East Front"])] == ["e-Hill Pact"]
    assert ties_of(made, []) == ()


def test_what_is_no_tie_of_two_known_bodies_is_none(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(
        "a | North Front | founded | | 1990", "a | North Front | member_of | ~a loose alliance", "a | North Front | operates_in | Hilltown"
    )
    assert ties_of(made) == ()


def test_the_other_end_of_a_tie(catalogue: Callable[..., Catalogue]) -> None:
    (tie,) = ties_of(catalogue("a | North Front | member_of | River Pact"))
    assert (tie.other("e-North Front"), tie.other("e-River Pact")) == ("e-River Pact", "e-North Front")


def test_an_approximate_or_open_time_is_not_exact() -> None:
    exact = [spell_of(valid_time(edtf, mode="throughout"), ()).exact for edtf in ("2010/2014", "2010~/2014", "2010/..")]
    assert exact == [True, False, False]
    assert not spell_of(valid_time("1999", mode="within"), ()).exact
    assert spell_of(None, ("c",)).lo is None
