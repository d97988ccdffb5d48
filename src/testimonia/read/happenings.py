"""EventDraft: what one rule proposes as an event report, before voices are known, and the questions that all event rules share."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from testimonia.codebook.words import load_words
from testimonia.model.event import Figure
from testimonia.model.kinds import EVENT_TYPES, Basis, EventType, Status
from testimonia.model.party import Party
from testimonia.read.lexicon import table, words_of
from testimonia.read.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.dates import StatedDate
from testimonia.text.numbers import StatedNumber, find_quantities

HARMFUL = frozenset(["killed", "injured", "detained", "abducted", "displaced"])


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event report without its chain of voices; `at` is the offset of the trigger."""

    type: EventType
    mode: str | None
    start: int
    end: int
    at: int
    rule: str
    trigger: str
    initiator: tuple[Party, ...] = ()
    target: tuple[Party, ...] = ()
    where: tuple[Party, ...] = ()
    edtf: str | None = None
    basis: Basis = "stated"
    figures: tuple[Figure, ...] = ()
    responsibility: tuple[Party, ...] = ()
    status: Status = "happened"
    recurrent: bool = False


EventRule = Callable[[Scene, Tree], Iterator[EventDraft]]


@cache
def verb_triggers() -> dict[str, tuple[EventType, str | None, str]]:
    """Give the verbs that tell of events.

    Returns:
        Lemma to PLOVER type, mode, and what must stand with the verb.
    """
    return {str(k): (_type(v[0]), v[1], str(v[2])) for k, v in load_words("triggers")["verbs"].items()}


@cache
def noun_triggers() -> dict[str, tuple[EventType, str | None]]:
    """Give the nouns that tell of events.

    Returns:
        Lemma to PLOVER type and mode.
    """
    return {str(k): (_type(v[0]), v[1]) for k, v in load_words("triggers")["nouns"].items()}


def _type(code: object) -> EventType:
    return next(t for t in EVENT_TYPES if t == code)


@cache
def _mode_words() -> dict[str, str]:
    return {str(word): str(mode) for mode, words in load_words("triggers")["modes"].items() for word in words}


def mode_of(tree: Tree, i: int, default: str | None) -> str | None:
    """Tell the mode of an event from the words that belong to its trigger.

    Args:
        tree: The sentence.
        i: Position of the trigger.
        default: The mode that the trigger itself suggests.

    Returns:
        A PLOVER mode, or the default where no weapon is named.
    """
    stop = {k for c in tree.children(i, "ccomp", "parataxis", "conj", "acl:relcl", "nsubj", "advcl") for k in tree.subtree(c)}
    found = [_mode_words()[t.text.lower()] for t in tree.tokens if t.i in set(tree.subtree(i)) - stop and t.text.lower() in _mode_words()]
    for first in ("suicide-attack", "drone"):
        if first in found:
            return first
    return found[0] if found and default in (None, "primitive", "explosives", "firearms", "destroy") else default


def places_of(scene: Scene, tree: Tree, *heads: int) -> tuple[Party, ...]:
    """List the places that the words under some heads name as the scene of an event.

    Args:
        scene: The document being read.
        tree: The sentence.
        heads: Trigger, objects, targets.

    Returns:
        Places, the most exact first as the text has them, each once.
    """
    found: dict[str | None, Party] = {}
    for head in heads:
        for case, k in tree.obliques(head):
            if (
                case.split(" ")[0] in words_of("triggers", "place_prepositions")
                or case.endswith((" of", " in"))
                or (case == "on" and tree.tokens[k].lemma.lower() in words_of("triggers", "edge_nouns"))
            ):
                place = scene.place(tree, k)
                if place is not None:
                    found.setdefault(place.referent, place)
                elif tree.tokens[k].lemma.lower() in words_of("triggers", "edge_nouns"):
                    for inner in tree.owners(k):
                        below = scene.place(tree, inner)
                        if below is not None:
                            found.setdefault(below.referent, below)
                else:
                    for case2, inner in tree.obliques(k):
                        below = scene.place(tree, inner) if case2 in ("in", "of", "near", "at") else None
                        if below is not None:
                            found.setdefault(below.referent, below)
    return tuple(found.values())


def figures_of(scene: Scene, tree: Tree, i: int, *, lemma: str, nominals: list[int], of: Party | None = None) -> tuple[Figure, ...]:
    """Read the figures that a trigger gives of its objects.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the trigger.
        lemma: The trigger's lemma; verbs of harm count whom they harm.
        nominals: Heads of the nominals that may be counted.
        of: Whose, where the nominal itself does not tell.

    Returns:
        Figures in text order.
    """
    harm, counted = table("triggers", "harm"), table("triggers", "counted")
    figures = []
    numbers = find_quantities(scene.text[tree.sentence.start : tree.sentence.end], start=tree.sentence.start)
    for k in nominals:
        number = _number_of(tree, k, numbers)
        noun = tree.tokens[k]
        what = harm.get(lemma) or counted.get(noun.lemma.lower())
        if what is None or (lemma in words_of("triggers", "taking_verbs") and not _is_people(tree, k)):
            continue
        if what in HARMFUL:
            party = of or _counted_party(scene, tree, k, number)
            if number is None and _is_single(tree, k, scene):
                figures.append(Figure(what, party, 1, 1))
            elif number is not None:
                figures.append(Figure(what, party, number.low, number.high))
        elif number is not None:
            figures.append(Figure(what, of, number.low, number.high))
    return tuple(figures)


