"""Cut a text into words the way the UD English treebanks do, with exact offsets.

1. Runs of non-space characters are taken one after another; their cut is remembered, since most recur.
2. A run is looked at through its outline (`outline`), where every quote is straight and every letter is ASCII.
3. Opening marks are taken off the front, closing marks off the end.
4. What remains is kept whole (address, number, date, abbreviation) or cut at clitics (``do|n't``, ``army|'s``), hyphens and slashes.

Every step is linear: runs too long for the rules are only cut at marks.
"""

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from testimonia.read.parser.outline import is_format, outline
from testimonia.read.parser.records import Word

Cut = tuple[tuple[int, int], ...]

LONGEST_RULED = 200  # characters of a run the rules look at; longer runs (base64, broken PDF text) are only cut at marks
LONGEST_REMEMBERED = 40
REMEMBERED = 100_000  # runs


class _Lists(NamedTuple):
    """data/tokens.yml, as sets."""

    abbreviations: frozenset[str]
    before_capital: frozenset[str]
    before_number: frozenset[str]
    inside: frozenset[str]
    prefixes: frozenset[str]
    units: frozenset[str]
    faces: frozenset[str]
    joined: dict[str, int]


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    read: dict[str, Any] = yaml.safe_load(files("testimonia.read.parser").joinpath("data/tokens.yml").read_text(encoding="utf-8"))
    return _Lists(
        abbreviations=frozenset(read["abbreviations"]),
        before_capital=frozenset(read["abbreviations_before_a_capital"]),
        before_number=frozenset(read["abbreviations_before_a_number"]),
        inside=frozenset(read["abbreviations_inside_a_sentence"]),
        prefixes=frozenset(read["joined_prefixes"]),
        units=frozenset(read["units"]),
        faces=frozenset(read["faces"]),
        joined=read["joined_words"],
    )


_RUN = re.compile(r"\S+")
_NEXT = re.compile(r"\s*(\S?)")
_LETTERS = re.compile(r"[A-Za-z\x02]+")
# The same mark again is one word ("...", "--", "!?"), and so is an emoji with its modifiers; other marks stand alone.
_REPEATED = r"\x04+|\x05+|\.{2,}|-{2,}|\x01[\x01\x02]*|[!?]+|'{2}|`{2}|<{2,}|>{2,}|\*+|=+|_+|~+|\++|\#{2,}"
_MARK = re.compile(_REPEATED + r"|[^A-Za-z0-9]")
_LAST_MARKS = ".!?-'*=~+#_<>\x04\x05\x01"
_PLAIN = re.compile(r"[A-Za-z0-9\x02]+|" + _REPEATED + r"|[^A-Za-z0-9]")
_WHOLE = re.compile(
    r"""(?xi)
    (?:https?|ftp)://\S+ | www\.[\w-]+\.\S+               # addresses
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?:[\w-]+\.)+(?:com|org|net|gov|edu|mil|int|info|html?|pdf|docx?|xlsx?|pptx?|txt|zip|jpe?g|png|uk)(?:/\S*)?
    | @\w+ | \#[a-z]\w*                                   # accounts, hashtags
    | \w+_\w+                                             # file names
    | [a-z]{1,3}&[a-z]{1,2}                               # R&D
    | '\d0s | '\d\d                                       # '90s
    """
)
_NUMBER = re.compile(
    r"""(?x)
    \d{1,2}:\d{2}(?::\d{2})?                              # times
    | \d{1,4}/\d{1,2}(?:/\d{2,4})?                        # dates, fractions
    | \d{4}-\d{2}-\d{2} | \d{1,2}-\d{1,2}-\d{4}
    | \+?(?:\d{1,3}-)?\d{3}-(?:\d{3}-)?\d{4}              # telephone numbers
    | \d+(?:[.,]\d+)*(?:st|nd|rd|th|s|'s)? | \.\d+
    """
)
_LEADING = re.compile(r"(?i)(?:@\w+|\#[a-z]\w*|'\d0s)(?!\w)")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]{1,2}\.?|(?:[A-Za-z]\.){2,}|Ph\.D\.?|M\.Sc\.?")
_INITIAL = re.compile(r"[A-Za-z]\.")
_WITH_UNIT = re.compile(r"(\d+(?:[.,:]\d+)*)([A-Za-z][a-z.A-Z]*)")
_CLITIC = re.compile(r"(?i)(?<=[a-z0-9\x02.])(?:n't|'(?:s|m|d|ll|ve|re))$")
_PREFIXED = re.compile(r"([A-Za-z]+)-[A-Za-z\x02]{2,}")
_INSIDE = re.compile(r"\d+(?:[.,:]\d+)+|(?:[A-Za-z]\.){2,}|[A-Za-z0-9\x02]+(?:'[A-Za-z\x02]+)*|" + _REPEATED + r"|[^A-Za-z0-9]")


