"""Referent and Mention: who or what a document names, and each place where it does.

A referent lives inside one document: all its mentions there are one thing. Whether the referents of two documents are one real thing is
decided by `resolve/`, recorded as judgements, and can be undone without touching any claim.
"""

from dataclasses import dataclass

from testimonia.model.identifiers import identify
from testimonia.model.kinds import EntityClass, EntityKind, Filled


@dataclass(frozen=True, slots=True)
class Referent:
    """One thing that one document names.

    `name` is the fullest form used; `names` all forms that the document uses for it, fullest first. `kind` is the reader's proposal and
    may be None where the text does not tell; `role` is the public role of a person, without which a person never becomes an entity.
    """

    id: str
    document: str
    name: str
    cls: EntityClass
    kind: EntityKind | None = None
    names: tuple[str, ...] = ()
    language: str = "en"
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words at offsets that stand for a referent, and how we know (`name`, `acronym`, `pronoun`, ...)."""

    document: str
    start: int
    end: int
    quote: str
    referent: str
    how: Filled = "name"

    @property
    def id(self) -> str:
        """A content hash over document, span and referent."""
        return identify("m", self.document, self.start, self.end, self.referent)


def referent_id(document: str, cls: EntityClass, key: str) -> str:
    """Identify a referent by its document, its class and its folded name.

    Args:
        document: The document's identifier.
        cls: The class within which names are compared.
        key: The name as `text.names.fold_name` folds it.

    Returns:
        A stable identifier beginning with `r-`.
    """
    return identify("r", document, cls, key)
