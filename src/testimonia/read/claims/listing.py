"""Read lists: a line announces the members of a coalition, and headings or items below name them."""

import re
from collections.abc import Iterator, Sequence

from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft
from testimonia.read.claims.umbrellas import UMBRELLAS, is_umbrella
from testimonia.read.front import ParsedPassage
from testimonia.read.names.cast import Member
from testimonia.read.names.spotting import Spot
from testimonia.read.reference.scene import Scene

_BODIES = r"(?:factions|groups|members|components|constituents|parties|organi[sz]ations|movements|militias|brigades|units|bodies)"
_OVERVIEW = re.compile(
    r"\b(?:overview|list|profiles?|look|guide|breakdown|summary|here (?:are|is)|following are|these are|the following|following)\b.{0,60}"
    rf"\b{_BODIES}\b.{{0,40}}\b(?:in|of|within|to|behind|belonging to|make up|making up|comprising|form|forming)\b"
    rf"|^who(?:’s|'s| is) who (?:in|of|within)\b"
    rf"|\b(?:member |component |constituent )?{_BODIES}\b[^.]{{0,60}}:\s*$"
    rf"|^(?:the )?(?:member |component |constituent )?{_BODIES} (?:of|in|within) (?:the )?(?=[A-Z])",
    re.IGNORECASE,
)
"""Words that announce a list of the members of a body that is named in the line or before it."""
_BARE = re.compile(
    rf"^(?:(?:current|known|founding|main|principal) )?(?:members|membership|composition|(?:member|component|constituent) {_BODIES})"
    r"(?: (?:of|in) (?:the )?X+)?\s*:?\s*$",
    re.IGNORECASE,
)
"""A heading that is nothing but such an announcement; the list ends with the first line that is no name."""
_THEIRS = re.compile(r"^(?:its|their|the) ", re.IGNORECASE)
"""How a line speaks of the body that the document is about: "Its members include:"."""
_HINT = re.compile(rf"{_BODIES}|who is who|who[’']s who|member|composition|component|constituent|:\s*$", re.IGNORECASE)
"""What every announcement holds; looked for first."""
_MEMBERS_OF = re.compile(r"(?:the )?(?:members|(?:member|component|constituent) \w+|components|constituents) of ", re.IGNORECASE)
"""How a heading tells that the body named next is the one whose members follow."""
_CONSISTS = re.compile(
    r"\b(?:consists? of|comprises?|is (?:made up|composed|comprised) of|includes?|brings together|unites|groups together|gathers|"
    rf"encompasses|has (?:\w+ ){{1,3}}{_BODIES})\b[^.]{{0,80}}:\s*$",
    re.IGNORECASE,
)
"""Words that go from a body to the list of what it consists of."""
_NOT_MEMBERS = re.compile(
    r"\b(?:signed|affected|killed|arrested|banned|designated|attacked|stayed away|targeted|excluded|expelled|left|opposed|demands?|"
    r"invited|sanctioned|released|rejected|outside|not)\b",
    re.IGNORECASE,
)
"""Words that tell of a list of something else."""
_AFTER_NAME = re.compile(
    r"\s*(?:$|[^\w\s]|(?:led|headed|commanded|with|which|who|from|since|formerly|based|and|until|in)\b)", re.IGNORECASE
)
_BEFORE_NAME = re.compile(r"[\s\"“‘'*_]*(?:the\s+)?[\"“‘'*_]*", re.IGNORECASE)
_AFTER_LISTED = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:$|[-–—:,;(|])")
"""What may follow a name on a line of its own: "X - joined 2016", "X (ABC)"."""


def read_listed_members(scene: Scene, passages: Sequence[ParsedPassage]) -> Iterator[Draft]:
    """A line announces the members of a coalition, and the headings or list items after it name them one by one.

    Args:
        scene: The scene.
        passages: The document's parsed passages.

    Yields:
        Drafts of `member_of`.
    """
    coalition: Member | None = None
    latest: Member | None = None
    about = scene.topic.title
    kind, bare = "", False
    for parsed in passages:
        if parsed.aside:
            continue
        passage = parsed.passage
        text = scene.text[passage.start : passage.end]
        announced = _announced(scene, parsed, text, latest, about=about)
        if announced is not None:
            coalition, kind, bare = announced, "", _BARE.match(_masked(scene, parsed, text)) is not None
        elif bare and coalition is not None:
            spot = _listed_alone(scene, parsed)
            if spot is None:
                coalition, bare = None, False
            else:
                yield from _membership(scene, spot, coalition, text)
        elif coalition is not None and passage.kind in ("heading", "item") and kind in ("", passage.kind):
            spot = _listed_name(scene, parsed, text)
            if spot is not None and scene.cast.member(spot.text) is not coalition:
                kind = passage.kind
                yield from _membership(scene, spot, coalition, text)
        elif kind == "item":
            coalition = None  # the list ends with its items
        about = about if passage.kind != "heading" else _headed(scene, parsed, text) or about
        named = [m for s in _spots(scene, parsed) if (m := scene.cast.member(s.text)) is not None]
        latest = next((m for m in named if m.kind == "coalition"), latest)


