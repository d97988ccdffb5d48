"""The forms of review: what people fill in becomes a correction or a claim of their own, or is told at the field where it is wrong."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from testimonia.codebook.load import load_codebook
from testimonia.errors import DecisionError, EdtfError
from testimonia.model.claim import Claim, Value
from testimonia.model.decision import Said
from testimonia.model.edtf import parse_edtf
from testimonia.model.event import EventReport, Figure
from testimonia.model.kinds import ENTITY_KINDS, EVENT_TYPES, PREDICATES, STANCES, STATUSES, Mode, Polarity
from testimonia.model.party import Party
from testimonia.model.referent import Referent
from testimonia.review import Change, ClaimDraft, Desk, FigureDraft, Named
from testimonia.text.names import fold_name
from testimonia.workbench.review_words import figure_line, one_line, values_of

AS_WORDS = "words"
"""What the field beside a name says where the words only describe somebody."""
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
_SLOTS = ("initiator", "target", "where", "responsibility")
_VALUE = ("text", "role", "low", "high", "unit")
_FIGURE = re.compile(r"\s*(\w+)\s+(\d{0,12})(?:\s*(\.\.)\s*(\d{0,12}))?(?:\s+of\s+(.+))?\s*")


class FieldsError(DecisionError):
    """What somebody filled in cannot be kept; `problems` says what is wrong at which field."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {what}" for name, what in problems.items()))
        self.problems = dict(problems)


@dataclass(frozen=True, slots=True)
class FieldsShown:
    """A form as it is shown: what stands in it, what is wrong at which field, the names it offers, and what may be chosen."""

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


