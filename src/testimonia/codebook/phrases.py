"""Phrases: what a claim or a figure says, in plain and neutral words, for people to read; never a source of data.

There is one phrase per predicate, in `phrases.yml`, and one way of writing a number, so that a dispute, a corroboration and a release say
the same thing in the same words. Who is named how is the caller's: a release hides people without a public role.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml

from testimonia.codebook.load import load_codebook
from testimonia.model.claim import Value
from testimonia.model.kinds import EventType, Predicate

_MARKS = re.compile('["“”„«»]')
_LOWER = re.compile(r"\b[^\W\d_A-Z][^\W\d_]*")
"""Words that begin without a capital: with one they may be part of the name that a body gives itself."""
UNNAMED_BODY = "a body that is not named"
NOT_STATED = "something not stated"


def described(words: str) -> str:
    """Put the words that describe a party where a sentence of ours can hold them.

    Args:
        words: Words out of a document.

    Returns:
        The words; in quotation marks where one of them takes a side, and without a mark whose partner was cut off.

    Example:
        >>> described('203 “terrorists'), described("armed men")
        ('“203 terrorists”', 'armed men')
    """
    paired = words.count("“") == words.count("”") and words.count('"') % 2 == 0
    bare = words if paired else _MARKS.sub("", words)
    loaded = load_codebook().loaded_words
    if not any(word in loaded for word in _LOWER.findall(bare)):
        return bare
    return f"“{_MARKS.sub('', bare)}”"


def claim_in_words(
    predicate: Predicate, *, subject: str, target: str | None = None, value: Value | None = None, denied: bool = False, ended: bool = False
) -> str:
    """Put a claim into words, without its time and its voices.

    Args:
        predicate: What is claimed.
        subject: The name to show for its subject.
        target: The name to show for its object, None where it has none.
        value: Its value, None where it has none.
        denied: Whether it denies what the predicate says.
        ended: Whether it tells of a time that is over.

    Returns:
        A sentence without a full stop.

    Example:
        >>> claim_in_words("split_from", subject="MILF", target="MNLF", denied=True)
        'MILF did not split from MNLF'
    """
    stated = value_in_words(value)
    phrases = _phrases()[predicate]
    return phrases[denied + 2 * (ended and len(phrases) > 2)].format(
        subject=subject,
        object=target or stated or UNNAMED_BODY,
        value=stated or target or NOT_STATED,
        by="" if target is None else f" by {target}",
        of="" if target is None else f" of {target}",
    )


def event_in_words(kind: EventType, mode: str | None = None) -> str:
    """Name an event that is not told: what kind of thing it was.

    Args:
        kind: Its type.
        mode: Its mode, None where none is given.

    Returns:
        A noun with its article.

    Example:
        >>> event_in_words("ASSAULT", "abduct"), event_in_words("PROTEST")
        ('the abduction', 'the protest')
    """
    nouns = _event_nouns()
    return f"the {nouns.get(f'{kind}.{mode}') or nouns[kind]}"


def listed(values: Sequence[str], *, most: int | None = None) -> str:
    """Join values for a sentence.

    Args:
        values: What is listed, in this order; repeats are the caller's.
        most: How many are named before the rest is only counted; None names all.

    Returns:
        Commas and "and" between them; empty for none.

    Example:
        >>> listed(["1964", "1966", "1967"]), listed(["a", "b", "c"], most=2)
        ('1964, 1966 and 1967', 'a, b and 1 more')
    """
    if most is not None and len(values) > most:
        return f"{', '.join(values[:most])} and {len(values) - most} more"
    return " and ".join(filter(None, (", ".join(values[:-1]), *values[-1:])))


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
    """Write out a range as a person would.

    Args:
        low: The lower bound, None where none is stated.
        high: The upper bound, None where none is stated.

    Returns:
        A phrase; "no number" where neither is stated.

    Example:
        >>> range_in_words(20000, 40000), range_in_words(None, 99)
        ('20,000 to 40,000', 'at most 99')
    """
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,} to {high:,}"
    if low is not None:
        return f"at least {low:,}"
    return "no number" if high is None else f"at most {high:,}"


@cache
def _event_nouns() -> Mapping[str, str]:
    return dict(yaml.safe_load(files("testimonia.codebook").joinpath("event_nouns.yml").read_text("utf-8")))


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    text = files("testimonia.codebook").joinpath("phrases.yml").read_text("utf-8")
    return {predicate: tuple(phrases) for predicate, phrases in yaml.safe_load(text).items()}
