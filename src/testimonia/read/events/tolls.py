"""Find which event a verb of harm tells the toll of.

"Attacked the base, killing three", "the blast killed two and injured ten", "eleven were killed when gunmen opened fire", "left 30 dead":
the harm belongs to the event that did it, wherever the sentence puts it.
"""

from functools import cache

from testimonia.read.events.figures import is_people
from testimonia.read.events.happenings import assaulting_nouns, is_weapon, noun_trigger_at, verb_triggers
from testimonia.read.events.phrases import phrase_at
from testimonia.read.lexicon import table, words_of
from testimonia.read.syntax import SUBJECTS, Tree

_RELATIVE = frozenset(["which", "where", "that"])
_WAYS_OF_HARM = frozenset(["killed", "injured"])
"""What one blast does to people; arrests and abductions are happenings of their own."""


@cache
def harming_verbs() -> frozenset[str]:
    """Give the verbs that can tell what an event cost.

    Returns:
        Lemmas: those that harm by themselves, and those that leave people dead.
    """
    return frozenset(table("triggers", "harm")) | {"leave", "find", "burn", "shoot", "stab", "beat", "hack", "blow"}


def harm_of(tree: Tree, i: int) -> str | None:
    """Tell what a verb does to whom it harms: "kill", "shot dead", "left 30 injured".

    Args:
        tree: The sentence.
        i: Position of a verb.

    Returns:
        What is counted (killed, injured, detained, ...), or None for verbs that harm nobody.
    """
    lemma = tree.tokens[i].lemma.lower()
    if lemma in table("triggers", "harm"):
        return table("triggers", "harm")[lemma]
    trigger = verb_triggers().get(lemma)
    if lemma not in ("leave", "find", "burn") and (trigger is None or trigger.type != "ASSAULT"):
        return None
    endings = table("triggers", "ending_harms")
    for k in (*tree.children(i, "xcomp", "advmod", "obl"), *(m for o in tree.children(i, "obj") for m in tree.children(o, "amod", "acl"))):
        word = tree.tokens[k].text.lower()
        if word in endings and (tree.tokens[k].deprel != "obl" or tree.case(k) == "to") and (lemma == "leave" or word in ("dead", "death")):
            return endings[word]
    if lemma in ("shoot", "stab") and any(
        tree.tokens[k].lemma.lower() == "kill" and not tree.children(k, *SUBJECTS, "obj") for k in tree.children(i, "conj")
    ):
        return "killed"  # "shot and killed"
    return None


def harmed_by(tree: Tree, i: int) -> list[int]:
    """List whom a verb of harm harms; the subject of "die" and of an elliptic "40 injured".

    Args:
        tree: The sentence.
        i: Position of the verb.

    Returns:
        Heads of nominals.
    """
    lemma = tree.tokens[i].lemma.lower()
    if lemma in ("die", "perish", "flee"):
        subject = tree.subject(i)
        return [] if subject is None else tree.conjuncts(subject)
    if lemma == "leave":
        # "left 26 people dead": the parse may take the people for a second subject
        left = tree.children(i, "obj") or [k for k in tree.children(i, *SUBJECTS) if k > i]
        return [m for k in left for m in tree.conjuncts(k)]
    own = tree.objects(i)
    if own and tree.tokens[own[0]].i < i and tree.children(i, *SUBJECTS) and tree.is_passive(i):
        return own
    token = tree.tokens[i]
    if token.deprel in ("conj", "list", "appos") and "VerbForm=Part" in token.feats and not tree.children(i, "obj", "aux", "aux:pass"):
        return [k for k in tree.children(i) if k < i and tree.tokens[k].upos in ("NUM", "NOUN", "PRON")] or own
    return own


def cause_of(tree: Tree, i: int) -> int | None:
    """Give the trigger of the event whose toll a verb of harm tells.

    Args:
        tree: The sentence.
        i: Position of a verb of harm.

    Returns:
        Position of a verb or noun, or None where the harm is an event of its own.
    """
    what = harm_of(tree, i)
    if what not in _WAYS_OF_HARM:
        return None
    token = tree.tokens[i]
    beside = _beside_harm(tree, i)
    if beside is not None:
        deeper = _own_cause(tree, i)
        return deeper if deeper is not None else (cause_of(tree, beside) if cause_of(tree, beside) is not None else beside)
    own = _own_cause(tree, i)
    if own is not None:
        return own
    at = token.head
    resulting = tree.tokens[at].head if at >= 0 and token.deprel == "acl" and tree.case(at) in ("in", "with", "to") else -1
    if resulting >= 0 and tree.lemma[resulting] in words_of("triggers", "resulting_verbs"):
        subject = tree.subject(resulting)  # "the attack resulted in one soldier killed"
        return None if subject is None or not is_assault_noun(tree, subject) else subject
    if at < 0 or "VerbForm=Inf" in token.feats or (tree.is_passive(i) and token.deprel != "conj"):
        return None
    if token.deprel == "acl" and ("VerbForm=Ger" in token.feats or (tree.low[i].endswith("ing") and tree.low[i - 1] == ",")):
        if noun_trigger_at(tree, at) is not None and tree.tokens[at].lemma.lower() in assaulting_nouns():
            return at
        at = _clause_told(tree, at)  # ", killing three" tells of the clause, wherever the parse hangs it
    elif token.deprel == "conj":
        # "stormed the barracks and killed two" may be two happenings; "the bus was ambushed and six of them were killed" is one
        return event_under(tree, at) if tree.is_passive(i) and _bare_number_subject(tree, i) else None
    elif token.deprel not in ("advcl", "xcomp"):
        return None
    return event_under(tree, at)


