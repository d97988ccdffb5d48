"""Find runs of capitalised words that may be names, before the text is parsed.

A name of several words, or with hyphens and small particles ("Jama'at Nusrat al-Islam wal-Muslimin"), confuses a parser; it is handed
over as one word. Only orthography and the words of `codebook/words` are used here; what kind of thing a name is comes later.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from testimonia.read.lexicon import any_of, flat, months_and_weekdays, sentence_openers, words_of
from testimonia.read.names.ahead import capital_at, last_of_run
from testimonia.read.names.aims import series
from testimonia.read.names.bridges import bridge, is_foreign_word
from testimonia.read.names.heads import (
    is_body_noun,
    is_foreign_head,
    is_head,
    is_honorific,
    is_programme,
    joining_heads,
    small_words,
)
from testimonia.read.names.pieces import Piece, cut_pieces, date_length, has_article
from testimonia.read.names.trimming import trimmed
from testimonia.text.geography import country_of_adjective, is_country

LONGEST_SHOUT = 160
"""Code points up to which a passage in capitals is taken for a heading."""
_CARDINAL = re.compile(r"^[1-9]\d{0,3}$")
_UNIT_WITHIN = 3
"""Words after a number within which the unit's noun stands."""
_ARTICLES = frozenset(("al", "el", "ul", "ash", "az"))
"""Articles that stand by themselves before a name and are no English words: "al Qaeda"."""
_ACRONYM = re.compile(r"^(?=(?:.*[A-Z0-9]){2})[A-Z0-9][\w./–-]{1,11}$")
_NUMBERED = re.compile(r"^(?:[A-Z]{1,4}-?\d{1,4}|[A-Z]-\d{1,3}|\d{1,2}[A-Z]{1,3})$")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of words that may be a name.

    `headed` tells that one of them is a head word of organisations' names, `merge` that the parser should see one word, `stated` that the
    text itself says how far the name reaches, `stands` that it is a name whatever the parser thinks of it.
    """

    start: int
    end: int
    words: tuple[str, ...]
    headed: bool
    merge: bool
    stated: bool = False
    stands: bool = False


def find_chunks(
    text: str, *, start: int, end: int, lower: frozenset[str] = frozenset(), stated: Sequence[tuple[int, int]] = ()
) -> list[Chunk]:
    """Find the runs of words in a passage that may be names.

    Args:
        text: The document's text.
        start: First code point of the passage.
        end: One past its last code point.
        lower: Words that the document also writes in lower case; at the start of a sentence they open no name.
        stated: Offsets of names in the passage whose extent the text states.

    Returns:
        Chunks in text order, none overlapping another.

    Example:
        >>> text = "In 2017 the Front for the Defence of Nature joined them."
        >>> [text[c.start:c.end] for c in find_chunks(text, start=0, end=len(text))]
        ['Front for the Defence of Nature']
    """
    pieces = cut_pieces(text, start=start, end=end)
    chunks: list[Chunk] = []
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        if piece.low == "staff" and [p.low for p in pieces[max(0, i - 2) : i]] == ["chief", "of"]:
            i += 1  # "Chief of Staff X": an office
            continue
        if not piece.capital or (piece.first and _opens_no_name(pieces, i, lower)):
            dated = _dated_name(pieces, i) or _after_article(pieces, i)
            if dated is None:
                i += 1
                continue
            run, i = dated
        else:
            run, i = _run(pieces, i)
        chunks.extend(_trim(run, before=_noun_after(run, pieces, i)))
    if chunks and is_shouted(text, start, end):
        chunks = [c for c in chunks if _is_name_in_capitals(text, c)]
    chunks = [replace(c, stands=True) if _is_bracketed_acronym(text, c) else c for c in chunks]
    return _with_stated(text, chunks, stated) if stated else chunks


def is_shouted(text: str, start: int, end: int) -> bool:
    """Say whether a passage is written in capitals throughout, as headings are: there capitals tell nothing of names.

    Args:
        text: The document's text.
        start: First code point of the passage.
        end: One past its last code point.

    Returns:
        True for several words without a small letter.
    """
    return end - start <= LONGEST_SHOUT and text[start:end].isupper() and len(text[start:end].split()) > 1


def _is_bracketed_acronym(text: str, chunk: Chunk) -> bool:
    """Say whether a word is an acronym that fills a bracket: a name, though a parser of the bracket alone may not see it."""
    if len(chunk.words) > 1 or _ACRONYM.match(chunk.words[0]) is None or not any(map(str.isalpha, chunk.words[0])):
        return False
    return text[: chunk.start].endswith(("(", "[", "(the ", "(or ", "(“", '("')) and text[chunk.end : chunk.end + 1] in (
        ")",
        "]",
        ",",
        ";",
        "”",
        '"',
    )


def _is_name_in_capitals(text: str, chunk: Chunk) -> bool:
    """Say whether words in a line of capitals are a name: an acronym, a body's or place's by its words, or one written so elsewhere."""
    if len(chunk.words) == 1:
        return True
    name = " ".join(chunk.words)
    first, last = chunk.words[0].lower(), chunk.words[-1].lower()
    if is_head(last) or is_foreign_head(first) or (is_head(first) and first != "people") or is_country(name.title()):
        return True
    return re.search(r"\s+".join(map(re.escape, chunk.words)), text[chunk.end :], re.IGNORECASE) is not None


def _with_stated(text: str, chunks: list[Chunk], stated: Sequence[tuple[int, int]]) -> list[Chunk]:
    """Put names whose extent is stated in place of the chunks that they touch; what a chunk has before one belongs to it."""
    found: list[Chunk] = []
    at = 0
    for start, end in stated:
        while at < len(chunks) and chunks[at].end <= start:
            found.append(chunks[at])
            at += 1
        begin = start
        while at < len(chunks) and chunks[at].start < end:
            lead = text[chunks[at].start : start].rstrip().removesuffix(" and")
            if text.startswith(" and", chunks[at].start + len(lead)) and not small_words().intersection(lead.lower().split()):
                words = tuple(lead.split())  # two names: "the X and Y Army (YA)", but one in "Movement for X and Y (MXY)"
                found.append(Chunk(chunks[at].start, chunks[at].start + len(lead), words, False, len(words) > 1))
            else:
                begin = min(begin, chunks[at].start)
            at += 1
        words = tuple(text[begin:end].split())
        found.append(Chunk(begin, end, words, any(is_head(w.lower()) for w in words), merge=True, stated=True))
    return [*found, *chunks[at:]]


def _dated_name(pieces: list[Piece], i: int) -> tuple[list[Piece], int] | None:
    """Give the run of a body named after a day, a year or a number that begins here: "March 23 Movement", "51st Division"."""
    size = date_length(pieces, i) or _number_of_unit(pieces, i)
    if not size and _is_number_of_gang(pieces, i):
        run, following = _run(pieces, i + 1)
        return [pieces[i], *run], following
    if not size or not capital_at(pieces, i + size) or pieces[i + size - 1].closes:
        return None
    before = pieces[i - 1].low if i and not pieces[i].first else ""
    cardinal = size == 1 and pieces[i].core.isdigit() and not _number_of_unit(pieces, i)
    if before in words_of("names", "dates_follow") or (cardinal and before not in ("the", "a", "of")):
        return None
    run, following = _run(pieces, i + size)
    if not any(is_body_noun(p.low) for p in run):
        return None
    return [*pieces[i : i + size], *run], following


def _after_article(pieces: list[Piece], i: int) -> tuple[list[Piece], int] | None:
    """Give the run that begins with an article of its own language: "al Qaeda"."""
    if pieces[i].core not in _ARTICLES or pieces[i].closes or not capital_at(pieces, i + 1):
        return None
    run, following = _run(pieces, i + 1)
    return [pieces[i], *run], following


def _number_of_unit(pieces: list[Piece], i: int) -> int:
    """Give 1 for the number of a unit that is named right after it: "77 Field Brigade", "32 Battalion"; a plural is counted."""
    if _CARDINAL.match(pieces[i].core) is None or pieces[i].closes or pieces[i].possessive:
        return 0
    for n in range(i + 1, min(i + 1 + _UNIT_WITHIN, len(pieces))):
        if not capital_at(pieces, n):
            return 0
        if pieces[n].low in words_of("names", "numbered_units"):
            return 1
        if pieces[n].closes:
            return 0
    return 0


def _is_number_of_gang(pieces: list[Piece], i: int) -> bool:
    """Say whether a number opens the name of a group in the singular: "the 28 Numbers gang"; a plural is counted."""
    if _CARDINAL.match(pieces[i].core) is None or pieces[i].closes or not i or pieces[i - 1].low != "the" or not capital_at(pieces, i + 1):
        return False
    _, following = _run(pieces, i + 1)
    return following < len(pieces) and not pieces[following - 1].closes and pieces[following].low in words_of("names", "groups_of_persons")


def _opens_no_name(pieces: list[Piece], i: int, lower: frozenset[str]) -> bool:
    """Say whether the first word of a sentence is capitalised only because it is first."""
    word = pieces[i].low
    capital_next = not pieces[i].closes and capital_at(pieces, i + 1)
    if capital_next and word in words_of("names", "opening") and pieces[i + 1].low not in words_of("relations", "wing_nouns"):
        return False
    joined = i + 1 < len(pieces) and not pieces[i].closes and pieces[i + 1].low in ("of", "for")
    if joined and word in words_of("names", "ordinals") and i + 2 < len(pieces) and pieces[i + 2].low in months_and_weekdays():
        return False
    if is_body_noun(word) and not pieces[i].closes and i + 1 < len(pieces) and _names_a_body_so(pieces, i):
        return False
    if joined and is_head(word) and word in joining_heads() and word not in flat("joining_units") and _is_named_so(pieces, i + 2):
        return False  # "Army of the Guardians"
    if word in sentence_openers() or word in words_of("people", "not_of_a_role"):
        return True
    if (word in words_of("people", "members") or word in words_of("people", "anonymous")) and not capital_next:
        return True
    return word in lower and (not (capital_next or joined) or word.endswith(("ed", "ing", "ly")))


def _names_a_body_so(pieces: list[Piece], i: int) -> bool:
    """Say whether a noun for a body begins a name by what follows it: "Forces populaires de X", "Unit 910"."""
    numbered = pieces[i].low in words_of("names", "numbered") and _CARDINAL.match(pieces[i + 1].core) is not None
    return numbered or is_foreign_word(pieces[i + 1])


def _is_named_so(pieces: list[Piece], at: int) -> bool:
    """Say whether a name goes on at a piece, or after its article, with what is no country: "the Guardians", "Conquest"."""
    at += pieces[at].low == "the" if at < len(pieces) else 0
    return capital_at(pieces, at) and not is_country(pieces[at].core) and country_of_adjective(pieces[at].core) is None


def _run(pieces: list[Piece], i: int) -> tuple[list[Piece], int]:
    """Extend a run of capitalised pieces as far as the name goes."""
    run = [pieces[i]]
    while i + 1 < len(pieces):
        piece, nxt = pieces[i], pieces[i + 1]
        if piece.closes:
            listed = series(pieces, i, run) if piece.comma else 0
            if listed:
                run.extend(pieces[i + 1 : i + 1 + listed])
                i += listed
                continue
            if not (
                piece.quoted
                and run[0].opens
                and not nxt.opens
                and nxt.capital
                and is_head(nxt.low)
                and run[0].low not in sentence_openers()
            ):
                break  # but the “Nightingale” Brigade is one name
        elif nxt.opens or (piece.possessive and not _possessive_inside(pieces, i, run)):
            break
        if nxt.capital:
            run.append(nxt)
            i += 1
            continue
        if nxt.low in words_of("places", "joined") and not any(is_body_noun(p.low) or p.low in small_words() for p in run):
            return [*run, nxt], i + 2  # "Kandahar airport"
        skip = bridge(pieces, i, run)
        if not skip:
            break
        run.extend(pieces[i + 1 : i + 1 + skip])
        i += skip
    return run, i + 1


def _possessive_inside(pieces: list[Piece], i: int, run: list[Piece]) -> bool:
    """Say whether a possessive belongs to the name: "Lord's Resistance Army", "Martyrs' Brigades", but not "Iraq's Kurdistan"."""
    if not capital_at(pieces, i + 1):
        return False
    owner = run[-1].low
    if is_honorific(owner) or owner in words_of("names", "revered"):
        return len(run) > 1 or owner in flat("possessive_inside")  # "Students of the Imam's Path"
    if owner.endswith("s") and (owner in words_of("people", "members") or owner[:-1] in any_of(("people", "titles"), ("people", "roles"))):
        return is_head(last_of_run(pieces, i + 1))  # "Free Officers' Movement"
    aimed = len(run) > 2 and run[-2].low == "for" and is_head(run[-3].low) and is_programme(last_of_run(pieces, i + 1))
    return aimed or run[-1].low in flat("possessive_inside")  # "Army for X's Liberation"


def _noun_after(run: list[Piece], pieces: list[Piece], i: int) -> str:
    """Give the word right after a run, in lower case; empty where a mark stands between or nothing follows."""
    return "" if run[-1].closes or run[-1].possessive or i >= len(pieces) or pieces[i].opens else pieces[i].core


def _trim(run: list[Piece], *, before: str) -> list[Chunk]:
    """Take titles off a run that stands before a word, split it at titles inside it, and say what is left."""
    return [_chunk(part) for part in trimmed(run, before=before)]


def _chunk(run: list[Piece]) -> Chunk:
    words = tuple(p.core for p in run)
    many = len(run) > 1
    headed = any(is_head(part) for p in run for part in p.low.split("–"))
    small = small_words()
    joined = any(p.low in small and not p.capital for p in run[1:]) or (many and (run[0].core[0].isdigit() or run[0].core in _ARTICLES))
    hyphened = any(has_article(w) or "-" in w for w in words)
    whole = not (run[0].compound or run[-1].compound)  # "X" of "X-led" is part of a word that the parser sees
    initialled = many and any(len(w) == 2 and w[1] == "." for w in words)
    numbered = many and words[-1].isdigit()
    merge = (many and (headed or joined or initialled or numbered)) or hyphened or _NUMBERED.match(words[0]) is not None
    return Chunk(run[0].start, run[-1].end, words, headed, merge and whole, stands=not whole)
