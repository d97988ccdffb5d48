"""What a reader must offer: one document in, one reading out, every quotation grounded."""

from typing import Protocol

from testimonia.model.document import Document
from testimonia.model.reading import Reading


class Reader(Protocol):
    """Anything that proposes claims: our grammar, a model behind an endpoint, a coder's file. All pass the same grounding."""

    name: str
    """Name and version; stored with every proposal, so that two readers can be compared on one document."""

    def read(self, document: Document) -> Reading:
        """Read one document.

        Args:
            document: The captured document.

        Returns:
            What it names and asserts; an empty reading is an answer.
        """
        ...
