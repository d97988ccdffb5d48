"""What a text has told of the offices that people hold: which role in which body, and since when or until when."""

import re
from dataclasses import dataclass, replace

from testimonia.model.party import Party
from testimonia.read.claims.drafts import date_for
from testimonia.read.lexicon import words_of
from testimonia.read.names.cast import Member
from testimonia.read.names.spotting import Spot
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.dates import StatedDate

_FROM = re.compile(r"\b(?:from|since)\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"[\s,]*(?:and\s+)?(?:until|till|up to|to)\s(?:[^.;:]{0,60}\s)?", re.IGNORECASE)
"""Between the two dates of a period: "from 1979 until his death in"."""
_LONG_UNTIL = re.compile(r"(?:^|[\s,])(?:until|till)\s[^.;:]{0,60}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """A role in a body that a person is known to hold or to have held."""

    role: str
    body: Member


def take_office(scene: Scene, person: Party, role: str, body: Party | None) -> None:
    """Note that a person has a public role, and in which body.

    Args:
        scene: The document being read.
        person: Who has the role.
        role: The role in one word or as an office of several.
        body: The body in which it is held; None where none is told.
    """
    member = scene.cast.holder_of(person.referent)
    if member is None:
        return
    member.role = member.role or role
    held_in = None if body is None else scene.cast.holder_of(body.referent)
    if held_in is not None and (member.office is None or "founder" not in role):  # an office is held; a founding is past
        member.office, member.office_role = held_in.key, role


def office_of(scene: Scene, person: Party) -> Office | None:
    """Give the office in which the text has shown a person so far.

    Args:
        scene: The document being read.
        person: Whoever may hold one.

    Returns:
        The office, or None where the person's role has no body.
    """
    member = scene.cast.holder_of(person.referent)
    if member is None or member.cls != "person" or member.office_role is None or member.office is None:
        return None
    return Office(member.office_role, scene.cast.members[member.office])


def body_of_office(scene: Scene, office: Office, *, start: int, end: int) -> Party:
    """Make a party of the body of an office, which words such as "his deputy" point to.

    Args:
        scene: The document being read.
        office: The office.
        start: First code point of the words that point to it.
        end: One past their last code point.

    Returns:
        The party.
    """
    return scene.named(office.body, how="topic", start=start, end=end)


def person_meant(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the person whom a name or a pronoun of one person stands for: the last one named before it, else whom the text speaks of.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the name or pronoun.

    Returns:
        A party of class person, or None.
    """
    spot = scene.spot_at(tree, i)
    if spot is not None:
        return scene.spot_party(spot, "person")
    token = tree.tokens[i]
    if tree.low[i] not in words_of("grammar", "singular_person"):
        beside = [s for k in tree.children(i, "appos", "flat") if (s := scene.spot_at(tree, k)) is not None]
        return scene.spot_party(beside[0], "person") if beside else None  # "its commander, X, was succeeded by Y"
    others = {m for k in _around(tree, i) for m in (k, *tree.children(k, "appos"))}
    before = [s for s in scene.spots_in(tree) if s.end <= token.start and s.head not in others]
    named = [m for s in before if (m := scene.cast.member(s.text)) is not None and m.cls == "person"]
    member = named[-1] if named else scene.topic.person
    return None if member is None else scene.named(member, how="pronoun", start=token.start, end=token.end)


def person_beside(scene: Scene, tree: Tree, i: int) -> Spot | None:
    """Give the name of the person that a nominal is, or that stands beside it: X in "led by the preacher X".

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        The name, or None where no person is named there.
    """
    beside = [] if scene.spot_at(tree, i) is not None else tree.children(i, "appos", "flat", "nmod:desc")
    return next((scene.spot_at(tree, k) for k in (i, *beside) if scene.member_at(tree, k, "person") is not None), None)


def _around(tree: Tree, i: int) -> list[int]:
    """List the nominals that a possessive belongs to, and the subject of its verb: whom it does not mean."""
    head = tree.tokens[i].head
    if head < 0:
        return []
    above = [] if tree.tokens[head].deprel == "conj" else [tree.tokens[head].head]  # but "P, leader of X, and his deputy, Q"
    return [head, *above, *([s] if tree.tokens[i].deprel == "obj" and (s := tree.subject(head)) is not None else [])]


def date_of_office(scene: Scene, tree: Tree, i: int) -> StatedDate | None:
    """Choose the time of a role: as any date, and "from 1979 until his death in 2018" and "until he was killed in 2018" are periods.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the word that tells the role.

    Returns:
        The date with its period, or None.
    """
    date = date_for(scene, tree, i)
    later = [d for d in scene.dates if d.start > (tree.tokens[i].start if date is None else date.end)]
    last = next((d for d in later if "/" not in d.edtf), None)
    if date is not None and "/" not in date.edtf and _LONG_UNTIL.search(scene.text, tree.sentence.start, date.start):
        return replace(date, edtf=f"../{date.edtf}")  # "Until his death in 2011, P led X"
    if last is None:
        return date
    if date is not None:
        opens = date.edtf.endswith("/..")
        opens = opens or ("/" not in date.edtf and _FROM.search(scene.text, tree.sentence.start, date.start) is not None)
        ends = opens and _UNTIL.fullmatch(scene.text, date.end, last.start) is not None
        return replace(date, end=last.end, edtf=f"{date.edtf.removesuffix('/..')}/{last.edtf}") if ends else date
    between = scene.text[tree.tokens[i].end : last.start]
    is_next = not any(tree.tokens[i].end <= d.start < last.start for d in scene.dates)
    return replace(last, edtf=f"../{last.edtf}") if is_next and _LONG_UNTIL.search(between) else None


def phrasal(tree: Tree, i: int) -> str:
    """Give a verb with its particle: "take over", "step down".

    Args:
        tree: The sentence.
        i: Position of the verb.

    Returns:
        The lemma, and the particle after a space.
    """
    return " ".join([tree.lemma[i], *(tree.low[k] for k in tree.children(i, "compound:prt"))])


def since(edtf: str) -> str:
    """Let a date open a tenure.

    Args:
        edtf: A date; a period stays as it is.

    Returns:
        An interval.
    """
    return edtf if "/" in edtf else f"{edtf}/.."


def until(edtf: str) -> str:
    """Let a date close a tenure.

    Args:
        edtf: A date; a period stays as it is.

    Returns:
        An interval.
    """
    return edtf if "/" in edtf else f"../{edtf}"
