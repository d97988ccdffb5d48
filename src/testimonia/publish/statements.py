"""Statements: claims and event reports in plain words, for people to read; never a source of data."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from testimonia.codebook.phrases import claim_in_words, described, listed, range_in_words
from testimonia.model.claim import Claim
from testimonia.model.event import EventReport, Figure
from testimonia.model.kinds import Status
from testimonia.model.knowledge import Knowledge
from testimonia.model.party import Party
from testimonia.model.valid_time import ValidTime
from testimonia.publish.rows import is_name_in_passing, is_private

NOBODY_NAMED = "somebody not named"
STATUS_WORDS: Mapping[Status, str] = {
    "denied": "it is denied that ",
    "planned": "as planned and not as done: ",
    "threatened": "as threatened and not as done: ",
    "hypothetical": "as a possibility only: ",
}
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
    return claim_in_words(
        claim.predicate,
        subject=name_of(knowledge, claim.subject),
        target=None if claim.object is None else name_of(knowledge, claim.object),
        value=claim.value,
        denied=claim.polarity == "denied",
        ended=is_over(claim.when),
    )


def is_over(when: ValidTime | None) -> bool:
    """Say whether a time has an end that is stated: "until 2017", "in 2014", and not "since 2014".

    Args:
        when: A valid time, None where none is stated.

    Returns:
        False where nothing says that it ended.
    """
    return when is not None and not when.edtf.endswith(("/..", "/"))


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


def happening_in_words(knowledge: Knowledge, report: EventReport) -> str:
    """Put what happened into a sentence of prose, without its time, figures and voices.

    Args:
        knowledge: What is known, for names.
        report: An event report.

    Returns:
        A sentence without a full stop, such as "MILF fought the army in Mamasapano"; where it did not happen, that it is denied, planned,
        threatened or supposed.
    """
    ours, theirs = (listed([participant_of(knowledge, party) for party in side]) for side in (report.initiator, report.target))
    phrases = _event_phrases().get(f"{report.type}.{report.mode}") or _event_phrases()[report.type]
    if ours and theirs:
        told = phrases["acted"].format(a=ours, b=theirs)
    elif theirs:
        told = phrases["suffered"].format(b=theirs)
    else:
        told = phrases["among" if len(report.initiator) > 1 else "alone"].format(a=ours or NOBODY_NAMED)
    names = [name for name in (name_of(knowledge, party) for party in report.where) if not _has_name(told, name)]
    place = f" in {listed(names)}" if names else ""
    return f"{STATUS_WORDS.get(report.status, '')}{told}{place}"


def _has_name(told: str, name: str) -> bool:
    """Say whether a sentence has a name already, as in "attacked soldiers in Jolo"."""
    return name in told and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told) is not None


@cache
def _event_phrases() -> dict[str, dict[str, str]]:
    return dict(yaml.safe_load((files("testimonia.publish") / "data" / "event_phrases.yml").read_text("utf-8")))


def name_of(knowledge: Knowledge, party: Party) -> str:
    """Name a party for people.

    Args:
        knowledge: What is known.
        party: A slot of a claim or report other than a voice.

    Returns:
        The entity's name, the words of a described party (in quotation marks where they take a side), or a phrase that hides a private
        person.
    """
    if is_private(knowledge, party):
        return UNNAMED
    who = knowledge.who(party)
    return knowledge.name_of(who) if who in knowledge.entities else described(who)


def participant_of(knowledge: Knowledge, party: Party) -> str:
    """Name a participant of an event for people.

    Args:
        knowledge: What is known.
        party: A participant.

    Returns:
        As `name_of`, but a name that nobody made out is hidden as well.
    """
    return UNNAMED if is_name_in_passing(party) else name_of(knowledge, party)


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
