"""Names as keys: folding, articles, acronyms, scripts and languages.

`fold_name` is the key within one document: two spellings with one key are one name there. Across documents it proposes and never decides;
that is `resolve/`'s work. What folding does, in order: Unicode compatibility forms, case, accents and Arabic vowel signs, letters that
have several code points, apostrophes, a closing possessive, dashes and full stops, the assimilated Arabic article, a leading article,
white space.

Follows: the Unicode standard, annexes 15 (normal forms) and 24 (scripts); BCP 47 for languages.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import product

from testimonia.text.wordlists import word_list

FOLDED_KEPT = 1 << 17
"""Folded names kept. A build asks for each of its names several times over, in order: a cache with fewer would keep none of them."""
MAX_ACRONYMS = 64
"""A name with more optional initials than six gets no full enumeration; longer ones are rare and `is_acronym_for` needs none."""

_APOSTROPHES = "'’‘ʼʻʿʾ`´ʹ‛′＇\u05f3"
_HYPHENS = ("-", "‐", "‑")
_DASHES = re.compile(r"[-‐‑‒–—―−_/]+")
_POSSESSIVE = re.compile(rf"(?:[{_APOSTROPHES}]s|(?<=s)[{_APOSTROPHES}])\s*$")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h", "ð": "d", "þ": "th", "ŋ": "n", "ə": "e"}
    | {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ۀ": "ه",
        "ک": "ك",
        "ہ": "ه",
        "ھ": "ه",
        "ے": "ي",
    }
    | {"ё": "е", "ґ": "г", "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ"}
    | dict.fromkeys(_APOSTROPHES + 'ءـ\u200b\u200c\u200d\u200e\u200f\u061c\ufeff\u2060"“”„«»״', "")
)
_PLAIN = re.compile(r"[A-Za-z0-9 ]*")
"""What most names consist of: nothing in it needs folding but case and spaces."""
_DOTTED = re.compile(r"\b(\w)\.(?=\w\b|\s|$)")
_OTHER = re.compile(r"[^\w\s&]")
_ARABIC_ARTICLE = re.compile(r"\b(?:al|el|ul|an|as|ash|ad|ar|at|az|ath|adh|en|es|esh|ed|er|et|ez)[-‐‑–](?=[^\W\d])")
_LEADING_ARTICLES = ("the ", "al ", "el ")
_LEADING_ARTICLE_AS_WRITTEN = re.compile(r"^(?:(?:the|al|el)\s+|(?:al|el|an|as|ash|ad|ar|at|az)[-‐‑–])(?=\S)", re.IGNORECASE)
_ARABIC_SCRIPT_ARTICLE = re.compile(r"^ال(?=\w{3})")
_ELISION = re.compile(r"\b(?:[ldLD]|dell|nell|all)['’](?=\w{2})")
"""French and Italian elided articles and prepositions: l'Azawad."""
_WORD = re.compile(r"[^\W_]+(?:[.'’ʼʿʾ][^\W_]+)*\.?")
_TRANSLITERATION = re.compile(r"[ʿʾʼ](?=\w)|[ḥṣḍṭẓḤṢḌṬẒ]|\b(?:[Aa]l|[Ee]l|[Aa](?:n|s|sh|d|r|t|z))[-‐‑–](?=[^\W\d])|^Al (?=[A-Z])")


@lru_cache(maxsize=FOLDED_KEPT)
def fold_name(name: str) -> str:
    """Fold a name to the key that all its spellings in one document share.

    It does not transliterate: an Arabic and a Latin spelling keep different keys (`text.skeleton` proposes such pairs).

    Args:
        name: A name as the text has it.

    Returns:
        Lower-case words with single spaces, without a leading article; empty only if the name holds no letter or digit.

    Example:
        >>> fold_name("The Moro Islamic Liberation Front’s") == fold_name("Moro Islamic  Liberation Front")
        True
        >>> fold_name("Jabhat an-Nuṣra") == fold_name("Jabhat al-Nusra")
        True
    """
    text = _folded(name, name.isascii())  # in ASCII the leading article is all that the two keys differ in: one is kept for both
    return text.partition(" ")[2] if text.startswith(_LEADING_ARTICLES) else text


