"""Read relations from constructions: short patterns that say how a relation can be told, as data.

`codebook/words/constructions.yml` lists them by predicate in a notation that its head explains. A pattern is matched on the parsed
sentence, so voice, word order, conjunction, relative clauses and what stands between do not matter.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from testimonia.codebook.load import load_codebook
from testimonia.codebook.words import load_words
from testimonia.errors import CodebookError
from testimonia.model.claim import Value
from testimonia.model.kinds import PREDICATES as ALL_PREDICATES
from testimonia.model.kinds import EntityClass, Predicate
from testimonia.model.party import Party
from testimonia.read.claims.described import described_body
from testimonia.read.claims.drafts import Draft, cover, date_for, date_for_noun, party_span, polarity_of
from testimonia.read.claims.roles import nearest
from testimonia.read.claims.umbrellas import is_umbrella
from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

PREDICATES = tuple(name for name in ALL_PREDICATES if name in load_words("constructions"))

RULE = "constructions.read_constructions"
_SLOTS = frozenset("SOP_")
_LINKS = frozenset(["be", "="])
_REMAINING = frozenset(["be", "remain", "stay", "come", "fall", "place", "put", "operate", "fight", "act", "serve", "live", "stand"])
_UMBRELLAS = frozenset(["coalition", "political_body", "intergovernmental", "government", None])
_NEAR = 6
"""Tokens within which a fixed word follows its head."""
_SHARED = frozenset(["member_of", "merged_into"])
"""What holds for a companion as for the subject: "X, which along with Y belongs to Z"."""
_COMPANY = frozenset(["along with", "together with", "alongside", "as well as", "like"])
_NEEDS_DATE = frozenset(["founded"])


@dataclass(frozen=True, slots=True)
class Argument:
    """A slot of a pattern and the prepositions that may stand before it; none where it is the bare object."""

    slot: str
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Construction:
    """One pattern: its head words, what must stand with them, and where its slots are.

    `link` is empty for a verb, `be` for a passive or an adjective, `=` for a noun that describes the subject; `lead` are the prepositions
    of a noun after `be` ("is at war with").
    """

    predicate: Predicate
    pattern: str
    link: str
    lead: frozenset[str]
    first: str
    heads: frozenset[str]
    words: tuple[frozenset[str], ...]
    arguments: tuple[Argument, ...]
    flags: Mapping[str, str]


@cache
def constructions() -> Mapping[str, tuple[Construction, ...]]:
    """Compile the patterns.

    Returns:
        From a head's lemma to the constructions that it may begin, in the order of the file.

    Raises:
        CodebookError: A pattern breaks the notation.
    """
    found: dict[str, list[Construction]] = {}
    for predicate in PREDICATES:
        for pattern in load_words("constructions")[predicate]:
            construction = compile_pattern(predicate, str(pattern))
            for head in construction.heads:
                found.setdefault(head, []).append(construction)
    return {head: tuple(several) for head, several in found.items()}


def compile_pattern(predicate: Predicate, pattern: str) -> Construction:
    """Compile one pattern of the notation.

    Args:
        predicate: The predicate of the codebook that it tells.
        pattern: Such as `S part company with O` or `S = offshoot of|from O`.

    Returns:
        The construction.

    Raises:
        CodebookError: It does not begin with a slot, or has no head word.
    """
    body, _, options = pattern.partition(" : ")
    parts = body.split()
    flags = {name: value for option in options.split() for name, _, value in [option.partition("=")]}
    if len(parts) < 2 or parts[0] not in _SLOTS:
        raise CodebookError(f"words/constructions.yml: {predicate}: {pattern!r} must begin with S, O, P or _ and go on with a head word")
    link = parts[1] if parts[1] in _LINKS else ""
    rest = parts[2:] if link else parts[1:]
    lead: frozenset[str] = frozenset()
    if len(rest) > 1 and frozenset(rest[0].split("|")) <= words_of("grammar", "prepositions"):
        lead, rest = frozenset(rest[0].split("|")), rest[1:]
    if not rest or rest[0] in _SLOTS:
        raise CodebookError(f"words/constructions.yml: {predicate}: {pattern!r} has no head word")
    words: list[frozenset[str]] = []
    arguments: list[Argument] = []
    waiting: frozenset[str] = frozenset()
    for part in rest[1:]:
        if part in _SLOTS:
            if waiting and not waiting <= words_of("grammar", "prepositions"):
                words.append(waiting)  # "to form O": a word with its own object
                waiting = frozenset()
            arguments.append(Argument(part, waiting))
            waiting = frozenset()
            continue
        if waiting:
            words.append(waiting)
        waiting = frozenset(part.split("|"))
    if waiting:
        words.append(waiting)
    return Construction(predicate, pattern, link, lead, parts[0], frozenset(rest[0].split("|")), tuple(words), tuple(arguments), flags)


def read_constructions(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text tells a relation in one of the listed ways: "X parted company with Y", "X, an offshoot of Y", "X takes orders from Y"."""
    table = constructions()
    for i in tree.having(table.keys()):
        if scene.spot_at(tree, i) is not None:
            continue
        done: set[str] = set()  # one relation for one word, but that bodies were merged into a new one is also how it began
        for construction in table[tree.tokens[i].lemma.lower()]:
            drafts = list(_drafts(scene, tree, i, construction))
            told = {draft.predicate for draft in drafts} - done
            if told and (not done or (done, told) == ({"merged_into"}, {"founded"})):
                yield from drafts
                done |= told


