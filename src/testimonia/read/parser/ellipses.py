"""Mend what the parser makes of a participle without its auxiliary: "Five were killed and three others wounded in an ambush".

It often takes the participle for an adjective of a second subject ("three wounded others were killed"). Then the cause, the day and the
place that stand after it seem to belong to nobody.
"""

from dataclasses import replace

from testimonia.read.lexicon import table, words_of
from testimonia.read.parser.records import Sentence, Token

_PARTICIPLE = "Tense=Past|VerbForm=Part|Voice=Pass"
_ADJECTIVAL = frozenset(["amod", "acl", "conj", "appos", "advcl", "dep"])
_NOMINAL = frozenset(["NOUN", "PROPN", "ADJ", "NUM"])
_PHRASE = _NOMINAL | {"DET", "ADP", "ADV", "PRON", "SCONJ"}
_JOINTS = frozenset(["and", ",", "while", "but"])
_LONGEST = 7
"""Words that a count of people may have: "at least three other government soldiers"."""


def with_full_clauses(sentence: Sentence) -> Sentence:
    """Give a sentence in which participles of harm that share the auxiliary of a clause before them are clauses too.

    Args:
        sentence: As the parser has it.

    Returns:
        The same sentence where there is nothing to mend.
    """
    words = table("triggers", "elliptic_harms")
    for token in sentence.tokens:
        lemma = words.get(token.text.lower())
        first = None if lemma is None else _clause_before(sentence.tokens, token)
        if first is not None and lemma is not None:
            sentence = _mended(sentence, token, first, lemma)
    return sentence


def _clause_before(tokens: tuple[Token, ...], token: Token) -> int | None:
    """Give the passive verb of harm that a participle goes on from; None where it is a plain adjective or a clause already."""
    if token.deprel not in _ADJECTIVAL or any(t.head == token.i and t.deprel in ("aux", "aux:pass", "nsubj:pass") for t in tokens):
        return None
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if (after is not None and after.upos in _NOMINAL) or not _counted(tokens, token.i):
        return None
    words = table("triggers", "elliptic_harms")
    passive = {t.head for t in tokens if t.deprel == "aux:pass"} | {t.i for t in tokens if t.deprel == "acl" and t.upos == "VERB"}
    told = any(t.text.lower() == "dead" for t in tokens[: token.i])  # "left 32 people dead and 26 others injured"
    before = [t.i for t in tokens[: token.i] if (t.i in passive and t.text.lower() in words) or (told and t.lemma.lower() == "leave")]
    return before[-1] if before else None


def _counted(tokens: tuple[Token, ...], i: int) -> bool:
    """Say whether people are counted just before a word, and "and" or a comma stands before them."""
    start = _start(tokens, i)
    return start < i and start > 0 and tokens[start - 1].text.lower() in _JOINTS


def _start(tokens: tuple[Token, ...], i: int) -> int:
    """Give where the counted people begin that stand just before a word: at "at least" of "at least three others wounded"."""
    at = next((k for k in range(i - 1, max(i - _LONGEST, 0) - 1, -1) if tokens[k].text.lower() in _JOINTS), i - 1) + 1
    run = tokens[at:i]
    counts = words_of("triggers", "number_words") | words_of("triggers", "ordinals") | {"another", "a", "an", "at"}
    opens = bool(run) and (run[0].upos == "NUM" or run[0].text.lower() in counts)
    return at if opens and all(t.upos in _PHRASE for t in run) else i


def _mended(sentence: Sentence, token: Token, first: int, lemma: str) -> Sentence:
    """Hang the participle on the verb before it, and those whom it counts on the participle as its subject."""
    tokens, start = sentence.tokens, _start(sentence.tokens, token.i)
    subject = token.head if start <= token.head < token.i else token.i - 1
    found = []
    for t in tokens:
        if t.i == token.i:
            t = replace(t, upos="VERB", feats=_PARTICIPLE, lemma=lemma, deprel="conj", head=first)
        elif t.i == subject:
            t = replace(t, deprel="nsubj:pass", head=token.i)
        elif t.i == start - 1:
            t = replace(t, head=token.i)
        elif (start <= t.i < token.i and not start <= t.head < token.i) or (t.i > token.i and t.head == subject):
            t = replace(t, head=subject if t.i < token.i else token.i)
        found.append(t)
    return replace(sentence, tokens=tuple(found))
