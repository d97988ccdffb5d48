"""Say which words of a parsed document are names, and gather what votes for each being an organisation, a person, a place or a named event.

Four witnesses vote: the model's own tags, the head words of names, the words around a name, and lists of countries and settlements. One
alone is often wrong (a town after "attacked" is tagged a person), so votes are summed over all places where a document uses a name.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from testimonia.model.kinds import EntityClass
from testimonia.read.chunks import Chunk
from testimonia.read.lexicon import organisation_heads, organisation_kinds, table, words_of
from testimonia.read.syntax import Tree
from testimonia.text.geography import country_of_adjective, is_country, is_place_name
from testimonia.text.names import fold_name

TAG_VOTE = 1.5
"""A tag of the model; its types are right about three times in four (model card)."""
HEAD_VOTE = 4.0
"""A head word of organisations or named events as last or first word of the name."""
LIST_VOTE = 2.5
"""A country or a region; a settlement votes with `SETTLEMENT_VOTE`, for there is a village of nearly every name."""
SETTLEMENT_VOTE = 2.0
WORD_VOTE = 2.5
"""A word beside the name: "the town of", "spokesman", "members of"."""

_CLASS_OF_TAG: dict[str, EntityClass] = {"ORG": "org", "PER": "person", "LOC": "place"}


Votes = defaultdict[EntityClass, float]


def no_votes() -> Votes:
    """Begin a count of votes.

    Returns:
        A mapping in which every class has 0.
    """
    return defaultdict(float)


@dataclass(slots=True)
class Spot:
    """A name at offsets, the tree and head token that carry it, and its votes."""

    start: int
    end: int
    text: str
    key: str
    tree: Tree
    head: int
    tokens: tuple[int, ...]
    votes: Votes = field(default_factory=no_votes)
    role: str | None = None


def spot_names(tree: Tree, chunks: list[Chunk], text: str, *, is_settlement: Callable[[str], bool]) -> list[Spot]:
    """Find the names in one parsed sentence.

    Args:
        tree: The sentence.
        chunks: Runs of capitalised words of its passage.
        text: The document's text.
        is_settlement: Says whether a name is that of a settlement in the gazetteer.

    Returns:
        Spots in text order, none overlapping another.
    """
    spans = _spans(tree, chunks)
    spots = []
    for start, end, tokens in spans:
        while text[start:end][-1:] in "-–’'" and end > start + 1:
            end -= 1
        name = " ".join(text[start:end].split())
        spot = Spot(start, end, name, fold_name(name), tree, _head(tree, tokens), tokens)
        if not spot.key or _is_generic(name) or (country_of_adjective(name) is not None and not is_country(name)):
            continue
        _vote(spot, is_settlement)
        spots.append(spot)
    return spots


def _is_generic(name: str) -> bool:
    """Say whether a capitalised word is a stand-in and no name: "the Brigades", "the Front"."""
    return " " not in name and name.lower() in words_of("people", "generic_groups") | words_of("people", "force_nouns")


def _spans(tree: Tree, chunks: list[Chunk]) -> list[tuple[int, int, tuple[int, ...]]]:
    """Reconcile chunks with the model's tags: a chunk stands if merged, tagged or a proper noun; a tag that no chunk touches stands too."""
    spans: list[tuple[int, int, tuple[int, ...]]] = []
    taken: set[int] = set()
    for chunk in chunks:
        if chunk.end <= tree.sentence.start or chunk.start >= tree.sentence.end:
            continue
        tokens = tuple(t.i for t in tree.tokens if t.start < chunk.end and chunk.start < t.end)
        if not tokens:
            continue
        tagged = any(tree.tokens[i].name != "O" for i in tokens)
        proper = tree.tokens[tokens[-1]].upos == "PROPN" or tree.tokens[_head(tree, tokens)].upos == "PROPN"
        taken.update(tokens)
        if chunk.merge or tagged or proper:
            for run in _split_at_person(tree, tokens, chunk):
                spans.append((max(chunk.start, tree.tokens[run[0]].start), min(chunk.end, tree.tokens[run[-1]].end), run))
    for run in _tagged_runs(tree):
        if not taken & set(run) and any(tree.tokens[i].upos == "PROPN" for i in run):
            spans.append((tree.tokens[run[0]].start, tree.tokens[run[-1]].end, run))
    return sorted(spans)


def _tagged_runs(tree: Tree) -> list[tuple[int, ...]]:
    runs: list[list[int]] = []
    for token in tree.tokens:
        if token.name.startswith("B-"):
            runs.append([token.i])
        elif token.name.startswith("I-") and runs and runs[-1][-1] == token.i - 1:
            runs[-1].append(token.i)
    return [tuple(run) for run in runs]


def _split_at_person(tree: Tree, tokens: tuple[int, ...], chunk: Chunk) -> list[tuple[int, ...]]:
    """Cut "Hamas Yahya Sinwar" where the model tags a person that begins inside a run without a head word."""
    if chunk.headed or chunk.merge:
        return [tokens]
    for i in tokens[1:]:
        if tree.tokens[i].name == "B-PER":
            return [tuple(t for t in tokens if t < i), tuple(t for t in tokens if t >= i)]
    return [tokens]


def _head(tree: Tree, tokens: tuple[int, ...]) -> int:
    """Give the token of a span whose head lies outside it; the last one if there are several."""
    inside = set(tokens)
    heads = [i for i in tokens if tree.tokens[i].head not in inside]
    return heads[0] if heads else tokens[-1]


