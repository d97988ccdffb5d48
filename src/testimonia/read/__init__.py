"""Stage 2, read: one document to what it names and what it asserts.

Takes a `Document`, gives a `Reading`: referents, mentions, claims and event reports, each with verbatim evidence, its chain of voices and
the rule that proposed it. Never says whether a claim is true, never compares documents, never keeps a person without a public role.
"""

from testimonia.read.names.given_names import GivenName
from testimonia.read.reader import ReadOptions, read_document

__all__ = ["GivenName", "ReadOptions", "read_document"]
