"""A name in its sentence, as the rules see it that ask what the words around it say, and the weights of what they say.

The weights are set by hand on texts of our own and checked on public annotated ones (`python -m eval.group_names`).
"""

from dataclasses import dataclass

from testimonia.model.kinds import EntityClass
from testimonia.read.parser.records import Token
from testimonia.read.syntax import Tree

Votes = dict[EntityClass, float]

STRONG = 4.0
"""The text says it: "the militant group X", "X is an armed group", "X, 34,", "General X"."""
CLEAR = 2.5
"""Words that go with one class: "fighters of X", "X claimed responsibility", "the town of X", "X was born"."""
LIKELY = 1.75
"""More than the model's tag (1.5) and less than a listed place: "X attacked the post", "joined X", "clashes between X and the army"."""
SLIGHT = 1.0
"""Tips the balance where nothing else speaks: "X have", "X was arrested"."""
ARTICLE = 0.75
"""An article before the name: persons have none, peoples and faiths have; alone it makes nothing a body."""


@dataclass(frozen=True, slots=True)
class Around:
    """A name in its sentence: its head token, the governor and its lemma, the preposition, the words before and after."""

    tree: Tree
    head: int
    token: Token
    governor: Token | None
    lemma: str
    case: str
    before: Token | None
    after: Token | None


def look_around(tree: Tree, tokens: tuple[int, ...], head: int) -> Around:
    """Gather what stands around a name.

    Args:
        tree: The sentence.
        tokens: Positions of the name's tokens.
        head: The one whose head lies outside the name.

    Returns:
        The name with its neighbours and its governor.
    """
    token = tree.tokens[head]
    governor = tree.tokens[token.head] if token.head >= 0 else None
    before = tree.tokens[tokens[0] - 1] if tokens[0] > 0 else None
    after = tree.tokens[tokens[-1] + 1] if tokens[-1] + 1 < len(tree.tokens) else None
    lemma = "" if governor is None else tree.lemma[governor.i]
    return Around(tree, head, token, governor, lemma, tree.case(head), before, after)
