"""Cut a passage at its white space: each piece with its core, and what the punctuation around it says of names.

Every question that is asked of a piece again and again (is it capitalised, is it a head word) is answered once, here.
"""

import re
from typing import NamedTuple

from testimonia.read.lexicon import months_and_weekdays, sentence_openers, words_of

_PIECE = re.compile(r"[^\s—]+|—")
"""A run without white space; a long dash stands by itself, also where words are set close to it."""
_CORE = re.compile(r"^[\"'“”‘’«»(\[{*_–—-]*(.*?)((?:['’]s|[’'])?[\"'“”‘’«».,;:!?)\]}*_…–—\u200b\u200e\u200f]*)$", re.DOTALL)
_INITIALS = re.compile(r"^(?:[A-Z]\.){2,}$")
_INITIAL_BEFORE = re.compile(r" (?:[A-Z]\. ){0,2}(?P<surname>[A-ZÀ-Þ][\w’'-]+)(?:[ ,;:.)’']|$)", re.MULTILINE)
"""What follows an initial: further ones and a surname."""
_TOO_LONG_A_NUMBER = re.compile(r"^[A-Z]+\d{3,}")
_ARTICLE = re.compile(
    r"^(?:al|el|ul|ad|ed|as|es|ash|ar|at|an|az|adh|ath|ez|er|et|en|esh|eth|edh|wal|wa|us|ud|ur|um|abu|bin|ben|ibn|umm|fi|bi|(?-i:e|i|l|d|o))[-‑–’'](?=\w)",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    r"^(.+)[-‑–](?:led|based|backed|linked|aligned|affiliated|controlled|held|dominated|allied|occupied|run|owned|trained|inspired|supported"
    r"|funded|sponsored|born|style|era|speaking|majority|administered|affiliate|loyal|supporting|wide|occupied|bound|friendly|ruled|armed"
    r"|oriented|focused|centred|centered|hosted|brokered|mediated|appointed|leaning|sympathi[sz]ing|sanctioned)$"
)
_FORMER = re.compile(r"^[Ee]x[-‑–](?=[A-ZÀ-Þ])")
"""What makes a body a former one, or its members former ones: "ex-FARC", "ex-Séléka"."""
_PREFIXED = re.compile(r"^[a-z]{1,3}[A-Z][a-z]{2,}")
"""A word whose prefix is written small before its capital, as in Nguni and Irish names: eThekwini, hÉireann."""
_AFTER_DAY = re.compile(r"^[1-3]?\d[NJSOFA]$")
"""Day and initial of the month: 17N. Letters that count or measure (15M, 4K) are left out."""
_DAY = re.compile(r"^\d{1,2}(?:st|nd|rd|th)?$")
_ORDINAL = re.compile(r"^\d{1,4}(?:st|nd|rd|th)$|^\d{0,2}[23]d$")
_YEAR = re.compile(r"^1[89]\d\d$|^20\d\d$")


class Piece(NamedTuple):
    """A run without white space: its core without punctuation, and what is told of names by it.

    `low` is the core in lower case, `opens` and `closes` say that the punctuation before or after it, or the edge of a table's cell, ends
    a name, `quoted` that it closes with nothing but a quotation mark, `comma` with nothing but a comma. `compound` marks the X of "X-led"
    and of "ex-X", whose core is X alone.
    """

    start: int
    end: int
    core: str
    low: str
    opens: bool
    closes: bool
    possessive: bool
    first: bool
    capital: bool
    quoted: bool
    compound: bool
    comma: bool = False


