"""The scene: who is spoken of at a point of a document, so that "the group", "they" and "its" find whom they stand for.

A small topic model: the section's heading, the document's title, the last organisation that was a subject, the last person, the last
place. It prefers saying nothing: a description that no topic fits stays in words.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from testimonia.model.kinds import EntityClass, Filled
from testimonia.model.party import Party
from testimonia.model.referent import Mention
from testimonia.model.refusal import Refusal
from testimonia.read.events.event_drafts import EventDraft
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.names.cast import Cast, Member
from testimonia.read.names.kinds import is_branch
from testimonia.read.names.spotting import Spot
from testimonia.read.reference.antecedents import CALLING, antecedent, is_loose, named_above, of_person, of_two, spoken_of
from testimonia.read.reference.forces import told_force
from testimonia.read.reference.governments import government_of, government_spoken_of, is_the_government, told_government
from testimonia.read.reference.speakers import Speakers
from testimonia.read.reference.topic import Topic
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.text.dates import StatedDate
from testimonia.text.names import fold_name
from testimonia.text.numbers import StatedNumber, find_quantities

_MODIFYING = ("amod", "compound", "nmod", "nmod:poss", "nummod", "acl:relcl", "acl", "conj")  # these make "the group" another one
_ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ", "this ", "these ", "those ", "that ", "their ", "its ", "his ", "her ")


@dataclass(slots=True)
class Scene:
    """One document while it is being read, sentence by sentence."""

    document: str
    text: str
    cast: Cast
    spots: Mapping[int, Mapping[int, Spot]]
    topic: Topic = field(default_factory=Topic)
    heading: bool = False
    under: str = ""
    marker: str = ""
    lead: str = ""
    dates: list[StatedDate] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    speakers: Speakers = field(default_factory=Speakers)
    _ordered: dict[int, list[Spot]] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)
    unnamed: dict[tuple[int, int], Member] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    told: list[EventDraft] = field(default_factory=list)
    _counted: tuple[int, tuple[StatedNumber, ...]] = (-1, ())

    def refuse(self, rule: str, tree: Tree, i: int, reason: str) -> None:
        """Note that a rule thought of a reading and did not make it, for people who ask why.

        Args:
            rule: The rule's name, such as `events.read_verbal_events`.
            tree: The sentence.
            i: Position of the word that made the rule think of it.
            reason: A code of `codebook/words/refusals.yml`.
        """
        token = tree.tokens[i]
        self.refusals.append(Refusal(rule, token.text, token.start, token.end, reason))

    def quantities(self, tree: Tree) -> tuple[StatedNumber, ...]:
        """List the counts that a sentence states.

        Args:
            tree: The sentence.

        Returns:
            Numbers with their bounds, in text order.
        """
        low, high = tree.sentence.start, tree.sentence.end
        if self._counted[0] != low:
            self._counted = (low, tuple(find_quantities(self.text[low:high], start=low)))
        return self._counted[1]

    def spot_at(self, tree: Tree, i: int) -> Spot | None:
        """Give the name that a token belongs to.

        Args:
            tree: The sentence.
            i: Position of the token.

        Returns:
            The spot, or None.
        """
        found = self.spots.get(tree.sentence.start)
        return None if found is None else found.get(i)

    def spots_in(self, tree: Tree) -> list[Spot]:
        """List the names of a sentence in text order.

        Args:
            tree: The sentence.

        Returns:
            Each spot once.
        """
        return self._spots_of(tree.sentence.start)

    def _spots_of(self, sentence: int) -> list[Spot]:
        """List the names of the sentence that begins at an offset, in text order; sorted once."""
        known = self._ordered.get(sentence)
        if known is None:
            by_start = {spot.start: spot for spot in self.spots.get(sentence, {}).values()}
            known = self._ordered[sentence] = [by_start[start] for start in sorted(by_start)]
        return known

    def is_person(self, party: Party) -> bool:
        """Say whether a party is a person whom the document names.

        Args:
            party: A party of this document.

        Returns:
            False for bodies and for described parties.
        """
        member = self.cast.holder_of(party.referent)
        return member is not None and member.cls == "person"

    def is_time(self, tree: Tree, i: int) -> bool:
        """Say whether a token belongs to a date.

        Args:
            tree: The sentence.
            i: Position of the token.

        Returns:
            True inside a stated date.
        """
        return any(d.start <= tree.tokens[i].start < d.end for d in self.dates)

    def spots_in_span(self, start: int, end: int) -> list[Spot]:
        """List the names that lie in a span, in any sentence, in text order.

        Args:
            start: First code point of the span.
            end: One past its last code point.

        Returns:
            Each spot once.
        """
        if not self._starts:
            self._starts.extend(sorted(self.spots))
        first = max(0, bisect_right(self._starts, start) - 1)
        sentences = self._starts[first : bisect_right(self._starts, end)]
        return sorted((s for at in sentences for s in self._spots_of(at) if start <= s.start and s.end <= end), key=lambda s: s.start)

    def member_at(self, tree: Tree, i: int, *classes: EntityClass) -> Member | None:
        """Give whom the name at a token stands for.

        Args:
            tree: The sentence.
            i: Position of the token.
            classes: Classes wanted; none means any.

        Returns:
            The member, or None where there is no name or it is of another class.
        """
        member = None if (spot := self.spot_at(tree, i)) is None else self.cast.member(spot.text)
        return member if member is not None and (not classes or member.cls in classes) else None

    def named(self, member: Member, *, how: Filled, start: int, end: int) -> Party:
        """Make a party that stands for a member, and note the mention.

        Args:
            member: Who is meant.
            how: How we know.
            start: First code point of the words.
            end: One past their last code point.

        Returns:
            A party with a referent.
        """
        referent = self.cast.id_of(member)
        self.mentions.append(Mention(self.document, start, end, self.text[start:end], referent, how))
        return Party(self.text[start:end], referent, how, start, end)

    def spot_party(self, spot: Spot, *classes: EntityClass) -> Party | None:
        """Make a party of a name.

        Args:
            spot: The name.
            classes: Classes wanted; none means any.

        Returns:
            The party, or None where the name stands for nobody of those classes.
        """
        member = self.cast.member(spot.text)
        if member is None or (classes and member.cls not in classes):
            return None
        how = self.cast.stands_for[fold_name(spot.text)][1]
        return self.named(member, how=how, start=spot.start, end=spot.end)

    def organisation(self, tree: Tree, i: int) -> Party | None:
        """Resolve a nominal to an organisation by name or stand-in; None for descriptions.

        Args:
            tree: The sentence.
            i: Position of the nominal's head.

        Returns:
            A party with a referent of class org, or None.
        """
        spot = self.spot_at(tree, i)
        if spot is not None:
            return self.spot_party(spot, "org")
        token = tree.tokens[i]
        beside = self._apposed(tree, i)
        member, how = (beside, "name") if beside is not None else self.stand_in(tree, i)
        if member is None:
            member, how = self.force(tree, i), "name"
        if member is None or member.cls != "org":
            return None
        start, end = (token.start, token.end) if token.upos == "PRON" else tree.nominal_extent(i)
        if start == end:  # a subject that the text leaves out: its verb stands for it
            start, end, how = start, next(t.end for t in tree.tokens[i:] if t.end > end), "topic"
        return self.named(member, how=how, start=start, end=end)

    def actor(self, tree: Tree, i: int) -> Party:
        """Resolve a nominal to who acts or is acted on in an event: a body, a state for its force, or a description kept in words.

        Args:
            tree: The sentence.
            i: Position of the nominal's head.

        Returns:
            A party; "fighters of X" stands for X, "suspected insurgents" stays in words.
        """
        spot = self.spot_at(tree, i)
        if spot is not None:
            party = self.spot_party(spot)
            if party is not None:
                return party
        elif (place := self.place(tree, i)) is not None and place.how == "name":
            return place
        else:
            token = tree.tokens[i]
            if (
                token.text.lower() in words_of("grammar", "third_person")
                and self.topic.described is not None
                and self._is_back_reference(tree, i)
            ):
                return Party(self.topic.described, None, "pronoun", token.start, token.end)
            party = self.organisation(tree, i) or self._person(tree, i) or self.body_of_members(tree, i)
            if party is not None:
                return party
        start, end = tree.nominal_extent(i)
        words = " ".join(self.text[start:end].split())
        for article in _ARTICLES[:2]:
            words = words.removeprefix(article)
        return Party(words, None, "words", start, end)

    def place(self, tree: Tree, i: int) -> Party | None:
        """Resolve a nominal to a place: by name, "the city of X", or "the village" spoken of before.

        Args:
            tree: The sentence.
            i: Position of the nominal's head.

        Returns:
            A party of class place, or None.
        """
        spot = self.spot_at(tree, i)
        if spot is not None:
            return self.spot_party(spot, "place")
        token = tree.tokens[i]
        if token.lemma.lower() in words_of("places", "before"):
            for k in tree.children(i, "nmod", "appos", "flat", "compound", "nmod:desc", "nmod:poss"):
                inner = self.spot_at(tree, k)
                party = None if inner is None else self.spot_party(inner, "place")
                if party is not None and tree.case(k) in ("of", ""):
                    return party
            definite = any(tree.tokens[k].text.lower() in words_of("grammar", "definite_words") for k in tree.children(i, "det"))
            if definite and self.topic.place is not None and not tree.children(i, "nmod", "acl:relcl"):
                return self.named(self.topic.place, how="topic", start=token.start, end=token.end)
        return None

    def _apposed(self, tree: Tree, i: int) -> Member | None:
        """Give the body that a generic noun stands beside: "X, another group that", "the faction X", "the X movement"."""
        token = tree.tokens[i]
        if (token.upos != "NOUN" and tree.low[i] not in ("one", "other", "another")) or self.spot_at(tree, i) is not None:
            return None
        if token.text.lower() not in words_of("people", "generic_groups"):  # "its rival, the X", "their ally, the X"
            beside = [k for k in tree.children(i, "appos") if k > i and tree.case(k) == "" and "Number=Plur" not in token.feats]
            return next((m for k in beside if (m := self.member_at(tree, k, "org")) is not None), None)
        beside = [token.head] if token.deprel == "appos" and token.head >= 0 else []
        called = [k for k in tree.children(i, "acl", "acl:relcl") if tree.lemma[k] in CALLING]
        beside += [m for k in called for m in tree.children(k, "xcomp", "obj", "obl")]  # "a group that styles itself X" too
        named = ("compound",) if token.text.lower() in words_of("names", "same_body") else ()
        for k in [*beside, *tree.children(i, "appos", "flat", "nmod:desc", *named)]:
            member = self.member_at(tree, k, "org")
            if member is not None and tree.case(k) in ("", "as"):
                return member
        return None

    def _person(self, tree: Tree, i: int) -> Party | None:
        token = tree.tokens[i]
        if token.text.lower() in words_of("grammar", "singular_person") and self.topic.person is not None:
            return self.named(self.topic.person, how="pronoun", start=token.start, end=token.end)
        return None

    def _is_back_reference(self, tree: Tree, i: int) -> bool:
        """Say whether a pronoun refers to the sentence before: no organisation is named to its left, or the same pronoun stands there."""
        i = next((k for k in range(i) if tree.low[k] == tree.low[i] and tree.tokens[k].deprel in SUBJECTS), i)
        return not any(s.end <= tree.tokens[i].start and self.member_at(tree, s.head, "org") is not None for s in self.spots_in(tree))

    def force(self, tree: Tree, i: int) -> Member | None:
        """Give the force of a country that "Malian forces", "the army of Mali" tells of, without a proper name.

        Args:
            tree: The sentence.
            i: Position of the noun.

        Returns:
            The member, or None for any other noun.
        """
        told = None if self.spot_at(tree, i) is not None else told_force(tree, i, named=lambda k: self.member_at(tree, k, "org"))
        if told is None:
            return self._government(tree, i)
        force = self.cast.force_of(told.country, told.phrase, at=told.at)
        if not is_branch(force.key):
            self.topic.state_force = force  # "the army" is not the police named last
        return force

    def _government(self, tree: Tree, i: int) -> Member | None:
        """Give the government that "the Malian government" tells of."""
        told = None if self.spot_at(tree, i) is not None else told_government(tree, i, named=lambda k: self.member_at(tree, k, "org"))
        return None if told is None else government_of(self.cast, told)

    def body_of_members(self, tree: Tree, i: int) -> Party | None:
        """Let "fighters of X", "X militants" and "their troops" stand for X.

        Args:
            tree: The sentence.
            i: Position of the noun.

        Returns:
            A party that stands for X, or None.
        """
        token = tree.tokens[i]
        known = any_of(("people", "members"), ("presence", "remains"))
        if token.lemma.lower() not in known and token.text.lower() not in known:
            return None
        for k in [*tree.owners(i), *tree.children(i, "compound", "nmod:desc", "amod")]:
            if tree.case(k) in ("in", "from") and self.member_at(tree, k, "org") is None:
                continue
            body = self.organisation(tree, k)
            if body is not None and body.referent is not None:
                start, end = tree.nominal_extent(i)
                return Party(self.text[start:end], body.referent, body.how, start, end)
        return None

    def stand_in(self, tree: Tree, i: int) -> tuple[Member | None, Filled]:
        """Find whom a pronoun or a generic description stands for.

        Args:
            tree: The sentence.
            i: Position of the pronoun or noun.

        Returns:
            The member and how it was found; None where the words describe somebody without a name.
        """
        token = tree.tokens[i]
        word = tree.low[i]
        if token.start == token.end and self.topic.headed_by_person:
            return None, "words"
        if is_the_government(tree, i) and (governing := government_spoken_of(self.cast, self.text)) is not None:
            return governing, "topic"
        if (named_later := self.unnamed.get((tree.sentence.start, i))) is not None:
            return named_later, "topic"
        if (told := of_two(self.topic, word) or of_person(self.topic, self.cast, tree, i)) is not None:
            return told, "topic"
        if word in words_of("grammar", "third_person"):
            if self.topic.described is not None and self._is_back_reference(tree, i):
                return None, "words"  # the sentence before spoke of a body that has no name
            spots = self.spots_in(tree)
            return named_above(self.cast, spots, tree, i) or antecedent(self.topic, self.cast, spots, tree, i), "pronoun"
        if word in words_of("grammar", "first_person") and word not in words_of("grammar", "one_person"):
            return self.topic.issuer, "issuer"
        if token.upos not in ("NOUN", "PROPN") or word not in any_of(("people", "generic_groups"), ("people", "force_nouns")):
            return None, "words"
        telling = any_of(("names", "fighting_words"), ("accounts", "responsible_adjectives"))  # "held the group responsible"
        modifiers = any(tree.low[k] not in telling and not is_loose(tree, k) for k in tree.children(i, *_MODIFYING))
        definite = any(tree.tokens[k].text.lower() in words_of("grammar", "definite_words") for k in tree.children(i, "det"))
        if modifiers or not definite:
            return None, "words"
        if word in ("army", "military", "troops") and self.topic.state_force is not None:
            return self.topic.state_force, "topic"
        return spoken_of(self.topic, self.cast, self.spots_in(tree), tree, i), "topic"
