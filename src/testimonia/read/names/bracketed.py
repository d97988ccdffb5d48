"""Names that a bracket beside them closes or holds as a whole, whatever the letters in it stand for.

An acronym in brackets after a name ends it, also where its letters come from another language: "the Pact for Hope and Work in Casamance
(PETC)". What follows a language and a colon in brackets is one name, and so is what a bracket after an acronym spells out in a foreign
language. That a bracket's letters are the initials of the words before it is read in `text.introductions`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from testimonia.read.lexicon import months_and_weekdays, sentence_openers, words_of
from testimonia.read.names.heads import is_body_noun, is_head, joining_heads, small_words
from testimonia.read.names.pieces import is_capital

LONGEST_NAME = 220
"""Code points before a bracket in which its name begins."""
FEWEST_LETTERS = 3
"""Capitals and digits from which what stands in brackets closes a name whose initials it is not; two are a country's or a note's."""
MOST_WORDS = 14
"""Words of the longest name that a bracket holds."""
_BRACKET = re.compile(r"[\"”’]?[ \t]*[(\[](?:or |the )?[\"“‘]?(?P<acronym>[^\W\d_][\w./–&-]{1,11})[\"”’]?[ \t]*[)\],;]")
_WORD = re.compile(r"\S+")
_STOP = re.compile(r"[.;:!?)\]…—][\"”’]?$")
_EXPANSION = re.compile(r"(?<![\w-])(?P<acronym>[A-Z][\w–-]{1,11})[ \t]*[(\[][\"“‘]?(?P<name>[^()\[\]\n,;:\"“”]{8,120})[\"”’]?[)\]]")
_NUMBER = re.compile(r"^\d{1,4}(?:st|nd|rd|th)?$")
_LEADS_ON = frozenset(("of", "for", "in", "against", "to", "on", "with"))
"""Small words after which "the" stands inside a name."""
_JOINTS = frozenset(("of", "for", "in", "against", "to"))


def bracketed_names(text: str, known: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Find the names that a bracket closes or holds.

    Args:
        text: A document's text.
        known: Where the acronyms begin whose names are known by their initials.

    Yields:
        Offsets of names.

    Example:
        >>> text = "It left the Pact for Hope, Bread and Work (PESCT) then."
        >>> [text[a:b] for a, b in bracketed_names(text, ())]
        ['Pact for Hope, Bread and Work']
    """
    for match in _BRACKET.finditer(text):
        letters = [c for c in match["acronym"] if c.isupper() or c.isdigit()]
        if len(letters) >= FEWEST_LETTERS and match.start("acronym") not in known:
            span = _foreign_name_before(text, match.start()) or _name_before(text, match.start(), match["acronym"])
            if span is not None:
                yield span
    for match in _labelled().finditer(text):
        if _is_name(match["name"]):
            yield match.start("name"), match.start("name") + len(match["name"].rstrip())
    for match in _EXPANSION.finditer(text):
        if _is_foreign_name(match["name"], match["acronym"]):
            yield match.span("name")


def _name_before(text: str, end: int, acronym: str) -> tuple[int, int] | None:
    """Find the name of several parts before an acronym in brackets; None where it has but one, or no head word of bodies."""
    words = _words_before(text, end)
    cores = [w.group().strip('"“”‘’,') for w in words]
    low = [c.lower() for c in cores]
    first = _hard_start(low)
    part = first
    for n in range(len(words) - 2, first - 1, -1):
        if low[n] == "and" or words[n].group().endswith(","):
            part = n + 1
            break
    while part < len(words) and not any(map(_is_body, low[part:])):
        before = part - 1
        while before > first and (low[before] == "and" or words[before].group().endswith(",")):
            before -= 1
        before = max((n + 1 for n in range(first, before) if low[n] == "and" or words[n].group().endswith(",")), default=first)
        if before >= part:
            return None
        part = before
    while part < len(words) and (low[part] in small_words() or low[part] in sentence_openers()):
        part += 1
    if not _is_one_name(words, low, part, acronym):
        return None
    return words[part].start() + len(words[part].group()) - len(words[part].group().lstrip('"“‘')), end


