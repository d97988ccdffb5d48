"""The views: their columns are the fields of their records, whatever tables they are made from."""

import pytest

from testimonia.api.views import maker, views


@pytest.mark.parametrize("name", list(views()))
def test_the_columns_of_a_view_are_the_fields_of_its_record_in_order(kb, name):
    assert kb.sql(f"SELECT * FROM {name}").columns == views()[name].columns
    assert set(views()[name].shown) <= set(views()[name].columns)


@pytest.mark.parametrize("name", list(views()))
def test_a_view_asks_only_for_tables_that_it_says_it_needs(name):
    view = views()[name]
    named = {word for word in view.sql.replace("(", " ").replace(")", " ").replace(",", " ").split() if word.startswith("release.")}
    assert named == {need for need in view.needs if need.startswith("release.")}


def test_lists_become_lists_that_nobody_can_change():
    row = ["x-1", "when it was", "definite", [{"holds": "1969", "claims": ["c-1"], "witnesses": 1}], ["c-1", "c-2"], "why", "rule"]
    dispute = maker(views()["disputes"])(row)
    assert dispute.claims == ("c-1", "c-2")
    assert dispute.positions[0].claims == ("c-1",)