def _counted_party(scene: Scene, tree: Tree, i: int, number: StatedNumber | None) -> Party | None:
    """Give whom a figure counts, without the figure: "at least 79 civilians" counts civilians, "more than 200" says not whom."""
    party = scene.actor(tree, i)
    if (
        number is None
        or party.referent is not None
        or party.start is None
        or party.end is None
        or not party.start <= number.end <= party.end
    ):
        return party
    words = " ".join(scene.text[number.end : party.end].split())
    return Party(words, None, "words", number.end, party.end) if any(c.isalpha() for c in words) else None


def _is_people(tree: Tree, i: int) -> bool:
    """Say whether a nominal is of people, so that "captured 12 outposts" detains nobody."""
    words = {tree.tokens[i].text.lower(), tree.tokens[i].lemma.lower()}
    return bool(words & (words_of("people", "members") | words_of("people", "captives") | words_of("people", "anonymous")))


def _is_single(tree: Tree, i: int, scene: Scene) -> bool:
    """Say whether a nominal is one person: "a soldier", "the commander X", a person's name."""
    token = tree.tokens[i]
    if scene.member_at(tree, i, "person") is not None:
        return not tree.children(i, "conj")
    articles = {tree.tokens[k].text.lower() for k in tree.children(i, "det")}
    return (
        token.upos == "NOUN"
        and "Number=Sing" in token.feats
        and bool(articles & {"a", "an"})
        and token.text.lower() not in words_of("people", "generic_groups")
    )


def _number_of(tree: Tree, i: int, numbers: list[StatedNumber]) -> StatedNumber | None:
    """Give the number that counts a nominal, within its own phrase."""
    run = tree.nominal(i)
    low, high = tree.tokens[run[0]].start, tree.tokens[i].end
    inside = [n for n in numbers if low <= n.end and n.start < high and n.end <= tree.tokens[run[-1]].end]
    # "at least" and the like may be parsed outside the phrase
    return min(inside, key=lambda n: abs(n.end - tree.tokens[i].start)) if inside else None


def status_of(tree: Tree, i: int) -> Status:
    """Tell from the words around a trigger whether it is told as having happened.

    Args:
        tree: The sentence.
        i: Position of the trigger.

    Returns:
        A status of the codebook, before voices are considered.
    """
    at = i
    for _ in range(4):
        if tree.is_negated(at):
            return "denied"
        token = tree.tokens[at]
        if (
            token.deprel in ("obj", "nsubj:pass", "xcomp")
            and token.head >= 0
            and tree.tokens[token.head].lemma.lower() in words_of("triggers", "foiling_verbs")
        ):
            return "planned"
        if tree.is_unreal(at):
            governor = tree.tokens[token.head].lemma.lower() if token.head >= 0 else ""
            if governor in ("threaten", "vow", "warn"):
                return "threatened"
            if governor in ("manage", "help", "begin", "start", "continue", "force", "cause", "lead", "use", "go", "rush", "succeed"):
                return "happened"
            modals = {tree.tokens[k].text.lower() for k in tree.children(at, "aux")}
            return "planned" if not modals or modals & {"will", "shall"} else "hypothetical"
        if (
            token.head >= 0
            and token.deprel in ("conj", "obj", "xcomp", "nmod", "obl", "advcl", "nsubj:pass")
            and tree.tokens[token.head].upos in ("VERB", "NOUN")
        ):
            if token.deprel in ("advcl", "nmod") and tree.tokens[token.head].upos == "VERB":
                break
            at = token.head
            continue
        break
    if tree.tokens[i].head >= 0 and tree.tokens[tree.tokens[i].head].lemma.lower() in ("threaten", "plan", "threat", "plot", "intend"):
        return "threatened" if tree.tokens[tree.tokens[i].head].lemma.lower().startswith("threat") else "planned"
    return "happened"


def is_figurative(scene: Scene, tree: Tree, nominals: list[int]) -> bool:
    """Say whether a trigger is a figure of speech: its object is a budget, a disease, a film.

    Args:
        scene: The document being read.
        tree: The sentence.
        nominals: Heads of the trigger's objects and targets.

    Returns:
        True where some object is in the list of figurative objects and none is a name.
    """
    return any(tree.tokens[k].lemma.lower() in words_of("triggers", "figurative") for k in nominals) and not any(
        scene.spot_at(tree, k) for k in nominals
    )


def spread(tree: Tree, i: int, parties: tuple[Party, ...], date: StatedDate | None) -> tuple[int, int]:
    """Give the shortest passage that tells an event: trigger, participants and date within the sentence.

    Args:
        tree: The sentence.
        i: Position of the trigger.
        parties: Participants and places.
        date: Its date, if any.

    Returns:
        Start and end in code points.
    """
    token = tree.tokens[i]
    spans = [(token.start, token.end)] + [(p.start, p.end) for p in parties if p.start is not None and p.end is not None]
    spans += [(date.start, date.end)] if date is not None else []
    low, high = tree.sentence.start, tree.sentence.end
    inside = [(a, b) for a, b in spans if a is not None and b is not None and low <= a < b <= high]
    return min(a for a, _ in inside), max(b for _, b in inside)
