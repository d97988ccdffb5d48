"""Read lists of what a body is made of, wherever a sentence leads to one: "its three columns, A, B and C", "also in it are A and B".

One scanner takes the names of a list in running text, with what stands between them (articles, a word or two of description, brackets,
who leads each); the rules find the words that lead to a list and whose list it is. Parsers lose long lists, so the text decides.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from testimonia.model.kinds import Predicate
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, date_for, find_word, party_span, polarity_of
from testimonia.read.claims.umbrellas import has_peers, is_umbrella, is_unit
from testimonia.read.lexicon import words_of
from testimonia.read.listening import listens_for
from testimonia.read.names.cast import Member
from testimonia.read.names.spotting import Spot
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

PREDICATES = ("member_of", "part_of")

LOOK_BACK = 400
"""Code points before a sentence in which its paragraph names the coalition that "another member" is one of."""
_NUMBER = (
    r"(?:(?:at\s+least|some|about|around|nearly|more\s+than|over|the\s+following|following|several|various|many|both|numerous|a\s+number\s+of|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|dozens\s+of|a\s+dozen|\d+)\s+)+"
)
_PLAIN = r"(?:(?!\w+(?:ing|[^rm]ed)\b)[a-zà-ÿ-]+\s+){0,3}?"
"""A few adjectives; no participle, which would tell of something else."""
_LINK = (
    r"\s*(?::|[,–—(]\s*(?:namely|called|known\s+as|named|such\s+as|including|among\s+them)?|"
    r"\b(?:called|named|known\s+as|namely|such\s+as|including))\s*"
)
_LEAD_IN = re.compile(
    r"[\s\"“”‘’'*_(]*(?:(?:the|a|an|both|its|their|now|later|then|also|chiefly|notably|namely|finally|lastly|even|once)\s+)*"
    r"(?:(?!(?:and|or|but|which|who|that|while|said|against|from|with|by|to|under|of|has|had|is|was|were|are)\b)[a-zà-ÿ-]+\s+){0,3}"
    r"[\"“‘'(]*",
    re.IGNORECASE,
)
"""What may stand between the words that lead to a list, or a comma in it, and a name."""
_BEHIND = re.compile(r"[\"”’']*(?:\s+(?:movement|group|militia|faction|party|wing|brigade|coalition))?(?:\s*\([^()]*\))?[\"”’']*")
_ASIDE = re.compile(
    r",\s+(?:led|headed|commanded|founded|based|formed|whose|which|who|a|an|active|made|itself|once|from)\b[^,;.:]{0,90}(?=[,;])"
)
"""What is told of one item, between commas."""
_OF = re.compile(r"\s+(?:of|in|from|under|led\s+by|headed\s+by|commanded\s+by|based\s+in)\s+(?:the\s+)?$")
_SEPARATOR = re.compile(r"\s*(?P<mark>[,;/&–—])?\s*(?P<word>(?:and|or|as\s+well\s+as|along\s+with|together\s+with|plus)\b)?\s*")
_APPOSED = re.compile(r"[\s\"”]*(?:\([^()]*\))?\s*,?\s*(?:(?:is|was|were|now|itself|then)\s+)*")
"""Between a name and the noun that it is called by: "X (ABC), itself"."""
_THEN = re.compile(r"(?:\s*\([^()]*\))?,\s+(?:the\s+)?")
"""Between the list of a sentence's opening and its subject."""
_OWNED_BY = re.compile(r"[’']s?\s+")
_FOR_OF = re.compile(r"\s+(?:of|in|from|under|led\s+by|headed\s+by|commanded\s+by|based\s+in)\s+(?:the\s+)?")
_UNDER_WHOSE = re.compile(
    r",\s+(?:under|within|beneath)\s+whose\s+(?P<roof>orders|command|umbrella|banner|roof|authority|leadership|flag)\s+"
)
_SIGNING = frozenset(["member", "signatory", "signatorie", "constituent", "participant", "founder"])
"""Who belongs to a coalition that was just told of, without saying to which: "The signatories were A and B"."""
_NOT_MEMBERS = frozenset(["state_force", "government", "media", "intergovernmental"])


def listed_names(scene: Scene, start: int, end: int) -> list[Spot]:
    """Take the names of bodies in a list that begins at an offset.

    Args:
        scene: The scene.
        start: Where the list begins, just after the words that lead to it.
        end: Where it must have ended.

    Returns:
        The bodies named, in text order; empty where no name follows.
    """
    spots = scene.spots_in_span(start, end)
    found: list[Spot] = []
    at, closed = start, False
    for spot in spots:
        if spot.start < at or not _LEAD_IN.fullmatch(scene.text, at, spot.start):
            if spot.start < at or (found and _tells_of_the_last(scene.text, at, spot)):
                at = max(at, spot.end)
                continue
            break
        member = scene.cast.member(spot.text)
        if member is None or member.cls != "org":
            owner = _OWNED_BY.match(scene.text, spot.end)
            if owner is None:
                break
            at = owner.end()  # "Luis Vega's Red Front"
            continue
        found.append(spot)
        at = _after_item(scene, spot, end)
        step = _SEPARATOR.match(scene.text, at, end)
        if step is None or not (step["mark"] or step["word"]) or (closed and step["mark"] in (",", None) and step["word"] in ("and", None)):
            break
        closed = closed or (step["word"] == "and" and step["mark"] != ";")
        at = step.end()
    return found


