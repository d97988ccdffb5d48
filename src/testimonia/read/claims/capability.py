"""Read what coarse classes of weapons a body is said to have. Never how anything is made or used."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from testimonia.codebook.words import load_words
from testimonia.model.claim import Value
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, date_for, party_span
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.listening import listens_for
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree

PREDICATES = ("capability",)

_UNARMED = frozenset(["media", "civil_org", "intergovernmental"])
"""Kinds of bodies whose "rocket programme" is not a weapon."""
_LISTS = ("use_nouns", "firing_verbs", "verbs", "armed_verbs", "arsenal_nouns", "bearer_nouns", "laying_verbs", "using_verbs")


@cache
def _class_of() -> dict[str, str]:
    """Map each weapon word to its coarse class."""
    lists = load_words("capabilities")
    return {str(word): str(name) for name, words in lists.items() if name not in _LISTS for word in words}


@listens_for(
    ("capabilities", "verbs"), ("capabilities", "armed_verbs"), ("capabilities", "laying_verbs"), ("capabilities", "firing_verbs"), "make"
)
def read_capability(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body possesses, has, uses or develops a class of weapons, or is armed with it."""
    verbs, armed = words_of("capabilities", "verbs") | {"make"}, words_of("capabilities", "armed_verbs")
    for i in tree.having(any_of(("capabilities", "laying_verbs"), ("capabilities", "firing_verbs")) | verbs | armed):
        token = tree.tokens[i]
        lemma = token.lemma.lower()
        if token.upos not in ("VERB", "ADJ") or tree.is_negated(i) or tree.is_unreal(i):
            continue
        habit = "Tense=Pres" in token.feats and "VerbForm=Fin" in token.feats and date_for(scene, tree, i) is None
        if lemma in words_of("capabilities", "firing_verbs") and not habit:
            continue  # "fired rockets" tells an event
        perfect = any(tree.lemma[k] == "have" for k in tree.children(i, "aux"))  # "has used drones since 2019"
        past = "Tense=Past" in token.feats and not perfect
        if past and lemma in words_of("capabilities", "using_verbs") and date_for(scene, tree, i) is not None:
            scene.refuse("capability.read_capability", tree, i, "told_as_event")
            continue
        if lemma in armed:
            taken, head = [k for case, k in tree.obliques(i) if case == "with"], tree.subject(i)
        else:
            taken, head = _taken(tree, i), next(iter(tree.agents(i)), None)
        body = _body(scene, tree, head) if head is not None else None
        if body is not None:
            yield from _drafts(scene, tree, i, body, taken, rule="read_capability")