def fold_spelling(name: str) -> str:
    """Fold a name as `fold_name` does, but keep its leading article.

    For places, where El Salvador is not Salvador.

    Args:
        name: A name as the text has it.

    Returns:
        Lower-case words with single spaces.

    Example:
        >>> fold_spelling("Al-Ḥasakah")
        'al hasakah'
    """
    return _folded(name, True)


def without_elided(name: str) -> str:
    """Return a name without the French or Italian articles and prepositions that are elided in it.

    Args:
        name: A name as the text has it.

    Returns:
        The name with a space in the place of each.

    Example:
        >>> without_elided("Haut conseil pour l'unité de l'Azawad")
        'Haut conseil pour  unité de  Azawad'
    """
    return _ELISION.sub(" ", name) if "'" in name or "’" in name else name


def strip_article(name: str) -> str:
    """Return a name without its leading article, otherwise as written.

    Args:
        name: A name as the text has it.

    Returns:
        The name without a leading the, al-, el- or an assimilated form, or the Arabic article; the name itself where nothing would be left.

    Example:
        >>> strip_article("the Lord's Resistance Army")
        "Lord's Resistance Army"
    """
    bare = _ARABIC_SCRIPT_ARTICLE.sub("", _LEADING_ARTICLE_AS_WRITTEN.sub("", name.strip()))
    return bare or name


def acronym_of(name: str) -> set[str]:
    """Return the acronyms that a name's initials allow.

    Acronyms in another language than the name's (PKK for the Kurdistan Workers' Party) are not among them.

    Args:
        name: A name in any script that has capitals.

    Returns:
        Upper-case acronyms of two letters or more, with and without function words and with hyphened parts taken together or apart.

    Example:
        >>> "MILF" in acronym_of("Moro Islamic Liberation Front")
        True
    """
    choices: list[tuple[str, ...]] = []
    for word, optional in _words(name):
        initials = tuple(dict.fromkeys(_contributions(word)))
        choices.append(("", *initials) if optional else initials)
    while _combinations(choices) > MAX_ACRONYMS:
        longest = max(range(len(choices)), key=lambda at: len(choices[at]))
        choices[longest] = choices[longest][:1]
    return {acronym for parts in product(*choices) if len(acronym := "".join(parts)) > 1}


@lru_cache(maxsize=FOLDED_KEPT)
def is_acronym_for(acronym: str, name: str) -> bool:
    """Say whether an acronym is made of a name's initials, in order.

    Function words may contribute or not; a hyphened word may give one initial or one for each part; a word that is an acronym itself may
    stand whole. False means undecided rather than different: FARC is an acronym of the Spanish name, not of the English one.

    Args:
        acronym: The short form, such as LTTE or FARC-EP; hyphens and full stops do not matter.
        name: The long form.

    Returns:
        True if every content word contributes and every letter is accounted for.

    Example:
        >>> is_acronym_for("LTTE", "Liberation Tigers of Tamil Eelam")
        True
        >>> is_acronym_for("MNLF", "Moro Islamic Liberation Front")
        False
    """
    wanted = "".join(c for c in _plain_capitals(acronym) if c.isalnum())
    words = _words(name)
    if len(wanted) < 2 or len(words) < 2 or wanted == "".join(_plain_capitals(word) for word, _ in words):
        return False
    reached = {0}
    for word, optional in words:
        step = {at + len(part) for at in reached for part in _contributions(word) if wanted.startswith(part, at)}
        reached = step | reached if optional else step
    return len(wanted) in reached


@lru_cache(maxsize=8192)
def script_of(text: str) -> str:
    """Return the script that most letters of a text belong to.

    Args:
        text: Any text.

    Returns:
        An ISO 15924 code such as Latn, Arab, Hebr or Cyrl; Zyyy where there is no letter, Zzzz for a script that is not listed.

    Example:
        >>> script_of("قوات سوريا الديمقراطية (SDF)")
        'Arab'
    """
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else "Zyyy"
    counts: dict[str, int] = {}
    for character in text:
        if character.isalpha():
            script = _script(ord(character))
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda script: counts[script]) if counts else "Zyyy"


