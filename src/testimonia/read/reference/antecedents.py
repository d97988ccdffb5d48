"""Whom a pronoun or a generic noun stands for. A wrong antecedent is worse than none, so whatever is open stays open.

In this order: a body that is the subject of a clause above, then whom the text is speaking of. Nobody where that subject was several
bodies at once, or where the sentence before spoke of a country.
"""

from collections.abc import Sequence

from testimonia.read.lexicon import words_of
from testimonia.read.names.cast import Cast, Member
from testimonia.read.names.spotting import Spot
from testimonia.read.names.unnamed import is_unnamed_body
from testimonia.read.reference.topic import Topic, fits
from testimonia.read.syntax import SUBJECTS, Tree

CALLING = frozenset(["call", "name", "know", "style", "dub"])
"""Verbs that give a name: "a group called X", "an alliance known as X"."""


def named_above(cast: Cast, spots: Sequence[Spot], tree: Tree, i: int) -> Member | None:
    """Give the body whose name a clause before a pronoun gives its subject: "The other became known as X, and had its seat in Y".

    Args:
        cast: The document's cast.
        spots: The names of the sentence, in text order.
        tree: The sentence.
        i: Position of the pronoun.

    Returns:
        A member of class org, or None where no clause above names its own subject so.
    """
    named = {spot.head: spot for spot in spots if spot.start < tree.tokens[i].start}
    for verb in tree.above(tree.clause(i)) if named else ():
        subject = tree.subject(verb) if verb < i and tree.tokens[verb].upos in ("VERB", "ADJ") else None
        told = [k for k in (verb, *tree.children(verb, "xcomp")) if tree.lemma[k] in CALLING]
        if subject is None or not told or any(subject in spot.tokens for spot in spots):
            continue
        given = [m for k in told for m in tree.children(k, "xcomp", "obl", "obj") if m in named and tree.case(m) in ("", "as")]
        member = next((m for k in given if (m := cast.member(named[k].text)) is not None), None)
        if member is not None and member.cls == "org":
            return member
    return None


def antecedent(topic: Topic, cast: Cast, spots: Sequence[Spot], tree: Tree, i: int) -> Member | None:
    """Give the organisation that a pronoun stands for.

    Args:
        topic: Whom the text is speaking of.
        cast: The document's cast.
        spots: The names of the sentence, in text order.
        tree: The sentence.
        i: Position of the pronoun.

    Returns:
        A member of class org, or None where nobody or more than one can be meant.
    """
    if tree.tokens[i].deprel == "expl":
        return None
    named_in_turn = _in_turn_above(topic, tree, i)
    if named_in_turn is not None:
        return named_in_turn
    above = _subjects_above(cast, spots, tree, i)
    if _unnamed_above(tree, i):
        return None
    if above:
        return above[0] if len(above) == 1 else None
    if topic.elsewhere or topic.several:
        return None
    return topic.subject or topic.section or topic.title


def spoken_of(topic: Topic, cast: Cast, spots: Sequence[Spot], tree: Tree, i: int) -> Member | None:
    """Give the organisation that a generic noun ("the group") stands for.

    Args:
        topic: Whom the text is speaking of.
        cast: The document's cast.
        spots: The names of the sentence, in text order.
        tree: The sentence.
        i: Position of the noun.

    Returns:
        The subject above it or the topic, else the only body named lately that the noun fits; None where several do.
    """
    token = tree.tokens[i]
    word = token.text.lower()
    above = _subjects_above(cast, spots, tree, i)
    standing: list[Member | None] = [
        *(above if len(above) == 1 else ()),
        *(() if topic.several else (topic.subject,)),
        topic.section,
        topic.title,
    ]
    fitting = next((m for m in standing if m is not None and fits(m, word)), None)
    bearing = {m.key: m for m in (*topic.recent, *standing) if m is not None and m.cls == "org" and _bears(m, word)}
    if len(bearing) == 1 and (fitting is None or not _bears(fitting, word)):
        fitting = next(iter(bearing.values()))  # "the army" is the one body spoken of that is called one
    if fitting is None and word in words_of("names", "coalition_body") and not any(m.kind == "coalition" for m in cast.members.values()):
        fitting = next((m for m in standing if m is not None and m.kind in ("armed_group", "political_body")), None)
    if fitting is not None:
        return fitting  # "the alliance" is the body spoken of where the text names no other alliance
    called = [m for m in cast.members.values() if word in m.called and m.first < token.start and fits(m, word)]
    if len(called) == 1:
        return called[0]  # "the X group" is the only one that the text calls a group
    before = [m for s in spots if s.end <= token.start and (m := cast.member(s.text)) is not None]
    lately = [m for m in (*reversed(before), *topic.recent) if m.cls == "org" and fits(m, word)]
    return lately[0] if len({m.key for m in lately}) == 1 else None


def _bears(member: Member, word: str) -> bool:
    """Say whether one of a body's names ends in a word, opens with it as in "Front for X", or has it beside it as in "the X group"."""
    return word in member.called or any(word in (name.lower().split()[-1], name.lower().split()[0]) for name in member.names)


