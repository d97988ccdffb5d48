"""A verb with what stands around it, as the needs of event verbs ask of it."""

from dataclasses import dataclass

from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with what stands around it: heads of objects, of what is aimed at, of agents."""

    scene: Scene
    tree: Tree
    i: int
    objects: list[int]
    aims: list[int]
    agents: list[int]

    @property
    def things(self) -> list[int]:
        """The objects, and of "hundreds of homes" the homes."""
        return [m for k in self.objects for m in (k, *inner_of(self.tree, k))]

    @property
    def lemma(self) -> str:
        """The verb's lemma in lower case."""
        return self.tree.tokens[self.i].lemma.lower()

    def lemmas(self, heads: list[int]) -> set[str]:
        """Give the lemmas of some nominals in lower case.

        Args:
            heads: Positions of the nominals' heads.

        Returns:
            Each lemma once.
        """
        return {self.tree.tokens[k].lemma.lower() for k in heads}


def inner_of(tree: Tree, i: int) -> list[int]:
    """Give what a word of quantity is of: the homes of "hundreds of homes".

    Args:
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        Heads of nominals; empty for any other noun.
    """
    if tree.tokens[i].lemma.lower() not in words_of("triggers", "parts") and tree.tokens[i].upos != "NUM":
        return []
    return [k for case, k in tree.obliques(i) if case == "of"]


def measured(tree: Tree, i: int) -> list[int]:
    """Give what a measure is of: the ammunition of "tons of ammunition".

    Args:
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        Heads of what stands under its "of".
    """
    return [k for case, k in tree.obliques(i) if case == "of"]
