"""Read who says so: the chain of voices over every stretch of a document, with the stance of each.

A voice reaches as far as its sentence's content, a direct quotation as far as its marks, paragraph after paragraph while they stay open.
Scopes nest; the chain at an offset is the publisher, then the scopes around it from the outside in (codebook, section 4).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from testimonia.codebook.words import load_words
from testimonia.model.claim import Attribution
from testimonia.model.kinds import STANCES, Stance
from testimonia.model.party import Party
from testimonia.read.lexicon import words_of
from testimonia.read.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.text.geography import is_country

"""Verbs whose object is what is said. Announcing or declaring a ceasefire makes it, and condemning an attack is an act of its own."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch of text told in somebody's voice; `voice` is None where only the stance changes ("reportedly")."""

    start: int
    end: int
    voice: Party | None
    stance: Stance
    cue: str
    hole: tuple[int, int] | None = None

    def holds(self, offset: int) -> bool:
        """Say whether an offset is told in this voice.

        Args:
            offset: A code point offset in the document.

        Returns:
            True inside the scope and outside its hole, which is the saying itself.
        """
        return self.start <= offset < self.end and not (self.hole is not None and self.hole[0] <= offset < self.hole[1])


@cache
def stances() -> dict[str, Stance]:
    """Map the lemma of every verb of saying to its stance.

    Returns:
        Lemma to stance.
    """
    return {str(verb): stance for stance, verbs in load_words("voices")["verbs"].items() if stance in STANCES for verb in verbs}


@cache
def _noun_stances() -> dict[str, Stance]:
    return {str(noun): stance for stance, nouns in load_words("voices")["nouns"].items() if stance in STANCES for noun in nouns}


@cache
def _adverb_stances() -> dict[str, Stance]:
    return {str(word): stance for stance, words in load_words("voices")["adverbs"].items() if stance in STANCES for word in words}


def read_scopes(scene: Scene, tree: Tree) -> list[Scope]:
    """Find the scopes that one sentence opens in its own words; quotations are for `quoted_voices`.

    Args:
        scene: The document being read, at this sentence.
        tree: The sentence.

    Returns:
        Scopes in no particular order.
    """
    scopes: list[Scope] = []
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if token.text.lower() == "according":
            scopes += _according(scene, tree, token.i)
        elif token.text.lower() in _adverb_stances():
            start, end = tree.extent(tree.clause(token.i))
            scopes.append(Scope(start, end, None, _adverb_stances()[token.text.lower()], token.text))
        elif (
            token.text.lower() == "estimated"
            and token.deprel == "amod"
            and any(t.upos == "NUM" and t.head == token.head for t in tree.tokens)
        ):
            start, end = tree.extent(tree.clause(token.i))
            scopes.append(Scope(start, end, None, "estimated", token.text))
        elif lemma in stances() and token.upos in ("VERB", "AUX"):
            scopes += _spoken(scene, tree, token.i, stances()[lemma])
        elif lemma in _noun_stances() and token.upos == "NOUN":
            scopes += _by_noun(scene, tree, token.i, _noun_stances()[lemma])
    return scopes


def _according(scene: Scene, tree: Tree, i: int) -> Iterator[Scope]:
    """ "According to X" carries the sentence that it stands in."""
    token = tree.tokens[i]
    nominal = token.head if token.deprel == "case" else next((k for case, k in tree.obliques(i) if case.endswith("to")), None)
    if nominal is None and token.head >= 0:
        nominal = next((k for k in tree.subtree(token.head) if k > i and tree.tokens[k].upos in ("NOUN", "PROPN", "PRON")), None)
    if nominal is None:
        return
    hole_start, hole_end = tree.extent(nominal)
    party = voice_of(scene, tree, nominal)
    yield Scope(tree.sentence.start, tree.sentence.end, party, "asserted", "according to", (min(hole_start, token.start), hole_end))


def _spoken(scene: Scene, tree: Tree, i: int, stance: Stance) -> Iterator[Scope]:
    """A verb of saying carries its complement, or the sentence that it is appended to."""
    token = tree.tokens[i]
    if tree.is_negated(i):
        return
    passive = tree.is_passive(i)
    speaker = next(iter(tree.agents(i)), None)
    content = _content(scene, tree, i)
    if not content:
        return
    impersonal = (
        speaker is None
        or tree.tokens[speaker].lemma.lower() in words_of("voices", "impersonal_nouns")
        or (passive and tree.tokens[speaker].text.lower() == "it")
    )
    voice = None
    if not impersonal and speaker is not None:
        voice = voice_of(scene, tree, speaker)
    elif passive or speaker is None:
        if token.deprel in ("acl", "amod") and not passive:
            return
        stance = "reported_anonymous" if stance in ("asserted", "claimed") and passive else stance
    if voice is None and stance == "asserted":
        return
    if voice is not None:
        scene.speakers.append(voice)
    for start, end, hole in content:
        yield Scope(start, end, voice, stance, token.text, hole)


