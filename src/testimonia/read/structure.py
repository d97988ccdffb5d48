"""How a parsed sentence hangs together: what is below a token, what belongs to one nominal, with which preposition.

A `Structure` indexes one sentence in Universal Dependencies (v2). Rules ask a `Tree`: a structure that tells of clauses too.

Follows: Universal Dependencies v2, English (EWT and GUM conventions; title and name may be `flat`, `appos` or `nmod:desc`).
"""

from collections.abc import Callable, Set
from functools import wraps
from itertools import count
from typing import Any, Final, TypeVar

from testimonia.read.forms import with_known_lemmas
from testimonia.read.parser.records import Sentence, Token

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_WITHIN_NOMINAL = frozenset(("det", "amod", "nummod", "compound", "flat", "fixed", "nmod", "goeswith", "case"))
"""Relations, without their subtypes, that stay inside a noun phrase; clauses, appositions and conjuncts lie beyond it."""
_QUOTES = frozenset(["“", "”", '"', "‘", "’", "'", "«", "»"])
Answer = TypeVar("Answer")
Asked = TypeVar("Asked", bound="Structure")
_UNASKED: Final = object()
_ROOM = 1 << 20
"""More than the tokens of any sentence, so that a question's number and a token make one number."""
_numbers = count()


def remembered(question: Callable[[Asked, int], Answer]) -> Callable[[Asked, int], Answer]:
    """Answer a question about a token once: dozens of rules ask the same of the same sentence, which never changes.

    Args:
        question: A method of a structure whose answer nobody can change.

    Returns:
        The method, answering from memory the second time.
    """

    first = next(_numbers) * _ROOM

    @wraps(question)
    def answer(structure: Asked, i: int) -> Answer:
        key = first + i
        found: Any = structure._known.get(key, _UNASKED)
        if found is _UNASKED:
            found = structure._known[key] = question(structure, i)
        known: Answer = found
        return known

    return answer


