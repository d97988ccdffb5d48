"""The API of review: the queue, decisions, history, progress, and working out what follows."""

from dataclasses import asdict, dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query
from fastapi.responses import JSONResponse, Response

from testimonia.errors import DecisionError, EdtfError
from testimonia.model.edtf import parse_edtf
from testimonia.publish.edtf_words import edtf_in_words
from testimonia.review import Change
from testimonia.workbench.review_deciding import MeanwhileError, Taken, Verb, Wanted, find, take, take_last_back
from testimonia.workbench.review_shown import (
    IN_SIGHT,
    Kinds,
    ProgressPage,
    QueuedShown,
    RecordShown,
    progress_page,
    queue_part,
    record_shown,
)
from testimonia.workbench.review_weighing import Weighing, weigher_of
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter(tags=["review"])
After = Annotated[str, Query(max_length=1_000, description="`after` of the part before; empty for the first.")]
Limit = Annotated[int, Query(ge=1, le=200, description="The most records to give.")]


@dataclass(frozen=True, slots=True)
class QueuePart:
    """A part of the queue; `after` asks for the next, None on the last."""

    items: tuple[QueuedShown, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class DecisionAsked:
    """A decision to take: `seen` is the record's newest decision as you saw it, None where there was none.

    `change` is what a correction changes; its fields are those of the record, and a field that is None stays as it was.
    """

    verb: Verb
    by: str
    because: str = ""
    seen: str | None = None
    settle: bool = False
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class UndoAsked:
    """Whose last decision to take back; on one record only where it is named."""

    by: str
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody decided meanwhile: what is wrong, and what stands of the record now."""

    detail: str
    state: str
    seen: str | None


@dataclass(frozen=True, slots=True)
class TimeRead:
    """A time as it would be read: whether it is EDTF that we read, and in words; or what is wrong with it."""

    edtf: str
    is_valid: bool
    words: str


CONFLICT: dict[int | str, dict[str, Any]] = {
    409: {"model": Conflict, "description": "Somebody decided meanwhile: look at the record again, then decide with its new `seen`."}
}


@router.get("/api/review/queue")
def _queue_data(visit: Visiting, kind: Kinds = "all", after: After = "", limit: Limit = IN_SIGHT) -> QueuePart:
    """List what waits for a decision, the most urgent first, and why it stands where it does."""
    return QueuePart(*queue_part(visit, kind, after=after, limit=limit))


@router.get("/api/review/records/{record}")
def _record_data(visit: Visiting, record: str) -> RecordShown:
    """Give a claim or an event report with all that was decided of it."""
    return record_shown(visit, record)


@router.post("/api/review/records/{record}/decisions", response_model=Taken, status_code=201, responses=CONFLICT)
def _decide_data(visit: Visiting, record: str, asked: Annotated[DecisionAsked, Body()]) -> Taken | Response:
    """Decide on a record: accept it, correct it, reject it, or say something of it."""
    wanted = Wanted(record, asked.verb, asked.by[:200], asked.because[:4_000], asked.seen, asked.settle, asked.change)
    try:
        return take(visit.desk.store, wanted)
    except MeanwhileError as error:
        return _conflict(visit, record, error)


@router.post("/api/review/undo", status_code=201)
def _undo_data(visit: Visiting, asked: Annotated[UndoAsked, Body()]) -> Taken:
    """Take somebody's last decision or comment back; everything is then as it was before."""
    return take_last_back(visit.desk.store, asked.by[:200], record=asked.record)


@router.get("/api/review/progress")
def _progress_data(visit: Visiting) -> ProgressPage:
    """Say how far review is, and how fast it goes today."""
    return progress_page(visit)


@router.get("/api/review/weighing")
def _weighing_data(visit: Visiting) -> Weighing:
    """Say how far the working out of what follows from decisions is."""
    return weigher_of(visit).told


@router.post("/api/review/weighing", status_code=202)
def _weigh_data(visit: Visiting) -> Weighing:
    """Begin to work out what follows from decisions: who is who, what agrees, what clashes, what waits."""
    return weigher_of(visit).start()


@router.get("/api/review/time")
def _time_data(edtf: Annotated[str, Query(max_length=60, description="A time in EDTF.")]) -> TimeRead:
    """Say how a time would be read."""
    try:
        parse_edtf(edtf)
    except EdtfError as error:
        return TimeRead(edtf, False, str(error))
    return TimeRead(edtf, True, edtf_in_words(edtf))


def _conflict(visit: Visit, record: str, error: DecisionError) -> Response:
    _, _, standing = find(visit.desk.store, record)
    return JSONResponse(asdict(Conflict(str(error), standing.state, standing.latest)), status_code=409)
