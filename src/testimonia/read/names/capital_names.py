"""Names of bodies in a text in capitals that are made of ordinary words, so that the model leaves them small.

Where capitals tell nothing, the words themselves do, and where they stand: a head word after words of programmes ("PEOPLE'S REVOLUTIONARY
ARMY"), a thing that bodies are called by beside a noun for their people ("MEMBERS OF THE RISING SUN", "RED HAND GUERRILLAS"), words in
quotation marks beside a noun for bodies. What is no part of a name is told too: the noun for its people that follows it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from testimonia.read.lexicon import any_of, words_of
from testimonia.read.names.heads import is_body_noun, is_programme
from testimonia.read.parser.records import Token
from testimonia.text.geography import country_of_adjective

_ORDINAL = re.compile(r"\d+(?:ST|[NR]?D|TH)|X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{1,3}")
Sentence = tuple[Token, ...]
LONGEST_QUOTED = 5
"""Words of the longest name in quotation marks that is looked for."""
MOST_BETWEEN = 3
"""Places before a noun for its people in which a body's name may end."""
_OF = ("of", "for")
_WORDS = ("NOUN", "PROPN", "ADJ", "VERB", "ADV", "NUM", "X")
_QUOTES = ('"', "“", "”")


def headed_names(tokens: Sentence, named: Sequence[bool]) -> frozenset[int]:
    """Give the places of words that make a body's name with a head word: "TAMIL PEOPLE'S LIBERATION FRONT", "ARMY OF NATIONAL UNITY".

    Args:
        tokens: A sentence in capitals.
        named: For each token, whether it is taken for a name so far.

    Returns:
        Places of the words to be written with a capital.
    """
    found: set[int] = set()
    for token in tokens:
        if token.text.lower() not in words_of("names", "capital_heads") or token.upos not in _WORDS:
            continue
        before, after = _lead(tokens, token.i, named), _tail(tokens, token.i, named)
        own = [i for i in before if named[i] and not country_of_adjective(tokens[i].text.capitalize())]
        programme = [i for i in (*before, *after) if _is_of_a_programme(tokens[i].text.lower())]
        if len(programme) > 1 or (own and programme) or (before and after and programme):
            found |= {*before, token.i, *after}
        numbered = _numbered(tokens, token.i)
        if numbered is not None:
            found |= set(range(numbered, token.i + 1))
    return frozenset(found)


def _is_of_a_programme(low: str) -> bool:
    return is_programme(low) or low in words_of("names", "peoples")


def _numbered(tokens: Sentence, at: int) -> int | None:
    """Give the place of the ordinal that a unit's name begins with: "3D INFANTRY BRIGADE", "XXII FRONT"."""
    if tokens[at].text.lower() not in words_of("names", "numbered"):
        return None
    for i in range(at - 1, max(-1, at - 1 - MOST_BETWEEN), -1):
        if _ORDINAL.fullmatch(tokens[i].text) is not None:
            return i
        if not tokens[i].text.isalpha() or tokens[i].upos not in ("NOUN", "ADJ", "PROPN"):
            return None
    return None


def _lead(tokens: Sentence, at: int, named: Sequence[bool]) -> list[int]:
    """Give the places before a head word of the words that may belong to its name: names, programmes, "PEOPLE'S"."""
    places: list[int] = []
    i = at - 1
    while i >= 0:
        low = tokens[i].text.lower()
        if low in ("'s", "’s", "'") and i and (tokens[i - 1].text.lower() in words_of("names", "peoples")):
            places.append(i - 1)
            i -= 2
            continue
        if not tokens[i].text[:1].isalpha() or not (named[i] or is_programme(low) or low in words_of("names", "peoples")):
            break
        if tokens[i].upos not in _WORDS or len(places) > LONGEST_QUOTED:
            break
        places.append(i)
        i -= 1
    return places[::-1]


def _tail(tokens: Sentence, at: int, named: Sequence[bool]) -> list[int]:
    """Give the places of what follows "of" or "for" after a head word, where it is a programme, also with "of" and a name after it."""
    places: list[int] = []
    i = at + 1
    while i + 1 < len(tokens) and tokens[i].text.lower() in _OF:
        i += 2 if tokens[i + 1].text.lower() == "the" else 1
        run = []
        while i < len(tokens) and tokens[i].text[:1].isalpha() and tokens[i].upos in _WORDS:
            if not (named[i] or is_programme(tokens[i].text.lower())):
                break
            run.append(i)
            i += 1
        if not run or not (places or any(is_programme(tokens[k].text.lower()) for k in run)):
            break
        places += run
    return places