class Structure:
    """One parsed sentence, indexed by token position; `low` and `lemma` hold every form and lemma in lower case."""

    __slots__ = ("_children", "_known", "_lemmas", "_present", "_relations", "lemma", "low", "sentence", "tokens")

    def __init__(self, sentence: Sentence) -> None:
        """Index the children, the lower-cased forms and the lemmas of every token."""
        self.sentence = sentence
        self.low: tuple[str, ...] = tuple([token.text.lower() for token in sentence.tokens])
        self.tokens: tuple[Token, ...] = with_known_lemmas(sentence.tokens, self.low)
        self.lemma: tuple[str, ...] = tuple([token.lemma.lower() for token in self.tokens])
        self._relations: tuple[str, ...] = tuple([token.deprel for token in self.tokens])
        self._present = frozenset(self._relations)
        self._children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                self._children[token.head].append(token.i)
        self._lemmas = frozenset(self.lemma)
        self._known: dict[int, Any] = {}

    def having(self, lemmas: Set[str]) -> list[int]:
        """List the tokens whose lemma is one of a set: where a rule's trigger words stand.

        Args:
            lemmas: Lower-cased lemmas.

        Returns:
            Positions, ascending.
        """
        if lemmas.isdisjoint(self._lemmas):  # asked this way round, the keys of a mapping are not gone through one by one
            return []
        return [i for i, lemma in enumerate(self.lemma) if lemma in lemmas]

    def governing(self, relation: str) -> list[int]:
        """List the tokens that have a child of some relation.

        Args:
            relation: Such as `cop`, without its subtypes.

        Returns:
            Positions, ascending.
        """
        if relation not in self._present:
            return []
        return sorted({token.head for token in self.tokens if token.deprel == relation and token.head >= 0})

    def children(self, i: int, *relations: str) -> list[int]:
        """List the children of a token, in text order.

        Args:
            i: Position of the token.
            relations: Relations wanted, subtypes spelled out; none means all.

        Returns:
            Positions of the children.
        """
        below = self._children[i]
        if not relations:
            return below
        if not below or self._present.isdisjoint(relations):
            return []
        of = self._relations
        return [k for k in below if of[k] in relations]

    def subtree(self, i: int) -> list[int]:
        """List a token and everything below it, in text order.

        Args:
            i: Position of the token.

        Returns:
            Positions, ascending.
        """
        found, todo = [], [i]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(self._children[at])
        return sorted(found)

    def extent(self, i: int) -> tuple[int, int]:
        """Give the offsets of a token's whole subtree.

        Args:
            i: Position of the token.

        Returns:
            Start and end in code points of the document.
        """
        below = self.subtree(i)
        return self.tokens[below[0]].start, self.tokens[below[-1]].end

    def nominal(self, i: int) -> list[int]:
        """List the tokens of the noun phrase that a token heads, without clauses, appositions and conjuncts.

        Args:
            i: Position of the head.

        Returns:
            A contiguous run of positions around the head, without a leading preposition.
        """
        keep, todo = {i}, [i]
        while todo:
            at = todo.pop()
            for k in self._children[at]:
                relation = self.tokens[k].deprel
                if relation.split(":")[0] not in _WITHIN_NOMINAL and not (at != i and relation in ("cc", "conj", "advmod")):
                    if relation == "punct" and self.tokens[k].text in "-–‑":
                        keep.add(k)
                    continue
                if relation == "case" and at == i:
                    continue  # neither a preposition nor a possessive mark is part of the name
                keep.add(k)
                todo.append(k)
        low = high = i
        while low - 1 in keep or (low - 2 in keep and self.tokens[low - 1].text in _QUOTES):
            low -= 1
        while high + 1 in keep:
            high += 1
        while low < i and self.tokens[low].upos == "PUNCT":
            low += 1
        while high > i and self.tokens[high].upos == "PUNCT":
            high -= 1
        return list(range(low, high + 1))

    def nominal_extent(self, i: int) -> tuple[int, int]:
        """Give the offsets of the noun phrase that a token heads.

        Args:
            i: Position of the head.

        Returns:
            Start and end in code points of the document.
        """
        run = self.nominal(i)
        return self.tokens[run[0]].start, self.tokens[run[-1]].end

    @remembered
    def case(self, i: int) -> str:
        """Give the prepositions of a nominal as one lower-cased string.

        Args:
            i: Position of the head.

        Returns:
            Such as `in`, `along with`, or the empty string.
        """
        found = self.children(i, "case", "mark")
        if not found:
            return ""
        words: list[str] = []
        for k in found:
            words.append(self.low[k])
            words.extend(self.low[m] for m in self.children(k, "fixed"))
        return " ".join(words)

    def conjuncts(self, i: int) -> list[int]:
        """List a nominal and what is coordinated with it.

        Args:
            i: Position of the first conjunct.

        Returns:
            Positions in text order.
        """
        if "conj" not in self._present or not self.children(i, "conj"):
            return [i]
        found, todo = [], [i]
        while todo:
            at = todo.pop(0)
            found.append(at)
            todo.extend(k for k in self.children(at, "conj") if self.tokens[k].upos not in ("VERB", "AUX"))
        return sorted(set(found))

    @remembered
    def obliques(self, i: int) -> tuple[tuple[str, int], ...]:
        """List the prepositional dependents of a verb or noun, with their prepositions.

        Args:
            i: Position of the verb or noun.

        Returns:
            The preposition in lower case and the position of the nominal; conjuncts come with the same preposition.
        """
        found = []
        for k in self._children[i]:
            relation = self._relations[k]
            if relation.startswith(("obl", "nmod")) and relation.split(":")[0] in ("obl", "nmod") and relation != "nmod:poss":
                case = self.case(k)
                found += [(self.case(one) or case, one) for one in self.conjuncts(k)]
        return tuple(found)

    @remembered
    def antecedent(self, i: int) -> int:
        """Follow a relative pronoun to the noun that it stands for.

        Args:
            i: Position of any nominal.

        Returns:
            Position of the noun; the nominal itself where it is no relative pronoun.
        """
        token = self.tokens[i]
        if self.low[i] == "whose" and token.head >= 0:
            clause = self.tokens[self.clause(i)]
            return clause.head if clause.deprel in ("acl:relcl", "appos") and clause.head >= 0 else i
        if self.low[i] in ("which", "who", "that", "whom") and token.head >= 0:
            verb = self.tokens[token.head]
            if verb.deprel in ("acl:relcl", "acl", "advcl:relcl") and verb.head >= 0:
                return verb.head
            if verb.deprel == "conj" and verb.head >= 0 and self.tokens[verb.head].deprel == "acl:relcl":
                return self.tokens[verb.head].head
        return i

    @remembered
    def above(self, i: int) -> frozenset[int]:
        """Give a token and everything that it hangs on.

        Args:
            i: Position of the token.

        Returns:
            Positions, up to the head of the sentence.
        """
        found = set[int]()
        while i >= 0:
            found.add(i)
            i = self.tokens[i].head
        return frozenset(found)

    def clause(self, i: int) -> int:
        """Climb from a token to the verb or predicate of its clause.

        Args:
            i: Position of any token.

        Returns:
            Position of the clause's head.
        """
        while self.tokens[i].head >= 0:
            token = self.tokens[i]
            if token.upos in ("VERB", "AUX") or self.children(i, "cop", *SUBJECTS):
                return i
            i = token.head
        return i
