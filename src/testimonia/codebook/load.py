"""Load the codebook: the closed sets, what each code means, and what a claim of each predicate must and may hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, get_args

from testimonia.codebook.words import read_word_list
from testimonia.errors import CodebookError
from testimonia.model.claim import Value
from testimonia.model.kinds import EntityClass

FILE = "codebook.yml"
VERSION = 2
"""The version of the codebook that this code reads; another version has other keys."""

WhenRule = Literal["essential", "matters", "seldom"]

_VALUE_FIELDS = tuple(field.name for field in fields(Value))


@dataclass(frozen=True, slots=True)
class PredicateRule:
    """What the codebook says of one predicate.

    `subject` and `object` are the classes that can stand there; an empty `object` means that there is none. `value` lists the fields of
    `Value` that can be set. `needs` lists what must be there, each as the alternatives of which one is enough (`object`, `when` or a
    field of the value). `structural` is False where the claim paraphrases what a text says.
    """

    code: str
    meaning: str
    structural: bool
    subject: tuple[EntityClass, ...]
    object: tuple[EntityClass, ...]
    value: tuple[str, ...]
    needs: tuple[tuple[str, ...], ...]
    when: WhenRule


@dataclass(frozen=True, slots=True)
class ModeRule:
    """One mode of an event type; `ours` is True where PLOVER 2.0 has none like it."""

    code: str
    meaning: str
    ours: bool


@dataclass(frozen=True, slots=True)
class EventRule:
    """One PLOVER event type with its modes, by code."""

    code: str
    meaning: str
    modes: Mapping[str, ModeRule]


@dataclass(frozen=True, slots=True)
class Codebook:
    """The coding rules as data; every mapping goes from a code to what it means, in the file's order."""

    version: int
    entity_kinds: Mapping[str, str]
    predicates: Mapping[str, PredicateRule]
    event_types: Mapping[str, EventRule]
    stances: Mapping[str, str]
    statuses: Mapping[str, str]
    name_kinds: Mapping[str, str]
    figure_kinds: Mapping[str, str]
    loaded_words: frozenset[str]


@cache
def load_codebook() -> Codebook:
    """Load the codebook that comes with the package; a second call returns the same object.

    Returns:
        The codebook, deeply immutable.

    Raises:
        CodebookError: The file does not say what a codebook must say; the message names the key.

    Example:
        >>> load_codebook().predicates["split_from"].needs
        (('object',),)
    """
    return read_codebook(files("testimonia.codebook").joinpath(FILE).read_text("utf-8"), file=FILE)


def read_codebook(text: str, *, file: str) -> Codebook:
    """Read the text of a codebook and check that it is whole.

    Args:
        text: YAML as in `codebook.yml`.
        file: The name under which errors speak of it.

    Returns:
        The codebook.

    Raises:
        CodebookError: A part is missing, unknown or contradicts another; the message names the key.
    """
    content = read_word_list(text, file=file)
    _expect_keys(content, [field.name for field in fields(Codebook)], file=file, at="the codebook")
    if content["version"] != VERSION:
        raise CodebookError(f"{file}: version {content['version']!r}; this software reads version {VERSION}")
    meanings = {
        part: _meanings(content[part], file=file, at=part) for part in ("entity_kinds", "stances", "statuses", "name_kinds", "figure_kinds")
    }
    predicates = _mapping(content["predicates"], file=file, at="predicates")
    event_types = _mapping(content["event_types"], file=file, at="event_types")
    return Codebook(
        version=VERSION,
        predicates=MappingProxyType({code: _predicate(code, rule, file=file) for code, rule in predicates.items()}),
        event_types=MappingProxyType({code: _event(code, rule, file=file) for code, rule in event_types.items()}),
        loaded_words=frozenset(_words(content["loaded_words"], file=file, at="loaded_words")),
        **meanings,
    )


