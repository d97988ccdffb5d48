"""What it tells that an acronym has the initials of a longer name: the rarer its letters and the more of them, the more.

A Liberation Front and a Liberation Army of anywhere begin alike: MNLA is the acronym of two bodies, in Mali and in Myanmar. Letters are
counted by their information, from how often words in names of armed groups begin with them.
"""

from functools import cache
from importlib.resources import files
from math import log2

from testimonia.codebook.words import read_word_list
from testimonia.model.judgement import Feature
from testimonia.text.names import fold_spelling

FEW_INITIALS = {2: 0.20, 3: 0.45}
"""Weight of initials that several bodies may well share, by their number."""
SOME_INITIALS = 0.55
TELLING_INITIALS = 0.78
ENOUGH_BITS = 17.6
"""Fewer than one of 20 acronyms would fit a wrong one of 10,000 bodies by chance: log2(10,000 x 20). What goes together (liberation and
front or army) makes chance greater than that, hence no lower."""
_OF = 10_000


def told_by_initials(acronym: str) -> float:
    """Return what the letters of an acronym tell.

    Args:
        acronym: An acronym, with or without full stops, hyphens and digits.

    Returns:
        Bits; a letter that is not listed tells no more than the commonest one, so that acronyms in other scripts stay undecided.

    Example:
        >>> told_by_initials("LTTE") > told_by_initials("MNLA")
        True
    """
    shares = _shares()
    commonest = max(shares.values())
    return sum(-log2(shares.get(letter, commonest) / _OF) for letter in fold_spelling(acronym).upper() if letter.isalpha())


def feature_of_initials(acronym: str) -> Feature:
    """Weigh that a longer name has an acronym's initials.

    Args:
        acronym: The acronym.

    Returns:
        The feature; enough by itself to judge two names SAME only where its letters tell enough.
    """
    if told_by_initials(acronym) >= ENOUGH_BITS:
        return Feature("initials", TELLING_INITIALS, "the initials of the longer name, and such as few names share; no document says so")
    letters = sum(map(str.isalnum, acronym))
    return Feature("initials", FEW_INITIALS.get(letters, SOME_INITIALS), "the initials of the longer name; no document says so")


@cache
def _shares() -> dict[str, int]:
    file = files("testimonia.resolve") / "data" / "initial_letters.yml"
    letters: dict[str, int] = read_word_list(file.read_text("utf-8"), file="resolve/data/initial_letters.yml")["letters"]
    return letters
