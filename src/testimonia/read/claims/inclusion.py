"""Read what a coalition consists of: "X includes A and B", "X, an alliance of A and B", "X has three members: A, B and C"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from testimonia.model.party import Party
from testimonia.read.claims import enumerations
from testimonia.read.claims.drafts import Draft, find_word
from testimonia.read.claims.umbrellas import UMBRELLAS, is_umbrella, is_unit, membership_draft
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.listening import listens_for
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

PREDICATES = ("member_of", "part_of")

_BEFORE = 300
"""Characters before a sentence in which the one before it tells of the founding."""
_FOUNDED = re.compile(
    r"\b(?:announced|formed|founded|launched|established|created|unveiled|proclaimed|set up|convened|born|brought together)\b"
)
_BETWEEN = 2
"""Words that may stand between a body and the count of its members."""
_COUNTED = re.compile(
    r"\b(?:has|have|had|with|unites|groups|comprises|of)\s+(?:[\w-]+\s+){0,2}(?:members?|(?:member|component|constituent) \w+|factions|"
    r"components|constituents|groups|parties|organi[sz]ations|militias|movements)(?:\s+groups)?\s*:\s*",
    re.IGNORECASE,
)
_COUNTABLE = (
    *("member", "members", "component", "components", "constituent", "constituents", "factions", "groups", "parties"),
    *("organisations", "organizations", "militias", "movements"),
)
"""Words of which the pattern has one."""
_EXAMPLES = re.compile(r"\s*[,–—-]\s*(?:which includes|including|notably|among them|such as)\s+", re.IGNORECASE)
_BESIDES = ("besides", "apart from", "in addition to", "along with", "together with", "as well as")
"""Prepositions before what a list includes too: "Besides A they included B"."""
_GATHERED = re.compile(
    r"\b(?:groups|movements|factions|parties|organi[sz]ations|brigades|militias|fronts|bodies|signatories|formations)\b[^.]*"
    r"\b(?:agreed|formed|founded|created|united|joined|merged|established|launched|signed|allied|came together|set up|met)\b"
)
"""How the sentence before tells that several bodies, which "they" takes up, came together."""
_INSIDE = re.compile(
    r"\s*(?:(?:now|still|currently|that|which|who) |are |were )*"
    r"(?:within|of|in|inside|involved in|comprising|forming|belonging to|fighting in|making up|make up)\s+"
    r"(?:the\s+)?(?:[A-Za-z-]+\s+){0,2}$",
    re.IGNORECASE,
)


@listens_for(("relations", "include_verbs"), "compose", "constitute", "make")
def read_inclusions(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a coalition includes, comprises or unites bodies, or lists the factions in it."""
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if token.upos != "VERB" or (lemma not in words_of("relations", "include_verbs") and not _makes_up(tree, token.i)):
            continue
        head = tree.subject(token.i)
        coalition = _coalition(scene, tree, head) if head is not None else None
        if coalition is None:
            continue
        besides = {m for case, k in tree.obliques(token.i) if case in _BESIDES for m in tree.conjuncts(k)}
        for spot in (s for s in scene.spots_in(tree) if s.start > token.end or s.head in besides):
            subject = scene.spot_party(spot, "org")
            member = scene.cast.member(spot.text)
            listed = spot.head in besides or _is_listed(tree, spot.head, token.i)
            if subject is None or member is None or subject.referent == coalition.referent or not listed:
                continue
            if member.kind in ("state_force", "government", "media", "intergovernmental"):
                continue
            draft = membership_draft(scene, tree, token.i, subject, coalition, rule="inclusion.read_inclusions", trigger=token.text)
            whole = scene.cast.holder_of(coalition.referent)
            yield replace(draft, predicate="part_of") if is_unit(whole) and is_unit(member) else draft


def _makes_up(tree: Tree, i: int) -> bool:
    """Say whether a verb is "is made up of" or "is composed of"."""
    lemma = tree.tokens[i].lemma.lower()
    up = any(tree.tokens[k].text.lower() == "up" for k in tree.children(i, "compound:prt", "advmod"))
    done = tree.is_passive(i) or (tree.tokens[i].deprel == "acl" and not tree.children(i, "obj", "nsubj"))
    return done and (lemma in ("compose", "constitute") or (lemma == "make" and up))


