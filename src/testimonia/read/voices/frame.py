"""The frame of a document: who publishes it, from whom it is taken, who issues it and speaks in it as "we".

A communique often has no publisher but its letterhead and its signature; a republication has two publishers, which are not independent.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from testimonia.model.claim import Value
from testimonia.model.document import Document
from testimonia.model.party import Party
from testimonia.model.referent import referent_id
from testimonia.read.claims.drafts import Draft
from testimonia.read.front import ParsedPassage
from testimonia.read.lexicon import words_of
from testimonia.read.names.cast import Member
from testimonia.read.names.spotting import Spot
from testimonia.read.names.unnamed import name_the_unnamed
from testimonia.read.reference.forces_named import note_forces
from testimonia.read.reference.scene import Scene
from testimonia.read.voices.quotes import find_quotations
from testimonia.text.names import fold_name, fold_spelling, language_of_name, script_of
from testimonia.text.unit_words import unit_word

_ISSUED = re.compile(
    r"\b(?:(?:statement|communiqu[eé]|declaration|press release|announcement|message)\s+(?:issued\s+)?(?:by|from|of)|issued by)"
    r"\s+(?:the\s+)?",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_WE_NAMED = re.compile(r"\bWe,\s+(?:the\s+)?(?:(?:members|fighters|leadership|commanders|command)\s+of\s+(?:the\s+)?)?")
NAME_REACH = 200
"""Code points within which a name ends that begins after "We, the"."""
TITLE_WORDS = 15
"""Words up to which a line can be the title of a statement ("Statement by the X on Y"); longer ones tell of somebody else's."""
TITLE_LEAD = 12
"""Code points that may stand before "statement by" in a title ("Military communiqué issued by"); more makes it a sentence."""
SPEAKING = 2
"""How often a text says "we" outside of quotations before somebody is looked for who speaks."""
SIGNATURE, SIGNATURE_WORDS = 6, 14
"""Passages from the end in which a signature is looked for, and words up to which a line is one."""
LETTERHEAD = 12
"""Passages from the top in which a letterhead is looked for."""


def find_frame(document: Document, passages: Sequence[ParsedPassage], scene: Scene) -> tuple[Party, ...]:
    """Find the outermost voices of a document and set the scene's title and issuer.

    Args:
        document: The document.
        passages: Its parsed passages.
        scene: The scene, whose topic is set here.

    Returns:
        Publisher, original publisher and issuer, as far as each is known, outermost first; none twice.
    """
    scene.unnamed.update(name_the_unnamed(passages, scene.cast, scene.spots))
    note_forces((tree for parsed in passages for tree in parsed.trees), scene=scene)
    _set_title(document, passages, scene)
    speaks = _speaks(scene)
    issuer = _issuer(passages, scene) or (_named_by_itself(scene) or _signature(passages, scene) if speaks else None)
    if issuer is None and speaks and document.publisher:
        head = _letterhead(passages, scene)
        issuer = head if head is not None and fold_name(head.text) != fold_name(document.publisher) else None
    frame: list[Party] = []
    for name in (document.publisher, document.original_publisher):
        if name:
            member = scene.cast.member(name)
            referent = (
                scene.cast.id_of(member) if member is not None and member.cls == "org" else referent_id(document.id, "org", fold_name(name))
            )
            frame.append(Party(name, referent, "publisher"))
    if issuer is not None:
        head = None if document.publisher else _letterhead(passages, scene)
        for spot in (head, issuer):
            party = None if spot is None else scene.spot_party(spot, "org")
            if party is not None and party.start is not None:
                signs = party.start > len(scene.text) // 2  # who signs at the end speaks from the beginning
                span = (None, None) if signs else (party.start, party.end)
                frame.append(Party(party.words, party.referent, "issuer", *span))
        scene.topic.issuer = scene.cast.member(issuer.text)
    elif not document.publisher and speaks:
        head = _letterhead(passages, scene)
        party = None if head is None else scene.spot_party(head, "org")
        if party is not None and head is not None:
            frame.append(Party(party.words, party.referent, "issuer", party.start, party.end))
            scene.topic.issuer = scene.cast.member(head.text)
    return tuple({p.referent or p.words: p for p in reversed(frame)}.values())[::-1]


def read_letterhead(passages: Sequence[ParsedPassage], scene: Scene) -> Iterator[Draft]:
    """A letterhead gives the body's name in another script, and names its department or office below it.

    Args:
        passages: The document's parsed passages.
        scene: The scene.

    Yields:
        Drafts of `known_as` and `part_of`.
    """
    head = _letterhead(passages, scene)
    if head is None:
        return
    for parsed in passages[1:LETTERHEAD]:
        start, end = parsed.passage.start, parsed.passage.end
        line = scene.text[start:end].strip()
        subject = scene.spot_party(head, "org")
        if parsed.passage.kind != "heading" or parsed.aside or subject is None:
            continue
        if script_of(line) != script_of(head.text) and script_of(line) != "Zyyy" and _names_a_body(line):
            value = Value(text=line, language=language_of_name(line), name_kind="alias")
            yield Draft("known_as", subject, start, end, start, "frame.read_letterhead", line, value=value)
            return
        for spot in (s for tree in parsed.trees for s in scene.spots_in(tree)):
            words = spot.text.lower().split()
            if words[-1] in words_of("people", "office_nouns") and _is_org(scene, spot) is not None and len(words) >= len(line.split()) - 1:
                office = scene.spot_party(spot, "org")
                if office is not None and office.referent != subject.referent:
                    yield Draft(
                        "part_of",
                        office,
                        spot.start,
                        spot.end,
                        spot.start,
                        "frame.read_letterhead",
                        spot.text,
                        object=subject,
                        mode="throughout",
                    )


