"""Decoding: bytes to the text that every offset counts, and which encoding was assumed.

Order: a byte order mark, UTF-8 (strict), the encoding that a header declares, UTF-16 without a mark, charset-normalizer's best guess. What
is stored is exactly the decoded text but for two things: a leading byte order mark is left out, and CRLF and CR become LF, as Python's
universal newlines do, so that offsets agree with `Path.read_text(encoding="utf-8")`.
"""

import codecs
import re
from dataclasses import dataclass

from testimonia.capture.language import main_script, name_language
from testimonia.capture.trouble import trouble
from testimonia.capture.word_lists import load_list
from testimonia.model.problem import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")

MAX_CONTROL_SHARE = 0.05
"""Share of control characters above which bytes are taken for a binary file; a text has none, an image or program over a tenth."""

UTF16_SHARE = 0.3
"""Share of zero bytes on one side of the pairs above which bytes without a mark are tried as UTF-16."""

SAMPLE = 500_000
"""Bytes that an encoding is guessed from; charset-normalizer needs about 0.1 s for them."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and whether that encoding is certain (UTF-8, a mark or a header) or guessed."""

    text: str
    encoding: str
    certain: bool


def decode(data: bytes, *, declared: str | None = None) -> Decoded | None:
    """Decode the bytes of a text.

    Args:
        data: The bytes.
        declared: The encoding that a header states, believed only where the bytes are no UTF-8 and fit it.

    Returns:
        The text with its encoding; None where the bytes are no text in any encoding.

    Example:
        >>> decode("Añorve\\r\\n".encode("utf-8")).text
        'Añorve\\n'
    """
    found = _decode(data, declared)
    if found is None or len(_CONTROL.findall(found.text)) > MAX_CONTROL_SHARE * len(found.text):
        return None
    return Decoded(plain_newlines(found.text), found.encoding, found.certain)


def plain_newlines(text: str) -> str:
    """Turn CRLF and CR into LF, and lone surrogates, which no file can hold, into the replacement character.

    Args:
        text: Any text.

    Returns:
        The text as it is stored.
    """
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def encoding_problem(origin: str, decoded: Decoded | None) -> Problem | None:
    """Say which encoding was assumed, or that there was none.

    Args:
        origin: Where the bytes are.
        decoded: What `decode` returned.

    Returns:
        A fatal problem for bytes that are no text, a problem that is not fatal for any encoding but UTF-8, None for UTF-8.
    """
    if decoded is None:
        what = "Its bytes are no text in any encoding that we know; its name says text."
        return trouble(origin, "encoding", what, remedy="Check that the file is what its name says, and save it as UTF-8.")
    if decoded.encoding == "utf-8":
        return None
    how = "was read as" if decoded.certain else "is no UTF-8 and was taken to be"
    what = f"It {how} {decoded.encoding}."
    return trouble(
        origin, "encoding", what, remedy="Look whether letters with accents came out right; if not, save it as UTF-8.", fatal=False
    )


def guess(data: bytes) -> str | None:
    """Guess the encoding of bytes that are no UTF-8.

    Args:
        data: The first bytes of a text.

    Returns:
        A name that Python's codecs know, None where no encoding fits.
    """
    from charset_normalizer import from_bytes  # slow to load, and most files are UTF-8

    utf16 = _utf16_side(data)
    if utf16 is not None:
        return utf16
    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        return None
    return _by_language(data[:SAMPLE], str(best)) or best.encoding


def _by_language(data: bytes, guessed: str) -> str | None:
    """Choose among the code pages of Latin letters by the language, which the plain letters tell; the guess by bytes takes ñ for ń."""
    if main_script(guessed) != "latin":
        return None
    pages = load_list("encodings")
    language = name_language(guessed)
    page = next((page for page, languages in pages.items() if language in languages), next(iter(pages)))
    return str(page) if _strict(data, page) is not None else None


def _decode(data: bytes, declared: str | None) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], encoding)
            if text is not None:
                return Decoded(text, encoding, certain=True)
    utf16 = _utf16_side(data)
    text = None if utf16 is not None else _strict(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8", certain=True)
    if declared is not None:
        text = _strict(data, declared)
        if text is not None:
            return Decoded(text, _canonical(declared), certain=True)
    guessed = utf16 or guess(data)
    text = None if guessed is None else _strict(data, guessed)
    return None if guessed is None or text is None else Decoded(text, _canonical(guessed), certain=False)


def _utf16_side(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes, which stand on one side of every Latin letter."""
    head = data[:SAMPLE]
    half = len(head) // 2
    if half < 2:
        return None
    first, second = head[0::2].count(0) / half, head[1::2].count(0) / half
    if second >= UTF16_SHARE and first == 0:
        return "utf-16-le"
    return "utf-16-be" if first >= UTF16_SHARE and second == 0 else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding, "strict")
    except (UnicodeDecodeError, LookupError):
        return None


def _canonical(encoding: str) -> str:
    return codecs.lookup(encoding).name
