"""Wording: what is agreed or disputed, in one plain phrase."""

from testimonia.codebook import phrases
from testimonia.model.knowledge import Knowledge
from testimonia.model.valid_time import ValidTime
from testimonia.weigh.assertions import Assertion

SHOWN = 4
"""Values listed in one sentence before the rest is only counted."""

DATED_ONLY = ("founded", "dissolved")
"""Predicates that are about a day: who founded a body is no part of what is agreed or disputed."""


def phrase_of(knowledge: Knowledge, made: Assertion) -> str:
    """Say what a claim holds, without its time and its voice.

    Args:
        knowledge: What is known, for names.
        made: A prepared claim.

    Returns:
        A phrase such as "MILF split from MNLF", affirmed, in neutral words.
    """
    claim = made.claim
    named = claim.object is not None and claim.predicate not in DATED_ONLY
    target = knowledge.name_of(knowledge.who(claim.object)) if named and claim.object is not None else None
    return phrases.claim_in_words(claim.predicate, subject=knowledge.name_of(made.subject), target=target, value=claim.value)


def time_in_words(when: ValidTime | None) -> str:
    """Write out a time as it stands in the record.

    Args:
        when: A valid time, None where none is stated.

    Returns:
        Its EDTF, or "at a time not stated".
    """
    return "at a time not stated" if when is None else when.edtf


def listed(values: list[str]) -> str:
    """Join values for a sentence.

    Args:
        values: At least one value; repeats are shown once.

    Returns:
        The first few, joined by commas and "and".

    Example:
        >>> listed(["1964", "1966", "1964"])
        '1964 and 1966'
    """
    return phrases.listed(list(dict.fromkeys(values)), most=SHOWN)
