"""The questions that rules ask of a parsed sentence.

A `Tree` is one sentence in Universal Dependencies (v2): who is the subject, what is the object, is it denied, does it happen at all. What
belongs together is the matter of `structure`. Rules ask here and never walk heads themselves, so a change of treebank convention is mended
in one place.

Follows: Universal Dependencies v2, English (EWT and GUM conventions; title and name may be `flat`, `appos` or `nmod:desc`).
"""

from testimonia.read.lexicon import words_of
from testimonia.read.structure import SUBJECTS as SUBJECTS
from testimonia.read.structure import Structure, remembered


class Tree(Structure):
    """One parsed sentence with the questions that rules ask of its clauses."""

    __slots__ = ()

    @remembered
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

    @remembered
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
                return self._stranded(i)
            if token.deprel == "conj" and "VerbForm=Fin" in token.feats and self._is_mere_noun(token.head):
                i = self.clause(token.head)  # "was born of a merger, controls the port": the verb goes on with the clause
                continue
            if token.deprel in ("acl", "acl:relcl", "amod"):
                if token.deprel == "acl" and "VerbForm=Ger" in token.feats and i > 0 and self.tokens[self.subtree(i)[0] - 1].text == ",":
                    return self.subject(self.clause(token.head))  # ", killing three" tells of the clause, not of its last noun
                return self._part_above(token.head) if token.deprel == "acl" else token.head
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

    def _is_mere_noun(self, i: int) -> bool:
        return self.tokens[i].upos in ("NOUN", "PROPN", "NUM") and not self.children(i, "cop", *SUBJECTS)

    def _part_above(self, i: int) -> int:
        """Give the part of a body where the parser hangs on the body what tells of the part: "a faction of X led by Y"."""
        above, owned = self.tokens[i].head, self.tokens[i].deprel == "nmod" and self.case(i) in ("of", "from")
        if not owned or self.lemma[above] not in words_of("relations", "part_nouns"):
            return i
        return above if any(self.low[k] in ("a", "an", "one") for k in self.children(above, "det", "nummod")) else i

    def _stranded(self, i: int) -> int | None:
        """Find the subject that the parser hung on a participle before it: "Known in the hills as the A, the X was founded"."""
        opening = next((k for k in self.children(i, "advcl") if k < i), None)
        for k in () if opening is None else (k for k in sorted(self.subtree(opening)) if opening < k < i):
            token, start = self.tokens[k], min(self.nominal(k))
            names = token.upos in ("PROPN", "NOUN") and token.deprel not in ("flat", "compound") and not self.case(k)
            if names and start > 0 and self.tokens[start - 1].text == ",":
                return k
        return None

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
        if self._was_to_be(i):
            return True
        if token.head >= 0 and self.lemma[token.head] in words_of("grammar", "real_governors") and token.deprel == "xcomp":
            return self.is_unreal(token.head) if token.head != i else False
        if "VerbForm=Inf" in token.feats and token.deprel in ("xcomp", "acl", "advcl", "ccomp", "csubj", "parataxis"):
            return True
        return any(self.low[k] in ("if", "unless") for k in self.children(i, "mark"))

    def _was_to_be(self, i: int) -> bool:
        """Say whether a verb tells what was meant to be: "was to be dissolved", "is to join"."""
        mark = next((k for k in self.children(i, "mark", "aux") if self.low[k] == "to"), None)
        return (
            mark is not None
            and mark > 0
            and self.low[mark - 1] in ("is", "are", "was", "were")
            and mark - 1 in self.children(i, "aux", "aux:pass", "cop")
        )
