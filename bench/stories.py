"""Synthetic wire stories, their edited copies, and stories that only look like copies, with the truth about which is which.

A conflict has names, and paragraphs of background that every agency repeats word for word. A story has a lead, news and one to five of
those paragraphs; half of its sentences are built on frames that all stories share. Outlets cut a story, write their own headline, byline
and first paragraph, respell its names, change words here and there, and add a notice of their own.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from testimonia.model.document import Document

CHARACTERS = 3_000
"""Length of a story as the agency sends it, on average."""
STORIES_A_CONFLICT = 150
"""Stories that share one conflict's background."""
COPIED = 0.25
"""Share of the stories that anybody copies."""
LOST = 0.2
"""Share of the copied stories whose original is not among the documents."""
MOST_CUT = 0.4
"""The greatest part of a story that an outlet cuts."""
RESPELT = 0.7
"""Share of a story's names that an outlet spells in its own way."""
CHANGED = 0.02
"""Share of the words that an outlet changes."""
BACKGROUND = (1, 2, 2, 3, 5)
"""Paragraphs of background, of the conflict's six, in a story of about ten."""
MOST_BACKGROUND = 0.5
"""The greatest part of a story, as the agency sends it, that is background."""

_JOINING = ("the", "of", "and", "in", "to", "a", "on", "for", "with", "that", "by", "as", "from", "at", "after", "which")
_FRAMES = (
    "{w} {w} told reporters in {P} on {D} that the {w} had been {w} near {P}",
    "At least {N} people were {w} when {w} {w} the {w} of {P}, officials said on {D}",
    "{X}, a spokesman for the {w}, said in a statement that {w} {w} the {w} {w} in the area",
    "There was no immediate comment from the {w} on the {w} of {N} {w}",
    "Residents reached by telephone said that they had heard {w} {w} until late in the evening",
    "It was not possible to verify the {w} independently because {w} {w} in {P}",
    "The {w} comes {N} days after {X} announced that {w} would {w} the {w}",
    "According to the {w}, more than {N} families have left their homes since {D}",
    "{X} said the {w} was a {w} of the agreement signed in {P} last year",
    "Both sides have accused each other of {w} the {w} and of {w} {w} near {P}",
)
_NOTICES = (
    "Additional reporting by {X} in {P}; writing by {X}; editing by {X}.",
    "All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission.",
    "Follow us for the latest news from the region and sign up for our daily newsletter.",
)
_ONSETS = ("b", "d", "f", "g", "h", "j", "k", "kh", "l", "m", "n", "q", "r", "s", "sh", "t", "w", "y", "z", "gh")
_VOWELS = ("a", "i", "u", "o", "e", "aa", "ou", "ee")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OTHER_VOWEL = {"ou": "u", "ee": "i", "aa": "a", "o": "u", "e": "i", "i": "e", "u": "o", "a": "e"}


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the stories of one conflict share: names, words of the subject, and paragraphs of background."""

    people: tuple[str, ...]
    places: tuple[str, ...]
    words: tuple[str, ...]
    background: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents by id, and for each the story that it tells: two of one story are copies, all others are not."""

    documents: dict[str, Document]
    story_of: dict[str, int]


def collection(number: int, *, seed: int = 5) -> Collection:
    """Make a collection of stories and copies.

    Args:
        number: How many documents.
        seed: For the random choices; the same seed gives the same documents.

    Returns:
        The documents, shuffled, and the truth.
    """
    chance = random.Random(seed)
    made: list[tuple[int, str]] = []
    vocabulary = [_word(chance) for _ in range(20_000)]
    story = 0
    while len(made) < number:
        conflict = _conflict(chance, vocabulary)
        for _ in range(STORIES_A_CONFLICT):
            made += ((story, text) for text in _told(chance, conflict, vocabulary))
            story += 1
    made = made[:number]
    chance.shuffle(made)
    names = [f"d-{place:07}" for place in range(number)]
    documents = {name: Document(name, f"{name}.txt", name, "text/plain", text) for name, (_, text) in zip(names, made, strict=True)}
    return Collection(documents, {name: story for name, (story, _) in zip(names, made, strict=True)})


def _told(chance: random.Random, conflict: Conflict, vocabulary: list[str]) -> Iterator[str]:
    """One story as the documents have it: the agency's own, unless it is lost, and the outlets' copies."""
    story = _story(chance, conflict, vocabulary)
    copies = min(40, 1 + int(chance.paretovariate(1.2))) if chance.random() < COPIED else 0
    if copies == 0 or chance.random() > LOST:
        yield "\n\n".join(story)
    for _ in range(copies):
        yield "\n\n".join(_edited(chance, story, conflict, vocabulary))


