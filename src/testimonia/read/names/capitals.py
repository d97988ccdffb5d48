"""Give a text that is written wholly in capitals the small letters that reading needs.

Wire copy, telexes and scanned cables come in capitals, and capitals are what names are found by. The parser was shown capitals when it was
trained, so it still knows a proper noun in them; with what the lists know (countries, peoples, months) and what the text itself says
(acronyms in brackets) that is enough to write the text as a newspaper would. The result has the same length, every letter in its place,
so offsets hold for both; evidence is always quoted from the text as it stands.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, takewhile

from testimonia.read.lexicon import any_of, flat, months_and_weekdays, words_of
from testimonia.read.names.capital_names import headed_names, people_after, told_names
from testimonia.read.names.heads import is_head
from testimonia.read.parser.records import Token
from testimonia.read.parser.session import Parser
from testimonia.text.geography import countries, regions

SHARE = 0.95
"""Share of capitals among letters from which a text is one in capitals; a text in small letters has under a tenth."""
FEWEST = 40
"""Letters below which nothing can be said: a heading or a list of acronyms may well be in capitals."""
LONGEST_ACRONYM = 6
"""Letters up to which a word in brackets, or one without a vowel, is taken for an acronym."""
FIRST_WORDS = 12
"""Tokens among which the first word of a sentence is looked for."""
LONGEST_WITH_ARTICLE = 4
"""Letters up to which a word that the model does not know is taken for an acronym where an article stands before it: "THE ELN"."""
LONGEST_PHRASE = 4
"""Words of the longest name of a country or region that is looked for."""
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_BRACKETED = re.compile(rf"[(\[]([A-Z]{{2,{LONGEST_ACRONYM}}})[)\]]")
_BEFORE_NAME = re.compile(rf"\b([A-Z]{{2,{LONGEST_ACRONYM}}})[ \n]+[(\[](?:[A-Z]+[ \n]+){{2,}}[A-Z]+[)\]]")
_DESIGNATION = re.compile(r"\b[A-Z]{1,4}-(?=\d)")
_SHORT = re.compile(r"[A-Z]{3,5}")
_NO_VOWEL = re.compile(rf"[B-DF-HJ-NP-TV-Z]{{2,{LONGEST_ACRONYM}}}")
_ROMAN = re.compile(r"X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{1,3}|I{2,3}")
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]?")
_TITLES_SHORT = frozenset(
    ["mr", "mrs", "ms", "dr", "st", "jr", "sr", "lt", "col", "gen", "capt", "sgt", "maj", "brig", "cpl", "pvt", "msgr", "cmdr", "fr"]
)
_SMALL = ("ADP", "DET", "CCONJ", "PART", "PUNCT")
"""Parts of speech of words that stay small inside a name."""
_ORDINARY = frozenset((w,) for w in ("us", "turkey", "chad", "jordan", "polish", "the", "city", "see", "country", "state", "georgia"))
"""Entries of the lists that are English words or people's names too; the model decides on them."""
_NAMED = ("NOUN", "ADJ", "PROPN", "VERB", "X")
"""Parts of speech of words that get a capital inside a name; prepositions and articles in it stay small."""


def is_in_capitals(text: str) -> bool:
    """Say whether a text is written wholly in capitals.

    Args:
        text: A document's text.

    Returns:
        True where nearly all of its letters that have a case are capitals, and there are enough of them to tell.

    Example:
        >>> is_in_capitals("THE ARMY SAID TODAY THAT ITS PATROLS HAD LEFT THE VALLEY OF SWAT.")
        True
    """
    high, low = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return high >= FEWEST and high >= SHARE * (high + low)


def restore_case(text: str, *, parser: Parser) -> str:
    """Write a text in capitals with small letters, capitals at names and at the start of sentences.

    Args:
        text: A text in capitals.
        parser: The reader model.

    Returns:
        The text with the same length and the same letters; only their case differs.
    """
    sentences = [s.tokens for m in _PARAGRAPH.finditer(text) for s in parser.parse_text(text, start=m.start(), end=m.end())]
    known = {token.text for tokens in sentences for token in tokens if token.upos == "PROPN" or token.name != "O"}
    acronyms = frozenset((*_BRACKETED.findall(text), *(known & set(_BEFORE_NAME.findall(text))), *_unheard(sentences, parser)))
    settled = _settled(sentences)
    bodies = frozenset((*_bodies(sentences), *told_names(sentences)))
    letters = [_small(character) for character in text]
    for tokens in sentences:
        listed = frozenset(_listed(tokens))
        spelled = _spelled_out(tokens, acronyms) | _initialled(tokens)
        before = _as_before(tokens, bodies)
        named = [token.i in listed or token.i in spelled or token.i in before or _is_named(token, settled) for token in tokens]
        named = [is_name and not _is_common_alone(tokens, token.i, named) for token, is_name in zip(tokens, named, strict=True)]
        headed = headed_names(tokens, named)
        named = [is_name or token.i in headed for token, is_name in zip(tokens, named, strict=True)]
        people = people_after(tokens, named, acronyms) - spelled
        named = [is_name and token.i not in people for token, is_name in zip(tokens, named, strict=True)]
        for token in tokens:
            written = _write(token, acronyms=acronyms, named=named[token.i])
            if token.i == _first_word(tokens) or (token.text.lower() in flat("particles") and _opens_a_name(named, token.i)):
                written = written[:1].upper() + written[1:]
            letters[token.start : token.end] = written
    for match in _DESIGNATION.finditer(text):
        letters[match.start() : match.end()] = match.group()
    return "".join(letters)


