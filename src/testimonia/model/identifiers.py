"""Identifiers are content hashes, so the same record read twice is one record."""

import hashlib
from abc import abstractmethod

DIGITS = 16
"""Hexadecimal digits kept: 64 bits, a chance under 1 in 10^6 of any clash among five million records."""


def identify(prefix: str, *parts: object) -> str:
    """Return an identifier that depends on nothing but the parts.

    Args:
        prefix: One or two letters naming the kind of record, such as `c` for a claim.
        parts: What makes the record the one it is; `None` and the empty string differ.

    Returns:
        The prefix, a hyphen and 16 hexadecimal digits of the SHA-256 over the parts.

    Example:
        >>> identify("c", "a", None) == identify("c", "a", None)
        True
        >>> identify("c", "a", None) == identify("c", "a", "")
        False
    """
    digest = hashlib.sha256()
    for part in parts:
        if part is None:
            digest.update(b"-:")  # no length looks like this, so None equals no text
            continue
        coded = str(part).encode("utf-8", "surrogatepass")
        digest.update(str(len(coded)).encode() + b":" + coded)
    return f"{prefix}-{digest.hexdigest()[:DIGITS]}"


class Identified:
    """A record whose identifier is a hash over all that it says: worked out once, and kept beside its fields.

    What is kept is no field: it takes no part in equality, hashing, copies (`dataclasses.replace`) or pickling.
    """

    __slots__ = ("_kept",)
    _kept: str

    @property
    def id(self) -> str:
        """Say what the record is called: the same wherever the same is said."""
        try:
            return self._kept
        except AttributeError:
            object.__setattr__(self, "_kept", self._identified())  # records are frozen
            return self._kept

    @abstractmethod
    def _identified(self) -> str:
        """Work the identifier out."""
