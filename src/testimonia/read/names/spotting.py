"""Say which words of a parsed document are names, and gather what votes for each being an organisation, a person, a place or a named event.

Four witnesses vote: the model's own tags, the head words of names, the words around a name, and lists of countries and settlements. One
alone is often wrong (a town after "attacked" is tagged a person), so votes are summed over all places where a document uses a name.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from operator import attrgetter

from testimonia.model.kinds import EntityClass
from testimonia.read.lexicon import any_of, organisation_kinds, words_of
from testimonia.read.names.around import LIKELY
from testimonia.read.names.bynames import byname_owner
from testimonia.read.names.chunks import Chunk
from testimonia.read.names.glosses import gloss_owner, spelled_acronym
from testimonia.read.names.heads import is_body_noun, is_foreign_head, is_head, is_programme, is_territory
from testimonia.read.names.kinds import Bent
from testimonia.read.names.surroundings import in_place_slot, vote_by_surroundings
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.text.dates import StatedDate
from testimonia.text.geography import country_of_adjective, is_country, is_place_name, region_of_adjective
from testimonia.text.names import fold_name

TAG_VOTE = 1.5
"""A tag of the model; its types are right about three times in four (model card)."""
HEAD_VOTE = 4.0
"""A head word of bodies or of places as last or first word of the name."""
EVENT_VOTE = 5.0
"""A head word of named events; more than what is done to bodies says, for accords too are opposed and signed."""
LIST_VOTE = 2.5
"""A country or a region; a settlement votes with `SETTLEMENT_VOTE`, for there is a village of nearly every name."""
SETTLEMENT_VOTE = 2.0
WORD_VOTE = 2.5
"""A one-word name that is an acronym, or a head word by itself."""
PROGRAMME_VOTE = 1.75
"""A word of programmes or emblems in a name of several words: "Anarchist Struggle". More than a wrong tag, less than a listed place."""
KUNYA_VOTE = 1.0
"""Abu and a name: a man's byname, and less often a body's; what the text does with it decides."""

INITIALS_VOTE = 1.0
"""A name that opens with an initial, as those of persons do."""
INTRODUCED_VOTE = 2.5
"""A name that the text gives an acronym or a qualifier for: bodies have those, and places seldom."""

_PERSON_WORDS = range(2, 6)
_INITIALS = re.compile(r"[A-Z]{2}")
"""Initials without points before a surname: "KP", "SS"."""
_LONGEST_SUFFIX = 16
"""Code points after a name in which "-affiliated" and the like end."""
_ARTICLE = re.compile(r"^(?:al|el|ul)[-‑–](?=\w)")
_HE_NEXT = re.compile(r"\s+(?:He|She)\b")
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
    """A name at offsets, the tree and head token that carry it, its votes, what it does there, and the names beside it in a list.

    `byname_of` and `gloss_of` are where the name ends of which it is said to be another name, `spells` where the acronym ends that it
    stands for; `stated` tells that the text says how far the name reaches, `group_after` is the token of a noun for bodies just after it.
    `called` is the general noun beside the name: "the X group".
    """

    start: int
    end: int
    text: str
    key: str
    tree: Tree
    head: int
    tokens: tuple[int, ...]
    votes: Votes = field(default_factory=no_votes)
    role: str | None = None
    bent: Bent | None = None
    company: tuple[str, ...] = ()
    byname_of: int | None = None
    gloss_of: int | None = None
    spells: int | None = None
    stated: bool = False
    group_after: int | None = None
    called: str | None = None


def spot_names(tree: Tree, chunks: Sequence[Chunk], text: str, *, is_settlement: Callable[[str], bool]) -> list[Spot]:
    """Find the names in one parsed sentence.

    Args:
        tree: The sentence.
        chunks: Runs of capitalised words of its passage, in text order, none overlapping another.
        text: The document's text.
        is_settlement: Says whether a name is that of a settlement in the gazetteer.

    Returns:
        Spots in text order, none overlapping another.
    """
    chunks = _within(tree, chunks)
    spans = _spans(tree, chunks)
    spots = []
    for start, end, tokens in spans:
        while text[start:end][-1:] in "-–’'" and end > start + 1:
            end -= 1
        name = " ".join(text[start:end].split())
        spot = Spot(start, end, name, fold_name(name), tree, _head(tree, tokens), tokens)
        if (
            not spot.key
            or _is_generic(name)
            or _is_vehicle(name, text)
            or name.lower() in any_of(("names", "languages"), ("names", "ethnonyms"))
            or (region_of_adjective(name) is not None and not is_place_name(name))
            or (country_of_adjective(name) is not None and not is_country(name))
        ):
            continue
        spot.stated = any(chunk.stated and chunk.start <= start < chunk.end for chunk in chunks)
        spot.byname_of = byname_owner(text, start)
        if spot.byname_of is not None and any(words in text[spot.byname_of : start] for words in ("nom de guerre", "alias")):
            spot.votes["person"] += LIKELY  # bodies have other names, and seldom these
        spot.gloss_of, spot.spells = gloss_owner(text, start, name), spelled_acronym(text, start, text[start:end])
        _vote(spot, is_settlement, suffix=_suffix(text, end))
        _note_followed_by_he(spot, text)
        _note_group_after(spot, text)
        spot.called = _called(spot)
        spots.append(spot)
    _note_company(tree, spots)
    _note_owned(spots, text)
    return spots


def _note_owned(spots: Sequence[Spot], text: str) -> None:
    """Let a name of several words right after a body's and "of" be a person's, whose body it is: "the Northern Front of Luis Vega"."""
    for body, owner in pairwise(spots):
        named = len(owner.text.split()) > 1 and not owner.votes["place"] and owner.votes["org"] < WORD_VOTE
        if text[body.end : owner.start] == " of " and body.votes["org"] >= WORD_VOTE and named:
            owner.votes["person"] += LIKELY


def outside_names(dates: Sequence[StatedDate], spots: Sequence[Spot]) -> list[StatedDate]:
    """Leave out the dates that are part of a name: the 1945 Brigade, the 23 May Movement.

    Args:
        dates: The dates stated in a sentence.
        spots: The names of the sentence.

    Returns:
        The other dates, in text order.
    """
    return [d for d in dates if not any(s.start <= d.start and d.end <= s.end for s in spots)]


def _is_vehicle(name: str, text: str) -> bool:
    """Say whether a name is that of a train or ship, which is neither a body nor a place: "the Karakoram Express", "MV Sewol"."""
    words = name.lower().split()
    if len(words) > 1 and words[0] in words_of("names", "ships"):
        return True
    return len(words) > 1 and words[-1] in words_of("names", "trains") and ("train" in text or "railway" in text)


def _note_followed_by_he(spot: Spot, text: str) -> None:
    """Let "He" or "She" at the head of the next sentence speak for the subject of this one being a person."""
    token = spot.tree.tokens[spot.head]
    if token.deprel not in SUBJECTS or token.head < 0 or spot.tree.tokens[token.head].deprel != "root":
        return
    if _HE_NEXT.match(text, spot.tree.sentence.end) and not any(c.isupper() for c in text[spot.end : spot.tree.sentence.end]):
        spot.votes["person"] += LIKELY


def _note_group_after(spot: Spot, text: str) -> None:
    """Note "group" and the like after a name with an article: where the name alone is a person's, both together name a body."""
    tree, after = spot.tree, spot.tokens[-1] + 1
    if after >= len(tree.tokens) or tree.low[after] not in words_of("names", "groups_of_persons"):
        return
    if spot.tokens[0] > 0 and tree.low[spot.tokens[0] - 1] == "the" and text[spot.end : tree.tokens[after].start] == " ":
        spot.group_after = after


