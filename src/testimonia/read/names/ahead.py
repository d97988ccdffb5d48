"""What stands ahead in a run of words: where it ends, and whether it begins a person's name."""

from testimonia.read.lexicon import any_of, words_of
from testimonia.read.names.heads import is_body_noun, is_head, is_programme
from testimonia.read.names.pieces import Piece, has_article
from testimonia.text.geography import country_of_adjective, is_country, is_people, is_place_name

_WORDS_OF_A_PERSON = range(2, 6)


def person_follows(pieces: list[Piece], at: int) -> bool:
    """Say whether a person's name of several words begins at a piece: a known given name, a title, or words that no list has.

    Args:
        pieces: The pieces of a passage.
        at: Position of the first one.

    Returns:
        False for a single word, which may be a place as well, and wherever a word of the name tells of a body or a place.
    """
    if pieces[at - 1].low == "the":
        return False
    words = [pieces[at]]
    while not words[-1].closes and not words[-1].possessive and capital_at(pieces, at + len(words)):
        words.append(pieces[at + len(words)])
    if len(words) not in _WORDS_OF_A_PERSON:
        return False
    low = [p.low for p in words]
    if any(map(is_body_noun, low[1:])) or is_country(run_of(pieces, at)) or is_place_name(run_of(pieces, at)):
        return False
    if low[0] in words_of("people", "titles") or low[0] in words_of("first_names", "first"):
        return True
    return not any(_tells_of_no_person(p) for p in words)


def _tells_of_no_person(piece: Piece) -> bool:
    """Say whether a word stands in names of bodies and places more than in those of persons."""
    low = piece.low
    if has_article(piece.core):
        return False
    places = any_of(
        ("names", "emblem_adjectives"),
        ("names", "colours"),
        ("places", "parts"),
        ("places", "heads"),
        ("places", "before"),
        ("places", "territories"),
    )
    return (
        low in places
        or is_body_noun(low)
        or is_programme(low)
        or is_people(piece.core)
        or country_of_adjective(piece.core) is not None
        or is_country(piece.core)
        or is_place_name(piece.core)
        or piece.core.isupper()
        or "-" in piece.core
    )


def capital_at(pieces: list[Piece], i: int) -> bool:
    """Say whether a piece may go on with a name.

    Args:
        pieces: The pieces of a passage.
        i: Position, which may lie beyond the last piece.

    Returns:
        True for a capitalised piece without a mark before it.
    """
    return i < len(pieces) and pieces[i].capital and not pieces[i].opens


def ends_in_head(pieces: list[Piece], i: int) -> bool:
    """Say whether the capitalised run that begins here ends in a head word of organisations.

    Args:
        pieces: The pieces of a passage.
        i: Position of the run's first piece.

    Returns:
        True for "Islam Brigade".
    """
    return is_head(last_of_run(pieces, i))


def last_of_run(pieces: list[Piece], i: int) -> str:
    """Give the last word of a run of capitalised pieces.

    Args:
        pieces: The pieces of a passage.
        i: Position of the run's first piece.

    Returns:
        The word in lower case.
    """
    while i + 1 < len(pieces) and not pieces[i].closes and capital_at(pieces, i + 1):
        i += 1
    return pieces[i].low


def run_of(pieces: list[Piece], i: int) -> str:
    """Give the words of a capitalised run, with "of" and "the" between its words.

    Args:
        pieces: The pieces of a passage.
        i: Position of the run's first piece.

    Returns:
        The words with single spaces.
    """
    words = [pieces[i].core]
    while not pieces[i].closes and i + 1 < len(pieces):
        step = next((n for n in (1, 2, 3) if capital_at(pieces, i + n)), 0)
        if not step or any(p.low not in ("of", "the") or p.closes for p in pieces[i + 1 : i + step]):
            break
        words += [p.core for p in pieces[i + 1 : i + step + 1]]
        i += step
    return " ".join(words)
