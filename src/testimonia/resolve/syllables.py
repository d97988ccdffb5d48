"""Acronyms of syllables: FRELIMO for Frente de Libertação de Moçambique, RENAMO, FROLINAT, FRODEBU.

Portuguese, Spanish, French and Indonesian acronyms are often made of the beginnings of words rather than of their initials. So many
letters in one order are no accident, which initials of three or four may be.
"""

from collections.abc import Iterator, Mapping

from testimonia.resolve.anatomy import Anatomy
from testimonia.text.names import fold_spelling

SHORTEST = 6
"""Letters from which an acronym is looked at: fewer are mostly initials."""
FEWEST_WORDS = 3
LONGEST_SYLLABLE = 5
OPENING = 2
"""Letters that the first word gives at least; by these the names are found."""


def is_made_of_syllables(acronym: str, name: Anatomy) -> bool:
    """Say whether an acronym is made of the beginnings of all a name's words, in order.

    Args:
        acronym: The acronym, folded.
        name: The longer name, taken apart; particles and articles are no parts of it and give nothing.

    Returns:
        True where every word gives one to five letters and nothing is left over.
    """
    words = _words(name)
    if len(acronym) < SHORTEST or len(words) < FEWEST_WORDS or acronym[:OPENING] != words[0][:OPENING]:
        return False
    reached = {0}
    for word in words:
        sizes = range(1, min(LONGEST_SYLLABLE, len(word)) + 1)
        reached = {at + size for at in reached for size in sizes if acronym.startswith(word[:size], at)}
    return len(acronym) in reached


def names_of_syllables(names: Mapping[str, Anatomy]) -> Iterator[tuple[str, str]]:
    """Find longer names whose words' beginnings an acronym is made of.

    Args:
        names: Names, taken apart, by referent.

    Yields:
        The referent of the longer name and that of the acronym.
    """
    opening: dict[str, list[tuple[str, str]]] = {}
    for short, anatomy in names.items():
        if anatomy.acronym and len(anatomy.name) >= SHORTEST:
            letters = fold_spelling(anatomy.name).replace(" ", "")
            opening.setdefault(letters[:OPENING], []).append((letters, short))
    for long, anatomy in names.items() if opening else ():
        if not anatomy.acronym and len(anatomy.parts) >= FEWEST_WORDS:
            for letters, short in opening.get(_words(anatomy)[0][:OPENING], ()):
                if is_made_of_syllables(letters, anatomy):
                    yield long, short


def _words(name: Anatomy) -> list[str]:
    return [word for part in name.parts for word in part.word.split()]
