"""Open a document: what every way of reading begins with, before the first sentence is asked anything.

Names are spotted in all passages and vote together before any is resolved, for a document may say only at its end what a name is.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from testimonia.model.document import Document
from testimonia.model.party import Party
from testimonia.read.boxes import BOX_VOTE, boxed_names
from testimonia.read.front import ParsedPassage, parse_passage
from testimonia.read.names.capitals import is_in_capitals, restore_case
from testimonia.read.names.cast import gather_cast
from testimonia.read.names.given_names import GivenName, vote_for_given
from testimonia.read.names.short_forms import is_syllabic
from testimonia.read.names.spotting import Spot, spot_names
from testimonia.read.names.stated_names import stated_names
from testimonia.read.parser.session import Parser
from testimonia.read.passages import cut_passages
from testimonia.read.reference.scene import Scene
from testimonia.read.voices.frame import find_frame
from testimonia.text.names import fold_name, is_acronym_for

_ACRONYM_AFTER = re.compile(r"\s*[\"'”’]?\s*[(\[](?:or |the )?[\"'“]?([^\W_]{2,10}(?:[-–/][^\W_]{1,10})?)[\"'”]?\s*[)\],;]")
WORDS_OF_A_FULL_NAME = 3
"""Words from which a name in full has whatever acronym a bracket after it gives, also one of another language."""
_LOWER = re.compile(r"\b[a-zà-öø-ÿ][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Opening:
    """A document made ready: its text as it is read, its parsed passages, the scene before the first sentence, the outermost voices."""

    document: Document
    passages: tuple[ParsedPassage, ...]
    scene: Scene
    frame: tuple[Party, ...]


def open_document(
    document: Document, *, parser: Parser, is_settlement: Callable[[str], bool] = lambda name: False, names: Sequence[GivenName] = ()
) -> Opening:
    """Parse a document, spot its names and gather its cast.

    Args:
        document: The captured document.
        parser: The reader model.
        is_settlement: Says whether a name is that of a settlement.
        names: Names known beforehand; none overlaps another.

    Returns:
        The document, ready to be gone through sentence by sentence.
    """
    if is_in_capitals(document.text):
        document = replace(document, text=restore_case(document.text, parser=parser))
    lower, stated = frozenset(_LOWER.findall(document.text)), stated_names(document.text)
    boxed = boxed_names(document.text, names)
    passages = tuple(
        p
        for passage in cut_passages(document)
        for p in parse_passage(document.text, passage, parser=parser, lower=lower, stated=stated, given=[*names, *boxed])
    )
    is_known = cache(is_settlement)  # a document comes back to the same few names
    spots = {tree.sentence.start: spot_names(tree, p.chunks, document.text, is_settlement=is_known) for p in passages for tree in p.trees}
    vote_for_given((spot for found in spots.values() for spot in found), names)
    vote_for_given((spot for found in spots.values() for spot in found), boxed, weight=BOX_VOTE)
    acronyms = _stated_acronyms(document.text, spots.values())
    cast = gather_cast(document.id, (spot for found in spots.values() for spot in found), acronyms=acronyms)
    by_token = {start: {token: spot for spot in found for token in spot.tokens} for start, found in spots.items()}
    scene = Scene(document.id, document.text, cast, by_token)
    return Opening(document, passages, scene, find_frame(document, passages, scene))


def _looks_like_an_acronym(word: str) -> bool:
    """Say whether a word is written as acronyms are: two capitals or digits, the first letter or digit among them."""
    return (word[0].isupper() or word[0].isdigit()) and any(map(str.isupper, word)) and sum(c.isupper() or c.isdigit() for c in word) > 1


def _stated_acronyms(text: str, spots: Iterable[Sequence[Spot]]) -> dict[str, str]:
    """Find the acronyms that the text gives in brackets after a name."""
    found: dict[str, str] = {}
    for group in spots:
        for spot in group:
            match = _ACRONYM_AFTER.match(text, spot.end)
            if match is None or not (_looks_like_an_acronym(match.group(1)) or is_syllabic(match.group(1), spot.text, text)):
                continue
            if is_acronym_for(match.group(1), spot.text) or len(spot.text.split()) >= WORDS_OF_A_FULL_NAME:
                found.setdefault(fold_name(match.group(1)), spot.key)
    return found
