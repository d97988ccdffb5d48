"""What capture hands on: documents, what went wrong, and what sidecars register."""

from testimonia.model.document import Document, Source
from testimonia.model.known_group import KnownGroup
from testimonia.model.problem import Problem

Captured = Document | Problem | Source | KnownGroup
