"""What is only asked for, and by whom."""

import pytest

from testimonia.read.events.demands import demand_over, mode_asked
from testimonia.read.front import parse_passage
from testimonia.read.parser.session import Parser
from testimonia.read.passages import Passage
from testimonia.read.syntax import Tree


def _tree(parser: Parser, text: str) -> Tree:
    return next(iter(parse_passage(text, Passage(0, len(text), "prose"), parser=parser, lower=frozenset())[0].trees))


@pytest.mark.parametrize(
    ("text", "noun", "asker", "formal"),
    [
        ("The rebels called for the withdrawal of the troops.", "withdrawal", "rebels", True),
        ("The rebels demanded the start of the withdrawal.", "withdrawal", "rebels", True),
        ("They hoped for a ceasefire.", "ceasefire", "They", False),
        ("The families' demand for the release of the hostages was heard.", "release", "families", True),
    ],
)
def test_a_demand_names_who_asks(parser: Parser, text: str, noun: str, asker: str, formal: bool) -> None:
    tree = _tree(parser, text)
    demand = demand_over(tree, next(t.i for t in tree.tokens if t.text == noun))
    assert demand is not None and demand.formal is formal
    assert [tree.tokens[k].text for k in demand.askers] == [asker]


@pytest.mark.parametrize(
    ("text", "noun"),
    [("The rebels announced the withdrawal of the troops.", "withdrawal"), ("They called for an end to the shelling.", "shelling")],
)
def test_what_came_about_or_goes_on_is_no_demand(parser: Parser, text: str, noun: str) -> None:
    tree = _tree(parser, text)
    assert demand_over(tree, next(t.i for t in tree.tokens if t.text == noun)) is None


def test_only_concessions_talks_and_help_are_asked_for_as_an_event() -> None:
    assert (mode_asked("RETREAT"), mode_asked("AID"), mode_asked("ASSAULT")) == ("yield", "assist", None)