def _foreign_name_before(text: str, end: int) -> tuple[int, int] | None:
    """Find the name in another language that a bracket closes, most of its words small: "the Parti pour la liberation du peuple (X)".

    It begins with a noun for bodies after the last English word, and a particle of its language stands in it.
    """
    line = text.rfind("\n", 0, end) + 1
    taken: list[re.Match[str]] = []
    for word in reversed(list(_WORD.finditer(text, max(line, end - LONGEST_NAME), end))):
        if word.group()[-1] in ".,;:!?)]" or word.group().lower() in words_of("names", "before_foreign") or len(taken) == MOST_WORDS:
            break
        taken.append(word)
    taken.reverse()
    cores = [word.group().strip('"“”‘’') for word in taken]
    first = next((n for n, core in enumerate(cores) if core[:1].isupper() and is_body_noun(core.lower())), len(cores))
    own = cores[first + 1 :]
    foreign = words_of("names", "particles") - words_of("names", "english_particles")
    told = any(core in foreign for core in own) and any(core.islower() and core not in small_words() for core in own)
    return (taken[first].start() + taken[first].group().index(cores[first]), end) if told and own[-1] not in small_words() else None


def _words_before(text: str, end: int) -> list[re.Match[str]]:
    """Give the words before a bracket as far left as a name may reach: capitalised ones, numbers and small words."""
    line = text.rfind("\n", 0, end) + 1
    taken: list[re.Match[str]] = []
    for word in reversed(list(_WORD.finditer(text, max(line, end - LONGEST_NAME), end))):
        core = word.group().strip('"“”‘’,')
        if taken and _STOP.search(word.group()):
            break
        small = core in small_words() or core == "former"
        if not (is_capital(core) or small or _NUMBER.match(core) or core.lower() in months_and_weekdays()):
            break
        taken.append(word)
    taken.reverse()
    while taken and not is_capital(taken[0].group().strip('"“”‘’,')):
        taken = taken[1:]
    return taken


def _hard_start(low: Sequence[str]) -> int:
    """Give the place left of which no name reaches: after an article that stands in no name, or that begins a body's own after "of"."""
    for n in range(len(low) - 2, -1, -1):
        if low[n] == "the" and (n == 0 or low[n - 1] not in _LEADS_ON or _begins_a_body(low[n + 1 :])):
            return n + 1
    return 0


def _begins_a_body(low: Sequence[str]) -> bool:
    """Say whether words begin with a body's own name: "Front for X", "Red Army", not "Liberation of X"."""
    lead = next((n for n, word in enumerate(low) if word in _JOINTS), len(low))
    return lead > 0 and _is_body(low[lead - 1]) and low[lead - 1] in joining_heads()


def _is_body(word: str) -> bool:
    return is_head(word) or (is_body_noun(word) and word not in words_of("names", "peoples"))


def _is_one_name(words: Sequence[re.Match[str]], low: Sequence[str], part: int, acronym: str) -> bool:
    """Say whether the words before a bracket, from one of them on, are a name of several parts that the acronym may stand for."""
    own = low[part:]
    if not any(word in small_words() for word in own) or not any(map(_is_body, own)):
        return False
    commas = any(word.group().endswith(",") for word in words[part:])
    if commas and "and" not in own[-3:]:
        return False
    if low[-1][:1] == acronym[:1].lower() and low[-2] == "and":
        return False  # "the Front for X and Hizb (HZB)"
    return bool({word[:1] for word in own if word not in small_words()} & {c.lower() for c in acronym})


def _is_name(words: str) -> bool:
    """Say whether words may be one name in another language: several, the first capitalised, no sentence."""
    parts = words.split()
    return 1 < len(parts) <= MOST_WORDS and parts[0][:1].isupper() and not words.rstrip().endswith(".")


def _is_foreign_name(words: str, acronym: str) -> bool:
    """Say whether a bracket after an acronym holds a name in another language: its particles say so, and its first letter."""
    parts = words.split()
    foreign = words_of("names", "particles") - words_of("names", "english_particles")
    few = len(parts) > 2 and _is_name(words) and parts[0][:1].casefold() == acronym[:1].casefold()
    return few and any(p in foreign for p in parts) and not any(p in ("the", "of", "and", "for", "is", "was") for p in parts)


@cache
def _labelled() -> re.Pattern[str]:
    """Match a name after its language in brackets: "(Portuguese: A B C, ABC; Tetum: ...)"."""
    languages = "|".join(sorted(name.capitalize() for name in words_of("names", "languages") | words_of("naming", "languages")))
    return re.compile(rf"[(\[;,]\s*(?:in\s)?(?:{languages}):\s*[\"“]?(?P<name>[^;,()\[\]\n\"“”]{{3,120}})(?=[;,)\]\"”])")