@listens_for("with")
def read_possession(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text describes a body by the weapons that it has: "the only group with its own artillery"."""
    for token in tree.tokens:
        if token.upos != "NOUN" or token.text.lower() not in words_of("people", "generic_groups") or tree.is_negated(token.i):
            continue
        taken = [k for case, k in tree.obliques(token.i) if case == "with"]
        for k in tree.described(token.i) if taken else ():
            body = _body(scene, tree, k)
            if body is not None:
                yield from _drafts(scene, tree, token.i, body, taken, rule="read_possession")


@listens_for(("capabilities", "use_nouns"), ("capabilities", "arsenal_nouns"))
def read_use(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A noun tells what weapons a body has: "its use of mines", "the use of drones by X", "X's arsenal", "X's weapons are rifles"."""
    uses = words_of("capabilities", "use_nouns")
    for i in tree.having(uses | words_of("capabilities", "arsenal_nouns")):
        if tree.tokens[i].upos != "NOUN" or tree.is_negated(i) or tree.is_negated(tree.clause(i)) or tree.is_unreal(tree.clause(i)):
            continue
        owners = [k for k in tree.owners(i) if tree.case(k) in ("", "of", "by")] + [k for case, k in tree.obliques(i) if case == "by"]
        body = next((p for k in owners if tree.lemma[k] not in _class_of() and (p := _body(scene, tree, k)) is not None), None)
        if body is None:
            continue
        if tree.lemma[i] in uses:
            taken = [k for case, k in tree.obliques(i) if case == "of"]
        else:
            said = tree.tokens[i].head if tree.tokens[i].deprel in SUBJECTS else -1
            taken = tree.conjuncts(said) if said >= 0 and tree.children(said, "cop") and tree.tokens[said].upos == "NOUN" else [i]
        yield from _drafts(scene, tree, i, body, taken, rule="read_use")


def _taken(tree: Tree, i: int) -> list[int]:
    """List what a verb says that a body has: its objects, "relies on", "makes use of", "ranges from"; laid are mines in the plural."""
    lemma, objects = tree.lemma[i], tree.objects(i)
    if lemma in words_of("capabilities", "laying_verbs"):
        return [k for k in objects if "Number=Plur" in tree.tokens[k].feats]
    used = [k for k in objects if tree.lemma[k] in ("use", "possession", "access")]
    if used or lemma == "make":
        return [m for k in used for case, m in tree.obliques(k) if case in ("of", "to")]
    cases = {"rely": ("on", "upon"), "depend": ("on", "upon"), "range": ("from", "to"), "consist": ("of",)}.get(lemma, ())
    return [*(k for case, k in tree.obliques(i) if case in cases), *objects]


def _drafts(scene: Scene, tree: Tree, i: int, body: Party, taken: list[int], *, rule: str) -> Iterator[Draft]:
    """Make one draft a class."""
    token = tree.tokens[i]
    named: dict[str, int] = {}
    for k in (k for k in taken if not tree.is_negated(k)):
        for one in _classes(tree, k):
            named.setdefault(one, k)
    for one, k in named.items():
        span = cover((token.start, token.end), party_span(body), tree.nominal_extent(k), within=tree)
        value = Value(text=one)
        yield Draft("capability", body, *span, token.start, f"capability.{rule}", token.text, value=value, mode="throughout")


def _body(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body that has the weapons: the subject itself, its fighters, or the owner of the arsenal or craft that is the subject."""
    bearing = any_of(("capabilities", "arsenal_nouns"), ("capabilities", "bearer_nouns"))
    owners = tree.owners(i) if tree.lemma[i] in bearing else []
    taken_off = [k for k in tree.children(i, "acl") if tree.lemma[i] in bearing and tree.is_passive(k)]
    owners = [*owners, *(m for k in taken_off for case, m in tree.obliques(k) if case == "from")]  # "weapons seized from X included"
    body = next((p for k in [*owners, i] if (p := scene.organisation(tree, k)) is not None), None) or scene.body_of_members(tree, i)
    member = None if body is None else scene.cast.holder_of(body.referent)
    return body if member is not None and member.kind not in _UNARMED else None


def _classes(tree: Tree, i: int) -> list[str]:
    """List the classes that the words of a nominal name; a weapon before another noun counts only before an arsenal or the like."""
    arsenal = words_of("capabilities", "arsenal_nouns")
    if tree.tokens[i].lemma.lower() in arsenal:
        of = [k for case, k in tree.obliques(i) if case in ("of", "including", "such as", "like") and k != i]
        inside = [one for k in of for one in _classes(tree, k)]
        return list(dict.fromkeys([*_words_classes(tree, tree.nominal(i)), *inside]))
    run = tree.nominal(i)
    joined = _joined([tree.tokens[k].text.lower() for k in run])
    if joined:
        return joined  # "rocket-propelled grenades" are neither rockets nor grenades
    if any(tree.tokens[k].text.lower() in _class_of() and tree.tokens[k].deprel == "compound" for k in run):
        return [_class_of()[word] for word in (tree.tokens[i].text.lower(),) if word in _class_of()]
    return _words_classes(tree, run)


def _words_classes(tree: Tree, run: list[int]) -> list[str]:
    """List the classes that words side by side name."""
    words = [tree.tokens[k].text.lower() for k in run]
    joined = _joined(words)
    if joined:
        return joined
    pairs = [*words, *("-".join(p) for p in pairwise(words)), *(" ".join(p) for p in pairwise(words))]
    return [_class_of()[w] for w in [*pairs, *("".join(p) for p in _hyphened(words))] if w in _class_of()]


def _hyphened(words: list[str]) -> list[tuple[str, ...]]:
    return [p for p in zip(words, words[1:], words[2:], strict=False) if p[1] == "-"]


def _joined(words: list[str]) -> list[str]:
    """List the classes of hyphened words that stand before another weapon: "rocket-propelled", "anti-tank"."""
    found = [_class_of()[w] for w in ["".join(p) for p in _hyphened(words)] + words if "-" in w and w in _class_of()]
    return list(dict.fromkeys(found))


RULES = (read_capability, read_possession, read_use)