def _content(scene: Scene, tree: Tree, i: int) -> list[tuple[int, int, tuple[int, int] | None]]:
    """Give the stretches that a verb of saying carries."""
    token = tree.tokens[i]
    lemma = token.lemma.lower()
    found: list[tuple[int, int, tuple[int, int] | None]] = []
    for k in tree.children(i, "ccomp", "xcomp"):
        if tree.tokens[k].deprel == "xcomp" and lemma in ("go", "continue", "describe", "believe") and not tree.is_passive(i):
            continue
        start, end = tree.extent(k)
        found.append((start, _until_another_time(scene, tree, i, k, end), None))
    for k in tree.children(i, "parataxis"):
        if tree.tokens[k].start < token.start:
            found.append((*tree.extent(k), None))
    if lemma in ("accuse", "blame", "charge"):
        for k in tree.children(i, "advcl", "obl", "ccomp"):
            if tree.case(k).split(" ")[0] in ("of", "for", "with"):
                found.append((*tree.extent(k), None))
    if not found and lemma in words_of("voices", "verbs_with_object"):
        for k in tree.children(i, "obj", "nsubj:pass") if not tree.is_passive(i) else ():
            if tree.tokens[k].lemma.lower() != "responsibility":
                found.append((*tree.extent(k), None))
    if found:
        # "said that A had fallen, and B had been taken": backshifted or marked clauses go on in reported speech
        for k in tree.children(i, "conj"):
            words = {tree.tokens[m].text.lower() for m in tree.children(k, "aux", "mark")}
            if tree.tokens[k].lemma.lower() not in stances() and words & {"had", "that"} and tree.children(k, *SUBJECTS):
                found.append((*tree.extent(k), None))
    if lemma not in words_of("voices", "appended") or token.deprel.startswith("acl"):
        return found
    if not found and token.deprel in ("parataxis", "ccomp", "advcl", "conj") and _is_appended(tree, i):
        low, high = tree.extent(i)
        found.append((tree.sentence.start, tree.sentence.end, (low, high)))
    if not found and _is_appended(tree, i) and tree.sentence.end - token.end < 60 and token.start - tree.sentence.start > 20:
        subject = next(iter(tree.children(i, *SUBJECTS)), None)
        low = min(token.start, tree.tokens[subject].start if subject is not None else token.start)
        found.append((tree.sentence.start, tree.sentence.end, (low, tree.sentence.end)))
    return found


def _until_another_time(scene: Scene, tree: Tree, saying: int, content: int, end: int) -> int:
    """Give where a dated saying ends: a coordinated clause with a subject and another date of its own was not said then."""

    def is_dated(i: int) -> bool:
        return any(scene.is_time(tree, k) for k in tree.children(i, "obl", "obl:tmod", "obl:unmarked", "advmod"))

    if not is_dated(saying):
        return end
    for k in tree.children(content, "conj"):
        if tree.children(k, *SUBJECTS) and is_dated(k):
            return min(end, tree.extent(k)[0])
    return end


def _is_appended(tree: Tree, i: int) -> bool:
    """Say whether a saying is set off by a comma at the end or middle of the sentence: "..., the army said", or opened by "as"."""
    if any(tree.tokens[k].text.lower() == "as" for k in tree.children(i, "mark", "advmod")):
        return True
    below = tree.subtree(i)
    words = [k for k in below if tree.tokens[k].deprel != "punct" and (tree.tokens[k].head == i or k == i)]
    first = min([k for k in words if k == i or tree.tokens[k].deprel in SUBJECTS], default=i)
    before = tree.tokens[first - 1] if first > 0 else None
    extent = tree.subtree(min(tree.children(i, *SUBJECTS), default=i))
    before = tree.tokens[extent[0] - 1] if extent and extent[0] > 0 and extent[0] < i else before
    return before is not None and before.text in (",", "”", '"', "—", "–", "''", "’") and bool(tree.children(i, *SUBJECTS))


