"""Read what the line of a list lends its events: the date that opens it, and whose attacks the list's heading says that it holds.

"Major attacks / 13 February 1996: Police posts were raided. (3 killed)": the line's date is the date of what it tells, and where nobody
is said to have done it, the body whose profile this is did.
"""

import re
from dataclasses import replace
from functools import lru_cache

from testimonia.model.kinds import Basis
from testimonia.model.party import Party
from testimonia.read.events.event_drafts import EventDraft, may_go_on
from testimonia.read.events.happenings import assaulting_nouns
from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.dates import find_dates

_LABEL = re.compile(r"\s*(?:[-*•‣▪–—]\s*)?(?P<date>[^:\n]{4,40}?)\s*(?::|\s[-–—]\s)\s*(?=\S)")
"""A line that opens with a few words and a colon or a dash; whether they are a date is asked of the dates."""
_SCENE = re.compile(
    r"\b(?:sack|siege|battle|fall|capture|recapture|massacre|bombing|bombardment|attack|assault|storming|raid|clash(?:es)?|fighting"
    r"|killings?|offensive|shelling|ambush|seizure|takeover|uprising|unrest)s?\s(?:of|in|at|on|for|near|around)\s(?:the\s)?"
    r"(?P<place>[^\d,;:()]+?)(?:\s\(?\d{4}[^\n]*)?$"
)
"""A heading, in small letters, that says what its section tells and where that was."""
_HEADING_WORDS = 6
"""Words up to which a line above a list is its heading."""
_UP_TO = 200
"""Lines that are looked at above a line for the heading of its list."""


@lru_cache(maxsize=64)
def _opening_date(line: str) -> tuple[str, int] | None:
    """Give the date that opens a line, and where the words after it begin; None where the line opens with anything else."""
    match = _LABEL.match(line)
    if match is None or not any(c.isdigit() for c in match["date"]):
        return None
    dates = find_dates(match["date"])
    if len(dates) != 1 or dates[0].edtf is None or dates[0].end - dates[0].start < len(match["date"]) - 3:
        return None
    return dates[0].edtf, match.end()


def line_date(scene: Scene, tree: Tree) -> tuple[str, Basis] | None:
    """Give the date that opens the line that a sentence stands in.

    Args:
        scene: The document being read.
        tree: The sentence.

    Returns:
        EDTF and basis, derived where the sentence is not the line's first; None where the line opens with no date.
    """
    at = tree.sentence.start
    start = scene.text.rfind("\n", 0, at) + 1
    if ":" not in scene.text[start : start + 60] and not re.search(r"\s[-–—]\s", scene.text[start : start + 60]):
        return None
    end = scene.text.find("\n", at)
    found = _opening_date(scene.text[start : len(scene.text) if end < 0 else end])
    if found is None:
        return None
    return found[0], "stated" if at <= start + found[1] else "derived"


def in_line(scene: Scene, tree: Tree, draft: EventDraft) -> EventDraft:
    """Give an event what its line lends it: the date, and who did it, where the words around it say neither.

    Args:
        scene: The document being read.
        tree: The sentence.
        draft: An event of the sentence.

    Returns:
        The event with date and initiator, or as it was.
    """
    draft = _under_heading(scene, tree, draft)
    if draft.status != "happened" or (draft.edtf is not None and draft.initiator):
        return draft
    draft = replace(draft, goes_on=_goes_on(scene, tree, draft))
    date = line_date(scene, tree)
    if date is None:
        return draft
    if draft.edtf is None:
        draft = replace(draft, edtf=date[0], basis=date[1], recurrent=False)
    body = _whose_attacks(scene, tree)
    fought = draft.type == "ASSAULT" or draft.mode in ("raid", "seize")
    if body is None or draft.initiator or not fought or any(p.referent == body.referent for p in draft.target):
        return draft
    return replace(draft, initiator=(body,))


def _under_heading(scene: Scene, tree: Tree, draft: EventDraft) -> EventDraft:
    """Place what a section tells without a place where its heading says that it happened: "The sack of X", "Clashes in X"."""
    if draft.where or draft.status != "happened" or draft.recurrent or not may_go_on(draft):
        return draft
    match = _SCENE.search(scene.under)
    if match is None or any(scene.member_at(tree, spot.head, "place") is not None for spot in scene.spots_in(tree)):
        return draft
    found = [(m, n) for m in scene.cast.members.values() if m.cls == "place" for n in m.names if n.lower() == match["place"]]
    return replace(draft, where=(Party(found[0][1], scene.cast.id_of(found[0][0]), "heading", None, None),)) if found else draft


def _goes_on(scene: Scene, tree: Tree, draft: EventDraft) -> bool:
    """Say whether a sentence in the past tense names no time, no place and no new turn, so that it may go on with what was told before."""
    if draft.edtf is not None or draft.where or draft.recurrent or scene.dates or not may_go_on(draft):
        return False
    if tree.having(words_of("triggers", "turning_words")):
        return False
    finite = [t for t in tree.tokens if "VerbForm=Fin" in t.feats]
    if any("Tense=Pres" in t.feats and t.lemma.lower() in ("have", "be") for t in finite) or not any(
        "Tense=Past" in t.feats for t in finite
    ):
        return False
    return not any(scene.member_at(tree, spot.head, "place") is not None for spot in scene.spots_in(tree))


def _whose_attacks(scene: Scene, tree: Tree) -> Party | None:
    """Give the body whose attacks the list is said to hold by its heading: that of the section, or the one that the document is about."""
    member = scene.topic.section or scene.topic.title
    if member is None or member.cls != "org" or not _is_list_of_attacks(scene.text, scene.text.rfind("\n", 0, tree.sentence.start) + 1):
        return None
    name = max(member.names, key=lambda n: (member.names[n], len(n), n))
    return Party(name, scene.cast.id_of(member), "topic", None, None)


@lru_cache(maxsize=64)
def _is_list_of_attacks(text: str, start: int) -> bool:
    """Say whether the lines above are dated too, up to a heading such as "Major attacks", and not "Attacks on the group"."""
    end = start - 1
    for _ in range(_UP_TO):
        if end <= 0:
            return False
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end]
        end = begin - 1
        if not line.strip() or _opening_date(line) is not None or line.strip().startswith("("):
            continue
        words = [word.strip("=#*:.").lower() for word in line.split()]
        known = assaulting_nouns() | words_of("triggers", "list_of_attacks")
        told = any(word in known or word.removesuffix("s") in known for word in words)
        return told and len(words) <= _HEADING_WORDS and not {"on", "against", "upon"} & set(words)
    return False
