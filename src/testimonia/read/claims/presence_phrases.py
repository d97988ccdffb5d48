"""Read where a body is from the words between its name and a place's: "the Idlib-based X", "P, the X's headquarters", "Based in P, X".

The words are matched between names, so a parse that goes wrong in titles, appositions and participles does no harm.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft
from testimonia.read.lexicon import words_of
from testimonia.read.listening import listens_for
from testimonia.read.names.spotting import Spot
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

_KINDS = frozenset(["armed_group", "armed_wing", "coalition", "political_body", None])
"""Kinds of bodies whose presence is coded: an army is present in its own country by being one."""
_BASED = re.compile(r"[-–‑](?:based|headquartered)\s+(?:[\w’'-]+\s+){0,3}$")
"""Between a place and the name of a body: "Idlib-based rebel group X"."""
_HELD = re.compile(r"[-–‑](?:controlled|held|run|ruled|administered|governed)\s+(?:[a-z]+\s+(?:of\s+)?){0,2}$")
"""Between the name of a body and a place: "the X-held town"."""
_ITEM = r"(?:,|,?\s+and|,?\s+or)\s+(?:(?:the|in|near)\s+)*"
_LIST = re.compile(rf"{_ITEM}(?:(?:towns?|villages?|districts?|provinces?|cities|city)\s+of\s+)?")
"""Between two places of a list: "A, B and the town of C"."""
_OPENING = re.compile(
    r"\s*(?:(?:now|still|long|mainly|mostly|primarily|largely|originally|currently)\s+)?"
    r"(?:based|headquartered|active|operating|present|rooted|entrenched|stationed)\s+"
    r"(?:\w+ly\s+)?(?:in|around|near|from|across|out of|along)\s+"
    r"(?:[a-z’'-]+\s+){0,6}",
    re.IGNORECASE,
)
_THEN_BODY = re.compile(
    r"(?:\s+(?:region|province|district|area|state|mountains?|valley|forest|hills|desert|county|department))?\s*,\s+(?:the\s+)?"
)
"""Between the place and the body that an opening participle tells of: "Based in P, the X"."""


def read_based_names(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The name of a body follows the place where it is based, or a place the body that holds it: "the Idlib-based X", "X-held Idlib"."""
    spots = scene.spots_in(tree)
    for spot, following in pairwise(spots):
        between = scene.text[spot.end : following.start]
        if _BASED.match(between) is not None:
            place, body = scene.spot_party(spot, "place"), scene.spot_party(following, "org")
        elif _HELD.match(between) is not None:
            place, body = scene.spot_party(following, "place"), scene.spot_party(spot, "org")
        else:
            continue
        if place is not None and body is not None and is_present_body(scene, body):
            words = between.strip("-–‑ ").split()[0]
            yield Draft(
                "operates_in",
                body,
                spot.start,
                following.end,
                spot.start,
                "presence_phrases.read_based_names",
                words,
                object=place,
                mode="throughout",
            )


@cache
def _seat() -> re.Pattern[str]:
    """Compile what stands between a place and the body whose seat it is, and the seat: "P, the X's headquarters"."""
    seats = "|".join(sorted(map(re.escape, words_of("presence", "seat_nouns") | words_of("presence", "seat_words"))))
    return re.compile(
        rf"(?:(?:'s|’s|['’])\s+(?:(?!of\b)[a-z-]+\s+){{0,3}}?|\s+)(?:{seats})s?\b(?P<link>(?:\s+(?:in|at|of|near|around))?)", re.IGNORECASE
    )


_BEFORE_BODY = re.compile(r"\s*(?:,|–|—|\bis\b|\bwas\b|\bremains\b|\bbecame\b)\s+(?:(?:now|still|once|then|also)\s+)?(?:(?:the|a|an)\s+)?")
_BEFORE_PLACE = re.compile(r"\s+(?:the\s+)?(?:(?:town|village|city|district|province|region)\s+of\s+)?")


@listens_for(("presence", "seat_nouns"), ("presence", "seat_words"))
def read_seat_words(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text calls a place a body's headquarters or stronghold beside its name: "P, the X's headquarters", "X's stronghold of P"."""
    spots = scene.spots_in(tree)
    for n, spot in enumerate(spots):
        seat = _seat().match(scene.text, spot.end, tree.sentence.end) if scene.member_at(tree, spot.head, "org") is not None else None
        if seat is None:
            continue
        beside = spots[n - 1] if n and _BEFORE_BODY.fullmatch(scene.text, spots[n - 1].end, spot.start) else None
        after = next((s for s in spots if s.start >= seat.end()), None)
        linked = seat["link"] and after is not None and _BEFORE_PLACE.fullmatch(scene.text, seat.end(), after.start) is not None
        if linked and after is not None:
            yield from _told(scene, tree, spot, _listed(scene, tree, after), rule="read_seat_words")
        elif beside is not None and not seat["link"]:
            yield from _told(scene, tree, spot, [beside], rule="read_seat_words")


@listens_for(("presence", "opening_words"))
def read_openers(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A participle that opens the sentence tells where the body is that follows: "Based in P and Q, the X has"."""
    opening = _OPENING.match(scene.text, tree.sentence.start, tree.sentence.end)
    places = [s for s in scene.spots_in(tree) if opening is not None and scene.member_at(tree, s.head, "place") is not None]
    if opening is None or not places or places[0].start > opening.end():
        return
    listed = _listed(scene, tree, places[0])
    after = next((s for s in scene.spots_in(tree) if s.start >= listed[-1].end and s not in listed), None)
    if after is not None and _THEN_BODY.fullmatch(scene.text, listed[-1].end, after.start) is not None:
        yield from _told(scene, tree, after, listed, rule="read_openers")


def _listed(scene: Scene, tree: Tree, first: Spot) -> list[Spot]:
    """Give a place and those that a list goes on with."""
    found = [first]
    for spot in scene.spots_in(tree):
        if spot.start > found[-1].start and scene.member_at(tree, spot.head, "place") is not None:
            if _LIST.fullmatch(scene.text, found[-1].end, spot.start) is None:
                break
            found.append(spot)
    return found


def _told(scene: Scene, tree: Tree, spot: Spot, places: list[Spot], *, rule: str) -> Iterator[Draft]:
    """Make one draft a place."""
    body = scene.spot_party(spot, "org")
    if body is None or not is_present_body(scene, body) or tree.is_negated(tree.clause(spot.head)):
        return
    for one in places:
        place = scene.spot_party(one, "place")
        if place is not None:
            start, end = min(spot.start, one.start), max(spot.end, one.end)
            yield Draft("operates_in", body, start, end, one.start, f"presence_phrases.{rule}", spot.text, object=place, mode="throughout")


def is_present_body(scene: Scene, party: Party) -> bool:
    """Say whether a body is one whose presence is coded: no state's force, no office.

    Args:
        scene: The scene.
        party: A party of this document.

    Returns:
        True for groups that fight, their wings and coalitions, and bodies whose kind nothing tells.
    """
    member = scene.cast.holder_of(party.referent)
    return member is not None and member.cls == "org" and member.kind in _KINDS


RULES = (read_based_names, read_seat_words, read_openers)
