"""Lemmas that are words: what the model's rule gives, checked against what is known.

The network chooses a lemma rule without seeing the letters well, so it may cut *killed* to *kille*. In this order:

1. a form the treebanks have, as that part of speech, gets the lemma it has there;
2. else a form whose rule cuts an ending gets the most frequent word among the rule's lemma and what regular inflection allows;
3. else the rule decides.

How frequent a word is is read from the encoder's vocabulary, which is sorted by frequency.
"""

from collections.abc import Iterable, Mapping, Sequence

from testimonia.read.parser.lemma import apply_lemma_rule

INFLECTED = frozenset(("ADJ", "ADV", "NOUN", "VERB"))
CACHE_SIZE = 100_000
LONGEST_CACHED = 40  # characters
SHORTEST_STEM = 2  # letters that must be left
_VOWELS = "aeiou"


def regular_lemmas(form: str) -> list[str]:
    """List the words a form may be inflected from by the regular endings.

    Args:
        form: A form in small letters.

    Returns:
        Candidates, without regard to whether they are words.

    Example:
        >>> regular_lemmas("planned")
        ['plann', 'planne', 'plan']
    """
    found: list[str] = []
    for ending in ("ed", "ing", "er", "est"):
        if form.endswith(ending):
            stem = form[: -len(ending)]
            found += [stem, stem + "e"]
            if stem[-1:] == stem[-2:-1] != "" and stem[-1] not in _VOWELS:
                found.append(stem[:-1])
            if stem.endswith("i"):
                found.append(stem[:-1] + "y")
    if form.endswith("s") and not form.endswith("ss"):
        found.append(form[:-1])
        if form.endswith("es"):
            found.append(form[:-2])
        if form.endswith("ies"):
            found.append(form[:-3] + "y")
    return [lemma for lemma in found if len(lemma) >= SHORTEST_STEM]


class Lexicon:
    """Known forms and words."""

    def __init__(self, lines: Iterable[str], vocabulary: Sequence[str]) -> None:
        """Read the known forms.

        Args:
            lines: Form, part of speech and lemma, separated by tabs.
            vocabulary: The encoder's vocabulary, the most frequent words first.
        """
        self._known: dict[tuple[str, str], str] = {}
        for line in lines:
            form, upos, lemma = line.rstrip("\n").split("\t")
            self._known[form, upos] = lemma
        self._rank: Mapping[str, int] = {word: rank for rank, word in enumerate(vocabulary) if word.isalpha()}
        self._never = len(vocabulary)
        for lemma in self._known.values():
            self._rank.setdefault(lemma, self._never - 1)
        self._cache: dict[tuple[str, str, str], str] = {}

    def lemma(self, form: str, *, rule: str, upos: str) -> str:
        """Find the lemma of a form.

        Args:
            form: The form as the model sees it.
            rule: The lemma rule the model chose.
            upos: The part of speech it chose.

        Returns:
            The lemma.
        """
        key = (form, rule, upos)
        lemma = self._cache.get(key)
        if lemma is None:
            lemma = self._find(form, rule, upos)
            if len(form) <= LONGEST_CACHED and len(self._cache) < CACHE_SIZE:
                self._cache[key] = lemma
        return lemma

    def _find(self, form: str, rule: str, upos: str) -> str:
        if upos not in INFLECTED:
            return apply_lemma_rule(form, rule)
        small = form.lower()
        known = self._known.get((small, upos))
        if known is not None:
            return known
        lemma = apply_lemma_rule(form, rule)
        if lemma.lower() == small or not small.isalpha() or lemma not in (allowed := regular_lemmas(small)):
            return lemma
        best = min(allowed, key=lambda word: self._rank.get(word, self._never))
        return best if self._rank.get(best, self._never) < self._rank.get(lemma, self._never) else lemma