def _drafts(scene: Scene, tree: Tree, i: int, construction: Construction) -> Iterator[Draft]:
    fillers = _fillers(tree, i, construction)
    if fillers is None:
        return
    if construction.predicate == "has_role" and "O" in fillers:
        fillers["O"] = nearest(tree, i, fillers["O"])
    rule = load_codebook().predicates[construction.predicate]
    slots = {
        slot: [p for k in heads if (p := _slot(scene, tree, k, slot, construction, _classes(slot, rule.subject, rule.object))) is not None]
        for slot, heads in fillers.items()
    }
    if any(not parties for parties in slots.values()):
        if any(slots.values()):
            scene.refuse(RULE, tree, i, "no_object" if slots.get("S") or slots.get("P") else "no_subject")
        return
    if tree.is_unreal(i):
        scene.refuse(RULE, tree, i, "unreal")
        return
    if construction.predicate == "member_of" and not any(
        _is_umbrella(scene, p, strictly="umbrella" in construction.flags) for p in slots["O"]
    ):
        return
    subjects = slots.get("P", []) if construction.predicate == "has_role" else slots.get("S", [])
    objects = slots.get("O", [])
    if construction.predicate == "founded" and not subjects:
        subjects, objects = objects, []
    date = date_for_noun(scene, tree, i) if construction.link == "=" else date_for(scene, tree, i)
    if construction.predicate in _NEEDS_DATE and date is None:
        scene.refuse(RULE, tree, i, "needs_date")
        return
    edtf = None if date is None else _interval(date.edtf, construction.flags)
    denied = _is_negated(tree, i, construction) or ("ended" in construction.flags and edtf is None)
    token = tree.tokens[i]
    beside = _companions(scene, tree, fillers["O"]) if construction.predicate == "member_of" and objects else []
    for subject in [*subjects, *beside]:
        member = scene.cast.holder_of(subject.referent)
        if member is not None and "role" in construction.flags:
            member.role = member.role or construction.flags["role"]  # the role is public by being told
        targets: list[Party | None] = [*(objects[-1:] if subject in beside else objects)] or [None]
        for target in targets:
            if target is not None and target.referent == subject.referent:
                scene.refuse(RULE, tree, i, "same_party")
                continue
            span = cover((token.start, token.end), party_span(subject), party_span(target), _dated(date), within=tree)
            yield Draft(
                construction.predicate,
                subject,
                *span,
                token.start,
                RULE,
                token.text,
                object=target,
                value=Value(role=construction.flags["role"]) if "role" in construction.flags else None,
                edtf=edtf,
                basis="stated" if date is None else date.basis,
                polarity=polarity_of(denied=denied),
            )


def _companions(scene: Scene, tree: Tree, heads: list[int]) -> list[Party]:
    """Give the bodies beside which another is a member, where the parser hangs them on the coalition: "belonged to X, alongside Y"."""
    beside = [k for head in heads[-1:] for case, k in tree.obliques(head) if case in _COMPANY]
    return [p for k in beside if (p := scene.organisation(tree, k)) is not None]


def _is_negated(tree: Tree, i: int, construction: Construction) -> bool:
    """Say whether a construction is negated at its head or at one of its fixed words: "has no ties with"."""
    fixed = frozenset(word for words in construction.words for word in words)
    near = [
        k
        for k in tree.children(i, "obj", "obl", "nsubj", "nsubj:pass", "xcomp")
        if tree.tokens[k].lemma.lower() in fixed or tree.tokens[k].text.lower() in fixed
    ]
    past = words_of("relations", "past_adjectives")
    over = any(tree.tokens[k].lemma.lower() in past for k in tree.children(i, "amod", "compound"))  # "a former member of"
    token = tree.tokens[i]
    denied = token.deprel == "xcomp" and tree.tokens[token.head].lemma.lower() in words_of("relations", "denying_verbs")
    return over or denied or any(tree.is_negated(k) for k in (i, *near))


def _is_umbrella(scene: Scene, party: Party, *, strictly: bool) -> bool:
    """Say whether a body may have members that are bodies: a group that joins a fighting group is no peer in a coalition."""
    member = scene.cast.holder_of(party.referent)
    return is_umbrella(member) if strictly else member is not None and member.kind in _UMBRELLAS


def _dated(date: object) -> tuple[int | None, int | None]:
    return (getattr(date, "start", None), getattr(date, "end", None))


def _interval(edtf: str, flags: Mapping[str, str]) -> str:
    if "/" in edtf:
        return edtf
    return f"{edtf}/.." if "began" in flags else f"../{edtf}" if "ended" in flags else edtf


def _classes(slot: str, subject: tuple[EntityClass, ...], target: tuple[EntityClass, ...]) -> tuple[EntityClass, ...]:
    if slot == "P":
        return ("person",)
    return tuple(c for c in (subject if slot == "S" else target or subject) if c != "person") or ("org",)


