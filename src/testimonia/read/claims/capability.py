"""Read what coarse classes of weapons a body is said to have. Never how anything is made or used."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from testimonia.codebook.words import load_words
from testimonia.model.claim import Value
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, date_for, party_span
from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

PREDICATES = ("capability",)

_UNARMED = frozenset(["media", "civil_org", "intergovernmental"])
"""Kinds of bodies whose "rocket programme" is not a weapon."""
_LISTS = ("verbs", "armed_verbs", "arsenal_nouns")


@cache
def _class_of() -> dict[str, str]:
    """Map each weapon word to its coarse class."""
    lists = load_words("capabilities")
    return {str(word): str(name) for name, words in lists.items() if name not in _LISTS for word in words}


def read_capability(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body possesses, has, uses or develops a class of weapons, or is armed with it."""
    verbs, armed = words_of("capabilities", "verbs"), words_of("capabilities", "armed_verbs")
    for i in tree.having(verbs | armed):
        token = tree.tokens[i]
        lemma = token.lemma.lower()
        if token.upos not in ("VERB", "ADJ") or tree.is_negated(i) or tree.is_unreal(i):
            continue
        if "Tense=Past" in token.feats and lemma in ("use", "employ", "deploy") and date_for(scene, tree, i) is not None:
            scene.refuse("capability.read_capability", tree, i, "told_as_event")
            continue
        if lemma in armed:
            taken, head = [k for case, k in tree.obliques(i) if case == "with"], tree.subject(i)
        else:
            on = [k for case, k in tree.obliques(i) if case == "on"] if lemma == "rely" else []
            taken, head = [*on, *tree.objects(i)], next(iter(tree.agents(i)), None)
        body = _body(scene, tree, head) if head is not None else None
        if body is not None:
            yield from _draft(scene, tree, i, body, taken)


def _draft(scene: Scene, tree: Tree, i: int, body: Party, taken: list[int]) -> Iterator[Draft]:
    taken = [k for k in taken if not tree.is_negated(k)]
    classes = list(dict.fromkeys(c for k in taken for c in _classes(tree, k)))
    if classes:
        token = tree.tokens[i]
        span = cover((token.start, token.end), party_span(body), *(tree.nominal_extent(k) for k in taken), within=tree)
        value = Value(text=", ".join(classes))
        yield Draft("capability", body, *span, token.start, "capability.read_capability", token.text, value=value, mode="throughout")


def _body(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body that has the weapons: the subject itself, or the owner of the arsenal that is the subject."""
    owners = tree.owners(i) if tree.tokens[i].lemma.lower() in words_of("capabilities", "arsenal_nouns") else []
    body = next((p for k in [*owners, i] if (p := scene.organisation(tree, k)) is not None), None)
    member = None if body is None else scene.cast.holder_of(body.referent)
    return body if member is not None and member.kind not in _UNARMED else None


def _classes(tree: Tree, i: int) -> list[str]:
    """List the classes that the words of a nominal name; a weapon before another noun counts only before an arsenal or the like."""
    arsenal = words_of("capabilities", "arsenal_nouns")
    run = tree.nominal(i)
    if tree.tokens[i].lemma.lower() in arsenal:
        of = [k for case, k in tree.obliques(i) if case in ("of", "including", "such as")]
        run += [m for k in of for m in tree.nominal(k) if m not in run]
    elif any(tree.tokens[k].text.lower() in _class_of() and tree.tokens[k].deprel == "compound" for k in run):
        return [_class_of()[word] for word in (tree.tokens[i].text.lower(),) if word in _class_of()]
    words = [tree.tokens[k].text.lower() for k in run]
    pairs = [*words, *("-".join(p) for p in pairwise(words)), *(" ".join(p) for p in pairwise(words))]
    pairs += ["".join(p) for p in zip(words, words[1:], words[2:], strict=False) if p[1] == "-"]
    return [_class_of()[w] for w in pairs if w in _class_of()]


RULES = (read_capability,)
