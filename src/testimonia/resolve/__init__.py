"""Which referents are one actor, one person, one place: decided on evidence, explained, and undone by taking a judgement away.

Takes referents and claims of all documents with the judgements made so far; gives judgements (SAME, DIFFERENT, UNSURE, with reasons) and
entities. Never alters a claim, never overrules a person, never makes an entity of somebody without a public role, and never says which
claim is true.
"""

from testimonia.resolve.clusters import cluster_referents
from testimonia.resolve.resolution import Resolution, resolve_referents

__all__ = ["Resolution", "cluster_referents", "resolve_referents"]
