"""Read strengths from phrases: "the X, a force of some 800 men", "estimates of X's manpower vary from", "credited X with".

`codebook/words/strength.yml` lists the phrases in a notation that its comment explains. They are matched on the words between names and
counts, so a parse that goes wrong in the many frames for a figure does no harm.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from testimonia.codebook.words import load_words
from testimonia.model.claim import Value
from testimonia.model.kinds import Stance
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, date_for, find_word, party_span, when
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.names.cast import Member
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.text.dates import StatedDate
from testimonia.text.numbers import StatedNumber, find_quantities

RULE = "strength_phrases.read_strength_phrases"
UNIT = "members"
"""The unit where the text does not say what is counted."""

_BODY, _COUNT = "\ue000", "\ue001"
"""Stand for a body and for a count in the words of a sentence."""
_ASIDE = r"(?: \([^()\ue000]{1,60}\))?(?: ,(?: [^ ,\ue000]+){1,12} ,)?"
"""What may stand between a body and its verb."""
_WORDS = re.compile(r"[\w’'/-]*\w|[’']s?(?!\w)|[^\w\s]")
_OBLIQUE = re.compile(r"(?<!strength)(?<!size)(?<!membership)(?<!numbers)(?<!manpower) (?:of|for|by|in|on|with|from|against|to|inside)$")
"""Before a body that is not what a phrase is about."""
_SLOT = re.compile(rf"{_BODY}|{_COUNT}")
_DATED = re.compile(
    r"(?:\s+[a-z-]+){0,2}\s+(?:in|by|as of|at the end of|in early|in late|in mid-?)\s+(?:(?:early|late|mid)[\s-])?", re.IGNORECASE
)
"""Between a count and its date: " men in "."""
_NEAR = 40
"""Code points behind a count within which what it counts must stand."""
_BEFORE = 300
"""Code points before a sentence in which a strength must have been told where "6,000 is nearer the mark" goes on from it."""
_UNCOUNTED = frozenset(["media", "intergovernmental", "civil_org", "government"])
_LISTS = {"UNIT": "nouns", "BAND": "bands", "PEOPLE": "people_words", "HOLD": "holding", "SIZE": "size_words"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled phrase and its flag: `most` turns a lower bound into an upper one, `again` asks for a strength told just before,
    `bare` lets the count stand before its verb, `subject` asks that no body be named but as a subject."""

    pattern: re.Pattern[str]
    flag: str


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence with bodies and counts replaced, and what each stands for, in order."""

    words: str
    bodies: tuple[int, ...]
    counts: tuple[StatedNumber, ...]


@cache
def phrases(key: str) -> tuple[Phrase, ...]:
    """Compile one of the lists of phrases.

    Args:
        key: `phrases` or `bodyless`.

    Returns:
        Phrases in the order of the list.
    """
    return tuple(_compiled(str(entry)) for entry in load_words("strength")[key])


def _compiled(entry: str) -> Phrase:
    body, _, flag = entry.partition(" : ")
    return Phrase(re.compile("".join(map(_part, body.split())) + r"(?= |$)"), flag.strip())


def _part(word: str) -> str:
    if word == "*":
        return r"(?: [^ ,.;:\ue000\ue001]+){0,3}?"
    optional, bare = word.startswith("?"), word.lstrip("?")
    if bare == "B":
        pattern = rf" {_BODY}{_ASIDE}" if not optional else rf" {_BODY}"
    elif bare == "N":
        pattern = rf" {_COUNT}"
    elif bare == "U":
        pattern = r"(?: [a-z-]+){0,2}? (?:" + _choice("nouns") + "|" + _choice("people_words") + ")"
    elif bare in _LISTS:
        pattern = " " + _choice(_LISTS[bare])
    else:
        pattern = " (?:" + "|".join(map(re.escape, bare.split("|"))) + ")"
    return f"(?:{pattern})?" if optional else pattern


def _choice(key: str) -> str:
    words = sorted(words_of("strength", key), key=lambda w: (-len(w), w))
    plural = "(?:s|es)?" if key in ("nouns", "bands") else ""
    return "(?:" + "|".join(map(re.escape, words)) + ")" + plural


def read_strength_phrases(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The words around a count tell how strong a body is: "a force of some 800 men", "estimates range from 300 to 500 fighters"."""
    counts = [n for n in scene.quantities(tree) if (n.low != 0 or n.high != 0) and not _does_it(scene.text, n)]
    if not counts:
        return
    line = _line(scene, tree, counts)
    counted: Party | None = None
    for phrase in phrases("phrases"):
        for match in phrase.pattern.finditer(line.words):
            if match.group().startswith(f" {_BODY}") and _OBLIQUE.search(line.words, 0, match.start()) is not None:
                continue  # "the budget of X never exceeded 500"
            bodies, told = _slots(line, match)
            body = _body(scene, tree, bodies[0]) if bodies and told else None
            if body is not None:
                counted = counted or body
                yield from _draft(scene, tree, phrase, told[-1], body)
    yield from _of_the_topic(scene, tree, line, counted)


