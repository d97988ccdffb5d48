"""What the words around a name say of its class: the grammar of the document as a witness.

Each sign adds its weight (`around.py`) to the votes of one class, beside the model's tag (`spotting.TAG_VOTE`), which calls most unknown
names persons. Signs of persons stand in `person_signs.py`.
"""

from functools import cache

from testimonia.read.lexicon import any_of, words_of
from testimonia.read.names.around import ARTICLE, CLEAR, LIKELY, SLIGHT, STRONG, Around, Votes, look_around
from testimonia.read.names.kinds import Bent
from testimonia.read.names.person_signs import is_role, title_before, vote_for_person
from testimonia.read.names.role_signs import role_told
from testimonia.read.parser.records import Token
from testimonia.read.syntax import Tree
from testimonia.text.geography import is_people


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
        The role that a title before the name or the sentence tells, and what the body does there, each None where nothing tells.
    """
    around = look_around(tree, tokens, head)
    if suffix:
        votes["org"] += LIKELY if suffix in words_of("names", "body_suffixes") else SLIGHT
    if _tells_a_people(around):
        for cls in ("org", "person", "place"):
            votes[cls] -= STRONG
    role = title_before(around, votes) or role_told(around)
    _by_place_words(around, votes)
    vote_for_person(around, votes)
    if listed:
        return role, None  # a country does what its government does
    bent = _by_function(around, votes)
    return role, _by_company_words(around, votes) or bent


def _tells_a_people(a: Around) -> bool:
    """Say whether a name is a people's by the words beside it: "an ethnic X faction", "the X tribe"."""
    ethnic = a.before is not None and a.before.text.lower() in ("ethnic", "ethnically")
    return ethnic or (a.after is not None and a.after.lemma.lower() in words_of("names", "of_peoples"))


def _by_place_words(a: Around, votes: Votes) -> None:
    sorts = words_of("places", "before")
    if a.case == "of" and a.lemma in sorts:
        votes["place"] += 2 * CLEAR
    elif a.case == "of" and a.lemma in words_of("places", "told_of"):
        votes["place"] += CLEAR
    if _is_region_of(a):
        votes["place"] += LIKELY
    if a.before is not None and a.before.lemma.lower() in sorts and a.before.upos != "PROPN":
        votes["place"] += CLEAR
    if (a.after is not None and a.after.text.lower() in sorts) or _before_sort(a):
        votes["place"] += CLEAR
    if any(a.tree.lemma[k] in sorts | words_of("places", "apposed") for k in a.tree.children(a.head, "appos") if not a.tree.case(k)):
        votes["place"] += STRONG  # "X, a town", "X, the headquarters of"
    listed = _case_of_list(a)
    if listed in ("in", "near", "at", "around", "outside", "across", "throughout", "inside"):
        votes["place"] += LIKELY - 0.25 if listed == "in" else LIKELY


def _case_of_list(a: Around) -> str:
    """Give the preposition before a name, or before the list of names of which it is one: "in A, B and C"."""
    tree, at = a.tree, a.head
    while not tree.case(at) and tree.tokens[at].deprel == "conj" and tree.tokens[tree.tokens[at].head].upos == "PROPN":
        at = tree.tokens[at].head
    return tree.case(at) if tree.tokens[at].deprel in ("obl", "nmod", "root") else ""


def _is_region_of(a: Around) -> bool:
    """Say whether a name follows another that stands where places stand, after a comma: "in X, Y" tells of X in Y."""
    tree = a.tree
    if a.token.deprel not in ("appos", "nmod:unmarked", "list", "flat", "nmod") or a.token.head < 0 or a.case:
        return False
    above, comma = tree.tokens[a.token.head], a.before is not None and a.before.text == ","
    return comma and above.upos == "PROPN" and above.i < a.head and tree.case(above.i) in ("in", "near", "at", "around", "outside")