def _by_noun(scene: Scene, tree: Tree, i: int, stance: Stance) -> Iterator[Scope]:
    """A noun of saying carries its clause: "the government's allegation that"."""
    contents = [k for k in tree.children(i, "acl", "ccomp") if any(tree.tokens[m].text.lower() == "that" for m in tree.children(k, "mark"))]
    if tree.tokens[i].lemma.lower() in words_of("voices", "condemning_nouns"):
        contents += [k for case, k in tree.obliques(i) if case in ("of", "for")]
    if not contents:
        return
    owner = next(iter(tree.children(i, "nmod:poss")), None)
    governor = tree.tokens[i].head
    if owner is None and tree.tokens[i].deprel == "obj" and governor >= 0:
        owner = next(iter(tree.agents(governor)), None)  # "X expressed condemnation for"
    owner = owner if owner is not None else next((k for case, k in tree.obliques(i) if case in ("by", "from", "of")), None)
    voice = voice_of(scene, tree, owner) if owner is not None else None
    if voice is None and stance == "asserted":
        return
    for k in contents:
        yield Scope(*tree.extent(k), voice, stance, tree.tokens[i].text)


def voice_of(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Resolve who speaks: a person, a body, or a described role kept in words.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Head of the speaker's nominal.

    Returns:
        The party, or None where the words name no speaker (a thing, an event).
    """
    token = tree.tokens[i]
    named_so = _speaker_called(scene, tree, i)
    if named_so is not None:
        return named_so
    if token.upos == "PRON" and token.text.lower() == "it":
        body = scene.organisation(tree, i)
        return body or next((s for s in reversed(scene.speakers) if not scene.is_person(s)), None)
    if token.upos == "PRON" and token.text.lower() in ("he", "she", "they", "him", "her", "who"):
        if token.text.lower() != "they":
            for speaker in reversed(scene.speakers):
                if speaker.referent is None or scene.is_person(speaker):
                    return speaker
        party = scene.actor(tree, i) if token.text.lower() != "they" else scene.organisation(tree, i)
        return party if party is not None and party.referent is not None else (scene.speakers[-1] if scene.speakers else None)
    for k in [i, *tree.children(i, "appos", "flat", "nmod:desc", "compound")]:
        spot = scene.spot_at(tree, k)
        member = scene.member_at(tree, k, "person")
        if spot is not None and member is not None:
            return scene.spot_party(spot, "person")
    spot = scene.spot_at(tree, i)
    if spot is not None:
        member = scene.cast.member(spot.text)
        if member is not None and (member.cls == "named_event" or (member.cls == "place" and not is_country(spot.text))):
            return None
        return scene.actor(tree, i)
    party = scene.organisation(tree, i)
    if party is not None:
        return party
    if token.upos not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM") or token.lemma.lower() in words_of("voices", "impersonal_nouns"):
        return None
    if token.lemma.lower() in _noun_stances():
        # "an army statement", "a statement by X": the body speaks, not the paper
        for k in [*tree.children(i, "compound", "nmod:poss", "amod"), *(k for case, k in tree.obliques(i) if case in ("by", "from", "of"))]:
            body = scene.organisation(tree, k)
            if body is not None:
                return body
    start, end = tree.nominal_extent(i)
    words = " ".join(scene.text[start:end].split())
    for article in ("The ", "the "):
        words = words.removeprefix(article)
    return Party(words, None, "words", start, end)


def _speaker_called(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the described speaker whom a bare definite noun takes up: "the United Nations human rights office ... the office said"."""
    token = tree.tokens[i]
    if token.upos != "NOUN" or scene.spot_at(tree, i) is not None or not tree.children(i, "det"):
        return None
    if len(tree.children(i)) > 1 or tree.tokens[tree.children(i, "det")[0]].text.lower() not in ("the", "this", "that"):
        return None
    word = token.text.lower()
    return next((s for s in reversed(scene.speakers) if s.words.lower().split()[-1:] == [word] and len(s.words.split()) > 1), None)


def chain_at(offset: int, scopes: Iterable[Scope], frame: tuple[Party, ...]) -> Attribution:
    """Give the chain of voices at an offset.

    Args:
        offset: Where the trigger of a claim stands, in code points.
        scopes: All scopes of the document.
        frame: Publisher, original publisher and issuer, outermost first.

    Returns:
        The chain and the stance of the innermost scope; `asserted` where nobody but the frame speaks.
    """
    around = sorted((s for s in scopes if s.holds(offset)), key=lambda s: (s.start - s.end, s.start))
    # an issuer named below the letterhead speaks from there on
    voices = [p for n, p in enumerate(frame) if n == 0 or p.how != "issuer" or p.start is None or p.start <= offset]
    stance: Stance = "asserted"
    for scope in around:
        stance = scope.stance
        if scope.voice is not None and (not voices or _key(scope.voice) != _key(voices[-1])):
            voices.append(scope.voice)
    return Attribution(tuple(voices), stance)


def _key(party: Party) -> str:
    return party.referent or party.words.lower()
