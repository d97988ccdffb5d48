"""The fields of the form make the lens that they describe, and a lens fills them in again."""

import pytest

from testimonia.errors import LensError
from testimonia.model.best_rule import BestRule
from testimonia.model.lens import Choice, Lens
from testimonia.weigh import read_lens
from testimonia.workbench.lens_form import BY_HAND, data_of_form, in_address, lens_of_form

FIELDS = [
    ("publishers.kinds", "ngo"),
    ("publishers.kinds", "academic"),
    ("publishers.named", "Daily Example\n Sample News \n"),
    ("voices.without_kinds", "belligerent"),
    ("sides", "North Front"),
    ("stances", "asserted"),
    ("longest_chain", "2"),
    ("witnesses", "3"),
    ("reviewed_only", "yes"),
    ("said_before", "2020-01-31"),
    ("holding_at", "2014"),
    ("best_of", "latest"),
    ("best_of", ""),
    ("back", "/actors"),
    ("name", "sober"),
]


def test_every_field_is_heard() -> None:
    lens = lens_of_form(FIELDS)
    assert lens.publishers == Choice(kinds=frozenset({"ngo", "academic"}), named=frozenset({"Daily Example", "Sample News"}))
    assert lens.voices == Choice(without_kinds=frozenset({"belligerent"}))
    assert (lens.name, lens.sides, lens.stances) == ("sober", frozenset({"North Front"}), frozenset({"asserted"}))
    assert (lens.longest_chain, lens.witnesses, lens.reviewed_only, lens.holding_at) == (2, 3, True, "2014")
    assert lens.best_of == BestRule(("latest",))
    assert str(lens.said_before) == "2020-01-31"


def test_an_empty_form_takes_everybodys_word() -> None:
    assert lens_of_form([("name", ""), ("publishers.named", "  "), ("witnesses", "")]).takes_everything
    assert data_of_form([])["name"] == BY_HAND


def test_the_address_gives_the_same_lens_again() -> None:
    lens = lens_of_form(FIELDS)
    assert read_lens(in_address(lens), origin="address") == lens
    assert in_address(Lens()) == ""


@pytest.mark.parametrize("field", [("publishers.kinds", "blog"), ("witnesses", "many"), ("said_before", "soon"), ("stances", "shouted")])
def test_what_no_lens_can_ask_for_is_refused(field: tuple[str, str]) -> None:
    with pytest.raises(LensError):
        lens_of_form([field])
