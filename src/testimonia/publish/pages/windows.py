"""Windows: a long text in parts that a browser can show, even where it has no line breaks at all."""

WINDOW = 24_000
"""Code points of one part: some ten printed pages; a 5 MB text gives about 210 parts."""
_EARLIEST = 0.8
"""From which part of a window on a good place to cut is looked for."""


def windows_of(text: str, *, size: int = WINDOW) -> tuple[tuple[int, int], ...]:
    """Cut a text into parts.

    Args:
        text: The text.
        size: The most code points of a part.

    Returns:
        Start and end of each part, half-open, in code points; together they are the whole text. A part ends after a line, else after a
        word, else where it is full. An empty text has one empty part.
    """
    parts: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > size:
        end = _cut(text, start, start + size, earliest=start + int(size * _EARLIEST))
        parts.append((start, end))
        start = end
    return (*parts, (start, len(text)))


def window_at(windows: tuple[tuple[int, int], ...], place: int) -> int:
    """Find the part in which a place lies.

    Args:
        windows: What `windows_of` gave.
        place: An offset in code points; anything.

    Returns:
        The part's number, counted from 0; the nearest where the place lies outside of the text.
    """
    return next((number for number, (_, end) in enumerate(windows) if place < end), len(windows) - 1)


def _cut(text: str, start: int, latest: int, *, earliest: int) -> int:
    for separator in ("\n\n", "\n", " "):
        found = text.rfind(separator, earliest, latest)
        if found > start:
            return found + len(separator)
    return latest
