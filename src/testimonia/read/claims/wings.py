"""Read whose wing, unit or affiliate a body is."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from testimonia.codebook.words import words_of as words_in_order
from testimonia.model.kinds import Predicate
from testimonia.model.party import Party
from testimonia.read.claims import own_forces, ties
from testimonia.read.claims.drafts import Draft, cover, date_for, date_for_noun, party_span, polarity_of, when
from testimonia.read.claims.parties import doubled_subject, one_of, told_of
from testimonia.read.claims.umbrellas import has_peers, is_umbrella, is_unit
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.listening import listens_for
from testimonia.read.reference.antecedents import CALLING
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.text.dates import StatedDate

PREDICATES = ("armed_wing_of", "part_of", "affiliated_with")

_BEING = frozenset(["be", "represent", "become", "form", "constitute", "remain", "comprise"])
"""Verbs whose object tells what their subject is."""
_LISTED_ON = re.compile(r"\s*,?\s*(?:and|or)\b")
_ARMED: Predicate = "armed_wing_of"
_POLITICAL: Predicate = "affiliated_with"  # a political wing is no armed one: the tie is kept, the kind is not claimed


@listens_for(("relations", "wing_nouns"))
def read_wings(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text calls one body the armed, military or political wing, arm or branch of another."""
    for token in tree.tokens:
        if token.lemma.lower() not in words_of("relations", "wing_nouns") or token.upos not in ("NOUN", "PROPN"):
            continue
        kinds = {tree.tokens[k].text.lower() for k in tree.children(token.i, "amod", "compound")}
        armed, political = kinds & words_of("relations", "wing_kinds"), kinds & words_of("relations", "political_kinds")
        if not armed and not political:
            continue
        parent, owner = _owner(scene, tree, token.i)
        wing = _bearer(scene, tree, token.i, owner)
        if parent is None or wing is None or parent.referent == wing.referent or parent.referent is None or wing.referent is None:
            continue
        start, end = cover((token.start, token.end), tree.nominal_extent(token.i), party_span(parent), party_span(wing), within=tree)
        clause = tree.clause(token.i)
        denied = tree.is_negated(clause) or tree.is_negated(token.i)
        words = {tree.tokens[k].lemma.lower() for k in (clause, token.i, *tree.children(clause, "advmod"), *tree.children(token.i, "amod"))}
        date = _own_date(scene, tree, token.i)
        edtf = None if date is None or "/" not in date.edtf else date.edtf
        if edtf is None and words & words_of("relations", "former_words") and not denied:
            edtf = "../" + date.edtf if date is not None else None
            denied = date is None and _is_over(tree, token.i)
        yield Draft(
            _ARMED if armed else _POLITICAL,
            wing,
            start,
            end,
            token.start,
            "wings.read_wings",
            " ".join([*(armed or political), token.text]),
            object=parent,
            edtf=edtf,
            mode="throughout",
            polarity=polarity_of(denied=denied),
        )


def _own_date(scene: Scene, tree: Tree, i: int) -> StatedDate | None:
    """Choose the date of a tie told by a noun: one of its own clause, not of the sentence's other clauses."""
    date = date_for_noun(scene, tree, i)
    start, end = tree.extent(tree.clause(i))
    return date if date is not None and start <= date.start < end else None


def _is_over(tree: Tree, i: int) -> bool:
    """Say whether a noun tells of what was before: "a former unit of", "formerly part of"."""
    past = words_of("relations", "past_adjectives") | {"formerly", "previously"}
    return any(tree.tokens[k].lemma.lower() in past for k in tree.children(i, "amod", "advmod", "compound"))


