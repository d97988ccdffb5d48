"""Find the words by which somebody accuses, denies or claims: who speaks, who is said to have done it, which words take up the happening.

Purely grammatical: `meant` asks which happening told before is meant, `voices` lets whoever speaks be the voice, `accounts` makes reports.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from testimonia.codebook.words import load_words
from testimonia.model.kinds import Stance, Status
from testimonia.read.lexicon import any_of, table, words_of
from testimonia.read.syntax import SUBJECTS, Tree

Kind = Literal["accusation", "denial", "claim"]
_LIST = "accounts"
_OF_DEEDS = frozenset(["deny", "dispute", "disclaim", "disavow"])
"""Verbs of denial whose object may be the deed itself: "denied the killings"."""
_OF_ACTS = frozenset(["for", "of", "over", "with", "in", "to"])
"""Prepositions under which the act stands: "blamed for", "accused of", "involvement in", "link to"."""


@dataclass(frozen=True, slots=True)
class Account:
    """What somebody says of a happening.

    `cue` is the word that says so. `speaker` is the head of who says it, and `stance` how; both are None where a saying around it tells.
    `accused` are the heads of who is said to have done it, or not to have done it; `matter` is the noun or pronoun that takes up the
    happening, None where the words leave it out. `at` is where the report stands. `own` is true where who denies is who would have done it.
    """

    kind: Kind
    cue: int
    at: int
    speaker: int | None = None
    stance: Stance | None = None
    accused: tuple[int, ...] = ()
    matter: int | None = None
    status: Status = "happened"
    own: bool = False

    def span(self, tree: Tree) -> tuple[int, int]:
        """Give the offsets of what is said: who is accused, and of what.

        Args:
            tree: The sentence.

        Returns:
            Start and end in code points.
        """
        heads = [self.at, *self.accused, *([self.matter] if self.matter is not None else [])]
        spans = [tree.nominal_extent(k) for k in heads if k != self.speaker]
        return min(a for a, _ in spans), max(b for _, b in spans)


@lru_cache(maxsize=2)  # three rules and the voices ask of one sentence after the other
def find_accounts(tree: Tree) -> tuple[Account, ...]:
    """Find the accusations, denials and claims of responsibility of a sentence.

    Args:
        tree: The sentence.

    Returns:
        Accounts, in no particular order; none that is negated, wished for or only possible.
    """
    return tuple(_accounts(tree))


@cache
def _verbs() -> frozenset[str]:
    lists = ("accusing_verbs", "attributing_verbs", "laying_verbs", "falling_verbs", "directing_verbs", "denying_verbs", "claiming_verbs")
    return frozenset(word for name in lists for word in words_of(_LIST, name)) | table(_LIST, "owning_up").keys() | {"point"}


@cache
def _having_words() -> frozenset[str]:
    return any_of((_LIST, "responsible_adjectives"), (_LIST, "sharing_verbs")) | {"involved", "involve"}


def _accounts(tree: Tree) -> Iterator[Account]:
    for i in tree.having(_verbs()):
        token = tree.tokens[i]
        if token.upos != "VERB":
            continue
        lemma = token.lemma.lower()
        if tree.is_negated(i) or _is_doubted(tree, i):
            continue
        if lemma in any_of((_LIST, "accusing_verbs"), (_LIST, "attributing_verbs")):
            yield from _accusing(tree, i, lemma)
        if lemma in words_of(_LIST, "laying_verbs") | {"point"}:
            yield from _laying(tree, i)
        if lemma in words_of(_LIST, "falling_verbs"):
            yield from _falling(tree, i)
        if lemma in words_of(_LIST, "directing_verbs"):
            yield from _directing(tree, i)
        if lemma in words_of(_LIST, "denying_verbs"):
            yield from _denying(tree, i, lemma)
        if lemma in words_of(_LIST, "claiming_verbs") | table(_LIST, "owning_up").keys():
            yield from _claiming(tree, i, lemma)
    yield from _having_done(tree)


def _is_doubted(tree: Tree, i: int) -> bool:
    """Say whether a word stands under "may", "if", "neither ... nor" or a wish."""
    before = tree.tokens[i - 1].text.lower() if i else ""
    return tree.is_unreal(i) or before in ("nor", "neither")


def _speaker(tree: Tree, i: int) -> int | None:
    return next(iter(tree.agents(i)), None)


def _accusing(tree: Tree, i: int, lemma: str) -> Iterator[Account]:
    """ "Blamed X (for it)", "accused X of it", "attributed it to X", "blamed it on X", and their passives."""
    objects = tree.objects(i)
    if not objects:
        return
    speaker = _speaker(tree, i)
    onto = [k for case, k in tree.obliques(i) if case in ("on", "upon", "to") and k not in objects]
    if lemma in words_of(_LIST, "attributing_verbs") and onto and (lemma != "blame" or tree.case(onto[0]) != "to"):
        yield Account("accusation", i, onto[0], speaker, "claimed", tuple(onto), objects[0])
        return
    if lemma not in words_of(_LIST, "accusing_verbs"):
        return
    matter, named = _act_of(tree, i)
    if lemma != "blame" and matter is None and not named:
        return  # "suspected the rebels" of something; "charged the gunmen"
    if not named:
        yield Account("accusation", i, objects[0], speaker, "claimed", tuple(objects), matter)


def _act_of(tree: Tree, i: int) -> tuple[int | None, bool]:
    """Give the noun that tells what somebody is blamed for, and whether a clause tells it in its own words ("of killing three")."""
    for case, k in tree.obliques(i):
        if case in ("for", "of", "over", "in"):
            return _inner(tree, k), False
    below = [*tree.children(i, "advcl", "ccomp", "xcomp", "acl"), *(m for k in tree.objects(i) for m in tree.children(k, "acl"))]
    for k in below:
        if tree.case(k).split(" ")[0] not in ("for", "of", "over"):
            continue
        if tree.children(k, "cop"):
            return _inner(tree, k), False
        objects = tree.children(k, "obj")
        involved = next((m for case, m in tree.obliques(k) if case in _OF_ACTS), None)
        if tree.tokens[k].lemma.lower() in words_of("triggers", "light") and objects:
            return objects[0], False
        if tree.tokens[k].lemma.lower() in words_of(_LIST, "directing_verbs") and objects:
            return objects[0], False
        if tree.tokens[k].lemma.lower() in ("involve", "implicate", "participate", "take") and involved is not None:
            return involved, False
        return None, True
    return None, False


def _inner(tree: Tree, i: int) -> int | None:
    """Give the happening of "involvement in the attack", "being responsible for it"; a noun of happening stands for itself."""
    lemma = tree.tokens[i].lemma.lower()
    if lemma in any_of((_LIST, "owning_nouns"), (_LIST, "responsible_adjectives"), (_LIST, "accusation_nouns")):
        return next((_inner(tree, k) for case, k in tree.obliques(i) if case in _OF_ACTS), None)
    return i


def _laying(tree: Tree, i: int) -> Iterator[Account]:
    """ "Laid the blame on X", "pointed the finger at X", "pinned the blame for it on X"."""
    nouns = any_of((_LIST, "pointing_nouns"), (_LIST, "suspicion_nouns"))
    for k in tree.objects(i):
        if tree.tokens[k].lemma.lower() not in nouns:
            continue
        at = [m for h in (i, k) for case, m in tree.obliques(h) if case in ("on", "at", "upon", "with", "squarely on")]
        matter = next((m for h in (i, k) for case, m in tree.obliques(h) if case == "for"), None)
        if at:
            yield Account("accusation", i, at[0], _speaker(tree, i), "claimed", tuple(at), matter)


def _falling(tree: Tree, i: int) -> Iterator[Account]:
    """ "Suspicion fell on X": nobody says whose it is."""
    subject = tree.subject(i)
    if subject is None or tree.tokens[subject].lemma.lower() not in words_of(_LIST, "suspicion_nouns"):
        return
    on = [k for case, k in tree.obliques(i) if case in ("on", "upon", "with")]
    matter = next((k for h in (i, subject) for case, k in tree.obliques(h) if case in ("for", "of", "over")), None)
    if on:
        yield Account("accusation", i, on[0], None, "claimed", tuple(on), matter)


def _directing(tree: Tree, i: int) -> Iterator[Account]:
    """ "The raid had been directed by X", "X masterminded the raid": a saying around it tells whose account it is."""
    objects, agents = tree.objects(i), tree.agents(i)
    if objects and _is_taken_up(tree, objects[0]) and agents and tree.tokens[objects[0]].lemma.lower() in _taken_up():
        yield Account("accusation", i, i, None, None, tuple(agents), objects[0])


@cache
def happening_sorts() -> Mapping[str, frozenset[str]]:
    """Give the nouns by which each sort of happening is taken up.

    Returns:
        Name of the sort to lemmas.
    """
    return {str(name): frozenset(map(str, nouns)) for name, nouns in load_words(_LIST)["happenings"].items()}


@cache
def _taken_up() -> frozenset[str]:
    return frozenset().union(*happening_sorts().values())


def _denying(tree: Tree, i: int, lemma: str) -> Iterator[Account]:
    """ "Denied any involvement", "rejected these allegations", "denied it", "denied that there had been any massacre"."""
    speaker = _speaker(tree, i)
    if speaker is None:
        return
    for k in tree.objects(i):
        token = tree.tokens[k]
        noun = token.lemma.lower()
        if tree.children(k, "acl", "acl:relcl", "ccomp"):
            continue  # "rejected claims that it had": the clause names the act
        if noun in words_of(_LIST, "owning_nouns"):
            if {tree.low[m] for m in tree.children(k, "amod")} & words_of(_LIST, "other_links"):
                continue  # "denied any organisational link"
            told = _matter_below(tree, k, i)
            yield Account("denial", i, k, speaker, "denied", (speaker,), told, own=True)
        elif noun in words_of(_LIST, "accusation_nouns"):
            yield Account("denial", i, k, speaker, "denied", (speaker,), _inner(tree, k))
        elif (token.text.lower() in words_of(_LIST, "pronouns") and lemma == "deny") or (noun in _taken_up() and lemma in _OF_DEEDS):
            yield Account("denial", i, k, speaker, "denied", (speaker,), k)
    for k in _denied_doing(tree, i):
        yield Account("denial", i, k, speaker, "denied", (speaker,), k, own=True)
    for k in tree.children(i, "ccomp"):
        there = tree.children(k, "expl") and tree.tokens[k].lemma.lower() == "be"
        for m in tree.children(k, "nsubj") if there else ():
            if tree.tokens[m].lemma.lower() in _taken_up():
                yield Account("denial", i, m, speaker, "denied", (), m)


def _denied_doing(tree: Tree, i: int) -> Iterator[int]:
    """Give the happening that somebody denies having done: "denied carrying out the attack", "denied having taken part in the raid"."""
    for k in tree.children(i, "xcomp", "ccomp"):
        if tree.children(k, *SUBJECTS) and not any(tree.tokens[m].upos == "PRON" for m in tree.children(k, *SUBJECTS)):
            continue  # it is denied of somebody else
        if tree.lemma[k] not in any_of(("triggers", "light"), (_LIST, "directing_verbs"), (_LIST, "sharing_verbs")) or tree.is_passive(k):
            continue
        below = [*tree.children(k, "obj"), *(m for case, m in tree.obliques(k) if case == "in")]
        yield from (m for m in below if tree.lemma[m] in _taken_up() and _is_taken_up(tree, m))


def _is_taken_up(tree: Tree, i: int) -> bool:
    return any(tree.low[k] in ("the", "this", "that", "these", "those") for k in tree.children(i, "det"))


def _matter_below(tree: Tree, *heads: int) -> int | None:
    """Give what an involvement is in, a responsibility for, a link to."""
    return next((_inner(tree, k) for h in heads for case, k in tree.obliques(h) if case in _OF_ACTS), None)


def _claiming(tree: Tree, i: int, lemma: str) -> Iterator[Account]:
    """ "Claimed responsibility (for it)", "took credit for it", "claimed the attack", "owned up to it"."""
    speaker = _speaker(tree, i)
    if speaker is None:
        return
    for k in tree.objects(i):
        noun = tree.tokens[k].lemma.lower()
        if noun in words_of(_LIST, "credit_nouns") and lemma in words_of(_LIST, "claiming_verbs"):
            matter = _matter_below(tree, k, i)
            if matter is not None and _is_new(tree, matter):  # it is told here, by whoever writes; only the deed is claimed
                yield Account("claim", i, matter, None, None, (speaker,), matter)
            elif matter is not None or lemma == "claim":
                yield Account("claim", i, k, speaker, "claimed", (speaker,), matter)
        elif lemma == "claim" and noun in _taken_up() and not tree.children(k, "nummod"):
            yield Account("claim", i, k, speaker, "claimed", (speaker,), k)
    if lemma not in table(_LIST, "owning_up"):
        return
    for case, k in tree.obliques(i):
        beside = {tree.tokens[m].text.lower() for m in (*tree.children(i), *tree.children(k, "case"))}
        if tree.tokens[k].upos in ("DET", "NUM", "PRON"):
            k = next((m for inner, m in tree.obliques(k) if inner == "of"), k)  # "to some of these attacks"
        if case.endswith("to") and tree.tokens[k].lemma.lower() in _taken_up() and (lemma != "own" or "up" in beside):
            yield Account("claim", i, k, speaker, "claimed", (speaker,), k)


def _is_new(tree: Tree, i: int) -> bool:
    """Say whether a noun brings a happening in ("an attack on a post", "two bombings") and does not take one up ("the attack")."""
    articles = {tree.tokens[k].text.lower() for k in tree.children(i, "det")}
    return bool(articles & {"a", "an", "another"} or tree.children(i, "nummod"))


def _having_done(tree: Tree) -> Iterator[Account]:
    """ "X was behind it", "X was responsible for it", "X had nothing to do with it", "X was not involved in it", "X had no part in it"."""
    behind = [token.head for token in tree.tokens if token.text.lower() == "behind" and token.deprel == "case"]
    for i in sorted({*tree.having(_having_words()), *(k for k in behind if k >= 0)}):
        lemma = tree.tokens[i].lemma.lower()
        subjects = tuple(k for k in tree.children(i, "nsubj", "nsubj:pass"))
        if not subjects:
            continue
        subject = tree.conjuncts(tree.antecedent(subjects[0]))
        if tree.children(i, "cop") and tree.case(i).endswith("behind") and not _is_doubted(tree, i):
            yield _part_in_it(tree, i, tuple(subject), i)
        elif tree.children(i, "cop") and lemma in words_of(_LIST, "responsible_adjectives") and not _is_doubted(tree, i):
            matter = next((k for case, k in tree.obliques(i) if case == "for"), None)
            judged = any(
                "Tense=Pres" in tree.tokens[k].feats for k in tree.children(i, "cop")
            )  # "is responsible" judges, and tells nothing
            if matter is not None and not judged:
                yield _part_in_it(tree, i, tuple(subject), matter)
        elif (lemma == "involved" or (lemma == "involve" and tree.is_passive(i))) and not _is_doubted(tree, i):
            matter = next((k for case, k in tree.obliques(i) if case == "in"), None)
            if matter is not None:
                yield _part_in_it(tree, i, tuple(subject), matter)
        elif lemma in words_of(_LIST, "sharing_verbs"):
            yield from _no_share(tree, i, tuple(subject))
    yield from _held_responsible(tree)


def _part_in_it(tree: Tree, i: int, subject: tuple[int, ...], matter: int) -> Account:
    """Say that somebody did what is told, or where it is negated that they did not."""
    if tree.is_negated(i):
        return Account("denial", i, matter, None, None, subject, matter, "denied", own=True)
    return Account("accusation", i, matter, None, None, subject, matter)


def _no_share(tree: Tree, i: int, subject: tuple[int, ...]) -> Iterator[Account]:
    """ "Had nothing to do with it", "played no part in it"; "anything to do with it" stands under a denial."""
    for k in tree.children(i, "obj"):
        word = tree.tokens[k].text.lower()
        if word in words_of(_LIST, "nothing_words"):
            doing = [
                m for m in (*tree.children(k, "acl", "acl:relcl"), *tree.children(i, "xcomp", "advcl")) if tree.tokens[m].lemma == "do"
            ]
            matter = next((m for d in doing for case, m in tree.obliques(d) if case == "with"), None)
        elif tree.tokens[k].lemma.lower() in words_of(_LIST, "no_share_nouns") and tree.is_negated(k):
            matter = _matter_below(tree, k, i)
        else:
            continue
        if matter is not None:
            yield Account("denial", i, matter, None, None, subject, matter, "happened" if word == "anything" else "denied", own=True)


def _held_responsible(tree: Tree) -> Iterator[Account]:
    """ "Held X responsible for it", "X was held responsible for it"."""
    for k in tree.having(words_of(_LIST, "responsible_adjectives")):
        verb = tree.tokens[k].head
        if verb >= 0 and tree.tokens[verb].upos != "VERB":
            verb = tree.tokens[verb].head  # the parse may hang the adjective on the noun
        if verb < 0 or tree.tokens[verb].lemma.lower() not in words_of(_LIST, "holding_verbs") or tree.children(k, "cop"):
            continue
        accused = tree.objects(verb)
        if accused and not tree.is_negated(verb) and not _is_doubted(tree, verb):
            matter = next((m for h in (k, verb) for case, m in tree.obliques(h) if case == "for"), None)
            yield Account("accusation", verb, accused[0], _speaker(tree, verb), "claimed", tuple(accused), matter)
