"""What a whole document says of a name being a person's: another name beside it, and a surname that stands alone later.

One sentence rarely tells "Santa Anna" from "Abu Sayyaf". A byname ("X, alias Y", "X, nom de guerre Y") names the same thing as the name
before it, so both are of one class; and it is persons who are called by their last name alone once they have been introduced.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from testimonia.model.kinds import Filled
from testimonia.read.lexicon import flat, words_of
from testimonia.read.names.around import STRONG
from testimonia.read.names.heads import is_body_noun, is_programme
from testimonia.read.names.short_forms import Pairs
from testimonia.read.names.spotting import TAG_VOTE, Spot, Votes, no_votes
from testimonia.read.syntax import Tree
from testimonia.text.geography import country_of_adjective, is_country, is_place_name
from testimonia.text.names import fold_name

SURNAME_VOTE = 2.0
"""A name of several words whose last word stands alone later: more than the model's tag, less than what a text says outright."""
GIVEN_ALONE_VOTE = 1.0
"""The same of the first word: some peoples go by it."""
LONGEST_PERSON = 5
"""Words of the longest name of a person that is looked for again."""


def weigh_persons(votes: Mapping[str, Votes], spots: Sequence[Spot]) -> None:
    """Add to the votes what bynames and surnames tell.

    Args:
        votes: The votes for each folded name, which are added to.
        spots: All names of the document.
    """
    _share_bynames(votes, spots)
    first = {spot.key: spot.start for spot in sorted(spots, key=lambda s: -s.start)}
    _weigh_surnames(votes, first)
    _doubt_lone_words(votes, spots)


def namesakes(spots: Sequence[Spot]) -> Pairs:
    """Find the names of persons of which one holds all words of the other and which are yet two persons, such as father and son.

    Who is called by a longer name afterwards was named in full: "Amara Keïta", and later "Modibo Amara Keïta". A surname of two words
    ("Abello Ruiz") comes after the name in full and opens with no given name. Of kin, a text speaks side by side.

    Args:
        spots: The names of persons in a document.

    Returns:
        Pairs of folded names, the shorter first.
    """
    first: dict[str, int] = {}
    by_tree: dict[int, tuple[Tree, set[str]]] = {}
    for spot in sorted(spots, key=lambda s: s.start):
        first.setdefault(spot.key, spot.start)
        by_tree.setdefault(spot.tree.sentence.start, (spot.tree, set()))[1].add(spot.key)
    found = {(short, full) for full in first for short in _tails(full) if short in first and _is_in_full(short, first[short] < first[full])}
    before: set[str] = set()
    for start in sorted(by_tree):
        tree, named = by_tree[start]
        if any(lemma in words_of("names", "relatives") for lemma in tree.lemma):
            near = named | before
            found |= {(a, b) for a in near for b in near if len(a) < len(b) and " " in a and set(a.split()) <= set(b.split())}
        before = named
    return frozenset(found)


def bynames_of_persons(
    spots: Sequence[Spot], links: Mapping[str, tuple[str, Filled]], *, persons: Collection[str]
) -> dict[str, tuple[str, Filled]]:
    """Find the bynames that stand for a person named in full: "X Y, alias Z". Other names of a body are told in claims.

    Args:
        spots: All names of a document.
        links: For each folded name the one that it stands for so far, and how.
        persons: The folded names of persons.

    Returns:
        Links to add: the folded byname to the name before it.
    """
    ends = {spot.end: spot.key for spot in spots}
    found: dict[str, tuple[str, Filled]] = {}
    for spot in spots:
        owner = None if spot.byname_of is None else ends.get(spot.byname_of)
        if owner is None or owner not in persons or spot.key not in persons:
            continue
        if links[spot.key] == (spot.key, "name") and links[owner][0] != spot.key and owner not in found:
            found[spot.key] = (owner, "short_name")
    return found


def _tails(full: str) -> list[str]:
    """List what is left of a name without its first words, two words at least."""
    words = full.split()
    return [" ".join(words[n:]) for n in range(1, len(words) - 1)] if len(words) <= LONGEST_PERSON else []