def _owner(scene: Scene, tree: Tree, i: int) -> tuple[Party | None, int | None]:
    """Give the body whose wing, unit or member the noun tells of."""
    for k in map(tree.antecedent, tree.owners(i)):
        if tree.case(k) in ("in", "from") and scene.member_at(tree, k, "org") is None:
            continue
        party = scene.organisation(tree, k)
        if party is not None:
            return party, k
    for k in tree.children(i, "compound", "nmod:desc"):
        party = scene.organisation(tree, k)
        if party is not None:
            return party, k
    head = tree.tokens[i].head
    has = tree.tokens[i].deprel == "obj" and tree.lemma[head] in words_of("relations", "having_verbs")
    through = tree.tokens[i].deprel == "obl" and tree.case(i) in ("through", "via", "by way of")
    if (has or through) and (subject := tree.subject(head)) is not None:
        return scene.organisation(tree, subject), subject  # "X has an armed wing called Y", "X ran through a legal arm, Y"
    if tree.tokens[i].deprel == "nsubj:pass" and tree.lemma[head] in CALLING and any(tree.low[k] == "the" for k in tree.children(i, "det")):
        about = scene.topic.section or scene.topic.subject or scene.topic.title  # "the armed wing is called X": of the body spoken of
        token = tree.tokens[i]
        if about is not None and about.cls == "org":
            return scene.named(about, how="topic", start=token.start, end=token.end), None
    return None, None


def _bearer(scene: Scene, tree: Tree, i: int, owner: int | None) -> Party | None:
    """Give the body that is said to be the wing or unit: the subject, the noun it stands in apposition to, or its own apposition."""
    token = tree.tokens[i]
    candidates = [*tree.children(i, *SUBJECTS), *doubled_subject(scene, tree, i)]
    candidates += [k for k in tree.children(i, "appos", "flat", "nmod:desc") if k != owner]
    if token.head >= 0:
        head = tree.tokens[token.head]
        if token.deprel in ("appos", "nmod:desc", "flat", "acl", "parataxis", "dep", "list", "compound") or (
            token.deprel == "nmod" and tree.case(i) == "as"
        ):
            candidates.append(token.head)
        if head.upos in ("VERB", "AUX"):
            subject = tree.subject(token.head)
            if subject is not None and _stands_for_subject(tree, i):
                candidates.append(subject)
            if token.deprel in SUBJECTS and head.lemma.lower() in _BEING:
                candidates += tree.children(token.head, "obj", "xcomp", "obl")
            if tree.case(i) == "through" and token.deprel == "obl":
                candidates = [k for k in candidates if k != subject]  # "stood through a legal arm, X": X is the arm
                candidates += [k for k in tree.children(i, "conj") if not tree.children(k, "cc")]  # X read as one of a list
    if token.deprel in SUBJECTS and token.head >= 0:
        candidates.append(token.head)
    if token.deprel in SUBJECTS and token.head >= 0 and tree.lemma[token.head] in CALLING:
        candidates = tree.children(token.head, "xcomp", "obl", "obj")  # "whose armed branch is known as X"
    if token.deprel in SUBJECTS and token.head >= 0:  # "Its armed wing was formed in 1985 and is called X"
        naming = [k for k in tree.children(token.head, "conj") if tree.lemma[k] in CALLING and not tree.children(k, *SUBJECTS)]
        candidates = [m for k in naming for m in tree.children(k, "xcomp", "obl", "obj")] or candidates
    called = [k for k in tree.children(i, "acl") if tree.tokens[k].lemma.lower() in ("call", "name", "know")]
    candidates += [m for k in called for m in tree.children(k, "xcomp", "obj", "obl")]
    if not token.deprel.startswith(("nmod", "obl")):
        subject = tree.subject(i)
        if subject is not None:
            candidates.append(subject)
    if token.deprel == "conj":
        candidates += told_of(scene, tree, i)
    for k in dict.fromkeys(candidates):
        if k == owner:
            continue
        party = scene.organisation(tree, k)
        if party is not None:
            return party
    if token.head < 0 and scene.heading and scene.topic.section is not None:
        return scene.named(scene.topic.section, how="heading", start=token.start, end=token.end)  # a letterhead's second line
    return None


def _stands_for_subject(tree: Tree, i: int) -> bool:
    """Say whether a noun beside a verb tells what its subject is: "formed a wing of", "fought as a unit of"; not "attacked a unit of"."""
    token = tree.tokens[i]
    if token.deprel == "obj" or token.deprel == "nsubj":
        return tree.lemma[token.head] in _BEING
    return token.deprel == "xcomp" or tree.case(i) in ("as", "through", "via", "")


