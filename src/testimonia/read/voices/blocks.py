"""Voices over whole paragraphs: who introduces what follows a colon, who signs below a dash, which source a line names at its end."""

import re
from collections.abc import Iterator

from testimonia.model.party import Party
from testimonia.read.events.armed import is_animate
from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.read.voices.cues import noun_stances, stances
from testimonia.read.voices.voices import Scope, voice_of

Span = tuple[int, int]
_FIRST_PERSON = frozenset(("i", "we", "you"))
_SIGNED = re.compile(r"\s{0,4}(?P<dash>—|―|--|–|-)\s*(?P<name>[A-Z][^\n]{2,100})(?P<after>\n+\s*(?:—|―|--|–|-))?")
_LONG_DASHES = frozenset(("—", "―", "--"))
"""Dashes before a signature under words without quotation marks; shorter ones open the items of a list."""
_SOURCE = re.compile(r"[(\[]?\b[Ss]ources?:\s*(?P<name>[A-Z][^\n()\[\]]{1,80}?)[.)\]]*\s*$")
SIGNER_WORDS = 7
"""Words up to which the beginning of a signature, before its first comma, names who signs."""


def introducer(scene: Scene, trees: list[Tree]) -> Party | None:
    """Find who introduces what comes after a paragraph that ends in a colon: "Colonel Ba gave the following account:".

    Args:
        scene: The document being read.
        trees: The paragraph's sentences.

    Returns:
        Who speaks in the next paragraph; None where the colon opens anything but somebody's words.
    """
    if not trees or trees[-1].tokens[-1].text != ":":
        return None
    tree = trees[-1]
    for token in reversed(tree.tokens):  # "a quote from the colonel:", "a letter by the Front:"
        if token.upos == "NOUN" and token.lemma.lower() in words_of("voices", "spoken_papers"):
            owner = next((k for case, k in tree.obliques(token.i) if case in ("by", "from", "of")), None)
            if owner is not None and (tree.tokens[owner].upos == "PROPN" or is_animate(scene, tree, owner)):
                return _beyond_the_issuer(scene, voice_of(scene, tree, owner))
    if any(token.lemma.lower() in _introducing() for token in tree.tokens):
        return _beyond_the_issuer(scene, introducing_subject(scene, tree))
    return None


def _beyond_the_issuer(scene: Scene, voice: Party | None) -> Party | None:
    """Leave out whoever issues the text: "The leadership of the Front states the following:" in the front's own statement."""
    issuer = scene.topic.issuer
    if voice is None or issuer is None:
        return voice
    return (
        None if voice.referent == scene.cast.id_of(issuer) or any(name.lower() in voice.words.lower() for name in issuer.names) else voice
    )


def introducing_subject(scene: Scene, tree: Tree) -> Party | None:
    """Find whose words a sentence opens with a colon, though it has no verb of saying: "The commander was adamant: ...".

    Args:
        scene: The document being read.
        tree: The sentence.

    Returns:
        The subject of its main clause, if that can speak and is not the text's own "we".
    """
    root = next((t.i for t in tree.tokens if t.head < 0), None)
    subject = None if root is None else next(iter(tree.children(root, *SUBJECTS)), None)
    if subject is None or tree.tokens[subject].text.lower() in _FIRST_PERSON:
        return None
    if tree.tokens[subject].lemma.lower() in words_of("voices", "spoken_papers"):
        return voice_of(scene, tree, subject) if tree.children(subject, "nmod", "nmod:poss") else scene.speakers.last
    return voice_of(scene, tree, subject) if is_animate(scene, tree, subject) else None


def block_scopes(scene: Scene, trees: list[Tree], *, carried: Party | None, quoted: bool) -> Iterator[Scope]:
    """Find the voice over a paragraph without quotation marks of its own: introduced above, signed below, or named as source at its end.

    Args:
        scene: The document being read.
        trees: The paragraph's sentences.
        carried: Who introduced it.
        quoted: Whether it has a quotation that speaks.

    Yields:
        One scope at most.
    """
    if not trees:
        return
    start, end = trees[0].sentence.start, trees[-1].sentence.end
    source = _SOURCE.search(scene.text, start, end)
    is_item = bool(scene.marker) or scene.text[max(0, start - 3) : start].rstrip(" ")[-1:] in ("—", "–", "-", "•")
    signed = source or (None if is_item else signature(scene, end, quoted=quoted))
    if signed is not None:
        voice, span = _named(scene, *signed.span("name"))
        yield Scope(start, end if source is None else source.start(), voice, "asserted", "signature", None, span, span[0])
    elif carried is not None and not quoted:
        colon = scene.text.rfind(":", 0, start)
        if scene.text[colon + 1 : start].strip() == "" or scene.marker:
            yield Scope(start, end, carried, "asserted", ":", None, _offsets(carried), colon)


def signature(scene: Scene, end: int, *, quoted: bool) -> re.Match[str] | None:
    """Find the signature below a paragraph or quotation: a dash with a name, alone on its line and no item of a list.

    Args:
        scene: The document being read.
        end: Where the paragraph or quotation ends, in code points.
        quoted: Whether it stands in quotation marks.

    Returns:
        A match whose group `name` is who signs, with what follows on the line.
    """
    match = _SIGNED.match(scene.text, end)
    if match is None or match["after"] or not (quoted or ("\n" in match.group() and match["dash"] in _LONG_DASHES)):
        return None
    name = match["name"].split(",")[0]
    return match if len(name.split()) <= SIGNER_WORDS and name.rstrip()[-1:] not in ("?", "!", ":") else None


def signer(scene: Scene, end: int) -> tuple[Party, Span] | None:
    """Give who signs a quotation: "“...” — Moses Taban, commissioner".

    Args:
        scene: The document being read.
        end: Where the quotation ends, in code points.

    Returns:
        The party and the offsets of its name.
    """
    match = signature(scene, end, quoted=True)
    return None if match is None else _named(scene, *match.span("name"))


def _introducing() -> frozenset[str]:
    return frozenset(stances()) | frozenset(noun_stances()) | words_of("voices", "spoken_papers") | words_of("voices", "introducing")


def _named(scene: Scene, start: int, end: int) -> tuple[Party, Span]:
    """Make a party of the name at the beginning of a stretch, up to its first comma."""
    words = re.split(r"[,;(]|\s+$", scene.text[start:end])[0].rstrip(" .")
    span = (start, start + len(words))
    for spot in scene.spots_in_span(*span):
        party = scene.spot_party(spot, "person", "org")
        if party is not None:
            return party, span
    return Party(words, None, "words", *span), span


def _offsets(party: Party) -> Span | None:
    return None if party.start is None or party.end is None else (party.start, party.end)
