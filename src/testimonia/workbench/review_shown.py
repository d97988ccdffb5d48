"""What the review pages are given: the queue, one record in focus, its history, and how far review is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from testimonia.model.claim import Claim
from testimonia.model.decision import Decision, RecordKind, ReviewState, Said, Standing
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.publish import Catalogue, catalogue_of
from testimonia.publish.pages.shown import ShownClaim, ShownTime, report_in_words, shown_claim, shown_time
from testimonia.publish.statements import statement_of
from testimonia.review import paces, questions, tier_name
from testimonia.store import About, Store
from testimonia.workbench.review_coder import COOKIE, coder_of
from testimonia.workbench.review_deciding import find
from testimonia.workbench.review_weighing import Weighing, weigher_of
from testimonia.workbench.review_words import Difference, differences
from testimonia.workbench.visit import Visit

KINDS: dict[str, tuple[RecordKind, ...]] = {"all": ("claim", "report"), "claim": ("claim",), "report": ("report",)}
Kinds = Literal["all", "claim", "report"]
IN_SIGHT = 20
"""Records of the queue on one page."""
OPPOSING = 6
"""Claims of a dispute that are shown beside the one in focus."""


@dataclass(frozen=True, slots=True)
class QueuedShown:
    """One line of the queue: the record in words, its part of the queue, why it stands there, and the place after it."""

    record: str
    kind: RecordKind
    part: str
    why: tuple[str, ...]
    text: str
    when: ShownTime | None
    state: ReviewState
    cursor: str


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """One decision: who, when, what, why. `counts` says whether it is one of those that what stands follows from.

    `text` is what was put in the record's place or added, and `changes` where it differs from the proposal; `is_withdrawn` says that its
    author took it back, `withdraws` and `settles` which decisions it takes back or takes the place of.
    """

    id: str
    by: str
    at: str
    verdict: str
    because: str
    counts: bool
    is_withdrawn: bool
    text: str | None
    changes: tuple[Difference, ...]
    withdraws: str | None
    settles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgainstShown:
    """A dispute that the record stands in: its rule's reason, and what is said against the record."""

    id: str
    why: str
    certainty: str
    against: tuple[ShownClaim, ...]


@dataclass(frozen=True, slots=True)
class RecordShown:
    """A record that people decide on.

    `claim` is the record as it stands, or as it was proposed where nothing stands; `original` the proposal where something else took its
    place, with the fields that differ. `seen` is what a decision must name. `decisions` are all, oldest first.
    """

    record: str
    kind: RecordKind
    state: ReviewState
    seen: str | None
    claim: ShownClaim
    original: ShownClaim | None
    changes: tuple[Difference, ...]
    is_by_hand: bool
    disputes: tuple[AgainstShown, ...]
    decisions: tuple[DecisionShown, ...]

    @property
    def verdicts(self) -> tuple[DecisionShown, ...]:
        """The verdicts that count, oldest first."""
        return tuple(decision for decision in self.decisions if decision.counts)

    @property
    def comments(self) -> tuple[DecisionShown, ...]:
        """The comments that stand."""
        return tuple(decision for decision in self.decisions if decision.verdict == "COMMENTED" and not decision.is_withdrawn)


@dataclass(frozen=True, slots=True)
class Notice:
    """What is to be told above the queue: `ok` what was done, `conflict` that somebody decided meanwhile, `wrong` what cannot be done."""

    kind: Literal["ok", "conflict", "wrong"]
    words: str
    record: str | None = None


@dataclass(frozen=True, slots=True)
class CoderShown:
    """How much somebody decided: on this day and an hour of it, and by verdict of all time."""

    by: str
    today: int
    per_hour: float
    accepted: int
    corrected: int
    rejected: int


@dataclass(frozen=True, slots=True)
class ProgressPage:
    """How far review is.

    `waiting` counts by kind and part of the queue what waits, `decided` by kind and state what people decided; `open` and `done` are the
    sums. `stale` counts what stands otherwise than it was weighed.
    """

    open: int
    done: int
    waiting: dict[str, dict[str, int]]
    decided: dict[str, dict[str, int]]
    coders: tuple[CoderShown, ...]
    stale: int
    weighing: Weighing


