"""The key under which a name is filed: spellings with one key are one name, within a class."""

from testimonia.codebook.words import words_of
from testimonia.model.kinds import EntityClass
from testimonia.model.referent import Referent
from testimonia.text.names import fold_name, fold_spelling

FULL_NAME = 2
"""Words of a person's name that stay when titles are taken off."""


def key_of_name(name: str, cls: EntityClass) -> str:
    """Return the key of a name.

    Args:
        name: The name as a text has it.
        cls: What it names; a place keeps an article that is its own (El Salvador), a person loses titles.

    Returns:
        Folded words; empty if the name holds no letter or digit.

    Example:
        >>> key_of_name("General Juan Perez", "person"), key_of_name("El Salvador", "place")
        ('juan perez', 'el salvador')
    """
    if cls == "place":
        return fold_spelling(name).removeprefix("the ")
    key = fold_name(name)
    if cls == "person":
        words, titles = key.split(), words_of("people", "titles")
        while len(words) > FULL_NAME and words[0] in titles:
            words = words[1:]
        return " ".join(words)
    return key


def key_of(referent: Referent) -> str:
    """Return the key under which a referent is filed.

    Args:
        referent: Any referent.

    Returns:
        The key of its fullest name.
    """
    return key_of_name(referent.name, referent.cls)