def cut_pieces(text: str, *, start: int, end: int) -> list[Piece]:
    """Cut a passage into pieces between white space, each with its core.

    Args:
        text: The document's text.
        start: First code point of the passage.
        end: One past its last code point.

    Returns:
        Pieces in text order; a piece of punctuation alone has an empty core and closes whatever runs.
    """
    pieces: list[Piece] = []
    first = True
    months = months_and_weekdays()
    for match in _PIECE.finditer(text, start, end):
        whole = match.group()
        cell = match.start() > start and text[match.start() - 1] == "\t"
        if whole.isalpha():  # most words: nothing to cut off
            low = whole.lower()
            capital = (
                (whole[0] != low[0] or _PREFIXED.match(whole) is not None)
                and (low not in months or whole == "Am")
                and whole not in ("I", "A")
            )
            pieces.append(Piece(match.start(), match.end(), whole, low, cell, False, False, first, capital, False, False))
            first = False
            continue
        core, at, mark, lead, possessive = _cut_marks(whole, match.start())
        compound = _COMPOUND.match(core) if "-" in core or "‑" in core or "–" in core else None
        if compound is not None:
            core, mark = compound.group(1), "-"
        former = _FORMER.match(core)
        if former is not None:
            core, at = core[former.end() :], at + former.end()
        if len(core) == 1 and core.isupper() and mark == "." and not lead and _is_initial(text, match.end(), pieces):
            core, mark = core + ".", ""  # "K. P. Sharma Oli"
        closes, opens, quoted = mark != "" or core == "", cell or lead.strip("*_") != "", mark != "" and not mark.strip("\"”’»'")
        pieces.append(
            Piece(
                at,
                at + len(core),
                core,
                core.lower() if core else whole,
                opens,
                closes,
                possessive,
                first,
                is_capital(core),
                quoted,
                compound is not None or former is not None,
                mark == ",",
            )
        )
        first = any(c in ".!?:" for c in mark) or (core == "" and whole in "•-–—*")
        if closes and any(c in '"“”(' for c in mark + lead):
            first = first or lead.strip() in ("“", '"')
    return pieces


def _is_initial(text: str, end: int, before: list[Piece]) -> bool:
    """Say whether a letter with a full stop is an initial and ends no sentence ("they reached area C. Fighters left")."""
    match = _INITIAL_BEFORE.match(text, end)
    if match is None or (before and before[-1].low in words_of("names", "numbered")):
        return False
    return match["surname"].lower() not in sentence_openers()


def _cut_marks(whole: str, start: int) -> tuple[str, int, str, str, bool]:
    """Give the core of a piece and its offset, the marks after and before it, and whether it ends in a possessive."""
    split = _CORE.match(whole)
    core, tail = (split.group(1), split.group(2)) if split else (whole, "")
    if tail.startswith(".") and _INITIALS.match(core + "."):
        core, tail = core + ".", tail.removeprefix(".")
    at = start + whole.index(core) if core else start
    possessive = tail[:2] in ("'s", "’s") or (tail in ("'", "’") and core.endswith("s"))
    mark = tail[2:] if tail[:2] in ("'s", "’s") else tail.lstrip("'’")
    return core, at, mark, whole[: at - start], possessive


def is_capital(core: str) -> bool:
    """Say whether a word is written as words of names are.

    Args:
        core: The word without punctuation around it.

    Returns:
        True for capitals, also after a small article ("al-Sham"); False for months and weekdays, and for "I" and "A".
    """
    if not core or core in ("I", "A") or core[:2] in ("I'", "I’"):
        return False
    if core[0].islower() and core.isalpha():
        return _PREFIXED.match(core) is not None  # "uMkhonto"
    if has_article(core):
        return any(c.isupper() for c in core)
    if core.lower().rstrip(".") in months_and_weekdays():
        return False
    bare = core.lstrip("‘’'ʿʼ`")
    if core[0].isdigit():
        return _AFTER_DAY.match(core) is not None
    return bare[:1].isupper() and not (bare[-1].isdigit() and _TOO_LONG_A_NUMBER.match(bare))


def has_article(core: str) -> bool:
    """Say whether a word begins with an article or particle that is written to it.

    Args:
        core: The word.

    Returns:
        True for al-Sham, e-Tayyiba, l’Unification.
    """
    return _ARTICLE.match(core) is not None


def date_length(pieces: list[Piece], i: int) -> int:
    """Count the pieces of a date or number that may begin or end a name.

    Args:
        pieces: The pieces of a passage.
        i: Position of the first one.

    Returns:
        2 for "March 23" and "23 May", 1 for "51st" and "1920", else 0.
    """
    one = pieces[i]
    months = months_and_weekdays()
    if not one.core or one.possessive or not (one.core[0].isdigit() or one.low in months):
        return 0
    two = pieces[i + 1] if i + 1 < len(pieces) and not one.closes and not pieces[i + 1].opens else None
    if two is not None and two.core and not two.possessive:
        day_after, day_before = (
            one.low in months and one.core[0].isupper() and _DAY.match(two.core),
            two.low in months and two.core[0].isupper(),
        )
        if day_after or (day_before and _DAY.match(one.core)):
            return 2
    return 1 if _ORDINAL.match(one.core) or _YEAR.match(one.core) else 0