def _does_it(text: str, number: StatedNumber) -> bool:
    """Say whether a count is of those who do something: "estimated by two diplomats at 500"."""
    return re.search(r"\b(?:estimated|put|assessed|reckoned) by $", text[max(0, number.start - _NEAR) : number.start]) is not None


def _of_the_topic(scene: Scene, tree: Tree, line: Line, counted: Party | None) -> Iterator[Draft]:
    """Read the phrases that name no body: they tell of the one counted in the sentence, else of the one spoken of."""
    named = [k for k in line.bodies if _fights(scene.member_at(tree, k, "org"))]
    only = {m.key for k in named if (m := scene.member_at(tree, k, "org")) is not None}
    for phrase in phrases("bodyless"):
        goes_on = phrase.flag == "again"
        for match in phrase.pattern.finditer(line.words) if goes_on or len(only) < 2 else ():
            told = _slots(line, match)[1][-1]
            if phrase.flag == "subject" and any(tree.tokens[k].deprel not in SUBJECTS for k in named):
                continue  # "it joined X and is believed to have 300 men": not X has them
            body = counted if goes_on else _body(scene, tree, named[0]) if named else None
            body = body or _spoken_of(scene, told)
            if body is not None and (not goes_on or _told_before(scene, told.start)):
                yield from _draft(scene, tree, phrase, told, body)


def _line(scene: Scene, tree: Tree, counts: list[StatedNumber]) -> Line:
    """Put a sentence into words with its bodies and counts replaced; an article before a body is left out."""
    text, low = scene.text, tree.sentence.start
    marks = [(n.start, n.end, _COUNT) for n in counts]
    bodies = [(*_span(scene, tree, i), i) for i in _nominals(scene, tree)]
    bodies = [b for b in bodies if not any(n.start < b[1] and b[0] < n.end for n in counts)]
    marks += [(start, end, _BODY) for start, end, _ in bodies]
    words: list[str] = []
    at = low
    for start, end, mark in [*sorted(marks), (tree.sentence.end, tree.sentence.end, "")]:
        if start < at:
            continue
        words += _WORDS.findall(text[at:start].lower().replace("-strong", " strong"))
        if mark == _BODY and words and words[-1] in ("the", "a", "an"):
            words.pop()
        words += [mark] if mark else []
        at = end
    kept = [i for _, _, i in sorted(bodies)]
    return Line(" " + " ".join(words), tuple(kept), tuple(sorted(counts, key=lambda n: n.start)))


def _span(scene: Scene, tree: Tree, i: int) -> tuple[int, int]:
    spot = scene.spot_at(tree, i)
    return (spot.start, spot.end) if spot is not None else (tree.tokens[i].start, tree.tokens[i].end)


def _nominals(scene: Scene, tree: Tree) -> list[int]:
    """List the heads of what may name a body: names of bodies, and pronouns and generic nouns that stand for one."""
    named = [s.head for s in scene.spots_in(tree) if scene.member_at(tree, s.head, "org") is not None]
    pronouns = ("it", "they", "them")
    standing = [
        t.i
        for t in tree.tokens
        if scene.spot_at(tree, t.i) is None
        and (tree.low[t.i] in pronouns or (tree.low[t.i] in words_of("people", "generic_groups") and _is_definite(tree, t.i)))
    ]
    return [*named, *standing]


def _is_definite(tree: Tree, i: int) -> bool:
    return i > 0 and tree.low[i - 1] in words_of("grammar", "definite_words")


