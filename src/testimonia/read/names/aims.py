"""What names say that a body is for: "Movement for Unity, Justice and Reform", "Committee for the Defence of Darfur and Kordofan".

An aim after "for" may be several, set apart by commas and "and"; so may the places that a body defends. Where one ends and another body
begins is told by the words: an aim is an ordinary noun, and nothing capitalised follows it.
"""

from testimonia.read.lexicon import any_of, words_of
from testimonia.read.names.ahead import capital_at
from testimonia.read.names.heads import is_body_noun, is_programme
from testimonia.read.names.pieces import Piece
from testimonia.text.geography import is_country, is_people, is_place_name

ABSTRACT = ("tion", "ment", "ance", "ence", "ship", "affairs", "ity")
"""Endings of nouns for fields and aims: reconstruction, development, defence."""
_AIMS = ("ism", "ness", "dom", "hood", "racy", "cy")
"""Endings of further nouns for aims: federalism, freedom, brotherhood, democracy."""


def series(pieces: list[Piece], i: int, run: list[Piece]) -> int:
    """Count the pieces after a comma that go on with a list of aims inside a name: "Movement for Unity, Justice and Reform".

    Args:
        pieces: The pieces of a passage.
        i: Position of the last piece of the name so far, which a comma closes.
        run: The name so far.

    Returns:
        How many pieces to take; 0 where the comma ends the name.
    """
    if (
        len(run) < 3
        or run[-2].low not in ("for", "of", "the")
        or not any(is_body_noun(p.low) for p in run[:-2])
        or not _is_an_aim(pieces[i])
    ):
        return 0
    at = i + 1
    while capital_at(pieces, at) and pieces[at].comma and _is_an_aim(pieces[at]):
        at += 1
    ends = at + 2 < len(pieces) and pieces[at + 1].low == "and" and capital_at(pieces, at) and capital_at(pieces, at + 2)
    return at + 2 - i if ends and not pieces[at].closes and _is_an_aim(pieces[at]) and _is_an_aim(pieces[at + 2]) else 0


def two_aims(pieces: list[Piece], at: int, run: list[Piece]) -> bool:
    """Say whether "and" joins a second aim to the one after "for": "Movement for Bread and Land", "Party for Peace and Federalism".

    Args:
        pieces: The pieces of a passage.
        at: Position of the word after "and".
        run: The name so far.

    Returns:
        True where the word is one more aim and nothing capitalised follows it.
    """
    nxt = pieces[at]
    aim = next((n + 1 for n in range(len(run) - 2, 0, -1) if run[n].low == "for"), 0)
    if not aim or not is_body_noun(run[aim - 2].low) or pieces[at - 1].low != "and" or any(is_body_noun(p.low) for p in run[aim:]):
        return False
    return _is_an_aim(run[-1]) and _is_an_aim(nxt) and (nxt.closes or not capital_at(pieces, at + 1))


def _is_an_aim(piece: Piece) -> bool:
    """Say whether a word is an ordinary noun for what bodies want: bread, land, federalism."""
    low = piece.low
    if low.endswith("s") and is_programme(low[:-1]) and low[:-1].endswith(_AIMS):
        return True  # "Rights and Freedoms"
    return piece.core[1:].islower() and (is_a_field(piece) or low.endswith(_AIMS) or low in words_of("names", "aims"))


def two_grounds(pieces: list[Piece], at: int, run: list[Piece]) -> bool:
    """Say whether "and" joins a second place to the one that a body is for: "Committee for the Defence of Darfur and Kordofan".

    Args:
        pieces: The pieces of a passage.
        at: Position of the word after "and".
        run: The name so far.

    Returns:
        True where the word is one more place or people and nothing capitalised follows it.
    """
    small = [p.low for p in run[-3:-1]]
    if small[-1:] != ["of"] or not is_programme(small[0]) or not any(p.low == "for" for p in run[:-3]) or capital_at(pieces, at + 1):
        return False
    named = [is_place_name(p.core) or is_country(p.core) or is_people(p.core) for p in (run[-1], pieces[at])]
    return pieces[at - 1].low == "and" and any(named) and not is_body_noun(pieces[at].low) and not pieces[at].core.isupper()


def is_a_field(piece: Piece) -> bool:
    """Say whether a word names a field of government or an aim, and no body or place.

    Args:
        piece: The word.

    Returns:
        False for words that name a sort of body, and for countries.
    """
    return not is_country(piece.core) and is_a_field_word(piece.low)


def is_a_field_word(low: str) -> bool:
    """Say whether a word names a field of government or an aim.

    Args:
        low: The word in lower case.

    Returns:
        True for justice, reconstruction and whatever ends as such nouns do.
    """
    if is_body_noun(low):
        return False
    return low in any_of(("people", "portfolios"), ("names", "office_fields")) or is_programme(low) or low.endswith(ABSTRACT)