def _slot(scene: Scene, tree: Tree, i: int, slot: str, construction: Construction, classes: tuple[EntityClass, ...]) -> Party | None:
    """Resolve a filler; who commands a body's troops or runs its political office has a role in the body."""
    party = _party(scene, tree, i, classes)
    if party is not None or construction.predicate != "has_role" or slot != "O":
        return party
    if tree.tokens[i].lemma.lower() not in words_of("people", "parts_of_bodies"):
        return None
    return next((p for k in tree.owners(i) if (p := _party(scene, tree, k, classes)) is not None), None)


def _party(scene: Scene, tree: Tree, i: int, classes: tuple[EntityClass, ...]) -> Party | None:
    """Resolve a filler to a party of one of the classes."""
    if "person" in classes:
        party = scene.actor(tree, i)
        return party if scene.is_person(party) else None
    if "org" in classes:
        return scene.organisation(tree, i) or described_body(scene, tree, i)
    return None


def _fillers(tree: Tree, i: int, construction: Construction) -> dict[str, list[int]] | None:
    """Match a construction at its head; None where something that it asks for is missing."""
    if construction.link == "=":
        return _described(tree, i, construction)
    if construction.first == "_":
        return _arguments(tree, i, construction, {}) if tree.tokens[i].upos == "VERB" else None
    first = _subjects(tree, i, construction)
    if construction.predicate in _SHARED:
        company = _COMPANY | {"with"} if construction.words else _COMPANY
        first = [*first, *(k for case, k in tree.obliques(i) if case in company)]
    return _arguments(tree, i, construction, {construction.first: first}) if first else None


def _subjects(tree: Tree, i: int, construction: Construction) -> list[int]:
    """List who a construction tells of at its head; none where the head does not stand as the construction asks."""
    token = tree.tokens[i]
    if construction.lead and tree.case(i).split(" ")[0] not in construction.lead:
        return []
    if construction.link == "":
        return tree.agents(i) if token.upos == "VERB" else []
    if token.upos == "VERB" and not tree.is_passive(i):
        return []
    at = i
    if construction.lead and token.deprel in ("obl", "advcl") and token.head >= 0 and tree.tokens[token.head].lemma.lower() in _REMAINING:
        at = token.head  # "remained under the command of"
    subject = tree.subject(at)
    return [] if subject is None else tree.conjuncts(subject)


def _described(tree: Tree, i: int, construction: Construction) -> dict[str, list[int]] | None:
    """Match a noun that describes the subject, with what it is of."""
    if tree.tokens[i].upos not in ("NOUN", "ADJ", "PROPN"):
        return None
    wanted = [words for words in construction.words if words]
    head = i
    if wanted and tree.tokens[i].deprel in ("amod", "compound") and tree.tokens[i].head >= 0:
        head = tree.tokens[i].head  # "a splinter group of": the modifier is the head word, the noun is the second
        if tree.tokens[head].lemma.lower() not in wanted[0]:
            return None
    elif wanted:
        return None
    first = tree.described(head) or _named_after_owner(tree, head)
    if not first:
        return None
    owners = {"of", "'s"} if any("of" in argument.prepositions for argument in construction.arguments) else set()
    found: dict[str, list[int]] = {construction.first: [k for one in first for k in tree.conjuncts(one)]}
    for argument in construction.arguments:
        heads = [k for case, k in tree.obliques(head) if case in argument.prepositions]
        if owners:
            heads += tree.children(head, "nmod:poss")
        if not heads:
            return None
        found[argument.slot] = heads
    return found


def _named_after_owner(tree: Tree, i: int) -> list[int]:
    """Find the name that follows the owner of a noun: X in "a splinter group of Y, the X, signed"."""
    return [k for case, owner in tree.obliques(i) if case == "of" for k in tree.children(owner, "appos") if tree.tokens[k].upos == "PROPN"]


def _arguments(tree: Tree, i: int, construction: Construction, found: dict[str, list[int]]) -> dict[str, list[int]] | None:
    """Find the words and slots that follow the head of a construction."""
    below = [i]
    for words in construction.words:
        following = range(below[-1] + 1, min(i + _NEAR, len(tree.tokens) - 1) + 1)
        at = next((k for k in following if tree.tokens[k].lemma.lower() in words or tree.tokens[k].text.lower() in words), None)
        if at is None:
            return None
        below.append(at)
    for argument in construction.arguments:
        if argument.prepositions:
            heads = [
                _meant(tree, k)
                for head in reversed(below)
                for case, k in tree.obliques(head)
                if case in argument.prepositions or case.split(" ")[-1] in argument.prepositions
            ]
        else:
            heads = [
                _meant(tree, k)
                for head in reversed(below)
                if tree.tokens[head].upos == "VERB"
                for k in tree.objects(head)
                if k not in below
            ]
        if not heads:
            return None
        found[argument.slot] = heads
    return found


def _meant(tree: Tree, i: int) -> int:
    """Follow "which" and "whom" to what they stand for."""
    return tree.antecedent(i)


RULES = (read_constructions,)
