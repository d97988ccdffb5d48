"""What the tokeniser and the parser hand over: words, tokens, sentences.

All offsets are half-open, in code points of the document's text.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word before it is parsed.

    Attributes:
        start: Offset of its first character in the document.
        end: Offset after its last character.
        text: The form the parser sees. It is the document's slice, unless a placeholder stands for a longer name.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word with what the model says about it.

    Attributes:
        i: Its place in the sentence, from 0.
        start: Offset of its first character in the document.
        end: Offset after its last character.
        text: The form, as in `Word`.
        lemma: The dictionary form.
        upos: The universal part of speech ("VERB", "PROPN").
        feats: The universal features ("Number=Plur|Tense=Past"), empty when there are none.
        head: Place of its head in the same sentence, -1 for the root.
        deprel: The UD v2 relation to the head ("nsubj", "obl:agent", "root").
        name: BIO tag of the name it belongs to: "O", "B-PER", "I-ORG", "B-LOC" and so on.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    name: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the model cut it.

    Attributes:
        start: Offset of its first token.
        end: Offset after its last token.
        tokens: Its tokens, in the order of the text.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
