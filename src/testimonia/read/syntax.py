"""The questions that rules ask of a parsed sentence.

A `Tree` wraps one sentence in Universal Dependencies (v2): who is the subject, what is the object, which obliques with which preposition,
what belongs to one nominal. Rules ask here and never walk heads themselves, so a change of treebank convention is mended in one place.

Follows: Universal Dependencies v2, English (EWT and GUM conventions; title and name may be `flat`, `appos` or `nmod:desc`).
"""

from collections.abc import Iterator, Set

from testimonia.read.forms import with_known_lemma
from testimonia.read.lexicon import words_of
from testimonia.read.parser.records import Sentence, Token

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_WITHIN_NOMINAL = frozenset(("det", "amod", "nummod", "compound", "flat", "fixed", "nmod", "goeswith", "case"))
"""Relations, without their subtypes, that stay inside a noun phrase; clauses, appositions and conjuncts lie beyond it."""


_QUOTES = frozenset(["“", "”", '"', "‘", "’", "'", "«", "»"])


class Tree:
    """One parsed sentence, indexed by token position; `low` and `lemma` hold every form and lemma in lower case."""

    __slots__ = ("_children", "_lemmas", "_relations", "_with_lemma", "lemma", "low", "sentence", "tokens")

    def __init__(self, sentence: Sentence) -> None:
        """Index the children, the lower-cased forms and the lemmas of every token."""
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = tuple(with_known_lemma(token) for token in sentence.tokens)
        self.low: tuple[str, ...] = tuple(token.text.lower() for token in self.tokens)
        self.lemma: tuple[str, ...] = tuple(token.lemma.lower() for token in self.tokens)
        self._relations: tuple[str, ...] = tuple(token.deprel for token in self.tokens)
        self._children: list[list[int]] = [[] for _ in self.tokens]
        self._with_lemma: dict[str, list[int]] = {}
        for token, lemma in zip(self.tokens, self.lemma, strict=True):
            if token.head >= 0:
                self._children[token.head].append(token.i)
            self._with_lemma.setdefault(lemma, []).append(token.i)
        self._lemmas = frozenset(self._with_lemma)

    def having(self, lemmas: Set[str]) -> list[int]:
        """List the tokens whose lemma is one of a set: where a rule's trigger words stand.

        Args:
            lemmas: Lower-cased lemmas.

        Returns:
            Positions, ascending.
        """
        if self._lemmas.isdisjoint(lemmas):
            return []
        return sorted(i for lemma in self._lemmas & lemmas for i in self._with_lemma[lemma])

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
        if not below:
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

    def is_passive(self, i: int) -> bool:
        """Say whether a verb is passive: by an auxiliary, a passive subject, or as a bare past participle modifying a noun.

        Args:
            i: Position of the verb.

        Returns:
            True for a passive.
        """
        if self.children(i, "aux:pass", "nsubj:pass", "obl:agent"):
            return True
        token = self.tokens[i]
        if "VerbForm=Part" in token.feats and "Tense=Past" in token.feats:
            if token.deprel in ("acl", "amod", "advcl") and not self.children(i, "obj", "aux"):
                return True
            if token.deprel == "conj" and not self.children(i, "nsubj", "obj", "aux"):
                return self.is_passive(token.head)
        return False

    def subject(self, i: int) -> int | None:
        """Find the subject of a verb, own or shared.

        A conjoined verb without a subject shares its head's; an `xcomp` takes its governor's object, else its subject; a participle takes
        the noun that it modifies or the subject of the clause that it opens.

        Args:
            i: Position of the verb or of the predicate noun.

        Returns:
            Position of the subject's head, or None.
        """
        for _ in range(8):
            own = self.children(i, *SUBJECTS)
            if own:
                return self.antecedent(own[0])
            token = self.tokens[i]
            if token.head < 0:
                return None
            if token.deprel in ("acl", "acl:relcl", "amod"):
                if token.deprel == "acl" and "VerbForm=Ger" in token.feats and i > 0 and self.tokens[self.subtree(i)[0] - 1].text == ",":
                    return self.subject(self.clause(token.head))  # ", killing three" tells of the clause, not of its last noun
                return token.head
            if token.deprel == "xcomp":
                objects = self.children(token.head, "obj", "iobj")
                if objects and not self.is_passive(token.head):
                    return objects[0]
            elif token.deprel not in ("conj", "advcl", "parataxis", "ccomp", "appos", "obl", "nmod") and token.upos != "VERB":
                return None
            if token.deprel in ("ccomp", "parataxis", "obl", "nmod"):
                return None
            i = token.head
        return None

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

    def objects(self, i: int) -> list[int]:
        """List what a verb is done to: its objects, or its passive subject.

        Args:
            i: Position of the verb.

        Returns:
            Heads of the objects, conjuncts included.
        """
        if self.is_passive(i):
            subject = self.subject(i)
            return [] if subject is None else self.conjuncts(subject)
        return [k for one in self.children(i, "obj") for k in self.conjuncts(one)]

    def agents(self, i: int) -> list[int]:
        """List who does it: the subject of an active verb, the `by` phrase of a passive one.

        Args:
            i: Position of the verb.

        Returns:
            Heads, conjuncts included; empty where a passive names no agent.
        """
        if not self.is_passive(i):
            subject = self.subject(i)
            return [] if subject is None else self.conjuncts(subject)
        above = [self.tokens[i].head] if self.tokens[i].deprel == "conj" else []
        for verb in (i, *above, *self.children(i, "conj")):
            by = [k for k in self._children[verb] if self.tokens[k].deprel in ("obl:agent", "obl", "nmod") and self.case(k) == "by"]
            if by:
                return [k for one in by for k in self.conjuncts(one)]
        return []

    def obliques(self, i: int) -> Iterator[tuple[str, int]]:
        """Yield the prepositional dependents of a verb or noun, with their prepositions.

        Args:
            i: Position of the verb or noun.

        Yields:
            The preposition in lower case and the position of the nominal; conjuncts come with the same preposition.
        """
        for k in self._children[i]:
            if self.tokens[k].deprel.split(":")[0] in ("obl", "nmod") and self.tokens[k].deprel != "nmod:poss":
                case = self.case(k)
                for one in self.conjuncts(k):
                    yield (self.case(one) or case), one

    def conjuncts(self, i: int) -> list[int]:
        """List a nominal and what is coordinated with it.

        Args:
            i: Position of the first conjunct.

        Returns:
            Positions in text order.
        """
        if not self.children(i, "conj"):
            return [i]
        found, todo = [], [i]
        while todo:
            at = todo.pop(0)
            found.append(at)
            todo.extend(k for k in self.children(at, "conj") if self.tokens[k].upos not in ("VERB", "AUX"))
        return sorted(set(found))

    def described(self, i: int) -> list[int]:
        """List what a noun describes: "X is a noun", "X, a noun", "the noun X", "X became a noun", "formed as a noun".

        Args:
            i: Position of the noun.

        Returns:
            Heads of the nominals described; empty where the noun stands for itself.
        """
        token = self.tokens[i]
        if token.deprel in ("appos", "acl:relcl") and token.head >= 0 and not self.children(i, *SUBJECTS):
            return [token.head]
        if self.children(i, "cop", *SUBJECTS):
            subject = self.subject(i)
            return [] if subject is None else [subject]
        named = [k for k in self.children(i, "appos", "flat", "nmod:desc") if self.tokens[k].upos == "PROPN"]
        if named:
            return named
        verb = token.head
        if verb >= 0 and token.deprel in SUBJECTS:
            if self.tokens[verb].upos == "PROPN" and self.children(verb, "cop"):
                return [verb]  # "its backbone is X"
            if token.deprel == "nsubj:pass" and self.tokens[verb].lemma.lower() in ("call", "name", "dub", "style", "term", "know"):
                said = [*self.children(verb, "xcomp", "obj"), *(k for case, k in self.obliques(verb) if case == "as")]
                return [k for k in said if self.tokens[k].upos == "PROPN"]
        if verb >= 0 and self.tokens[verb].upos == "VERB" and token.deprel in ("xcomp", "obl", "obj") and self.case(i) in ("", "as"):
            if self.case(i) == "as" and self.children(verb, "obj") and not self.is_passive(verb):
                return self.objects(verb)
            if self.case(i) == "as" or self.lemma[verb] in ("become", "remain", "be", "form", "constitute", "represent"):
                subject = self.subject(verb)
                return [] if subject is None else [subject]
        return []

    def owners(self, i: int) -> list[int]:
        """List the possessors of a noun: "X's brigade", "the brigade of X", "its brigade".

        Args:
            i: Position of the noun.

        Returns:
            Heads of the possessors.
        """
        return self.children(i, "nmod:poss") + [
            k for k in self.children(i, "nmod") if self.case(k).split(" ")[0] in ("of", "for", "from", "in")
        ]

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

    def is_negated(self, i: int) -> bool:
        """Say whether a verb or predicate is negated in its own clause.

        Args:
            i: Position of the verb or predicate noun.

        Returns:
            True for "not", "never", "no longer" and the like among its dependents.
        """
        for k in self._children[i]:
            token = self.tokens[k]
            if token.deprel in ("advmod", "det", "cc", "aux", "case") and self.low[k] in words_of("grammar", "negatives"):
                return True
            if self.low[k] == "longer" and any(self.low[m] == "no" for m in self._children[k]):
                return True
        return False

    def is_unreal(self, i: int) -> bool:
        """Say whether a verb tells of something that did not happen in its own clause: a modal, a bare infinitive of purpose, a condition.

        Args:
            i: Position of the verb.

        Returns:
            True for "may attack", "to attack", "if they attack"; False for a plain past or present.
        """
        token = self.tokens[i]
        if any(self.low[k] in words_of("grammar", "modals") for k in self.children(i, "aux")):
            return True
        if token.head >= 0 and self.lemma[token.head] in words_of("grammar", "real_governors") and token.deprel == "xcomp":
            return self.is_unreal(token.head) if token.head != i else False
        if "VerbForm=Inf" in token.feats and token.deprel in ("xcomp", "acl", "advcl", "ccomp", "csubj", "parataxis"):
            return True
        return any(self.low[k] in ("if", "unless") for k in self.children(i, "mark"))