def _vote(spot: Spot, is_settlement: Callable[[str], bool]) -> None:
    votes, words = spot.votes, [w.lower() for w in spot.text.split()]
    for i in spot.tokens:
        tag = spot.tree.tokens[i].name
        if tag != "O":
            votes[_CLASS_OF_TAG[tag[2:]]] += TAG_VOTE / len(spot.tokens)
    last, first = words[-1], words[0]
    if len(words) > 1 and (last in words_of("named_events", "heads") or (first in words_of("named_events", "heads") and "of" in words)):
        votes["named_event"] += HEAD_VOTE
    if len(words) > 1 and (
        last in organisation_heads() or first in organisation_heads() or any(w in organisation_kinds() for w in (last,))
    ):
        votes["org"] += HEAD_VOTE
    elif len(words) == 1 and first in organisation_kinds():
        votes["org"] += WORD_VOTE
    elif any(w in organisation_heads() for w in words):
        votes["org"] += HEAD_VOTE / 2
    if len(words) > 1 and last in words_of("places", "heads") and last not in organisation_heads():
        votes["place"] += HEAD_VOTE
    if is_country(spot.text) or is_place_name(spot.text):
        votes["place"] += LIST_VOTE
    elif is_settlement(spot.text):
        # many a person bears a town's name; where the model sees a person, the list says little
        votes["place"] += SETTLEMENT_VOTE if votes["person"] == 0 or _in_place_slot(spot) else SETTLEMENT_VOTE / 4
    bare = spot.text.replace(".", "").replace("-", "")
    if len(words) == 1 and len(bare) > 1 and bare.isupper() and not is_country(spot.text):
        votes["org"] += WORD_VOTE
    if first in ("abu", "umm") and len(words) == 2:
        votes["person"] += WORD_VOTE
    _vote_by_surroundings(spot)


def _is_called_a_body(tree: Tree, i: int) -> bool:
    """Say whether the sentence calls a name a group: "X is an armed group", "X, a militia"."""
    bodies = words_of("people", "generic_groups")
    token = tree.tokens[i]
    beside = [*tree.children(i, "appos", "flat", "nmod:desc"), *(k for a in tree.children(i, "appos") for k in tree.children(a, "appos"))]
    if any(tree.tokens[k].lemma.lower() in table("people", "roles") for k in beside):
        return False  # "X, a former commander of Y, a unit of Z"
    if any(tree.tokens[k].text.lower() in bodies and tree.tokens[k].upos == "NOUN" for k in tree.children(i, "appos")):
        return True
    if token.deprel != "nsubj":
        return False
    predicate = tree.tokens[token.head]
    return predicate.text.lower() in bodies and predicate.upos == "NOUN" and bool(tree.children(predicate.i, "cop"))


def _in_place_slot(spot: Spot) -> bool:
    """Say whether a name stands where places stand: "captured X", "the siege of X", "withdrew from X"."""
    token = spot.tree.tokens[spot.head]
    if token.head < 0:
        return False
    governor = spot.tree.tokens[token.head].lemma.lower()
    if token.deprel in ("obj", "nsubj:pass"):
        return governor in words_of("places", "taken")
    case = spot.tree.case(spot.head)
    return (case in ("of", "on") and governor in words_of("places", "taken")) or case in words_of("places", "prepositions")


@cache
def _relation_verbs() -> frozenset[str]:
    """Verbs that tie one body to another: "split from X", "aligned with X"."""
    return words_of("relations", "split_verbs") | words_of("relations", "affiliation_verbs") | words_of("relations", "ally_verbs")


def _vote_by_surroundings(spot: Spot) -> None:
    tree, votes, head = spot.tree, spot.votes, spot.head
    token = tree.tokens[head]
    case = tree.case(head)
    governor = tree.tokens[token.head] if token.head >= 0 else None
    before = tree.tokens[spot.tokens[0] - 1] if spot.tokens[0] > 0 else None
    if before is not None and before.lemma.lower() in (words_of("people", "titles") | set(table("people", "roles"))):
        votes["person"] += WORD_VOTE
        spot.role = table("people", "roles").get(before.text.lower())
    if governor is not None and case == "of" and governor.lemma.lower() in words_of("places", "before"):
        votes["place"] += WORD_VOTE * 2
    if before is not None and before.lemma.lower() in words_of("places", "before"):
        votes["place"] += WORD_VOTE
    after = tree.tokens[spot.tokens[-1] + 1] if spot.tokens[-1] + 1 < len(tree.tokens) else None
    if after is not None and after.text.lower() in words_of("places", "before"):
        votes["place"] += WORD_VOTE
    noun = tree.tokens[token.head].text.lower() if token.head >= 0 else ""
    if token.deprel in ("compound", "amod", "nmod:desc", "flat") and noun in words_of("people", "generic_groups") and token.head > head:
        votes["org"] += WORD_VOTE * 1.5  # "the X movement", "X militia"
    if _is_called_a_body(tree, head):
        votes["org"] += HEAD_VOTE
    if after is not None and after.lemma.lower() in words_of("people", "members") and token.deprel in ("compound", "nmod:poss"):
        votes["org"] += WORD_VOTE
    if (
        governor is not None
        and case in ("of", "from")
        and governor.lemma.lower() in (words_of("people", "members") | words_of("relations", "wing_nouns"))
    ):
        votes["org"] += WORD_VOTE
    if governor is not None and case in ("from", "with", "to") and governor.lemma.lower() in _relation_verbs():
        votes["org"] += WORD_VOTE
    if case in ("in", "near", "at", "around", "outside", "across", "throughout"):
        votes["place"] += TAG_VOTE
    if governor is not None and token.deprel == "nsubj" and governor.lemma.lower() in words_of("people", "person_verbs"):
        votes["person"] += TAG_VOTE / 2