def _tells_of_the_last(text: str, at: int, spot: Spot) -> bool:
    return _OF.search(text, max(0, at - 1), spot.start) is not None


def _after_item(scene: Scene, spot: Spot, end: int) -> int:
    """Give where the next separator is looked for: behind the item's bracket, its leader or place, and what is told of it."""
    behind = _BEHIND.match(scene.text, spot.end, end)
    at = spot.end if behind is None else behind.end()
    for other in scene.spots_in_span(at, end)[:1]:
        member = scene.cast.member(other.text)
        of = _FOR_OF.match(scene.text, at, end)
        if of is not None and of.end() == other.start and (member is None or member.cls != "org"):
            at = other.end
    aside = _ASIDE.match(scene.text, at, end)
    if aside is not None and not any(_is_body(scene, s) for s in scene.spots_in_span(at, aside.end())):
        at = aside.end()
    return at


def _is_body(scene: Scene, spot: Spot) -> bool:
    member = scene.cast.member(spot.text)
    return member is not None and member.cls == "org"


@listens_for(("enumerations", "members"), ("enumerations", "parts"))
def read_owned_lists(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text names what belongs to a body: "its units include A and B", "X's three columns, A, B and C", "its members are A and B"."""
    low, high = tree.sentence.start, tree.sentence.end
    for match in _owned().finditer(scene.text, low, high):
        i = find_word(tree, match.start("noun"))
        if i is None or scene.spot_at(tree, i) is not None:
            continue
        whole = _owner(scene, tree, match)
        names = listed_names(scene, match.end(), high)
        if whole is not None and (len(names) > 1 or match["link"].strip() not in (",", "(", "–", "—")):
            yield from _drafts(scene, tree, i, whole, names, noun=match["noun"].lower(), rule="read_owned_lists")


@listens_for(("enumerations", "having"), ("enumerations", "dividing"), "rest", "stand", "rely")
def read_told_lists(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text counts what a body has and names it, or says into what it is divided: "divided into three fronts: A, B and C"."""
    low, high = tree.sentence.start, tree.sentence.end
    for pattern in (_divided(), _counted()):
        for match in pattern.finditer(scene.text, low, high):
            i = find_word(tree, match.start("verb"))
            if i is None or scene.spot_at(tree, i) is not None or tree.is_unreal(i):
                continue
            whole = _subject(scene, tree, i)
            names = listed_names(scene, match.end(), high)
            if whole is not None:
                yield from _drafts(scene, tree, i, whole, names, noun=match["noun"].lower(), rule="read_told_lists")


@listens_for("also", "within", "inside", "under", "beneath", "in", "alongside", "among", "to")
def read_inverted_lists(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says what stands inside a body before it names it: "also in the alliance are A and B", "under it fight A and B"."""
    low, high = tree.sentence.start, tree.sentence.end
    match = _inverted().match(scene.text, low, high)
    if match is None:
        return
    i = find_word(tree, match.start("whole"))
    party = None if i is None else _named_whole(scene, tree, i)
    names = listed_names(scene, match.end(), high)
    member = None if party is None else scene.cast.holder_of(party.referent)
    if i is not None and party is not None and member is not None and has_peers(member):
        yield from _drafts(scene, tree, i, party, names, noun="members", rule="read_inverted_lists")


@listens_for("whose")
def read_lists_under(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A clause beside a body tells who stands under it: "the X, under whose orders the A and the B stand"."""
    low, high = tree.sentence.start, tree.sentence.end
    for match in _UNDER_WHOSE.finditer(scene.text, low, high):
        i = find_word(tree, match.start("roof"))
        before = [s for s in scene.spots_in_span(low, match.start()) if _is_body(scene, s)]
        party = scene.spot_party(before[-1], "org") if before and _BEHIND.fullmatch(scene.text, before[-1].end, match.start()) else None
        if i is not None and party is not None:
            yield from _drafts(scene, tree, i, party, listed_names(scene, match.end(), high), noun="units", rule="read_lists_under")


@listens_for(("enumerations", "a_member"))
def read_further_members(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """After a coalition, one of its members is told without naming it again: "Another member is A", "A third member, B, left"."""
    low, high = tree.sentence.start, tree.sentence.end
    match = _further().match(scene.text, low, high)
    if match is None:
        return
    i = find_word(tree, match.start("noun"))
    names = listed_names(scene, match.end(), high)
    whole = _last_umbrella(scene, low)
    if i is not None and whole is not None and names:
        token = tree.tokens[i]
        party = scene.named(whole, how="topic", start=token.start, end=token.end)
        yield from _drafts(
            scene, tree, i, party, names[: len(names) if match["noun"].endswith("s") else 1], noun="members", rule="read_further_members"
        )


@listens_for(("enumerations", "gatherings"))
def read_gatherings(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text calls a body a gathering of others before or after it names it: "an alliance grouping A and B, the X wants"."""
    low, high = tree.sentence.start, tree.sentence.end
    for match in _gathering().finditer(scene.text, low, high):
        i = find_word(tree, match.start("noun"))
        names = listed_names(scene, match.end(), high)
        if i is None or scene.spot_at(tree, i) is not None or not names:
            continue
        before = [s for s in scene.spots_in_span(low, match.start()) if _is_body(scene, s)]
        spot = before[-1] if before and _APPOSED.fullmatch(scene.text, before[-1].end, match.start()) else None
        if spot is None and scene.text[low : match.start()].strip() == "":
            after = [s for s in scene.spots_in_span(names[-1].end, high) if _is_body(scene, s)]
            spot = after[0] if after and _THEN.fullmatch(scene.text, names[-1].end, after[0].start) else None
        party = None if spot is None else scene.spot_party(spot, "org")
        if party is not None:
            yield from _drafts(scene, tree, i, party, names, noun="members", rule="read_gatherings")


def _drafts(scene: Scene, tree: Tree, i: int, whole: Party, names: Sequence[Spot], *, noun: str, rule: str) -> Iterator[Draft]:
    """Write down that each body of a list is a member or a part of the whole."""
    body = scene.cast.holder_of(whole.referent)
    date = date_for(scene, tree, i) if tree.tokens[i].upos == "VERB" else None
    denied = tree.is_negated(i) or tree.is_negated(tree.clause(i))
    for spot in names:
        subject, member = scene.spot_party(spot, "org"), scene.cast.member(spot.text)
        if subject is None or member is None or body is None or subject.referent == whole.referent:
            continue
        predicate = _relation(body, member, noun)
        if predicate is None:
            continue
        token = tree.tokens[i]
        span = cover((token.start, token.end), party_span(subject), party_span(whole), within=tree)
        yield Draft(
            predicate,
            subject,
            *span,
            token.start,
            f"enumerations.{rule}",
            token.text,
            object=whole,
            edtf=None if date is None else date.edtf,
            basis="stated" if date is None else date.basis,
            mode="throughout",
            polarity=polarity_of(denied=denied),
        )


def _relation(whole: Member, member: Member, noun: str) -> Predicate | None:
    """Say whether what is listed are members or parts: a coalition has members, an army has units."""
    if is_umbrella(whole):
        return None if member.kind in _NOT_MEMBERS else "member_of"
    if noun in words_of("enumerations", "parts"):
        return "part_of" if whole.kind not in ("media", "civil_org") else None
    if member.kind in _NOT_MEMBERS or not has_peers(whole):
        return None
    return "part_of" if is_unit(member) and is_unit(whole) else "member_of"


def _owner(scene: Scene, tree: Tree, match: re.Match[str]) -> Party | None:
    """Give whose list it is: the name or noun with a possessive, whom "its" stands for, or what follows "of"."""
    if match["of"] is not None:
        spots = [s for s in scene.spots_in_span(match.start("of"), match.end()) if _is_body(scene, s)]
        return scene.spot_party(spots[0], "org") if spots else _named_whole(scene, tree, find_word(tree, match.start("of")) or 0)
    i = find_word(tree, match.start("owner")) if match["owner"] is not None else None
    if i is None and match["noun"].lower().rstrip("s") in _SIGNING and match["link"].strip()[:4].lower() in ("are", "were", "incl"):
        umbrella = _last_umbrella(scene, tree.sentence.start)  # "The signatories were A and B"
        at = tree.tokens[find_word(tree, match.start("noun")) or 0]
        return None if umbrella is None else scene.named(umbrella, how="topic", start=at.start, end=at.end)
    if i is None:
        return None
    if match["owner"].lower() in ("its", "their"):
        found = scene.organisation(tree, i)
        if found is not None:
            return found
        umbrella = _last_umbrella(scene, tree.sentence.start)
        token = tree.tokens[i]
        return None if umbrella is None or scene.topic.several else scene.named(umbrella, how="topic", start=token.start, end=token.end)
    spot = scene.spot_at(tree, i)
    return scene.organisation(tree, i) if spot is None else scene.spot_party(spot, "org")


def _subject(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body that a verb tells of, else the one body named before it."""
    head = tree.subject(i)
    found = None if head is None else scene.organisation(tree, head)
    if found is not None:
        return found
    before = [s for s in scene.spots_in(tree) if s.end <= tree.tokens[i].start and _is_body(scene, s)]
    return scene.spot_party(before[0], "org") if len(before) == 1 else None


def _named_whole(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body at a word: a name, "the alliance", "it", or "its" before "umbrella"."""
    for k in range(i, min(i + 4, len(tree.tokens))):
        party = scene.organisation(tree, k)
        if party is not None:
            return party
    umbrella = _last_umbrella(scene, tree.sentence.start)
    token = tree.tokens[i]
    return None if umbrella is None else scene.named(umbrella, how="topic", start=token.start, end=token.end)


def _last_umbrella(scene: Scene, before: int) -> Member | None:
    """Give the coalition that the paragraph named last, else the one that the section or the text is about."""
    start = max(scene.text.rfind("\n\n", 0, before) + 1, before - LOOK_BACK)
    for spot in reversed(scene.spots_in_span(max(0, start), before)):
        member = scene.cast.member(spot.text)
        if is_umbrella(member):
            return member
    standing = (scene.topic.subject, scene.topic.section, scene.topic.title)
    return next((m for m in standing if m is not None and m.cls == "org" and has_peers(m)), None)


def _any(*lists: str) -> str:
    words = sorted({word for name in lists for word in words_of("enumerations", name)}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


@cache
def _owned() -> re.Pattern[str]:
    """Match "its three units are", "X's members, ", "the members of the alliance include"."""
    owner = r"(?:(?P<owner>\b(?:its|their)\b|[\w-]+(?=[’']s?\s))(?:[’']s?)?\s+|\bthe\s+)"
    of = r"(?P<of>\s+(?:of|in|within|to|behind)\s+(?:the\s+)?[^,:;.()]{2,70}?)?"
    verbs = r"\s+(?:are|were|include|included|comprise|comprised|being|namely|such\s+as|including)(?=[\s:])\s*:?"
    marks = r"\s*:|\s*[,(–—](?:\s*(?:namely|among\s+them|notably|including)\b)?"
    noun = rf"(?:{_NUMBER})?{_PLAIN}(?P<noun>{_any('members', 'parts')})\b"
    return re.compile(rf"{owner}{noun}{of}(?P<link>{verbs}|{marks})\s*", re.IGNORECASE)


@cache
def _divided() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<verb>{_any('dividing')})\s+(?:up\s+)?(?:into|in)\s+(?:{_NUMBER})?{_PLAIN}(?P<noun>{_any('parts', 'members')})\b{_LINK}",
        re.IGNORECASE,
    )


@cache
def _counted() -> re.Pattern[str]:
    resting = r"(?:rests?|rested|stands|stood|relies|relied)(?=\s+on)"
    noun = rf"{_NUMBER}{_PLAIN}(?P<noun>{_any('parts', 'members')})"
    return re.compile(rf"\b(?P<verb>{_any('having')}|{resting})\s+(?:on\s+)?{noun}\b{_LINK}", re.IGNORECASE)


@cache
def _inverted() -> re.Pattern[str]:
    """Match "Also in the alliance are", "Under its umbrella fight", "Within X stand"."""
    whole = rf"(?P<whole>(?i:it|them|the\s+(?:{_any('wholes')})|{_any('roofs')})|(?:the\s+)?[A-ZÀ-Þ][^,:;.()]{{3,60}}?)"
    inside = r"(?i:(?:also\s+|alongside\s+(?:it|them)\s+)?(?:in|within|inside|under|beneath|behind|among)\s+)"
    return re.compile(rf"{inside}{whole}\s+(?:are|is|were|was|stand|stands|fight|fights|sit|sits|came|come)\s+(?:also\s+)?")


@cache
def _further() -> re.Pattern[str]:
    which = (
        r"(?:another|a\s+(?:second|third|fourth|fifth|further|smaller|larger|founding|later)|one|other|further|"
        r"the\s+(?:other|others|second|third|fourth|last|remaining|largest|smallest|biggest|main|only\s+other))"
    )
    return re.compile(
        rf"{which}\s+{_PLAIN}(?P<noun>(?:{_any('a_member')})s?)\s*(?:,|is|was|are|were|include|included|:)\s*(?:also\s+)?", re.IGNORECASE
    )


@cache
def _gathering() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:an?|the)\s+{_PLAIN}(?P<noun>{_any('gatherings')})\s+(?:{_any('grouping')})\s+(?:{_NUMBER})?(?:{_PLAIN}(?:{_any('members')}){_LINK})?",
        re.IGNORECASE,
    )


RULES = (read_owned_lists, read_told_lists, read_inverted_lists, read_lists_under, read_further_members, read_gatherings)
