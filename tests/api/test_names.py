"""Who is meant by a name: one, nobody, or several, who are then told apart."""

import pytest

from testimonia.api.held import Held
from testimonia.api.names import identifier_of
from testimonia.errors import NameNotFoundError


class Lines:
    """A release in which two bodies bear one name, and one was merged."""

    def __init__(self):
        self.asked = []

    def prepare(self, *names):
        self.asked += names

    def rows(self, sql, values=()):
        if "formerly" in sql:
            return iter([("n-new",)] if values[0] in ("n-new", "n-old") else [])
        if "unnest" in sql:
            return iter([("Northern Front",), ("Southern Front",)])
        return iter(
            [("n-1", "Northern Front", "armed_group", 7), ("n-2", "Northern Front", "coalition", 1)]
            if values[0] == "Northern Front"
            else []
        )


def test_an_identifier_means_itself_and_one_that_was_merged_means_what_it_became():
    assert identifier_of(Lines(), "n-new") == identifier_of(Lines(), "n-old") == "n-new"


def test_a_name_of_two_is_refused_with_both():
    with pytest.raises(NameNotFoundError, match=r"may mean 2 of them.*n-1 \(Northern Front, armed_group, 7 claims\); n-2"):
        identifier_of(Lines(), "Northern Front")


def test_a_name_of_nobody_is_refused_with_those_that_are_near():
    with pytest.raises(NameNotFoundError, match="nobody is called 'Southern Frnt'; perhaps Southern Front"):
        identifier_of(Lines(), "Southern Frnt")
    with pytest.raises(NameNotFoundError, match=r"nobody is called 'zzz'; kb\.actors\(\) lists all"):
        identifier_of(Lines(), "zzz")


def test_a_place_is_no_actor(folder, tmp_path):
    from testimonia.publish.released import Released

    held = Held(Released(folder), aside=tmp_path)
    with pytest.raises(NameNotFoundError):
        identifier_of(held, "Moura")
    held.close()
