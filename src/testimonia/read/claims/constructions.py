"""Read relations from constructions: short patterns that say how a relation can be told, as data.

`codebook/words/constructions.yml` lists them by predicate in a notation that its head explains. A pattern is matched on the parsed
sentence, so voice, word order, conjunction, relative clauses and what stands between do not matter.
"""

from collections.abc import Iterator, Mapping

from testimonia.codebook.load import load_codebook
from testimonia.model.claim import Value
from testimonia.model.kinds import EntityClass
from testimonia.model.party import Party
from testimonia.read.claims import life_spans
from testimonia.read.claims.drafts import Draft, cover, date_for, date_for_noun, party_span, polarity_of
from testimonia.read.claims.leading import nearest
from testimonia.read.claims.offices import date_of_office, take_office
from testimonia.read.claims.parties import bodies_at, company, one_of, told_of
from testimonia.read.claims.patterns import Construction, constructions
from testimonia.read.claims.presence import grounds
from testimonia.read.claims.presence_phrases import is_present_body
from testimonia.read.claims.role_holders import holder, person_heads
from testimonia.read.claims.umbrellas import is_umbrella, is_unit
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.dates import StatedDate

RULE = "constructions.read_constructions"
_REMAINING = frozenset(["be", "remain", "stay", "come", "fall", "place", "put", "operate", "fight", "act", "serve", "live", "stand"])
_MOMENTS = ("split_from", "founded", "merged_into", "dissolved")
"""Predicates that hold at a moment, whose time has no open end."""
_UMBRELLAS = frozenset(["coalition", "political_body", "intergovernmental", "government", None])
_NEAR = 6
"""Tokens within which a fixed word follows its head."""
_FAR = 24
"""The same where a list of bodies stands between: "joined A, B and C in creating"."""
_SHARED = frozenset(["member_of", "merged_into"])
"""What holds for a companion as for the subject: "X, which along with Y belongs to Z"."""
_BEGINNINGS = frozenset(["merged_into", "member_of"])
"""What a sentence may tell beside how a body began: "X was put together from Y and Z"."""
_COMPANY = frozenset(["along with", "together with", "alongside", "as well as", "like"])
_NEEDS_DATE = frozenset(["founded"])
_BY_PEOPLE = frozenset(["allied_with", "opposes"])
"""What a body's people do for it: its fighters fight beside another's."""
_NOT_SO = (("relations", "unreal_governors"), ("relations", "denying_verbs"))
"""Verbs that govern what is not, or not yet: "rejected Y's accession to X"."""


