"""Read who says so: the chain of voices over every stretch of a document, with the stance of each.

A voice reaches as far as its sentence's content, a direct quotation as far as its marks, paragraph after paragraph while they stay open.
Scopes nest; the chain at an offset is the publisher, then the scopes around it from the outside in (codebook, section 4).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cmp_to_key

from testimonia.codebook.words import load_words
from testimonia.model.claim import Attribution
from testimonia.model.kinds import STANCES, Stance
from testimonia.model.party import Party
from testimonia.read.events.account_forms import Account, find_accounts
from testimonia.read.events.toll_forms import TollAccount, find_tolls
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.read.voices.cues import Saying, noun_stances
from testimonia.read.voices.saying import find_sayings
from testimonia.text.geography import country_of_capital, is_country

PAPER_REACH = 600
"""Code points before a sentence in which the report is told that it means by "the report": its paragraph, or the one before."""
BLOCK = 1024
"""Code points of a block of text: about ten sentences, so that few scopes are looked at for each claim and few blocks for each scope."""
SHORT_NAME = 2
"""Words of a publisher's name by which it speaks of itself; more than two is a name of its own."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch of text told in somebody's voice; `voice` is None where only the stance changes ("reportedly").

    `source` are the offsets of the words that name the voice here ("he"), `at` the offset of the word of saying; None where there are none.
    """

    start: int
    end: int
    voice: Party | None
    stance: Stance
    cue: str
    hole: tuple[int, int] | None = None
    source: tuple[int, int] | None = None
    at: int | None = None

    def holds(self, offset: int) -> bool:
        """Say whether an offset is told in this voice.

        Args:
            offset: A code point offset in the document.

        Returns:
            True inside the scope and outside its hole, which is the saying itself.
        """
        return self.start <= offset < self.end and not (self.hole is not None and self.hole[0] <= offset < self.hole[1])


class Scopes:
    """The scopes of a document, to be asked for by offset: each is entered in every block of text that it reaches into."""

    __slots__ = ("_blocks",)

    def __init__(self) -> None:
        """Begin with none."""
        self._blocks: dict[int, list[Scope]] = {}

    def add(self, scopes: Iterable[Scope]) -> None:
        """Take in scopes.

        Args:
            scopes: Those that a sentence or a quotation opens.
        """
        for scope in scopes:
            for block in range(scope.start // BLOCK, scope.end // BLOCK + 1):
                self._blocks.setdefault(block, []).append(scope)

    def around(self, offset: int) -> list[Scope]:
        """List the scopes that hold an offset.

        Args:
            offset: A code point offset in the document.

        Returns:
            Scopes in the order in which they came.
        """
        return [scope for scope in self._blocks.get(offset // BLOCK, ()) if scope.holds(offset)]


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
    stances = _adverb_stances()
    for token, word in zip(tree.tokens, tree.low, strict=True):
        if word in stances:
            scopes.append(Scope(*tree.extent(tree.clause(token.i)), None, stances[word], token.text))
        elif word == "estimated" and token.deprel == "amod" and any(t.upos == "NUM" and t.head == token.head for t in tree.tokens):
            scopes.append(Scope(*tree.extent(tree.clause(token.i)), None, "estimated", token.text))
    for saying in find_sayings(scene, tree):
        scopes += _scopes_of(scene, tree, saying)
    accounts: list[Account | TollAccount] = [*find_accounts(tree), *find_tolls(scene, tree)]
    for account in accounts:
        scopes += _scope_of_account(scene, tree, account)
    return scopes


def _scope_of_account(scene: Scene, tree: Tree, account: Account | TollAccount) -> Iterator[Scope]:
    """Let whoever accuses, denies, claims or counts be the voice of what they say happened."""
    if account.speaker is None or account.stance is None:
        return
    if tree.tokens[account.cue].deprel == "acl" and tree.is_passive(account.cue):
        return  # "an attack claimed by X": who claims it is told, and speaks of nothing else here
    voice = voice_of(scene, tree, account.speaker)
    if voice is None:
        return
    scene.speakers.add(voice, is_person=scene.is_person(voice))
    start, end = account.span(tree)
    cue = tree.tokens[account.cue]
    yield Scope(start, end, voice, account.stance, cue.text, None, tree.nominal_extent(account.speaker), cue.start)


def _scopes_of(scene: Scene, tree: Tree, saying: Saying) -> Iterator[Scope]:
    """Ask who speaks in a saying; where nobody is named, only a stance other than assertion is worth a scope."""
    token, speaker, stance = tree.tokens[saying.cue], saying.speaker, saying.stance
    if stance is None:
        return
    voice = None
    if speaker is not None and not _is_impersonal(tree, saying) and not _is_this_paper(tree, saying):
        voice = voice_of(scene, tree, speaker)
    elif token.upos in ("VERB", "AUX") and (saying.passive or speaker is None):
        if token.deprel in ("acl", "amod") and not saying.passive:
            return
        if stance == "asserted" and saying.passive:  # codebook, section 4: "is said to" claims, "is reported to" is anonymous
            stance = "claimed" if token.lemma.lower() == "say" and not saying.clausal else "reported_anonymous"
    if voice is None and speaker is not None and stance == "asserted":
        stance = _hearsay(tree.tokens[speaker].lemma.lower())
    if voice is None and stance == "asserted" and token.text.lower() != "according":
        return
    if voice is not None and token.upos in ("VERB", "AUX"):
        scene.speakers.add(voice, is_person=scene.is_person(voice))
    source = None if speaker is None else tree.nominal_extent(speaker)
    for start, end, hole in saying.contents:
        yield Scope(start, end, voice, stance, token.text, hole, source, token.start)


def _hearsay(noun: str) -> Stance:
    """Give the stance of what nobody in particular says: "reports say that", "according to estimates"."""
    if noun_stances().get(noun) == "estimated":
        return "estimated"
    return "reported_anonymous" if noun in words_of("voices", "hearsay_nouns") else "asserted"


def _is_impersonal(tree: Tree, saying: Saying) -> bool:
    """Say whether the subject of a verb of saying is no speaker: a figure, a rumour, the "it" of "it is said"."""
    cue, speaker = tree.tokens[saying.cue], tree.tokens[saying.speaker or 0]
    if cue.upos not in ("VERB", "AUX") or cue.text.lower() == "according":
        return False
    thing = speaker.lemma.lower() in words_of("voices", "impersonal_nouns") and not _is_of_the_press(tree, speaker.i)
    return thing or (saying.passive and speaker.text.lower() == "it")


def _is_this_paper(tree: Tree, saying: Saying) -> bool:
    """Say whether whoever quotes somebody is the publication itself: "the paper quoted an officer as saying that"."""
    speaker = tree.tokens[saying.speaker or 0]
    quotes = tree.tokens[saying.cue].lemma.lower() in words_of("voices", "quoting_verbs")
    below = [tree.tokens[k].text.lower() for k in tree.subtree(speaker.i)]
    return quotes and speaker.lemma.lower() in words_of("voices", "papers") and below == ["the", speaker.text.lower()]


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
    named_so = _speaker_called(scene, tree, i) or _author_of(scene, tree, i)
    if named_so is not None:
        return named_so
    if token.upos == "PRON" and token.text.lower() == "it":
        body = scene.organisation(tree, i)
        return body or scene.speakers.last_body
    if token.upos == "PRON" and token.text.lower() in ("he", "she", "they", "him", "her", "who"):
        if token.text.lower() != "they" and scene.speakers.last_he_or_she is not None:
            return scene.speakers.last_he_or_she
        party = scene.actor(tree, i) if token.text.lower() != "they" else scene.organisation(tree, i)
        return party if party is not None and party.referent is not None else scene.speakers.last
    for k in [i, *tree.children(i, "appos", "flat", "nmod:desc", "compound")]:
        spot = scene.spot_at(tree, k)
        member = scene.member_at(tree, k, "person")
        if spot is not None and member is not None:
            return scene.spot_party(spot, "person")
    spot = scene.spot_at(tree, i)
    if spot is not None:
        member = scene.cast.member(spot.text)
        if member is not None and (member.cls == "named_event" or (member.cls == "place" and not _is_a_government(spot.text))):
            return None
        return scene.actor(tree, i)
    party = scene.organisation(tree, i)
    if party is not None:
        return party
    if token.upos not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM"):
        return None
    author = _author_named(scene, tree, i)
    if author is not None:
        return author
    if token.lemma.lower() in words_of("voices", "impersonal_nouns") and not _is_of_the_press(tree, i):
        return None
    start, end = tree.nominal_extent(i)
    # "three sources close to the front": which ones is told behind the noun
    end = max([end, *(tree.extent(k)[1] for k in tree.children(i, "amod") if k > i)])
    words = " ".join(scene.text[start:end].split())
    for article in ("The ", "the "):
        words = words.removeprefix(article)
    return Party(words, None, "words", start, end)


def _author_named(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give whose paper or figures speak: X in "an army statement", "a report by X", "according to information provided by X"."""
    papers = any_of(("voices", "inquiries"), ("voices", "source_nouns"))
    lemma = tree.tokens[i].lemma.lower()
    if lemma not in noun_stances() and lemma not in papers:
        return None
    signed = [m for k in tree.children(i, "acl") if k > i for m in tree.agents(k) if m > i]  # "a statement signed by X"
    beside = [k for case, k in tree.obliques(i) if case in ("by", "from", "of")]
    named = [*tree.children(i, "compound", "nmod:poss", "amod"), *beside, *signed]
    body = next((p for k in named if (p := scene.organisation(tree, k)) is not None), None)
    makers = [*signed, *(k for case, k in tree.obliques(i) if case == "by" and k > i)]
    if body is not None or not makers or tree.lemma[makers[0]] in words_of("voices", "impersonal_nouns"):
        return body
    return voice_of(scene, tree, makers[0])  # "data released by the police", "estimates by residents"


