"""Statements: claims and event reports in plain words, for people to read; never a source of data."""

from functools import cache
from importlib.resources import files

import yaml

from testimonia.model.claim import Claim, Value
from testimonia.model.event import EventReport, Figure
from testimonia.model.knowledge import Knowledge
from testimonia.model.party import Party
from testimonia.model.valid_time import ValidTime
from testimonia.publish.rows import is_name_in_passing, is_private

UNNAMED = "a person without a public role"
"""What stands for a private person everywhere but in a chain of voices."""


def statement_of(knowledge: Knowledge, claim: Claim) -> str:
    """Put a claim into words, without its time and its voices.

    Args:
        knowledge: What is known, for names.
        claim: A claim.

    Returns:
        A sentence without a full stop, such as "MILF split from MNLF".
    """
    target = None if claim.object is None else name_of(knowledge, claim.object)
    value = value_in_words(claim.value)
    phrase = _phrases()[claim.predicate][claim.polarity == "denied"]
    return phrase.format(
        subject=name_of(knowledge, claim.subject),
        object=target or value or "a body that is not named",
        value=value or target or "something not stated",
        by="" if target is None else f" by {target}",
        of="" if target is None else f" of {target}",
    )


def statement_of_report(knowledge: Knowledge, report: EventReport) -> str:
    """Put an event report into words, without its time and its voices.

    Args:
        knowledge: What is known, for names.
        report: An event report.

    Returns:
        Type and mode, who to whom, where, with which figures, and the status unless it happened.
    """
    sides = [", ".join(participant_of(knowledge, party) for party in side) for side in (report.initiator, report.target)]
    parts = [" ".join(filter(None, (report.type, report.mode)))]
    if any(sides):
        parts.append(f"{sides[0] or 'nobody named'} → {sides[1]}" if sides[1] else sides[0])
    if report.where:
        parts.append("in " + ", ".join(name_of(knowledge, party) for party in report.where))
    parts += [figure_in_words(knowledge, figure) for figure in report.figures]
    if report.responsibility:
        parts.append("attributed to " + ", ".join(participant_of(knowledge, party) for party in report.responsibility))
    if report.status != "happened":
        parts.append(f"({report.status})")
    return "; ".join(parts)


def name_of(knowledge: Knowledge, party: Party) -> str:
    """Name a party for people.

    Args:
        knowledge: What is known.
        party: A slot of a claim or report other than a voice.

    Returns:
        The entity's name, the words of a described party, or a phrase that hides a private person.
    """
    return UNNAMED if is_private(knowledge, party) else knowledge.name_of(knowledge.who(party))


def participant_of(knowledge: Knowledge, party: Party) -> str:
    """Name a participant of an event for people.

    Args:
        knowledge: What is known.
        party: A participant.

    Returns:
        As `name_of`, but a name that nobody made out is hidden as well.
    """
    return UNNAMED if is_name_in_passing(party) else name_of(knowledge, party)


def value_in_words(value: Value | None) -> str:
    """Write out a value.

    Args:
        value: A claim's value, None where there is none.

    Returns:
        Its text, role or range with unit; empty where it states nothing.

    Example:
        >>> value_in_words(Value(low=8, unit="groups"))
        'at least 8 groups'
    """
    if value is None:
        return ""
    if value.low is not None or value.high is not None:
        return " ".join(filter(None, (range_in_words(value.low, value.high), value.unit)))
    return value.text or value.role or ""


def range_in_words(low: int | None, high: int | None) -> str:
    """Write out a range.

    Args:
        low: The lower bound, None where none is stated.
        high: The upper bound, None where none is stated.

    Returns:
        A phrase, "no number" where neither is stated.

    Example:
        >>> range_in_words(20000, 40000), range_in_words(None, 99)
        ('20,000 to 40,000', 'at most 99')
    """
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,} to {high:,}"
    if low is not None:
        return f"at least {low:,}"
    return "no number" if high is None else f"at most {high:,}"


def figure_in_words(knowledge: Knowledge, figure: Figure) -> str:
    """Write out a figure of an event.

    Args:
        knowledge: What is known.
        figure: A stated number.

    Returns:
        A phrase such as "killed of the army: at least 8".
    """
    of = "" if figure.of is None else f" of {participant_of(knowledge, figure.of)}"
    return f"{figure.what}{of}: {range_in_words(figure.low, figure.high)}"


def time_in_words(when: ValidTime | None) -> str:
    """Write out a valid time.

    Args:
        when: A valid time, None where none is stated.

    Returns:
        Its EDTF, marked where the date is derived and not stated; empty where there is none.
    """
    if when is None:
        return ""
    return when.edtf if when.basis == "stated" else f"{when.edtf} (derived)"


@cache
def _phrases() -> dict[str, list[str]]:
    return dict(yaml.safe_load((files("testimonia.publish") / "data" / "phrases.yml").read_text("utf-8")))
