"""Read when a body began and ended from the words beside its name: "the X (1984-1991)", "the X, established 1984", "the birth of X"."""

import re
from collections.abc import Iterator

from testimonia.model.kinds import Predicate
from testimonia.read.claims.drafts import Draft
from testimonia.read.names.spotting import Spot
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.dates import DateReader

RULE = "life_spans.read_life_spans"
_KINDS = frozenset(["armed_group", "armed_wing", "coalition", "political_body", None])
"""Kinds of bodies whose years in a bracket are those of its life; of an office they may be anybody's."""
_YEAR = r"(?:1[89]|20)\d\d"
_DATE = rf"(?P<date>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:[A-Z][a-z]{{2,8}}\s+)?{_YEAR})"
_BORN = r"(?:founded|formed|established|est\.?|created|set\s+up|launched|raised|constituted|proclaimed)"
_ENDED = r"(?:dissolved|disbanded|defunct|demobilised|demobilized|wound\s+up)"
_BIRTH = r"(?:foundation|founding|formation|creation|establishment|birth|inception|launch|emergence)"
_ROOTS = r"(?:origins?|roots|beginnings)"
_BEHIND = r"(?:\s+(?:movement|group|militia|network|faction|party))?(?:\s*\([A-Z][\w.’'/-]{0,14}\))?"
"""A noun and an acronym that may stand behind the name."""
_SPAN = re.compile(rf"{_BEHIND}\s*\(\s*(?:active\s+|c\.\s*)?(?P<first>{_YEAR})\s*[-–—]\s*(?P<last>{_YEAR}|present|today)?\s*\)")
_BESIDE = re.compile(rf"{_BEHIND}\s*(?:\([^()]{{0,60}}?|,\s+(?:which\s+was\s+)?|\()\b{_BORN}\s+(?:in\s+|on\s+)?{_DATE}")
_ENDED_BESIDE = re.compile(rf"{_BEHIND}\s*\([^()]{{0,60}}?\b{_ENDED}\s+(?:in\s+|on\s+)?{_DATE}")
_OWN = re.compile(
    rf"{_BEHIND}(?:[’']s?\s+(?:{_ROOTS}|founding\s+(?:congress|conference|meeting|assembly))|\s+traces\s+its\s+{_ROOTS})\b"
    rf"[^.;,()]{{0,40}}?\b(?:in|to|on)\s+{_DATE}"
)
_BEHIND_NAMES: tuple[tuple[Predicate, re.Pattern[str]], ...] = (("founded", _BESIDE), ("dissolved", _ENDED_BESIDE), ("founded", _OWN))
_BACK = re.compile(rf"{_BEHIND}\s+(?:date|go|stretch|reach|can\s+be\s+traced)(?:s|es)?\s+(?:back\s+)?(?:to|from)\s+{_DATE}")
_ROOTS_OF = re.compile(rf"\b(?:{_ROOTS}|{_BIRTH})\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_SAW = re.compile(rf"{_DATE}\s+(?:saw|brought|marked|witnessed)\s+the\s+{_BIRTH}\s+of\s+(?:the\s+)?$")
_SINCE_ITS = re.compile(rf"\b(?:[Ss]ince|[Ff]rom|[Aa]fter|[Uu]pon)\s+(?:its|their)\s+{_BIRTH}\s+(?:in|on)\s+{_DATE}\s*,\s+(?:the\s+)?$")


def read_life_spans(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The words beside a name date the body's beginning or end: "the X (1984-1991)", "the origins of X go back to 1973"."""
    text = scene.text
    for spot in scene.spots_in(tree):
        member = scene.cast.member(spot.text)
        if member is None or member.cls != "org" or member.kind not in _KINDS:
            continue
        high = max(tree.sentence.end, min(len(text), spot.end + 120))
        line_end = text.find("\n", spot.end)
        high = min(high, line_end) if line_end >= 0 else high
        span = _SPAN.match(text, spot.end, high)
        if span is not None:
            yield from _drafts(scene, spot, "founded", span["first"], span.start("first"), span.end("first"))
            if span["last"] is not None and span["last"].isdigit():
                yield from _drafts(scene, spot, "dissolved", span["last"], span.start("last"), span.end("last"))
        for predicate, pattern in _BEHIND_NAMES:
            match = pattern.match(text, spot.end, high)
            if match is not None:
                yield from _drafts(scene, spot, predicate, match["date"], match.start("date"), match.end("date"))
        if _ROOTS_OF.search(text, tree.sentence.start, spot.start) and (match := _BACK.match(text, spot.end, high)):
            yield from _drafts(scene, spot, "founded", match["date"], match.start("date"), match.end("date"))
        for pattern in (_SAW, _SINCE_ITS):
            match = pattern.search(text, tree.sentence.start, spot.start)
            if match is not None:
                yield from _drafts(scene, spot, "founded", match["date"], match.start("date"), match.end("date"))


def _drafts(scene: Scene, spot: Spot, predicate: Predicate, words: str, start: int, end: int) -> Iterator[Draft]:
    """Make the draft of a dated beginning or end; the words may be no date after all."""
    dates = DateReader(None).read(words, 0, len(words))
    party = scene.spot_party(spot, "org")
    if party is None or not dates or "/" in dates[0].edtf:
        return
    yield Draft(predicate, party, min(spot.start, start), max(spot.end, end), start, RULE, words, edtf=dates[0].edtf)


RULES = (read_life_spans,)
