"""The word lists of `codebook/words` in the forms that reading needs, loaded once."""

from collections.abc import Mapping
from functools import cache

from testimonia.codebook import words


@cache
def words_of(file: str, key: str) -> frozenset[str]:
    """Give one list of a word file as a set.

    Args:
        file: Name of the file without its ending, such as `people`.
        key: The list's key.

    Returns:
        The entries; for a mapping its keys.
    """
    return frozenset(words.words_of(file, key))


@cache
def any_of(*lists: tuple[str, str]) -> frozenset[str]:
    """Give several lists as one set; rules ask for the same few over and over.

    Args:
        lists: File and key of each.

    Returns:
        The entries of all.
    """
    return frozenset(word for file, key in lists for word in words_of(file, key))


@cache
def flat(key: str) -> frozenset[str]:
    """Give one list of the file `openers` as a set.

    Args:
        key: The list's key.

    Returns:
        The entries.
    """
    return words_of("openers", key)


@cache
def table(file: str, key: str) -> Mapping[str, str]:
    """Give one mapping of a word file.

    Args:
        file: Name of the file without its ending.
        key: The mapping's key.

    Returns:
        Entry to code, both as strings.
    """
    return words.word_map(file, key)


@cache
def organisation_kinds() -> Mapping[str, str]:
    """Give the entity kind that each head word of organisations' names suggests.

    Returns:
        Lower-cased word or phrase to kind; where a word stands in two groups the later, more specific one wins.
    """
    kinds: dict[str, str] = {}
    for group in words.load_words("organisations").values():
        if isinstance(group, Mapping):
            for word in group["words"]:
                kinds.setdefault(str(word).lower(), str(group["kind"]))
    return kinds


@cache
def organisation_heads() -> frozenset[str]:
    """Give the head words of organisations' names.

    Returns:
        Lower-cased words and phrases.
    """
    return frozenset(organisation_kinds()) - flat("weak_heads")


@cache
def months_and_weekdays() -> frozenset[str]:
    """Give the names of months and weekdays, which open no name.

    Returns:
        Lower-cased words, abbreviations included.
    """
    return flat("calendar")


@cache
def sentence_openers() -> frozenset[str]:
    """Give the words that begin sentences and are no names.

    Returns:
        Lower-cased words.
    """
    return flat("openers")
