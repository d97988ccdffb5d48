"""Read the holders of a role in one value of a fact box: "A, better known as B (chairman); C (head of the X); D (commander from 2008)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from testimonia.model.claim import Value
from testimonia.model.party import Party
from testimonia.read.claims.brackets import bracket_phrases
from testimonia.read.claims.drafts import Draft
from testimonia.read.claims.offices import take_office
from testimonia.read.lexicon import table, words_of
from testimonia.read.names.spotting import Spot
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.dates import DateReader
from testimonia.text.names import language_of_name

_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]+)[)\]]")
_NAME = re.compile(r"[\"“‘']?(?P<name>[A-ZÀ-Þ][\w’'-]*(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w’'-]*){0,4})[\"”’']?")
_LABEL = re.compile(r"[\s*•–-]*[A-Z][\w ]{2,30}(?::|\t)")
_SEMICOLON = re.compile(";")
_ROLE = re.compile(r"(?:(?:an?|the|its|their) )?(?P<role>[a-z][a-z -]*[a-z])")
_OF_NAME = re.compile(r"\b(?:of|for) (?:the )?(?P<name>[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*)")
_SIGNED = re.compile(r"(?:The |Official )?(?P<role>[A-Z][\w-]*(?: [A-Za-z][\w-]*){0,3}?)(?=,| of | for |$)")
_SINCE = re.compile(r"\b(?:from|since)\b")
_LONGEST_ROLE = 5
"""Words up to which what a bracket holds can be a role."""


@dataclass(frozen=True, slots=True)
class Officer:
    """A person named in a value, with the words up to the next one; `before` tells what stood before the name."""

    spot: Spot
    before: str
    end: int


def officers_in(scene: Scene, low: int, high: int) -> Iterator[Officer]:
    """Give the persons of a value, each with the end of what is told of him.

    Args:
        scene: The scene.
        low: First code point of the value.
        high: One past its last code point.

    Yields:
        Officers in text order; the other name of a person is not one.
    """
    named = [s for s in scene.spots_in_span(low, high) if (m := scene.cast.member(s.text)) is not None and m.cls == "person"]
    start = low
    for end in [*(m.start() for m in _SEMICOLON.finditer(scene.text, low, high)), high]:
        yield from _in_piece(scene.text, [s for s in named if start <= s.start < end], start, end)
        start = end + 1


def _in_piece(text: str, spots: list[Spot], low: int, high: int) -> Iterator[Officer]:
    named = [s for s in spots if not _is_inside(text, low, s) and not _is_other_name(text, low, s)]
    reached = low
    for n, spot in enumerate(named):
        end = named[n + 1].start if n + 1 < len(named) else high
        yield Officer(spot, text[reached : spot.start], end)
        reached = end


def _is_inside(text: str, low: int, spot: Spot) -> bool:
    """Say whether a name stands in a bracket."""
    return text.count("(", low, spot.start) > text.count(")", low, spot.start)


def _is_other_name(text: str, low: int, spot: Spot) -> bool:
    return any(match.end() >= spot.start for _, pattern in bracket_phrases() for match in pattern.finditer(text, low, spot.start))


def read_officer(scene: Scene, officer: Officer, draft: Draft, role: str) -> Iterator[Draft]:
    """Give what a value tells of one person: the role, and the other name by which the person is known.

    Args:
        scene: The scene.
        officer: The person.
        draft: The role as the label tells it.
        role: The label's role.

    Yields:
        Drafts of `has_role` and `known_as`.
    """
    member = scene.cast.member(officer.spot.text)
    if member is None:
        return
    after = officer.spot.end
    for kind, pattern in bracket_phrases():
        for match in pattern.finditer(scene.text, after, officer.end):
            name = _NAME.match(scene.text, match.end())
            if name is not None and name.end() <= officer.end:
                told = "nickname" if kind == "alias" else kind
                value = Value(text=name["name"], language=language_of_name(name["name"]), name_kind=told)
                yield replace(
                    draft, predicate="known_as", end=name.end(), at=match.start(), object=None, value=value, edtf=None, mode="within"
                )
                after = name.end()
                break
    bracket = _BRACKET.match(scene.text, after, officer.end)
    if bracket is None:
        member.role = member.role or role.split()[-1]
        yield draft
        return
    named, body = _told_role(scene, bracket, draft.object)
    member.role = member.role or (named or role).split()[-1]
    edtf = _tenure(scene.text, bracket) or draft.edtf
    yield replace(draft, end=bracket.end(), object=body, value=Value(role=named or role), edtf=edtf)


def _tenure(text: str, bracket: re.Match[str]) -> str | None:
    """Give the time that a bracket tells a role was held: a period, or since when."""
    dates = DateReader(None).read(text, bracket.start(), bracket.end())
    if not dates:
        return None
    if "/" in dates[0].edtf:
        return dates[0].edtf
    return f"{dates[0].edtf}/.." if _SINCE.search(text, bracket.start(), dates[0].end) else None


def _known(scene: Scene, bracket: re.Match[str]) -> Party | None:
    """Give the body that a bracket too short to be parsed names: "(commander of the PLA from 2008)"."""
    match = _OF_NAME.search(scene.text, bracket.start("inside"), bracket.end("inside"))
    member = None if match is None else scene.cast.member(match["name"])
    if match is None or member is None or member.cls != "org":
        return None
    return scene.named(member, how="name", start=match.start("name"), end=match.end("name"))


def _told_role(scene: Scene, bracket: re.Match[str], body: Party | None) -> tuple[str | None, Party | None]:
    """Give the role that a bracket tells and the body in which it is held: "(head of the X)", "(commander of the Y from 2008)"."""
    match = _ROLE.match(bracket["inside"])
    if match is None:
        return None, body
    words = match["role"].split()
    size = next((n for n, w in enumerate(words) if w in ("of", "for", "from", "since", "until", "in")), len(words))
    if size > _LONGEST_ROLE or not any(w in table("people", "roles") for w in words[:size]):
        return None, body
    named = [
        s for s in scene.spots_in_span(bracket.start(), bracket.end()) if (m := scene.cast.member(s.text)) is not None and m.cls == "org"
    ]
    other = None
    if size < len(words) and words[size] in ("of", "for"):
        other = scene.spot_party(named[0], "org") if named else _known(scene, bracket)
    return " ".join(w for w in words[:size] if w not in words_of("people", "not_of_a_role")), other or body


def read_bracketed_officers(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A bracket right behind a person's name tells the role: "the X sent A (chief negotiator) and B (spokesman of the Y)"."""
    line = scene.text.rfind("\n", 0, tree.sentence.start) + 1
    if _LABEL.match(scene.text, line) is not None:
        return  # a fact box is read by its labels
    for spot in scene.spots_in(tree):
        bracket = _BRACKET.match(scene.text, spot.end)
        person = scene.cast.member(spot.text)
        if bracket is None or person is None or person.cls != "person":
            continue
        role, body = _told_role(scene, bracket, _named_before(scene, tree, spot))
        subject = None if role is None or body is None else scene.spot_party(spot, "person")
        if role is None or subject is None:
            continue
        take_office(scene, subject, role.split()[-1], body)
        edtf, rule = _tenure(scene.text, bracket), "officers.read_bracketed_officers"
        value = Value(role=role)
        yield Draft(
            "has_role", subject, spot.start, bracket.end(), bracket.start("inside"), rule, role, object=body, value=value, edtf=edtf
        )


