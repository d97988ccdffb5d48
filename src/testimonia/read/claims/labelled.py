"""Read fact boxes: lines of a label and a value under a body's name ("Founded: 1984", "| Allies | A, B |").

`codebook/words/labels.yml` says which label tells what. A line counts only where a heading or the document's title names the body, and a
value only where it is nothing but names, a date or a number: a label in running prose tells nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.model.claim import Value
from testimonia.model.kinds import PREDICATES, EntityClass, Mode, NameKind, Predicate
from testimonia.model.party import Party
from testimonia.read.boxes import MARKED_LINE, Fact, Label, find_facts, pieces
from testimonia.read.claims.drafts import Draft
from testimonia.read.claims.officers import officers_in, read_officer
from testimonia.read.claims.umbrellas import is_umbrella
from testimonia.read.front import ParsedPassage
from testimonia.read.lexicon import words_of
from testimonia.read.names.cast import Member
from testimonia.read.names.spotting import Spot
from testimonia.read.reference.scene import Scene
from testimonia.text.dates import DateReader
from testimonia.text.names import fold_name, is_acronym_for, language_of_name
from testimonia.text.numbers import find_quantities

RULE = "labelled.read_labelled_lines"
_REST = re.compile(r"[\s\"”’'.*]*(?:(?:\([^()]*\)|\[[^\[\]]*\])[\s.]*)*")
_UNSURE = re.compile(r"[(\[][^()\[\]]*\b(?:alleged|allegedly|claimed|suspected|denied|disputed|unconfirmed|rumoured)\b", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:[-–—]|to|until)\s*")
_ASIDES = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_ADJACENT = re.compile(r"[ |\t*]*\n[ |\t*-]*")
_FOUNDED = re.compile(r"[\s,;(]*(?:(?:which|that) was )?(?:set up|founded|formed|established|created|launched|raised)\b\s*", re.IGNORECASE)
_DATE_REACH = 24
"""Characters in which the date of a founding stands."""
_GENERIC_HEADING = 2
"""Words up to which a heading without a name ("Key facts") goes on with the body above."""
_NUMBER_LEAD = 16
"""Characters that may stand before the number of a value ("approximately 600")."""
_MOMENTS = ("founded", "dissolved", "split_from", "merged_into", "known_as")
_CLASSES: dict[str, EntityClass] = {"people": "person", "places": "place", "parties": "org"}
_KINDS: tuple[NameKind, ...] = ("alias", "former", "nickname", "translation", "acronym")


def read_labelled_lines(scene: Scene, passages: Sequence[ParsedPassage]) -> Iterator[Draft]:
    """A line gives a label and a value below a body's name: "Founded: 1984", "Allies: A, B".

    Args:
        scene: The scene.
        passages: The document's parsed passages.

    Yields:
        Drafts of the predicates that the labels tell.
    """
    body = scene.topic.title
    top = True  # the lines at the head of a document stand below its title, whatever stands between
    facts = [fact for fact in find_facts(scene.text) if fact.values]
    done, named_at = 0, 0
    for parsed in passages:
        if parsed.aside:
            continue
        start, end = parsed.passage.start, parsed.passage.end
        line = scene.text.rfind("\n", 0, start) + 1
        while done < len(facts) and facts[done].values[0][1] <= line:
            done += 1  # marked as boilerplate
        first = done
        while done < len(facts) and facts[done].values[0][0] < end:
            done += 1
        body = _subject_line(scene, line, end) or body
        boxed = parsed.passage.kind == "box"
        if done > first and body is not None:
            for fact in facts[first:done]:
                yield from _told(scene, body, fact)
        elif done == first and not boxed:
            named = _named_alone(scene, parsed)
            if named is not None:
                if body is None or not named_at or _ADJACENT.fullmatch(scene.text, named_at, start) is None:
                    body = named  # a second name just below the first is the same body's in another language
                named_at = end
            elif parsed.passage.kind == "heading" and len(scene.text[start:end].split()) > _GENERIC_HEADING and not top:
                body = None
        top = top and (boxed or parsed.passage.kind == "heading")


def _subject_line(scene: Scene, start: int, end: int) -> Member | None:
    """Give the body that a line says the lines below it are about: "Name: X", "Group: X"."""
    for line in re.finditer(r"[^\n]+", scene.text[start:end]):
        match = MARKED_LINE.match(line.group())
        if match is None or match["label"].lower().strip() not in words_of("labels", "subjects"):
            continue
        low, high = start + line.start() + match.start("value"), start + line.start() + match.end("value")
        spots = scene.spots_in_span(low, high)
        bracketed = [s for s in spots[1:] if scene.text[s.start - 1 : s.start] in ("(", "[", "/")]  # its acronym
        alone = len(spots) == 1 + len(bracketed) and spots[0].start - low < len("The  ")
        member = scene.cast.member(spots[0].text) if alone else None
        if member is not None and member.cls == "org":
            return member
    return None


def _named_alone(scene: Scene, parsed: ParsedPassage) -> Member | None:
    """Give the body whose name a line is and nothing else, but for an acronym in brackets."""
    whole = scene.text[parsed.passage.start : parsed.passage.end]
    line = re.sub(r"\([^()]*\)", " ", whole)
    if len(line.split()) > 14:
        return None
    for tree in parsed.trees:
        for spot in scene.spots_in(tree):
            member = scene.cast.member(spot.text)
            alone = spot.key in {fold_name(words.strip(" #=*:|")) for words in (line, whole)}
            if member is not None and member.cls == "org" and member.kind != "media" and alone:
                return member
    return None


def _told(scene: Scene, body: Member, fact: Fact) -> Iterator[Draft]:
    """Give what one fact tells of a body; a time is its first value."""
    values = fact.values[:1] if fact.label.group in ("times", "spans", "counts") else fact.values
    for low, high in values:
        yield from _drafts(scene, body, fact.label, fact.start, low, high)


def _time_drafts(scene: Scene, body: Member, label: Label, at: int, low: int, high: int) -> Iterator[Draft]:
    """Give when a body began or ended: "5 May 1976", "1990 – 23 December 1999", "2008 – present"."""
    value = scene.text[low:high]  # by itself: its first figure may be run together with the label
    dates = [replace(d, start=d.start + low, end=d.end + low) for d in DateReader(None).read(value, 0, len(value))]
    if not dates or dates[0].start - low > _NUMBER_LEAD:
        return
    if label.group != "spans":
        predicate: Predicate = "founded" if label.code == "founded" else "dissolved"
        if "/" not in dates[0].edtf:
            yield _draft(scene, body, predicate, at, dates[0].end, edtf=dates[0].edtf)
        return
    first, _, last = dates[0].edtf.partition("/")
    end = dates[0].end
    for date in dates[1:]:
        if not last and _RANGE.fullmatch(scene.text, dates[0].end, date.start) and "/" not in date.edtf:
            last, end = date.edtf, date.end
    if first and first != "..":
        yield _draft(scene, body, "founded", at, end, edtf=first)
    if last and last != "..":
        yield _draft(scene, body, "dissolved", at, end, edtf=last)


def _drafts(scene: Scene, body: Member, label: Label, at: int, low: int, high: int) -> Iterator[Draft]:
    """Give what one labelled value tells of a body."""
    if label.group in ("times", "spans"):
        yield from _time_drafts(scene, body, label, at, low, high)
    elif label.group == "counts":
        numbers = find_quantities(scene.text[low:high], start=low)
        if numbers and numbers[0].start - low <= _NUMBER_LEAD:
            value = Value(low=numbers[0].low, high=numbers[0].high, unit=label.code)
            yield _draft(scene, body, "strength", at, numbers[0].end, value=value)
    elif label.group == "beliefs":
        for start, end in pieces(scene.text, low, high):
            belief = _ASIDES.sub(" ", scene.text[start:end]).strip()
            if belief:
                yield _draft(scene, body, "ideology", at, end, value=Value(text=belief))
    elif label.group == "names":
        told = next(k for k in _KINDS if k == label.code)
        for start, end in pieces(scene.text, low, high):
            name = scene.text[start:end].strip("\"“”‘’' .")
            if name[:1].isupper() or (name[:1].isalpha() and not name[:1].islower()):
                short = told == "alias" and any(is_acronym_for(name.split()[0], full) for full in body.names if " " in full)
                kind: NameKind = "acronym" if short else told
                yield _draft(scene, body, "known_as", at, end, value=Value(text=name, language=language_of_name(name), name_kind=kind))
    elif label.group != "others":
        yield from _party_drafts(scene, body, label, at, low, high)


def _party_drafts(scene: Scene, body: Member, label: Label, at: int, low: int, high: int) -> Iterator[Draft]:
    """Give the claims of a value that names bodies, persons or places."""
    if label.group == "people":
        yield from _people_drafts(scene, body, label, at, low, high)
        return
    for spot, end in _named_in(scene, low, high):
        member, party = scene.cast.member(spot.text), scene.spot_party(spot, *_classes_of(label))
        if member is None or party is None or member is body:
            continue
        yield from _set_up(scene, party, spot, end, high)
        dates = DateReader(None).read(scene.text, spot.end, end)
        edtf = dates[0].edtf if dates and "/" in dates[0].edtf else None
        told = "operates_in" if label.group == "places" else label.code
        predicate = next(p for p in PREDICATES if p == told)
        umbrella = body if label.turned else member
        if predicate == "part_of" and is_umbrella(umbrella):
            predicate = "member_of"
        yield _draft(scene, body, predicate, at, end, other=party, turned=label.turned, edtf=edtf)


def _classes_of(label: Label) -> tuple[EntityClass, ...]:
    """Give the classes of what may stand under a label: an opponent or ally may be a country."""
    return ("org", "place") if label.code in ("opposes", "allied_with") else (_CLASSES[label.group],)


def _people_drafts(scene: Scene, body: Member, label: Label, at: int, low: int, high: int) -> Iterator[Draft]:
    """Give the claims of a value that names persons."""
    for officer in officers_in(scene, low, high):
        party = scene.spot_party(officer.spot, "person")
        lead = officer.before.lower().replace(".", " ").replace(",", " ").replace(";", " ").split()
        if party is None or not set(lead) <= words_of("people", "titles") | {"and", "the"}:
            continue
        rest = DateReader(None).read(scene.text, officer.spot.end, officer.end)
        edtf = rest[0].edtf if rest and "/" in rest[0].edtf else None
        value = Value(role=label.code)
        held = _draft(scene, body, "has_role", at, officer.spot.end, other=party, turned=True, value=value, edtf=edtf)
        yield from read_officer(scene, officer, held, label.code)


def _set_up(scene: Scene, party: Party, spot: Spot, end: int, high: int) -> Iterator[Draft]:
    """Give when a body named in a value was founded: "Armed wing: X, set up in 2001"."""
    match = _FOUNDED.match(scene.text, end, high)
    dates = DateReader(None).read(scene.text, match.end(), match.end() + _DATE_REACH) if match is not None else []
    if match is None or not dates or dates[0].start > match.end() + len("in "):
        return
    trigger = match.group().strip(" ,")
    yield Draft("founded", party, spot.start, dates[0].end, match.start(), RULE, trigger, edtf=dates[0].edtf.removesuffix("/.."))


def _named_in(scene: Scene, low: int, high: int) -> Iterator[tuple[Spot, int]]:
    """Give the names of a value's pieces, each with the piece's end; a piece that says more than names is passed over."""
    spots = scene.spots_in_span(low, high)
    for start, end in pieces(scene.text, low, high):
        reached, found = start, []
        for spot in (s for s in spots if start <= s.start and s.end <= end):
            if spot.start < reached:
                continue  # the acronym in the bracket after a name
            lead = scene.text[reached : spot.start].lower().replace(".", " ").split()
            if not set(lead) <= words_of("people", "titles") | {"and", "the"}:
                break
            rest = _REST.match(scene.text, spot.end, end)
            reached = spot.end if rest is None else rest.end()
            found.append((spot, reached))
        if _UNSURE.search(scene.text, start, end):
            continue
        if found and (reached == end or _REST.fullmatch(scene.text, reached, end)):
            yield from found


def _draft(
    scene: Scene,
    body: Member,
    predicate: Predicate,
    start: int,
    end: int,
    *,
    other: Party | None = None,
    turned: bool = False,
    value: Value | None = None,
    edtf: str | None = None,
) -> Draft:
    party = Party(max(body.names, key=lambda name: (body.names[name], name)), scene.cast.id_of(body), "heading")
    subject, target = (other, party) if turned and other is not None else (party, other)
    mode: Mode = "within" if predicate in _MOMENTS else "throughout"
    trigger = scene.text[start:end].split(":")[0].split("|")[0].strip()
    return Draft(predicate, subject, start, end, start, RULE, trigger, object=target, value=value, edtf=edtf, mode=mode)
