"""What a verb and a noun say together: "opened fire", "laid down arms", "imposed sanctions", "came under attack"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from testimonia.codebook.words import load_words
from testimonia.model.kinds import EVENT_TYPES, EventType
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.syntax import Tree

_NOUN_RELATIONS = ("obj", "nsubj:pass", "obl", "xcomp", "compound:prt", "advmod", "obl:unmarked", "compound")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One construction: its type and mode, who its subject is, under which prepositions the other side stands.

    `of_people` and `of_armed` tell that its object must be people, or armed ones, `harm` what it counts of them; `is_own` that what is
    stopped is the actor's own.
    """

    type: EventType
    mode: str | None
    subject: str
    other: frozenset[str]
    takes_object: bool
    noun: int
    of_people: bool = False
    harm: str | None = None
    is_own: bool = False
    of_armed: bool = False


@cache
def phrase_verbs() -> Mapping[str, tuple[str, ...]]:
    """Give the verbs that phrases begin with.

    Returns:
        Lemma to the names of the phrases.
    """
    found: dict[str, list[str]] = {}
    for name, phrase in load_words("triggers")["phrases"].items():
        for verb in phrase["verbs"]:
            found.setdefault(str(verb), []).append(str(name))
    return {verb: tuple(names) for verb, names in found.items()}


def _is_labour(tree: Tree, i: int, noun: int) -> bool:
    """Say whether it is workers who strike, or for their pay: "launched air strikes" is another thing."""
    heads = [*tree.agents(i), noun, *(k for case, k in tree.obliques(noun) if case in ("over", "for", "by"))]
    words = {tree.tokens[k].lemma.lower() for a in heads for k in (a, *tree.children(a, "compound", "amod"))}
    return bool(words & words_of("triggers", "labour_words")) and not tree.children(noun, "nummod")


def _is_own_fighting(tree: Tree, i: int, noun: int) -> bool:
    """Say whether what somebody stops is their own and armed: "its operations", "all attacks", "no more armed actions"."""
    words = {tree.tokens[k].text.lower() for k in tree.children(noun, "nmod:poss", "det", "amod", "compound")}
    own = bool(words & {"its", "their", "our", "his", "all", "any"}) or _is_no_more(tree, noun)
    fought = tree.tokens[noun].lemma.lower() in ("violence", "fighting")
    return (own or fought) and (fought or bool(words & words_of("triggers", "fighting_adjectives")) or _is_fighting_body(tree, i))


def _is_fighting_body(tree: Tree, i: int) -> bool:
    """Say whether a name or a word for a group suspends what it does: "the front suspended its operations", and no company does."""
    return all(
        tree.tokens[a].upos in ("PROPN", "PRON")
        or tree.tokens[a].text.lower() in any_of(("people", "generic_groups"), ("people", "members"))
        for a in tree.agents(i)
    ) and not tree.children(i, "obl:agent")


def _is_no_more(tree: Tree, noun: int) -> bool:
    """Say whether there is to be none of it any more: "no more offensive actions", "no further attacks"."""
    words = {tree.tokens[k].text.lower() for k in tree.subtree(noun)}
    return "no" in words and bool(words & {"more", "further", "additional"})


@cache
def _nouns(name: str) -> frozenset[str]:
    return frozenset(map(str, load_words("triggers")["phrases"][name]["nouns"]))


@cache
def _code(name: str) -> EventType:
    return next(t for t in EVENT_TYPES if t == load_words("triggers")["phrases"][name]["code"][0])


def phrase_at(tree: Tree, i: int) -> Phrase | None:
    """Find the phrase that a verb forms with a noun below it.

    Args:
        tree: The sentence.
        i: Position of the verb.

    Returns:
        The phrase with the position of its noun, or None.
    """
    names = phrase_verbs().get(tree.tokens[i].lemma.lower())
    if names is None or tree.tokens[i].upos != "VERB":
        return None
    below = tree.children(i, *_NOUN_RELATIONS)
    below += [m for k in below if tree.tokens[k].deprel in ("obj", "nsubj:pass") for m in tree.children(k, "conj")]
    # "put all of its weapons beyond use", "handed over hundreds of rifles"
    below += [m for k in below if tree.tokens[k].upos in ("DET", "NUM", "NOUN") for m in tree.children(k, "nmod") if tree.case(m) == "of"]
    for name in names:
        for k in below:
            words = {tree.tokens[k].lemma.lower(), tree.tokens[k].text.lower()}
            if words & _nouns(name):
                entry = load_words("triggers")["phrases"][name]
                if entry["code"][1] == "strike" and not _is_labour(tree, i, k):
                    continue
                if (entry.get("own") and not _is_own_fighting(tree, i, k)) or (entry.get("negated") and not _is_no_more(tree, k)):
                    continue
                return Phrase(
                    _code(name),
                    entry["code"][1],
                    str(entry["subject"]),
                    frozenset(entry["other"]),
                    bool(entry.get("object")),
                    k,
                    bool(entry.get("people")),
                    entry.get("harm"),
                    bool(entry.get("own")),
                    bool(entry.get("armed")),
                )
    return None
