"""Read the figures that a word gives of what stands with it: "killed at least 79 civilians", "fired 36 rockets"."""

import re

from testimonia.model.event import Figure
from testimonia.model.party import Party
from testimonia.read.events.armed import is_animate
from testimonia.read.events.happenings import HARMFUL
from testimonia.read.lexicon import any_of, table, words_of
from testimonia.read.parser.records import Token
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.numbers import StatedNumber

_SEVERAL = 2
"""Counts that a sentence must hold for one to be a part of another."""
_REACH = 3
"""Words after a number among which the noun that it counts stands: "13 of them children"."""


def numbers_in(scene: Scene, tree: Tree) -> tuple[StatedNumber, ...]:
    """Give the counts that a sentence states.

    Args:
        scene: The document being read.
        tree: The sentence.

    Returns:
        Numbers at document offsets, in text order.
    """
    stated = scene.quantities(tree)
    told = stated and (any(t.upos == "NUM" for t in tree.tokens) or tree.having(words_of("triggers", "number_words")))
    return stated if told else ()


def further_figures(scene: Scene, tree: Tree, i: int) -> tuple[Figure, ...]:
    """Read what is coordinated with what a verb leaves people: "left 12 dead and 30 injured".

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the verb.

    Returns:
        Figures of the adjectives that carry a number of their own.
    """
    endings = table("triggers", "ending_harms")
    figures = []
    left = tree.children(i, "xcomp")
    beside = [c for x in (i, *left, *tree.children(i, "obj")) for c in tree.children(x, "conj")]
    for k in beside:
        for m in tree.children(k, "amod", "acl", "xcomp"):
            if tree.tokens[m].text.lower() in endings and (number := number_of(tree, k, numbers_in(scene, tree))) is not None:
                figures.append(Figure(endings[tree.tokens[m].text.lower()], None, number.low, number.high))
    for k in (*left, *beside):
        what = endings.get(tree.tokens[k].text.lower())
        at = {tree.tokens[m].start for m in tree.children(k) if tree.tokens[m].upos == "NUM"}
        if what is not None and tree.tokens[k].upos != "VERB":
            figures += [Figure(what, None, n.low, n.high) for n in numbers_in(scene, tree) if any(n.start <= s < n.end for s in at)]
    return tuple(figures)


def figures_of(scene: Scene, tree: Tree, i: int, *, what: str | None, nominals: list[int]) -> tuple[Figure, ...]:
    """Read the figures that a trigger gives of its objects.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the trigger.
        what: What a verb of harm counts of whom it harms; None where only things are counted as themselves.
        nominals: Heads of the nominals that may be counted.

    Returns:
        Figures in text order.
    """
    counted = table("triggers", "counted")
    taking = tree.tokens[i].lemma.lower() in words_of("triggers", "taking_verbs")
    figures = []
    for k in nominals:
        number = number_of(tree, k, numbers_in(scene, tree))
        inner = [m for case, m in tree.obliques(k) if case == "of"] if tree.tokens[k].lemma.lower() in words_of("triggers", "parts") else []
        told = what or next((counted[word] for m in (k, *inner) if (word := tree.tokens[m].lemma.lower()) in counted), None)
        lost = tree.lemma[i] == "lose" and tree.tokens[k].upos == "NUM"
        if taking and what != "abducted" and not lost and not is_people(tree, k):
            told = counted.get(tree.tokens[k].lemma.lower())
        if told is None:
            continue
        if told in HARMFUL:
            party = _counted_party(scene, tree, k, number)
            if number is None and _is_single(tree, k, scene):
                figures.append(Figure(told, party, 1, 1))
            elif number is not None:
                figures.append(Figure(told, None if number.high == 0 else party, number.low, number.high))
        elif number is not None:
            figures.append(Figure(told, None, *_bounds(tree, i, number)))
    return tuple(figures)


_PART = re.compile(r"[\s,]*(?::|including|among (?:them|whom)|of whom|mostly)?\s*(?:at least|some|about|around|up to)?\s*")
"""What may stand between whom a figure counts and a part of them: "42 people, among them 37 pupils"."""
_PART_AFTER = re.compile(r"\s+of (?:them|whom)\b")
_NEXT_PART = re.compile(r"\s+[\w-]+(?:\s[\w-]+)?(?:,\s+|,?\s+and\s+)(?:at least\s+)?")
"""What stands between one part and the next: "102 men, 17 women and 12 children"."""