def _beside_harm(tree: Tree, i: int) -> int | None:
    """Give the verb of harm that another one goes on from: "killed five and wounded ten", "12 killed and 40 injured"."""
    token = tree.tokens[i]
    at = token.head
    if at < 0 or token.deprel not in ("conj", "advcl", "parataxis", "acl", "list") or harm_of(tree, at) not in _WAYS_OF_HARM:
        return None
    if token.deprel == "conj":
        elliptic = "VerbForm=Part" in token.feats and not tree.children(i, "aux", "aux:pass")
        same = not tree.children(i, *SUBJECTS) or elliptic or _bare_number_subject(tree, i) or _is_also(tree, i)
        return at if same else None
    if token.deprel == "advcl" and tree.is_passive(i) and _bare_number_subject(tree, i):
        return at if any(tree.low[k] == "while" for k in tree.children(i, "mark")) else None  # "while three others were wounded"
    return at if "VerbForm=Ger" in token.feats and harm_of(tree, i) == "injured" else None


def _is_also(tree: Tree, i: int) -> bool:
    """Say whether a passive only adds to those harmed: "killed three militants in a clash and one soldier was also killed"."""
    return tree.is_passive(i) and any(tree.low[k] == "also" for k in tree.children(i, "advmod"))


def _bare_number_subject(tree: Tree, i: int) -> bool:
    """Say whether the subject is a number or "others" and the like: "12 people were killed and 40 were injured"."""
    return any(
        tree.tokens[k].upos in ("NUM", "DET") or tree.tokens[k].lemma.lower() in ("other", "dozen", "score", "hundred")
        for k in tree.children(i, *SUBJECTS)
    )


def _own_cause(tree: Tree, i: int) -> int | None:
    """Give the cause that stands under a verb of harm, or that is its subject."""
    leaving = tree.tokens[i].lemma.lower() == "leave" and not tree.children(i, "aux:pass")
    if leaving or not tree.is_passive(i):
        subject = tree.subject(i)
        gerunds = tree.children(i, "csubj")
        subject = gerunds[0] if subject is None and gerunds else subject
        told = None if subject is None else told_by_subject(tree, i, subject)
        told = told if told is not None else _under_the_head(tree, i)
        if told is not None:
            return told
    for case, k in tree.obliques(i):
        if case.split(" ")[0] in words_of("triggers", "cause_prepositions") and is_assault_noun(tree, k):
            if case == "during" and not tree.is_passive(i) and tree.children(i, *SUBJECTS, "obj") and tree.children(k, "nmod"):
                continue  # "during clashes with X, Y executed captives": a happening of its own
            return k
    for k in tree.children(i, "obl:agent"):
        if is_weapon(tree, k) and (fired := told_by_subject(tree, i, k)) is not None:
            return fired  # "killed by a missile fired at the city"
    for k in tree.children(i, "obj", "advcl"):
        if tree.is_passive(i) and is_assault_noun(tree, k):
            return k  # a parser's slip: "killed in the explosion" with the oblique as object
    for k in tree.children(i, "conj", "advcl"):
        if _beside_harm(tree, k) == i and (shared := _own_cause(tree, k)) is not None:
            return shared
    for k in tree.children(i, "advcl"):
        links = {tree.tokens[m].text.lower() for m in tree.children(k, "advmod", "mark")}
        if (
            links & words_of("triggers", "cause_links")
            and is_assault(tree, k)
            and harm_of(tree, k) is None
            and not _counts_since(tree, i, k)
        ):
            return event_under(tree, k)
    at = i
    if tree.tokens[i].deprel == "acl:relcl" and any(
        tree.tokens[k].text.lower() in _RELATIVE for k in tree.children(i, "obl", "advmod", "nsubj", "nmod")
    ):
        # "an attack on a post in X in which four died": the parse may hang the clause on any noun of the phrase
        while tree.tokens[at].deprel in ("acl:relcl", "nmod", "obl"):
            at = tree.tokens[at].head
            if is_assault_noun(tree, at):
                return at
    return None