def _before_sort(a: Around) -> bool:
    """Say whether a name stands before a noun for places that it names, alone or with others: "the X and Y displacement camps"."""
    tree, at = a.tree, a.head
    while tree.tokens[at].deprel == "conj" and tree.tokens[at].head >= 0:
        at = tree.tokens[at].head
    token = tree.tokens[at]
    return (
        token.deprel in ("compound", "nmod:desc", "nmod") and token.head > a.head and tree.lemma[token.head] in words_of("places", "before")
    )


def _by_function(a: Around, votes: Votes) -> Bent | None:
    """What the name does, and what is done to it."""
    if a.governor is None:
        return None
    relation, lemma, case = a.token.deprel, a.lemma, a.case
    if relation == "conj":
        if case == "" and a.governor.upos == "NOUN" and a.governor.text.lower() in _bodies():
            votes["org"] += LIKELY  # "the army and X"
    elif relation in ("nsubj", "nsubj:outer") and a.governor.upos == "VERB":
        return _by_acts(a, a.governor, votes)
    elif relation == "nsubj:pass" and lemma in words_of("names", "body_suffers") and not _is_set_on_fire(a, a.governor):
        votes["org"] += CLEAR
    elif relation == "obj" and (lemma in words_of("names", "joins") or lemma in words_of("names", "accusing")):
        votes["org"] += LIKELY
    elif (relation == "xcomp" or (relation == "obl" and case == "as")) and lemma in words_of("names", "calling"):
        _by_what_is_called(a, votes)
    elif relation in ("obl", "nmod") and lemma in words_of("names", "joined_by") and case in ("to", "from", "for", "with", "against"):
        votes["org"] += CLEAR if case in ("with", "to", "for") else LIKELY
    elif case == "by" and relation in ("obl:agent", "obl") and lemma in _acts():
        votes["org"] += LIKELY
        return "fights" if lemma in words_of("names", "fighting_acts") else None
    return None


def _is_set_on_fire(a: Around, verb: Token) -> bool:
    """Say whether "set" is no founding here: a town is set ablaze, a body is set up."""
    return a.lemma == "set" and not any(a.tree.low[k] == "up" for k in a.tree.children(verb.i))


def _by_what_is_called(a: Around, votes: Votes) -> None:
    """A body or place that is called by a name: "their network is called X", "the group known there as X"."""
    subject = a.tree.subject(a.token.head)
    if subject is None and a.governor is not None and a.governor.deprel == "acl":
        subject = a.governor.head
    if subject is not None and a.tree.tokens[subject].upos == "NOUN":
        if a.tree.low[subject] in _nouns_for_bodies() | any_of(("names", "plural_bodies"), ("people", "members")):
            votes["org"] += STRONG
        elif a.tree.lemma[subject] in words_of("places", "before"):
            votes["place"] += STRONG


def _by_acts(a: Around, verb: Token, votes: Votes) -> Bent | None:
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
    elif lemma in words_of("names", "publishing_acts"):
        votes["org"] += LIKELY
        bent = "publishes"
    elif lemma in words_of("names", "speaking_acts"):
        _by_what_it_says(a, votes)
    if _is_plural_verb(tree, verb) and not tree.children(a.head, "conj"):
        votes["org"] += SLIGHT
    return bent or ("contests" if below & words_of("names", "politics") else None)


def _by_what_it_says(a: Around, votes: Votes) -> None:
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


