"""Spans: whether the names in running text are cut exactly and typed rightly.

`python -m eval.spans [--misses] [--half dev|test]`. The passages are our own words about conflicts on all continents, dense in names and
written as encyclopaedias, wires, reports, communiques, explainers and lists write them; every name is marked where it stands with its kind
(`{armed_group: ...}`), `{any: ...}` marks words that may be read as a name or not. The passages are split by the hash of their label: rules
are made looking at the one half, and what is missed in the other is never printed.
"""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from eval.row import ROOT, Row

from testimonia.model.document import Document
from testimonia.pipeline import read

Half = Literal["dev", "test"]

REACH = 0.85
CLASSES = ("org", "person", "place", "named_event")
_PASSAGES = ROOT / "eval" / "spans" / "passages.jsonl"
_MARK = re.compile(r"\{(?P<kind>[a-z_]+): (?P<name>[^{}]+)\}")
_NAMED = ("name", "acronym", "short_name")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at offsets: `cls` is the class, `kind` the kind of a body where it is plain; class "any" asks for nothing."""

    start: int
    end: int
    cls: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with the names that stand in it."""

    label: str
    genre: str
    text: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read in a passage: pairs of what stands there and what was read there, either of which may be None."""

    passage: Passage
    pairs: tuple[tuple[Name | None, Name | None], ...]


def measure() -> tuple[Row, ...]:
    """Read the half of the passages whose misses nobody has looked at.

    Returns:
        Precision, recall and F1 of exact spans with their class, and the share of bodies whose kind is right.
    """
    outcomes = read_all("test")
    data = "names in running text, passages of our own"
    rows: list[Row] = []
    for cls in CLASSES:
        precision, recall, f1, count = score(outcomes, cls=cls)
        rows.append(Row(data, f"{cls}: exact span and class F1", f1, count, reach=REACH, note=f"P {precision:.3f} R {recall:.3f}"))
    share, count = kinds_right(outcomes)
    return (*rows, Row(data, "kind of bodies cut and typed rightly", share, count))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of a half.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 measured.
    """
    parser = argparse.ArgumentParser(prog="python -m eval.spans", description="Measure how names in running text are cut and typed.")
    parser.add_argument("--misses", action="store_true", help="list what went wrong; only the half that rules were made on is listed")
    parser.add_argument("--half", choices=("dev", "test"), default="test", help="which half of the passages to read")
    options = parser.parse_args(arguments)
    outcomes = read_all("dev" if options.misses else options.half)
    for cls in CLASSES:
        precision, recall, f1, count = score(outcomes, cls=cls)
        print(f"{cls:<12} P {precision:.3f} R {recall:.3f} F1 {f1:.3f} of {count}")
    precision, recall, f1, count = score(outcomes, cls=None)
    print(f"{'span only':<12} P {precision:.3f} R {recall:.3f} F1 {f1:.3f} of {count}")
    print("kind         {:.3f} of {}".format(*kinds_right(outcomes)))
    for line in _misses(outcomes) if options.misses else ():
        print(line)
    return 0


def passages() -> list[Passage]:
    """Load the passages.

    Returns:
        All of them, in the order of the file.
    """
    lines = [json.loads(line) for line in _PASSAGES.read_text("utf-8").splitlines()]
    return [unmark(line["marked"], label=line["label"], genre=line["genre"]) for line in lines]


def unmark(marked: str, *, label: str, genre: str = "") -> Passage:
    """Take the marks off a passage.

    Args:
        marked: The passage with its marks.
        label: What the passage is called.
        genre: How it is written.

    Returns:
        The plain text and its names.

    Example:
        >>> unmark("The {armed_group: Red Front} fled.", label="x").names
        (Name(start=4, end=13, cls='org', kind='armed_group'),)
    """
    text, at, names = "", 0, []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        kind = match["kind"]
        plain = kind in (*CLASSES, "any")
        names.append(Name(len(text), len(text) + len(match["name"]), kind if plain else "org", None if plain else kind))
        text += match["name"]
        at = match.end()
    return Passage(label, genre, text + marked[at:], tuple(names))


def read_all(half: Half) -> list[Outcome]:
    """Read every passage of a half.

    Args:
        half: Which passages.

    Returns:
        What was read of each.
    """
    return [read_passage(passage) for passage in passages() if _half(passage.label) == half]


