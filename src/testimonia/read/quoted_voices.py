"""Read who speaks in direct quotations: over sentences and paragraphs, before, after and around the verb of saying."""

from testimonia.model.kinds import Stance
from testimonia.model.party import Party
from testimonia.read.quotes import Quotation, is_speech
from testimonia.read.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.read.voices import Scope, stances, voice_of

_REACH = 90
"""Code points between a quotation and the verb that introduces it; longer gaps in the trial texts were other sentences."""


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
    last: Quotation | None = None
    if carried is None and len(quotations) == 1 and before is not None and _fills(trees, quotations[0]):
        carried = speaker = before  # a paragraph that is one quotation goes on in the voice of the one before it
    for quotation in quotations:
        if not is_speech(scene.text, quotation):
            continue
        found = _introduced(scene, trees, quotation, quotations)
        if found is not None:
            speaker = found[0]
            stance = found[1]
        else:
            stance = "asserted"
            if last is None and carried is None and quotation is not quotations[0]:
                speaker = speaker or None
        last = quotation
        if speaker is not None:
            scopes.append(Scope(quotation.start, quotation.end, speaker, stance, "quotation"))
    return scopes, speaker if last is not None and last.open else None


def _fills(trees: list[Tree], quotation: Quotation) -> bool:
    """Say whether a paragraph is nothing but a quotation."""
    return bool(trees) and quotation.start <= trees[0].sentence.start + 1 and quotation.end >= trees[-1].sentence.end - 1


def _introduced(scene: Scene, trees: list[Tree], quotation: Quotation, quotations: list[Quotation]) -> tuple[Party, Stance] | None:
    """Find the verb of saying beside a quotation, outside all quotations, and its subject."""
    best: tuple[int, Party, Stance] | None = None
    for tree in trees:
        if tree.sentence.end < quotation.start - 300 or tree.sentence.start > quotation.end + 300:
            continue
        for token in tree.tokens:
            stance = stances().get(token.lemma.lower())
            if (
                stance is None
                or token.upos not in ("VERB", "AUX")
                or any(q.start <= token.start < q.end and is_speech(scene.text, q) for q in quotations)
            ):
                continue
            gap = _gap(scene.text, quotation, token.start, token.end)
            if gap is None or (best is not None and gap >= best[0]):
                continue
            subject = next(
                (k for k in tree.children(token.i, *SUBJECTS) if not quotation.start <= tree.tokens[k].start < quotation.end), None
            )
            if subject is None:
                subject = _beside(scene, tree, token.i, quotation)
            voice = voice_of(scene, tree, subject) if subject is not None else None
            if voice is not None:
                best = (gap, voice, stance)
    if best is None:
        return None
    scene.speakers.append(best[1])
    return best[1], best[2]


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
    between = text[quotation.end : start] if start >= quotation.end else text[end : quotation.start] if end <= quotation.start else None
    if between is None or len(between) > _REACH:
        return None
    stripped = between.strip()
    if any(stop in between for stop in (". ", "? ", "! ", "\n")) or (start >= quotation.end and stripped.endswith(".")):
        return None
    return len(between)
