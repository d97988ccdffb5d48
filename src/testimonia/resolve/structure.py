"""Names that resemble each other: candidates by key, decisions by comparing part by part.

Candidates are names with one consonant key of their own words, names whose programme words agree where there are no own words, names that
stand within a longer one, and acronyms with the initials of a name. Names are compared, not referents: one referent stands for all that
bear its name.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from testimonia.resolve.anatomy import ENOUGH_CONCEPTS, Anatomy, bag_key
from testimonia.resolve.compare import Comparison, compare_contained, compare_names
from testimonia.resolve.ground import Ground, GroupKey
from testimonia.resolve.proposals import Proposals
from testimonia.text.names import acronym_of, is_acronym_for
from testimonia.text.unit_words import is_weak

RULE_NAME = "name structure"
MAX_COMPARED = 20
"""Names of one block that each further name is compared with; blocks grow with common words (a city's name), which tell least."""
LIFTED = {"alias": 0.9, "parent": 0.88, "context": 0.8}
"""Score of an UNSURE that other evidence lifts to SAME."""
_WHY = {
    "alias": "both are also called by one name",
    "parent": "both are stated to be the armed wing of one body",
    "context": "their documents name other bodies and places in common",
}


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
    names = [members[0] for (cls, _), members in bearers.items() if cls == "org" and not ground.anatomy(members[0]).bare]
    judge = _Judge(ground, proposals, also)
    for block in _blocks(ground, names):
        _compare_block(judge, block)
    contained = list(_contained(ground, names))
    longer = Counter(short for _, short in contained)
    for long, short in contained:
        found = compare_contained(ground.anatomy(long), ground.anatomy(short))
        judge.write(long, short, found if longer[short] == 1 else replace(found, lifts=found.lifts - {"context"}))
    for long, short in _initials(ground, names):
        if not also.get(ground.keys[short]):
            judge.write(
                long, short, Comparison("UNSURE", 0.3, ("the initials of the longer name; no document says so",), frozenset(("parent",)))
            )


class _Judge:
    """Writes comparisons down, lifted where other evidence allows."""

    def __init__(self, ground: Ground, proposals: Proposals, also: Mapping[str, frozenset[str]]) -> None:
        self.ground, self.proposals, self.also = ground, proposals, also

    def write(self, left: str, right: str, found: Comparison) -> str | None:
        """Write one comparison down for two names' referents; words keep nobody apart whom a text calls by both names."""
        if found.verdict == "DIFFERENT" and self._called_both(left, right):
            return None
        if found.verdict == "SAME" and self.ground.other_parents(self._all(left), self._all(right)):
            reasons = (*found.reasons, "stated to be wings of different bodies")
            return self.proposals.add(left, right, "UNSURE", 0.5, reasons, rule=RULE_NAME)
        lift = self._lift(left, right, found)
        if lift is None:
            return self.proposals.add(left, right, found.verdict, found.score, found.reasons, rule=RULE_NAME)
        return self.proposals.add(left, right, "SAME", LIFTED[lift], (*found.reasons, _WHY[lift]), rule=RULE_NAME)

    def _called_both(self, left: str, right: str) -> bool:
        ours, theirs = self.ground.keys[left], self.ground.keys[right]
        return theirs in self.also.get(ours, ()) or ours in self.also.get(theirs, ())

    def _lift(self, left: str, right: str, found: Comparison) -> str | None:
        if found.verdict != "UNSURE":
            return None
        keys = self.ground.keys
        if "alias" in found.lifts and not self.also.get(keys[left], frozenset()).isdisjoint(self.also.get(keys[right], ())):
            return "alias"
        if "parent" in found.lifts and self.ground.share_parent(self._all(left), self._all(right)):
            return "parent"
        if "context" in found.lifts and self.ground.share_company(self._all(left), self._all(right)):
            return "context"
        return None

    def _all(self, referent: str) -> Sequence[str]:
        return self.ground.groups["org", self.ground.keys[referent]]


def _blocks(ground: Ground, names: Iterable[str]) -> Iterator[list[str]]:
    blocks: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        anatomy = ground.anatomy(name)
        if anatomy.own_key:
            blocks.setdefault((anatomy.own_key,), []).append(name)
        elif anatomy.concepts and (anatomy.countries or len(anatomy.concepts) >= ENOUGH_CONCEPTS):
            firm = (unit for unit in anatomy.units if not is_weak(unit))
            blocks.setdefault(("", *anatomy.concepts, "/", *firm), []).append(name)
        if not anatomy.own_key and anatomy.concepts and anatomy.countries:
            blocks.setdefault(("", *anatomy.countries, "in", *anatomy.units), []).append(name)
    return (block for block in blocks.values() if len(block) > 1)


def _compare_block(judge: _Judge, block: Sequence[str]) -> None:
    """Compare each name with those before it, nearest kin first, until one is the same."""
    kin: dict[tuple[str, ...], list[str]] = {}
    heads: list[str] = []
    for name in block:
        anatomy = judge.ground.anatomy(name)
        near = kin.setdefault(anatomy.key, [])
        far = islice((head for head in heads if head not in near), max(0, MAX_COMPARED - len(near)))
        if any(_compare(judge, head, name) == "SAME" for head in (*near[:MAX_COMPARED], *far)):
            continue
        near.append(name)
        heads.append(name)


def _compare(judge: _Judge, left: str, right: str) -> str | None:
    found = compare_names(judge.ground.anatomy(left), judge.ground.anatomy(right))
    return None if found is None else judge.write(left, right, found)


def _contained(ground: Ground, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Find the longer names that another one stands within, by looking shortened forms up."""
    first: dict[tuple[str, ...], str] = {}
    for name in names:
        anatomy = ground.anatomy(name)
        if not anatomy.general and not anatomy.bare_country:
            first.setdefault(anatomy.key, name)
    for name in names:
        for key in dict.fromkeys(shortened_keys(ground.anatomy(name))):
            short = first.get(key)
            if short is not None and short != name and not _in_one_block(ground.anatomy(short), ground.anatomy(name)):
                yield name, short


def _in_one_block(left: Anatomy, right: Anatomy) -> bool:
    return left.own_key == right.own_key != ""


def shortened_keys(anatomy: Anatomy) -> Iterator[tuple[str, ...]]:
    """Name the keys of a name's shortened forms.

    Args:
        anatomy: A name, taken apart.

    Returns:
        Keys of the name without its first words, without its last words, and without one word between.
    """
    parts = anatomy.parts
    for at in range(1, len(parts)):
        yield bag_key(parts[at:])
        yield bag_key(parts[:at])
    for at in range(1, len(parts) - 1):
        yield bag_key((*parts[:at], *parts[at + 1 :]))


def _initials(ground: Ground, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Find longer names whose initials an acronym is."""
    acronyms = {_plain(ground.referents[name].name): name for name in names if ground.anatomy(name).acronym}
    if not acronyms:
        return
    met = dict.fromkeys(acronyms, 0)
    for name in names:
        text = ground.referents[name].name
        if ground.anatomy(name).acronym or " " not in text:
            continue
        for acronym in acronym_of(text) & acronyms.keys():
            if met[acronym] < MAX_COMPARED and is_acronym_for(acronym, text):
                met[acronym] += 1
                yield name, acronyms[acronym]


def _plain(acronym: str) -> str:
    return "".join(character for character in acronym.upper() if character.isalnum())
