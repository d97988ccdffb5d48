"""Read lists: a sentence announces the members of a coalition, and headings or items below name them."""

import re
from collections.abc import Iterator, Sequence

from testimonia.model.party import Party
from testimonia.read.cast import Member
from testimonia.read.drafts import Draft
from testimonia.read.front import ParsedPassage
from testimonia.read.scene import Scene

_ANNOUNCED = re.compile(
    r"\b(?:overview|list|profiles?|look|guide|breakdown|summary|here are|following are|these are|following)\b.{0,60}"
    r"\b(?:factions|groups|members|components|parties|signatories|organi[sz]ations)\b"
    r".{0,40}\b(?:in|of|within|to|behind|belonging to)\b|\b(?:members|factions|components|signatories)\b[^.]{0,60}:\s*$",
    re.IGNORECASE,
)


def read_listed_members(scene: Scene, passages: Sequence[ParsedPassage]) -> Iterator[Draft]:
    """A sentence announces the members of a coalition, and the headings or list items after it name them one by one.

    Args:
        scene: The scene.
        passages: The document's parsed passages.

    Yields:
        Drafts of `member_of`.
    """
    coalition: Member | None = None
    latest: Member | None = None
    kind = ""
    for parsed in passages:
        if parsed.aside:
            continue
        text = scene.text[parsed.passage.start : parsed.passage.end]
        named = [
            (s, m) for tree in parsed.trees for s in scene.spots_in(tree) if (m := scene.cast.member(s.text)) is not None and m.cls == "org"
        ]
        if coalition is not None and parsed.passage.kind in ("heading", "item") and kind in ("", parsed.passage.kind):
            spot, member = named[0] if named else (None, None)
            if spot is not None and member is not None and member is not coalition and _is_name_of(text, spot.text):
                kind = parsed.passage.kind
                subject = scene.spot_party(spot, "org")
                if subject is not None:
                    target = Party(max(coalition.names), scene.cast.id_of(coalition), "topic")
                    yield Draft(
                        "member_of",
                        subject,
                        spot.start,
                        spot.end,
                        spot.start,
                        "listing.read_listed_members",
                        text.strip(),
                        object=target,
                        mode="throughout",
                    )
            continue
        if _ANNOUNCED.search(text):
            mine = [m for _, m in named if m.kind == "coalition"]
            coalition, kind = (mine[0] if mine else latest), ""
        latest = next((m for _, m in named if m.kind == "coalition"), latest)


def _is_name_of(text: str, name: str) -> bool:
    """Say whether a heading or item is a name, alone or with a few words."""
    return len(name.split()) >= min(len(text.split()) - 2, 6)