@dataclass(frozen=True, slots=True)
class QueuePage:
    """The queue from a place on, with one record in focus.

    `at` is the place of the one in focus among `items`, None where it is not there. `why` says why it stands where it does. `onward` is
    the place after the last one in sight, `past` the place after the one in focus; None at the end.
    """

    kind: Kinds
    after: str
    coder: str
    items: tuple[QueuedShown, ...]
    focus: RecordShown | None
    at: int | None
    part: str | None
    why: tuple[str, ...]
    before: str | None
    next: str | None
    past: str | None
    onward: str | None
    progress: ProgressPage
    notice: Notice | None = None
    because: str = ""

    @property
    def after_next(self) -> str:
        """From where on the queue is shown once the one in focus is decided."""
        return self.after if self.next is not None else self.onward or ""

    @property
    def is_careful(self) -> bool:
        """Whether others have decided on the one in focus, so that a key alone must not decide."""
        return self.focus is not None and any(verdict.by != self.coder for verdict in self.focus.verdicts)

    @property
    def mine(self) -> CoderShown | None:
        """How much whoever decides here decided so far."""
        return next((coder for coder in self.progress.coders if coder.by == self.coder), None)


@dataclass(frozen=True, slots=True)
class QueueWanted:
    """Which part of the queue, and what is to be in focus; empty for the first in sight."""

    kind: Kinds = "all"
    after: str = ""
    record: str = ""


def queue_page(visit: Visit, wanted: QueueWanted, *, notice: Notice | None = None, because: str = "") -> QueuePage:
    """Gather what the queue shows.

    Args:
        visit: The visit.
        wanted: Which part of the queue, and what is to be in focus.
        notice: What is to be told above it.
        because: The reason that somebody was typing.

    Returns:
        The page's record.
    """
    items, onward = queue_part(visit, wanted.kind, after=wanted.after, limit=IN_SIGHT)
    at = next((number for number, item in enumerate(items) if item.record == wanted.record), None)
    focus = None
    if wanted.record and at is None and _is_wanted(visit.desk.store, wanted.record, notice):
        focus = record_shown(visit, wanted.record)
    elif items:
        at = at or 0
        focus = record_shown(visit, items[at].record)
    here = None if at is None else items[at]
    return QueuePage(
        kind=wanted.kind,
        after=wanted.after,
        coder=coder_of(visit.request.cookies.get(COOKIE, "")),
        items=items,
        focus=focus,
        at=at,
        part=None if here is None else here.part,
        why=() if here is None else here.why,
        before=items[at - 1].record if at else None,
        next=_next(items, at),
        past=None if here is None else here.cursor,
        onward=onward,
        progress=progress_page(visit),
        notice=notice,
        because=because,
    )


def queue_part(visit: Visit, kind: str, *, after: str, limit: int) -> tuple[tuple[QueuedShown, ...], str | None]:
    """Gather a part of the queue.

    Args:
        visit: The visit.
        kind: all, claim or report.
        after: The place after which to begin; empty for the beginning.
        limit: The most to give.

    Returns:
        The lines, and the place after the last; None where nothing follows.
    """
    asked = questions(visit.desk.store, kinds=KINDS[kind], after=after, limit=limit + 1)
    taken = asked[:limit]
    if not taken:
        return (), None
    part = visit.desk.store.part(About(claims=tuple(one.record.id for one in taken), alone=True))
    catalogue = catalogue_of(part.knowledge, part.findings)
    lines = tuple(
        QueuedShown(
            record=one.record.id,
            kind=one.kind,
            part=tier_name(one.tier),
            why=one.why,
            text=text_of(catalogue, one.record),
            when=shown_time(one.record.when),
            state=one.standing.state,
            cursor=one.cursor,
        )
        for one in taken
    )
    return lines, taken[-1].cursor if len(asked) > limit else None


def record_shown(visit: Visit, name: str) -> RecordShown:
    """Gather all that a decision on a record rests on.

    Args:
        visit: The visit.
        name: Its identifier, or that of what took its place.

    Returns:
        The record with its history.
    """
    store = visit.desk.store
    record, said, standing = find(store, name)
    stands = None if standing.state == "rejected" else standing.made or said
    catalogue = _around(visit, store, stands or said)
    shown = replace(shown_claim(catalogue, stands or said), review=standing.state)
    differ = stands is not None and stands != said and standing.state == "corrected"
    taken = tuple(store.decisions(record=record))
    return RecordShown(
        record=record,
        kind="claim" if isinstance(said, Claim) else "report",
        state=standing.state,
        seen=standing.latest,
        claim=shown,
        original=replace(shown_claim(catalogue, said), review="proposed") if differ else None,
        changes=differences(said, stands) if differ and stands is not None else (),
        is_by_hand=any(one.adds for one in taken),
        disputes=tuple(_against(catalogue, (stands or said).id)),
        decisions=tuple(_decisions(catalogue, said, standing, taken)),
    )


