"""The front end: one passage of text to parsed sentences in which every longer name is one word and brackets are read apart.

Every token keeps its offsets in the document's own text; a name's placeholder covers the whole name.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from testimonia.read.elided import with_subjects
from testimonia.read.lexicon import words_of
from testimonia.read.names.chunks import Chunk, find_chunks
from testimonia.read.names.given_names import GivenName, put_given
from testimonia.read.names.heads import is_head
from testimonia.read.parser.doubled import with_one_subject
from testimonia.read.parser.ellipses import with_full_clauses
from testimonia.read.parser.records import Word
from testimonia.read.parser.session import Parser
from testimonia.read.parser.tokens import tokenise
from testimonia.read.passages import Passage, PassageKind
from testimonia.read.syntax import Tree

_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{0,400})[)\]]")
_SENTENCE = re.compile(r"^[A-Z\"“].{30,}[.!?]\s*$", re.DOTALL)
_ARTICLE = re.compile(r"^(?:al|el|ad|an|as|ash|ar|at|az)[-‑–’']", re.IGNORECASE)
LONGEST_MARKS = 12
"""Marks without a letter between them after which the rest is passed over: a line of dashes or brackets tells nothing."""
LONGEST_SENTENCE = 400
"""Words after which a passage without sentence marks is cut; the longest sentence of the treebanks has 159."""


@dataclass(frozen=True, slots=True)
class ParsedPassage:
    """A passage, its trees and its chunks; `aside` marks the content of a bracket, read for its names only."""

    passage: Passage
    trees: tuple[Tree, ...]
    chunks: tuple[Chunk, ...]
    aside: bool = False


def parse_passage(
    text: str,
    passage: Passage,
    *,
    parser: Parser,
    lower: frozenset[str],
    stated: Sequence[tuple[int, int]] = (),
    given: Sequence[GivenName] = (),
) -> list[ParsedPassage]:
    """Parse one passage and the brackets in it.

    Args:
        text: The document's text.
        passage: A passage of it.
        parser: The reader model.
        lower: Words that the document also writes in lower case.
        stated: Offsets of names whose extent is known beforehand, in text order; a bracket inside one is part of the name.
        given: Names that are given with their extent and class; they win over all others.

    Returns:
        The passage first, then each bracket that holds words; a bracket that is a whole sentence is prose of its own.
    """
    known = _within(stated, passage.start, passage.end)
    brackets = [m for m in _BRACKET.finditer(text, passage.start, passage.end) if not _touches(known, m.start(), m.start() + 1)]
    spans = [(m.start(), m.end()) for m in brackets]
    found_chunks = find_chunks(text, start=passage.start, end=passage.end, lower=lower, stated=known)
    chunks = put_given(
        text,
        [c for c in found_chunks if not _touches(spans, c.start, c.end)],
        [n for n in given if passage.start <= n.start and n.end <= passage.end and not _touches(spans, n.start, n.end)],
    )
    words = [w for w in _telling(tokenise(text, start=passage.start, end=passage.end)) if not _touches(spans, w.start, w.start + 1)]
    found = [ParsedPassage(passage, _trees(parser, merge_names(words, chunks), kind=passage.kind), tuple(chunks))]
    for match in brackets:
        start, end = match.start(1), match.end(1)
        if not any(c.isalpha() for c in text[start:end]):
            continue
        named = [n for n in given if start <= n.start and n.end <= end]
        inner = put_given(text, find_chunks(text, start=start, end=end, lower=lower, stated=_within(known, start, end)), named)
        whole = _SENTENCE.match(text[start:end]) is not None
        if inner or whole:
            trees = _trees(parser, merge_names(tokenise(text, start=start, end=end), inner), kind="box")
            found.append(ParsedPassage(Passage(start, end, "prose"), trees, tuple(inner), aside=not whole))
    return found


def _telling(words: Iterable[Word]) -> Iterator[Word]:
    """Yield words, and of a long run of marks the first few."""
    marks = 0
    for word in words:
        marks = 0 if any(map(str.isalnum, word.text)) else marks + 1
        if marks <= LONGEST_MARKS:
            yield word


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    """Give those of some ordered spans that lie between two offsets."""
    return [span for span in spans[bisect_left(spans, (start, start)) : bisect_left(spans, (end, end))] if span[1] <= end]


def _touches(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Say whether a stretch overlaps one of some ordered spans that do not overlap each other."""
    at = bisect_left(spans, (end, end)) - 1
    return at >= 0 and spans[at][1] > start


def _trees(parser: Parser, words: list[Word], *, kind: PassageKind) -> tuple[Tree, ...]:
    trees: list[Tree] = []
    for at in range(0, len(words), LONGEST_SENTENCE * 4):
        some = words[at : at + LONGEST_SENTENCE * 4]
        sentences = with_subjects(parser.parse_words(some), some, kind=kind, parse=parser.parse_words)
        trees += [Tree(with_one_subject(with_full_clauses(sentence))) for sentence in sentences]
    return tuple(trees)


def merge_names(words: list[Word], chunks: list[Chunk]) -> list[Word]:
    """Put one word in place of each longer name; the word is the name's last one, so that number and kind stay readable.

    Args:
        words: The passage's words.
        chunks: Its runs of capitalised words.

    Returns:
        Words in text order; a merged one covers its whole name.
    """
    merged: list[Word] = []
    names = iter([c for c in chunks if c.merge])
    name = next(names, None)
    for word in words:
        while name is not None and name.end <= word.start:
            name = next(names, None)
        if name is not None and name.start <= word.start and word.end <= name.end:
            if not merged or merged[-1].start != name.start:
                merged.append(Word(name.start, name.end, _placeholder(name)))
            continue
        merged.append(word)
    return merged


def _placeholder(chunk: Chunk) -> str:
    """Choose the word that stands for a name: its own head, without the article that is written to it."""
    if chunk.stated:
        heads = [word for word in chunk.words if is_head(word.lower())] or [w for w in chunk.words if w[:1].isupper()]
        return heads[-1].strip("()")
    small = words_of("names", "small")
    before = next((n for n, w in enumerate(chunk.words) if n and w in small), len(chunk.words))
    head = chunk.words[before - 1]
    bare = _ARTICLE.sub("", head)
    return bare[:1].upper() + bare[1:] if bare else head