def _is_in_full(short: str, comes_first: bool) -> bool:
    """Say whether a name of several words is one in full: it is named before the longer one, or opens with a given name."""
    opening = short.split()[0]
    return opening not in flat("particles") and (comes_first or opening in words_of("first_names", "first"))


def name_groups_of_persons(spots: Sequence[Spot]) -> None:
    """Take the noun after a person's name into the name of the body that is called by it: "the Karuna faction", "the Biplav group".

    A name is a person's here where its other mentions, or those of the name that it is a byname of, speak for that.

    Args:
        spots: All names of the document; those of such bodies are changed in place.
    """
    if not any(spot.group_after is not None for spot in spots):
        return
    votes: dict[str, Votes] = {}
    for spot in spots:
        mine = votes.setdefault(spot.key, no_votes())
        for cls, weight in spot.votes.items() if spot.group_after is None else ():
            mine[cls] += weight
    weigh_persons(votes, spots)
    for spot in spots:
        mine = votes[spot.key]
        if spot.group_after is not None and mine["person"] > max(mine["org"], mine["place"]):
            noun = spot.tree.tokens[spot.group_after]
            spot.text, spot.end, spot.head = f"{spot.text} {noun.text}", noun.end, noun.i
            spot.key, spot.tokens = fold_name(spot.text), (*spot.tokens, noun.i)
            spot.votes = no_votes()
            spot.votes["org"] = STRONG


def _share_bynames(votes: Mapping[str, Votes], spots: Sequence[Spot]) -> None:
    """Let a name and its byname have one sum of votes."""
    ends = {spot.end: spot.key for spot in spots}
    for spot in spots:
        owner = None if spot.byname_of is None else ends.get(spot.byname_of)
        if owner is None or owner == spot.key:
            continue
        for cls in set(votes[owner]) | set(votes[spot.key]):
            votes[owner][cls] = votes[spot.key][cls] = votes[owner][cls] + votes[spot.key][cls]


def _weigh_surnames(votes: Mapping[str, Votes], first: Mapping[str, int]) -> None:
    """Let a word that stands alone after a longer name ending in it speak for a person, where it is no word of bodies or places."""
    by_last: defaultdict[str, list[str]] = defaultdict(list)
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for key in votes:
        words = key.split()
        if 2 <= len(words) <= LONGEST_PERSON and _may_be_person(words):
            by_last[words[-1]].append(key)
            by_first[words[0]].append(key)
    for short in [key for key in votes if " " not in key]:
        for longer, weight in ((by_last[short], SURNAME_VOTE), (by_first[short], GIVEN_ALONE_VOTE)):
            named = [key for key in longer if first[key] <= first[short] and votes[key]["person"] > 0]
            if not named or len(short) < 3 or not _may_be_person([short]) or votes[short]["place"] > votes[short]["person"] + weight:
                continue
            votes[short]["person"] += weight
            for key in named if len(named) == 1 else ():
                votes[key]["person"] += weight


def _doubt_lone_words(votes: Mapping[str, Votes], spots: Sequence[Spot]) -> None:
    """Count the model's tags once where nothing else makes a single word a person's name that is part of no longer name.

    Persons are introduced with their full name or a role; a model that takes an unknown word for a person does so every time it meets it.
    """
    tagged: defaultdict[str, float] = defaultdict(float)
    for spot in spots:
        tagged[spot.key] += sum(spot.tree.tokens[i].name[2:] == "PER" for i in spot.tokens) / len(spot.tokens) * TAG_VOTE
    within = {word for key in votes if " " in key for word in key.split()}
    for key, weight in tagged.items():
        if " " not in key and key not in within and weight > TAG_VOTE and votes[key]["person"] <= weight:
            votes[key]["person"] = min(votes[key]["person"], TAG_VOTE)


def _may_be_person(words: Sequence[str]) -> bool:
    """Say whether no word of a folded name tells of a body, a programme, a place or a people."""
    if words[0] in flat("particles"):
        return False
    whole = " ".join(words).title()
    if is_place_name(whole) or is_country(whole):
        return False
    return not any(is_body_noun(w) or is_programme(w) or w in words_of("names", "small") or country_of_adjective(w.title()) for w in words)
