"""About: by what a knowledge base was made, what it holds, and what it cannot tell."""

from collections.abc import Mapping
from dataclasses import dataclass

LIMITS = (
    "Every line is what a voice says in a document, not what happened. Nothing here decides who is right.",
    "What no document says is missing here; that nothing is claimed of somebody does not mean that nothing happened.",
    "Claims are read by rules and a small model, and mistakes remain: open the words before you rely on a line, and see what is reviewed.",
    "People without a public role are named in no line but as the voice whose words are quoted.",
    "Witnesses are counted as independent only where neither has it from the other, as far as wording, dates and registers tell.",
)
"""What a reader has to know before citing; the documentation has the measured figures."""


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What the page About shows.

    `stamps` says by what the knowledge base was made, by key: software, codebook, reader, model. `counts` are records by kind; `inputs` is
    the digest over the ids and hashes of all documents; `libraries` says which libraries of the browser are missing.
    """

    knowledge_base: str
    version: str
    stamps: Mapping[str, str]
    counts: Mapping[str, int]
    inputs: str
    missing: tuple[str, ...]
    limits: tuple[str, ...] = LIMITS
