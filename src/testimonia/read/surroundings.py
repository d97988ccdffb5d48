"""What the words around a name say of its class: the grammar of the document as a witness.

Each sign adds its weight to the votes of one class. The weights are set by hand on texts of our own and checked on public annotated ones
(`python -m eval.names`); they stand beside the model's tag (`spotting.TAG_VOTE`), which calls most unknown names persons.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from testimonia.model.kinds import EntityClass
from testimonia.read.lexicon import table, words_of
from testimonia.read.parser.records import Token
from testimonia.read.syntax import Tree

Bent = Literal["fights", "contests"]
"""What a body is seen to do: fight, or contest elections. It tells the kind of a name without a head word."""
Votes = dict[EntityClass, float]

STRONG = 4.0
"""The text says it: "the militant group X", "X is an armed group", "X, 34,", "General X"."""
CLEAR = 2.5
"""Words that go with one class: "fighters of X", "X claimed responsibility", "the town of X", "X was born"."""
LIKELY = 1.75
"""More than the model's tag (1.5) and less than a listed place: "X attacked the post", "joined X", "clashes between X and the army"."""
SLIGHT = 1.0
"""Tips the balance where nothing else speaks: "X have", "X was arrested"."""
ARTICLE = 0.75
"""An article before the name: persons have none, peoples and faiths have; alone it makes nothing a body."""

_APPOSED = ("appos", "flat", "nmod:desc", "compound", "nmod")
_AGES = range(10, 100)


@dataclass(frozen=True, slots=True)
class _Around:
    """A name in its sentence: its head token, the governor and its lemma, the preposition, the words before and after."""

    tree: Tree
    head: int
    token: Token
    governor: Token | None
    lemma: str
    case: str
    before: Token | None
    after: Token | None


def vote_by_surroundings(
    tree: Tree, tokens: tuple[int, ...], head: int, votes: Votes, *, suffix: str, listed: bool = False
) -> tuple[str | None, Bent | None]:
    """Add what the words around a name say to its votes.

    Args:
        tree: The sentence.
        tokens: Positions of the name's tokens.
        head: The one whose head lies outside the name.
        votes: The votes, which are added to.
        suffix: What follows the name and a hyphen, as "led" in "X-led"; empty where nothing does.
        listed: Whether it is a country or region of the lists.

    Returns:
        The role that a title before the name tells, and what the body does there, each None where nothing tells.
    """
    token = tree.tokens[head]
    governor = tree.tokens[token.head] if token.head >= 0 else None
    before = tree.tokens[tokens[0] - 1] if tokens[0] > 0 else None
    after = tree.tokens[tokens[-1] + 1] if tokens[-1] + 1 < len(tree.tokens) else None
    lemma = "" if governor is None else governor.lemma.lower()
    around = _Around(tree, head, token, governor, lemma, tree.case(head), before, after)
    if suffix:
        votes["org"] += LIKELY if suffix in words_of("names", "body_suffixes") else SLIGHT
    role = _title_before(around, votes)
    _by_place_words(around, votes)
    _by_person_words(around, votes)
    if listed:
        return role, None  # a country does what its government does
    bent = _by_function(around, votes)
    return role, _by_company_words(around, votes) or bent


def _title_before(a: _Around, votes: Votes) -> str | None:
    """A title or role stands before a person's name."""
    if a.before is None or a.before.lemma.lower() not in _titles_and_roles():
        return None
    votes["person"] += CLEAR
    return table("people", "roles").get(a.before.text.lower())


def _by_place_words(a: _Around, votes: Votes) -> None:
    sorts = words_of("places", "before")
    if a.case == "of" and a.lemma in sorts:
        votes["place"] += 2 * CLEAR
    if a.before is not None and a.before.lemma.lower() in sorts and a.before.upos != "PROPN":
        votes["place"] += CLEAR
    if a.after is not None and a.after.text.lower() in sorts:
        votes["place"] += CLEAR
    if a.case in ("in", "near", "at", "around", "outside", "across", "throughout", "inside") and a.token.deprel in ("obl", "nmod", "root"):
        votes["place"] += LIKELY - 0.25 if a.case == "in" else LIKELY


def _by_person_words(a: _Around, votes: Votes) -> None:
    tree, token = a.tree, a.token
    if token.deprel in ("nsubj", "nsubj:pass") and a.lemma in words_of("names", "person_acts"):
        votes["person"] += CLEAR
    elif (token.deprel == "nsubj:pass" or (token.deprel == "obj" and a.case == "")) and a.lemma in words_of("names", "person_suffers"):
        votes["person"] += SLIGHT
    if token.deprel == "nmod:poss" and a.lemma in words_of("names", "kin"):
        votes["person"] += CLEAR
    if _is_aged(a):
        votes["person"] += 2 * STRONG  # bodies are not given ages like that
    roles = table("people", "roles")
    for k in tree.children(a.head, "appos", "nummod", "acl:relcl", "nmod:desc", "flat"):
        child = tree.tokens[k]
        if child.upos == "NOUN" and (child.lemma.lower() in roles or child.lemma.lower() in words_of("names", "kin")):
            votes["person"] += STRONG
        elif child.deprel == "acl:relcl" and any(tree.tokens[m].text.lower() in ("who", "whose", "whom") for m in tree.children(k)):
            votes["person"] += LIKELY
    if a.governor is not None and token.deprel in ("appos", "nmod:desc", "flat") and a.lemma in roles and a.governor.upos == "NOUN":
        votes["person"] += CLEAR


