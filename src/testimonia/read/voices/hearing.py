"""List who says what in a document: every saying with its words, whoever speaks and whether or not a claim is made of it.

For looking at a document's voices by themselves: what `read_document` keeps inside, since its claims carry their chains already. Sayings of
one word of saying are one telling, however many stretches it carries: a quotation that goes on after "he said" is one with what it goes
on from.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from testimonia.model.document import Document
from testimonia.model.party import Party
from testimonia.read.lexicon import words_of
from testimonia.read.opening import open_document
from testimonia.read.parser.session import Parser
from testimonia.read.reference.following import advance, enter_paragraph
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.read.voices.quoted_voices import quoted_scopes
from testimonia.read.voices.quotes import find_quotations
from testimonia.read.voices.saying import find_sayings
from testimonia.read.voices.voices import Scope, read_scopes
from testimonia.text.dates import DateReader

Span = tuple[int, int]
_CLAUSES = frozenset(("root", "ccomp", "parataxis"))
"""Relations of a quotation's head to the sentence by which it is a clause."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Somebody's saying at half-open offsets.

    `at` is where the word of saying stands, `source` are the words that name who speaks, None where nobody is named ("it is said"),
    `contents` what is said, without the saying itself where it stands inside. `spoken` is false for an attitude: to know, to hope.
    `clausal` is false where a noun phrase or an infinitive is what is said ("denied the attack", "is said to have left").
    """

    at: int
    source: Span | None
    contents: tuple[Span, ...]
    spoken: bool = True
    clausal: bool = True


def hear_tellings(document: Document, *, parser: Parser, attitudes: bool = False) -> list[Telling]:
    """List the tellings of a document.

    Does not say who the speakers are, nor what they assert: claims and event reports carry that.

    Args:
        document: The captured document.
        parser: The reader model.
        attitudes: Whether to list what somebody knows, hopes or feels too.

    Returns:
        Tellings in text order.
    """
    opening = open_document(document, parser=parser)
    document, scene = opening.document, opening.scene
    dates = DateReader(document.published)
    found: list[Telling] = []
    carried: Party | None = None
    for parsed in opening.passages:
        found += _credits(document.text, parsed.passage.start, parsed.passage.end)
        if parsed.aside:
            continue
        enter_paragraph(scene)
        quotations = find_quotations(document.text, start=parsed.passage.start, end=parsed.passage.end)
        quoted, carried = quoted_scopes(scene, list(parsed.trees), quotations, carried=carried)
        tellings = [Telling(s.at, s.source, _outside_hole(s), clausal=_is_clause(parsed.trees, s)) for s in quoted if s.at is not None]
        for tree in parsed.trees:
            scene.dates = dates.read(document.text, tree.sentence.start, tree.sentence.end)
            read_scopes(scene, tree)
            tellings += _told(scene, tree, attitudes=attitudes)
            advance(scene, tree)
        found += _joined(tellings)
    return sorted(found, key=lambda telling: telling.at)


def _told(scene: Scene, tree: Tree, *, attitudes: bool) -> Iterable[Telling]:
    for saying in find_sayings(scene, tree, attitudes=attitudes):
        source = None if saying.speaker is None else _naming_words(tree, saying.speaker, saying.cue)
        at = tree.tokens[saying.cue].start
        for start, end, hole in saying.contents:
            yield Telling(
                at, source, _outside_hole(Scope(start, end, None, "asserted", "", hole)), saying.stance is not None, saying.clausal
            )


def _credits(text: str, start: int, end: int) -> Iterator[Telling]:
    """Hear whose a picture is, told behind its caption: "The market after the raid. Image: Ann Example." It is no voice of any claim."""
    labels = "|".join(sorted(words_of("voices", "credit_labels")))
    match = re.search(rf"[(\[]?\b(?:{labels})s?(?: credit| by)?: *([^\n:()\[\]]{{2,80}}?)[.)\]]*\s*$", text[start:end], re.IGNORECASE)
    if match is not None and text[start : start + match.start()].strip():
        named, caption = (start + match.start(1), start + match.end(1)), (start, start + match.start())
        yield Telling(named[0], named, (caption,), spoken=False)


def _is_clause(trees: Sequence[Tree], scope: Scope) -> bool:
    """Say whether what is quoted is a clause: not "described it as “a violent, though pure love”"."""
    for tree in trees:
        for token in tree.tokens:
            if not scope.start <= token.start < scope.end or token.deprel == "punct":
                continue
            outside = token.head < 0 or not scope.start <= tree.tokens[token.head].start < scope.end
            is_clause = token.deprel in _CLAUSES or "VerbForm=Fin" in token.feats or bool(tree.children(token.i, *SUBJECTS))
            if outside and is_clause:
                return True
    return False


def _naming_words(tree: Tree, speaker: int, cue: int) -> Span:
    """Give the words that name a speaker: with the clauses that tell which one is meant, but not the one that says."""
    start, end = tree.nominal_extent(speaker)
    apart = any(tree.tokens[m].deprel == "punct" for k in tree.children(speaker, "appos") for m in range(speaker, k))
    kinds = ["acl", "acl:relcl", "nummod", *(() if apart else ("conj",)), *(() if tree.tokens[speaker].name == "B-PER" else ("nmod",))]
    for k in tree.children(speaker, *kinds):
        below = tree.subtree(k)
        if cue in below:
            return start, end
        if k > speaker and below[-1] < cue:
            end = max(end, tree.tokens[below[-1]].end)
    for k in tree.children(speaker, "appos", "flat", "nmod:desc"):
        if k > speaker and not any(tree.tokens[m].upos == "PUNCT" for m in range(speaker, k)):
            end = max(end, tree.nominal_extent(k)[1])  # "minister of defence Anna Rey", not "the minister, Anna Rey"
    return start, end


def _outside_hole(scope: Scope) -> tuple[Span, ...]:
    if scope.hole is None:
        return ((scope.start, scope.end),)
    pieces = ((scope.start, scope.hole[0]), (scope.hole[1], scope.end))
    return tuple((start, end) for start, end in pieces if start < end)


def _joined(tellings: Iterable[Telling]) -> list[Telling]:
    """Make one of the tellings that share a word of saying; stretches that overlap become one."""
    by_word: dict[int, Telling] = {}
    for telling in tellings:
        known = by_word.get(telling.at)
        if known is None:
            by_word[telling.at] = telling
        else:
            contents = _merged((*known.contents, *telling.contents))
            by_word[telling.at] = Telling(
                telling.at, known.source or telling.source, contents, known.spoken or telling.spoken, known.clausal or telling.clausal
            )
    return [telling for telling in by_word.values() if telling.contents]


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)
