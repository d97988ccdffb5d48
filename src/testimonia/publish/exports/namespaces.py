"""Namespaces: the addresses under which things of a release are named in formats that link things.

They are names and no places on the web: a release is known by what it holds, not by where it lies.
"""

from urllib.parse import quote

OURS = "urn:testimonia:ns:"
"""Our classes and properties."""
THINGS = "urn:testimonia:"
"""Entities, documents, claims and reports, by their ids."""


def thing(identifier: str) -> str:
    """Give the address of something in a release.

    Args:
        identifier: Its id.

    Returns:
        A URN; what an address may not hold is escaped.

    Example:
        >>> thing("n-1"), thing("a b")
        ('urn:testimonia:n-1', 'urn:testimonia:a%20b')
    """
    return THINGS + quote(identifier.encode("utf-8", "replace"), safe="-._~:")
