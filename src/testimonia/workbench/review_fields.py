"""The forms of review: what people fill in becomes a correction or a claim of their own, or is told at the field where it is wrong."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from testimonia.codebook.load import load_codebook
from testimonia.errors import EdtfError
from testimonia.model.claim import Claim, Value
from testimonia.model.decision import Said
from testimonia.model.edtf import parse_edtf
from testimonia.model.event import EventReport, Figure
from testimonia.model.kinds import ENTITY_KINDS, EVENT_TYPES, PREDICATES, STANCES, STATUSES, Mode, Polarity
from testimonia.review import Change, ClaimDraft, Desk, FigureDraft, ReportDraft
from testimonia.workbench.review_filling import Filling, as_it_was, labels_of
from testimonia.workbench.review_words import figure_line, one_line, values_of

OFFERED = 400
"""Names of a document that a form offers at most."""
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "predicate": PREDICATES,
    "type": EVENT_TYPES,
    "stance": STANCES,
    "status": STATUSES,
    "polarity": get_args(Polarity),
    "mode": get_args(Mode),
}
_OF_REPORTS = ("type", "stance", "status", "mode", "when")
_SLOTS = ("initiator", "target", "where", "responsibility")
_VALUE = ("text", "role", "low", "high", "unit")
_FIGURE = re.compile(r"\s*(\w+)\s+(\d{0,12})(?:\s*(\.\.)\s*(\d{0,12}))?(?:\s+of\s+(.+))?\s*")


@dataclass(frozen=True, slots=True)
class FieldsShown:
    """A form as it is shown: what stands in it, what is wrong at which field, the names it offers, and what may be chosen.

    `by_hand` says that it makes a record instead of correcting one.
    """

    values: Mapping[str, str]
    problems: Mapping[str, str] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    predicates: tuple[tuple[str, str], ...] = ()
    types: tuple[tuple[str, str], ...] = ()
    event_modes: tuple[str, ...] = ()
    figure_kinds: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ENTITY_KINDS
    stances: tuple[str, ...] = STANCES
    statuses: tuple[str, ...] = STATUSES
    by_hand: bool = False


def fields_shown(desk: Desk, values: Mapping[str, str], *, problems: Mapping[str, str] | None = None, by_hand: bool = False) -> FieldsShown:
    """Show a form.

    Args:
        desk: The document and what it names.
        values: What stands in the fields.
        problems: What is wrong at which field.
        by_hand: It makes a record instead of correcting one.

    Returns:
        The form.
    """
    codebook = load_codebook()
    return FieldsShown(
        values=values,
        problems=problems or {},
        known=tuple(labels_of(desk))[:OFFERED],
        predicates=tuple((code, rule.meaning) for code, rule in codebook.predicates.items()),
        types=tuple((code, rule.meaning) for code, rule in codebook.event_types.items()),
        event_modes=tuple(dict.fromkeys(mode for rule in codebook.event_types.values() for mode in rule.modes)),
        figure_kinds=tuple(codebook.figure_kinds),
        by_hand=by_hand,
    )


def change_of(desk: Desk, record: Said, form: Mapping[str, str]) -> Change:
    """Read a correction.

    Args:
        desk: The document and what it names.
        record: The record as proposed.
        form: What stands in the fields now; a field that is missing stays as it was.

    Returns:
        What is changed.

    Raises:
        FieldsError: A field holds what cannot be kept.
    """
    before = values_of(record)
    moved = {name: value for name, value in _clean(form).items() if name in before and value != before[name]}
    hand = Filling(desk, (record.evidence[0].start, record.evidence[0].end))
    change: dict[str, Any] = {}
    if moved.get("words"):
        start, end = hand.words("words", moved["words"], anywhere=True)
        hand.within = (start, end)
        change |= {"start": start, "end": end}
    change |= _common(hand, moved)
    if "voices" in moved:
        change["voices"] = hand.parties("voices", moved["voices"], before=record.attribution.voices)
    if isinstance(record, EventReport):
        change |= _of_report(hand, record, moved)
    else:
        change |= _of_claim(hand, record, moved, form)
    hand.finish()
    return Change(**change)


def draft_of(desk: Desk, form: Mapping[str, str]) -> ClaimDraft:
    """Read a claim that somebody adds.

    Args:
        desk: The document and what it names.
        form: What stands in the fields; `start` and `end` are where the words stand, or `words` are the words themselves.

    Returns:
        The claim as filled in.

    Raises:
        FieldsError: A field holds what cannot be kept.
    """
    given = _clean(form)
    _take_value(given)
    hand = Filling(desk, selected_words(desk, given))
    if hand.within == (0, 0):
        hand.within = hand.words("words", given.get("words", ""), anywhere=True)
    common = _common(hand, {name: value for name, value in given.items() if value})
    common["voices"] = hand.parties("voices", given.get("voices", ""))
    if "predicate" not in common:
        hand.problems.setdefault("predicate", "choose what is said")
    subject = hand.party("subject", given.get("subject", ""), form)
    target = hand.party("object", given["object"], form) if given.get("object") else None
    value = _value(hand, Value(), {name: given.get(name, "") for name in _VALUE})
    hand.finish()
    start, end = hand.within
    return ClaimDraft(start, end, subject=subject, object=target, value=None if value == Value() else value, **common)


def report_draft_of(desk: Desk, form: Mapping[str, str]) -> ReportDraft:
    """Read an event report that somebody adds.

    Args:
        desk: The document and what it names.
        form: What stands in the fields; `start` and `end` are where the words stand, or `words` are the words themselves. Beside each
            slot its `_kind` says what those of its words are that the document does not name yet.

    Returns:
        The report as filled in.

    Raises:
        FieldsError: A field holds what cannot be kept.
    """
    given = _clean(form)
    hand = Filling(desk, selected_words(desk, given))
    if hand.within == (0, 0):
        hand.within = hand.words("words", given.get("words", ""), anywhere=True)
    common = _common(hand, {name: value for name, value in given.items() if value and name in _OF_REPORTS})
    common["time_mode"] = common.pop("mode", "within")
    if "type" not in common:
        hand.problems.setdefault("type", "choose what happened")
    sides = {name: hand.parties(name, given.get(name, ""), form=form) for name in _SLOTS}
    voices = hand.parties("voices", given.get("voices", ""))
    figures = tuple(_figures(hand, (), given.get("figures", "")))
    hand.finish()
    start, end = hand.within
    more = {"mode": given.get("event_mode") or None, "recurrent": given.get("recurrent") == "yes"}
    return ReportDraft(start, end, voices=voices, figures=figures, **sides, **more, **common)  # type: ignore[arg-type]


def at_fields(message: str, *, predicate: str = "") -> dict[str, str]:
    """Tell what breaks the codebook at the fields where it can be mended.

    Args:
        message: What `make_claim` or `changed` raised.
        predicate: The predicate or event type that was asked for.

    Returns:
        What is wrong by field; under the empty name what belongs to no field.
    """
    found: dict[str, str] = {}
    for breach in message.split("; "):
        at, colon, what = breach.partition(": ")
        name = at.removeprefix("value.").removeprefix("attribution.")
        if at == predicate:
            name = "predicate"
        elif at == "mode" and predicate in EVENT_TYPES:
            name = "event_mode"
        elif not colon or name not in (*_CHOICES, *_VALUE, *_SLOTS, "subject", "object", "when", "voices", "figures"):
            name, what = "", breach
        found[name] = f"{found[name]}; {what}" if name in found else what
    return found


def selected_words(desk: Desk, given: Mapping[str, str]) -> tuple[int, int]:
    """Say where selected words stand, without the space or line break that a selection often takes with it.

    Args:
        desk: The document.
        given: A form with `start` and `end`.

    Returns:
        The first place and the one past the last; twice 0 where no words are selected.
    """
    start, end = given.get("start", ""), given.get("end", "")
    if not (re.fullmatch(r"[0-9]{1,13}", start) and re.fullmatch(r"[0-9]{1,13}", end)):
        return (0, 0)
    low, high = int(start), min(int(end), len(desk.document.text))
    text = desk.document.text[low:high]
    low, high = low + len(text) - len(text.lstrip()), high - (len(text) - len(text.rstrip()))
    return (low, high) if low < high else (0, 0)


def _common(hand: Filling, moved: Mapping[str, str]) -> dict[str, Any]:
    change: dict[str, Any] = {}
    for name, codes in _CHOICES.items():
        if moved.get(name):
            if moved[name] not in codes:
                hand.problems[name] = f"{moved[name][:40]!r} is none of: {', '.join(codes)}"
            change[name] = moved[name]
    if "when" in moved:
        change["when"] = moved["when"]
        try:
            _ = moved["when"] and parse_edtf(moved["when"])
        except EdtfError as error:
            hand.problems["when"] = str(error)
    return change


def _of_claim(hand: Filling, claim: Claim, moved: Mapping[str, str], form: Mapping[str, str]) -> dict[str, Any]:
    change: dict[str, Any] = {}
    asked = dict(moved)
    for name in ("subject", "object"):  # a kind chosen beside words that stay makes a name of them
        if form.get(f"{name}_kind") and form.get(name):
            asked[name] = one_line(form[name])
    if "subject" in asked:
        change["subject"] = hand.party("subject", asked["subject"], form)
    if "object" in asked:
        change |= {"object": hand.party("object", asked["object"], form)} if asked["object"] else {"no_object": True}
    if any(name in moved for name in _VALUE):
        change["value"] = _value(hand, claim.value or Value(), {name: moved[name] for name in _VALUE if name in moved})
    return change


def _of_report(hand: Filling, report: EventReport, moved: Mapping[str, str]) -> dict[str, Any]:
    change: dict[str, Any] = {name: moved[name] for name in ("event_mode",) if name in moved}
    if "recurrent" in moved:
        change["recurrent"] = moved["recurrent"] == "yes"
    for name in _SLOTS:
        if name in moved:
            change[name] = hand.parties(name, moved[name], before=getattr(report, name))
    if "figures" in moved:
        change["figures"] = tuple(_figures(hand, report.figures, moved["figures"]))
    return change


def _figures(hand: Filling, before: Iterable[Figure], lines: str) -> Iterator[FigureDraft]:
    same = {figure_line(figure): figure for figure in before}
    for line in map(one_line, filter(str.strip, lines.splitlines())):
        kept, read = same.get(line), _FIGURE.fullmatch(line)
        if kept is not None:
            yield FigureDraft(kept.what, kept.low, kept.high, None if kept.of is None else as_it_was(kept.of))
        elif read is None or not (read[2] or read[4]):
            hand.problems["figures"] = f"write such as “killed 8..12 of civilians”: {line[:60]}"
        else:
            low = int(read[2]) if read[2] else None
            high = (int(read[4]) if read[4] else None) if read[3] else low
            yield FigureDraft(read[1], low, high, hand.party("figures", read[5], {}) if read[5] else None)


def _take_value(given: dict[str, str]) -> None:
    """Put what the reader's quick form calls a value where its predicate has it: in words, as a role, or as a number."""
    value, rule = given.get("value", ""), load_codebook().predicates.get(given.get("predicate", ""))
    if not value or rule is None:
        return
    for name in ("text", "role"):
        if name in rule.value:
            given.setdefault(name, value)
            return
    low, dots, high = value.partition("..")
    given.setdefault("low", low.strip())
    given.setdefault("high", (high if dots else low).strip())


def _value(hand: Filling, before: Value, given: Mapping[str, str]) -> Value:
    stated: dict[str, Any] = {name: given[name] or None for name in given if name not in ("low", "high")}
    for name in ("low", "high"):
        if given.get(name):
            if not re.fullmatch(r"[0-9]{1,15}", given[name]):
                hand.problems[name] = "a whole number, or nothing"
                continue
            stated[name] = int(given[name])
        elif name in given:
            stated[name] = None
    low, high = stated.get("low", before.low), stated.get("high", before.high)
    if low is not None and high is not None and low > high:
        hand.problems["high"] = "less than the lower bound"
        return before
    return replace(before, **stated)


def _clean(form: Mapping[str, str]) -> dict[str, str]:
    """Bring what a browser sends to the form in which fields are written."""
    several = ("voices", *_SLOTS, "figures")
    return {
        name: "\n".join(one_line(line) for line in value.splitlines() if line.strip()) if name in several else one_line(value)
        for name, value in form.items()
    }