def _by_company_words(a: Around, votes: Votes) -> Bent | None:
    """Nouns that belong to bodies, generic nouns beside the name, and the words of lists."""
    tree, token, governor = a.tree, a.token, a.governor
    bent: Bent | None = None
    belonging = words_of("names", "belongs_to")
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
            # a leader has a faction as a body has one
            votes["org"] += SLIGHT if a.lemma == "faction" and token.deprel == "nmod:poss" else CLEAR
            bent = "fights" if a.lemma in words_of("names", "fighters") else bent
        elif a.case == "of" and a.lemma in ("head", "chief") and _is_somebodys(a, governor):
            votes["org"] += LIKELY  # "P, head of X"
        elif a.lemma in belonging and a.case == "from":
            votes["org"] += SLIGHT
        elif (
            before_noun
            and token.deprel != "nmod:poss"
            and governor.text.lower() in any_of(("people", "generic_groups"), ("names", "bodies_of_one_name"))
        ):
            votes["org"] += STRONG  # "the X movement", "X militia"
            bent = _bent_of_noun(tree, governor.i) or _bent_of_group(tree, governor)
        elif a.lemma in words_of("names", "hostile_pairs") and a.case in ("between", "with", "against", "involving"):
            votes["org"] += LIKELY
            bent = "fights" if a.lemma in words_of("names", "hostilities") else bent
        elif _is_listed_with(a, governor):
            votes["org"] += CLEAR
        elif before_noun and token.deprel != "nmod:poss" and _is_one_of_many(a, governor):
            votes["org"] += LIKELY  # "a X official", "two X officials": no person's name stands so
    elif (
        a.after is not None and a.after.lemma.lower() in words_of("names", "outlets") and token.deprel in ("compound", "nmod:desc", "amod")
    ):
        votes["org"] += CLEAR  # "Al-X television"
        bent = bent or "publishes"
    elif a.after is not None and a.after.lemma.lower() in belonging and token.deprel in ("compound", "nmod:poss"):
        votes["org"] += CLEAR
    if a.before is not None and a.before.text.lower() in ("them", "including", "as", "like") and _lists_bodies(a):
        votes["org"] += CLEAR
    if a.after is not None and a.after.text.lower() == "itself":
        votes["org"] += LIKELY
    if _is_led(a):
        votes["org"] += CLEAR
    if a.before is not None and a.before.text == "," and a.before.i > 0 and tree.tokens[a.before.i - 1].text == "We":
        votes["org"] += STRONG  # "We, X, announce": a body speaks
    if a.before is not None and a.before.text.lower() == "the" and a.before.head == a.head:
        votes["org"] += LIKELY if _is_plural_name(a) else ARTICLE
        votes["person"] -= ARTICLE
    for k in tree.children(a.head, "conj"):
        if tree.tokens[k].upos == "NOUN" and tree.tokens[k].text.lower() in _bodies() | words_of("people", "members"):
            votes["org"] += LIKELY
    return bent


def _is_somebodys(a: Around, role: Token) -> bool:
    """Say whether a role is told of a name beside it: "P, head of X"."""
    above = role.head
    return role.deprel == "appos" and above >= 0 and a.tree.tokens[above].upos == "PROPN"


def _is_led(a: Around) -> bool:
    """Say whether a name is followed by who leads it: "X, led by Y,", "X, commanded by Y"."""
    low = () if a.after is None else a.tree.low[a.after.i : a.after.i + 3]
    return low[:1] == (",",) and low[2:3] == ("by",) and low[1] in ("led", "headed", "commanded", "chaired", "founded")


def _is_plural_name(a: Around) -> bool:
    """Say whether a name of one word is a plural that no list has: with an article it is people under one name, as "the Tupamaros"."""
    word = a.token.text
    alone = a.before is not None and a.before.i == a.head - 1 and (a.after is None or a.after.i == a.head + 1)
    people = is_people(word) or word.lower() in words_of("names", "peoples") or word.endswith(("ists", "ians", "ites"))
    return alone and word[-1:] == "s" and word[-2:] != "ss" and "-" not in word and not people and not word.isupper()


def _is_one_of_many(a: Around, noun: Token) -> bool:
    """Say whether a name stands before a noun for people with an indefinite article or number: "a X source", "several X officials"."""
    if a.lemma not in any_of(("people", "roles"), ("people", "titles")) and noun.text.lower() not in words_of("people", "anonymous"):
        return False
    if a.lemma in words_of("places", "people_of"):
        return False
    return any(a.tree.low[k] in ("a", "an", "several", "two", "three", "many") for k in a.tree.children(noun.i, "det", "nummod", "amod"))


def _is_listed_with(a: Around, governor: Token) -> bool:
    """Say whether the name is an example or a conjunct of a noun for bodies: "groups such as X", "the rebels X and Y"."""
    noun = governor.text.lower()
    if a.case in ("including", "like", "such as", "among", "as"):
        return noun in _bodies()
    return a.token.deprel in ("appos", "nmod:desc", "flat", "conj") and noun in words_of("names", "plural_bodies")


