"""A record as the fields of a form, and two records side by side where they differ."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from testimonia.model.claim import Claim, Value
from testimonia.model.decision import Said
from testimonia.model.event import EventReport, Figure
from testimonia.model.party import Party

LABELS: Mapping[str, str] = {
    "words": "Words it rests on",
    "predicate": "What is said",
    "polarity": "Affirmed or denied",
    "type": "Kind of event",
    "event_mode": "Mode",
    "status": "Status",
    "recurrent": "Happens again and again",
    "subject": "Of whom",
    "object": "To or of whom",
    "initiator": "By whom",
    "target": "Against or to whom",
    "where": "Where",
    "responsibility": "Attributed to",
    "figures": "Figures",
    "text": "Value in words",
    "role": "Role",
    "low": "At least",
    "high": "At most",
    "unit": "Counted in",
    "when": "When",
    "mode": "How the time is meant",
    "stance": "Stance",
    "voices": "Voices beyond the publisher",
}
"""What each field is called on pages, in the order in which they are shown."""
LONGEST_WORDS = 20_000
"""Characters of a quotation that a form still shows; longer ones stay as they are."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs: its name, what it is called, and how it stands on both sides; empty where nothing is stated."""

    field: str
    label: str
    before: str
    after: str


def values_of(record: Said) -> dict[str, str]:
    """Write a record as the fields of its form.

    Args:
        record: A claim or a report.

    Returns:
        Words by field; several parties stand one a line, several figures too.
    """
    words = one_line(record.evidence[0].quote) if record.evidence else ""
    beyond = [voice for voice in record.attribution.voices if voice.how != "publisher"]
    common = {
        "words": words if len(words) <= LONGEST_WORDS else "",
        "when": "" if record.when is None else record.when.edtf,
        "mode": "" if record.when is None else record.when.mode,
        "stance": record.attribution.stance,
        "voices": _lines(beyond),
    }
    own = _values_of_report(record) if isinstance(record, EventReport) else _values_of_claim(record)
    return own | common


def _values_of_claim(claim: Claim) -> dict[str, str]:
    value = claim.value or Value()
    return {
        "predicate": claim.predicate,
        "polarity": claim.polarity,
        "subject": one_line(claim.subject.words),
        "object": "" if claim.object is None else one_line(claim.object.words),
        "text": one_line(value.text or ""),
        "role": one_line(value.role or ""),
        "low": "" if value.low is None else str(value.low),
        "high": "" if value.high is None else str(value.high),
        "unit": value.unit or "",
    }


def _values_of_report(report: EventReport) -> dict[str, str]:
    return {
        "type": report.type,
        "event_mode": report.mode or "",
        "status": report.status,
        "recurrent": "yes" if report.recurrent else "",
        "initiator": _lines(report.initiator),
        "target": _lines(report.target),
        "where": _lines(report.where),
        "responsibility": _lines(report.responsibility),
        "figures": "\n".join(map(figure_line, report.figures)),
    }


def figure_line(figure: Figure) -> str:
    """Write a figure on one line of the form.

    Args:
        figure: A figure of a report.

    Returns:
        Such as "killed 8..12 of insurgents"; an open bound is left out, as in "killed 8..".
    """
    bounds = str(figure.low) if figure.low == figure.high else f"{_or_empty(figure.low)}..{_or_empty(figure.high)}"
    return f"{figure.what} {bounds}" + ("" if figure.of is None else f" of {one_line(figure.of.words)}")


def differences(before: Said, after: Said) -> tuple[Difference, ...]:
    """Say where two records differ.

    Args:
        before: The record as proposed.
        after: The record as corrected.

    Returns:
        The fields that differ, in the order of the form; longer quotations than a form shows are compared too.
    """
    left, right = values_of(before), values_of(after)
    if before.evidence[:1] != after.evidence[:1]:
        left["words"], right["words"] = (record.evidence[0].quote if record.evidence else "" for record in (before, after))
    if not (left["when"] and right["when"]):
        left["mode"] = right["mode"] = ""  # how no time is meant says nothing
    return tuple(
        Difference(name, label, left.get(name, ""), right.get(name, ""))
        for name, label in LABELS.items()
        if left.get(name, "") != right.get(name, "")
    )


def one_line(words: str) -> str:
    """Put words on one line, as a field of a form holds them.

    Args:
        words: Words as a text has them.

    Returns:
        The same with single spaces for all white space.
    """
    return " ".join(words.split())


def _lines(parties: Iterable[Party]) -> str:
    return "\n".join(one_line(party.words) for party in parties)


def _or_empty(bound: int | None) -> str:
    return "" if bound is None else str(bound)
