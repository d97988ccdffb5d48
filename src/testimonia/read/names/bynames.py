"""Bynames: whether the words before a name make it another name of the one that ends before them."""

import re

_BYNAME = re.compile(
    r"(?P<gap>[”\"’',\s(\[]*)\b(?:(?:better|best|also|commonly|usually|widely|otherwise|popularly|generally|once|now)[ \n])?"
    r"(?:known[ \n](?:(?:locally|simply|also|popularly|widely)[ \n])?(?:as|by[ \n](?:the|his|her)[ \n]"
    r"(?:nom de guerre|alias|name|pseudonym))"
    r"|alias|aka|a\.k\.a\.?|(?:whose[ \n])?nom de guerre(?:[ \n](?:is|was))?|nicknamed|dubbed)[\s:,]*[\"“”'‘’«]*$"
)
_CUE = re.compile(r"known|alias|aka|a\.k\.a|guerre|nicknamed|dubbed")
"""What every such phrase holds; looked for first, since few names have one before them."""
_WINDOW = 60
"""Code points before a name in which the words that make it a byname stand."""


def byname_owner(text: str, start: int) -> int | None:
    """Find where the name ends of which a name is said to be another: "X, alias Y", "X, better known as Y", "X (nom de guerre Y)".

    Args:
        text: The document's text.
        start: Where the second name begins.

    Returns:
        One past the last code point of the name before, or None where no such words stand between.

    Example:
        >>> byname_owner("Joseph Kony, alias Lapwony", 19)
        11
    """
    low = max(0, start - _WINDOW)
    match = None if _CUE.search(text, low, start) is None else _BYNAME.search(text, low, start)
    return None if match is None else match.start()
