"""The outline of a word: which letters are capitals, where the digits are.

The encoder was pre-trained on lower-cased text, so it cannot tell *Shell* from *shell*. The outline gives that back: it is looked up
in a small table of learned vectors and added to every word piece at the encoder's input.
"""

from functools import lru_cache

LONGEST_PREFIX = 24  # characters looked at: longer words add nothing new
LONGEST_SHAPE = 10  # characters of the outline kept
RUN_OF_CAPITALS_OR_DIGITS = 3  # "Xx" and "XXX" differ, a fourth capital says nothing more
RUN_OF_OTHERS = 2

_FIXED = {
    **dict.fromkeys(".,;:!?", "p"),
    **dict.fromkeys("'\"`’‘“”", "q"),
    **dict.fromkeys("-–—_/", "-"),
}


@lru_cache(maxsize=4096)
def _letter_class(character: str) -> str:
    if character.isupper():
        return "X"
    if character.islower():
        return "x"
    if character.isdigit():
        return "d"
    if character.isalpha():
        return "a"
    return _FIXED.get(character, "s")


@lru_cache(maxsize=65536)
def word_shape(word: str) -> str:
    """Say how a word is written: capitals X, small letters x, digits d, runs cut short.

    Args:
        word: One word as the model sees it (straight quotes).

    Returns:
        Up to ten characters out of ``X x d a p q - s``.

    Example:
        >>> word_shape("Kachin"), word_shape("KIA"), word_shape("2,000")
        ('Xxx', 'XXX', 'dpddd')
    """
    outline: list[str] = []
    last, run = "", 0
    for character in word[:LONGEST_PREFIX]:
        letter = _letter_class(character)
        run = run + 1 if letter == last else 1
        last = letter
        if run <= (RUN_OF_CAPITALS_OR_DIGITS if letter in "Xd" else RUN_OF_OTHERS):
            outline.append(letter)
    return "".join(outline)[:LONGEST_SHAPE]