def _counts_since(tree: Tree, i: int, k: int) -> bool:
    """Say whether a clause only tells when the counting began: "6,000 have died since 2004, when rebels raided a base"."""
    return any(case == "since" and k > m > i for case, m in tree.obliques(i))


def _under_the_head(tree: Tree, i: int) -> int | None:
    """Give the assault that the parse hung beside the clause of which it is the subject: "after a battle with X had left 50 dead"."""
    token = tree.tokens[i]
    if token.deprel != "advcl" or tree.children(i, *SUBJECTS, "mark") or not tree.children(i, "aux"):
        return None
    return next((k for k in reversed(tree.children(token.head, "obl", "nmod")) if k < i and is_assault_noun(tree, k)), None)


def told_by_subject(tree: Tree, i: int, subject: int) -> int | None:
    """Give the assault that the subject of a verb tells of: "the blast killed", "a grenade thrown at a bar killed".

    Args:
        tree: The sentence.
        i: Position of the verb.
        subject: Position of its subject.

    Returns:
        Position of a noun or participle of assault, or None where the subject is somebody or something else.
    """
    if tree.tokens[i].lemma.lower() in ("die", "perish"):
        return None
    if is_assault_noun(tree, subject):
        return subject
    if tree.lemma[subject] in words_of("triggers", "parts"):  # "a series of attacks has killed 38"
        return next((k for case, k in tree.obliques(subject) if case == "of" and is_assault_noun(tree, k)), None)
    if is_weapon(tree, subject):
        return next((k for k in tree.children(subject, "acl", "acl:relcl") if k != i and event_under(tree, k) == k), None)
    if tree.tokens[i].deprel != "acl:relcl" or is_people(tree, subject):
        return None
    while subject >= 0 and tree.tokens[subject].deprel in ("nmod", "obl", "nmod:unmarked", "obl:unmarked"):
        subject = tree.tokens[subject].head  # "an attack on a bus in X that killed 64": the parse hangs the clause on X
        if is_assault_noun(tree, subject):
            return subject
        if tree.tokens[subject].upos == "VERB":
            return event_under(tree, subject)
    return None


def is_assault_noun(tree: Tree, i: int) -> bool:
    """Say whether a nominal names an assault: "the blast", "heavy shelling".

    Args:
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        True for nouns of assault, and for raids.
    """
    return tree.tokens[i].lemma.lower() in assaulting_nouns() or (
        tree.tokens[i].text.lower() in assaulting_nouns() and noun_trigger_at(tree, i) is not None
    )


def is_assault(tree: Tree, i: int) -> bool:
    """Say whether a verb tells an assault: by itself, with its object ("opened fire"), or as the light verb of a noun.

    Args:
        tree: The sentence.
        i: Position of a verb.

    Returns:
        True where an event of its own can stand there.
    """
    return event_under(tree, i) is not None


def ruined_in(tree: Tree, i: int) -> int | None:
    """Give the assault in whose course a participle tells that something was destroyed: "bombed X, destroying homes".

    Args:
        tree: The sentence.
        i: Position of the participle.

    Returns:
        Trigger of the assault that the clause tells; None where it tells none, or where the participle stands for itself.
    """
    token = tree.tokens[i]
    if token.deprel not in ("advcl", "acl") or not tree.low[i].endswith("ing"):
        return None
    clause = _clause_told(tree, token.head)
    return event_under(tree, clause) if clause != i else None


def _clause_told(tree: Tree, at: int) -> int:
    """Give the clause that a participle after a comma tells of: not one that only tells where something is ("a town located in X,")."""
    clause = tree.clause(at)
    while tree.tokens[clause].deprel in ("acl", "acl:relcl") and event_under(tree, clause) is None and tree.tokens[clause].head >= 0:
        clause = tree.clause(tree.tokens[clause].head)
    return clause


def event_under(tree: Tree, i: int) -> int | None:
    """Give the trigger of the assault that a clause tells.

    Args:
        tree: The sentence.
        i: Position of the clause's verb.

    Returns:
        The verb itself, or the noun that a light verb carries; None where the clause tells no assault.
    """
    if i < 0 or tree.tokens[i].upos != "VERB":
        return i if i >= 0 and is_assault_noun(tree, i) else None
    phrase = phrase_at(tree, i)
    if phrase is not None:
        return i if phrase.type == "ASSAULT" else None
    lemma = tree.tokens[i].lemma.lower()
    for k in tree.children(i, "obj", "nsubj", "nsubj:pass"):
        carried = lemma in words_of("triggers", "light") or lemma in ("target", "hit", "strike")
        if carried and is_assault_noun(tree, k):
            return k
    trigger = verb_triggers().get(lemma)
    if trigger is None or (trigger.type != "ASSAULT" and trigger.mode not in ("raid", "seize")):
        return None
    return i if harm_of(tree, i) not in _WAYS_OF_HARM or lemma not in table("triggers", "harm") else None
