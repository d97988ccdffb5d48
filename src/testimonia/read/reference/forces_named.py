"""The words by which a document names the armed forces of a country, wherever they stand: they are further names of the force."""

from collections.abc import Iterable, Iterator

from testimonia.read.lexicon import any_of, words_of
from testimonia.read.names.cast import Member
from testimonia.read.reference.forces import Named, ToldForce, force_of_word, told_force
from testimonia.read.reference.governments import note_governments
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree


def note_forces(trees: Iterable[Tree], *, scene: Scene) -> None:
    """Note them for the cast, in which they become names of a force that something is told of, and those of governments with them.

    Args:
        trees: The document's sentences, those in brackets too.
        scene: The scene, whose names are known.
    """
    for tree in trees:

        def named(k: int, tree: Tree = tree) -> Member | None:
            return scene.member_at(tree, k, "org")

        for told in forces_in_passing(tree, named=named):
            scene.cast.note_force(told.country, told.phrase)
        note_governments(tree, cast=scene.cast, named=named)


def forces_in_passing(tree: Tree, *, named: Named) -> Iterator[ToldForce]:
    """Find the forces that a sentence names, within compounds too: "a Malian army base", "Malian military vehicles".

    "Military" before a noun says only that something is military, unless the noun is for what belongs to a force; "army radio" is a
    station.

    Args:
        tree: The sentence.
        named: Gives the body that a token names.

    Yields:
        Forces in text order.
    """
    for token in tree.tokens:
        if tree.low[token.i] not in words_of("people", "force_nouns") or named(token.i) is not None:
            continue
        found = told_force(tree, token.i, named=named)
        if token.deprel in ("amod", "compound") and token.head > token.i:
            owned = any_of(("people", "of_a_force"), ("people", "members"))
            belongs = tree.lemma[token.head] in owned or tree.low[token.head] in owned
            found = force_of_word(tree, token.i, token.i - 1, named=named) if belongs and token.i else None
        if found is not None:
            yield found