def _predicate(code: str, rule: object, *, file: str) -> PredicateRule:
    at = f"predicates.{code}"
    held = _mapping(rule, file=file, at=at)
    _expect_keys(held, ["meaning", "structural", "subject", "when"], file=file, at=at, optional=["object", "value", "needs"])
    if not isinstance(held["structural"], bool):
        raise CodebookError(f"{file}: {at}.structural is true or false")
    needs = tuple(tuple(need.split("|")) for need in _words(held.get("needs", ()), file=file, at=f"{at}.needs"))
    value = _among(held.get("value", ()), _VALUE_FIELDS, file=file, at=f"{at}.value")
    target = _among(held.get("object", ()), get_args(EntityClass), file=file, at=f"{at}.object")
    possible = {"when", *value, *(["object"] if target else [])}
    for alternative in (name for need in needs for name in need):
        if alternative not in possible:
            raise CodebookError(f"{file}: {at}.needs asks for {alternative!r}, which this predicate cannot have")
    return PredicateRule(
        code=code,
        meaning=_meaning(held["meaning"], file=file, at=at),
        structural=held["structural"],
        subject=_among(held["subject"], get_args(EntityClass), file=file, at=f"{at}.subject"),
        object=target,
        value=value,
        needs=needs,
        when=_among((held["when"],), get_args(WhenRule), file=file, at=f"{at}.when")[0],
    )


def _event(code: str, rule: object, *, file: str) -> EventRule:
    at = f"event_types.{code}"
    held = _mapping(rule, file=file, at=at)
    _expect_keys(held, ["meaning"], file=file, at=at, optional=["modes"])
    modes = _mapping(held.get("modes", {}), file=file, at=f"{at}.modes")
    return EventRule(
        code=code,
        meaning=_meaning(held["meaning"], file=file, at=at),
        modes=MappingProxyType({mode: _mode(mode, said, file=file, at=f"{at}.modes.{mode}") for mode, said in modes.items()}),
    )


def _mode(code: str, said: object, *, file: str, at: str) -> ModeRule:
    if isinstance(said, Mapping):
        _expect_keys(said, ["meaning", "ours"], file=file, at=at)
        return ModeRule(code, _meaning(said["meaning"], file=file, at=at), ours=said["ours"] is True)
    return ModeRule(code, _meaning(said, file=file, at=at), ours=False)


def _meanings(held: object, *, file: str, at: str) -> Mapping[str, str]:
    return MappingProxyType({code: _meaning(said, file=file, at=f"{at}.{code}") for code, said in _mapping(held, file=file, at=at).items()})


def _meaning(said: object, *, file: str, at: str) -> str:
    if isinstance(said, str) and said.endswith("."):
        return said
    raise CodebookError(f"{file}: {at} needs a meaning: one line that ends in a full stop")


def _mapping(held: object, *, file: str, at: str) -> Mapping[str, Any]:
    if isinstance(held, Mapping):
        return held
    raise CodebookError(f"{file}: {at} is a mapping of codes")


def _words(held: object, *, file: str, at: str) -> tuple[str, ...]:
    if isinstance(held, tuple) and all(isinstance(word, str) for word in held):
        return held
    raise CodebookError(f"{file}: {at} is a list of words")


def _among(held: object, allowed: tuple[Any, ...], *, file: str, at: str) -> tuple[Any, ...]:
    for word in _words(held, file=file, at=at):
        if word not in allowed:
            raise CodebookError(f"{file}: {at} holds {word!r}; it can be {', '.join(allowed)}")
    return _words(held, file=file, at=at)


def _expect_keys(held: Mapping[str, Any], needed: Iterable[str], *, file: str, at: str, optional: Iterable[str] = ()) -> None:
    missing, unknown = set(needed) - set(held), set(held) - set(needed) - set(optional)
    if missing:
        raise CodebookError(f"{file}: {at} lacks {', '.join(sorted(missing))}")
    if unknown:
        raise CodebookError(f"{file}: {at} has {', '.join(sorted(unknown))}, which nothing reads; correct the spelling or take it out")