def _small(character: str) -> str:
    """Make one letter small where that keeps the text's length."""
    lower = character.lower()
    return lower if len(lower) == 1 else character


def _settled(sentences: list[tuple[Token, ...]]) -> dict[str, bool]:
    """Let the occurrences of a word vote: a word that is a name nearly always or nearly never is taken for that everywhere."""
    seen, named = Counter[str](), Counter[str]()
    for tokens in sentences:
        for token in tokens:
            seen[token.text] += 1
            named[token.text] += token.upos == "PROPN"
    return {word: named[word] * 2 > count for word, count in seen.items() if count > 2 and named[word] * 4 % (count * 4) != 0}


def _is_named(token: Token, settled: dict[str, bool]) -> bool:
    """Say whether the model takes a word for a name or a part of one."""
    named = token.upos == "PROPN" or (token.name != "O" and token.upos in _NAMED)
    return settled.get(token.text, named) if token.name == "O" else named


def _unheard(sentences: list[tuple[Token, ...]], parser: Parser) -> Iterator[str]:
    """Yield the words that are most likely acronyms: what nobody could say, and unknown short names of organisations."""
    elsewhere = {t.text for tokens in sentences for t in tokens if t.name[2:] == "PER" or _is_in_a_place(tokens, t.i)}
    for tokens in sentences:
        for before, token, after in zip((None, *tokens), tokens, (*tokens[1:], None), strict=False):
            unknown = _SHORT.fullmatch(token.text) is not None and len(parser.pieces.pieces(token.text)) > 1
            if unknown and is_unspeakable(token.text):
                yield token.text
            if token.upos != "PROPN" and token.name == "O":
                continue
            alone = after is None or not (after.name.startswith("I-") or is_head(after.text.lower()))
            if _SHORT.fullmatch(token.text) is None or token.text in elsewhere:
                continue
            if before is not None and before.text.lower() in words_of("names", "any_body") and len(token.text) <= LONGEST_WITH_ARTICLE:
                yield token.text  # "THE GROUP ETA"
            the = before is not None and before.text == "THE" and len(token.text) <= LONGEST_WITH_ARTICLE
            if unknown and alone and (token.name == "B-ORG" or (the and not _before_place(after))):
                yield token.text


def _is_in_a_place(tokens: tuple[Token, ...], i: int) -> bool:
    return i > 0 and tokens[i - 1].text in ("IN", "AT", "NEAR")


def _before_place(after: Token | None) -> bool:
    return after is not None and (
        after.upos in ("PROPN", "NOUN") and after.text.lower() in any_of(("places", "before"), ("places", "heads"))
    )


def is_unspeakable(word: str) -> bool:
    """Say whether a word in capitals begins or ends as no word does that is spoken as one: it is spelled out letter by letter.

    Args:
        word: A word of letters.

    Returns:
        True for FMLN, ELN and BRN; False for ETA and NATO, which nothing tells from words.

    Example:
        >>> is_unspeakable("ELN"), is_unspeakable("NORD")
        (True, False)
    """
    low = word.lower()
    begins, ends = (re.split("[aeiouy]", side, maxsplit=1)[0] for side in (low, low[::-1]))
    opening, closing = begins, ends[::-1]
    return (len(opening) > 1 and opening not in words_of("names", "onsets")) or (
        len(closing) > 1 and closing not in words_of("names", "codas")
    )


def _spelled_out(tokens: tuple[Token, ...], acronyms: frozenset[str]) -> frozenset[int]:
    """Give the places of the words in brackets after an acronym: they are its full name."""
    found: set[int] = set()
    for token in tokens[:-1]:
        if token.text in acronyms and tokens[token.i + 1].text in ("(", "["):
            for inner in tokens[token.i + 2 :]:
                if not inner.text[:1].isalpha():
                    break
                found |= {inner.i} if inner.upos not in _SMALL else set()
    return frozenset(found)


