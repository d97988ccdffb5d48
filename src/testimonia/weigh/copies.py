"""Copies: documents that share their wording, so that one text in two places is never two witnesses.

1. Each text becomes its words, boilerplate left out. Of its runs of five words one in four, chosen by the run's own checksum, is looked up
across documents (`sampled`), so that finding out who may share what costs next to nothing.
2. Of a document's likely originals the few that share most of the sample are compared word by word (`overlap`), so that common phrases,
which pair everybody with everybody, cost nothing either.
3. Two texts are copies if more than `SHARED` of the shorter one's words stand in passages of the other, and more than `SHARED_NEWS` of
those that are not background: paragraphs that travel between stories which have little else in common.

Translations are not found: they share no words.

Follows: Broder, "On the resemblance and containment of documents" (1997); the fixed-fraction sample is that of FracMinHash.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from testimonia.model.document import Document
from testimonia.weigh.components import Joined
from testimonia.weigh.overlap import Words, covered, passages
from testimonia.weigh.sampled import FEWEST, Sampled, Signature, signature_of

SHARED = 0.55
"""Share of the shorter text's words that the other must have: more than half, so that two reports with one long quotation are no copies. A
story cut by 40 % and begun anew keeps three quarters."""

SHARED_NEWS = 0.4
"""The same without background. Two stories of one agency on one conflict share little then, copies nearly as much as before."""

Pair = tuple[int, int]

Wanted = Callable[[list[int]], Mapping[int, Words] | Sequence[Words]]
"""Gives the words of texts at some places."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copy:
    """That a document is a copy: `group` is the first document of those that are one text, `of` another of them, `share` what they share.

    `share` is the part of the shorter one's words that stands in the other, from 0 to 1.
    """

    group: str
    of: str
    share: float


def copies_of(documents: Mapping[str, Document]) -> dict[str, Copy]:
    """Find which documents are copies of one another, in whole or in greater part.

    Args:
        documents: Documents by id, with their texts; one without text is a copy of nothing.

    Returns:
        The documents that have a copy, each with the one that it was found to share most with.
    """
    numbers = Numbered()
    texts = [words_of(document, numbers) for document in documents.values()]
    return copies_among(list(documents), [signature_of(words) for words in texts], lambda _: texts)


def copies_among(
    names: Sequence[str],
    signatures: Sequence[Signature],
    wanted: Wanted,
    *,
    unlike: set[Pair] | None = None,
    codes: Sequence[int] | None = None,
) -> dict[str, Copy]:
    """Find which of some texts are copies of one another, by their samples.

    Args:
        names: The documents, in their order.
        signatures: The sample of each.
        wanted: Gives the words of those at some places, by place.
        unlike: Pairs of texts, by code, the lesser first, that share too little whatever is background; those found are added.
        codes: A code for each text; None for its place.

    Returns:
        As `copies_of`.
    """
    sampled, apart = Sampled(signatures), set[Pair]() if unlike is None else unlike
    code = range(len(names)) if codes is None else codes

    def pair(one: int, two: int) -> Pair:
        return min(code[one], code[two]), max(code[one], code[two])

    likely = [(place, [other for other in others if pair(place, other) not in apart]) for place, others in sampled.likely()]
    texts = wanted(sorted({one for place, others in likely if others for one in (place, *others)}))
    joined, best = Joined[int](), dict[int, tuple[float, int]]()
    for place, others in likely:
        for other in others:
            if joined.are_one((place, other)):
                continue
            shorter, longer = sorted((texts[place], texts[other]), key=len)
            common = covered(shorter, longer)
            if common.mean() <= SHARED:
                apart.add(pair(place, other))
            elif _is_news(common, sampled.background(shorter)):
                joined.join_all([(other, place)])
                for one, two in ((place, other), (other, place)):
                    best[one] = max(best.get(one, (0.0, two)), (float(common.mean()), two))
    groups = {place: min(group) for group in joined.groups() for place in group}
    return {names[place]: Copy(names[groups[place]], names[best[place][1]], best[place][0]) for place in sorted(best)}


def share(left: Document, right: Document) -> float:
    """Measure how much of the shorter text's wording the other has.

    Args:
        left: A document.
        right: Another document.

    Returns:
        From 0 to 1; 0 where either text is too short to tell.
    """
    numbers = Numbered()
    one, two = words_of(left, numbers), words_of(right, numbers)
    shorter, longer = sorted((one, two), key=len)
    return 0.0 if len(shorter) < FEWEST else float(covered(shorter, longer).mean())


def shared_passage(document: Document, other: Document) -> tuple[int, int] | None:
    """Find the longest passage that a document has in common with another.

    Args:
        document: A document with its text.
        other: Another one.

    Returns:
        Where the passage stands in the text of `document`, in code points, or None where they have none.
    """
    numbers, spans = Numbered(), list(_spans(document))
    words = np.fromiter((numbers[document.text[start:end].casefold()] for start, end in spans), np.uint32, len(spans))
    starts, ends = passages(words, words_of(other, numbers))
    if not len(starts):
        return None
    longest = int(np.argmax(ends - starts))
    return spans[starts[longest]][0], spans[ends[longest] - 1][1]


class Numbered(dict[str, int]):
    """The checksum of every word met, worked out once."""

    def __missing__(self, word: str) -> int:
        self[word] = number = zlib.crc32(word.encode("utf-8", "surrogatepass"))
        return number


def words_of(document: Document, numbers: Mapping[str, int]) -> Words:
    """Give a document's words as numbers, boilerplate left out.

    Args:
        document: A document with its text.
        numbers: The number of each word.

    Returns:
        One number a word, in text order; words that differ in case only are one.
    """
    words = _WORD.findall(" ".join(document.text[start:end] for start, end in _unmarked(document)).casefold())
    return np.fromiter(map(numbers.__getitem__, words), np.uint32, len(words))


def _is_news(common: npt.NDArray[np.bool_], background: npt.NDArray[np.bool_]) -> bool:
    """Say whether two texts share more than background."""
    news = ~background
    return bool(np.count_nonzero(news) < FEWEST or common[news].mean() > SHARED_NEWS)


def _spans(document: Document) -> Iterator[tuple[int, int]]:
    """Where each word stands that is no boilerplate."""
    for start, end in _unmarked(document):
        for match in _WORD.finditer(document.text, start, end):
            yield match.span()


def _unmarked(document: Document) -> Iterable[tuple[int, int]]:
    """Yield the stretches of text between marked spans."""
    at = 0
    for mark in sorted(document.marked, key=lambda mark: mark.start):
        yield at, max(at, mark.start)
        at = max(at, mark.end)
    yield at, len(document.text)