def _lists_bodies(a: Around) -> bool:
    """Say whether a plural noun for bodies stands just before a list that begins with the name: "several groups, among them X"."""
    first = 0 if a.before is None else a.before.i
    return any(t.text.lower() in words_of("names", "plural_bodies") for t in a.tree.tokens[max(0, first - 5) : first])


def _generic_noun_beside(a: Around) -> int | None:
    """Find the generic noun that calls a name a body: "the militant group X", "X is an armed group", "X, a militia".

    None also where the name is said to be the commander of a group.
    """
    tree, token = a.tree, a.token
    bodies = _nouns_for_bodies()
    before = a.before
    if before is not None and before.upos == "NOUN" and tree.low[before.i] in any_of(("names", "outlets"), ("names", "companies")):
        return before.i  # "the newspaper X", "the security company Y", however the sentence is parsed
    if before is not None and before.upos == "NOUN" and tree.low[before.i] in bodies and (before.i == token.head or before.head == a.head):
        return before.i
    apposed = tree.children(a.head, "appos")
    beside = [*tree.children(a.head, "appos", "flat", "nmod:desc"), *(k for one in apposed for k in tree.children(one, "appos"))]
    if any(is_role(tree.lemma[k]) for k in beside):
        return None  # "X, a former commander of Y, a unit of Z"
    for k in apposed:
        if _calls_a_body(tree, k) and not tree.case(k):  # not "X, in command of Y"
            return k
    if token.deprel == "appos" and token.head >= 0 and a.case == "" and _calls_a_body(tree, token.head):
        return token.head  # "a parliamentary wing, X"
    if token.deprel != "nsubj" or a.governor is None:
        return None
    if a.lemma in ("become", "remain"):
        return next((k for k in tree.children(a.governor.i, "xcomp", "obj") if tree.low[k] in bodies), None)
    if a.governor.upos != "NOUN" or a.governor.text.lower() not in bodies:
        return None
    return a.governor.i if tree.children(a.governor.i, "cop") else None


def _calls_a_body(tree: Tree, i: int) -> bool:
    """Say whether a noun in apposition tells of a body; some nouns for bodies stand beside persons too."""
    return tree.tokens[i].upos == "NOUN" and tree.low[i] in _nouns_for_bodies() and tree.low[i] not in words_of("names", "of_persons_too")


def _bent_of_noun(tree: Tree, i: int) -> Bent | None:
    """Give what a generic noun with its adjectives says of a body: "rebel group", "militia", "party"."""
    words = {tree.tokens[i].text.lower(), *(tree.tokens[k].text.lower() for k in tree.children(i, "amod", "compound"))}
    if tree.low[i] in words_of("names", "outlets"):
        return "publishes"
    if words & words_of("names", "fighting_words"):
        return "fights"
    return "contests" if words & words_of("names", "contesting_words") else None


def _bent_of_group(tree: Tree, noun: Token) -> Bent | None:
    """Give what a body does whose name stands before "group": "gunmen of the X group", "the X group attacked a post"."""
    if noun.head < 0:
        return None
    above, lemma = tree.tokens[noun.head], tree.lemma[noun.head]
    fights = noun.deprel == "nmod" and tree.case(noun.i) == "of" and lemma in words_of("names", "fighters")
    acts = noun.deprel == "nsubj" and above.upos == "VERB" and lemma in words_of("names", "fighting_acts")
    return "fights" if fights or acts else None


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
def _nouns_for_bodies() -> frozenset[str]:
    """Common nouns for one body, those for outlets and circles among them."""
    return any_of(("people", "generic_groups"), ("names", "further_bodies"), ("names", "outlets"))


@cache
def _acts() -> frozenset[str]:
    return any_of(("names", "body_acts"), ("names", "fighting_acts"))


@cache
def _bodies() -> frozenset[str]:
    """Common nouns for bodies and forces, singular and plural."""
    return any_of(("people", "generic_groups"), ("people", "force_nouns"), ("names", "plural_bodies"))