def _slots(line: Line, match: re.Match[str]) -> tuple[list[int], list[StatedNumber]]:
    """Give the bodies and counts inside a match; those before it tell how many were passed."""
    passed = line.words[: match.start()]
    body, count = passed.count(_BODY), passed.count(_COUNT)
    bodies: list[int] = []
    told: list[StatedNumber] = []
    for mark in _SLOT.findall(match.group()):
        if mark == _BODY:
            bodies.append(line.bodies[body])
            body += 1
        else:
            told.append(line.counts[count])
            count += 1
    return bodies, told


def _body(scene: Scene, tree: Tree, i: int) -> Party | None:
    body = scene.organisation(tree, i)
    return body if body is not None and _fights(scene.cast.holder_of(body.referent)) else None


def _fights(member: Member | None) -> bool:
    """Say whether a body can have fighters or members of its own to count: not an office, a mission or a newspaper."""
    return member is not None and member.kind not in _UNCOUNTED


def _spoken_of(scene: Scene, number: StatedNumber) -> Party | None:
    topic = scene.topic
    member = topic.subject or topic.section or topic.title
    if topic.several or topic.elsewhere or member is None or member.cls != "org" or not _fights(member):
        return None
    return scene.named(member, how="topic", start=number.start, end=number.end)


def _told_before(scene: Scene, at: int) -> bool:
    """Say whether the text has just counted a body's members: in "Diplomats think that 6,000 is nearer the mark" the unit is understood."""
    low = max(0, at - _BEFORE)
    before = scene.text[low:at]
    measured = not words_of("strength", "measures").isdisjoint(re.findall(r"[a-z]+", before.lower()))
    return any(measured or _unit(scene.text, number, at) is not None for number in find_quantities(before, start=low))


def _unit(text: str, number: StatedNumber, high: int) -> str | None:
    """Give what a count counts: the noun of members within the next words; None where there is none."""
    for word in text[number.end : min(high, number.end + _NEAR)].lower().split()[:4]:
        bare = word.strip(",.;:)")
        if {bare, bare.removesuffix("s"), bare.removesuffix("en") + "an"} & any_of(("strength", "nouns"), ("strength", "people_words")):
            return bare
        if bare != word or bare in words_of("grammar", "prepositions"):
            break
    return None


def _draft(scene: Scene, tree: Tree, phrase: Phrase, number: StatedNumber, body: Party) -> Iterator[Draft]:
    at = find_word(tree, number.end - 1)
    if at is None:
        return
    told = number
    if phrase.flag == "most":
        told = replace(number, low=None, high=number.high if number.low is None else number.low - (number.high is None))
    unit = _unit(scene.text, number, tree.sentence.end)
    if unit is None and phrase.flag not in ("again", "bare") and not _may_stand_bare(scene.text[number.end : tree.sentence.end].lower()):
        return
    edtf, basis = when(date_beside(scene, number) or date_for(scene, tree, at))
    start, end = cover((number.start, number.end), (tree.tokens[at].start, tree.tokens[at].end), party_span(body), within=tree)
    value = Value(low=told.low, high=told.high, unit=unit or UNIT)
    estimated = bool(set(scene.text[tree.sentence.start : number.end].lower().split()) & words_of("strength", "estimating"))
    stance: Stance | None = "estimated" if estimated else None
    yield Draft("strength", body, start, end, number.start, RULE, number.words, value=value, edtf=edtf, basis=basis, stance=stance)


def date_beside(scene: Scene, number: StatedNumber) -> StatedDate | None:
    """Give the date told right behind a count, which is that of the count alone: "put at 1,200 in 2010 and at 800 in 2014".

    Args:
        scene: The document being read.
        number: The count.

    Returns:
        The date, or None where other words stand between.
    """
    return next((d for d in scene.dates if d.start >= number.end and _DATED.fullmatch(scene.text, number.end, d.start) is not None), None)


def _may_stand_bare(after: str) -> bool:
    """Say whether a count stands alone: the next word is none that it could count."""
    word = re.match(r"\s*[,.;:)–—]|\s*$|\s*([a-z’'-]+)", after)
    if word is None or word.group(1) is None:
        return True
    following = word.group(1)
    return following in any_of(("grammar", "prepositions"), ("grammar", "definite_words"), ("strength", "after_a_count"))


RULES = (read_strength_phrases,)
