"""The front end: one passage of text to parsed sentences in which every longer name is one word and brackets are read apart.

Every token keeps its offsets in the document's own text; a name's placeholder covers the whole name.
"""

import re
from dataclasses import dataclass

from testimonia.read.chunks import Chunk, find_chunks
from testimonia.read.parser.records import Word
from testimonia.read.parser.session import Parser
from testimonia.read.parser.tokens import tokenise
from testimonia.read.passages import Passage
from testimonia.read.syntax import Tree

_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{0,400})[)\]]")
_SENTENCE = re.compile(r"^[A-Z\"“].{30,}[.!?]\s*$", re.DOTALL)
LONGEST_SENTENCE = 400
"""Words after which a passage without sentence marks is cut; the longest sentence of the treebanks has 159."""


@dataclass(frozen=True, slots=True)
class ParsedPassage:
    """A passage, its trees and its chunks; `aside` marks the content of a bracket, read for its names only."""

    passage: Passage
    trees: tuple[Tree, ...]
    chunks: tuple[Chunk, ...]
    aside: bool = False


def parse_passage(text: str, passage: Passage, *, parser: Parser, lower: frozenset[str]) -> list[ParsedPassage]:
    """Parse one passage and the brackets in it.

    Args:
        text: The document's text.
        passage: A passage of it.
        parser: The reader model.
        lower: Words that the document also writes in lower case.

    Returns:
        The passage first, then each bracket that holds words; a bracket that is a whole sentence is prose of its own.
    """
    brackets = list(_BRACKET.finditer(text, passage.start, passage.end))
    spans = [(m.start(), m.end()) for m in brackets]
    chunks = _outside(find_chunks(text, start=passage.start, end=passage.end, lower=lower), spans)
    words = [w for w in tokenise(text, start=passage.start, end=passage.end) if not any(a <= w.start < b for a, b in spans)]
    found = [ParsedPassage(passage, _trees(parser, merge_names(words, chunks)), tuple(chunks))]
    for match in brackets:
        start, end = match.start(1), match.end(1)
        if not any(c.isalpha() for c in text[start:end]):
            continue
        inner = find_chunks(text, start=start, end=end, lower=lower)
        whole = _SENTENCE.match(text[start:end]) is not None
        if inner or whole:
            trees = _trees(parser, merge_names(tokenise(text, start=start, end=end), inner))
            found.append(ParsedPassage(Passage(start, end, "prose"), trees, tuple(inner), aside=not whole))
    return found


def _outside(chunks: list[Chunk], spans: list[tuple[int, int]]) -> list[Chunk]:
    return [c for c in chunks if not any(a < c.end and c.start < b for a, b in spans)]


def _trees(parser: Parser, words: list[Word]) -> tuple[Tree, ...]:
    trees: list[Tree] = []
    for at in range(0, len(words), LONGEST_SENTENCE * 4):
        trees += [Tree(sentence) for sentence in parser.parse_words(words[at : at + LONGEST_SENTENCE * 4])]
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
    todo = [c for c in chunks if c.merge]
    for word in words:
        while todo and todo[0].end <= word.start:
            todo.pop(0)
        if todo and todo[0].start <= word.start and word.end <= todo[0].end:
            if merged and merged[-1].start == todo[0].start:
                continue
            merged.append(Word(todo[0].start, todo[0].end, _placeholder(todo[0])))
            continue
        merged.append(word)
    return merged


def _placeholder(chunk: Chunk) -> str:
    """Choose the word that stands for a name: its own head, without the article that is written to it."""
    head = chunk.words[0] if len(chunk.words) > 2 and chunk.words[1] in ("of", "for") else chunk.words[-1]
    bare = re.sub(r"^(?:al|el|ad|an|as|ash|ar|at|az)[-‑–’']", "", head, flags=re.IGNORECASE)
    return bare[:1].upper() + bare[1:] if bare else head
