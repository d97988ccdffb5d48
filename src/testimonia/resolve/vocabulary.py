"""What the words of an organisation's name mean: one look-up over the tables of unit words, themes, places and months.

A table holds plain forms; names bring them with clitics (Arabic wa-, li-; Hebrew ha-), case endings (Russian, Ukrainian) and run together
(Jundallah, Hizbul). What the tables do not hold in any such form is a name's own word.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, cast

from testimonia.codebook.words import read_word_list
from testimonia.resolve.spelling import in_latin
from testimonia.text.names import fold_spelling, script_of
from testimonia.text.unit_words import UnitWord, WordRole, known_words, unit_word

LONGEST_PHRASE = 4
"""Words of the longest entry (united states of america)."""
SHORTEST_STEM = 3
"""Letters that a Cyrillic word keeps when its ending is taken off."""

_ARABIC_ARTICLE = re.compile(r"^(?:ال|لل)(?=\w{2})")
_CLITICS = {
    "Arab": re.compile(r"^(?:وال|بال|فال|كال|ولل|ول|[ولبف])(?=\w{3})"),
    "Hebr": re.compile(r"^[והלבשמ]{1,2}(?=\w{3})"),
    "Latn": re.compile(r"^(?:wal|wa|lil|li|bil|fil|fi)(?=\w{4})"),
}
_JOINTS = re.compile(r"(?:ool|oul|ul|ol|u)$")
"""A nominative and the article that follows, as South Asian, Hausa and French spellings join them: Hizbul, Ansaroul, Jamaatu."""
_GOD = re.compile(r"(?<=\w{2})(?:[auoei]?ll?[aou]h?|ا?لله|[оуаи]?лл?а[хг]?|אללה)$")
_OF_FAITH = re.compile(r"^(?P<whose>\w{2,})?[aeiou]dd(?:i|ee|ie)ne?$")
"""A name in al-Din run together, as French, Turkish and South Asian spellings have it: Noureddine, Nureddin, Saifuddin, Eddine."""
_CYRILLIC_ENDING = re.compile(
    "(?:иями|иеи|ями|ами|ього|ьому|ого|его|ому|ему|ыми|ими|іями|ией|иею|ією|ая|яя|ое|ее|ыи|ии|іи|ои|еи|ые|ие|іі|ия|ію|ія|ью|их|ых|ую|юю|"
    "ів|ов|ев|ам|ям|ах|ях|ою|ею|ом|ем|і|а|я|о|е|и|ы|у|ю|ь|є)$"
)
"""Endings of nouns and adjectives as folding leaves them (й is и, ї is і), after Zaliznyak and the Ukrainian orthography."""


@lru_cache(maxsize=65536)
def look_up(word: str) -> UnitWord | None:
    """Look a word up, whatever clitic or ending it bears.

    Args:
        word: One folded word.

    Returns:
        Its entry; None for a name's own word.

    Example:
        >>> look_up("революции").cls == look_up("революция").cls, look_up("hizbul").cls, look_up("kachin")
        (True, 'party', None)
    """
    return next((entry for form in _forms(word) if (entry := _entry(form)) is not None), None)


def phrase_at(words: Sequence[str], at: int) -> tuple[UnitWord, int] | None:
    """Look up several words together.

    Args:
        words: A name's words without articles.
        at: Where the phrase would begin.

    Returns:
        The longest phrase that stands there and how many words it has; None if none does.
    """
    if words[at] not in _first_words():
        return None
    for size in range(min(LONGEST_PHRASE, len(words) - at), 1, -1):
        entry = _tables().get(" ".join(words[at : at + size]))
        if entry is not None:
            return entry, size
    return None


@lru_cache(maxsize=65536)
def taken_apart(word: str) -> tuple[str, ...]:
    """Part what spellings join: a body and whose it is, as in Hizbullah and Jundallah, and what stands before al-Din.

    Args:
        word: One folded word.

    Returns:
        Two words where the first is one of the tables, or the second is "din"; else the word alone.

    Example:
        >>> taken_apart("jundallah"), taken_apart("abdallah"), taken_apart("noureddine")
        (('jund', 'allah'), ('abdallah',), ('nour', 'din'))
    """
    god = _GOD.search(word)
    if god is not None and look_up(word) is None:
        first = look_up(word[: god.start()])
        if first is not None and first.role in ("unit", "theme"):
            return word[: god.start()], "allah"
    faith = _OF_FAITH.match(word)
    if faith is not None and look_up(word) is None:
        return (faith["whose"], "din") if faith["whose"] else ("din",)
    return (word,)


def without_clitics(word: str) -> str:
    """Take the Arabic article off a word in Arabic letters, and a preposition or conjunction off one of the tables.

    Args:
        word: One folded word.

    Returns:
        The plain word; the word itself where it is one of the tables as it stands.

    Example:
        >>> without_clitics("liddaawati"), without_clitics("likud")
        ('daawati', 'likud')
    """
    if _entry(word) is not None:
        return word
    bare = _ARABIC_ARTICLE.sub("", word)
    return next((form for form in _without_clitic(bare) if _entry(form) is not None), bare)


def _entry(word: str) -> UnitWord | None:
    return _tables().get(word) or unit_word(word)


def _forms(word: str) -> Iterator[str]:
    """The word, then what is left of it without clitics and endings."""
    yield word
    script = "Latn" if word.isascii() else script_of(word)
    if script == "Cyrl":
        yield _stem(word)
        yield in_latin(word).replace("kh", "h")
        return
    if script == "Latn" and len(word) > SHORTEST_STEM:
        yield _JOINTS.sub("", word)
        if word.endswith(("s", "ah")):
            yield word[:-1]
    yield from _without_clitic(word)


def _without_clitic(word: str) -> Iterator[str]:
    clitic = _CLITICS.get("Latn" if word.isascii() else script_of(word))
    bare = word if clitic is None else clitic.sub("", word)
    if bare != word:
        yield bare
        if bare[0] == bare[1]:
            yield bare[1:]


def _stem(word: str) -> str:
    stem = _CYRILLIC_ENDING.sub("", word)
    return f"{stem}-" if len(stem) >= SHORTEST_STEM else word


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words.partition(" ")[0] for words in _tables() if " " in words)


@cache
def _tables() -> Mapping[str, UnitWord]:
    table: dict[str, UnitWord] = {}
    listed = [("theme", _read("theme_words")), *_read("name_words").items()]
    for role, cls, languages in ((role, cls, languages) for role, classes in listed for cls, languages in classes.items()):
        for language, words in languages.items():
            _put(table, words, UnitWord(cast(WordRole, role), *_class_and_rank(str(cls)), (language,)))
    for name in ("country_words", "region_words"):
        for code, words in _read(name).items():
            _put(table, words, UnitWord("country", str(code), None, ()))
    for number, words in _read("month_words").items():
        _put(table, words, UnitWord("month", str(number), None, ()))
    return table | _stems(table)


def _class_and_rank(title: str) -> tuple[str, str | None]:
    cls, _, rank = title.partition(".")
    return cls, rank or None


def _put(table: dict[str, UnitWord], words: Sequence[str], entry: UnitWord) -> None:
    for word in words:
        folded = " ".join(_ARABIC_ARTICLE.sub("", part) for part in fold_spelling(str(word)).split() if part != "al")
        standing = table.setdefault(folded, entry)
        if standing.cls == entry.cls and standing.languages != entry.languages:
            languages = tuple(dict.fromkeys((*standing.languages, *entry.languages)))
            table[folded] = UnitWord(entry.role, entry.cls, None, languages)


def _stems(table: Mapping[str, UnitWord]) -> dict[str, UnitWord]:
    """Cyrillic entries of all tables under their stems."""
    listed = {word: entry for word, entry in table.items() if script_of(word) == "Cyrl" and " " not in word}
    listed |= {word: entry for word in known_words() if script_of(word) == "Cyrl" and (entry := unit_word(word)) is not None}
    stems: dict[str, UnitWord] = {}
    for word, entry in listed.items():
        stem = _stem(word)
        standing = stems.get(stem, entry)
        languages = tuple(dict.fromkeys((*standing.languages, *entry.languages)))
        if stem != word and (standing.role, standing.cls) == (entry.role, entry.cls):
            stems[stem] = UnitWord(entry.role, entry.cls, entry.rank, languages)
    return stems


def _read(name: str) -> Mapping[str, Any]:
    file = files("testimonia.resolve") / "data" / f"{name}.yml"
    return read_word_list(file.read_text("utf-8"), file=f"resolve/data/{name}.yml")
