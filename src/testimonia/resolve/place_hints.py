"""What the words around a place name say of where it lies: "Paris, Texas", "the village of X in North Kivu", "X province".

Hints come from the sentences that mention a place; each is a country, a first-level division or a level. They narrow candidates down and
never add any.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from testimonia.resolve.gazetteer import Level
from testimonia.resolve.place_keys import place_key, place_words, states_by_abbreviation
from testimonia.text.geography import country_code, country_of_adjective

_LEVELS_BY_WORD: dict[str, Level] = {
    **dict.fromkeys(("city", "town", "village", "hamlet", "township", "suburb", "capital"), "settlement"),
    **dict.fromkeys(("county", "district", "woreda", "cercle", "regency"), "district"),
    **dict.fromkeys(("province", "governorate", "region", "state", "oblast", "department", "prefecture"), "region"),
}
_NAME = r"(?:[A-Z][\w'’.-]+(?:[ ](?:of|de|la|el|al|and)\b)?[ ]?){1,3}"
_REACH = 120
"""Code points around a mention in which a hint may stand: about one clause on either side."""


@dataclass(frozen=True, slots=True)
class Hints:
    """Countries (ISO 3166-1), keys of divisions and levels that the words around a name give; `containing` are divisions named as
    containing it."""

    countries: frozenset[str]
    containing: frozenset[str]
    level: Level | None


def find_hints(names: Sequence[str], contexts: Iterable[str]) -> Hints:
    """Read the hints that stand around the mentions of a place.

    Args:
        names: The forms of the place's name.
        contexts: Sentences or snippets that mention it.

    Returns:
        What they say, empty where they say nothing.

    Example:
        >>> sorted(find_hints(["Springfield"], ["She moved to Springfield, Ill., in May."]).containing)
        ['illinois']
    """
    countries: set[str] = set()
    containing: set[str] = set()
    level: Level | None = None
    for context in contexts:
        for name in names:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", context):
                before, after = context[max(0, match.start() - _REACH) : match.start()], context[match.end() : match.end() + _REACH]
                for container in _containers(before, after):
                    _file(container, countries, containing)
                level = level or _level(before, after)
    return Hints(frozenset(countries), frozenset(containing), level)


def _containers(before: str, after: str) -> list[str]:
    """Names that stand where a containing place is told, nearest first."""
    found = []
    comma = re.match(rf",[ ]+(?P<first>(?:[A-Z]\.[ ]?){{1,2}}[A-Z]?[a-z]*\.?|{_NAME})(?:,[ ]+(?P<second>{_NAME}))?", after)
    if comma is not None:
        found += [comma["first"], comma["second"] or ""]
    bracket = re.match(rf"[ ]\((?P<inside>{_NAME})\)", after)
    if bracket is not None:
        found.append(bracket["inside"])
    inside = re.match(rf"[ ]in[ ](?:the[ ])?(?:[a-z-]+[ ]){{0,1}}(?P<inside>{_NAME})", after)
    if inside is not None:
        found.append(inside["inside"])
    kinds = "|".join(_LEVELS_BY_WORD)
    owner = re.search(
        rf"(?P<owner>{_NAME})['’]s[ ](?:[a-z-]+[ ]){{0,3}}$|(?P<adjective>[A-Z]\w+)[ ](?:[a-z-]+[ ])?(?:{kinds})[ ](?:of[ ])?$", before
    )
    if owner is not None:
        found.append(owner["owner"] or owner["adjective"])
    return [name.strip(" .,") if len(name.strip(" ,")) > 5 else name.strip(" ,") for name in found if name.strip(" .,")]


def _file(container: str, countries: set[str], containing: set[str]) -> None:
    code = country_code(container) or country_of_adjective(container)
    if code is not None and container not in states_by_abbreviation():
        countries.add(code)
    expanded = states_by_abbreviation().get(container)
    if expanded is not None:
        countries.add(expanded[0])
        containing.add(place_key(expanded[1]))
    elif code is None or place_key(container) in _state_names():
        words = place_key(container).split()
        while words and words[-1] in place_words("divisions"):
            words.pop()
        if words:
            containing.add(" ".join(words))
        if place_key(container) in _state_names() and code is not None:
            countries.discard(code)


def _level(before: str, after: str) -> Level | None:
    following = re.match(r"[ ]([A-Za-z]+)", after)
    if following is not None and following.group(1).lower() in _LEVELS_BY_WORD:
        return _LEVELS_BY_WORD[following.group(1).lower()]
    opening = re.search(r"\b([a-z]+)[ ](?:of[ ])?$", before)
    return None if opening is None else _LEVELS_BY_WORD.get(opening.group(1))


@cache
def _state_names() -> frozenset[str]:
    """Keys of states that share their name with a country, such as Georgia: after a comma they are the state as often as not."""
    return frozenset(place_key(state) for _, state in states_by_abbreviation().values() if country_code(state) is not None)