def read_signatures(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A line below a name gives the signer's role: "P" and under it "Spokesman, X"."""
    start, end = tree.sentence.start, tree.sentence.end
    above = scene.text.rfind("\n", 0, start)
    name = scene.text[scene.text.rfind("\n", 0, max(above, 0)) + 1 : max(above, 0)]
    signed = scene.spots_in_span(above - len(name), above) if name.strip() else []
    match = _SIGNED.match(scene.text, start, end)
    person = scene.cast.member(signed[0].text) if len(signed) == 1 and signed[0].text == name.strip(" ,") else None
    if match is None or person is None or person.cls != "person":
        return
    words = match["role"].lower().split()
    if len(words) > _LONGEST_ROLE or words[-1] not in table("people", "roles"):
        return
    named = [p for s in scene.spots_in(tree) if (p := scene.spot_party(s, "org")) is not None]
    issuer = scene.topic.issuer
    body = named[0] if named else None if issuer is None else scene.named(issuer, how="issuer", start=start, end=match.end("role"))
    subject = scene.spot_party(signed[0], "person")
    if body is None or subject is None:
        return
    take_office(scene, subject, words[-1], body)
    rule, value = "officers.read_signatures", Value(role=" ".join(words))
    yield Draft("has_role", subject, signed[0].start, end, start, rule, match["role"], object=body, value=value)


def _named_before(scene: Scene, tree: Tree, spot: Spot) -> Party | None:
    """Give the only body that a sentence names before a person, else the one that the text is about."""
    bodies = [s for s in scene.spots_in(tree) if s.end <= spot.start and scene.member_at(tree, s.head, "org") is not None]
    if bodies:
        keys = {member.key for s in bodies if (member := scene.cast.member(s.text)) is not None}
        return scene.spot_party(bodies[-1], "org") if len(keys) == 1 else None
    topic = scene.topic.subject or scene.topic.section or scene.topic.title
    if topic is None or scene.topic.several or scene.topic.elsewhere:
        return None
    return scene.named(topic, how="topic", start=spot.start, end=spot.end)


RULES = (read_bracketed_officers, read_signatures)