def _unnamed_above(tree: Tree, i: int) -> bool:
    """Say whether the nearest subject above a token brings in a body without a name: "a faction left it and named its own leader"."""
    at = tree.tokens[i].head
    while at >= 0:
        for k in tree.children(at, *SUBJECTS):
            if k < i and tree.tokens[k].upos in ("NOUN", "PROPN") and _governs(tree, k, i):
                return is_unnamed_body(tree, k)
        at = tree.tokens[at].head
    return False


def _subjects_above(cast: Cast, spots: Sequence[Spot], tree: Tree, i: int) -> list[Member]:
    """List the bodies named to the left that are the subject of a clause above a token: several if they are coordinated."""
    for spot in spots:
        if spot.end > tree.tokens[i].start:
            break
        head = _beside_subject(tree, spot.head)
        if tree.tokens[head].deprel in SUBJECTS and _governs(tree, head, i) and not _is_beside(tree, head, i):
            found = bodies_at(cast, spots, tree, spot.head)
            if found:
                return found
    return []


def _is_beside(tree: Tree, subject: int, i: int) -> bool:
    """Say whether a pronoun stands beside a subject with the same verb, and so is somebody else: "X split from it"."""
    return tree.tokens[i].deprel in ("obj", "iobj", "obl", "obl:agent") and tree.tokens[i].head == tree.tokens[subject].head


def _beside_subject(tree: Tree, i: int) -> int:
    """Give the noun that a name stands beside, where that is the subject: "its armed wing, the X, has its seat in Y"."""
    token = tree.tokens[i]
    body = token.deprel == "appos" and tree.low[token.head] in words_of("people", "generic_groups")
    return token.head if body and tree.tokens[token.head].deprel in SUBJECTS else i


def of_two(topic: Topic, word: str) -> Member | None:
    """Give whom "the former" or "the latter" stands for.

    Args:
        topic: Whom the text is speaking of.
        word: The word, in lower case.

    Returns:
        The first or the second of the two bodies that the sentence before named, as its subject or at all; None where there were not two.
    """
    if word not in ("former", "latter"):
        return None
    two = topic.pair if len(topic.pair) == 2 else topic.named_last
    return two[word == "latter"] if len(two) == 2 else None


def of_person(topic: Topic, cast: Cast, tree: Tree, i: int) -> Member | None:
    """Give the body that a generic noun after "his" or "her" stands for: the one in which the person spoken of has a role.

    Args:
        topic: Whom the text is speaking of.
        cast: The document's cast.
        tree: The sentence.
        i: Position of the noun.

    Returns:
        The body, or None where the text has told of none, or the noun does not fit it.
    """
    owners = tree.children(i, "nmod:poss")
    if topic.person is None or topic.person.office is None or not any(tree.low[k] in ("his", "her") for k in owners):
        return None
    body = cast.members[topic.person.office]
    fitting = tree.low[i] in words_of("people", "generic_groups") and fits(body, tree.low[i])
    return body if fitting and not tree.children(i, "amod", "compound") else None


def _in_turn_above(topic: Topic, tree: Tree, i: int) -> Member | None:
    """Give whom "the latter" stands for where it is the subject above a pronoun: "the latter moved its base"."""
    at = i
    while at >= 0:
        for k in tree.children(at, *SUBJECTS):
            if k < i:
                return of_two(topic, tree.low[k])
        at = tree.tokens[at].head
    return None


def is_loose(tree: Tree, i: int) -> bool:
    """Say whether a phrase hangs on a noun by mistake and tells rather of the verb: "spoke for the movement from exile".

    Args:
        tree: The sentence.
        i: Position of the phrase's head.

    Returns:
        True for a bare common noun after "from", "in", "at" or "on", and for a clause set off by a comma, which tells of one known already.
    """
    token = tree.tokens[i]
    if token.deprel == "acl:relcl":
        return tree.tokens[tree.subtree(i)[0]].text == "," or tree.low[tree.subtree(i)[0] - 1] == ","
    bare = token.upos == "NOUN" and "Number=Plur" not in token.feats and not tree.children(i, "det", "amod", "nmod", "compound")
    return bare and token.deprel == "nmod" and tree.case(i) in ("from", "in", "at", "on")


def bodies_at(cast: Cast, spots: Sequence[Spot], tree: Tree, i: int) -> list[Member]:
    """List the bodies that a nominal and what is coordinated with it name.

    Args:
        cast: The document's cast.
        spots: The names of the sentence.
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        Members of class org, each once.
    """
    heads = tree.conjuncts(i)
    named = [m for s in spots if s.head in heads and (m := cast.member(s.text)) is not None and m.cls == "org"]
    return list({m.key: m for m in named}.values())


def _governs(tree: Tree, subject: int, i: int) -> bool:
    """Say whether a subject stands in a clause above or beside a token, so that a pronoun may refer to it."""
    clause = tree.tokens[subject].head
    at = i
    while at >= 0:
        if at == clause:
            return tree.clause(i) != clause or tree.tokens[i].deprel == "nmod:poss" or tree.tokens[i].deprel not in SUBJECTS
        at = tree.tokens[at].head
    return False