def read_passage(passage: Passage) -> Outcome:
    """Read a passage and lay what was read beside what stands there.

    Args:
        passage: The passage.

    Returns:
        A pair for every name that stands there or was read there.
    """
    reading = read(Document("d-spans", "spans", "0", "text/plain", passage.text))
    referents = {referent.id: referent for referent in reading.referents}
    found: dict[tuple[int, int], Name] = {}
    for mention in reading.mentions:
        referent = referents[mention.referent]
        if mention.how in _NAMED and mention.end > mention.start and any(c.isupper() for c in mention.quote):
            found[mention.start, mention.end] = Name(mention.start, mention.end, referent.cls, referent.kind)
    pairs: list[tuple[Name | None, Name | None]] = []
    for name in passage.names:
        own = next((read_name for span, read_name in found.items() if is_exact(passage.text, name, span)), None)
        if own is not None:
            del found[own.start, own.end]
        if name.cls != "any":
            pairs.append((name, own))
    free = [n for n in passage.names if n.cls == "any"]
    pairs += [(None, n) for n in found.values() if not any(n.start < f.end and f.start < n.end for f in free)]
    return Outcome(passage, tuple(pairs))


def is_exact(text: str, name: Name, span: tuple[int, int]) -> bool:
    """Say whether a span is a name's, with or without its article.

    Args:
        text: The passage.
        name: The name.
        span: Offsets.

    Returns:
        True where nothing but the article differs.
    """
    start, end = span
    return end == name.end and (start == name.start or (start < name.start and text[start : name.start].strip().lower() == "the"))


def score(outcomes: Sequence[Outcome], *, cls: str | None) -> tuple[float, float, float, int]:
    """Score the names of a class; the recall of persons is low by design, for who has no public role is no referent.

    Args:
        outcomes: What was read.
        cls: The class; None for the spans of all classes, whatever was read as their class.

    Returns:
        Precision, recall, F1 and how many names the key has.
    """
    pairs = [pair for outcome in outcomes for pair in outcome.pairs]
    key = [(gold, own) for gold, own in pairs if gold is not None and cls in (None, gold.cls)]
    read_names = [(gold, own) for gold, own in pairs if own is not None and cls in (None, own.cls)]
    right = sum(own is not None and gold is not None and (cls is None or gold.cls == own.cls) for gold, own in key)
    precision = right / len(read_names) if read_names else 0.0
    recall = right / len(key) if key else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0, len(key)


def kinds_right(outcomes: Sequence[Outcome]) -> tuple[float, int]:
    """Say how often the kind of a body is right.

    Args:
        outcomes: What was read.

    Returns:
        The share among bodies cut and typed rightly whose kind the key tells, and how many those are.
    """
    pairs = [pair for outcome in outcomes for pair in outcome.pairs]
    both = [(gold.kind, own.kind) for gold, own in pairs if gold is not None and own is not None and gold.kind and own.cls == "org"]
    return (sum(a == b for a, b in both) / len(both) if both else 0.0), len(both)


def _misses(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        text = outcome.passage.text
        yield f"== {outcome.passage.label}"
        loose = [own for gold, own in outcome.pairs if gold is None and own is not None]
        for gold, own in outcome.pairs:
            if gold is None:
                continue
            if own is None:
                over = [f"{text[n.start : n.end]} ({n.cls})" for n in loose if n.start < gold.end and gold.start < n.end]
                yield f"S  {text[gold.start : gold.end]} ({gold.cls}) -> {'; '.join(over)}"
            elif own.cls != gold.cls:
                yield f"C  {text[gold.start : gold.end]} ({gold.cls}) -> {own.cls}"
            elif gold.kind and own.kind != gold.kind:
                yield f"K  {text[gold.start : gold.end]} ({gold.kind}) -> {own.kind}"
        named = [gold for gold, _ in outcome.pairs if gold is not None]
        for own in loose:
            if not any(own.start < n.end and n.start < own.end for n in named):
                yield f"+  {text[own.start : own.end]} ({own.cls})"


def _half(label: str) -> Half:
    return "dev" if int(hashlib.sha256(label.encode("utf-8")).hexdigest()[:12], 16) % 2 == 0 else "test"


if __name__ == "__main__":
    sys.exit(main())
