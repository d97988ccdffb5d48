"""What stands and what was found are told apart by unit."""

from testimonia.model.event import Event
from testimonia.model.reweighed import Reweighed


def test_a_unit_is_what_was_asked_and_a_mark():
    event = Event("ev-1", "ASSAULT", ("e-1",), "One report.", ())
    made = Reweighed(frozenset({("agreement", 5)}), {("content", -7): (event,)})
    assert ("agreement", 5) in made.stands and made.found["content", -7] == (event,)
