"""Words that organisations' names are built from, as classes that mean the same across languages.

The table is `data/unit_words.yml`; this module looks a folded word up in it. It says nothing about a whole name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from testimonia.text.names import fold_spelling
from testimonia.text.wordlists import word_list

WordRole = Literal["unit", "concept", "qualifier", "honorific", "particle", "ordinal", "theme", "country", "month"]
"""What a word does in a name: names the sort of body, its programme, one of several like bodies, a person's title, nothing, a number; the
last three (what it invokes, a country or region, a month) are of tables that `resolve` keeps."""

ROLES: tuple[WordRole, ...] = ("unit", "concept", "qualifier", "honorific", "particle", "ordinal")

SHORTEST_PLURAL = 5
"""Letters from which a closing s is taken for a plural: démocratiques, not Ros."""


@dataclass(frozen=True, slots=True)
class UnitWord:
    """One word of the table: its role, its class, its rank within the class (`brigade` in class `troop`) and the languages that use it."""

    role: WordRole
    cls: str
    rank: str | None
    languages: tuple[str, ...]


def unit_word(word: str) -> UnitWord | None:
    """Look a word up among those that names are built from.

    Args:
        word: One word, folded by `text.names.fold_spelling`, without an article.

    Returns:
        Its entry, or None for a word that tells names apart.

    Example:
        >>> unit_word("kataib").cls == unit_word("brigades").cls == unit_word("brigadas").cls
        True
    """
    entry = _table().get(word)
    if entry is None and word.endswith("s") and len(word) >= SHORTEST_PLURAL:
        return _table().get(word[:-1])
    return entry


def is_weak(cls: str) -> bool:
    """Say whether a class of unit words is so general that a name with it and without it is one name.

    Args:
        cls: The class of a unit word.

    Returns:
        True for classes such as `movement`.

    Example:
        >>> is_weak("movement"), is_weak("troop")
        (True, False)
    """
    return cls in word_list("unit_words")["weak"]


def is_dividing(cls: str) -> bool:
    """Say whether a class of words tells sister bodies apart, as the points of the compass do.

    Args:
        cls: The class of a concept word.

    Returns:
        True for classes such as `northern`.

    Example:
        >>> is_dividing("northern"), is_dividing("liberation")
        (True, False)
    """
    return cls in word_list("unit_words")["dividing"]


def telling(cls: str) -> int:
    """Say how much a programme word or a rare unit word does to tell bodies of several countries apart.

    Args:
        cls: The class of a concept or unit word.

    Returns:
        1 for programme words that half of all names bear, more for rarer ones; 0 for unit words that tell nothing.

    Example:
        >>> telling("national"), telling("equality"), telling("army")
        (1, 2, 0)
    """
    return int(word_list("unit_words")["telling"].get(cls, 2 if cls in _concepts() else 0))


def known_words() -> Iterable[str]:
    """Return the words of the table.

    Returns:
        Folded words of all roles.
    """
    return _table().keys()


@cache
def _concepts() -> frozenset[str]:
    return frozenset(str(title).partition(".")[0] for title in word_list("unit_words")["concept"])


@cache
def _table() -> dict[str, UnitWord]:
    table: dict[str, UnitWord] = {}
    for role in ROLES:
        for title, words in word_list("unit_words")[role].items():
            cls, _, rank = str(title).partition(".")
            for word, languages in words.items():
                table.setdefault(fold_spelling(str(word)), UnitWord(role, cls, rank or None, tuple(str(languages).split())))
    return table
