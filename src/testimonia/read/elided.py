"""Give lines that leave out their subject one: "Came into the open in 2018", "Founded in 1972 by X", "NAME: parted from Y in 2011".

Bullets, data sheets and dated lines are written so, and a parser that knows whole sentences makes little of them. What is left out is put
in as words without length: "it", "it was". A pronoun so put in stands for whom the section or the line is about.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from testimonia.read.lexicon import any_of, words_of
from testimonia.read.parser.records import Sentence, Token, Word
from testimonia.read.passages import PassageKind
from testimonia.read.syntax import SUBJECTS

_AUXILIARIES = frozenset(["has", "had", "is", "was", "been"])
_LEADS = (":",)
_ITEM_LEADS = (":", "–", "—", "-")
_LONGEST_DATE = 4
"""Words that the date of a dated line has at most: "12 May 2004"."""
_LONGEST_LABEL = 4
"""Words that a label may have before its colon: "Active in: X"."""

Parse = Callable[[Sequence[Word]], Sequence[Sentence]]


def with_subjects(sentences: Sequence[Sentence], words: Sequence[Word], *, kind: PassageKind, parse: Parse) -> list[Sentence]:
    """Parse again, with a subject, the sentences of a passage that have none.

    Args:
        sentences: The passage's sentences as the parser has them.
        words: The passage's words.
        kind: What the passage is; a heading leaves out nothing.
        parse: The parser.

    Returns:
        As many sentences or more; a word put in begins and ends where the verb begins.
    """
    found: list[Sentence] = []
    telling = kind in ("item", "prose")
    for sentence in sentences:
        filled = _filled(sentence, words, kind) if telling else None
        found += [sentence] if filled is None else parse(filled)
        telling = telling and (kind == "item" or filled is not None)
    return found


def _filled(sentence: Sentence, words: Sequence[Word], kind: PassageKind) -> list[Word] | None:
    """Give the words of a sentence with those that it leaves out; None where it leaves out none."""
    own = [word for word in words if sentence.start <= word.start and word.end <= sentence.end]
    tokens = sentence.tokens
    if len(own) != len(tokens):
        return None
    lead = _lead(tokens, _ITEM_LEADS if kind == "item" else _LEADS)
    first = 0 if lead is None else lead + 1
    verb = next((t for t in tokens[first:] if t.text.lower() not in words_of("elided", "adverbs")), None)
    if verb is None or not _is_bare(tokens, verb, first) or any(t.text == ":" for t in tokens[verb.i : verb.i + _LONGEST_LABEL]):
        return None
    added = _added(tokens, verb.i)
    if added is None:
        return None
    dated = lead is not None and all(_is_of_a_date(t) for t in tokens[:lead])
    subject = () if lead is not None and not dated else ("It",)
    put_in = [Word(own[first].start, own[first].start, word) for word in (*subject, *added)]
    before = own[:lead] if lead is not None else []
    if dated:
        before = [*before, replace(own[first - 1], text=",")]
    told = [replace(word, text=_lower(word, verb, own[first])) for word in own[first:]]
    return [*before, *put_in, *_gone_on(told, tokens[first:])]


def _gone_on(words: Sequence[Word], tokens: Sequence[Token]) -> Iterator[Word]:
    """Put in what is left out again behind each semicolon: "Recruits in X; opposed to Y"."""
    for word, following in zip_longest(words, tokens[1:]):
        if word is None:
            continue
        yield word
        known = any_of(("elided", "finite"), ("elided", "passives"), ("elided", "adjectives"))
        if word.text == ";" and following is not None and following.text.lower() in known:
            at = next(n for n, t in enumerate(tokens) if t is following)
            yield from (Word(following.start, following.start, put) for put in ("it", *(_added(tokens, at) or ())))


def _lead(tokens: Sequence[Token], marks: tuple[str, ...]) -> int | None:
    """Give where the colon or dash stands after the one name or the date that opens a line."""
    at = next((t.i for t in tokens[: _LONGEST_DATE + 1] if t.text in marks), None)
    if at is None or at == 0:
        return None
    merged = tokens[0].end - tokens[0].start > len(tokens[0].text)  # one word stands for a longer name
    named = at == 1 and (tokens[0].upos == "PROPN" or merged)
    return at if named or all(_is_of_a_date(t) for t in tokens[:at]) else None


def _is_of_a_date(token: Token) -> bool:
    return token.text.isdigit() or token.text.lower() in words_of("openers", "calendar")


def _is_bare(tokens: Sequence[Token], verb: Token, first: int) -> bool:
    """Say whether a sentence's own verb or predicate opens it and has no subject: not "Based in P, the group fights"."""
    word = verb.text.lower()
    at = verb
    if word in _AUXILIARIES and verb.head > verb.i:
        at = tokens[verb.head]
    known = any_of(("elided", "finite"), ("elided", "passives"), ("elided", "adjectives"))
    telling = at.upos == "VERB" and any(f in verb.feats for f in ("Tense=Past", "Person=3"))
    if not (telling or word in known) or word in words_of("elided", "of_people"):
        return False
    if any(t.head == at.i and t.deprel in SUBJECTS for t in tokens):
        return False
    heads = {-1, *range(first)}
    return at.head in heads and not any(t.deprel in SUBJECTS and t.head in heads - {-1} for t in tokens)


def _added(tokens: Sequence[Token], at: int) -> tuple[str, ...] | None:
    """Choose the auxiliary that a predicate needs beside its subject."""
    verb = tokens[at]
    word, after = verb.text.lower(), tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None:
        return None
    if word in words_of("elided", "finite") or word in _AUXILIARIES:
        return ()
    if word in words_of("elided", "adjectives"):
        return ("is",) if after.upos in ("ADP", "ADV", "SCONJ") else None
    passive = word in words_of("elided", "passives") or "Voice=Pass" in verb.feats
    naming = word in words_of("elided", "naming")
    if passive and (naming or after.upos not in ("DET", "PRON", "PROPN", "NOUN", "ADJ")):
        return ("was",)
    return () if "VerbForm=Fin" in verb.feats and "Mood=Imp" not in verb.feats else None


def _lower(word: Word, verb: Token, opening: Word) -> str:
    """Write the words that opened the sentence small, now that they follow its subject."""
    return word.text.lower() if word.start in (verb.start, opening.start) else word.text
