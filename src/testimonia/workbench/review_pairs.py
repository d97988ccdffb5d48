"""What the pages of identity are given: pairs left open with what speaks for and against, entities to divide, and what people decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from testimonia.model.document import Document
from testimonia.model.entity import Entity
from testimonia.model.judgement import Judgement
from testimonia.model.referent import Mention, Referent
from testimonia.publish.pages.shown import Named, ShownQuote, entity_path, title_of
from testimonia.store import Store
from testimonia.store.review_records import OpenPair
from testimonia.workbench.review_coder import COOKIE, coder_of
from testimonia.workbench.review_joining import PairWanted, entity_named, not_in_force, standing_judgements
from testimonia.workbench.review_shown import Notice
from testimonia.workbench.visit import Visit

IN_SIGHT = 20
"""Pairs on one page."""
AROUND = 110
"""Code points of the text on both sides of a name."""
QUOTED = 2
"""Places quoted of each side."""
DIVIDED = 300
"""Referents of an entity that are shown to divide it."""
LOGGED = 50
"""Decisions of the log on one page."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One thing that speaks for one body (above 0) or for two (below 0)."""

    name: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class SideShown:
    """One of two entities: its name and others of it, its kind, the documents that name it, and words where they do."""

    entity: str
    kind: str
    name: Named
    names: tuple[str, ...]
    documents: int
    quotes: tuple[ShownQuote, ...]


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair in the list: both names, and the score that orders the list (no probability)."""

    left: str
    right: str
    left_name: str
    right_name: str
    score: float


@dataclass(frozen=True, slots=True)
class PairShown:
    """A pair to decide on: both sides, what speaks for and against, by which rule, and how many other comparisons of the two there are."""

    left: SideShown
    right: SideShown
    score: float
    rule: str
    grounds: tuple[Weighed, ...]
    others: int


@dataclass(frozen=True, slots=True)
class IdentityPage:
    """The pairs left open, with one in focus. `total` counts all that are open, `after` is how many are passed over.

    `waiting` counts decisions that are not worked out yet; `again` is one that somebody else came before, to be taken all the same.
    """

    items: tuple[PairLine, ...]
    focus: PairShown | None
    at: int | None
    total: int
    after: int
    onward: int | None
    next: PairLine | None
    past: int
    coder: str
    waiting: int
    notice: Notice | None = None
    because: str = ""
    again: PairWanted | None = None


@dataclass(frozen=True, slots=True)
class IdentityPart:
    """A part of the pairs left open; `after` asks for the next part, None on the last."""

    items: tuple[PairLine, ...]
    total: int
    after: int | None


@dataclass(frozen=True, slots=True)
class MadeShown:
    """A decision on identity: who, when, why, the names that it is about, and whether it was taken back or is not worked out yet."""

    by: str
    at: str
    verdict: str
    because: str
    left: Named
    right: Named
    pairs: int
    is_withdrawn: bool
    is_in_force: bool


@dataclass(frozen=True, slots=True)
class LogPage:
    """What people decided on identity, the newest first; `after` is how many are passed over."""

    items: tuple[MadeShown, ...]
    total: int
    after: int
    onward: int | None
    coder: str


@dataclass(frozen=True, slots=True)
class ReferentShown:
    """What one document names: its names there, the document, and the words where it does."""

    referent: str
    names: tuple[str, ...]
    role: str | None
    quote: ShownQuote | None


@dataclass(frozen=True, slots=True)
class DividePage:
    """An entity with what documents name as it, some of which may be another body; `total` counts all of them."""

    entity: str
    kind: str
    name: Named
    names: tuple[str, ...]
    referents: tuple[ReferentShown, ...]
    total: int
    coder: str
    chosen: tuple[str, ...] = ()
    because: str = ""
    notice: Notice | None = None


def identity_page(
    visit: Visit, *, after: int = 0, pair: tuple[str, str] | None = None, notice: Notice | None = None, because: str = ""
) -> IdentityPage:
    """Gather what the page of identity shows.

    Args:
        visit: The visit.
        after: How many pairs to pass over.
        pair: The pair in focus; None for the first in sight.
        notice: What is to be told above.
        because: The reason that somebody was typing.

    Returns:
        The page's record.
    """
    every = pairs_open(visit)
    asked = every[after : after + IN_SIGHT]
    at = next((number for number, one in enumerate(asked) if pair == (one.left, one.right)), 0 if asked else None)
    store = visit.desk.store
    items = _lines(store, asked)
    return IdentityPage(
        items=items,
        focus=None if at is None else _pair(store, asked[at]),
        at=at,
        total=len(every),
        after=after,
        onward=after + IN_SIGHT if len(every) > after + IN_SIGHT else None,
        next=items[at + 1] if at is not None and at + 1 < len(items) else None,
        past=after + (at or 0) + 1,
        coder=coder_of(visit.request.cookies.get(COOKIE, "")),
        waiting=len(not_in_force(store, tuple(store.judged_by_people()))),
        notice=notice,
        because=because,
    )


def identity_part(visit: Visit, *, after: int, limit: int) -> IdentityPart:
    """Gather a part of the pairs left open.

    Args:
        visit: The visit.
        after: How many to pass over.
        limit: The most to give.

    Returns:
        The part.
    """
    every = pairs_open(visit)
    onward = after + limit
    return IdentityPart(_lines(visit.desk.store, every[after:onward]), len(every), onward if onward < len(every) else None)


def pairs_open(visit: Visit) -> tuple[OpenPair, ...]:
    """Give the pairs that rules left open and nobody decided, the likeliest to be one first.

    Args:
        visit: The visit; its application keeps the identifiers of the pairs in their order until names are compared anew.

    Returns:
        The pairs.
    """
    store, state = visit.desk.store, visit.request.app.state
    mark = store.identity_mark()
    kept: tuple[str, tuple[OpenPair, ...]] | None = getattr(state, "identity_pairs", None)
    if kept is None or kept[0] != mark:
        kept = (mark, store.open_pairs())
        state.identity_pairs = kept
    settled = {frozenset((one.left, one.right)) for one in standing_judgements(store.judged_by_people())}
    ends = store.entities_behind({end for pair in settled for end in pair})
    decided = {frozenset(ends[end] for end in pair if end in ends) for pair in settled}
    return tuple(one for one in kept[1] if frozenset((one.left, one.right)) not in decided) if decided else kept[1]


def divide_page(visit: Visit, name: str, *, chosen: Sequence[str] = (), because: str = "", notice: Notice | None = None) -> DividePage:
    """Gather what is needed to divide an entity.

    Args:
        visit: The visit.
        name: The entity's identifier.
        chosen: What is ticked.
        because: The reason that somebody was typing.
        notice: What is to be told above.

    Returns:
        The page's record.

    Raises:
        HTTPException: There is no such entity.
    """
    store = visit.desk.store
    entity = entity_named(store, name)
    found = store.referents_named(entity.referents[:DIVIDED])
    documents: dict[str, Document | None] = {}
    shown = [_referent(store, one, documents) for key in entity.referents if (one := found.get(key)) is not None]
    return DividePage(
        entity=entity.id,
        kind=entity.kind,
        name=_named(entity),
        names=_other_names(entity),
        referents=tuple(shown),
        total=len(entity.referents),
        coder=coder_of(visit.request.cookies.get(COOKIE, "")),
        chosen=tuple(chosen),
        because=because,
        notice=notice,
    )


def log_page(visit: Visit, *, after: int) -> LogPage:
    """Gather what people decided on identity.

    Args:
        visit: The visit.
        after: How many to pass over.

    Returns:
        The page's record, the newest first.
    """
    store = visit.desk.store
    taken = tuple(store.judged_by_people())
    made = [tuple(same) for _, same in groupby(taken, key=lambda one: (one.by, one.at))]
    made.reverse()
    standing = {one.id for one in standing_judgements(taken)}
    idle = {one.id for one in not_in_force(store, taken)}
    seen = made[after : after + LOGGED]
    names = store.referents_named({end for one in seen for end in (one[0].left, one[0].right)})
    behind = store.entities_behind(set(names))
    items = tuple(_made(one, standing, idle, names, behind) for one in seen)
    return LogPage(
        items, len(made), after, after + LOGGED if len(made) > after + LOGGED else None, coder_of(visit.request.cookies.get(COOKIE, ""))
    )


def _lines(store: Store, pairs: Sequence[OpenPair]) -> tuple[PairLine, ...]:
    known = store.entities_by_id({end for one in pairs for end in (one.left, one.right)})
    return tuple(PairLine(one.left, one.right, known[one.left].name, known[one.right].name, one.score) for one in pairs)


def _pair(store: Store, pair: OpenPair) -> PairShown:
    judgement = store.judgements_named([pair.judgement])[pair.judgement]
    known = store.entities_named([pair.left, pair.right])
    documents: dict[str, Document | None] = {}
    grounds = sorted((Weighed(one.name, one.weight, one.words) for one in judgement.features), key=lambda one: -abs(one.weight))
    asked = {judgement.left, judgement.right}
    return PairShown(
        left=_side(store, known[pair.left], asked, documents),
        right=_side(store, known[pair.right], asked, documents),
        score=judgement.score,
        rule=judgement.by.partition(":")[2],
        grounds=tuple(grounds),
        others=pair.others,
    )


def _side(store: Store, entity: Entity, asked: set[str], documents: dict[str, Document | None]) -> SideShown:
    """Show an entity by the words of the referent that was compared, then of others."""
    first = sorted(entity.referents, key=lambda one: one not in asked)[:QUOTED]
    found = store.referents_named(entity.referents[:DIVIDED])
    quotes = [quote for key in first if (one := found.get(key)) and (quote := _quote(store, one, documents))]
    count = len({one.document for one in found.values()})
    return SideShown(entity.id, entity.kind, _named(entity), _other_names(entity), count, tuple(quotes))


def _referent(store: Store, referent: Referent, documents: dict[str, Document | None]) -> ReferentShown:
    names = tuple(dict.fromkeys((referent.name, *referent.names)))
    return ReferentShown(referent.id, names, referent.role, _quote(store, referent, documents))


def _quote(store: Store, referent: Referent, documents: dict[str, Document | None]) -> ShownQuote | None:
    """Quote the place where a document names something by its fullest name, else the first one."""
    mentions = list(store.mentions(referent=referent.id))
    place: Mention | None = min(mentions, key=lambda one: (one.quote != referent.name, one.start), default=None)
    if referent.document not in documents:
        documents[referent.document] = store.document(referent.document)
    document = documents[referent.document]
    if place is None or document is None:
        return None
    return ShownQuote(
        document=document.id,
        title=title_of(document),
        publisher=document.publisher,
        published=document.published,
        language=document.language,
        start=place.start,
        end=place.end,
        before=document.text[max(0, place.start - AROUND) : place.start],
        quote=place.quote,
        after=document.text[place.end : place.end + AROUND],
    )


def _named(entity: Entity) -> Named:
    return Named(entity.name, entity_path(entity))


def _other_names(entity: Entity) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.text for name in entity.names if name.text != entity.name))


def _made(
    judgements: Sequence[Judgement], standing: set[str], idle: set[str], names: Mapping[str, Referent], behind: Mapping[str, str]
) -> MadeShown:
    first = judgements[0]
    because = next((one.words for one in first.features), "")

    def named(end: str) -> Named:
        referent, entity = names.get(end), behind.get(end)
        kind = None if referent is None else referent.cls
        return Named(end if referent is None else referent.name, f"/actors/{entity}" if entity and kind in ("org", "person") else None)

    is_standing = first.verdict == "WITHDRAWN" or first.id in standing
    in_force = not any(one.id in idle for one in judgements)
    return MadeShown(
        first.by, first.at or "", first.verdict, because, named(first.left), named(first.right), len(judgements), not is_standing, in_force
    )
