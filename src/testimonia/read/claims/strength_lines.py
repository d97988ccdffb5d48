"""Read the dated lines under a heading such as "Strength", which have no sentence marks: "2003: 5,500 combatants and 8,000 militia"."""

import re
from collections.abc import Iterator

from testimonia.model.claim import Value
from testimonia.read.claims.drafts import Draft
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.dates import DateReader
from testimonia.text.numbers import StatedNumber, find_quantities

RULE = "strength_lines.read_strength_lines"
_LINE = re.compile(r"[\s*•–-]*(?:(?P<year>(?:1[89]|20)\d\d)|(?P<date>[^:\n]{4,24})):\s")
_UNIT = "members"


def in_dated_lines(scene: Scene, tree: Tree) -> bool:
    """Say whether a sentence is a line, or several, under a heading of strength that opens with a date.

    Args:
        scene: The scene.
        tree: The sentence.

    Returns:
        True where the lines are to be read one by one.
    """
    headed = any(word in words_of("strength", "headings") for word in scene.under.split())
    return headed and _opening(scene.text, _line_start(scene.text, tree), tree.sentence.end) is not None


def _line_start(text: str, tree: Tree) -> int:
    """Give where the line of a sentence begins: a date before a colon may have been read as a sentence of its own."""
    return text.rfind("\n", 0, tree.sentence.start) + 1


def _opening(text: str, low: int, high: int) -> tuple[str, int] | None:
    """Give the date that opens a line, in EDTF, and where the rest begins."""
    match = _LINE.match(text, low, high)
    if match is None:
        return None
    if match["year"] is not None:
        return match["year"], match.end()
    dates = DateReader(None).read(text, match.start("date"), match.end("date"))
    return (dates[0].edtf, match.end()) if dates else None


def read_strength_lines(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """Under a heading such as "Strength", each dated line counts the members of the body that the text is about."""
    body = scene.topic.section or scene.topic.title
    if body is None or not in_dated_lines(scene, tree):
        return
    at = _line_start(scene.text, tree)
    for line in scene.text[at : tree.sentence.end].split("\n"):
        low, high = at, at + len(line)
        at = high + 1
        opening = _opening(scene.text, low, high)
        if opening is None:
            continue
        edtf, after = opening
        for number in find_quantities(scene.text[after:high], start=after):
            unit = _unit(scene.text, number, high)
            if unit is not None and number.start >= tree.sentence.start:
                party = scene.named(body, how="heading", start=number.start, end=number.end)
                value = Value(low=number.low, high=number.high, unit=unit)
                yield Draft("strength", party, low, number.end, number.start, RULE, number.words, value=value, edtf=edtf)


def _unit(text: str, number: StatedNumber, high: int) -> str | None:
    """Give what a number in a line counts; None where it counts something else."""
    words: list[str] = re.findall(r"[A-Za-z-]+", text[number.start : high].replace(number.words, "", 1))
    for word in words[:3]:
        lower = word.lower()
        singular = lower.removesuffix("s")
        if {lower, singular} & (any_of(("strength", "nouns"), ("strength", "registered"))):
            return lower
        if {lower, singular} & words_of("strength", "registered_words"):
            return _UNIT
    return None
