"""Lines that name their voice with a colon or dash alone: "Army: rebels killed nine in Arauca", "Nine killed in Arauca - police"."""

from collections.abc import Iterator

from testimonia.read.events.armed import is_animate
from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.read.voices.cues import Saying

LABEL_WORDS = 6
"""Words up to which a beginning before a colon, or an end after one, can name who says it."""
_NOT_SPEAKING = frozenset(("VERB", "AUX", "DET", "CCONJ", "NUM"))
_DASHES = frozenset(("-", "–", "—", ":"))


def labelled(scene: Scene, tree: Tree) -> Iterator[Saying]:
    """Find who says a line that has no word of saying: before its first colon, or after its last colon or dash.

    Args:
        scene: The document being read, at this sentence.
        tree: The sentence.

    Yields:
        One saying at most.
    """
    tokens = tree.tokens
    colon = next((t.i for t in tokens[1 : LABEL_WORDS + 1] if t.text == ":"), None)
    if colon is not None and _has_clause(tree, colon + 1, len(tokens)):
        speaker = _sole_speaker(scene, tree, 0, colon)
        if speaker is not None:
            yield Saying(colon, speaker, ((tokens[colon].end, tree.sentence.end, None),), "asserted")
            return
    last = max((t.i for t in tokens[1:-1] if t.text in _DASHES), default=None)
    if last is None or len(tokens) - last > LABEL_WORDS or tokens[-1].deprel == "punct" or not _has_clause(tree, 0, last):
        return
    speaker = _sole_speaker(scene, tree, last + 1, len(tokens))
    if speaker is not None:
        yield Saying(last, speaker, ((tree.sentence.start, tokens[last].start, None),), "asserted")


def _has_clause(tree: Tree, start: int, end: int) -> bool:
    return any(
        t.upos in ("VERB", "AUX") and "VerbForm=Fin" in t.feats and any(start <= k < end for k in tree.children(t.i, *SUBJECTS))
        for t in tree.tokens[start:end]
    )


def _sole_speaker(scene: Scene, tree: Tree, start: int, end: int) -> int | None:
    """Give the head of a stretch that is one nominal, without article or verb, and can speak; "Founder: ..." is a label."""
    inside = [t for t in tree.tokens[start:end] if t.deprel != "punct"]
    if not inside or any(t.upos in _NOT_SPEAKING for t in inside):
        return None
    heads = [t.i for t in inside if not start <= t.head < end]
    if len(heads) != 1 or not is_animate(scene, tree, heads[0]) or not start <= tree.nominal(heads[0])[0] < end:
        return None
    head = tree.tokens[heads[0]]
    is_plain = len(inside) == 1 and scene.spot_at(tree, head.i) is None
    return None if is_plain and head.lemma.lower() not in words_of("voices", "bare_speakers") else head.i