def read_bracketed_wings(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A bracket after a name says whose wing it is: "the X Brigades (the military wing of Y)"."""
    kinds, nouns = words_of("relations", "wing_kinds"), words_of("relations", "wing_nouns")
    for spot in scene.spots_in(tree):
        rest = scene.text[spot.end : spot.end + 160].lstrip()
        if not rest.startswith(("(", "[")):
            continue
        opening = scene.text.index(rest[0], spot.end)
        closing = scene.text.find(")" if rest[0] == "(" else "]", opening)
        if closing < 0:
            continue
        words = scene.text[opening + 1 : closing].lower().split()
        hit = next((n for n, w in enumerate(words[:-1]) if w in kinds and words[n + 1] in nouns), None)
        if hit is None or "of" not in words[hit + 2 : hit + 3]:
            continue
        parent = next((s for s in scene.spots_in_span(opening, closing) if s.start > opening), None)
        subject, target = scene.spot_party(spot, "org"), scene.spot_party(parent, "org") if parent is not None else None
        if subject is not None and target is not None and subject.referent != target.referent:
            trigger = " ".join(words[hit : hit + 2])
            yield Draft(
                "armed_wing_of",
                subject,
                spot.start,
                closing,
                spot.start,
                "wings.read_bracketed_wings",
                trigger,
                object=target,
                mode="throughout",
            )


@listens_for(("relations", "unit_nouns"), "part")
def read_units(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text calls one body a unit, brigade, branch or part of the larger body that commands it."""
    nouns = words_of("relations", "unit_nouns")
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if scene.spot_at(tree, token.i) is not None or token.upos != "NOUN" or (lemma not in nouns and lemma != "part"):
            continue
        if lemma in words_of("relations", "wing_nouns") and {
            tree.tokens[k].text.lower() for k in tree.children(token.i, "amod", "compound")
        } & (any_of(("relations", "wing_kinds"), ("relations", "political_kinds"))):
            continue
        parent, owner = _owner(scene, tree, token.i)
        bearer = _bearer(scene, tree, token.i, owner)
        if parent is None or bearer is None or parent.referent == bearer.referent or None in (parent.referent, bearer.referent):
            continue
        if lemma == "part" and not _is_predicate(tree, token.i):
            continue
        member = scene.cast.holder_of(parent.referent)
        peer = lemma == "part" and member is not None and has_peers(member) and bearer.how == "name"
        predicate: Predicate = (
            "member_of" if is_umbrella(member) or (peer and not is_unit(scene.cast.holder_of(bearer.referent))) else "part_of"
        )
        start, end = cover((token.start, token.end), party_span(parent), party_span(bearer), within=tree)
        date = _own_date(scene, tree, token.i)
        denied = tree.is_negated(tree.clause(token.i)) or tree.is_negated(token.i) or _is_over(tree, token.i)
        yield Draft(
            predicate,
            bearer,
            start,
            end,
            token.start,
            "wings.read_units",
            token.text,
            object=parent,
            edtf=when(date)[0],
            basis=when(date)[1],
            mode="throughout",
            polarity=polarity_of(denied=denied),
        )


def _is_predicate(tree: Tree, i: int) -> bool:
    """Say whether a noun is what the subject is said to be: "is part of", "as part of", in apposition."""
    return bool(tree.children(i, "cop")) or tree.tokens[i].deprel in ("appos", "root") or tree.case(i) == "as"


@listens_for(("relations", "affiliation_verbs"), ("relations", "affiliation_adjectives"))
def read_affiliations(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that one body is affiliated with, linked to, aligned with or close to another."""
    verbs, adjectives = words_of("relations", "affiliation_verbs"), words_of("relations", "affiliation_adjectives")
    for token in tree.tokens:
        if token.lemma.lower() not in verbs and token.text.lower() not in adjectives:
            continue
        if token.upos not in ("VERB", "ADJ"):
            continue
        target = next((k for case, k in tree.obliques(token.i) if case.split(" ")[0] in ("with", "to")), None)
        if target is None:
            continue
        party = scene.organisation(tree, target)
        head = tree.subject(token.i) if token.deprel not in ("amod",) else next(iter(one_of(tree, token.head)), token.head)
        if head is None and token.deprel == "acl":
            head = token.head
        subject = scene.organisation(tree, head) if head is not None else None
        if party is None or subject is None or party.referent == subject.referent or None in (party.referent, subject.referent):
            continue
        start, end = cover((token.start, token.end), party_span(party), party_span(subject), within=tree)
        date = date_for(scene, tree, token.i)
        edtf, basis = when(date)
        denied = polarity_of(denied=tree.is_negated(token.i))
        predicate: Predicate = "allied_with" if token.lemma.lower() in ("ally", "allied") else "affiliated_with"
        yield Draft(
            predicate,
            subject,
            start,
            end,
            token.start,
            "wings.read_affiliations",
            token.text,
            object=party,
            edtf=edtf,
            basis=basis,
            mode="throughout",
            polarity=denied,
        )


def read_possessions(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A possessive ties a named armed body to another: "X's Y Brigades"."""
    for spot in scene.spots_in(tree):
        member = scene.cast.member(spot.text)
        if member is None or member.cls != "org" or member.kind not in ("armed_group", "armed_wing"):
            continue
        for k in tree.children(spot.head, "nmod:poss"):
            owner = scene.member_at(tree, k, "org")
            owner_spot = scene.spot_at(tree, k)
            if owner is None or owner_spot is None or owner is member or owner.kind in ("state_force", "government"):
                continue
            subject, target = scene.spot_party(spot, "org"), scene.spot_party(owner_spot, "org")
            if subject is not None and target is not None:
                yield Draft(
                    "affiliated_with",
                    subject,
                    owner_spot.start,
                    spot.end,
                    owner_spot.start,
                    "wings.read_possessions",
                    "'s",
                    object=target,
                    mode="throughout",
                )


def read_unit_owners(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A unit is named with the body that it is of: "the 3rd Battalion of the X Army"."""
    for spot in scene.spots_in(tree):
        small = _echelon(spot.text)
        for k in tree.children(spot.head, "nmod") if small is not None else ():
            above = scene.spot_at(tree, k)
            member = scene.member_at(tree, k, "org")
            if above is None or member is None or tree.case(k) != "of" or is_umbrella(member) or member.kind in ("media", "civil_org"):
                continue
            large = _echelon(above.text)
            subject, target = scene.spot_party(spot, "org"), scene.spot_party(above, "org")
            if subject is not None and target is not None and (large is None or small is None or small < large):
                rule = "wings.read_unit_owners"
                yield Draft("part_of", subject, spot.start, above.end, spot.start, rule, "of", object=target, mode="throughout")


def read_unit_chains(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A unit is named with the larger unit that it is part of, after a comma: "3rd Battalion, 14th Infantry Regiment"."""
    spots = scene.spots_in(tree)
    for spot, above in pairwise(spots):
        if scene.text[spot.end : above.start].strip() != "," or _LISTED_ON.match(scene.text, above.end):
            continue
        small, large = _echelon(spot.text), _echelon(above.text)
        subject, target = scene.spot_party(spot, "org"), scene.spot_party(above, "org")
        if small is not None and large is not None and small < large and subject is not None and target is not None:
            rule = "wings.read_unit_chains"
            yield Draft("part_of", subject, spot.start, above.end, spot.start, rule, ",", object=target, mode="throughout")


@lru_cache(maxsize=4096)
def _echelon(name: str) -> int | None:
    """Rank a unit by the last word of its name; None for a name that is no unit's."""
    word = name.split()[-1].lower()
    ranks = words_in_order("relations", "echelons")
    return ranks.index(word) if word in ranks else None


RULES = (
    read_wings,
    read_bracketed_wings,
    read_units,
    read_affiliations,
    read_possessions,
    read_unit_owners,
    read_unit_chains,
    *own_forces.RULES,
    *ties.RULES,
)