def told_names(sentences: Iterable[Sentence]) -> Iterator[tuple[str, ...]]:
    """Yield names of ordinary words that a text in capitals tells to be names, by quotation marks or by the nouns beside them.

    Args:
        sentences: The sentences of the text.

    Yields:
        The words of a name as the text has them.
    """
    for tokens in sentences:
        yield from _quoted(tokens)
        for token in tokens[1:]:
            modifier = tokens[token.i - 1]
            if (
                token.text.lower() in words_of("names", "capital_emblems")
                and _is_of_an_emblem(modifier)
                and _beside_people(tokens, token.i)
            ):
                yield modifier.text, token.text


def _is_of_an_emblem(token: Token) -> bool:
    """Say whether a word is one that emblems are told apart by: a colour, a participle ("RISING", "BURNING")."""
    low = token.text.lower()
    return low in words_of("names", "colours") or low in words_of("names", "emblem_adjectives") or (low.endswith("ing") and len(low) > 5)


def _beside_people(tokens: Sentence, i: int) -> bool:
    """Say whether a noun for a body or its people stands beside a phrase of two words: "RISING SUN MEMBERS", "A COLUMN OF THE RED HAND"."""
    after = i + 2 if tokens[i + 1 : i + 2] and tokens[i + 1].text in _QUOTES else i + 1
    if after < len(tokens) and _tells_a_body(tokens[after].text.lower()):
        return True
    before = [t.text.lower() for t in tokens[max(0, i - 4) : i - 1] if t.text not in _QUOTES]
    if before[-1:] == ["the"]:
        before = before[:-1]
    if before[-1:] in (["of"], ["by"], ["from"]) and len(before) > 1:
        return _tells_a_body(before[-2])
    return bool(before) and before[-1] in words_of("people", "generic_groups")


def _tells_a_body(low: str) -> bool:
    return low in any_of(("people", "members"), ("people", "generic_groups"), ("names", "belongs_to"), ("names", "further_bodies"))


def _quoted(tokens: Sentence) -> Iterator[tuple[str, ...]]:
    """Yield what stands in quotation marks before or after a noun for bodies: THE "GREEN STAR" COLUMN, THE GROUP "GREEN STAR"."""
    marks = [t.i for t in tokens if t.text in _QUOTES]
    for opening, closing in pairwise(marks):
        inside = tokens[opening + 1 : closing]
        if not 0 < len(inside) <= LONGEST_QUOTED or any(t.upos not in _WORDS for t in inside) or inside[-1].upos in ("VERB", "ADV"):
            continue
        beside = [t.text.lower() for t in (*tokens[max(0, opening - 1) : opening], *tokens[closing + 1 : closing + 2])]
        if any(word in any_of(("people", "generic_groups"), ("people", "members")) for word in beside):
            yield tuple(t.text for t in inside)


def people_after(tokens: Sentence, named: Sequence[bool], acronyms: frozenset[str]) -> frozenset[int]:
    """Give the places of nouns for a body's people after its name, with what stands between: "the X FRONT URBAN GUERRILLAS".

    Args:
        tokens: A sentence in capitals.
        named: For each token, whether it is taken for a name so far.
        acronyms: The text's acronyms.

    Returns:
        Places of words that are no part of the name and stay small.
    """
    found: set[int] = set()
    for token in tokens[MOST_BETWEEN - 2 :]:
        low = token.text.lower()
        if not named[token.i] or low not in words_of("people", "members") or _goes_on(tokens, token.i, named):
            continue
        i = token.i - 1
        while i > token.i - MOST_BETWEEN and tokens[i].text.isalpha() and not _ends_a_name(tokens, i, acronyms):
            i -= 1
        if _ends_a_name(tokens, i, acronyms) and (low not in words_of("names", "capital_heads") or tokens[i].text in acronyms):
            found |= set(range(i + 1, token.i + 1))
    return frozenset(found)


def _goes_on(tokens: Sentence, i: int, named: Sequence[bool]) -> bool:
    """Say whether the name goes on after a noun for people: "the ARMY COMMANDOS BRIGADE"."""
    return i + 1 < len(tokens) and named[i + 1] and is_body_noun(tokens[i + 1].text.lower())


def _ends_a_name(tokens: Sentence, i: int, acronyms: frozenset[str]) -> bool:
    """Say whether a body's name ends here: an acronym, a bracket after one, a head word."""
    text = tokens[i].text
    if text in (")", "]"):
        return i > 0 and tokens[i - 1].text in acronyms
    return text in acronyms or text.lower() in words_of("names", "capital_heads")
