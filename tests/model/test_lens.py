"""A lens says what it takes, and refuses what nobody can mean."""

import pytest

from testimonia.errors import LensError
from testimonia.model.lens import Choice, Lens


def test_a_lens_takes_everything_until_it_chooses():
    assert Lens("all").takes_everything
    assert not Lens("short", longest_chain=2).takes_everything


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"name": " "}, "needs a name"),
        ({"longest_chain": 0}, "would leave nothing"),
        ({"witnesses": 0}, "asks for fewer"),
        ({"stances": frozenset(["sworn"])}, "'sworn' is no stance"),
    ],
)
def test_what_nothing_could_pass_is_refused(fields, says):
    with pytest.raises(LensError, match=says):
        Lens(**fields)


def test_a_kind_that_there_is_not_is_named_with_those_that_there_are():
    with pytest.raises(LensError, match="'tabloid' is no kind of source; the kinds are belligerent"):
        Choice(kinds=frozenset(["tabloid"]))
