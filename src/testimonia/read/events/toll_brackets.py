"""Read tolls in brackets after what they are of: "The bus was bombed (at least 38 killed, more than 70 wounded)."."""

import re
from collections.abc import Iterator
from functools import cache

from testimonia.model.event import Figure
from testimonia.read.events.event_drafts import EventDraft
from testimonia.read.lexicon import table
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.numbers import find_quantities

_AFTER = re.compile(r"\s*[.!?]?\s*\(([^()\n]{4,160})\)")
"""A bracket right after a sentence, or before its last mark."""
_INSIDE = re.compile(r"\(([^()\n]{4,160})\)")
_OTHER_VOICE = re.compile(r"[;.]")
"""What stands after one of these in the bracket may be of another voice."""
_TOLD = ("ASSAULT", "COERCE")


def read_toll_brackets(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """A bracket gives the toll of the event told before it: "(at least 38 killed, more than 70 wounded)"."""
    found = _bracket(scene.text, tree)
    if found is None:
        return
    start, end = found
    told = _last_told(scene, tree, before=end)
    figures = tuple(_figures(scene.text, start, end))
    if told is None or not figures:
        return
    yield EventDraft(
        "ASSAULT",
        None,
        start,
        max(last for _, last in figures),
        start,
        "toll_brackets.read_toll_brackets",
        scene.text[start:end][:40],
        figures=tuple(figure for figure, _ in figures),
        part_of=told.at,
    )


def _bracket(text: str, tree: Tree) -> tuple[int, int] | None:
    """Give the offsets of what the bracket in or right after a sentence holds; None where there is none that counts anybody."""
    low, high = tree.sentence.start, tree.sentence.end
    matches = list(_INSIDE.finditer(text, low, high)) if "(" in text[low:high] else []
    after = _AFTER.match(text, high)
    for match in [*matches, *([after] if after is not None else [])]:
        if _toll_words().search(match.group(1)) and any(c.isdigit() or c.isalpha() for c in match.group(1)):
            return match.start(1), match.end(1)
    return None


@cache
def _toll_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(sorted(table('triggers', 'bracket_tolls')))})(?!\w)", re.IGNORECASE)


def _last_told(scene: Scene, tree: Tree, *, before: int) -> EventDraft | None:
    """Give the last event that the sentence tells and that can have cost lives."""
    low, high = tree.sentence.start, min(tree.sentence.end, before)
    own = [t for t in scene.told if low <= t.at < high and t.type in _TOLD and t.part_of is None]
    return max(own, key=lambda t: t.at, default=None)


def _figures(text: str, start: int, end: int) -> Iterator[tuple[Figure, int]]:
    """Read the counts up to the first change of voice: each number with the word of harm after it, and where that word ends."""
    stop = _OTHER_VOICE.search(text, start, end)
    end = stop.start() if stop is not None else end
    numbers = list(find_quantities(text[start:end], start=start))
    for k, number in enumerate(numbers):
        limit = numbers[k + 1].start if k + 1 < len(numbers) else end
        word = _toll_words().search(text, number.end, limit)
        if word is not None:
            yield Figure(table("triggers", "bracket_tolls")[word.group(1).lower()], None, number.low, number.high), word.end()


RULES = (read_toll_brackets,)
