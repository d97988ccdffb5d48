"""Read who speaks in direct quotations: over sentences and paragraphs, before, after and around the verb of saying."""

from collections.abc import Iterator
from dataclasses import dataclass

from testimonia.model.kinds import Stance
from testimonia.model.party import Party
from testimonia.read.parser.records import Token
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.read.voices.quotes import Quotation, is_speech
from testimonia.read.voices.saying import stances
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
        found = _introduced(scene, verbs, quotation)
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
    return scopes, speaker if last is not None and last.open else None


def _fills(trees: list[Tree], quotation: Quotation) -> bool:
    """Say whether a paragraph is nothing but a quotation."""
    return bool(trees) and quotation.start <= trees[0].sentence.start + 1 and quotation.end >= trees[-1].sentence.end - 1


def _verbs_of_saying(trees: list[Tree], spoken: list[Quotation]) -> Iterator[tuple[Tree, Token, Stance]]:
    """Yield the verbs of saying that stand outside of all quotations."""
    for tree in trees:
        for token in tree.tokens:
            if token.upos in ("VERB", "AUX"):
                stance = stances().get(token.lemma.lower())
                if stance is not None and not any(q.start <= token.start < q.end for q in spoken):
                    yield tree, token, stance


def _introduced(scene: Scene, verbs: list[tuple[Tree, Token, Stance]], quotation: Quotation) -> _Introduction | None:
    """Find the verb of saying beside a quotation, and its subject."""
    best: tuple[int, _Introduction] | None = None
    for tree, token, stance in verbs:
        gap = _gap(scene.text, quotation, token.start, token.end)
        if gap is None or (best is not None and gap >= best[0]):
            continue
        subject = next((k for k in tree.children(token.i, *SUBJECTS) if not quotation.start <= tree.tokens[k].start < quotation.end), None)
        if subject is None:
            subject = _beside(scene, tree, token.i, quotation)
        voice = voice_of(scene, tree, subject) if subject is not None else None
        if voice is not None and subject is not None:
            best = (gap, _Introduction(voice, stance, tree.nominal_extent(subject), token.start))
    if best is None:
        return None
    scene.speakers.append(best[1].voice)
    return best[1]


def _beside(scene: Scene, tree: Tree, i: int, quotation: Quotation) -> int | None:
    """Give the nominal next to a verb of saying where the parse gives it no subject."""
    for k in (i + 1, i - 1):
        if 0 <= k < len(tree.tokens) and not quotation.start <= tree.tokens[k].start < quotation.end:
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
