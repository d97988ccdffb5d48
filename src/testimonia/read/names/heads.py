"""Say which words name a sort of body, in any language that names of armed groups are written in."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from testimonia.codebook.words import load_words
from testimonia.read.lexicon import any_of, flat, organisation_heads, organisation_kinds, words_of
from testimonia.text.geography import country_of_adjective, is_place_name
from testimonia.text.names import fold_spelling
from testimonia.text.unit_words import UnitWord, unit_word


@lru_cache(maxsize=32768)
def is_head(word: str) -> bool:
    """Say whether a word names a sort of body strongly enough to make a run of words a body's name.

    Args:
        word: One word in lower case.

    Returns:
        True for brigade, jaysh and ejército; False for words that are common in names of other things (house, project).
    """
    heads = organisation_heads()
    if word in heads or (word.endswith("s") and word[:-1] in heads):
        return True
    known = _known(word)
    return known is not None and known.role == "unit" and word not in flat("weak_heads") and known.languages != ("en",)


@lru_cache(maxsize=32768)
def is_body_noun(word: str) -> bool:
    """Say whether a word names a sort of body at all, the words included that are common in other names.

    Args:
        word: One word in lower case.

    Returns:
        True for brigade, and for group, project and cells.
    """
    known = _known(word)
    return (
        is_head(word)
        or word in organisation_kinds()
        or (known is not None and known.role == "unit")
        or word in words_of("names", "emblems")
    )


@lru_cache(maxsize=32768)
def is_foreign_head(word: str) -> bool:
    """Say whether a word names a sort of body in another language than English.

    Args:
        word: One word in lower case.

    Returns:
        True for katibat and frente; False for front.
    """
    known = _known(word)
    return known is not None and known.role == "unit" and "en" not in known.languages


@lru_cache(maxsize=32768)
def is_programme(word: str) -> bool:
    """Say whether a word tells what bodies are for or like, as liberation, national and islamic do.

    Args:
        word: One word in lower case.

    Returns:
        True for abstract nouns and for concept words of the table of unit words.
    """
    if word in flat("abstract"):
        return True
    known = _known(word)
    return known is not None and known.role == "concept"


@lru_cache(maxsize=32768)
def is_honorific(word: str) -> bool:
    """Say whether a word is a title that names of bodies keep before a person's name: martyr, sheikh, imam.

    Args:
        word: One word in lower case.

    Returns:
        True for such words in any language.
    """
    known = _known(word)
    return known is not None and known.role == "honorific"


def is_territory(name: str, *, is_settlement: Callable[[str], bool]) -> bool:
    """Say whether a name is that of a state, department or county of a country, whose nouns name offices too: "Borno State".

    Args:
        name: A name.
        is_settlement: Says whether a name is that of a settlement in the gazetteer.

    Returns:
        False for the State Department, a Department of Justice and the Islamic State.
    """
    words = name.split()
    low = [word.lower() for word in words]
    if len(words) > 2 and low[:2] in (["republic", "of"], ["kingdom", "of"]):
        own = " ".join(words[2:]).removeprefix("the ")
        return is_place_name(own)  # "Republic of Macedonia", which lists have by another name
    if len(words) > 2 and low[0] in words_of("places", "territories") and low[1] == "of":
        rest, own = low[2:], " ".join(words[2:])
        return is_settlement(own) or is_place_name(own) or not any(_is_of_an_office(word) for word in rest)
    if len(words) < 2 or low[-1] not in words_of("places", "territories"):
        return False
    return not any(_is_of_an_office(word) or is_body_noun(word) for word in low[:-1])


def _is_of_an_office(word: str) -> bool:
    """Say whether a word tells of a field of government or a faith, which offices and movements are called by and no territory is."""
    fields = any_of(("people", "portfolios"), ("people", "public_bodies"), ("names", "office_fields"))
    return word in fields or is_programme(word) or country_of_adjective(word.capitalize()) is not None


@cache
def small_words() -> frozenset[str]:
    """Give the small words inside names, English and other.

    Returns:
        Lower-cased words.
    """
    return any_of(("names", "particles"), ("names", "small"))


@cache
def joining_heads() -> frozenset[str]:
    """Give the head words after which "of" and "for" go on with the name.

    Returns:
        Lower-cased words.
    """
    heads = {
        word for group in load_words("organisations").values() if isinstance(group, Mapping) and group["joins"] for word in group["words"]
    }
    return frozenset(heads | set(words_of("named_events", "heads")) | flat("joining_units"))


def _known(word: str) -> UnitWord | None:
    return unit_word(fold_spelling(word))
