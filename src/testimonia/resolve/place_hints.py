"""What the words around a place name say of where it lies: "Paris, Texas", "the village of X in North Kivu", "X, 20 km south of Y".

Hints come from the sentences that mention a place; each is a country, a division, a level or another place that it lies beside. They tell
candidates apart and never add any.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from testimonia.resolve.gazetteer import Level
from testimonia.resolve.place_keys import place_key, place_words, states_by_abbreviation
from testimonia.text.geography import country_code, country_of_adjective, find_region

_NAME = r"(?:[A-Z][\w'’.-]+(?:[ ](?:of|de|la|el|al|and|del|du)\b)?[ ]?){1,3}"
_REACH = 120
"""Code points around a mention in which a hint may stand: about one clause on either side."""
_KM_IN_A_MILE = 1.609


@dataclass(frozen=True, slots=True)
class Beside:
    """Another place that a place is said to lie beside: `bearing` in degrees clockwise from north as seen from there, `km` the distance;
    None where the text tells neither."""

    name: str
    bearing: float | None = None
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Hints:
    """Countries (ISO 3166-1), keys of divisions and levels that the words around a name give.

    `containing` are names that stand as containing it, with and without their word for divisions; `listed` are those among them that only
    a comma makes so and that may as well be the next in a list. `is_site` says that each mention is followed by a word such as crossing,
    so that a site is meant and no settlement.
    """

    countries: frozenset[str] = frozenset()
    containing: frozenset[str] = frozenset()
    level: Level | None = None
    beside: tuple[Beside, ...] = ()
    listed: frozenset[str] = frozenset()
    is_site: bool = False


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
        >>> find_hints(["Boni"], ["They met at Boni, 70 km south-west of Hombori."]).beside
        (Beside(name='Hombori', bearing=225.0, km=70.0),)
    """
    found = _Found(any(country_code(name) is not None for name in names))
    for context in contexts:
        for name in names:
            start = context.find(name)
            while start >= 0:
                end = start + len(name)
                if not _is_inside_word(context, start, end):
                    found.read(context[max(0, start - _REACH) : start], context[end : end + _REACH])
                start = context.find(name, end)
    return found.hints()


def _is_inside_word(context: str, start: int, end: int) -> bool:
    return context[start - 1 : start].isalnum() or context[end : end + 1].isalnum()


class _Found:
    """The hints of one place while its mentions are gone through."""

    def __init__(self, is_country: bool) -> None:
        self._is_country = is_country
        self._countries: set[str] = set()
        self._containing: set[str] = set()
        self._listed: set[str] = set()
        self._beside: dict[Beside, None] = {}
        self._level: Level | None = None
        self._mentions = self._sites = 0

    def hints(self) -> Hints:
        is_site = bool(self._mentions) and self._sites == self._mentions
        filed = frozenset(self._countries), frozenset(self._containing)
        return Hints(*filed, self._level, tuple(self._beside), frozenset(self._listed), is_site)

    def read(self, before: str, after: str) -> None:
        self._mentions += 1
        following = re.match(r"[ ]([A-Za-z]+)", after)
        self._sites += int(following is not None and following[1] in place_words("sites"))
        self._level = self._level or _level(before, following)
        comma = _pattern("comma").match(after)
        if comma is not None:
            for name in (comma["first"], comma["second"] or ""):
                self._file(name, is_listed=True)
        for container in _containers(before, after):
            self._file(container, is_listed=False)
        beside = _pattern("beside").match(after)
        if beside is not None:
            self._beside.setdefault(_told_beside(beside))

    def _file(self, name: str, *, is_listed: bool) -> None:
        container = name.strip(" .,") if len(name.strip(" ,")) > 5 else name.strip(" ,")
        if not container.strip("."):
            return
        expanded = states_by_abbreviation().get(container)
        if expanded is not None:
            self._countries.add(expanded[0])
            self._containing.add(place_key(expanded[1]))
            return
        code = country_code(container) or country_of_adjective(container)
        region = find_region(container)
        is_state = place_key(container) in _state_names()
        if is_listed and self._is_country and (code is not None or region is not None):
            return  # Mali, Niger and Chad: the next in a list of countries
        if code is not None and not is_state:
            self._countries.add(code)
        elif region is not None:
            self._countries.update(region.countries)
        if code is None or is_state:
            self._contain(container, is_listed=is_listed)

    def _contain(self, container: str, *, is_listed: bool) -> None:
        words = place_key(container).split()
        bare = list(words)
        while bare and bare[-1] in place_words("divisions"):
            bare.pop()
        keys = {" ".join(form) for form in (words, bare) if form} if bare else set()
        self._containing |= keys
        if is_listed:
            self._listed |= keys
        else:
            self._listed -= keys


