"""Governments told of in small letters: "the Somali government", "the government of Mali", and "the government" of the state spoken of."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from testimonia.read.lexicon import any_of, words_of
from testimonia.read.names.cast import Cast, Member
from testimonia.read.reference.forces import Named, ToldForce, country_words
from testimonia.read.syntax import Tree
from testimonia.text.geography import countries, countries_of_adjective, country_code
from testimonia.text.names import fold_name, strip_article

_WORD = re.compile(r"[A-ZÀ-Þ][\w-]*")
_MOST = 3
"""Mentions from which a country can be what a text is about."""
_TIMES = 2
"""How many times as often as any other it must be named."""
_MODIFYING = ("amod", "compound", "nmod:poss", "nummod")


def told_government(tree: Tree, i: int, *, named: Named) -> ToldForce | None:
    """Read "the Somali government", "Mali's authorities", "the government of Chad"; one in exile or of rebels is another body.

    Args:
        tree: The sentence.
        i: Position of the noun.
        named: Gives the body that a token names.

    Returns:
        The government, or None for any other noun.
    """
    if not _is_governing(tree, i) or named(i) is not None:
        return None
    beside = [*tree.children(i, *_MODIFYING), *(k for case, k in tree.obliques(i) if case == "of")]
    told = [(k, code) for k in beside if named(k) is None and (code := _country(country_words(tree, k))) is not None]
    if len(told) != 1:
        return None  # "the Malian and Nigerien governments"
    k, code = told[0]
    noun = tree.low[i]
    country = strip_article(country_words(tree, k))
    phrase = f"{country} {noun}" if tree.tokens[k].deprel != "nmod" else f"{noun} of {country}"
    return ToldForce(code, phrase, tree.tokens[i].start)


def note_governments(tree: Tree, *, cast: Cast, named: Named) -> None:
    """Note the words by which a sentence names governments, for the cast.

    Args:
        tree: The sentence.
        cast: The cast.
        named: Gives the body that a token names.
    """
    for i in range(len(tree.tokens)):
        told = told_government(tree, i, named=named)
        if told is not None:
            cast.governments.setdefault(told.country, Counter())[told.phrase] += 1


def government_of(cast: Cast, told: ToldForce) -> Member | None:
    """Give the government of a country that the document names in small letters or by a proper name; made where it is not there yet.

    Args:
        cast: The cast.
        told: The government's country and the words used.

    Returns:
        The one government of that country in this document, with these words among its names; None where they name another member.
    """
    cast.governments.setdefault(told.country, Counter()).setdefault(told.phrase, 1)
    standing = standing_government(cast, told.country, at=told.at)
    if standing is not None:
        standing.names.setdefault(told.phrase, 1)
    return standing


def standing_government(cast: Cast, country: str, *, at: int = 0) -> Member | None:
    """Find the member that stands for the government of a country.

    Args:
        cast: The cast.
        country: ISO 3166-1 alpha-2.
        at: Offset from which the text is about to speak of it.

    Returns:
        One with a name that tells that it governs, made of the words noted where there is none yet; None where the text names none.
    """
    governing = words_of("people", "rulers")
    named = [m for m in cast.members.values() if m.kind == "government" and m.country == country]
    own = next((m for m in named if any(not governing.isdisjoint(name.lower().split()) for name in m.names)), None)
    if own is not None:
        return cast.members[cast.stands_for[own.key][0]]
    noted = cast.governments.get(country)
    if not noted:
        return None
    phrase = max(noted, key=lambda words: (noted[words], len(words), words))
    key = fold_name(phrase)
    if key in cast.stands_for:
        return None
    cast.members[key] = Member(key, "org", Counter(noted), "government", None, country, at)
    cast.stands_for[key] = (key, "name")
    return cast.members[key]


def is_the_government(tree: Tree, i: int) -> bool:
    """Say whether words mean the government of the state that a text is about: "the government", "the federal authorities".

    Args:
        tree: The sentence.
        i: Position of the noun.

    Returns:
        False where anything else tells which one.
    """
    if not _is_governing(tree, i) or not any(tree.low[k] == "the" for k in tree.children(i, "det")):
        return False
    further = [k for k in tree.children(i, *_MODIFYING, "acl:relcl", "acl", "conj", "appos") if tree.low[k] not in _central()]
    return not further and not any(case in ("of", "in") for case, _ in tree.obliques(i))


def government_spoken_of(cast: Cast, text: str) -> Member | None:
    """Give the government of the state that a text is about, where the text names it as such.

    Args:
        cast: The cast.
        text: The whole text.

    Returns:
        The member; None where the text speaks of several states alike, or never of this one's government.
    """
    code = country_spoken_of(text)
    if code is None and len(cast.governments) == 1:
        code = next(iter(cast.governments)) if len(countries_told(text)) == 1 else None
    return None if code is None else standing_government(cast, code)


def country_spoken_of(text: str) -> str | None:
    """Give the country that a text is about: named again and again, and far oftener than any other.

    Args:
        text: The whole text.

    Returns:
        ISO 3166-1 alpha-2, or None where the text speaks of several countries alike.
    """
    ranked = countries_told(text)
    if not ranked or ranked[0][1] < _MOST or (len(ranked) > 1 and ranked[0][1] < _TIMES * ranked[1][1]):
        return None
    return ranked[0][0]


@lru_cache(maxsize=8)
def countries_told(text: str) -> tuple[tuple[str, int], ...]:
    """Count the countries that a text names, by name or adjective, the most often named first.

    Args:
        text: The whole text.

    Returns:
        The two most often named with their counts; a word that may tell of several countries counts for each.

    Example:
        >>> countries_told("Chad's army met Chadian rebels in Sudan.")
        (('TD', 2), ('SD', 1))
    """
    return tuple(Counter(code for codes in _told_in(text) for code in codes).most_common(2))


def countries_in(text: str) -> frozenset[str]:
    """Give every country that a passage names, by name, adjective or capital.

    Args:
        text: The passage.

    Returns:
        ISO 3166-1 alpha-2 codes.
    """
    names = {m.group().lower() for m in re.finditer(rf"{_WORD.pattern}(?: {_WORD.pattern})?", text)} | {
        m.group().lower() for m in _WORD.finditer(text)
    }
    seats = {country.code for country in countries() if country.capital is not None and country.capital.lower() in names}
    return frozenset(code for codes in _told_in(text) for code in codes) | seats


def codes_of(words: str) -> tuple[str, ...]:
    """Give the countries that words may tell of, by name or as an adjective.

    Args:
        words: Such as "Mali" or "Congolese".

    Returns:
        ISO 3166-1 alpha-2 codes; empty where they tell of none.
    """
    code = country_code(words)
    return (code,) if code is not None else countries_of_adjective(words)


def _told_in(text: str) -> Iterator[tuple[str, ...]]:
    found = list(_WORD.finditer(text))
    words = ["" if text[m.end() : m.end() + 1] == ":" and country_code(m.group()) is None else m.group() for m in found]  # not "French: X"
    skip = -1
    for at, word in enumerate(words):
        if at == skip:
            continue
        both = f"{word} {words[at + 1]}" if at + 1 < len(words) else word
        joint = codes_of(both)
        skip = at + 1 if joint and both != word else -1
        yield joint or codes_of(word)


def _country(words: str) -> str | None:
    codes = codes_of(words)
    return codes[0] if codes else None


def _is_governing(tree: Tree, i: int) -> bool:
    """Say whether a noun is a government in small letters that nothing sets apart from that of its state."""
    if tree.low[i] not in words_of("people", "governing") or tree.tokens[i].upos != "NOUN":
        return False
    apart = any_of(("people", "other_governments"), ("relations", "past_adjectives"))
    beside = [*tree.children(i, "amod", "compound", "nmod:poss"), *(k for case, k in tree.obliques(i) if case == "in")]
    return all(tree.low[k] not in apart for k in beside) and tree.tokens[i].deprel != "compound"


def _central() -> frozenset[str]:
    return words_of("people", "central")