def progress_page(visit: Visit) -> ProgressPage:
    """Gather how far review is, and how fast it goes today.

    Args:
        visit: The visit.

    Returns:
        The page's record.
    """
    store, now = visit.desk.store, datetime.now(UTC)
    far = store.progress(now.date())
    waiting: dict[str, dict[str, int]] = {"claim": {}, "report": {}}
    decided: dict[str, dict[str, int]] = {"claim": {}, "report": {}}
    for (kind, tier), count in far.waiting.items():
        waiting[kind][tier_name(tier)] = count
    for (kind, state), count in far.states.items():
        decided[kind][state] = count
    today = {pace.by: pace for pace in paces(far, now=now)}
    names = dict.fromkeys([*today, *(one.by for one in far.by_coder)])
    coders = []
    for by in names:
        count_of = {
            verdict: sum(one.count for one in far.by_coder if one.by == by and one.verdict == verdict)
            for verdict in ("ACCEPTED", "CORRECTED", "REJECTED")
        }
        pace = today.get(by)
        coders.append(CoderShown(by, pace.decided if pace else 0, pace.per_hour if pace else 0.0, *count_of.values()))
    return ProgressPage(
        open=sum(sum(parts.values()) for parts in waiting.values()),
        done=sum(count for states in decided.values() for state, count in states.items() if state != "contested"),
        waiting=waiting,
        decided=decided,
        coders=tuple(coders),
        stale=len(store.stale()),
        weighing=weigher_of(visit).told,
    )


def text_of(catalogue: Catalogue, record: Said) -> str:
    """Put a record into one sentence.

    Args:
        catalogue: Where everything is.
        record: A claim or a report.

    Returns:
        The sentence, without a full stop.
    """
    return statement_of(catalogue.knowledge, record) if isinstance(record, Claim) else report_in_words(catalogue, record)


def _is_wanted(store: Store, record: str, notice: Notice | None) -> bool:
    """Whether a record outside the part in sight comes into focus: there is something to tell of it, or it still waits."""
    if notice is not None and notice.kind != "ok":
        return True
    target = store.decided_on(record)
    is_open = store.standing(target).state in ("proposed", "contested")
    return is_open and store.proposal(target) is not None


def _next(items: Sequence[QueuedShown], at: int | None) -> str | None:
    """The one that comes after what is in focus: below it, else above it."""
    if at is None:
        return items[0].record if items else None
    return items[at + 1].record if at + 1 < len(items) else None


def _around(visit: Visit, store: Store, record: Said) -> Catalogue:
    """Look up what is around a record: all that shares a finding with it, with the texts; its document alone where it stands nowhere."""
    part = store.part(About(claims=(record.id,)), texts=True)
    if record.document in part.knowledge.documents:
        return catalogue_of(part.knowledge, part.findings, reasons=visit.desk.reasons)
    document = store.document(record.document)
    documents = {} if document is None else {document.id: document}
    return catalogue_of(Knowledge(documents, {}, {}, {}, (), ()), Findings(), reasons=visit.desk.reasons)


def _against(catalogue: Catalogue, key: str) -> Iterable[AgainstShown]:
    for dispute in catalogue.disputed.get(key, ()):
        mine = {other for position in dispute.positions if key in position.claims for other in position.claims}
        others = [other for other in dispute.claims if other not in mine][:OPPOSING]
        found = [catalogue.claims.get(other) or catalogue.reports.get(other) for other in others]
        yield AgainstShown(dispute.id, dispute.why, dispute.certainty, tuple(shown_claim(catalogue, one) for one in found if one))


def _decisions(catalogue: Catalogue, said: Said, standing: Standing, taken: Sequence[Decision]) -> Iterable[DecisionShown]:
    back = {one.withdraws for one in taken if one.verdict == "WITHDRAWN"}
    counting = {one.id for one in standing.counting}
    for one in taken:
        yield DecisionShown(
            id=one.id,
            by=one.by,
            at=one.at,
            verdict=one.verdict,
            because=one.comment,
            counts=one.id in counting,
            is_withdrawn=one.id in back,
            text=None if one.made is None else text_of(catalogue, one.made),
            changes=differences(said, one.made) if one.made is not None and one.verdict == "CORRECTED" else (),
            withdraws=one.withdraws,
            settles=one.settles,
        )