def _spots(scene: Scene, parsed: ParsedPassage) -> list[Spot]:
    return [spot for tree in parsed.trees for spot in scene.spots_in(tree)]


def _masked(scene: Scene, parsed: ParsedPassage, text: str) -> str:
    """Put capitals in place of the names in a line, so that words inside a name announce nothing."""
    letters = list(text)
    for spot in _spots(scene, parsed):
        start, end = spot.start - parsed.passage.start, spot.end - parsed.passage.start
        if 0 <= start < end <= len(text):
            letters[start:end] = "X" * (end - start)
    return "".join(letters)


def _headed(scene: Scene, parsed: ParsedPassage, text: str) -> Member | None:
    """Give the body whose name a heading is."""
    named = next((s for s in _spots(scene, parsed) if _is_name_of(text, s.text)), None)
    return None if named is None else scene.cast.member(named.text)


def _announced(scene: Scene, parsed: ParsedPassage, text: str, latest: Member | None, *, about: Member | None) -> Member | None:
    """Give the body whose members a line announces: named in it, the coalition named last, or what the text is about; else None."""
    if parsed.passage.kind == "item" or _HINT.search(text) is None:
        return None
    text = _masked(scene, parsed, text)  # "the X Factions states the following:" announces no factions
    if _NOT_MEMBERS.search(text):
        return None
    bodies = [
        (spot, member)
        for spot in _spots(scene, parsed)
        if (member := scene.cast.member(spot.text)) is not None and member.cls == "org" and member.kind in UMBRELLAS
    ]
    if _BARE.match(text):
        whole = bodies[0][1] if bodies else latest or about
        fits = whole is not None and whole is about and whole.kind in UMBRELLAS and "member" in text.lower()
        return whole if is_umbrella(whole) or bodies or fits else None
    consists = _CONSISTS.search(text)
    if consists is not None:
        before = [member for spot, member in bodies if spot.end <= parsed.passage.start + consists.start()]
        return before[0] if before else _theirs(text, latest, about)
    overview = _OVERVIEW.search(text)
    if overview is None:
        return None
    coalitions = [member for _, member in bodies if member.kind == "coalition"]
    if bodies and _MEMBERS_OF.match(text):
        return bodies[0][1]
    if coalitions or not text.rstrip().endswith(":"):
        return coalitions[0] if coalitions else None if bodies else latest
    return bodies[0][1] if bodies else _theirs(text, latest, about)


def _theirs(text: str, latest: Member | None, about: Member | None) -> Member | None:
    """Give whose members "its members" are: the coalition named last, else the body that the text is about."""
    fits = about is not None and about.cls == "org" and about.kind not in ("government", "media", "civil_org")
    return latest if latest is not None or not fits or _THEIRS.match(text) is None else about


def _listed_name(scene: Scene, parsed: ParsedPassage, text: str) -> Spot | None:
    """Give the body that a heading or an item names."""
    for spot in _spots(scene, parsed):
        member = scene.cast.member(spot.text)
        if member is None or member.cls != "org":
            continue
        if parsed.passage.kind == "heading":
            return spot if _is_name_of(text, spot.text) else None
        lead = _BEFORE_NAME.match(scene.text, parsed.passage.start)
        opens = lead is not None and lead.end() >= spot.start
        return spot if opens and _AFTER_NAME.match(scene.text, spot.end, parsed.passage.end) else None
    return None


def _listed_alone(scene: Scene, parsed: ParsedPassage) -> Spot | None:
    """Give the body that a short line names first: "X", "X (ABC)", "X - joined 2016"."""
    for spot in _spots(scene, parsed)[:1]:
        member, lead = scene.cast.member(spot.text), _BEFORE_NAME.match(scene.text, parsed.passage.start)
        opens = lead is not None and lead.end() >= spot.start
        if member is not None and member.cls == "org" and opens and _AFTER_LISTED.match(scene.text, spot.end, parsed.passage.end):
            return spot
    return None


def _membership(scene: Scene, spot: Spot, coalition: Member, text: str) -> Iterator[Draft]:
    subject = scene.spot_party(spot, "org")
    if subject is not None:
        target = Party(max(coalition.names), scene.cast.id_of(coalition), "topic")
        rule = "listing.read_listed_members"
        yield Draft("member_of", subject, spot.start, spot.end, spot.start, rule, text.strip(), object=target, mode="throughout")


def _is_name_of(text: str, name: str) -> bool:
    """Say whether a heading or item is a name, alone or with a few words."""
    return len(name.split()) >= min(len(text.split()) - 2, 6)