def _called(spot: Spot) -> str | None:
    """Give the general noun that stands right before or after a name: "the militant group X", "the X group"."""
    low, beside = spot.tree.low, (spot.tokens[-1] + 1, spot.tokens[0] - 1)
    return next((low[i] for i in beside if 0 <= i < len(low) and low[i] in words_of("names", "any_body")), None)


def _suffix(text: str, end: int) -> str:
    """Give what is written to a name with a hyphen: "led" for "X-led"."""
    if text[end : end + 1] not in ("-", "‑", "–"):
        return ""
    return text[end + 1 : end + _LONGEST_SUFFIX].split(maxsplit=1)[0].lower() if text[end + 1 : end + 2].isalpha() else ""


def _note_company(tree: Tree, spots: list[Spot]) -> None:
    """Note with which other names of the sentence a name is coordinated: things of one class are."""
    at = {spot.head: spot for spot in spots}
    lists: dict[int, list[Spot]] = {}
    for spot in spots:
        first = spot.head
        while tree.tokens[first].deprel == "conj" and tree.tokens[first].head in at:
            first = tree.tokens[first].head
        lists.setdefault(first, []).append(spot)
    for together in lists.values():
        for spot in together if len(together) > 1 else ():
            spot.company = tuple(other.key for other in together if other is not spot)


