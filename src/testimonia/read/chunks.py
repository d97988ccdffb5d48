"""Find runs of capitalised words that may be names, before the text is parsed.

A name of several words, or with hyphens and small particles ("Jama'at Nusrat al-Islam wal-Muslimin"), confuses a parser; it is handed
over as one word. Only orthography and the head words of `codebook/words/organisations.yml` are used here; what kind of thing a name is
comes later.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from testimonia.codebook.words import load_words
from testimonia.read.lexicon import flat, months_and_weekdays, organisation_heads, sentence_openers, words_of

_PIECE = re.compile(r"\S+")
_CORE = re.compile(r"^[\"'“”‘’«»(\[{*_–—-]*(.*?)((?:['’]s|[’'])?[\"'“”‘’«».,;:!?)\]}*_…–—]*)$", re.DOTALL)
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|ed|as|es|ash|ar|at|an|az|adh|ath|wal|abu|bin|ben|ibn|um|umm)[-‑–’'](?=\w)", re.IGNORECASE)
_INITIALS = re.compile(r"^(?:[A-Z]\.){2,}$")
_NUMBERED = re.compile(r"^(?:[A-Z]{1,4}-?\d{1,4}|[A-Z]-\d{1,3})$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run without white space: its core without punctuation, and whether the punctuation around it ends a name."""

    start: int
    end: int
    core: str
    opens: bool
    closes: bool
    possessive: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of words that may be a name.

    `headed` tells that one of them is a head word of organisations' names, `merge` that the parser should see one word.
    """

    start: int
    end: int
    words: tuple[str, ...]
    headed: bool
    merge: bool


@cache
def _joining() -> frozenset[str]:
    """Head words after which "of" and "for" go on with the name."""
    heads = {
        word for group in load_words("organisations").values() if isinstance(group, Mapping) and group["joins"] for word in group["words"]
    }
    return frozenset(heads | set(words_of("named_events", "heads")) | flat("joining_units"))


def cut_pieces(text: str, *, start: int, end: int) -> list[Piece]:
    """Cut a passage into pieces between white space, each with its core.

    Args:
        text: The document's text.
        start: First code point of the passage.
        end: One past its last code point.

    Returns:
        Pieces in text order; a piece of punctuation alone has an empty core and closes whatever runs.
    """
    pieces = []
    first = True
    for match in _PIECE.finditer(text, start, end):
        whole = match.group()
        split = _CORE.match(whole)
        core, tail = (split.group(1), split.group(2)) if split else (whole, "")
        if tail.startswith(".") and _INITIALS.match(core + "."):
            core, tail = core + ".", tail.removeprefix(".")
        at = match.start() + whole.index(core) if core else match.start()
        lead = whole[: at - match.start()]
        possessive = tail[:2] in ("'s", "’s") or (tail in ("'", "’") and core.endswith("s"))
        mark = tail[2:] if tail[:2] in ("'s", "’s") else tail.lstrip("'’")
        closes = bool(mark) or core == ""
        pieces.append(Piece(at, at + len(core), core, bool(lead.strip("*_")), closes, possessive, first))
        first = any(c in ".!?:" for c in mark) or (core == "" and whole in "•-–—*")
        if closes and any(c in '"“”(' for c in mark + lead):
            first = first or lead.strip() in ("“", '"')
    return pieces


def find_chunks(text: str, *, start: int, end: int, lower: frozenset[str] = frozenset()) -> list[Chunk]:
    """Find the runs of words in a passage that may be names.

    Args:
        text: The document's text.
        start: First code point of the passage.
        end: One past its last code point.
        lower: Words that the document also writes in lower case; at the start of a sentence they open no name.

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
        if _is_dated_name(pieces, i):
            run, following = _run(pieces, i + 2)
            chunks.extend(_trim([pieces[i], pieces[i + 1], *run]))
            i = following
            continue
        if not _is_capital(pieces[i]) or (pieces[i].first and _opens_no_name(pieces, i, lower)):
            i += 1
            continue
        run, i = _run(pieces, i)
        chunks.extend(_trim(run))
    return chunks


def _is_dated_name(pieces: list[Piece], i: int) -> bool:
    """Say whether a body named after a day begins here: "March 23 Movement"."""
    if i + 2 >= len(pieces) or pieces[i].closes or pieces[i + 1].closes or pieces[i].core.lower() not in months_and_weekdays():
        return False
    return pieces[i + 1].core.isdigit() and pieces[i + 2].core.lower() in organisation_heads() and pieces[i + 2].core[:1].isupper()


def _is_capital(piece: Piece) -> bool:
    core = piece.core
    if not core or core.lower().rstrip(".") in months_and_weekdays() or core in ("I", "A"):
        return False
    if _ARTICLE.match(core):
        return any(c.isupper() for c in core)
    bare = core.lstrip("‘’'ʿʼ`")
    return bare[:1].isupper() and any(c.isalpha() for c in bare) and not re.match(r"^[A-Z]+\d{3,}", bare)


def _opens_no_name(pieces: list[Piece], i: int, lower: frozenset[str]) -> bool:
    """Say whether the first word of a sentence is capitalised only because it is first."""
    word = pieces[i].core.lower()
    if word in sentence_openers():
        return True
    follows = i + 1 < len(pieces) and not pieces[i].closes and (_is_capital(pieces[i + 1]) or pieces[i + 1].core in ("of", "for"))
    return word in lower and (not follows or word.endswith(("ed", "ing", "ly")))


