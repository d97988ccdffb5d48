"""Sentences built by hand, so that questions to a tree are tested without a parser."""

from testimonia.read.parser.records import Sentence, Token
from testimonia.read.syntax import Tree


def tree_of(*lines: str) -> Tree:
    """Build a tree of lines `form UPOS head deprel [lemma [feats]]`; the words stand in a text with one space between them."""
    tokens = []
    at = 0
    for i, line in enumerate(lines):
        form, upos, head, deprel, lemma, feats = (
            (*line.split(), "_", "")[:6] if len(line.split()) > 4 else (*line.split(), line.split()[0].lower(), "")
        )
        tokens.append(Token(i, at, at + len(form), form, form.lower() if lemma == "_" else lemma, upos, feats, int(head), deprel, "O"))
        at += len(form) + 1
    return Tree(Sentence(0, at - 1, tuple(tokens)))
