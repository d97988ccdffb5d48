"""Corrections: a proposed record with some of its fields as the text has them.

What is not changed stays as it was proposed, with its words and their places.
"""

from dataclasses import dataclass, replace

from testimonia.errors import DecisionError, TestimoniaError
from testimonia.model.claim import Claim, Value
from testimonia.model.decision import Said
from testimonia.model.event import EventReport, Figure
from testimonia.model.kinds import EventType, Mode, Polarity, Predicate, Stance, Status
from testimonia.model.party import Party
from testimonia.model.valid_time import ValidTime
from testimonia.review.making import Desk, FigureDraft, Hand, Made, Named, frame_of, renamed

_CLAIM_ONLY = ("predicate", "polarity", "subject", "object", "value", "no_object")
_REPORT_ONLY = ("type", "event_mode", "status", "recurrent", "initiator", "target", "where", "responsibility", "figures")


@dataclass(frozen=True, slots=True)
class Change:
    """What to change in a record; None leaves a field as it is.

    `when` is EDTF, and the empty string takes the time away; `no_object` takes the object away. `start` and `end` are the words that the
    record rests on. `voices` are those beyond the publisher. Slots of several parties and figures are given whole.
    """

    start: int | None = None
    end: int | None = None
    when: str | None = None
    mode: Mode | None = None
    stance: Stance | None = None
    voices: tuple[Named, ...] | None = None
    predicate: Predicate | None = None
    polarity: Polarity | None = None
    subject: Named | None = None
    object: Named | None = None
    no_object: bool | None = None
    value: Value | None = None
    type: EventType | None = None
    event_mode: str | None = None
    status: Status | None = None
    recurrent: bool | None = None
    initiator: tuple[Named, ...] | None = None
    target: tuple[Named, ...] | None = None
    where: tuple[Named, ...] | None = None
    responsibility: tuple[Named, ...] | None = None
    figures: tuple[FigureDraft, ...] | None = None


def changed(desk: Desk, record: Said, change: Change, *, by: str) -> Made:
    """Make a correction of a record.

    Args:
        desk: The document and what it names.
        record: The claim or report as proposed.
        change: What to change.
        by: Who changes it.

    Returns:
        The corrected record, with whom it names anew.

    Raises:
        DecisionError: It would break the codebook where the proposal does not, its words are not in the text, or the change is for another
            kind of record.
    """
    wrong = [name for name in (_CLAIM_ONLY if isinstance(record, EventReport) else _REPORT_ONLY) if getattr(change, name) is not None]
    if wrong:
        raise DecisionError(f"{record.id} has no field {wrong[0]}")
    hand = Hand(desk)
    try:
        made = _report(hand, record, change) if isinstance(record, EventReport) else _claim(hand, record, change)
        made = _testimony(hand, renamed(made, by), change)
    except TestimoniaError as error:
        raise DecisionError(str(error)) from error
    return hand.checked(made, allowed=hand.breaches(record))


def _claim(hand: Hand, claim: Claim, change: Change) -> Claim:
    target = claim.object if change.object is None else hand.party(change.object)
    return replace(
        claim,
        predicate=change.predicate or claim.predicate,
        polarity=change.polarity or claim.polarity,
        subject=claim.subject if change.subject is None else hand.party(change.subject),
        object=None if change.no_object else target,
        value=claim.value if change.value is None else None if change.value == Value() else change.value,
    )


def _report(hand: Hand, report: EventReport, change: Change) -> EventReport:
    figures = report.figures
    if change.figures is not None:
        figures = tuple(Figure(one.what, None if one.of is None else hand.party(one.of), one.low, one.high) for one in change.figures)
    return replace(
        report,
        type=change.type or report.type,
        # The modes of one type are none of another's.
        mode=(change.event_mode or None) if change.event_mode is not None else report.mode if change.type is None else None,
        status=change.status or report.status,
        recurrent=report.recurrent if change.recurrent is None else change.recurrent,
        figures=figures,
        initiator=_side(hand, report.initiator, change.initiator),
        target=_side(hand, report.target, change.target),
        where=_side(hand, report.where, change.where),
        responsibility=_side(hand, report.responsibility, change.responsibility),
    )


def _side(hand: Hand, parties: tuple[Party, ...], given: tuple[Named, ...] | None) -> tuple[Party, ...]:
    return parties if given is None else hand.parties(given)


def _testimony(hand: Hand, made: Said, change: Change) -> Said:
    attribution = made.attribution
    if change.voices is not None:
        frame = frame_of(hand.desk) or attribution.voices[:1]
        attribution = replace(attribution, voices=(*frame, *hand.parties(change.voices)))
    if change.stance is not None:
        attribution = replace(attribution, stance=change.stance)
    evidence = made.evidence
    if change.start is not None and change.end is not None:
        evidence = (hand.quote(change.start, change.end),)
    return replace(made, attribution=attribution, evidence=evidence, when=_time(hand, made.when, change))


def _time(hand: Hand, when: ValidTime | None, change: Change) -> ValidTime | None:
    mode = change.mode or ("within" if when is None else when.mode)
    if change.when is not None:
        return hand.time(change.when, mode)
    return when if when is None or change.mode is None else replace(when, mode=mode)
