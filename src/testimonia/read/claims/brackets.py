"""Read the other names that a bracket after a name holds: "the X Y Z (Spanish: A B C, ABC; formerly D)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from testimonia.model.kinds import NameKind
from testimonia.read.claims.phrase_patterns import phrase_pattern
from testimonia.read.lexicon import table, words_of
from testimonia.read.names.heads import is_head
from testimonia.text.names import fold_name, is_acronym_for, language_of_name, script_of, strip_article

_ASIDE = re.compile(r"\s*,?\s*[(\[]([^()\[\]]{1,160})[)\]]")
_LABELLED = re.compile(r"^(?P<label>[A-Za-z][A-Za-z. ]{1,24}?)\s*:\s*(?P<name>.+)$")
_GLOSSED = re.compile(
    r"^(?P<label>romani[sz]ed|transliterated|translit\.|lit\.|literally|translated as|or)\s*:?\s*(?P<name>.+)$", re.IGNORECASE
)
_ACRONYM = re.compile(r"^(?:or |the |known as )?[\"'“]?(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ0-9]{1,9}(?:[-–/][A-ZÀ-Þ0-9]{1,6})?s?)[\"'”]?(?:$|[,;])")
_QUOTED = re.compile(r"[\"“‘'](?P<name>[A-ZÀ-Þ][^\"“”‘’]{2,60} [^\"“”‘’]{1,60})[\"”’']")
"""A name of several words in quotation marks: after a foreign name its meaning."""
_QUOTES = "“”\"'’‘ "
SPELT_IN_LATIN = frozenset(["es", "fr", "tr", "pt", "de", "it", "eu", "ga", "id", "sw", "so", "nl", "tl", "sq", "vi", "ms", "ca", "ha"])
"""Languages that are written in Latin letters; a Latin form of any other is a romanisation."""
_SHORTEST_BLEND, _LONGEST_BLEND = 4, 10
"""Letters that a word blended of a name's first syllables has."""
_MOST_WORDS = 12
"""Words up to which what a bracket holds can be a name."""


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name in a bracket, with the offsets of the part that gives it."""

    name: str
    language: str
    kind: NameKind
    start: int
    end: int


def names_in_bracket(text: str, end: int, name: str) -> Iterator[OtherName]:
    """Give the other names in a bracket that follows a name.

    Args:
        text: The document's text.
        end: One past the name's last code point.
        name: The name.

    Yields:
        Names in text order, each with its language and kind.
    """
    aside = _ASIDE.match(text, end)
    if aside is None:
        return
    offset, before = aside.start(1), ""
    for part in re.split(r"(?<=[,;])\s*|(?<=\w)\s+(?=or\s+[A-ZÀ-Þ]{2})", aside.group(1)):
        words = part.strip(" ,;")
        start = text.find(words, offset)
        offset = start + len(words)
        found = _labelled(words) or _introduced(words) or _glossed(words) or _bare(words, name)
        if found is None and any(_is_blend(words, full) for full in (name, before)):
            found = words, "en", "acronym"
        before = before if found is None else found[0]
        if found is not None and found[0] and len(found[0].split()) <= _MOST_WORDS:
            yield OtherName(*found, start, offset)


Found = tuple[str, str, NameKind]


def _labelled(part: str) -> Found | None:
    """Read "Spanish: A B C" and "nom de guerre: A"."""
    match = _LABELLED.match(part)
    if match is None:
        return None
    name, label = match["name"].strip(_QUOTES), match["label"].strip(" .")
    code = table("naming", "languages").get(label)
    if code is not None:
        return (
            (name, code if script_of(name) != "Latn" or code in SPELT_IN_LATIN else f"{code}-Latn", "alias") if _opens_name(name) else None
        )
    kind = _kind_of_label(label.lower())
    return None if kind is None or not _opens_name(name) else (name, language_of_name(name), kind)


def _kind_of_label(label: str) -> NameKind | None:
    told = table("naming", "bracket_labels").get(label)
    kinds: tuple[NameKind, ...] = ("alias", "nickname", "acronym", "former", "translation")
    return next((kind for kind in kinds if kind == told), None)


def _introduced(part: str) -> Found | None:
    """Read "abbreviated ABC", "also known as A", "formerly the A"."""
    for kind, pattern in bracket_phrases():
        match = pattern.match(part)
        if match is not None:
            name = strip_article(part[match.end() :].strip(_QUOTES))
            return (name, language_of_name(name), kind) if _opens_name(name) else None
    return None


@cache
def bracket_phrases() -> tuple[tuple[NameKind, re.Pattern[str]], ...]:
    """Give the phrases that introduce another name, by kind of name.

    Returns:
        Kinds with the pattern of their phrases.
    """
    return (
        ("acronym", phrase_pattern("naming", "acronym_phrases")),
        ("former", phrase_pattern("naming", "former_phrases")),
        ("nickname", phrase_pattern("naming", "nickname_phrases")),
        ("alias", phrase_pattern("naming", "alias_phrases")),
    )


def _opens_name(name: str) -> bool:
    """Say whether words can be a name: they begin with a capital, or in a script that has none."""
    return bool(name) and (
        name[0].isupper() or (name[0].isalpha() and not name[0].islower()) or script_of(name) not in ("Latn", "Zyyy", "Cyrl")
    )


def _glossed(part: str) -> Found | None:
    match = _GLOSSED.match(part)
    if match is None:
        return None
    literal = match["label"].lower().startswith("lit")
    return match["name"].strip(_QUOTES), "en" if literal else "ar-Latn", "translation" if literal else "alias"


def _is_blend(word: str, name: str) -> bool:
    """Say whether a word is made of the first letters, one or more, of each word of a name: "Frelimo", "Unita"."""
    if not word.isalpha() or not word[0].isupper() or not _SHORTEST_BLEND <= len(word) <= _LONGEST_BLEND:
        return False
    wanted, reached = fold_name(word), {0}
    for part in (part for part in fold_name(name).split() if part not in words_of("names", "particles") and len(part) > len("of")):
        reached = {at + n for at in reached for n in range(1, len(part) + 1) if wanted.startswith(part[:n], at)}
    return len(wanted) in reached and len(name.split()) > 1


def _is_foreign(name: str) -> bool:
    """Say whether a name is hardly English: by its language, or with no English head word of bodies in it."""
    return language_of_name(name) != "en" or (len(name.split()) > 1 and not any(is_head(word.lower()) for word in name.split()))


def _bare(part: str, name: str) -> Found | None:
    """Read an acronym, or the name in another script."""
    quoted = _QUOTED.fullmatch(part)
    if quoted is not None and _is_foreign(name) and language_of_name(quoted[1]) == "en":
        return quoted[1], "en", "translation"
    acronym = _ACRONYM.match(part)
    if acronym and (is_acronym_for(acronym["name"], name) or len(name.split()) >= 3):
        return acronym["name"], "en", "acronym"
    if part and script_of(part) not in ("Latn", "Zyyy") and script_of(part) != script_of(name):
        return part, language_of_name(part), "alias"
    return None