def _initialled(tokens: tuple[Token, ...]) -> frozenset[int]:
    """Give the places of the words before an acronym in brackets whose initials it is made of: they are its full name."""
    found: set[int] = set()
    for opening, inside in pairwise(tokens):
        if opening.text not in ("(", "[") or _BRACKETED.fullmatch(f"({inside.text})") is None:
            continue
        places: list[int] = []
        left = inside.text
        for token in reversed(tokens[: opening.i]):
            if token.upos in _SMALL and not left.endswith(token.text[:1]):
                continue
            if not left or not left.endswith(token.text[:1]):
                break
            places, left = [*places, token.i], left[:-1]
        found |= set(places) if not left else set()
    return frozenset(found)


def _bodies(sentences: list[tuple[Token, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield the names of organisations of several words, wherever the model saw one."""
    for tokens in sentences:
        for token in tokens:
            if token.name != "B-ORG":
                continue
            run = [token.text, *(t.text for t in takewhile(lambda t: t.name == "I-ORG", tokens[token.i + 1 :]))]
            if len(run) > 1:
                yield tuple(run)


def _as_before(tokens: tuple[Token, ...], bodies: frozenset[tuple[str, ...]]) -> frozenset[int]:
    """Give the places of words that are an organisation's name elsewhere in the text, in the same order."""
    words = tuple(token.text for token in tokens)
    found: set[int] = set()
    for body in bodies:
        for i in range(len(words) - len(body) + 1):
            if words[i] == body[0] and words[i : i + len(body)] == body:
                found |= {k for k in range(i, i + len(body)) if tokens[k].upos not in _SMALL}
    return frozenset(found)


def _is_common_alone(tokens: tuple[Token, ...], i: int, named: list[bool]) -> bool:
    """Say whether a noun of the lists stands by itself, which no tag of the model calls a name: a common noun, taken for a proper one."""
    token = tokens[i]
    if token.name != "O" or token.text.lower() not in _common_nouns():
        return False
    return not any(named[k] for k in (i - 1, i + 1) if 0 <= k < len(tokens))


def _opens_a_name(named: list[bool], i: int) -> bool:
    """Say whether a name begins at a small word: "La Paz", but not "San Luis de la Reina"."""
    return named[i] and i + 1 < len(named) and named[i + 1] and not any(named[max(0, i - 1) : i])


def _first_word(tokens: tuple[Token, ...]) -> int:
    """Give the place of a sentence's first word; an editor's mark in brackets before it is none of it."""
    depth = 0
    for token in tokens[:FIRST_WORDS]:
        depth += (token.text in "([") - (token.text in ")]")
        if depth == 0 and token.text[:1].isalnum():
            return token.i
    return 0


def _write(token: Token, *, acronyms: frozenset[str], named: bool) -> str:
    """Write one word."""
    word = token.text
    low = "".join(map(_small, word))
    if any(c.isdigit() for c in word) or word in acronyms or _DOTTED.fullmatch(word) is not None or word == "I":
        return low if re.fullmatch(r"\d+(?:ST|[NR]?D|TH|S)", word) else word
    if _ROMAN.fullmatch(word) is not None and named:
        return word
    if low in months_and_weekdays() and (named or low not in ("may", "march")) and low not in ("am", "pm"):
        return low.capitalize()
    if not named or low in flat("particles"):
        return low
    if _NO_VOWEL.fullmatch(word) is not None and low.rstrip(".") not in _TITLES_SHORT:
        return word
    return re.sub(r"(?<![^\W\d_])(?<!['’])[^\W\d_]", lambda m: m.group().upper(), low)


def _listed(tokens: tuple[Token, ...]) -> Iterator[int]:
    """Yield the places of words that are, or are part of, the name of a country, a region or a people."""
    words = [token.text.lower() for token in tokens]
    for i in range(len(words)):
        for length in range(min(LONGEST_PHRASE, len(words) - i), 0, -1):
            if tuple(words[i : i + length]) in _names():
                yield from (k for k in range(i, i + length) if tokens[k].upos not in ("DET", "ADP", "CCONJ"))
                break


@cache
def _names() -> frozenset[tuple[str, ...]]:
    """Give the names of the lists, cut into words; one that is also an English word ("us", "turkey") is left to the model."""
    names = {name for c in countries() for name in (*c.names, *c.adjectives, *c.people)} | {name for r in regions() for name in r.names}
    return frozenset(tuple(name.lower().split()) for name in names) - _ORDINARY


@cache
def _common_nouns() -> frozenset[str]:
    """Nouns for people, places, weapons and times, which a model that sees capitals only takes for proper nouns now and then."""
    return any_of(
        ("people", "members"),
        ("people", "generic_groups"),
        ("people", "anonymous"),
        ("people", "titles"),
        ("places", "before"),
        ("triggers", "charge_nouns"),
        ("triggers", "weapon_nouns"),
        ("triggers", "edge_nouns"),
        ("triggers", "time_words"),
        ("triggers", "nouns"),
    )