def fields_shown(desk: Desk, values: Mapping[str, str], *, problems: Mapping[str, str] | None = None) -> FieldsShown:
    """Show a form.

    Args:
        desk: The document and what it names.
        values: What stands in the fields.
        problems: What is wrong at which field.

    Returns:
        The form.
    """
    codebook = load_codebook()
    return FieldsShown(
        values=values,
        problems=problems or {},
        known=tuple(_labels(desk))[:OFFERED],
        predicates=tuple((code, rule.meaning) for code, rule in codebook.predicates.items()),
        types=tuple((code, rule.meaning) for code, rule in codebook.event_types.items()),
        event_modes=tuple(dict.fromkeys(mode for rule in codebook.event_types.values() for mode in rule.modes)),
        figure_kinds=tuple(codebook.figure_kinds),
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
    hand = _Filling(desk, (record.evidence[0].start, record.evidence[0].end))
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
    hand = _Filling(desk, selected_words(desk, given))
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


@dataclass(slots=True)
class _Filling:
    """Reads fields against a document, and gathers what is wrong. `within` are the words that the record rests on."""

    desk: Desk
    within: tuple[int, int]
    problems: dict[str, str] = field(default_factory=dict)

    def words(self, name: str, words: str, *, anywhere: bool = False) -> tuple[int, int]:
        """Find words: in the quotation where it has them, else the nearest place where the text has them."""
        found = _find(self.desk.document.text, words, self.within, anywhere=anywhere)
        if found is None:
            self.problems[name] = f"these words do not stand in the text: {words[:80]}" if words else "fill this in"
            return (0, 0)
        return found

    def party(self, name: str, words: str, form: Mapping[str, str]) -> Named:
        """Fill a slot: with what the document names, with a new name, or with words."""
        kind = form.get(f"{name}_kind", "")
        known = _labels(self.desk).get(words) if not kind else None
        if known is not None:
            at = next((place for one in (known.name, *known.names) if (place := _find_inside(self.desk, one, self.within))), None)
            return Named(referent=known.id) if at is None else Named(*at, known.id)
        if kind and kind != AS_WORDS and kind not in ENTITY_KINDS:
            self.problems[name] = f"{kind[:40]!r} is no kind"
        place = self.words(name, words)
        role = one_line(form.get(f"{name}_role", "")) or None
        return Named(*place, kind=None if kind in ("", AS_WORDS) else kind, role=role)  # type: ignore[arg-type]

    def parties(self, name: str, lines: str, *, before: Iterable[Party] = ()) -> tuple[Named, ...]:
        """Fill a slot that takes several, one a line; lines that stood there before stay who they were."""
        same = {one_line(party.words): party for party in before}
        given = [line for line in lines.splitlines() if line.strip()]
        return tuple(_as_it_was(same[line]) if line in same else self.party(name, line, {}) for line in given)

    def finish(self) -> None:
        """Tell what is wrong, if anything is."""
        if self.problems:
            raise FieldsError(self.problems)


def _common(hand: _Filling, moved: Mapping[str, str]) -> dict[str, Any]:
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


def _of_claim(hand: _Filling, claim: Claim, moved: Mapping[str, str], form: Mapping[str, str]) -> dict[str, Any]:
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


def _of_report(hand: _Filling, report: EventReport, moved: Mapping[str, str]) -> dict[str, Any]:
    change: dict[str, Any] = {name: moved[name] for name in ("event_mode",) if name in moved}
    if "recurrent" in moved:
        change["recurrent"] = moved["recurrent"] == "yes"
    for name in _SLOTS:
        if name in moved:
            change[name] = hand.parties(name, moved[name], before=getattr(report, name))
    if "figures" in moved:
        change["figures"] = tuple(_figures(hand, report.figures, moved["figures"]))
    return change


def _figures(hand: _Filling, before: Iterable[Figure], lines: str) -> Iterator[FigureDraft]:
    same = {figure_line(figure): figure for figure in before}
    for line in map(one_line, filter(str.strip, lines.splitlines())):
        kept, read = same.get(line), _FIGURE.fullmatch(line)
        if kept is not None:
            yield FigureDraft(kept.what, kept.low, kept.high, None if kept.of is None else _as_it_was(kept.of))
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


def _value(hand: _Filling, before: Value, given: Mapping[str, str]) -> Value:
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


def _as_it_was(party: Party) -> Named:
    """Give a party back to whoever changes others of its slot."""
    return Named(party.start, party.end, party.referent) if party.start is not None else Named(referent=party.referent)


def _labels(desk: Desk) -> dict[str, Referent]:
    """Give what a form offers: each name of the document, with its class where two things bear it."""
    folded: dict[str, list[Referent]] = {}
    for one in desk.referents.values():
        folded.setdefault(fold_name(one.name), []).append(one)
    labels: dict[str, Referent] = {}
    for same in folded.values():
        for one in same:
            labels[one_line(one.name) if len(same) == 1 else f"{one_line(one.name)} ({one.cls.replace('_', ' ')})"] = one
    for one in desk.referents.values():  # other forms of a name are taken, and offered last
        for name in one.names:
            labels.setdefault(one_line(name), one)
    return labels


def _find_inside(desk: Desk, words: str, within: tuple[int, int]) -> tuple[int, int] | None:
    found = _pattern(words)
    at = found.search(desk.document.text, *within) if found else None
    return None if at is None else at.span()


def _find(text: str, words: str, within: tuple[int, int], *, anywhere: bool) -> tuple[int, int] | None:
    """Find words whatever white space is between them; `anywhere` takes the nearest place before one inside the quotation."""
    pattern = _pattern(words)
    if pattern is None:
        return None
    inside = None if anywhere else pattern.search(text, *within)
    if inside is not None:
        return inside.span()
    return min((found.span() for found in pattern.finditer(text)), key=lambda span: abs(span[0] - within[0]), default=None)


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = words.split()
    return re.compile(r"\s+".join(map(re.escape, parts))) if parts else None


def _clean(form: Mapping[str, str]) -> dict[str, str]:
    """Bring what a browser sends to the form in which fields are written."""
    several = ("voices", *_SLOTS, "figures")
    return {
        name: "\n".join(one_line(line) for line in value.splitlines() if line.strip()) if name in several else one_line(value)
        for name, value in form.items()
    }