def read_examples(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text gives members of a coalition as examples: "the X Alliance, including A and B,"."""
    for spot in scene.spots_in(tree):
        lead = _EXAMPLES.match(scene.text, spot.end)
        if lead is None or not is_umbrella(scene.cast.member(spot.text)):
            continue
        coalition = scene.spot_party(spot, "org")
        first = next((s for s in scene.spots_in(tree) if lead.end() - 1 <= s.start <= lead.end() + 4), None)
        for k in tree.conjuncts(first.head) if first is not None else ():
            subject = scene.organisation(tree, k)
            if coalition is not None and subject is not None and subject.referent not in (None, coalition.referent):
                trigger = lead.group().strip(" ,–—-")
                yield membership_draft(scene, tree, k, subject, coalition, rule="inclusion.read_examples", trigger=trigger)


@listens_for(*_COUNTABLE)
def read_counted_members(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text counts the members of a body and names them after a colon: "X has four members: A, B, C and D"."""
    for match in _COUNTED.finditer(scene.text, tree.sentence.start, tree.sentence.end):
        left = [s for s in scene.spots_in(tree) if s.end <= match.start() and len(scene.text[s.end : match.start()].split()) <= _BETWEEN]
        whole = scene.cast.member(left[-1].text) if left else None
        coalition = scene.spot_party(left[-1], "org") if whole is not None and whole.kind in UMBRELLAS else None
        at = find_word(tree, match.start())
        if coalition is None or at is None:
            continue
        for spot in enumerations.listed_names(scene, match.end(), tree.sentence.end):
            subject = scene.spot_party(spot, "org")
            if subject is not None and subject.referent != coalition.referent:
                trigger = match.group().strip(" :")
                yield membership_draft(scene, tree, at, subject, coalition, rule="inclusion.read_counted_members", trigger=trigger)


@listens_for(("relations", "coalition_nouns"))
def read_coalitions_of(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text calls a body a coalition or alliance of others and names them, after "of" or a colon."""
    for token in tree.tokens:
        if (
            token.lemma.lower() not in words_of("relations", "coalition_nouns")
            or token.upos != "NOUN"
            or scene.spot_at(tree, token.i) is not None
        ):
            continue
        coalition = next((p for k in tree.described(token.i) if (p := scene.organisation(tree, k)) is not None), None)
        if coalition is None or not any(case in ("of", "for") for case, _ in tree.obliques(token.i)):
            continue
        colon = next((t.end for t in tree.tokens if t.text == ":" and t.i > token.i), None)
        for spot in scene.spots_in(tree):
            subject = scene.spot_party(spot, "org")
            listed = (colon is not None and spot.start > colon) or (spot.start > token.end and _is_listed(tree, spot.head, token.i))
            if subject is not None and listed and subject.referent != coalition.referent:
                draft = membership_draft(scene, tree, token.i, subject, coalition, rule="inclusion.read_coalitions_of", trigger=token.text)
                opened = draft.edtf is not None and "/" not in draft.edtf  # "formed in 1973 as an umbrella for A and B"
                yield replace(draft, edtf=f"{draft.edtf}/..") if opened else draft


def _is_listed(tree: Tree, i: int, verb: int) -> bool:
    """Say whether a name is an item of the list that a verb governs, and not the owner or parent of one."""
    at = i
    while at >= 0 and at != verb:
        token = tree.tokens[at]
        if token.deprel == "acl:relcl" and at == i and tree.children(at, "cop"):
            at = token.head
            continue  # "comprises twelve groups, the best known of which is X"
        if token.deprel in ("nmod:poss", "acl:relcl", "acl", "advcl", "ccomp", "obl:agent"):
            return False
        if token.deprel == "nmod" and tree.case(at).split(" ")[0] not in (
            "like",
            "such",
            "including",
            "alongside",
            "along",
            "with",
            "of",
            "for",
        ):
            return False
        if token.deprel == "nmod" and tree.case(at) == "of" and _names_owner(tree, at):
            return False
        at = token.head
    return at == verb


def _names_owner(tree: Tree, i: int) -> bool:
    """Say whether a nominal after "of" is the parent of a wing or unit noun rather than an item of a list: Y in "the wing of Y"."""
    governor = tree.tokens[tree.tokens[i].head].lemma.lower() if tree.tokens[i].head >= 0 else ""
    return governor in any_of(("relations", "wing_nouns"), ("relations", "unit_nouns"), ("people", "members"))


def _coalition(scene: Scene, tree: Tree, head: int) -> Party | None:
    """Give the coalition that a subject names, or whose members it names ("factions in the X include")."""
    lemma = tree.tokens[head].lemma.lower()
    if tree.low[head] in ("they", "these", "those"):
        gathered = _gathered(scene, tree, head)
        if gathered is not None:
            return gathered
    told_by = ("nmod", "nmod:poss", "compound", "amod", "acl", "acl:relcl")
    if lemma in words_of("relations", "member_nouns") and scene.spot_at(tree, head) is None and not tree.children(head, *told_by):
        return _just_founded(scene, tree) if "Number=Plur" in tree.tokens[head].feats else None
    above = tree.tokens[head].head
    if tree.tokens[head].deprel == "nmod" and above >= 0 and tree.tokens[above].lemma.lower() in words_of("relations", "coalition_nouns"):
        # "X, an umbrella of groups that includes A": X includes A
        return next((p for k in tree.described(above) if (p := scene.organisation(tree, k)) is not None), None)
    if scene.spot_at(tree, head) is None and (
        lemma in words_of("relations", "member_nouns") or lemma in ("group", "organisation", "organization")
    ):
        for spot in scene.spots_in(tree):
            between = scene.text[tree.tokens[head].end : spot.start]
            member = scene.cast.member(spot.text)
            if (
                tree.tokens[head].end <= spot.start
                and _INSIDE.match(between)
                and len(between) < 60
                and member is not None
                and member.cls == "org"
            ):
                return scene.spot_party(spot, "org")
        for k in tree.owners(head):
            party = scene.organisation(tree, tree.antecedent(k))
            if party is not None:
                return party
        return None
    if lemma in words_of("relations", "state_nouns"):
        member_state = any(tree.tokens[k].lemma.lower() == "member" for k in tree.children(head, "compound", "amod"))
        owners = [p for k in tree.owners(head) if member_state and (p := scene.organisation(tree, k)) is not None]
        return owners[0] if owners else _named_before(scene, tree, head)
    member = scene.member_at(tree, head, "org")
    if member is not None and member.kind not in UMBRELLAS:
        return None
    party = scene.organisation(tree, head)
    if party is not None and member is None and party.referent is not None:
        return party
    return party if member is not None and (member.kind == "coalition" or tree.tokens[head].deprel in ("nsubj", "nsubj:pass")) else None


def _just_founded(scene: Scene, tree: Tree) -> Party | None:
    """Give the coalition that the sentence before tells the founding of: "X was announced in May. Participants included A and B"."""
    body = scene.topic.subject
    start = scene.text.rfind("\n", 0, tree.sentence.start) + 1
    words = scene.text[max(start, tree.sentence.start - _BEFORE) : tree.sentence.start].lower()
    told = body is not None and is_umbrella(body) and not scene.topic.several and _FOUNDED.search(words.rstrip(" .").rpartition(". ")[2])
    if body is None or not told:
        return None
    token = tree.tokens[0]
    return scene.named(body, how="topic", start=token.start, end=token.end)


def _gathered(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the coalition of those who came together in the sentence before: "Five groups agreed to form X. They included A and B"."""
    start = max(scene.text.rfind("\n", 0, tree.sentence.start) + 1, tree.sentence.start - _BEFORE)
    start += len(scene.text[start : tree.sentence.start].rstrip(" .").rpartition(". ")[0])
    if _GATHERED.search(scene.text, start, tree.sentence.start) is None:
        return None
    named = [scene.cast.member(s.text) for s in scene.spots_in_span(start, tree.sentence.start)]
    topic = scene.topic
    standing = [m for m in (*reversed(named), topic.section, topic.title, topic.subject) if m is not None and m.cls == "org"]
    whole = next((m for m in standing if is_umbrella(m)), None)
    token = tree.tokens[i]
    return None if whole is None else scene.named(whole, how="topic", start=token.start, end=token.end)


def _named_before(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the coalition that stands before a noun for its members: "coalition nations"; in words where it has no name."""
    for k in tree.children(i, "compound", "amod", "nmod:desc", "nmod:poss"):
        member = scene.member_at(tree, k, "org")
        if is_umbrella(member):
            return scene.organisation(tree, k)
        token = tree.tokens[k]
        if token.lemma.lower() in words_of("relations", "coalition_words"):
            return scene.organisation(tree, k) or Party(token.text, None, "words", token.start, token.end)
    return None


RULES = (read_inclusions, read_examples, read_counted_members, read_coalitions_of, *enumerations.RULES)
