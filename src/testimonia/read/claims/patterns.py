"""The notation of constructions: patterns that say how a relation can be told, compiled from `codebook/words/constructions.yml`."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache

from testimonia.codebook.words import load_words
from testimonia.errors import CodebookError
from testimonia.model.kinds import PREDICATES as ALL_PREDICATES
from testimonia.model.kinds import Predicate
from testimonia.read.lexicon import words_of

PREDICATES = tuple(name for name in ALL_PREDICATES if name in load_words("constructions"))

_SLOTS = frozenset("SOP_")
_LINKS = frozenset(["be", "=", "'s"])


@dataclass(frozen=True, slots=True)
class Argument:
    """A slot of a pattern and the prepositions that may stand before it; none where it is the bare object."""

    slot: str
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Construction:
    """One pattern: its head words, what must stand with them, and where its slots are.

    `link` is empty for a verb, `be` for a passive or an adjective, `=` for a noun that describes the subject, `'s` for one that the subject
    owns ("its accession to"); `lead` are the prepositions of a noun after `be` ("is at war with"). Of each of `asked` a word must stand in
    the sentence.
    """

    predicate: Predicate
    pattern: str
    link: str
    lead: frozenset[str]
    first: str
    heads: frozenset[str]
    words: tuple[frozenset[str], ...]
    arguments: tuple[Argument, ...]
    flags: Mapping[str, str]
    asked: tuple[frozenset[str], ...]

    def may_stand(self, words: Set[str]) -> bool:
        """Say quickly whether a sentence holds what the pattern asks for besides its head.

        Args:
            words: Lemmas and forms of the sentence, in lower case.

        Returns:
            False where the pattern cannot match.
        """
        for asked in self.asked:  # noqa: SIM110 - asked of every sentence for dozens of patterns: a generator costs more than the answer
            if asked.isdisjoint(words):
                return False
        return True


@cache
def constructions() -> Mapping[str, tuple[Construction, ...]]:
    """Compile the patterns.

    Returns:
        From a head's lemma to the constructions that it may begin, in the order of the file.

    Raises:
        CodebookError: A pattern breaks the notation.
    """
    found: dict[str, list[Construction]] = {}
    for predicate in PREDICATES:
        for pattern in load_words("constructions")[predicate]:
            construction = compile_pattern(predicate, str(pattern))
            for head in construction.heads:
                found.setdefault(head, []).append(construction)
    return {head: tuple(several) for head, several in found.items()}


def compile_pattern(predicate: Predicate, pattern: str) -> Construction:
    """Compile one pattern of the notation.

    Args:
        predicate: The predicate of the codebook that it tells.
        pattern: Such as `S part company with O` or `S = offshoot of|from O`.

    Returns:
        The construction.

    Raises:
        CodebookError: It does not begin with a slot, or has no head word.
    """
    body, _, options = pattern.partition(" : ")
    parts = body.split()
    flags = {name: value for option in options.split() for name, _, value in [option.partition("=")]}
    if len(parts) < 2 or parts[0] not in _SLOTS:
        raise CodebookError(f"words/constructions.yml: {predicate}: {pattern!r} must begin with S, O, P or _ and go on with a head word")
    link = parts[1] if parts[1] in _LINKS else ""
    rest = parts[2:] if link else parts[1:]
    lead: frozenset[str] = frozenset()
    if len(rest) > 1 and frozenset(rest[0].split("|")) <= words_of("grammar", "prepositions"):
        lead, rest = frozenset(rest[0].split("|")), rest[1:]
    if not rest or rest[0] in _SLOTS:
        raise CodebookError(f"words/constructions.yml: {predicate}: {pattern!r} has no head word")
    words: list[frozenset[str]] = []
    arguments: list[Argument] = []
    waiting: frozenset[str] = frozenset()
    for part in rest[1:]:
        if part in _SLOTS:
            if waiting and not waiting <= words_of("grammar", "prepositions"):
                words.append(waiting)  # "to form O": a word with its own object
                waiting = frozenset()
            arguments.append(Argument(part, waiting))
            waiting = frozenset()
            continue
        if waiting:
            words.append(waiting)
        waiting = frozenset(part.split("|"))
    if waiting:
        words.append(waiting)
    fixed = {"=": words[:1], "'s": ()}.get(link, (lead, *words))
    before = [argument.prepositions for argument in arguments if "of" not in argument.prepositions]
    asked = tuple(some for some in (*fixed, *before) if some)
    heads = frozenset(rest[0].split("|"))
    return Construction(predicate, pattern, link, lead, parts[0], heads, tuple(words), tuple(arguments), flags, asked)