@lru_cache(maxsize=FOLDED_KEPT)
def language_of_name(text: str) -> str:
    """Guess the language of a name from its script, its letters and its words.

    A name is too short for a statistical guess, so only marks that tell are used; anything else in Latin script is `en`.

    Args:
        text: A name.

    Returns:
        A BCP 47 tag: `ar`, `fa`, `he`, `uk` ... for scripts that tell, `ar-Latn` for romanised Arabic, `es`, `fr`, `tr` where a word
        tells, else `en`.

    Example:
        >>> language_of_name("Kata'ib al-Imam Ali")
        'ar-Latn'
        >>> language_of_name("Arakan Army")
        'en'
    """
    script = script_of(text)
    rules = word_list("name_languages")
    if script == "Latn":
        told = [tag for word in set(fold_spelling(text).split()) for tag in _telling_words().get(word, ())]
        if _TRANSLITERATION.search(text) or "ar-Latn" in told:
            return "ar-Latn"
        return next((tag for tag in rules["words"] if told.count(tag) >= rules["words_needed"].get(tag, 1)), "en") if told else "en"
    for tag, letters in rules["letters"].get(script, {}).items():
        if any(letter in text for letter in letters):
            return str(tag)
    return str(rules["scripts"].get(script, "und"))


@lru_cache(maxsize=FOLDED_KEPT)
def _folded(name: str, keep_article: bool) -> str:
    """Fold all but a leading article in Latin letters; without `keep_article` an Arabic one goes."""
    if _PLAIN.fullmatch(name) is not None:
        return " ".join(name.lower().split())
    text = unicodedata.normalize("NFKC", name).casefold()
    text = _POSSESSIVE.sub("", text.strip())
    if not keep_article:
        text = _ARABIC_SCRIPT_ARTICLE.sub("", text)
    text = _ARABIC_ARTICLE.sub("al ", text)
    if not text.isascii():
        text = unicodedata.normalize(
            "NFC", "".join(c for c in unicodedata.normalize("NFKD", text.translate(_LETTERS)) if not unicodedata.combining(c))
        )
    text = _DOTTED.sub(r"\1", _DASHES.sub(" ", text.translate(_LETTERS))).replace("&", " and ")
    return " ".join(_OTHER.sub(" ", text).split())


def _plain_capitals(text: str) -> str:
    if text.isascii():
        return text.upper()
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).upper()


def _words(name: str) -> list[tuple[str, bool]]:
    """The words of a name, and whether an acronym may leave each out: function words, and a hyphened word's parts after the first."""
    text, skipped = without_elided(_POSSESSIVE.sub("", name)), _skipped()
    return [
        (
            word := match.group(),
            word.casefold() in skipped or (word[0].islower() and text[match.start() - 1 : match.start()] in _HYPHENS),
        )
        for match in _WORD.finditer(text)
    ]


@lru_cache(maxsize=8192)
def _contributions(word: str) -> tuple[str, ...]:
    plain = _plain_capitals(word)
    initial = plain[:1]
    if len(word) > 1 and word.isupper():
        return initial, "".join(c for c in plain if c.isalnum())
    return (initial,)


def _combinations(choices: list[tuple[str, ...]]) -> int:
    total = 1
    for choice in choices:
        total *= max(1, len(choice))
    return total


@lru_cache(maxsize=1)
def _skipped() -> frozenset[str]:
    return frozenset(word_list("function_words")["skipped_in_acronyms"])


@lru_cache(maxsize=1)
def _telling_words() -> dict[str, list[str]]:
    """The languages that each word tells of."""
    telling: dict[str, list[str]] = {}
    for tag, words in word_list("name_languages")["words"].items():
        for word in {fold_spelling(word) for word in words}:
            telling.setdefault(word, []).append(tag)
    return telling


_STARTS: list[int] = []
_SCRIPTS: list[str] = []


def _script(code: int) -> str:
    if not _STARTS:
        for script, ranges in word_list("scripts").items():
            for low, high in ranges:
                _STARTS.extend((low, high + 1))
                _SCRIPTS.extend((script, "Zzzz"))
        order = sorted(range(len(_STARTS)), key=lambda at: (_STARTS[at], _SCRIPTS[at] != "Zzzz"))
        _STARTS[:], _SCRIPTS[:] = [_STARTS[at] for at in order], [_SCRIPTS[at] for at in order]
    at = bisect_right(_STARTS, code) - 1
    return _SCRIPTS[at] if at >= 0 else "Zzzz"