def _run(pieces: list[Piece], i: int) -> tuple[list[Piece], int]:
    """Extend a run of capitalised pieces as far as the name goes."""
    run = [pieces[i]]
    while i + 1 < len(pieces) and not pieces[i].closes:
        nxt = pieces[i + 1]
        if nxt.opens:
            break
        if pieces[i].possessive and not _possessive_inside(run, nxt):
            break
        if _is_capital(nxt):
            run.append(nxt)
            i += 1
            continue
        skip = _bridge(pieces, i, run)
        if not skip:
            break
        run.extend(pieces[i + 1 : i + 1 + skip])
        i += skip
    return run, i + 1


def _possessive_inside(run: list[Piece], nxt: Piece) -> bool:
    """Say whether a possessive belongs to the name: "Lord's Resistance Army", "Martyrs' Brigades", but not "Iraq's Kurdistan"."""
    return _is_capital(nxt) and run[-1].core.lower() in flat("possessive_inside")


def _bridge(pieces: list[Piece], i: int, run: list[Piece]) -> int:
    """Count the small words after a piece that lead on to the rest of the name; 0 where the name ends."""
    words = [p.core.lower() for p in pieces[i + 1 : i + 5]]
    closes = [p.closes or p.opens for p in pieces[i + 1 : i + 5]]
    if not words or closes[0]:
        return 0
    if words[0] in flat("particles") and len(words) > 1:
        depth = 2 if words[1] in flat("particles") and len(words) > 2 and not closes[1] else 1
        return depth + 1 if _capital_at(pieces, i + 1 + depth) else 0
    if words[0] not in ("of", "for", "and", "in", "on"):
        return 0
    depth = 2 if len(words) > 1 and words[1] == "the" and not closes[1] else 1
    if not _capital_at(pieces, i + 1 + depth):
        return 0
    lead = run[-1].core.lower()
    inside = any(p.core in ("of", "for") for p in run)
    if words[0] == "on":
        return depth + 1 if run[-1].core.lower() in flat("joining_on") else 0
    if words[0] == "and" and len(run) == 1 and lead in flat("abstract") and _ends_in_unit(pieces, i + 1 + depth):
        return depth + 1  # "Justice and Equality Movement"
    if words[0] in ("and", "in"):
        return depth + 1 if inside and _acronym_follows(pieces, i + 1 + depth, run) else 0
    if lead in _joining() or (inside and words[0] == "of" and lead in flat("joined")):
        return depth + 1
    if len(run) == 1 and words[0] == "of":
        return depth + 1 if _ends_in_unit(pieces, i + 1 + depth) and lead not in words_of("people", "titles") else 0
    return 0


def _capital_at(pieces: list[Piece], i: int) -> bool:
    return i < len(pieces) and not pieces[i].opens and _is_capital(pieces[i])


def _ends_in_unit(pieces: list[Piece], i: int) -> bool:
    """Say whether the capitalised run that begins here ends in a head word of organisations."""
    while i + 1 < len(pieces) and not pieces[i].closes and _capital_at(pieces, i + 1):
        i += 1
    return pieces[i].core.lower() in organisation_heads()


def _acronym_follows(pieces: list[Piece], i: int, run: list[Piece]) -> bool:
    """Say whether the name with what follows is spelled out by an acronym in parentheses: "Islamic State of Iraq and the Levant (ISIL)"."""
    words = [p.core for p in run]
    while i < len(pieces):
        words.append(pieces[i].core)
        if pieces[i].closes or i + 1 >= len(pieces) or pieces[i + 1].opens:
            break
        nxt = i + 1
        if not _is_capital(pieces[nxt]) and (pieces[nxt].core not in ("in", "and", "of", "the") or pieces[nxt].closes):
            break
        i = nxt
    bracketed = i + 1 < len(pieces) and pieces[i + 1].opens and pieces[i + 1].closes
    after = pieces[i + 1].core if bracketed else ""
    return len(after) > 2 and after.isupper() and after[0] == words[0][:1].upper()


def _trim(run: list[Piece]) -> list[Chunk]:
    """Take titles off a run, split it at titles inside it, and say what is left."""
    run = _without_wing(run)
    words = [p.core for p in run]
    headed = any(w.lower() in organisation_heads() for w in words)
    titles = words_of("people", "titles")
    if not headed:
        cut = max((n + 1 for n, w in enumerate(words[:-1]) if w.lower().rstrip(".") in titles), default=0)
        pieces = [run[cut:]] + ([run[: cut - 1]] if cut > 1 else [])
    else:
        pieces = [run]
    chunks = []
    for part in pieces:
        while part and (part[-1].core.lower() in flat("particles") or part[-1].core.lower() in ("of", "for", "the", "and")):
            part = part[:-1]
        if part:
            chunks.append(_chunk(part))
    return sorted(chunks, key=lambda c: c.start)


def _without_wing(run: list[Piece]) -> list[Piece]:
    """Take "Military Wing of" off the front of a letterhead's line: it tells of a relation and is no part of the name."""
    words = [p.core.lower() for p in run]
    at = next((n for n, w in enumerate(words[:3]) if w in words_of("relations", "wing_nouns")), None)
    if at is None or words[at + 1 : at + 2] != ["of"] or not all(w in words_of("relations", "wing_kinds") for w in words[:at]):
        return run
    rest = run[at + 2 :]
    return rest[1:] if rest and rest[0].core == "the" else rest


def _chunk(run: list[Piece]) -> Chunk:
    words = tuple(p.core for p in run)
    headed = any(w.lower() in organisation_heads() for w in words)
    joined = any(w in ("of", "for") or w.lower() in flat("particles") for w in words[1:])
    hyphened = any(_ARTICLE.match(w) or "-" in w for w in words)
    many = len(words) > 1
    return Chunk(run[0].start, run[-1].end, words, headed, (many and (headed or joined)) or hyphened or bool(_NUMBERED.match(words[0])))
