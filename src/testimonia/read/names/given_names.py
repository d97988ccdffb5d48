"""Names that are given before a text is read: those that an editor corrected, or a key's.

A given name has the extent and the class that it is given with, whatever the reader would have found there; everything else is read as
ever. In a document a name is one thing, so a class given once holds wherever the document uses the name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testimonia.model.kinds import EntityClass
from testimonia.read.lexicon import organisation_heads
from testimonia.read.names.chunks import Chunk
from testimonia.read.names.spotting import Spot

GIVEN_VOTE = 1000.0
"""Outweighs any number of the reader's own votes on what a name is."""


@dataclass(frozen=True, slots=True)
class GivenName:
    """A name at offsets of the document, without an article before it, and what kind of thing it is."""

    start: int
    end: int
    cls: EntityClass


def put_given(text: str, chunks: Sequence[Chunk], given: Sequence[GivenName]) -> list[Chunk]:
    """Put given names in place of the chunks that they touch; what is left of a chunk beside one stays a chunk.

    Args:
        text: The document's text.
        chunks: Runs of words of a passage that may be names, in text order.
        given: Given names of the passage, none overlapping another.

    Returns:
        Chunks in text order, none overlapping another.
    """
    found = list(chunks)
    for name in given:
        found = [piece for chunk in found for piece in _beside(text, chunk, name)]
        found.append(_chunk(text, name.start, name.end))
    return sorted(found, key=lambda chunk: chunk.start)


def _beside(text: str, chunk: Chunk, name: GivenName) -> list[Chunk]:
    """Give what is left of a chunk before and after a given name."""
    if chunk.end <= name.start or name.end <= chunk.start:
        return [chunk]
    left = [(chunk.start, name.start), (name.end, chunk.end)]
    return [_chunk(text, start, end) for start, end in (_bare(text, *s) for s in left) if start < end]


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Take white space and punctuation off both ends of a stretch."""
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _chunk(text: str, start: int, end: int) -> Chunk:
    """Make a chunk of a stretch; a description ("the rebel fighters") is parsed as the words that it is, a name as one."""
    words = tuple(text[start:end].split())
    named = words[0][:1].isupper() and words[-1][:1].isupper()
    return Chunk(start, end, words, any(word.lower() in organisation_heads() for word in words), merge=named, stands=True)


def vote_for_given(spots: Iterable[Spot], given: Sequence[GivenName], *, weight: float = GIVEN_VOTE) -> None:
    """Let given names vote for the class that they are given with.

    Args:
        spots: The spotted names of a document; their votes are changed in place.
        given: The given names.
        weight: How much a given name counts, in votes.
    """
    classes = {(name.start, name.end): name.cls for name in given}
    for spot in spots:
        cls = classes.get((spot.start, spot.end))
        if cls is not None:
            spot.votes[cls] += weight