def _is_aged(a: _Around) -> bool:
    """Say whether an age stands after the name: ", 34,", ", aged 26", ", a 34-year-old"."""
    if a.after is None or a.after.text != ",":
        return False
    for token in a.tree.tokens[a.after.i + 1 : a.after.i + 3]:
        if token.text.isdigit():
            rest = a.tree.tokens[token.i + 1 : token.i + 2]
            return int(token.text) in _AGES and (not rest or rest[0].text in (",", ";", "."))
        if token.text.lower() == "aged" or token.text.endswith("-year-old"):
            return True
    return False


def _by_function(a: _Around, votes: Votes) -> Bent | None:
    """What the name does, and what is done to it."""
    if a.governor is None:
        return None
    relation, lemma, case = a.token.deprel, a.lemma, a.case
    if relation == "conj":
        if case == "" and a.governor.upos == "NOUN" and a.governor.text.lower() in _bodies():
            votes["org"] += LIKELY  # "the army and X"
    elif relation in ("nsubj", "nsubj:outer") and a.governor.upos == "VERB":
        return _by_acts(a, a.governor, votes)
    elif relation == "nsubj:pass" and lemma in words_of("names", "body_suffers"):
        votes["org"] += CLEAR
    elif relation == "obj" and (lemma in words_of("names", "joins") or lemma in words_of("names", "accusing")):
        votes["org"] += LIKELY
    elif relation in ("obl", "nmod") and lemma in words_of("names", "joined_by") and case in ("to", "from", "for", "with", "against"):
        votes["org"] += CLEAR if case in ("with", "to", "for") else LIKELY
    elif case == "by" and relation in ("obl:agent", "obl") and lemma in _acts():
        votes["org"] += LIKELY
        return "fights" if lemma in words_of("names", "fighting_acts") else None
    return None


def _by_acts(a: _Around, verb: Token, votes: Votes) -> Bent | None:
    """What the name does as the subject of a verb."""
    tree, lemma = a.tree, a.lemma
    below = {tree.tokens[k].lemma.lower() for k in tree.children(verb.i)}
    bent: Bent | None = None
    if lemma in words_of("names", "body_acts") or (lemma == "break" and below & {"away", "off"}):
        votes["org"] += CLEAR
        bent = "fights" if "responsibility" in below else None
    elif lemma in words_of("names", "fighting_acts"):
        votes["org"] += LIKELY
        bent = "fights"
    elif lemma in words_of("names", "speaking_acts"):
        _by_what_it_says(a, votes)
    if _is_plural_verb(tree, verb) and not tree.children(a.head, "conj"):
        votes["org"] += SLIGHT
    return bent or ("contests" if below & words_of("names", "politics") else None)


def _by_what_it_says(a: _Around, votes: Votes) -> None:
    """A speaker who goes on about itself: "X said that it", "X said its fighters", against "X said that he"."""
    tree = a.tree
    for clause in tree.children(a.token.head, "ccomp"):
        for k in tree.children(clause, "nsubj", "nsubj:pass"):
            words = {tree.tokens[k].text.lower(), *(tree.tokens[m].text.lower() for m in tree.children(k, "nmod:poss"))}
            definite = any(tree.tokens[m].text.lower() == "the" for m in tree.children(k, "det"))
            if words & {"he", "she", "his", "her"}:
                votes["person"] += LIKELY
            elif words & {"it", "its"} or (definite and words & words_of("names", "any_body")):
                votes["org"] += LIKELY


def _by_company_words(a: _Around, votes: Votes) -> Bent | None:
    """Nouns that belong to bodies, generic nouns beside the name, and the words of lists."""
    tree, token, governor = a.tree, a.token, a.governor
    bent: Bent | None = None
    belonging = words_of("names", "belongs_to")
    if a.before is not None and a.before.text == "," and a.before.i > 0 and tree.tokens[a.before.i - 1].text == "We":
        votes["org"] += STRONG  # "We, X, announce": a body speaks
    noun = _generic_noun_beside(a)
    if noun is not None:
        votes["org"] += STRONG
        bent = _bent_of_noun(tree, noun)
    if governor is not None and governor.upos in ("NOUN", "PROPN"):
        before_noun = (
            token.deprel in ("compound", "nmod:poss", "amod", "nmod:desc", "nmod", "flat")
            and a.head < governor.i
            and a.case in ("", "'s", "’s", "'", "’")
        )
        if a.lemma in belonging and (a.case == "of" or before_noun):
            votes["org"] += CLEAR
            bent = "fights" if a.lemma in words_of("names", "fighters") else bent
        elif a.lemma in belonging and a.case == "from":
            votes["org"] += SLIGHT
        elif before_noun and governor.text.lower() in words_of("people", "generic_groups") and token.deprel != "nmod:poss":
            votes["org"] += STRONG  # "the X movement", "X militia"
            bent = _bent_of_noun(tree, governor.i)
        elif a.lemma in words_of("names", "hostile_pairs") and a.case in ("between", "with", "against", "involving"):
            votes["org"] += LIKELY
            bent = "fights" if a.lemma in words_of("names", "hostilities") else bent
        elif _is_listed_with(a, governor):
            votes["org"] += CLEAR
    elif a.after is not None and a.after.lemma.lower() in belonging and token.deprel in ("compound", "nmod:poss"):
        votes["org"] += CLEAR
    if a.before is not None and a.before.text.lower() in ("them", "including", "as", "like") and _lists_bodies(a):
        votes["org"] += CLEAR
    if a.before is not None and a.before.text.lower() == "the" and a.before.head == a.head:
        votes["org"] += ARTICLE
        votes["person"] -= ARTICLE
    for k in tree.children(a.head, "conj"):
        if tree.tokens[k].upos == "NOUN" and tree.tokens[k].text.lower() in _bodies():
            votes["org"] += LIKELY
    return bent


