"""Wording: what is agreed or disputed, in one plain phrase."""

from functools import cache
from importlib.resources import files

import yaml

from testimonia.model.claim import Value
from testimonia.model.knowledge import Knowledge
from testimonia.model.valid_time import ValidTime
from testimonia.weigh.assertions import Assertion

SHOWN = 4
"""Values listed in one sentence before the rest is only counted."""


def phrase_of(knowledge: Knowledge, made: Assertion) -> str:
    """Say what a claim holds, without its time and its voice.

    Args:
        knowledge: What is known, for names.
        made: A prepared claim.

    Returns:
        A phrase such as "MILF split from MNLF", in neutral words.
    """
    claim = made.claim
    value = value_in_words(claim.value)
    target = knowledge.name_of(knowledge.who(claim.object)) if claim.object is not None else value
    subject = knowledge.name_of(made.subject)
    phrase = _phrases()[claim.predicate].format(subject=subject, object=target or "an unnamed body", value=value or target or "something")
    return phrase.removesuffix(" of an unnamed body")


def value_in_words(value: Value | None) -> str:
    """Write out a value.

    Args:
        value: A claim's value, None where there is none.

    Returns:
        Its text, role or range with unit; empty where it states nothing.

    Example:
        >>> value_in_words(Value(low=20, high=40, unit="members"))
        '20 to 40 members'
    """
    if value is None:
        return ""
    if value.low is not None or value.high is not None:
        return " ".join(filter(None, (range_in_words(value.low, value.high), value.unit)))
    return value.text or value.role or ""


def range_in_words(low: int | None, high: int | None) -> str:
    """Write out a range as a person would.

    Args:
        low: The lower bound, None where none is stated.
        high: The upper bound, None where none is stated.

    Returns:
        A phrase; "no number" where neither is stated.

    Example:
        >>> range_in_words(8, None), range_in_words(25, 25)
        ('at least 8', '25')
    """
    if low is not None and high is not None:
        return f"{low}" if low == high else f"{low} to {high}"
    if low is not None:
        return f"at least {low}"
    return "no number" if high is None else f"at most {high}"


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
    unique = list(dict.fromkeys(values))
    shown, rest = unique[:SHOWN], len(unique) - SHOWN
    if rest > 0:
        return ", ".join(shown) + f" and {rest} more"
    return ", ".join(shown[:-1]) + f" and {shown[-1]}" if len(shown) > 1 else shown[0]


@cache
def _phrases() -> dict[str, str]:
    text = (files("testimonia.weigh") / "data" / "phrases.yml").read_text("utf-8")
    return dict(yaml.safe_load(text))