def _is_generic(name: str) -> bool:
    """Say whether a capitalised word is a stand-in and no name: "the Brigades", "the Front"."""
    low = name.lower()
    if " " not in name:
        return low in _stand_ins() or (low.endswith("s") and low[:-1] in words_of("people", "titles"))  # "the Senators"
    last = low.rsplit(" ", 1)[1]
    return last in words_of("people", "titles") and not is_head(last) and not is_programme(last)


@cache
def _stand_ins() -> frozenset[str]:
    """Words that alone name nobody, however they are written."""
    return any_of(("people", "generic_groups"), ("people", "force_nouns"), ("people", "titles"), ("names", "document_parts"))


def _within(tree: Tree, chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """Give those of a passage's chunks that reach into a sentence; a passage may have thousands of both."""
    first = bisect_right(chunks, tree.sentence.start, key=attrgetter("end"))
    return chunks[first : bisect_left(chunks, tree.sentence.end, lo=first, key=attrgetter("start"))]


def _spans(tree: Tree, chunks: Sequence[Chunk]) -> list[tuple[int, int, tuple[int, ...]]]:
    """Reconcile chunks with the model's tags: a chunk stands if merged, tagged or a proper noun; a tag that no chunk touches stands too."""
    spans: list[tuple[int, int, tuple[int, ...]]] = []
    taken: set[int] = set()
    for chunk in chunks:
        first = bisect_right(tree.tokens, chunk.start, key=attrgetter("end"))
        tokens = tuple(range(first, bisect_left(tree.tokens, chunk.end, lo=first, key=attrgetter("start"))))
        if not tokens:
            continue
        tagged = any(tree.tokens[i].name != "O" for i in tokens)
        proper = tree.tokens[tokens[-1]].upos == "PROPN" or tree.tokens[_head(tree, tokens)].upos == "PROPN"
        taken.update(tokens)
        if chunk.merge or chunk.stands or tagged or proper or len(chunk.words) > 1:
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
    """Cut "Ansaru Khalid Musa" where the model tags a person that begins inside a run, after a name of another kind."""
    if chunk.headed or chunk.merge or tree.tokens[tokens[0]].name in ("B-PER", "I-PER") or is_place_name(" ".join(chunk.words)):
        return [tokens]
    for i in tokens[1:]:
        initials = i == tokens[1] and _INITIALS.fullmatch(tree.tokens[tokens[0]].text) is not None
        if tree.tokens[i].name == "B-PER" and not initials:
            return [tuple(t for t in tokens if t < i), tuple(t for t in tokens if t >= i)]
    return [tokens]


def _head(tree: Tree, tokens: tuple[int, ...]) -> int:
    """Give the token of a span whose head lies outside it; the last one if there are several."""
    inside = set(tokens)
    heads = [i for i in tokens if tree.tokens[i].head not in inside]
    return heads[0] if heads else tokens[-1]


def _vote(spot: Spot, is_settlement: Callable[[str], bool], *, suffix: str) -> None:
    """Sum the votes of the tags, of the name's own words, of the lists of places and of the words around the name."""
    _vote_by_tags(spot)
    votes = spot.votes
    listed = is_country(spot.text) or is_place_name(spot.text)
    if listed:
        votes["place"] += LIST_VOTE
    elif is_territory(spot.text, is_settlement=is_settlement):
        votes["place"] += HEAD_VOTE
    else:
        _vote_by_words(spot)
        _vote_by_shape(spot)
    if not listed and is_settlement(_without_compass(spot.text)):
        # many a person bears a town's name; where the model sees a person, the list says little
        votes["place"] += SETTLEMENT_VOTE if votes["person"] == 0 or in_place_slot(spot.tree, spot.head) else SETTLEMENT_VOTE / 4
    spot.role, spot.bent = vote_by_surroundings(spot.tree, spot.tokens, spot.head, votes, suffix=suffix, listed=listed)


def _without_compass(name: str) -> str:
    """Take the part of a town off its name: "East Mosul"."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in words_of("places", "parts") else name


def _vote_by_tags(spot: Spot) -> None:
    for i in spot.tokens:
        tag = spot.tree.tokens[i].name
        if tag != "O":
            spot.votes[_CLASS_OF_TAG[tag[2:]]] += TAG_VOTE / len(spot.tokens)


def _vote_by_words(spot: Spot) -> None:
    """Let the words of the name itself vote: heads of bodies in any language, of events, of places; programmes; capitals."""
    votes, words = spot.votes, [_ARTICLE.sub("", word) for word in spot.text.lower().split()]
    last, first, many = words[-1], words[0], len(words) > 1
    events = words_of("named_events", "heads")
    if many and (
        (last in events and not (is_body_noun(first) and words[1] == "of")) or (first in events and ("of" in words or first == "operation"))
    ):
        votes["named_event"] += (
            EVENT_VOTE if last not in words_of("names", "event_and_body") or _has_article_before(spot) else EVENT_VOTE / 2
        )
    named = (
        last in organisation_kinds()
        or " ".join(words[-2:]) in organisation_kinds()
        or (many and first in organisation_kinds() and words[1] in ("of", "for"))
    )
    if "-" in first and is_foreign_head(first.split("-", 1)[0]):
        votes["org"] += HEAD_VOTE  # "Lashkar-e-X", "Jamaat-ul-X"
    elif many and (named or is_head(last) or is_head(first)):
        votes["org"] += HEAD_VOTE
    elif not many and first in organisation_kinds():
        votes["org"] += WORD_VOTE
    elif any(is_head(w) for w in words):
        votes["org"] += HEAD_VOTE / 2
    elif many and any(w.isupper() and len(w) > 2 for w in spot.text.split()) and not spot.text.isupper():
        votes["org"] += WORD_VOTE  # "the Continuity IRA"
    elif many and any(is_programme(w) or w in words_of("names", "emblems") for w in words):
        votes["org"] += PROGRAMME_VOTE
    if many and last.isdigit() and first in words_of("places", "heads"):
        votes["place"] += HEAD_VOTE  # "Camp 42"
    if many and last in any_of(("places", "heads"), ("places", "joined")) and not is_head(last) and not named:
        votes["place"] += HEAD_VOTE
    if many and last in words_of("places", "compass") and not any(is_head(w) or w in organisation_kinds() for w in words):
        votes["place"] += HEAD_VOTE  # "X del Norte"
    bare = spot.text.replace(".", "").replace("-", "")
    if not many and len(bare) > 1 and bare.isupper() and not is_country(spot.text):
        votes["org"] += WORD_VOTE
    if first in ("los", "las") and many and last.endswith("s") and not votes["place"] >= LIST_VOTE:
        votes["org"] += WORD_VOTE  # "Los Halcones"
    if (first in ("abu", "umm") and len(words) == 2) or (len(words) > 2 and "abu" in words[1:-1] and not any(is_head(w) for w in words)):
        votes["person"] += KUNYA_VOTE


def _has_article_before(spot: Spot) -> bool:
    return spot.tokens[0] > 0 and spot.tree.low[spot.tokens[0] - 1] == "the"


def _vote_by_shape(spot: Spot) -> None:
    """Let initials speak for a person, acronyms with a hyphen and names that the text introduces for a body."""
    words = spot.text.split()
    if spot.stated:
        spot.votes["org"] += INTRODUCED_VOTE
        return
    lead, _, rest = words[0].partition("-")
    if rest[:1].isupper() and lead.isupper() and len(lead) > 1 and not is_country(lead):
        spot.votes["org"] += HEAD_VOTE if len(words) > 1 else WORD_VOTE  # "ELN-Camilo", a part of the ELN, "SLM-Free Will"
    elif len(words) == 1 and len(rest) > 2 and rest.isupper() and lead.istitle() and country_of_adjective(lead) is None:
        spot.votes["org"] += WORD_VOTE  # "Greater-SLM"
    initials = len(words[0]) == 2 and words[0].endswith(".")
    bare = _INITIALS.fullmatch(words[0]) is not None and spot.tree.tokens[spot.tokens[-1]].name.endswith("PER")
    if len(words) in _PERSON_WORDS and (initials or bare):
        spot.votes["person"] += INITIALS_VOTE
    elif (
        len(words) in _PERSON_WORDS
        and not spot.votes["person"] + spot.votes["org"]
        and words[0].lower() in words_of("first_names", "first")
    ):
        spot.votes["person"] += TAG_VOTE  # untagged or tagged a place; where the model sees a person, a given name tells no more
