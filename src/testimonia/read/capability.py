"""Read what coarse classes of weapons a body is said to have. Never how anything is made or used."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from testimonia.codebook.words import load_words
from testimonia.model.claim import Value
from testimonia.read.drafts import Draft, cover, date_for, party_span
from testimonia.read.lexicon import words_of
from testimonia.read.scene import Scene
from testimonia.read.syntax import Tree

PREDICATES = ("capability",)


@cache
def _class_of() -> dict[str, str]:
    """Map each weapon word to its coarse class."""
    lists = load_words("capabilities")
    return {str(word): str(name) for name, words in lists.items() if name != "verbs" for word in words}


def read_capability(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body possesses, has, uses or develops a class of weapons."""
    verbs = words_of("capabilities", "verbs")
    for token in tree.tokens:
        if token.lemma.lower() not in verbs or token.upos != "VERB" or tree.is_negated(token.i):
            continue
        if (
            "Tense=Past" in token.feats
            and date_for(scene, tree, token.i) is not None
            and token.lemma.lower() in ("use", "employ", "deploy")
        ):
            continue  # a dated use is an event
        classes = list(dict.fromkeys(c for k in tree.objects(token.i) for c in _classes(tree, k)))
        head = next(iter(tree.agents(token.i)), None)
        body = scene.organisation(tree, head) if head is not None else None
        if not classes or body is None:
            continue
        spans = [tree.nominal_extent(k) for k in tree.objects(token.i)]
        span = cover((token.start, token.end), party_span(body), *spans, within=tree)
        yield Draft(
            "capability",
            body,
            *span,
            token.start,
            "capability.read_capability",
            token.text,
            value=Value(text=", ".join(classes)),
            mode="throughout",
        )


def _classes(tree: Tree, i: int) -> list[str]:
    """List the classes that the words of a nominal name."""
    words = [tree.tokens[k].text.lower() for k in tree.nominal(i)]
    pairs = [
        *words,
        *("-".join(p) for p in pairwise(words)),
        *(" ".join(p) for p in pairwise(words)),
    ]
    pairs += ["".join(p) for p in zip(words, words[1:], words[2:], strict=False) if p[1] == "-"]
    return [_class_of()[w] for w in pairs if w in _class_of()]


RULES = (read_capability,)