def _conflict(chance: random.Random, vocabulary: list[str]) -> Conflict:
    people = tuple(f"{_word(chance).capitalize()} {chance.choice(('al-', 'el-', '', ''))}{_word(chance).capitalize()}" for _ in range(12))
    places = tuple(_word(chance).capitalize() for _ in range(10))
    words = tuple(chance.sample(vocabulary, 300))
    bare = Conflict(people, places, words, ())
    return Conflict(people, places, words, tuple(_paragraph(chance, bare, vocabulary, frames=0.2) for _ in range(6)))


def _story(chance: random.Random, conflict: Conflict, vocabulary: list[str]) -> list[str]:
    length = CHARACTERS * chance.uniform(0.6, 1.4)
    background = chance.sample(conflict.background, chance.choice(BACKGROUND))
    while sum(map(len, background)) > MOST_BACKGROUND * length:
        background.pop()
    news: list[str] = []
    while sum(map(len, news)) + sum(map(len, background)) < length:
        news.append(_paragraph(chance, conflict, vocabulary))
    for paragraph in background:
        news.insert(chance.randrange(2, len(news) + 1) if len(news) > 2 else len(news), paragraph)
    lead, notice = f"{conflict.places[0].upper()} (Wire) - {news[0]}", _filled(chance, _NOTICES[0], conflict)
    return [_headline(chance, conflict), lead, *news[1:], notice]


def _edited(chance: random.Random, story: list[str], conflict: Conflict, vocabulary: list[str]) -> list[str]:
    body = story[2:-1]
    cut = round(len(body) * chance.uniform(0, MOST_CUT))
    if chance.random() < 0.7:
        body = body[: len(body) - cut]
    else:
        dropped = set(chance.sample(range(len(body)), cut))
        body = [paragraph for place, paragraph in enumerate(body) if place not in dropped]
    spelling = {name: _respelt(name) for name in (*conflict.people, *conflict.places) if chance.random() < RESPELT}
    changed = []
    for paragraph in body:
        for name, other in spelling.items():
            paragraph = paragraph.replace(name, other)
        words = [chance.choice(conflict.words) if chance.random() < CHANGED else word for word in paragraph.split(" ")]
        changed.append(" ".join(words))
    lead = _paragraph(chance, conflict, vocabulary)
    notice = _filled(chance, chance.choice(_NOTICES), conflict)
    return [_headline(chance, conflict), f"By {chance.choice(conflict.people)}", lead, *changed, notice]


def _headline(chance: random.Random, conflict: Conflict) -> str:
    return " ".join(chance.choice(conflict.words) for _ in range(8)).capitalize()


def _paragraph(chance: random.Random, conflict: Conflict, vocabulary: list[str], *, frames: float = 0.5) -> str:
    sentences = []
    for _ in range(chance.choice((2, 2, 3))):
        made = _filled(chance, chance.choice(_FRAMES), conflict) if chance.random() < frames else _free(chance, conflict, vocabulary)
        sentences.append(made[:1].upper() + made[1:] + ".")
    return " ".join(sentences)


def _free(chance: random.Random, conflict: Conflict, vocabulary: list[str]) -> str:
    words = []
    for _ in range(chance.randrange(12, 30)):
        kind = chance.random()
        if kind < 0.4:
            words.append(_JOINING[int(len(_JOINING) * chance.random() ** 2)])
        elif kind < 0.48:
            words.append(chance.choice(conflict.people + conflict.places))
        elif kind < 0.75:
            words.append(chance.choice(conflict.words))
        else:
            words.append(vocabulary[int(len(vocabulary) ** chance.random()) - 1])
    return " ".join(words)


def _filled(chance: random.Random, frame: str, conflict: Conflict) -> str:
    made = frame
    for slot, choices in (("{w}", conflict.words), ("{P}", conflict.places), ("{X}", conflict.people), ("{D}", _DAYS)):
        while slot in made:
            made = made.replace(slot, chance.choice(choices), 1)
    while "{N}" in made:
        made = made.replace("{N}", str(chance.randrange(2, 90)), 1)
    return made


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(chance.choice((2, 2, 3))))


def _respelt(name: str) -> str:
    for one, other in _OTHER_VOWEL.items():
        if one in name:
            return name.replace(one, other, 1).replace("al-", "").replace("el-", "al ")
    return name
