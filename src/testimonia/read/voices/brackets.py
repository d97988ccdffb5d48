"""Sources named in brackets behind what they say: "900 fighters (army estimate)", "(the party's own claim)", "... on Monday (Reuters)."."""

import re
from collections.abc import Iterator

from testimonia.model.kinds import EntityKind, Stance
from testimonia.model.party import Party
from testimonia.read.lexicon import organisation_heads, words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.read.voices.cues import noun_stances
from testimonia.read.voices.voices import Scope

SOURCE_KINDS: frozenset[EntityKind] = frozenset(("media", "civil_org", "government"))
"""Kinds of bodies that alone in brackets behind a sentence are its source ("... (Reuters)"); an armed body there says who is meant."""
_BRACKETS = re.compile(r"[(\[](?P<inner>[^()\[\]\n]{2,90})[)\]]")
_WHOSE = re.compile(r"(?P<owner>.+?)(?:['’]s?)?(?: own)? (?P<noun>\w+)", re.DOTALL)
_ARTICLE = re.compile(r"(?:the|an?|according to) ", re.IGNORECASE)


def bracketed_scopes(scene: Scene, tree: Tree) -> Iterator[Scope]:
    """Find the sources that a sentence names in brackets.

    Args:
        scene: The document being read.
        tree: The sentence; brackets are parsed apart from it, and so read as they stand in the text.

    Yields:
        A scope over the sentence up to each pair of brackets that holds a source alone.
    """
    start, end = tree.sentence.start, tree.sentence.end
    behind = _BRACKETS.match(scene.text, end + len(scene.text[end : end + 2]) - len(scene.text[end : end + 2].lstrip(" ")))
    for match in _BRACKETS.finditer(scene.text, start, end + 1 if behind is None else behind.end()):
        found = _source(scene, *match.span("inner"))
        line = max(start, scene.text.rfind("\n", start, match.start()) + 1)
        if found is not None and match.start() > line:
            voice, stance = found
            span = None if voice.start is None or voice.end is None else (voice.start, voice.end)
            yield Scope(line, match.start(), voice, stance, "(", None, span, match.start())


def _source(scene: Scene, start: int, end: int) -> tuple[Party, Stance] | None:
    """Give who stands as source between brackets, with the stance of the noun that tells what it is."""
    article = _ARTICLE.match(scene.text, start, end)
    named = article is not None and article.group().lower().startswith("according")
    start = start if article is None else article.end()
    whose = _WHOSE.fullmatch(scene.text, start, end)
    if whose is not None:
        noun = whose["noun"].lower().removesuffix("s")
        if noun in noun_stances() or noun in words_of("voices", "source_nouns"):
            owner = _body(scene, *whose.span("owner"))
            return None if owner is None else (owner, noun_stances().get(noun, "asserted"))
    party = _body(scene, start, end)
    if party is None or not (named or (_is_a_source(scene, party) and _closes(scene, end) and not _follows_a_body(scene, start))):
        return None
    return party, "asserted"


def _body(scene: Scene, start: int, end: int) -> Party | None:
    """Give the body that a stretch is the name of, or the noun for people and bodies in it."""
    for spot in scene.spots_in_span(start, end):
        if spot.start == start and spot.end == end:
            return scene.spot_party(spot, "org", "person")
    last = scene.text[start:end].lower().rsplit(" ", 1)[-1]
    speaks = {last, last.removesuffix("s")} & (words_of("voices", "bare_speakers") | organisation_heads())
    return Party(scene.text[start:end], None, "words", start, end) if speaks else None


def _is_a_source(scene: Scene, party: Party) -> bool:
    member = scene.cast.holder_of(party.referent)
    return member is not None and member.kind in SOURCE_KINDS


def _closes(scene: Scene, end: int) -> bool:
    """Say whether a sentence ends with the bracket."""
    return scene.text[end + 1 : end + 3].strip() in (".", "")


def _follows_a_body(scene: Scene, start: int) -> bool:
    """Say whether a bracket stands behind a name or a noun for a body, and so says which one is meant: "the watchdog (Rights Monitor)"."""
    at = scene.text.rfind("(", 0, start)
    if any(at - 2 <= spot.end <= at for spot in scene.spots_in_span(max(0, at - 60), at)):
        return True
    word = scene.text[max(0, at - 30) : at].rstrip().rsplit(" ", 1)[-1].lower()
    return bool({word, word.removesuffix("s")} & (organisation_heads() | words_of("voices", "papers") | words_of("people", "members")))