def _containers(before: str, after: str) -> list[str]:
    """Names that stand where a containing place is told, but for those that only a comma makes so."""
    found = []
    for name in ("bracket", "inside", "apposed"):
        match = _pattern(name).match(after)
        if match is not None:
            found += [container for container in match.groupdict().values() if container]
    owner = _pattern("owner").search(before)
    if owner is not None:
        found.append(owner["owner"] or owner["adjective"])
    return found


def _told_beside(match: re.Match[str]) -> Beside:
    way = match["way"]
    bearing = None if way is None else float(place_words("directions")[way.lower()])
    km = None if match["far"] is None else float(match["far"].replace(",", "."))
    if km is not None and match["unit"].startswith("mi"):
        km *= _KM_IN_A_MILE
    return Beside(match["name"].strip(" .,"), bearing, km)


def _level(before: str, following: re.Match[str] | None) -> Level | None:
    if following is not None and following[1].lower() in _levels():
        return _levels()[following[1].lower()]
    opening = re.search(r"\b([a-z]+)[ ](?:of[ ])?$", before)
    return None if opening is None else _levels().get(opening[1])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The pattern of one way to tell where a place lies: `owner` ends where the place's name begins, the others begin where it ends."""
    divisions, kinds = "|".join(place_words("divisions")), "|".join(_levels())
    container, kind = rf"(?:{_NAME}(?:(?:{divisions})\b)?)", rf"(?:[ ](?:{kinds}))?"
    a_kind, an_in = rf"(?:[a-z-]+[ ]){{0,3}}?(?:{kinds})", r"[ ](?:the[ ])?(?:[a-z-]+[ ])?"
    ways, besides = "|".join(sorted(place_words("directions"), key=len, reverse=True)), "|".join(place_words("beside"))
    about = r"(?:about|some|around|roughly|approximately|just)"
    far = rf"(?:(?:{about}[ ])?(?P<far>\d+(?:[.,]\d+)?)[ -]?(?P<unit>km|kilomet(?:er|re)s?|miles?)[ ]|{about}[ ])?"
    near = rf"(?:(?:to[ ]the[ ])?(?P<way>{ways})(?:wards?)?[ ](?:of|from)|(?(far)(?:from|outside|away[ ]from)|(?:{besides})))"
    lies = r"(?:(?:which[ ])?(?:is|was|lies|sits|located|situated)[ ])?"
    patterns = {
        "comma": rf"{kind},[ ]+(?P<first>(?:[A-Z]\.[ ]?){{1,2}}[A-Z]?[a-z]*\.?|{container})(?:,[ ]+(?P<second>{container}))?",
        "bracket": rf"[ ]\((?P<inside>{container})\)",
        "inside": rf"{kind},?[ ]in{an_in}(?P<inside>{container})(?:[ ]?(?:of|in)[ ](?P<outer>{container}))?",
        "apposed": rf",[ ](?:an?|the)[ ]{a_kind}[ ](?:in|of){an_in}(?P<inside>{container})",
        "owner": rf"(?P<owner>{_NAME})['’]s[ ](?:[a-z-]+[ ]){{0,3}}$"
        rf"|(?P<adjective>{container})[ ]?(?:[a-z-]+[ ])?(?:{kinds})[ ](?:of[ ])?$",
        "beside": rf"{kind},?[ ]{lies}{far}{near}[ ](?:the[ ]{a_kind}[ ](?:of[ ])?)?(?P<name>{_NAME})",
    }
    return re.compile(patterns[name])


@cache
def _levels() -> dict[str, Level]:
    return {word: level for level, words in place_words("levels").items() for word in words}


@cache
def _state_names() -> frozenset[str]:
    """Keys of states that share their name with a country, such as Georgia: after a comma they are the state as often as not."""
    return frozenset(place_key(state) for _, state in states_by_abbreviation().values() if country_code(state) is not None)
