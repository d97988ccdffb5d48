"""Names that resemble each other: candidates by key, decisions by comparing part by part.

Candidates are names with one consonant key of their own words, names whose programme words agree where there are no own words, names that
stand within a longer one, and acronyms with the initials of a name. Names are compared, not referents: one referent stands for all that
bear its name.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from testimonia.model.judgement import Feature
from testimonia.resolve.anatomy import ENOUGH_CONCEPTS, Anatomy, bag_key
from testimonia.resolve.compare import PROGRAMMES, Features, compare_contained, compare_names
from testimonia.resolve.ground import COMPANY, Ground, GroupKey
from testimonia.resolve.initials import feature_of_initials
from testimonia.resolve.proposals import Proposals
from testimonia.resolve.scoring import BOTH_IN_ONE, CALLED_ALIKE, parts
from testimonia.resolve.setting import setting_of
from testimonia.resolve.syllables import names_of_syllables
from testimonia.text.names import acronym_of, is_acronym_for
from testimonia.text.unit_words import is_weak

RULE_NAME = "name structure"
MAX_COMPARED = 20
"""Names of one block that each further name is compared with; blocks grow with common words (a city's name), which tell least."""
HALF_SHORTENED = 0.85
"""Initials of three letters or more for part of a name, where the rest of it agrees: Real IRA, Real Irish Republican Army."""
SHORTEST_INITIALS = 3
SHORT_OF_A_DAY = 0.78
"""An M with the number of the day for a movement of that day."""
OF_SYLLABLES = 0.78
"""Six letters or more that begin all words of a name."""
SEVERAL_NAMES = -0.25
"""Several longer names have these initials, or hold this shorter name."""

_M_AND_DAY = re.compile(r"^M-?(\d{1,2})$")


def propose_by_structure(
    ground: Ground, proposals: Proposals, *, bearers: Mapping[GroupKey, tuple[str, ...]], also: Mapping[str, frozenset[str]]
) -> None:
    """Judge organisations whose names resemble each other.

    Args:
        ground: What is known.
        proposals: Where judgements are written down.
        bearers: The referents that stand for each name.
        also: From folded name to the stated names that its referents own and that tell.
    """
    names = {members[0]: ground.anatomy(members[0]) for (cls, _), members in bearers.items() if cls == "org"}
    names = {name: anatomy for name, anatomy in names.items() if not anatomy.bare}
    judge = _Judge(ground, proposals, also)
    for block in _blocks(names):
        _compare_block(judge, block, names)
    contained = list(_contained(names))
    longer = Counter(short for _, short in contained)
    for long, short in contained:
        if longer[short] > MAX_COMPARED:
            continue  # so many hold it that it is a word rather than a name
        several = () if longer[short] == 1 else (_several(longer[short], "hold the shorter one"),)
        judge.write(long, short, (*compare_contained(names[long], names[short]), *several))
    for long, short in _half_shortened(names):
        words = "an acronym within the one name is spelled out in the other, and the rest agrees"
        judge.write(long, short, (Feature("initials within", HALF_SHORTENED, words),))
    initials = [(long, short) for long, short in _initials(names) if not also.get(ground.keys[short])]
    bearing = Counter(short for _, short in initials)
    for long, short in initials:
        judge.write(long, short, _features_of_initials(ground.referents[short].name, bearing[short]))
    syllables = [(long, short) for long, short in names_of_syllables(names) if not also.get(ground.keys[short])]
    made = Counter(short for _, short in syllables)
    for long, short in syllables:
        of_syllables = Feature("syllables", OF_SYLLABLES, "the beginnings of all words of the longer name, in order")
        judge.write(long, short, (of_syllables,) if made[short] == 1 else (of_syllables, _several(made[short], "are made of these")))
    days = list(_days(names))
    months = Counter(short for short, _ in {(short, names[long].key) for long, short in days})  # spellings of one name count once
    for long, short in days:
        of_a_day = Feature("day", SHORT_OF_A_DAY, "an M with the number of the day that the longer name has")
        judge.write(long, short, (of_a_day,) if months[short] == 1 else (of_a_day, Feature("several", SEVERAL_NAMES, "days of two months")))


def _features_of_initials(acronym: str, longer: int) -> Features:
    found = feature_of_initials(acronym)
    return (found,) if longer == 1 else (found, _several(longer, "have these initials"))


def _several(number: int, what: str) -> Feature:
    return Feature("several", SEVERAL_NAMES, f"{number} longer names {what}")


class _Judge:
    """Writes down what names and setting say together."""

    def __init__(self, ground: Ground, proposals: Proposals, also: Mapping[str, frozenset[str]]) -> None:
        self.ground, self.proposals, self.also = ground, proposals, also
        known = (ground.parents, ground.circumstances, ground.homes, ground.registered)
        self.told = any(known) or any(len(names) > COMPANY for names in ground.company.values())
        """Whether anything is known beyond the names; among a million names alone nothing need be asked."""

    def write(self, left: str, right: str, by_name: Features) -> str | None:
        """Write one comparison down for two names' referents; words keep nobody apart whom a text calls by both names."""
        if self.also and parts(by_name) and self._called_both(left, right):
            return None
        setting = setting_of(self.ground, self._all(left), self._all(right)) if self.told else ()
        alike = self._called_alike(left, right) if self.also else ()
        features = (*by_name, *self._side_by_side(left, right, by_name), *alike, *setting)
        return self.proposals.weigh(left, right, features, rule=RULE_NAME)

    def _side_by_side(self, left: str, right: str, by_name: Features) -> Features:
        """A writer who uses two names of which one has a further programme word means two bodies, more often than not."""
        if PROGRAMMES not in [feature.name for feature in by_name]:
            return ()
        ours, theirs = self._documents(left), self._documents(right)
        if len(ours) == len(theirs) == 1 and ours != theirs:
            return ()
        if set(ours).isdisjoint(theirs):
            return ()
        return (Feature("side by side", BOTH_IN_ONE, "one document uses both names"),)

    def _documents(self, referent: str) -> list[str]:
        documents = self.ground.referents
        return [documents[one].document for one in self._all(referent)[:MAX_COMPARED]]

    def _called_both(self, left: str, right: str) -> bool:
        ours, theirs = self.ground.keys[left], self.ground.keys[right]
        return theirs in self.also.get(ours, ()) or ours in self.also.get(theirs, ())

    def _called_alike(self, left: str, right: str) -> Features:
        ours, theirs = self.also.get(self.ground.keys[left], frozenset()), self.also.get(self.ground.keys[right], ())
        if ours.isdisjoint(theirs):
            return ()
        return (Feature("called alike", CALLED_ALIKE, f"both are also called {min(ours.intersection(theirs))!r}"),)

    def _all(self, referent: str) -> Sequence[str]:
        return self.ground.groups["org", self.ground.keys[referent]]


def _blocks(names: Mapping[str, Anatomy]) -> Iterator[list[str]]:
    blocks: dict[tuple[str, ...], list[str]] = {}
    for name, anatomy in names.items():
        for key in dict.fromkeys(_block_keys(anatomy)):
            blocks.setdefault(key, []).append(name)
    return (block for block in blocks.values() if len(block) > 1)


def _block_keys(anatomy: Anatomy) -> Iterator[tuple[str, ...]]:
    """Own words as written and, where a preposition may turn them round, in any order; else programme and unit words, or the country."""
    if anatomy.own_key:
        own = [part for part in anatomy.parts if part.role == "own"]
        yield (anatomy.own_key, *anatomy.themes)
        if len(own) > 1:
            yield ("turned", *sorted(part.cls for part in own), *anatomy.themes)
        return
    firm = tuple(unit for unit in anatomy.units if not is_weak(unit))
    if anatomy.themes:
        yield ("", *anatomy.themes, "of", *firm)
    elif anatomy.concepts and (anatomy.countries or len(anatomy.concepts) >= ENOUGH_CONCEPTS):
        yield ("", *anatomy.concepts, "/", *firm)
    if anatomy.countries:
        yield ("", *anatomy.countries, "in", *anatomy.themes, *anatomy.units)


def _compare_block(judge: _Judge, block: Sequence[str], anatomies: Mapping[str, Anatomy]) -> None:
    """Compare each name with those before it, nearest kin first, until one is the same."""
    kin: dict[tuple[str, ...], list[str]] = {}
    heads: list[str] = []
    for name in block:
        anatomy = anatomies[name]
        near = kin.setdefault(anatomy.key, [])
        for head in islice(dict.fromkeys((*near[:MAX_COMPARED], *heads[:MAX_COMPARED])), MAX_COMPARED):
            other = anatomies[head]
            if other.concepts != anatomy.concepts and other.units != anatomy.units and other.ordinals == anatomy.ordinals:
                continue  # what most names of a block of common words come to, told here without a comparison
            found = compare_names(other, anatomy)
            if found is not None and judge.write(head, name, found) == "SAME":
                break
        else:
            near.append(name)
            heads.append(name)


def _contained(names: Mapping[str, Anatomy]) -> Iterator[tuple[str, str]]:
    """Find the longer names that another one stands within, by looking shortened forms up."""
    first: dict[tuple[str, ...], str] = {}
    for name, anatomy in names.items():
        if not anatomy.general and not anatomy.bare_country:
            first.setdefault(anatomy.key, name)
    for name, anatomy in names.items():
        for key in dict.fromkeys(shortened_keys(anatomy)):
            short = first.get(key)
            if short is not None and short != name and not _in_one_block(names[short], anatomy):
                yield name, short


def _in_one_block(left: Anatomy, right: Anatomy) -> bool:
    return bool(left.own_key or left.themes) and not set(_block_keys(left)).isdisjoint(_block_keys(right))


def shortened_keys(anatomy: Anatomy) -> Iterator[tuple[str, ...]]:
    """Name the keys of a name's shortened forms.

    Args:
        anatomy: A name, taken apart.

    Returns:
        Keys of the name without its first words, without its last words, and without one word between.
    """
    parts = anatomy.parts
    if len(parts) < 2:
        return
    words = [part.cls if part.role == "own" else "" for part in parts]
    labels = ["" if part.role == "own" else f"{part.role}:{part.cls}" for part in parts]
    for at in range(1, len(parts)):
        yield _key_of(words[at:], labels[at:])
        yield _key_of(words[:at], labels[:at])
    for at in range(1, len(parts) - 1):
        yield _key_of(words[:at] + words[at + 1 :], labels[:at] + labels[at + 1 :])


def _key_of(words: Sequence[str], labels: Sequence[str]) -> tuple[str, ...]:
    """What `bag_key` gives for these parts."""
    if len(words) == 1:
        return (words[0], *filter(None, labels))
    return ("".join(words), *sorted(filter(None, labels)))


def _initials(names: Mapping[str, Anatomy]) -> Iterator[tuple[str, str]]:
    """Find longer names whose initials an acronym is."""
    acronyms = {_plain(anatomy.name): name for name, anatomy in names.items() if anatomy.acronym}
    if not acronyms:
        return
    met = dict.fromkeys(acronyms, 0)
    for name, anatomy in names.items():
        text = anatomy.name
        if anatomy.acronym or " " not in text:
            continue
        for acronym in sorted(acronym_of(text) & acronyms.keys()):
            if met[acronym] < MAX_COMPARED and is_acronym_for(acronym, text):
                met[acronym] += 1
                yield name, acronyms[acronym]


def _days(names: Mapping[str, Anatomy]) -> Iterator[tuple[str, str]]:
    """Find movements of a day that an M with a number is short for: M23 and the March 23 Movement, M-19 and the Movimiento 19 de Abril."""
    numbered = {match.group(1): name for name, anatomy in names.items() if (match := _M_AND_DAY.match(anatomy.name)) is not None}
    for name, anatomy in names.items() if numbered else ():
        dates = [part.cls for part in anatomy.parts if part.role == "theme" and part.cls.startswith("date-")]
        if anatomy.units == ("movement",) and len(dates) == 1 and len(anatomy.parts) == len(dates) + 1:
            short = numbered.get(dates[0].rpartition("-")[2])
            if short is not None:
                yield name, short


def _half_shortened(names: Mapping[str, Anatomy]) -> Iterator[tuple[str, str]]:
    """Find longer names that a name with an acronym in it is short for."""
    halves: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for name, anatomy in names.items():
        for letters, rest in _acronyms_within(anatomy):
            halves.setdefault((letters, rest), []).append(name)
    for name, anatomy in names.items() if halves else ():
        parts = anatomy.parts
        for begin in range(len(parts)):
            for end in range(begin + SHORTEST_INITIALS, len(parts) + 1):
                letters = "".join(part.word[0] for part in parts[begin:end])
                for short in halves.get((letters, bag_key((*parts[:begin], *parts[end:]))), ()):
                    if short != name:
                        yield name, short


def _acronyms_within(anatomy: Anatomy) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name each acronym among a name's words with the key of the rest; a rest of unit words says nothing."""
    for at, part in enumerate(anatomy.parts):
        if part.role != "own" or len(part.word) < SHORTEST_INITIALS or part.word.upper() not in anatomy.name:
            continue
        rest = (*anatomy.parts[:at], *anatomy.parts[at + 1 :])
        if any(other.role != "unit" for other in rest):
            yield part.word, bag_key(rest)


def _plain(acronym: str) -> str:
    return "".join(character for character in acronym.upper() if character.isalnum())
