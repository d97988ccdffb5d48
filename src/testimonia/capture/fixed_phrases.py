"""Fixed phrases: the lines that web pages print around a text, known by a list of patterns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from testimonia.capture.blocks import Block
from testimonia.capture.word_lists import load_list
from testimonia.model.document import Marked, MarkKind


def mark_fixed(lines: list[Block]) -> Iterator[Marked]:
    """Mark the lines, and the credits within lines, that match a fixed phrase.

    Args:
        lines: The lines of the text.

    Yields:
        Marks in the order of the text; two may overlap where one line holds two credits.
    """
    for line in lines:
        count = line.count
        bare = line.words.strip(" *_|·•>»–—-\u200b")
        for phrase in _phrases():
            if count > phrase.words or not bare:
                continue
            if phrase.where == "within":
                for found in phrase.pattern.finditer(line.words):
                    yield Marked(
                        line.start + found.start(),
                        line.start + found.end(),
                        phrase.kind,
                        f"a fixed phrase of web pages: “{found.group()[:60]}”",
                    )
            elif (phrase.pattern.fullmatch if phrase.where == "whole" else phrase.pattern.match)(bare):
                yield Marked(line.start, line.end, phrase.kind, f"a fixed phrase of web pages: “{bare[:60]}”")
                break


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A line that web pages print."""

    kind: MarkKind
    pattern: re.Pattern[str]
    where: str
    words: int


@cache
def _phrases() -> tuple[_Phrase, ...]:
    kinds: dict[str, MarkKind] = {kind: kind for kind in get_args(MarkKind)}
    return tuple(
        _Phrase(kinds[kind], re.compile(entry["pattern"], re.IGNORECASE), str(entry["where"]), int(entry["words"]))
        for kind, entries in load_list("fixed_phrases").items()
        for entry in entries
    )
