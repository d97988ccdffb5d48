"""Stated numbers: counts with the bounds that the words give them.

A count of people, things or actions becomes a `StatedNumber`; dates, ages, measures, shares, times, references and numbers inside names
do not. Bounds are the text's own, in UCDP's manner: None is not stated, which 0 is not.

Steps: one pass finds number expressions with their qualifiers; `_is_count` refuses what the words around tell to be no count; bounds are
computed.

Follows: the codebook, section 3, figures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from testimonia.text.scanning import DIGITS, openers_of, scan
from testimonia.text.wordlists import word_list

FIRST_YEAR, LAST_YEAR = 1500, 2099
"""A bare four-digit number in this range is read as a year unless a counted noun follows it."""

LARGEST = 10**12
"""Digits that make a larger number are an identifier or noise; nobody counts so many people, things or actions."""

_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[a-z]+")
_SPACE = r"[ \t\u00a0\u202f]+|[ \t]*\r?\n[ \t]*(?=\S)"
_DASH = r"[ \t]?[-–—‑][ \t]?"


@dataclass(frozen=True, slots=True)
class StatedNumber:
    """A number as the text states it.

    `start` and `end` enclose the whole expression with its qualifier ("at least 8"); `words` are its words. `low` and `high` are inclusive;
    None means that the text states no such bound.
    """

    start: int
    end: int
    low: int | None
    high: int | None
    words: str


def find_quantities(text: str, *, start: int = 0) -> list[StatedNumber]:
    """Return the counts that a text states, in reading order.

    It does not say what is counted; that is the grammar's work.

    Args:
        text: A sentence, a paragraph or a whole document.
        start: Offset of the text's first code point in the document, added to every offset.

    Returns:
        Non-overlapping numbers with inclusive bounds.

    Example:
        >>> [(n.low, n.high) for n in find_quantities("More than 400 rebels and at least eight soldiers died; dozens fled.")]
        [(401, None), (8, None), (12, None)]
    """
    if not _DIGIT.search(text) and _number_words().isdisjoint(_WORDS.findall(text.lower())):
        return []  # most sentences count nothing, and the grammar of numbers is long
    found = []
    for match in scan(_expression(), _openers(), text, 0, len(text)):
        bounds = _bounds(match, text)
        if bounds is not None:
            begin, end = match.span()
            found.append(StatedNumber(begin + start, end + start, bounds[0], bounds[1], match.group()))
    return found


def _bounds(match: re.Match[str], text: str) -> tuple[int | None, int | None] | None:
    if match["none"] is not None:
        return 0, 0
    if not _is_count(match, text):
        return None
    if match["vague"] is not None:
        low = _vague_value(match["vague"])
        return (None, low) if _qualifier(match) in ("at_most", "fewer_than") else (low, None)
    first, second = _value(match["first"]), None if match["second"] is None else _value(match["second"])
    if first is None or (match["second"] is not None and second is None):
        return None
    if second is not None:
        first = _distributed(first, match["first"], match["second"])
        if first > second:
            return None
    return _bounded(_qualifier(match), first, first if second is None else second)


def _bounded(qualifier: str, low: int, high: int) -> tuple[int | None, int | None]:
    if qualifier == "at_least":
        return low, None
    if qualifier == "more_than":
        return low + 1, None
    if qualifier == "at_most":
        return None, high
    if qualifier == "fewer_than":
        return None, max(0, high - 1)
    return low, high


def _qualifier(match: re.Match[str]) -> str:
    """The kind of the qualifier before or after the number, or `about` where there is none."""
    if match["after"] is not None:
        return _kinds("after")[_spaced(match["after"])]
    if match["plus"] is not None:
        return "at_least"
    return "about" if match["before"] is None else _kinds("before")[_spaced(match["before"])]


def _is_count(match: re.Match[str], text: str) -> bool:
    begin = match.start("vague") if match["first"] is None else match.start("first")
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 24]
    if _is_inside_something(match, before, after):
        return False
    words, following = _words_before(text, begin), _word_after(after)
    if (
        re.match(r"[ \t\u00a0-]per[ \t-]?cent", after, re.IGNORECASE)
        or following in _words("measures")
        or _is_compound(after)
        or following in _words("months")
    ):
        return False
    if match["vague"] is not None:
        return True
    previous = re.split(r"[-–‑]", words[-1])[-1] if words else ""
    if match["before"] is None and (
        previous.rstrip(".") in _words("numbered") or previous in _words("ages") or previous in _words("months")
    ):
        return False
    return not (_is_year(match, previous, following) or _is_age(match, before, after) or _is_pronoun(match, previous, following, text))


def _is_inside_something(match: re.Match[str], before: str, after: str) -> bool:
    """Part of a longer token, an amount of money, a footnote mark, a list number, a clock time or a numeric date."""
    if before[-1:] and before[-1] in "$€£¥#№§°+*@_&='’‘":
        return True
    if re.match(r"[\])]", after) and before[-1:] and before[-1] in "[(" and match["before"] is None:
        return True
    if re.match(r"[:/.,]\d|[%‰°$€£¥′″]|[ \t]?[.)][ \t](?=\S)", after):
        at_line_start = not before or re.search(r"(?:^|\n)[ \t(]*$", before) is not None
        return not re.match(r"[ \t]?[.)][ \t]", after) or (at_line_start and match["first"] is not None and match["first"].isdigit())
    return re.search(r"\d[:/.,]$|[^\W\d_][-–‑]$|[\d][-–‑]$", before) is not None


def _is_compound(after: str) -> bool:
    """A hyphened compound such as 12-day or two-storey; 5,000-strong still counts."""
    return re.match(r"[-–‑](?!strong\b|odd\b|plus\b)[^\W\d_]", after) is not None or re.match(r"[^\W\d_]|['’]s\b", after) is not None


def _is_year(match: re.Match[str], previous: str, following: str) -> bool:
    """A bare four-digit number without a counted noun; a range counts as years when its first number does."""
    first = match["first"]
    if not (len(first) == 4 and first.isdigit() and FIRST_YEAR <= int(first) <= LAST_YEAR):
        return False
    if match["before"] is not None and _kinds("before")[_spaced(match["before"])] in ("at_least", "more_than", "at_most", "fewer_than"):
        return previous in _words("months")
    return following not in _words("counted") or previous in ("in", "since", "until", "during", "early", "late", "mid")


def _is_age(match: re.Match[str], before: str, after: str) -> bool:
    """Ages set off by commas after a name ("Maria, 24, said") or in years ("24 years old")."""
    if match["before"] is not None or not match["first"].isdigit() or len(match["first"]) > 2:
        return False
    return re.search(r"[^\W\d_], $", before) is not None and re.match(r",|\)|\.\s*$", after) is not None


def _is_pronoun(match: re.Match[str], previous: str, following: str, text: str) -> bool:
    """`one` as a pronoun, and a capitalised number word inside a name such as Group of Seven."""
    first = match["first"]
    if match["before"] is None and first[0].isupper() and re.search(r"[\w,] $", text[: match.start()][-2:]) is not None:
        return True
    if first.lower() != "one" or match["before"] is not None or match["second"] is not None:
        return False
    return previous in ("no", "any", "this", "that", "the", "each", "every", "which", "another") or following in (
        *("of", "another", "side", "hand", "another's", "that", "who", "which", "such", "way", "", "or"),
    )


def _words_before(text: str, begin: int) -> list[str]:
    return [
        word.lower()
        for word in re.findall(
            r"[#№§]|[^\W_][\w.'’-]*(?=[ \t\u00a0]*$)|[^\W_][\w.'’-]*(?=[ \t\u00a0]+\S+[ \t]*$)", text[max(0, begin - 40) : begin]
        )
    ]


def _word_after(after: str) -> str:
    match = re.match(r"[ \t\u00a0\u202f-]*\r?\n?[ \t]*([^\W\d_][\w.'’]*|[%‰°º])", after)
    return "" if match is None else match.group(1).lower().rstrip(".")


def _value(words: str) -> int | None:
    """The value of a digit or word number; None where the words do not form one."""
    parts = re.findall(r"\d[\d.,\u00a0\u202f]*|[a-z]+", words.lower())
    total, current = 0.0, None
    numbers, magnitudes = word_list("numbers"), word_list("numbers")["magnitudes"]
    small = {**numbers["units"], **numbers["tens"]}
    exact = numbers["exact"].get(_spaced(words))
    if exact is not None:
        return int(exact)
    for part in parts:
        if part[0].isdigit():
            current = _digits(part)
        elif part in magnitudes:
            current = (1 if current is None else current) * magnitudes[part]
            if magnitudes[part] >= 1000:
                total, current = total + current, None
        elif part in small:
            if (
                current is not None
                and not (small[part] < 10 and current % 100 >= 20 and current % 10 == 0)
                and not (current % 100 == 0 and current > 0)
            ):
                return None
            current = small[part] + (0 if current is None else current)
        elif part not in ("and", "a", "an"):
            return None
    value = total + (current or 0)
    return round(value) if value <= LARGEST else None


def _digits(part: str) -> float:
    plain = re.sub(r"[\u00a0\u202f]", "", part.rstrip(".,"))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        return float(plain.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", plain):
        return float(plain.replace(".", ""))
    return float(plain.replace(",", ""))


def _distributed(first: int, words: str, second: str) -> int:
    """Twenty in "20 to 40 thousand" is 20,000: a magnitude after the second number holds for the first unless that has its own."""
    magnitudes = word_list("numbers")["magnitudes"]
    last = re.findall(r"[a-z]+", second.lower())
    if last and last[-1] in magnitudes and not any(word in magnitudes for word in re.findall(r"[a-z]+", words.lower())) and first < 1000:
        return first * int(magnitudes[last[-1]])
    return first


def _vague_value(words: str) -> int:
    numbers = word_list("numbers")
    plain = _spaced(words)
    if plain in numbers["vague"]:
        return int(numbers["vague"][plain])
    multiplier, magnitude = plain.rsplit(" ", 1)
    return int(numbers["vague_multipliers"][multiplier] * numbers["magnitudes"][magnitude])


def _spaced(words: str) -> str:
    return " ".join(words.lower().split())


@cache
def _number_words() -> frozenset[str]:
    """Every word of which a number expression has at least one."""
    numbers = word_list("numbers")
    keys = ("units", "tens", "magnitudes", "exact", "vague", "vague_multipliers")
    words = {word for key in keys for entry in numbers[key] for word in _WORDS.findall(str(entry).lower())}
    return frozenset(words | {"no", "without", "nobody", "none", "one"})


@cache
def _openers() -> frozenset[str]:
    """Every first word of an expression."""
    numbers = word_list("numbers")
    keys = ("units", "tens", "magnitudes", "exact", "vague", "vague_multipliers")
    phrases = [*(entry for key in keys for entry in numbers[key]), *_kinds("before")]
    return DIGITS | openers_of(map(str, phrases)) | {"no", "without", "nobody", "none", "between", "from", "a", "an"}


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(str(word).lower() for word in word_list("numbers")[key])


@cache
def _kinds(key: str) -> dict[str, str]:
    return {words: kind for kind, entries in word_list("numbers")[key].items() for words in entries}


def _any_of(words: Iterator[str] | list[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", rf"(?:{_SPACE})") for word in ordered)


@cache
def _expression() -> re.Pattern[str]:
    """The whole grammar as one pattern: bounded alternatives only, so that matching is linear in the text."""
    numbers = word_list("numbers")
    small = _any_of([*numbers["units"], *numbers["tens"]])
    large = _any_of(list(numbers["magnitudes"]))
    joint = r"(?:[ \t\u00a0]+|-)"
    tens = rf"(?:{_any_of(list(numbers['tens']))})(?:{joint}(?:{_any_of(list(numbers['units'])[1:10])}))?|{small}"
    word = rf"(?:(?:an?[ \t])(?={large})|(?:{tens}){joint}(?={large})|)(?:{large})"
    spoken = rf"(?:{tens})(?:{joint}(?:{large})\b){{0,3}}"
    more = rf"(?:(?:(?<=thousand)|(?<=million)|(?<=billion)){joint}(?:and{joint})?(?:{tens}){joint}(?:hundred)\b)?"
    tail = rf"{more}(?:{joint}(?:and{joint})?(?:{tens})\b(?!{joint}(?:{large})))?"
    digits = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    number = rf"(?:(?:{digits})(?:{joint}(?:{large})\b){{0,2}}|(?:{_any_of(list(numbers['exact']))})\b|(?:{spoken}|{word}){tail}\b)"
    multiplied = rf"(?:{_any_of(list(numbers['vague_multipliers']))})(?:{_SPACE})(?:{large})(?!s)"
    vague = rf"(?:{multiplied}|{_any_of(list(numbers['vague']))})\b"
    before = _any_of(list(_kinds("before")))
    after = _any_of(list(_kinds("after")))
    was = r"[ \t](?:was|were|had[ \t]been|has[ \t]been|have[ \t]been)[ \t]"
    nobody = rf"(?:no[ \t]one|nobody|none)(?={was}(?:{_any_of(numbers['none_verbs'])})\b)"
    none = rf"(?:no|without|without[ \t]causing|without[ \t]any)[ \t](?:{_any_of(numbers['none_of'])})\b|{nobody}"
    return re.compile(
        rf"(?<![\w.$€£])(?:(?P<none>{none})|(?:(?P<before>{before})(?:{_SPACE}))?(?:(?P<between>between|from)(?:{_SPACE}))?"
        rf"(?:(?P<vague>{vague})|(?P<first>{number})(?:(?:(?:{_SPACE})(?:to|or|(?(between)and|to))(?:{_SPACE})|{_DASH})(?P<second>{number}))?)"
        rf"(?P<plus>\+)?(?:(?:{_SPACE})(?P<after>{after})\b)?)",
        re.IGNORECASE,
    )
