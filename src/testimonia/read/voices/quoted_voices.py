"""Read who speaks in direct quotations: over sentences and paragraphs, before, after and around the verb of saying."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from testimonia.model.kinds import Stance
from testimonia.model.party import Party
from testimonia.read.parser.records import Token
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.read.voices.blocks import block_scopes, introducer, introducing_subject, signer
from testimonia.read.voices.brackets import bracketed_scopes
from testimonia.read.voices.cues import stances
from testimonia.read.voices.quotes import Quotation, is_speech
from testimonia.read.voices.saying import speaker_of
from testimonia.read.voices.voices import Scope, voice_of

_REACH = 90
"""Code points between a quotation and the verb that introduces it; longer gaps in the trial texts were other sentences."""


@dataclass(frozen=True, slots=True)
class _Introduction:
    """Who speaks in a quotation, with the offsets of the words that name the speaker and of the word of saying."""

    voice: Party
    stance: Stance
    source: tuple[int, int]
    at: int


def quoted_scopes(
    scene: Scene, trees: list[Tree], quotations: list[Quotation], *, carried: Party | None, before: Party | None = None
) -> tuple[list[Scope], Party | None]:
    """Find who speaks in each quotation of a paragraph.

    Args:
        scene: The document being read.
        trees: The paragraph's sentences.
        quotations: Its quotations.
        carried: The speaker of a quotation that the paragraph before left open.
        before: The last speaker of the paragraph before, if it had one.

    Returns:
        A scope for each quotation with a speaker, and the speaker that a last open quotation hands on.
    """
    scopes: list[Scope] = []
    speaker: Party | None = carried
    named: _Introduction | None = None
    last: Quotation | None = None
    if carried is None and len(quotations) == 1 and before is not None and _fills(trees, quotations[0]):
        carried = speaker = before  # a paragraph that is one quotation goes on in the voice of the one before it
    spoken = [quotation for quotation in quotations if is_speech(scene.text, quotation)]
    verbs = list(_verbs_of_saying(trees, spoken)) if spoken else []
    for quotation in spoken:
        found = _introduced(scene, verbs, quotation) or _signed(scene, quotation) or _after_colon(scene, trees, quotation)
        if found is not None:
            speaker, named = found.voice, found
            stance = found.stance
        else:
            stance = "asserted"
            if last is None and carried is None and quotation is not quotations[0]:
                speaker = speaker or None
        last = quotation
        if speaker is not None:
            source, at = (None, None) if named is None else (named.source, named.at)
            scopes.append(Scope(quotation.start, quotation.end, speaker, stance, "quotation", None, source, at))
    scopes += (scope for tree in trees for scope in bracketed_scopes(scene, tree))
    scopes += block_scopes(scene, trees, carried=carried, quoted=bool(quotations))
    if last is not None and last.open:
        return scopes, speaker
    in_list = carried if carried is not None and scene.marker and not quotations else None
    return scopes, introducer(scene, trees) or in_list


def _signed(scene: Scene, quotation: Quotation) -> _Introduction | None:
    """Give who signs a quotation behind or below it."""
    found = signer(scene, quotation.end)
    return None if found is None else _Introduction(found[0], "asserted", found[1], found[1][0])


def _after_colon(scene: Scene, trees: list[Tree], quotation: Quotation) -> _Introduction | None:
    """Give whose words a colon opens, though no verb of saying stands by: "The commander was adamant: “..."."""
    colon = scene.text.rfind(":", 0, quotation.start)
    tree = next((t for t in trees if t.sentence.start <= colon < t.sentence.end), None)
    if tree is None or scene.text[colon + 1 : quotation.start].strip():
        return None
    voice = introducing_subject(scene, tree)
    if voice is None or voice.start is None or voice.end is None:
        return None
    scene.speakers.add(voice, is_person=scene.is_person(voice))
    return _Introduction(voice, "asserted", (voice.start, voice.end), colon)


def _fills(trees: list[Tree], quotation: Quotation) -> bool:
    """Say whether a paragraph is nothing but a quotation."""
    return bool(trees) and quotation.start <= trees[0].sentence.start + 1 and quotation.end >= trees[-1].sentence.end - 1


def _verbs_of_saying(trees: list[Tree], spoken: list[Quotation]) -> Iterator[tuple[Tree, Token, Stance]]:
    """Yield the verbs of saying that stand outside of all quotations."""
    for tree in trees:
        for token in tree.tokens:
            if token.upos in ("VERB", "AUX"):
                stance = stances().get(token.lemma.lower())
                at = bisect_right(spoken, token.start, key=attrgetter("end"))
                if stance is not None and (at == len(spoken) or token.start < spoken[at].start):
                    yield tree, token, stance


def _start_of_verb(verb: tuple[Tree, Token, Stance]) -> int:
    return verb[1].start


def _end_of_verb(verb: tuple[Tree, Token, Stance]) -> int:
    return verb[1].end


def _introduced(scene: Scene, verbs: list[tuple[Tree, Token, Stance]], quotation: Quotation) -> _Introduction | None:
    """Find the verb of saying beside a quotation, and its subject."""
    best: tuple[int, _Introduction] | None = None
    first = bisect_left(verbs, quotation.start - _REACH, key=_end_of_verb)
    for tree, token, stance in verbs[first : bisect_right(verbs, quotation.end + _REACH, lo=first, key=_start_of_verb)]:
        gap = _gap(scene.text, quotation, token.start, token.end)
        if gap is None or (best is not None and gap >= best[0]):
            continue
        subject = next((k for k in tree.children(token.i, *SUBJECTS) if not quotation.start <= tree.tokens[k].start < quotation.end), None)
        if subject is None:
            shared = speaker_of(tree, token.i)  # "shook his hand, saying: “...”", "came and said: “...”"
            subject = None if shared is None or quotation.start <= tree.tokens[shared].start < quotation.end else shared
        if subject is None:
            subject = _beside(scene, tree, token.i, quotation)
        voice = voice_of(scene, tree, subject) if subject is not None else None
        if voice is not None and subject is not None:
            best = (gap, _Introduction(voice, stance, tree.nominal_extent(subject), token.start))
    if best is None:
        return None
    scene.speakers.add(best[1].voice, is_person=scene.is_person(best[1].voice))
    return best[1]


def _beside(scene: Scene, tree: Tree, i: int, quotation: Quotation) -> int | None:
    """Give the nominal next to a verb of saying where the parse gives it no subject, or hangs it on what is said; never who is told."""
    for token in tree.tokens[:i]:
        said = token.head >= 0 and quotation.start <= tree.tokens[token.head].start < quotation.end
        if token.start >= quotation.end and said and token.deprel in SUBJECTS:
            return token.i
    told = tree.children(i, "obj", "iobj")
    for k in (i + 1, i - 1):
        if k not in told and 0 <= k < len(tree.tokens) and not quotation.start <= tree.tokens[k].start < quotation.end:
            spot = scene.spot_at(tree, k)
            if spot is not None:
                return spot.head
            if tree.tokens[k].upos in ("NOUN", "PRON", "PROPN"):
                return k
    return None


def _gap(text: str, quotation: Quotation, start: int, end: int) -> int | None:
    """Measure the distance from a verb to a quotation; None where a sentence ends between them."""
    if max(start - quotation.end, quotation.start - end) > _REACH:
        return None
    between = text[quotation.end : start] if start >= quotation.end else text[end : quotation.start] if end <= quotation.start else None
    if between is None:
        return None
    stripped = between.strip()
    if any(stop in between for stop in (". ", "? ", "! ", "\n")) or (start >= quotation.end and stripped.endswith(".")):
        return None
    return len(between)