def _is_listed_with(a: _Around, governor: Token) -> bool:
    """Say whether the name is an example or a conjunct of a noun for bodies: "groups such as X", "the rebels X and Y"."""
    noun = governor.text.lower()
    if a.case in ("including", "like", "such as", "among", "as"):
        return noun in _bodies()
    return a.token.deprel in ("appos", "nmod:desc", "flat", "conj") and noun in words_of("names", "plural_bodies")


def _lists_bodies(a: _Around) -> bool:
    """Say whether a plural noun for bodies stands just before a list that begins with the name: "several groups, among them X"."""
    first = 0 if a.before is None else a.before.i
    return any(t.text.lower() in words_of("names", "plural_bodies") for t in a.tree.tokens[max(0, first - 5) : first])


def _generic_noun_beside(a: _Around) -> int | None:
    """Find the generic noun that calls a name a body: "the militant group X", "X is an armed group", "X, a militia".

    None also where the name is said to be the commander of a group.
    """
    tree, token = a.tree, a.token
    bodies = words_of("people", "generic_groups")
    before = a.before
    if before is not None and before.upos == "NOUN" and before.text.lower() in bodies and (before.i == token.head or before.head == a.head):
        return before.i
    apposed = tree.children(a.head, "appos")
    beside = [*tree.children(a.head, "appos", "flat", "nmod:desc"), *(k for one in apposed for k in tree.children(one, "appos"))]
    if any(tree.tokens[k].lemma.lower() in table("people", "roles") for k in beside):
        return None  # "X, a former commander of Y, a unit of Z"
    for k in apposed:
        if tree.tokens[k].text.lower() in bodies and tree.tokens[k].upos == "NOUN" and not tree.case(k):  # not "X, in command of Y"
            return k
    if token.deprel != "nsubj" or a.governor is None or a.governor.upos != "NOUN" or a.governor.text.lower() not in bodies:
        return None
    return a.governor.i if tree.children(a.governor.i, "cop") else None


def _bent_of_noun(tree: Tree, i: int) -> Bent | None:
    """Give what a generic noun with its adjectives says of a body: "rebel group", "militia", "party"."""
    words = {tree.tokens[i].text.lower(), *(tree.tokens[k].text.lower() for k in tree.children(i, "amod", "compound"))}
    if words & words_of("names", "fighting_words"):
        return "fights"
    return "contests" if words & words_of("names", "contesting_words") else None


def in_place_slot(tree: Tree, i: int) -> bool:
    """Say whether a name stands where places stand: "captured X", "the siege of X", "withdrew from X".

    Args:
        tree: The sentence.
        i: Position of the name's head.

    Returns:
        True there; bodies may stand there too.
    """
    token = tree.tokens[i]
    if token.head < 0:
        return False
    governor = tree.tokens[token.head].lemma.lower()
    if token.deprel in ("obj", "nsubj:pass") or (token.deprel == "nsubj" and governor in words_of("places", "lost")):
        return governor in words_of("places", "taken")
    case = tree.case(i)
    return (case in ("of", "on") and governor in words_of("places", "taken")) or case in words_of("places", "prepositions")


def _is_plural_verb(tree: Tree, verb: Token) -> bool:
    """Say whether a verb is plural by its form: "X have", "X were"."""
    return any(tree.tokens[k].text.lower() in ("have", "were", "are") for k in tree.children(verb.i, "aux", "aux:pass", "cop"))


@cache
def _titles_and_roles() -> frozenset[str]:
    return words_of("people", "titles") | frozenset(table("people", "roles"))


@cache
def _acts() -> frozenset[str]:
    return words_of("names", "body_acts") | words_of("names", "fighting_acts")


@cache
def _bodies() -> frozenset[str]:
    """Common nouns for bodies and forces, singular and plural."""
    return words_of("people", "generic_groups") | words_of("people", "force_nouns") | words_of("names", "plural_bodies")