def _is_a_government(name: str) -> bool:
    """Say whether a place's name stands for who governs it: a country, or its capital ("Manila said")."""
    return is_country(name) or country_of_capital(name) is not None


def _is_of_the_press(tree: Tree, i: int) -> bool:
    """Say whether reports are told to be the press's, whose voice they are then: "press reports", "local media accounts"."""
    return any(tree.tokens[k].lemma.lower() in words_of("voices", "press_words") for k in tree.children(i, "compound", "amod"))


def _speaker_called(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the described speaker whom a bare definite noun takes up: "the United Nations human rights office ... the office said"."""
    token = tree.tokens[i]
    if token.upos != "NOUN" or scene.spot_at(tree, i) is not None or not tree.children(i, "det"):
        return None
    if len(tree.children(i)) > 1 or tree.tokens[tree.children(i, "det")[0]].text.lower() not in ("the", "this", "that"):
        return None
    return scene.speakers.called(token.text.lower())


def _author_of(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body whose paper a bare definite noun takes up: "In a report, the mission concluded ... according to the report"."""
    token = tree.tokens[i]
    papers = noun_stances().keys() | words_of("voices", "inquiries")
    if token.lemma.lower() not in papers or scene.spot_at(tree, i) is not None or not tree.case(i).endswith("to"):
        return None
    articles = [tree.tokens[k].text.lower() for k in tree.children(i) if tree.tokens[k].deprel == "det"]
    if articles != ["the"] or any(tree.tokens[k].deprel not in ("det", "case", "punct") for k in tree.children(i)):
        return None
    before = scene.text[max(0, tree.sentence.start - PAPER_REACH) : tree.sentence.start].lower()
    if token.lemma.lower() not in before:
        return None
    return scene.speakers.last_body


def chain_at(offset: int, scopes: Iterable[Scope], frame: tuple[Party, ...]) -> Attribution:
    """Give the chain of voices at an offset.

    Args:
        offset: Where the trigger of a claim stands, in code points.
        scopes: Scopes of the document, those around the offset among them.
        frame: Publisher, original publisher and issuer, outermost first.

    Returns:
        The chain and the stance of the innermost scope; `asserted` where nobody but the frame speaks.
    """
    around = sorted((s for s in scopes if s.holds(offset)), key=cmp_to_key(_from_outside))
    # an issuer named below the letterhead speaks from there on
    voices = [p for n, p in enumerate(frame) if n == 0 or p.how != "issuer" or p.start is None or p.start <= offset]
    stance: Stance = "asserted"
    for scope in around:
        stance = scope.stance
        if scope.voice is None or (voices and _key(scope.voice) == _key(voices[-1])):
            continue
        if len(voices) == 1 and _is_short_for(scope.voice, voices[0]):
            continue  # "the Panel estimates" in the panel's own report
        voices.append(scope.voice)
    return Attribution(tuple(voices), stance)


def _from_outside(one: Scope, other: Scope) -> int:
    """Order two scopes around one offset: whose word of saying stands within the other's is inside it; else the longer one is outside."""
    if one.at is not None and other.at is not None:
        inside = other.start <= one.at < other.end, one.start <= other.at < one.end
        if inside[0] != inside[1]:
            return 1 if inside[0] else -1
    mine, its = (one.start - one.end, one.start), (other.start - other.end, other.start)
    return (mine > its) - (mine < its)


def _is_short_for(voice: Party, publisher: Party) -> bool:
    """Say whether a voice is the publisher by a word or two of its name: "the Panel"; an army is none of its own paper's."""
    words = voice.words.removeprefix("The ").removeprefix("the ").split()
    known = publisher.words.lower().split()
    own = all(word[:1].isupper() and word.lower() in known for word in words)
    return own and 0 < len(words) <= SHORT_NAME and not {w.lower() for w in words} & words_of("people", "force_nouns")


def _key(party: Party) -> str:
    return party.referent or party.words.lower()