def parts_counted(scene: Scene, tree: Tree, *heads: int, what: str) -> tuple[Figure, ...]:
    """Read the parts into which a count is broken down: "42 people, among them 37 pupils", "131 killed: 102 men, 17 women and 12 children".

    Args:
        scene: The document being read.
        tree: The sentence.
        heads: Positions after one of which the parts stand: whom the figure counts, and the verb.
        what: What is counted.

    Returns:
        A figure for each part; empty where nothing is broken down.
    """
    numbers = numbers_in(scene, tree)
    if len(numbers) < _SEVERAL:
        return ()
    ends = {tree.tokens[i].end for i in heads}
    found: list[Figure] = []
    last: int | None = None
    for number in numbers:
        start, between = number.start, ""
        opened = False
        for end in ends:
            between = scene.text[end:start] if end <= start else ""
            told = _PART.fullmatch(between) is not None and any(c.isalpha() or c == ":" for c in between.replace("at least", ""))
            opened = opened or told or (between.strip() == "," and _PART_AFTER.match(scene.text, number.end) is not None)
        goes_on = last is not None and _NEXT_PART.fullmatch(scene.text[last:start]) is not None
        if (opened or goes_on) and _is_of_people(scene, tree, number):
            party = next((p for p in [_part(scene, tree, number)] if p is not None), None)
            found.append(Figure(what, party, number.low, number.high))
            last = number.end
    return tuple(found)


def _is_of_people(scene: Scene, tree: Tree, number: StatedNumber) -> bool:
    """Say whether people follow a number: "37 pupils", "13 of them children"."""
    return any(t.upos in ("NOUN", "PROPN") and is_animate(scene, tree, t.i) for t in _after(tree, number))


def _part(scene: Scene, tree: Tree, number: StatedNumber) -> Party | None:
    noun = next((t for t in _after(tree, number) if t.upos == "NOUN"), None)
    return None if noun is None else Party(noun.text, None, "words", noun.start, noun.end)


def _after(tree: Tree, number: StatedNumber) -> list[Token]:
    """Give the few words after a number: the noun that it counts is among them."""
    first = next((t.i for t in tree.tokens if t.start >= number.end), len(tree.tokens))
    return list(tree.tokens[first : first + _REACH])


def _bounds(tree: Tree, i: int, number: StatedNumber) -> tuple[int | None, int | None]:
    """Give a number's bounds; in "handed over 7,000 weapons" the "over" is the verb's."""
    after = tree.tokens[i + 1] if i + 1 < len(tree.tokens) else None
    if after is None or after.text.lower() != "over" or after.start != number.start or number.low is None or number.high is not None:
        return number.low, number.high
    return number.low - 1, number.low - 1


def _counted_party(scene: Scene, tree: Tree, i: int, number: StatedNumber | None) -> Party | None:
    """Give whom a figure counts, without the figure: "at least 79 civilians" counts civilians, "more than 200" says not whom."""
    party = scene.actor(tree, i)
    if (
        number is None
        or party.referent is not None
        or party.start is None
        or party.end is None
        or not party.start <= number.end <= party.end
    ):
        return party
    rest = scene.text[number.end : party.end]
    if rest.startswith(" of "):
        return Party(" ".join(rest[4:].split()), None, "words", number.end + 4, party.end)
    start = number.end + len(rest) - len(rest.lstrip())
    return Party(" ".join(rest.split()), None, "words", start, party.end) if any(c.isalpha() for c in rest) else None


def is_people(tree: Tree, i: int) -> bool:
    """Say whether a nominal is of people, so that "captured 12 outposts" detains nobody.

    Args:
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        True for fighters, captives, witnesses and the like.
    """
    words = {tree.tokens[i].text.lower(), tree.tokens[i].lemma.lower()}
    return bool(words & (any_of(("people", "members"), ("people", "captives"), ("people", "anonymous"))))


def _is_single(tree: Tree, i: int, scene: Scene) -> bool:
    """Say whether a nominal is one person: "a soldier", "the commander X", a person's name."""
    token = tree.tokens[i]
    if scene.member_at(tree, i, "person") is not None:
        return not tree.children(i, "conj")
    articles = {tree.tokens[k].text.lower() for k in tree.children(i, "det")}
    return (
        token.upos == "NOUN"
        and "Number=Sing" in token.feats
        and bool(articles & {"a", "an"})
        and token.text.lower() not in words_of("people", "generic_groups")
    )


def number_of(tree: Tree, i: int, numbers: tuple[StatedNumber, ...]) -> StatedNumber | None:
    """Give the number that counts a nominal, within its own phrase.

    Args:
        tree: The sentence.
        i: Position of the nominal's head.
        numbers: The sentence's numbers.

    Returns:
        The number, or None where the phrase has none.
    """
    if not numbers:
        return None
    run = tree.nominal(i)
    low, high = tree.tokens[run[0]].start, tree.tokens[i].end
    inside = [n for n in numbers if low <= n.end and n.start < high and n.end <= tree.tokens[run[-1]].end]
    # "at least" and the like may be parsed outside the phrase
    return min(inside, key=lambda n: abs(n.end - tree.tokens[i].start)) if inside else None