def read_constructions(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text tells a relation in one of the listed ways: "X parted company with Y", "X, an offshoot of Y", "X takes orders from Y"."""
    table, words = constructions(), {*tree.low, *tree.lemma}
    for i in tree.having(table.keys()):
        if scene.spot_at(tree, i) is not None:
            continue
        done: set[str] = set()  # one relation for one word, but that bodies were merged into a new one is also how it began
        for construction in table[tree.tokens[i].lemma.lower()]:
            drafts = list(_drafts(scene, tree, i, construction)) if construction.may_stand(words) else []
            told = {draft.predicate for draft in drafts} - done
            if told and (not done or (told == {"founded"} and done <= _BEGINNINGS)):
                yield from drafts
                done |= told


def _drafts(scene: Scene, tree: Tree, i: int, construction: Construction) -> Iterator[Draft]:
    fillers = _fillers(scene, tree, i, construction)
    if fillers is None:
        return
    if construction.predicate == "has_role" and "O" in fillers:
        fillers["O"] = nearest(tree, i, fillers["O"])
    rule = load_codebook().predicates[construction.predicate]
    slots = {
        slot: [p for k in heads for p in _slot(scene, tree, k, slot, construction, _classes(slot, rule.subject, rule.object))]
        for slot, heads in fillers.items()
    }
    opposed = _opposed_in_words(scene, tree, construction, fillers, slots)
    if any(not parties for parties in slots.values()) and opposed is None:
        if any(slots.values()):
            scene.refuse(RULE, tree, i, "no_object" if slots.get("S") or slots.get("P") else "no_subject")
        return
    if tree.is_unreal(i):
        scene.refuse(RULE, tree, i, "unreal")
        return
    slots = _fitting(scene, construction, slots)
    if opposed is None and not all(slots.values()):
        return
    subjects = slots.get("P", []) if construction.predicate == "has_role" else slots.get("S", [])
    objects = slots.get("O", [])
    if construction.predicate == "founded" and not subjects:
        subjects, objects = objects, []
    told = _time_told(scene, tree, i, construction)
    if told is None:
        scene.refuse(RULE, tree, i, "needs_date")
        return
    date, edtf, ended = told
    denied = _is_negated(tree, i, construction) or (ended and edtf is None)
    token = tree.tokens[i]
    beside = _companions(scene, tree, fillers["O"]) if construction.predicate == "member_of" and objects else []
    for subject in [*subjects, *beside]:
        if "role" in construction.flags:
            take_office(scene, subject, construction.flags["role"], objects[0] if objects else None)  # public by being told
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
                value=Value(role=construction.flags["role"]) if "role" in construction.flags else opposed,
                edtf=edtf,
                basis="stated" if date is None else date.basis,
                polarity=polarity_of(denied=denied),
            )


def _time_told(scene: Scene, tree: Tree, i: int, construction: Construction) -> tuple[StatedDate | None, str | None, bool] | None:
    """The date, what of it is claimed, and whether it is an end; None where a claim of this kind needs a date and there is none."""
    dating = date_of_office if construction.predicate == "has_role" else date_for_noun if construction.link == "=" else date_for
    date = dating(scene, tree, i)
    if construction.predicate in _NEEDS_DATE and date is None:
        return None
    ended = "ended" in construction.flags or (construction.link == "'s" and _is_ended(tree, i))
    if date is None:
        return None, None, ended
    flags = {**construction.flags, "ended": ""} if ended else construction.flags
    return date, _interval(date.edtf, flags, moment=construction.predicate in _MOMENTS), ended


def _fitting(scene: Scene, construction: Construction, slots: dict[str, list[Party]]) -> dict[str, list[Party]]:
    """Keep the fillers that fit a membership or a part: a coalition has members and no parts, a unit is a member of coalitions only."""
    if construction.predicate == "operates_in":
        return {**slots, "S": [p for p in slots["S"] if is_present_body(scene, p)]}
    if "single" in construction.flags:
        return {**slots, "O": [p for p in slots["O"] if not is_umbrella(scene.cast.holder_of(p.referent))]}
    if construction.predicate != "member_of" or "told" in construction.flags:
        return slots
    wholes = [p for p in slots["O"] if _is_umbrella(scene, p, strictly="umbrella" in construction.flags)]
    peered = any(is_umbrella(scene.cast.holder_of(p.referent)) for p in wholes)
    return {**slots, "O": wholes, "S": [p for p in slots["S"] if peered or not is_unit(scene.cast.holder_of(p.referent))]}


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
    over = any(tree.low[k] in past for k in tree.children(i, "amod", "compound", "advmod"))  # "a former member of", "once a member"
    if "adverbial" in construction.flags:
        over = over or any(tree.low[k] in past for k in tree.children(tree.tokens[i].head, "advmod"))
    return over or any(tree.is_negated(k) for k in (i, *near))


def _is_umbrella(scene: Scene, party: Party, *, strictly: bool) -> bool:
    """Say whether a body may have members that are bodies: a group that joins a fighting group is no peer in a coalition."""
    member = scene.cast.holder_of(party.referent)
    return is_umbrella(member) if strictly else member is not None and member.kind in _UMBRELLAS


def _dated(date: object) -> tuple[int | None, int | None]:
    return (getattr(date, "start", None), getattr(date, "end", None))


def _interval(edtf: str, flags: Mapping[str, str], *, moment: bool) -> str:
    if "/" in edtf:
        return edtf.removesuffix("/..") if moment else edtf
    return f"{edtf}/.." if "began" in flags else f"../{edtf}" if "ended" in flags else edtf


def _classes(slot: str, subject: tuple[EntityClass, ...], target: tuple[EntityClass, ...]) -> tuple[EntityClass, ...]:
    if slot == "P":
        return ("person",)
    return tuple(c for c in (subject if slot == "S" else target or subject) if c != "person") or ("org",)


def _opposed_in_words(
    scene: Scene, tree: Tree, construction: Construction, fillers: Mapping[str, list[int]], slots: Mapping[str, list[Party]]
) -> Value | None:
    """Give what a body opposes where it is no body: "hostile to the accord"."""
    told = [k for k in fillers.get("O", ()) if tree.tokens[k].upos != "PRON"]
    if "text" not in construction.flags or not slots.get("S") or slots.get("O") or not told:
        return None
    start, end = tree.nominal_extent(told[0])
    return Value(text=scene.text[start:end])


def _slot(scene: Scene, tree: Tree, i: int, slot: str, construction: Construction, classes: tuple[EntityClass, ...]) -> list[Party]:
    """Resolve a filler; who commands a body's troops or runs its political office has a role in the body."""
    parties = _parties(scene, tree, i, construction, classes)
    if parties or construction.predicate != "has_role" or slot != "O":
        return parties
    if tree.tokens[i].lemma.lower() not in words_of("people", "parts_of_bodies"):
        return []
    named = [*told_of(scene, tree, i), *tree.owners(i)]  # the part's own name before that of the whole
    return next((p for k in named if (p := _parties(scene, tree, k, construction, classes))), [])


def _parties(scene: Scene, tree: Tree, i: int, construction: Construction, classes: tuple[EntityClass, ...]) -> list[Party]:
    """Resolve a filler to parties of one of the classes."""
    if "person" in classes:
        return [p for k in person_heads(scene, tree, i)[:1] if (p := holder(scene, tree, k)) is not None]
    if classes == ("place",):
        return [p for k in grounds(scene, tree, i) if (p := scene.place(tree, k)) is not None]
    if "org" not in classes:
        return []
    return bodies_at(scene, tree, i, states="place" in classes, people=construction.predicate in _BY_PEOPLE)


def _fillers(scene: Scene, tree: Tree, i: int, construction: Construction) -> dict[str, list[int]] | None:
    """Match a construction at its head; None where something that it asks for is missing."""
    if construction.link == "=":
        return _described(scene, tree, i, construction)
    if construction.link == "'s":
        return _owned(tree, i, construction)
    if construction.first == "_":
        return _arguments(tree, i, construction, {}) if tree.tokens[i].upos == "VERB" else None
    dates = tree.lemma[i] == "date" and tree.tokens[i].deprel == "acl"
    first = _called_so(scene, tree, i) if dates else _subjects(tree, i, construction)
    if construction.predicate in _SHARED:
        beside = _COMPANY | {"with"} if construction.words else _COMPANY
        first = [*first, *(k for case, k in tree.obliques(i) if case in beside), *company(tree, i)]
    if "beside" in construction.flags:
        first = [*first, *tree.objects(i)] if tree.objects(i) else []  # "X joined Y and Z in creating O"
    return _arguments(tree, i, construction, {construction.first: list(dict.fromkeys(first))}) if first else None


def _called_so(scene: Scene, tree: Tree, i: int) -> list[int]:
    """Find what is described by the noun over a modifier: X in "X, an offshoot of Y dating from 1990", whose clause hangs on Y."""
    at = tree.tokens[i].head
    while tree.tokens[at].deprel == "nmod" and tree.case(at) == "of" and tree.tokens[tree.tokens[at].head].upos == "NOUN":
        at = tree.tokens[at].head
    return told_of(scene, tree, at) or [at]


def _owned(tree: Tree, i: int, construction: Construction) -> dict[str, list[int]] | None:
    """Match a noun that the subject owns: "X's accession to Y", "the accession of X to Y"; what it is to may hang on the owner."""
    token = tree.tokens[i]
    if token.upos != "NOUN" or tree.lemma[tree.clause(i)] in any_of(*_NOT_SO):
        return None
    if token.deprel == "nmod" and tree.lemma[token.head] in words_of("relations", "unreal_nouns"):
        return None
    taken = frozenset(word for argument in construction.arguments for word in argument.prepositions)
    owners = tree.children(i, "nmod:poss") or [k for case, k in tree.obliques(i) if case == "of" and "of" not in taken]
    first = [m for k in owners for m in tree.conjuncts(k)]
    found = {construction.first: first}
    for argument in construction.arguments:
        found[argument.slot] = [k for at in (i, *owners) for case, k in tree.obliques(at) if case in argument.prepositions]
    return found if all(found.values()) else None


def _is_ended(tree: Tree, i: int) -> bool:
    """Say whether the clause tells that what a noun names is over: "its membership was suspended"."""
    at = tree.clause(i)
    return (
        at == tree.tokens[i].head
        and tree.lemma[at] in words_of("relations", "ending_verbs")
        and not tree.is_negated(at)
        and not tree.is_unreal(at)
    )


def _subjects(tree: Tree, i: int, construction: Construction) -> list[int]:
    """List who a construction tells of at its head; none where the head does not stand as the construction asks."""
    token = tree.tokens[i]
    if construction.lead and tree.case(i).split(" ")[0] not in construction.lead:
        return []
    if construction.link == "":
        if construction.predicate == "dissolved" and not construction.words and _has_object(tree, i):
            return []  # "X disbanded its youth wing"
        return [m for k in tree.agents(i) for m in (one_of(tree, k) or [k])] if token.upos == "VERB" else []
    if token.upos == "VERB" and not tree.is_passive(i):
        return []
    at = i
    if construction.lead and token.deprel in ("obl", "advcl") and token.head >= 0 and tree.tokens[token.head].lemma.lower() in _REMAINING:
        at = token.head  # "remained under the command of"
    elif "adverbial" in construction.flags and token.deprel == "obl" and token.head >= 0:
        return tree.agents(token.head)  # "Under the umbrella of X, Y and Z declared"
    subject = tree.subject(at)
    if subject is None and token.deprel == "acl" and token.head >= 0:
        subject = token.head
    return [] if subject is None else [m for k in tree.conjuncts(subject) for m in (one_of(tree, k) or [k])]


def _has_object(tree: Tree, i: int) -> bool:
    """Say whether a verb has an object other than its own subject."""
    return not tree.is_passive(i) and any(tree.low[k] not in ("itself", "themselves") for k in tree.children(i, "obj"))


def _described(scene: Scene, tree: Tree, i: int, construction: Construction) -> dict[str, list[int]] | None:
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
    first = told_of(scene, tree, head) or _named_after_owner(tree, head)
    if not first:
        return None
    owners = {"of", "'s"} if any("of" in argument.prepositions for argument in construction.arguments) else set()
    told = [k for one in first for k in tree.conjuncts(one)]
    if construction.predicate in _SHARED:
        told = list(dict.fromkeys([*told, *company(tree, head)]))  # "X, together with Y, is part of Z"
    found: dict[str, list[int]] = {construction.first: told}
    for argument in construction.arguments:
        heads = [k for case, k in tree.obliques(head) if case.removeprefix("out ") in argument.prepositions]
        if owners:
            heads += tree.children(head, "nmod:poss")
            beside = tree.children(head, "compound", "nmod:desc", "amod")
            heads += [k for k in beside if scene.member_at(tree, k, "org") is not None]  # "a Y ally"
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
    reach = _FAR if "beside" in construction.flags else _NEAR
    for words in construction.words:
        following = range(below[-1] + 1, min(i + reach, len(tree.tokens) - 1) + 1)
        at = next((k for k in following if tree.tokens[k].text.islower() and (tree.lemma[k] in words or tree.low[k] in words)), None)
        if at is None:
            return None
        below.append(at)
    for argument in construction.arguments:
        if argument.prepositions:
            heads = [
                tree.antecedent(k)
                for head in reversed(below)
                for case, k in tree.obliques(head)
                if case in argument.prepositions or case.split(" ")[-1] in argument.prepositions
            ]
            if "of" in argument.prepositions:
                nouns = [head for head in below if tree.tokens[head].upos == "NOUN"]
                heads += [k for head in nouns for k in tree.children(head, "nmod:poss")]
                heads += [k for head in nouns for k in tree.children(head, "appos") if tree.tokens[k].upos == "PROPN"]  # "the umbrella X"
        else:
            heads = [
                tree.antecedent(k)
                for head in reversed(below)
                if tree.tokens[head].upos == "VERB"
                for k in tree.objects(head)
                if k not in below and not (head == i and "beside" in construction.flags)
            ]
        if not heads:
            return None
        found[argument.slot] = heads
    return found


RULES = (read_constructions, *life_spans.RULES)
