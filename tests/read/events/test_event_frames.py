"""What stands around a verb: of "hundreds of homes" the homes, of "tons of ammunition" the ammunition."""

from testimonia.read.events.event_frames import inner_of, measured
from testimonia.read.front import parse_passage
from testimonia.read.parser.session import Parser
from testimonia.read.passages import Passage
from testimonia.read.syntax import Tree


def _tree(text: str, parser: Parser) -> Tree:
    [parsed] = parse_passage(text, Passage(0, len(text), "prose"), parser=parser, lower=frozenset())
    return parsed.trees[0]


def test_a_word_of_quantity_gives_what_it_is_of(parser: Parser) -> None:
    tree = _tree("Soldiers burned hundreds of homes.", parser)
    at = tree.low.index("hundreds")
    assert [tree.low[k] for k in inner_of(tree, at)] == ["homes"]
    assert inner_of(tree, tree.low.index("homes")) == []


def test_a_measure_gives_what_it_is_of(parser: Parser) -> None:
    tree = _tree("Planes dropped 50 tons of ammunition.", parser)
    assert [tree.low[k] for k in measured(tree, tree.low.index("tons"))] == ["ammunition"]