def tokenise(text: str, *, start: int = 0, end: int | None = None) -> list[Word]:
    """Cut a text, or a stretch of it, into words.

    Args:
        text: The document's text, unchanged.
        start: Offset in code points where to begin.
        end: Offset where to stop; the end of the text when None.

    Returns:
        Words in order; ``text[word.start:word.end] == word.text``. White space and loose format characters are in no word.

    Example:
        >>> [word.text for word in tokenise("The army’s U.N. envoy didn't go.")]
        ['The', 'army', '’s', 'U.N.', 'envoy', 'did', "n't", 'go', '.']
    """
    stop = len(text) if end is None else end
    words: list[Word] = []
    for run in _RUN.finditer(text, start, stop):
        begin, written = run.start(), run.group()
        following = _following(text, run.end(), stop) if "." in written else ""
        cut = _cut_seen if len(written) > LONGEST_REMEMBERED else _cut_remembered
        words += [Word(begin + low, begin + high, written[low:high]) for low, high in cut(written, following)]
    return words


def _following(text: str, place: int, stop: int) -> str:
    """The kind of the next visible character: "X" a capital, "x" a small letter, "0" a digit, "" the end, "." anything else."""
    found = _NEXT.match(text, place, stop)
    character = found.group(1) if found is not None else ""
    if not character:
        return ""
    if character.isdigit():
        return "0"
    return "X" if character.isupper() else "x" if character.isalpha() else "."


def _cut_seen(run: str, following: str) -> Cut:
    if run.isascii():
        return _cut_outline(outline(run), following)
    places = [place for place, character in enumerate(run) if not is_format(character)]
    cut = _cut_outline(outline("".join([run[place] for place in places])), following)
    return tuple((places[low], places[high - 1] + 1) for low, high in cut)


_cut_remembered = lru_cache(maxsize=REMEMBERED)(_cut_seen)


def _cut_outline(signs: str, following: str) -> Cut:
    """The cut of a run given as its outline."""
    if len(signs) > LONGEST_RULED:
        return _matches(_PLAIN, signs, 0)
    front: list[tuple[int, int]] = []
    back: list[tuple[int, int]] = []
    low, high = 0, len(signs)
    while low < high and not signs[low].isalnum() and not (_is_whole(signs[low:high], following) or _LEADING.match(signs, low, high)):
        mark = _MARK.match(signs, low, high)
        begin, low = low, low + 1 if mark is None else mark.end()
        front.append((begin, low))
    while low < high and not _is_whole(signs[low:high], "." if back else following):
        begin = _last_mark(signs, low, high)
        if begin == high:
            break
        back.append((begin, high))
        high = begin
    core = _cut_core(signs[low:high], low, "." if back else following) if low < high else ()
    return (*front, *core, *reversed(back))


def _last_mark(signs: str, low: int, high: int) -> int:
    """Where the closing mark begins, or the end when there is none."""
    last = signs[high - 1]
    if last.isalnum() or last == "\x02" or (last == ")" and "(" in signs[low:high]):
        return high
    begin = high - 1
    if last in _LAST_MARKS:
        alike = "!?" if last in "!?" else last
        while begin > low and signs[begin - 1] in alike:
            begin -= 1
    return high - 1 if last == "'" and high - begin != 2 else begin


def _is_whole(piece: str, following: str) -> bool:
    """Whether a stretch with marks in it is one word."""
    if piece[-1] == "." and _keeps_stop(piece, following):
        return True
    if not piece[0].isalnum():
        return piece in _lists().faces or _CLITIC.match("x" + piece, 1) is not None or _WHOLE.fullmatch(piece) is not None
    return False


def _keeps_stop(piece: str, following: str) -> bool:
    """Whether a full stop belongs to the word before it."""
    lists, stem = _lists(), piece[:-1].lower()
    if _INITIAL.fullmatch(piece):
        return following in ("X", "0") or (following == "." and piece.isupper())
    if stem in lists.inside:
        return following not in ("X", "")
    return (
        stem in lists.abbreviations
        or (stem in lists.before_capital and following == "X")
        or (stem in lists.before_number and following == "0")
        or _DOTTED.fullmatch(piece) is not None
    )


def _cut_core(piece: str, at: int, following: str) -> Cut:
    """The cut of a stretch without outer marks that begins at a place in its run."""
    end = at + len(piece)
    if _LETTERS.fullmatch(piece):
        length = _lists().joined.get(piece.lower())
        return ((at, end),) if length is None else ((at, at + length), (at + length, end))
    if _is_whole(piece, following) or any(rule.fullmatch(piece) for rule in (_NUMBER, _WHOLE, _DOTTED)):
        return ((at, end),)
    clitic = _CLITIC.search(piece)
    if clitic is not None and clitic.start() > 0:
        middle = clitic.start()
        return (*_cut_core(piece[:middle], at, "x"), (at + middle, end))
    unit = _WITH_UNIT.fullmatch(piece)
    if unit is not None and unit.group(2).lower() in _lists().units:
        return ((at, at + unit.end(1)), (at + unit.end(1), end))
    prefix = _PREFIXED.fullmatch(piece)
    if prefix is not None and prefix.group(1).lower() in _lists().prefixes:
        return ((at, end),)
    return _matches(_INSIDE, piece, at)


def _matches(rule: re.Pattern[str], piece: str, at: int) -> Cut:
    return tuple((at + match.start(), at + match.end()) for match in rule.finditer(piece))
