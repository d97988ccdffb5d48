"""Find fact boxes before anything is parsed: lines of a label and a value ("Founded: 1984", "| Allies | A |"), also without their marks.

A web page's box often comes without marks between a label and its value ("AlliesBasilan Brigade"), with further values on the lines below.
`codebook/words/labels.yml` says which label tells what; words without a mark are a label only where a second one stands near by.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from testimonia.model.kinds import EntityClass
from testimonia.read.lexicon import any_of, table, words_of
from testimonia.read.names.given_names import GivenName
from testimonia.text.geography import country_code

BOX_VOTE = 2.0
"""What a box says of a name's class, in the votes on what a name is: more than a likely sign, less than several."""
_LONGEST = 400
"""Characters of the longest line that is looked at; a longer one is a paragraph."""
_FEWEST = 2
"""Labelled lines from which lines that stand together are a box."""
_LONGEST_NAME = 12
"""Words of the longest name of a body in a box."""
MARKED_LINE = re.compile(
    r"^[\s|*•–-]*(?P<label>[A-Za-z][A-Za-z .'’/-]{1,38}?(?:\(s\))?)[\s*]*[:|=\t](?:(?<=\|)|[\s*])*(?P<value>[^\s|].*?)[\s|*]*$"
)
_BARE_VALUE = re.compile(r"(?P<gap>\s?)(?P<value>(?:c\. ?|~|about |around )?[A-ZÀ-Þ0-9\"“<>~].*?)[\s|*]*$")
_SENTENCE = re.compile(r"[a-z0-9)\]\"”][.!?…:]['\"”’)\]]*\s*$")
_NEXT_VALUE = re.compile(r"^[\s|*•▪–-]*(?P<value>[^\s|*•▪–-].*?)[\s|*,;]*$")
_PIECE = re.compile(r"(?:[^,;()\[\]]|\([^()]*\)|\[[^\[\]]*\])+")
_LEAD = re.compile(r"(?:and |the |[\"“‘'])*", re.IGNORECASE)
_BEHIND = re.compile(r"[\s\"”’'.*]*(?:(?:\([^()]*\)|\[[^\[\]]*\])[\s.]*)*$")
_NAMED: dict[str, EntityClass] = {"parties": "org", "people": "person"}
"""Groups of labels whose values name somebody."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a label tells: its group in the word file and its code there; `turned` where the value is the subject."""

    group: str
    code: str
    turned: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A label at its offset and the offsets of its values, one a line.

    `bare` tells that no mark stands between label and value, `boxed` that other labels stand near by.
    """

    label: Label
    start: int
    values: tuple[tuple[int, int], ...]
    bare: bool
    boxed: bool


@dataclass(slots=True)
class _Line:
    """A line of the text: its offsets, and the label that opens it with the offset of that and of its value."""

    start: int
    end: int
    label: Label | None = None
    at: int = 0
    value: tuple[int, int] | None = None
    bare: bool = False


@cache
def labels() -> dict[str, Label]:
    """Give what each label tells.

    Returns:
        Lower-cased label to its meaning.
    """
    groups = ("parties", "people", "times", "spans", "places", "names", "counts", "beliefs")
    told = {
        label: Label(group, code.removeprefix("OTHER "), code.startswith("OTHER "))
        for group in groups
        for label, code in table("labels", group).items()
    }
    return told | {label: Label("others", "", turned=False) for label in words_of("labels", "others")}


def find_facts(text: str) -> tuple[Fact, ...]:
    """Find what the fact boxes of a text say.

    Args:
        text: A document's text.

    Returns:
        Facts in text order; labels that tell nothing of ours are among them, for what stands under them is no value of another.

    Example:
        >>> text = "Basilan Brigade\\nFounded1984\\nAlliesSulu Command\\nMoro Army"
        >>> [text[a:b] for fact in find_facts(text) for a, b in fact.values]
        ['1984', 'Sulu Command', 'Moro Army']
    """
    found: list[Fact] = []
    for block in _blocks(text):
        boxed = sum(line.label is not None and line.value is not None for line in block) >= _FEWEST
        for n, line in enumerate(block):
            if line.label is None or (line.bare and not boxed):
                continue
            below = tuple(_values_below(text, block[n + 1 :])) if line.bare else ()
            values = ((line.value,) if line.value is not None else ()) + below
            if values or boxed:
                found.append(Fact(line.label, line.at, values, line.bare, boxed))
    return tuple(found)


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Give the stretches of lines without an empty one among them in which a label stands."""
    block: list[_Line] = []
    for match in re.finditer(r"[^\n]*(?:\n|$)", text):
        line = match.group()
        if line.strip() and len(line) <= _LONGEST:
            block.append(_line(text, match.start(), match.start() + len(line.rstrip("\n"))))
            continue
        if any(one.label is not None for one in block):
            yield block
        block = []


