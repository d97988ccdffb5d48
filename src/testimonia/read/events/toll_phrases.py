"""Read tolls that nouns tell: "bringing the death toll of the raid to 31", "there were no casualties", "caused 12 deaths"."""

from collections.abc import Iterator
from functools import cache

from testimonia.model.event import Figure
from testimonia.read.claims.drafts import date_for, when
from testimonia.read.events.armed import is_natural
from testimonia.read.events.event_drafts import EventDraft
from testimonia.read.events.figures import number_of, numbers_in
from testimonia.read.events.happenings import noun_trigger_at, spread
from testimonia.read.events.tolls import event_under
from testimonia.read.lexicon import table, words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.text.numbers import StatedNumber


def read_tolls(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """A noun tells what an event cost: "the death toll rose to 31", "there were no casualties"."""
    for i in tree.having(toll_nouns()):
        token = tree.tokens[i]
        if token.upos != "NOUN" or token.deprel == "compound" or not numbers_in(scene, tree):
            continue
        what = "killed" if token.lemma.lower() == "toll" else table("triggers", "harm_nouns")[token.lemma.lower()]
        lemma = token.lemma.lower()
        number = _toll(scene, tree, i) if lemma == "toll" else number_of(tree, i, numbers_in(scene, tree))
        if lemma == "life":
            number = _lives(scene, tree, i)
        if number is None:
            continue
        cause = _cause(tree, i)
        below = [k for _, k in tree.obliques(i)]
        if is_natural(tree, below) or (cause is None and token.lemma.lower() != "toll" and number.high != 0):
            continue
        date = date_for(scene, tree, i)
        start, end = spread(tree, i, (), date)
        yield EventDraft(
            "ASSAULT",
            None,
            min(start, number.start),
            max(end, number.end),
            token.start,
            "toll_phrases.read_tolls",
            token.text,
            edtf=when(date)[0],
            basis=when(date)[1],
            figures=(Figure(what, None, number.low, number.high),),
            part_of=None if cause is None else tree.tokens[cause].start,
        )


@cache
def toll_nouns() -> frozenset[str]:
    """Give the nouns that tell what an event cost.

    Returns:
        Lemmas: "toll", and what is counted as itself, such as "casualty".
    """
    return frozenset(("toll", *table("triggers", "harm_nouns")))


def _toll(scene: Scene, tree: Tree, i: int) -> StatedNumber | None:
    """Give the number that a death toll is said to have reached."""
    verb = tree.tokens[i].head
    words = {tree.tokens[k].text.lower() for k in tree.children(i, "compound", "amod")}
    if verb < 0 or "death" not in words:
        return None
    place = table("triggers", "toll_verbs").get(tree.tokens[verb].lemma.lower())
    if place is None:
        return None
    heads = tree.children(verb, "obj") if place == "obj" else [k for case, k in tree.obliques(verb) if case.split(" ")[-1] == place]
    heads += [k for case, k in tree.obliques(i) if case == place]
    at = {tree.tokens[k].start for h in heads for k in tree.nominal(h)}
    return next((n for n in numbers_in(scene, tree) if any(n.start <= start < n.end for start in at)), None)


def _lives(scene: Scene, tree: Tree, i: int) -> StatedNumber | None:
    """Give how many lives something took, claimed or cost: "claimed 50 lives", "took the lives of 21 people", "cost 15 men their lives"."""
    verb = tree.tokens[i].head
    if verb < 0 or tree.tokens[verb].lemma.lower() not in words_of("triggers", "life_takers") or tree.tokens[i].deprel == "obl":
        return None
    people = [k for case, k in tree.obliques(i) if case == "of"]
    people += [k for k in tree.children(verb, "iobj", "obj") if k != i]
    people += tree.children(verb, *SUBJECTS) if tree.tokens[verb].lemma.lower() == "lose" else []
    return next((n for k in (i, *people) if (n := number_of(tree, k, numbers_in(scene, tree))) is not None), None)


def _cause(tree: Tree, i: int) -> int | None:
    """Give the trigger of the event that a toll belongs to: below the noun, subject of its verb, or told by the clause beside it."""
    for case, k in tree.obliques(i):
        if case in ("of", "from", "in") and noun_trigger_at(tree, k) is not None:
            return event_under(tree, k)
    at = tree.tokens[i].head
    for _ in range(3):
        if at < 0:
            return None
        for k in (*tree.children(at, "nsubj"), *(k for case, k in tree.obliques(at) if case in ("in", "from", "after", "during"))):
            if k != i and noun_trigger_at(tree, k) is not None and event_under(tree, k) is not None:
                return k
        for k in (at, *tree.children(at, "advcl", "parataxis", "conj")):
            under = event_under(tree, k)
            if under is not None and under != i:
                return under
        at = tree.tokens[at].head
    return None


RULES = (read_tolls,)