def _names_a_body(line: str) -> bool:
    """Say whether a line in another script is a body's name: it begins with a unit word of that language."""
    words = line.split()
    return 2 <= len(words) <= 7 and unit_word(fold_spelling(words[0])) is not None


def _issuer(passages: Sequence[ParsedPassage], scene: Scene) -> Spot | None:
    """Find who issues a statement: the last body named after "statement by" or "issued by" among the first passages."""
    found: Spot | None = None
    for parsed in passages[:LETTERHEAD]:
        if parsed.passage.kind != "heading" and len(scene.text[parsed.passage.start : parsed.passage.end].split()) > TITLE_WORDS:
            continue
        match = _ISSUED.search(scene.text, parsed.passage.start, parsed.passage.end)
        if match is None or (parsed.passage.kind != "heading" and match.start() - parsed.passage.start > TITLE_LEAD):
            continue
        for tree in parsed.trees:
            for spot in scene.spots_in(tree):
                between = scene.text[match.end() : spot.start].lower().split() if spot.start >= match.end() else []
                if (
                    spot.start >= match.end() - 2
                    and set(between) <= words_of("people", "before_issuer")
                    and _is_org(scene, spot) is not None
                ):
                    found = spot
    return found


def _named_by_itself(scene: Scene) -> Spot | None:
    """Find who names itself as it begins to speak: "We, the Kosrae Liberation Front, announce"; not within somebody's quotation."""
    matches = list(_WE_NAMED.finditer(scene.text))
    quotations = find_quotations(scene.text, start=0, end=len(scene.text)) if matches else []
    for match in matches:
        if any(q.start <= match.start() < q.end for q in quotations):
            continue
        for spot in scene.spots_in_span(match.end(), match.end() + NAME_REACH):
            if spot.start == match.end() and _is_org(scene, spot) is not None:
                return spot
    return None


def _speaks(scene: Scene) -> bool:
    """Say whether the text itself speaks as "we": often enough outside of everybody's quotations."""
    quotations = find_quotations(scene.text, start=0, end=len(scene.text))
    ends = [q.end for q in quotations]
    own = 0
    for match in _WE.finditer(scene.text):
        at = bisect_right(ends, match.start())
        own += at >= len(quotations) or not quotations[at].start <= match.start()
    return own >= SPEAKING


def _signature(passages: Sequence[ParsedPassage], scene: Scene) -> Spot | None:
    """Find the body that signs a statement: a short line at the end that is its name, an office of it, or "for the X"."""
    prose = [p for p in passages if not p.aside]
    for parsed in reversed(prose[-SIGNATURE:]):
        words = scene.text[parsed.passage.start : parsed.passage.end].split()
        if len(words) > SIGNATURE_WORDS:
            return None
        for tree in parsed.trees:
            for spot in scene.spots_in(tree):
                before = scene.text[parsed.passage.start : spot.start].lower().split()
                plain = {word.strip(".,:;–—-") for word in before}
                if spot.text.lower().split()[-1] in words_of("people", "office_nouns"):
                    continue  # "Central Publicity Bureau" below the body that it belongs to
                if _is_org(scene, spot) is not None and (len(before) <= 1 or plain & words_of("people", "signing")):
                    return spot
    return None


def _letterhead(passages: Sequence[ParsedPassage], scene: Scene) -> Spot | None:
    """Find the body that a document's first line names, where that line is nothing else."""
    for parsed in passages[:3]:
        words = scene.text[parsed.passage.start : parsed.passage.end].split()
        for tree in parsed.trees:
            for spot in scene.spots_in(tree):
                if parsed.passage.kind == "heading" and _is_org(scene, spot) is not None and len(spot.text.split()) >= len(words) - 1:
                    return spot
    return None


def _is_org(scene: Scene, spot: Spot) -> Member | None:
    member = scene.cast.member(spot.text)
    return member if member is not None and member.cls == "org" else None


def _set_title(document: Document, passages: Sequence[ParsedPassage], scene: Scene) -> None:
    """Let the title's body be the document's topic, or the subject of a first sentence that defines it."""
    if document.title:
        member = scene.cast.member(document.title)
        if member is not None and member.cls == "org":
            scene.topic.title = member
            return
    for parsed in passages:
        if parsed.passage.kind == "heading" or parsed.aside:
            continue
        for tree in parsed.trees[:1]:
            root = next((t.i for t in tree.tokens if t.head < 0), None)
            if root is not None and tree.children(root, "cop"):
                subject = tree.subject(root)
                member = scene.member_at(tree, subject, "org") if subject is not None else None
                if member is not None and subject is not None and subject <= 3:
                    scene.topic.title = member
        return