def _line(text: str, start: int, end: int) -> _Line:
    """Read one line: its label, if it has one, and its value."""
    line = text[start:end]
    match = MARKED_LINE.match(line)
    name = "" if match is None else " ".join(match["label"].lower().split())
    told = labels().get(name) or _office(name)
    if match is not None and told is not None:
        value = None if _says_nothing(match["value"]) else (start + match.start("value"), start + match.end("value"))
        return _Line(start, end, told, start + match.start("label"), value)
    lead = len(line) - len(line.lstrip(" \t|*•"))
    known = max((n for n in range(2, 40) if line[lead : lead + n].lower() in labels()), default=0)
    label, rest = labels().get(line[lead : lead + known].lower()), line[lead + known :]
    if (
        label is None
        or not line[lead].isupper()
        or (rest[:1].islower() and (label.group != "others" or " " not in line[lead : lead + known]))
    ):
        return _Line(start, end)
    if not rest.strip(" \t|*:"):
        return _Line(start, end, label, start + lead, bare=True)
    behind = _BARE_VALUE.match(rest)
    if label.group == "others" or (behind is not None and (not behind["gap"] or not _SENTENCE.search(line))):
        value = None if behind is None or _says_nothing(behind["value"]) else (behind.start("value"), behind.end("value"))
        at = start + lead + known
        return _Line(start, end, label, start + lead, None if value is None else (at + value[0], at + value[1]), bare=True)
    return _Line(start, end)


def _office(label: str) -> Label | None:
    """Take an office that no list of labels has for a label of who holds it: "Vice-chairmen", "Military spokesman", "Deputy emir"."""
    words = label.removesuffix("(s)").split()
    if not words:
        return None
    roles, before = table("people", "roles"), any_of(("people", "portfolios"), ("people", "ranks_within"), ("people", "titles"))
    role = table("people", "role_phrases").get(" ".join(words)) or roles.get(words[-1]) or roles.get(words[-1].removesuffix("s"))
    lesser = words[-1] in words_of("people", "lesser_roles")
    if role is None or lesser or not all(word in before for word in words[:-1] if " " not in role and "-" not in role):
        return None
    return Label("people", role if " " in role else " ".join([*words[:-1], role]), turned=False)


def _says_nothing(value: str) -> bool:
    return value.lower().strip(" .") in words_of("labels", "none")


def _values_below(text: str, lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Give the values on the lines below a label, up to the next label or sentence."""
    for line in lines:
        words = text[line.start : line.end]
        match = _NEXT_VALUE.match(words)
        if line.label is not None or _SENTENCE.search(words):
            return
        if match is not None:
            yield line.start + match.start("value"), line.start + match.end("value")


def unmarked_lines(text: str, facts: Sequence[Fact]) -> dict[int, tuple[int, int]]:
    """Give the lines of boxes in which no mark sets a value apart from its label, and those that hold a further value.

    Args:
        text: The document's text.
        facts: Its facts.

    Returns:
        The offset of a line to those of its value, which is empty for a label alone.
    """
    found = {}
    for fact in facts:
        if fact.bare:
            own = bool(fact.values) and "\n" not in text[fact.start : fact.values[0][0]]
            found[text.rfind("\n", 0, fact.start) + 1] = fact.values[0] if own else (fact.start, fact.start)
            below = fact.values[1:] if own else fact.values
            found |= {text.rfind("\n", 0, value[0]) + 1: value for value in below}
    return found


def pieces(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Cut a value at its commas and semicolons.

    Args:
        text: The document's text.
        low: First code point of the value.
        high: One past its last code point.

    Yields:
        Offsets without white space and marks of lists at their ends.
    """
    for match in _PIECE.finditer(text, low, high):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1] in " \t.|*":
            end -= 1
        if start < end:
            yield start, end


def boxed_names(text: str, known: Sequence[GivenName] = ()) -> list[GivenName]:
    """Give the names that the boxes of a text hold: what stands under "Allies" names bodies, what stands under "Leaders" persons.

    Args:
        text: A document's text.
        known: Names that are known beforehand; no other is given where one of them stands.

    Returns:
        Names in text order, none overlapping another; neither countries nor descriptions are among them.
    """
    found = [
        name
        for fact in find_facts(text)
        if fact.boxed and fact.label.group in _NAMED
        for value in fact.values
        for piece in pieces(text, *value)
        if (name := _name(text, *piece, cls=_NAMED[fact.label.group])) is not None
    ]
    return [name for name in found if not any(one.start < name.end and name.start < one.end for one in known)]


def _name(text: str, start: int, end: int, *, cls: EntityClass) -> GivenName | None:
    """Give the name that a piece of a value is, without an article and what brackets tell of it."""
    lead = _LEAD.match(text, start, end)
    start = start if lead is None else lead.end()
    behind = _BEHIND.search(text, start, end)
    end = end if behind is None else behind.start()
    words = text[start:end].split()
    if not words or not words[0][0].isupper() or len(words) > _LONGEST_NAME or _says_nothing(text[start:end]):
        return None
    if words[0].lower() in words_of("labels", "vague") or words[-1].lower() in words_of("labels", "small"):
        return None
    if not all(word[0].isupper() or word[0].isdigit() or word.lower() in words_of("labels", "small") for word in words):
        return None
    short = cls == "person" and len(words) == 1
    return None if short or country_code(text[start:end]) is not None else GivenName(start, end, cls)
