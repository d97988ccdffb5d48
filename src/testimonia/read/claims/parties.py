"""Resolve what stands in a slot of a relation: a body, those that spell out a plural, the body behind its people or organs, a state."""

import re

from testimonia.model.party import Party
from testimonia.read.claims.described import described_body
from testimonia.read.claims.enumerations import listed_names
from testimonia.read.lexicon import words_of
from testimonia.read.names.cast import Member
from testimonia.read.reference.scene import Scene
from testimonia.read.reference.several import counted
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.text.geography import country_code, country_of_capital

_EXAMPLES = frozenset(["including", "such as", "like", "among", "notably", "namely"])
_APPOSED = re.compile(r"\s*[,:–—-]?\s*(?:the\s+)?[\"“‘']?", re.IGNORECASE)
_CALLED = re.compile(r",?\s+(?:called|named|known as|dubbed)\s+(?:the\s+)?[\"“‘']?", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:\([^()]*\))?(?:\s*of(?: [A-ZÀ-Þ][\w’'-]+){1,4})?\s*[,–—-](?:\s+[\w-]+){1,6}\s+", re.IGNORECASE)
"""A comma and a few words: ", at that time the military "."""
_OPENING = frozenset(["DET", "ADV", "ADJ", "NUM", "PRON", "CCONJ"])
"""Parts of speech before a noun that opens a sentence: "Formally a battalion"."""
_BEFORE_ITSELF = 4
"""Words that may stand between "itself" and the noun that follows it: "itself once a part of"."""
_TOGETHER = frozenset(["along with", "together with", "alongside", "as well as", "in concert with"])


def bodies_at(scene: Scene, tree: Tree, i: int, *, states: bool = False, people: bool = False) -> list[Party]:
    """Resolve a nominal to the bodies that it stands for.

    Args:
        scene: The scene.
        tree: The sentence.
        i: Position of the nominal's head.
        states: Whether a country may stand for its government.
        people: Whether a body's people may stand for it: "fighters of X", "those of X".

    Returns:
        One party, or the several that spell out a plural noun ("seven groups: A, B and C"); none for a mere description.
    """
    one = _owner_beside(scene, tree, i) or scene.organisation(tree, i) or described_body(scene, tree, i) or _named_beside(scene, tree, i)
    if one is None and (led := _bodies_of_organ(scene, tree, i)):
        return led
    if one is None:
        one = owner_ahead(scene, tree, i)
    if one is None and people:
        one = scene.body_of_members(tree, i) or _those_of(scene, tree, i)
    if one is None and states:
        one = state_at(scene, tree, i)
    if one is not None:
        return [one, *_named_on(scene, tree, i, one)]
    return spelt_out(scene, tree, i) or _they(scene, tree, i) or _counted(scene, tree, i)


def _counted(scene: Scene, tree: Tree, i: int) -> list[Party]:
    """Let "both", "the two factions", "all three" stand for the bodies that were spoken of last."""
    token = tree.tokens[i]
    return [scene.named(m, how="topic", start=token.start, end=token.end) for m in counted(scene.topic, tree, i)]


def _named_on(scene: Scene, tree: Tree, i: int, one: Party) -> list[Party]:
    """Give what a list goes on with behind a noun and its name: Y in "ties to the group X and Y"."""
    if scene.spot_at(tree, i) is not None or one.how != "name":
        return []
    beside = [k for k in tree.children(i, "appos", "flat") if scene.spot_at(tree, k) is not None]
    others = [p for k in beside for m in tree.conjuncts(k) if m != k and (p := scene.organisation(tree, m)) is not None]
    return [p for p in others if p.referent != one.referent]


def _they(scene: Scene, tree: Tree, i: int) -> list[Party]:
    """Let "they" stand for the several bodies that are the subject of the clause above: "X and Y announced that they had formed Z"."""
    if tree.low[i] not in ("they", "both"):
        return []
    above = tree.tokens[i].head
    while above >= 0 and (above := tree.tokens[above].head) >= 0:
        for subject in tree.children(above, *SUBJECTS):
            counted = [k for case, k in tree.obliques(subject) if case == "of" and scene.spot_at(tree, subject) is None]
            found = [p for k in tree.conjuncts(subject) if (p := scene.organisation(tree, k)) is not None]
            return found if len(found) > 1 else next((several for k in (subject, *counted) if (several := spelt_out(scene, tree, k))), [])
    return []


def headed(scene: Scene, tree: Tree, i: int) -> list[Party]:
    """Give the body that the heading names, for a text below it that begins with a participle: "X" above "Formed in 1997 by Y.".

    Args:
        scene: The scene.
        tree: The sentence.
        i: Position of the verb.

    Returns:
        The body, or nobody where the verb has a subject, is not the first word, or no heading names a body.
    """
    token, about = tree.tokens[i], scene.topic.section or scene.topic.title
    opens = i == 0 and token.head < 0 and "VerbForm=Part" in token.feats and tree.subject(i) is None
    before = scene.text[max(0, tree.sentence.start - 2) : tree.sentence.start]
    if not opens or scene.heading or about is None or about.cls != "org" or not before.endswith("\n"):
        return []
    return [scene.named(about, how="heading", start=token.start, end=token.end)]


def state_at(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the country, or the capital for it, that a nominal names, where it stands for who governs it.

    Args:
        scene: The scene.
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        A party of class place, or None.
    """
    spot = scene.spot_at(tree, i)
    if spot is None or not (country_code(spot.text) or country_of_capital(spot.text)):
        return None
    return scene.spot_party(spot, "place")


def country_in(scene: Scene, code: str) -> Member | None:
    """Find a country among what a document names, for an adjective that tells of it.

    Args:
        scene: The scene.
        code: ISO 3166-1 alpha-2.

    Returns:
        The member, or None where the document does not name the country.
    """
    named = (m for m in scene.cast.members.values() if m.cls == "place" and any(country_code(name) == code for name in m.names))
    return next(named, None)


def spelt_out(scene: Scene, tree: Tree, i: int) -> list[Party]:
    """Give the bodies that spell out a plural noun: "seven groups: A and B", "factions such as A", "several militias, among them A".

    Args:
        scene: The scene.
        tree: The sentence.
        i: Position of the noun.

    Returns:
        Parties in text order; none for any other nominal.
    """
    token = tree.tokens[i]
    if token.upos != "NOUN" or "Number=Plur" not in token.feats or scene.spot_at(tree, i) is not None:
        return []
    heads = [k for case, k in tree.obliques(i) if case in _EXAMPLES]
    heads += [m for k in tree.children(i, "appos") if scene.spot_at(tree, k) is not None for m in tree.conjuncts(k)]
    heads += [k for k in tree.children(i, "amod", "flat", "compound", "nmod:desc", "nmod:unmarked") if k > i and scene.spot_at(tree, k)]
    heads += among_them(scene, tree, i)
    if token.deprel == "appos" and token.head >= 0 and scene.spot_at(tree, token.head) is not None:
        heads += tree.conjuncts(token.head)  # "the X and the Y - two groups that ..."
    found = [scene.organisation(tree, k) for k in sorted(set(heads))]
    first = min((s.start for s in scene.spots_in(tree) if s.head in heads), default=None)
    listed = [] if first is None else listed_names(scene, first, tree.sentence.end)  # parsers lose the ends of long lists
    found += [scene.spot_party(s, "org") for s in listed if s.head not in heads] if len(listed) > len(heads) > 1 else []
    return [party for party in found if party is not None]


def among_them(scene: Scene, tree: Tree, i: int) -> list[int]:
    """List what "among them" names, wherever the parser hangs it: "several groups, among them X and Y", "four brigades, X among them".

    Args:
        scene: The scene.
        tree: The sentence.
        i: Position of the noun that "them" takes up.

    Returns:
        Heads of the names.
    """
    before = [s.head for s in scene.spots_in(tree) if s.start > tree.tokens[i].end and scene.text.startswith(" among them", s.end)]
    if before:
        return before
    them = next((k for k in range(i + 1, len(tree.tokens)) if tree.low[k] == "them" and tree.low[k - 1] == "among"), None)
    if them is None:
        return []
    named = (t.i for t in tree.tokens[them + 1 :] if t.deprel in ("appos", "conj", "obj", "parataxis", "dep") and scene.spot_at(tree, t.i))
    first = next(named, None)
    return [] if first is None else tree.conjuncts(first)


def one_of(tree: Tree, i: int) -> list[int]:
    """Follow "one of several fronts", "is among the groups that" to what is said to be one of them.

    Args:
        tree: The sentence.
        i: Position of the noun counted among.

    Returns:
        Heads of what it is; none where the noun is not so counted.
    """
    token = tree.tokens[i]
    counted = tree.low[token.head] in ("one", "two", "some", "part") or tree.low[token.head].endswith("est")  # "the largest of the groups"
    if token.deprel == "nmod" and tree.case(i) in ("of", "among") and counted:
        return tree.described(token.head)
    subject = tree.subject(i) if tree.case(i) in ("among", "one of") and tree.children(i, "cop") else None
    return [] if subject is None else [subject]


def told_of(scene: Scene, tree: Tree, i: int) -> list[int]:
    """List what a noun tells of: what it describes, alone or beside another noun ("a component and the armed wing of Y"), or is one of.

    Args:
        scene: The scene.
        tree: The sentence.
        i: Position of the noun.

    Returns:
        Heads of the nominals told of; empty where the noun stands for itself.
    """
    found = tree.described(i) or one_of(tree, i) or doubled_subject(scene, tree, i) or _itself(scene, tree, i)
    above = tree.tokens[i].head
    if not found:  # "a dissident faction of Y, calling itself X"
        called = [k for k in tree.children(i, "acl") if tree.lemma[k] in ("call", "name", "style", "dub", "know")]
        found = [m for k in called for m in tree.children(k, "obj", "xcomp", "obl") if scene.spot_at(tree, m) is not None]
    if not found and tree.tokens[i].deprel == "conj" and tree.tokens[above].upos == "NOUN" and scene.spot_at(tree, above) is None:
        found = tree.described(above) or one_of(tree, above)
    if not found:
        found = _told_ahead(scene, tree, i)
    if not found and tree.children(i, "nmod:poss"):
        found = [k for k in tree.children(i, "compound", "nmod:desc", "amod") if scene.member_at(tree, k, "org") is not None]
    return found


def _itself(scene: Scene, tree: Tree, i: int) -> list[int]:
    """Find the name that "itself" takes up before a noun: X in "X, itself an offshoot of Y, ..."."""
    start = min(k for k in tree.subtree(i) if tree.low[k] not in (",",))
    at = next((k for k in range(min(start, i), max(start - _BEFORE_ITSELF, -1), -1) if tree.low[k] in ("itself", "themselves")), None)
    if at is None or at < 2 or any(tree.tokens[k].upos in ("VERB", "NOUN", "PROPN") for k in range(at, i) if k != at and k < start):
        return []
    before = next((s for s in scene.spots_in(tree) if scene.text[s.end : tree.tokens[at].start].strip() == ","), None)
    return [] if before is None else [before.head]


def _told_ahead(scene: Scene, tree: Tree, i: int) -> list[int]:
    """Find the subject that a noun opening the sentence tells of: "Formally a battalion of Y, the X does", "An offshoot of Y, X was"."""
    if any(tree.tokens[k].upos not in _OPENING for k in range(i)) or tree.case(i) or tree.children(i, "cop"):
        return []
    comma = next((k for k in range(i + 1, len(tree.tokens)) if tree.tokens[k].text == "," and _is_named_next(scene, tree, k)), None)
    if comma is None or any(tree.tokens[k].upos in ("VERB", "AUX") and "VerbForm=Fin" in tree.tokens[k].feats for k in range(i, comma)):
        return []
    after = next(s for s in scene.spots_in(tree) if s.start > tree.tokens[comma].start)
    return [after.head] if tree.tokens[after.head].deprel in (*SUBJECTS, "root", "appos", "conj") else []


def _is_named_next(scene: Scene, tree: Tree, k: int) -> bool:
    """Say whether a body's name follows a comma at once, and a verb follows the name."""
    spot = next((s for s in scene.spots_in(tree) if s.start > tree.tokens[k].start), None)
    if spot is None or scene.text[tree.tokens[k].end : spot.start].strip().lower() not in ("", "the"):
        return False
    beyond = tree.tokens[spot.tokens[-1] + 1 :]
    return bool(beyond) and (beyond[0].upos in ("VERB", "AUX", "ADV") or beyond[0].text == "(")


def doubled_subject(scene: Scene, tree: Tree, i: int) -> list[int]:
    """Find the name that a noun describes where the parser gave a verb both as subjects: "its armed wing the X", "X, then a wing of Y,".

    Args:
        scene: The scene.
        tree: The sentence.
        i: Position of the noun.

    Returns:
        The name's head, or nothing: more than a few words or no comma between make them two.
    """
    verb = tree.tokens[i].head if tree.tokens[i].deprel in SUBJECTS else tree.clause(i) if tree.tokens[i].deprel == "conj" else -1
    if verb < 0 or verb == i:
        return []
    found = _listed_after(scene, tree, i)
    for k in tree.children(verb, *SUBJECTS):
        spot = scene.spot_at(tree, k)
        if k == i or spot is None:
            continue
        after = k > i and _APPOSED.fullmatch(scene.text, tree.nominal_extent(i)[1], spot.start)
        aside = k < i and tree.tokens[i].deprel != "conj" and _ASIDE.fullmatch(scene.text, spot.end, tree.tokens[i].start)
        if after or aside:
            found.append(k)
    return found


def _listed_after(scene: Scene, tree: Tree, i: int) -> list[int]:
    """List the names after a coordinated noun that the parser took for further items: "and its allies, the X and the Y"."""
    if tree.tokens[i].deprel != "conj" or not tree.children(i, "cc"):
        return []
    end = tree.nominal_extent(i)[1]
    first = next((s for s in scene.spots_in(tree) if s.start >= end), None)
    if first is None or first.head in tree.children(i) or not _APPOSED.fullmatch(scene.text, end, first.start):
        return []
    return tree.conjuncts(first.head) if "Number=Plur" in tree.tokens[i].feats else [first.head]


def company(tree: Tree, i: int) -> list[int]:
    """List beside whom the subject of a verb acts: "A, together with B and C, formed".

    Args:
        tree: The sentence.
        i: Position of the verb.

    Returns:
        Heads of the companions.
    """
    subject = tree.subject(i)
    found = [k for at in (i, *([] if subject is None else [subject])) for case, k in tree.obliques(at) if case in _TOGETHER]
    for at in (i, *([] if subject is None else [subject])):
        for k in tree.children(at, "advmod"):
            if tree.low[k] in ("together", "along", "jointly", "alongside"):
                found += [m for case, m in tree.obliques(k) if case == "with"]
    return list(dict.fromkeys(found))


def _owner_beside(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Let a possessive stand for what its noun is coordinated with: "X and its allies"."""
    if tree.low[i] not in ("its", "their") or i < len(("X", "and")) or tree.low[i - 1] not in ("and", "with"):
        return None
    spot = scene.spot_at(tree, i - 2) or (scene.spot_at(tree, i - 3) if tree.low[i - 2] == "," and i > 2 else None)
    return None if spot is None else scene.spot_party(spot, "org")


def owner_ahead(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Let a possessive that opens a sentence stand for the subject that follows: "Backed by its ally Y, X held".

    Args:
        scene: The scene.
        tree: The sentence.
        i: Position of the possessive.

    Returns:
        The body, or None where a name stands before it or no body is the subject.
    """
    if tree.low[i] not in ("its", "their"):
        return None
    if any(s.end <= tree.tokens[i].start for s in scene.spots_in(tree)):
        return None
    root = next((t.i for t in tree.tokens if t.head < 0), None)
    subject = None if root is None else tree.subject(root)
    return None if subject is None or subject < i else scene.organisation(tree, subject)


def _named_beside(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body that a generic noun follows: X in "the X coalition"."""
    if scene.spot_at(tree, i) is not None or tree.low[i] not in words_of("relations", "coalition_nouns"):
        return None
    named = next((p for k in tree.children(i, "compound", "nmod:desc", "flat") if (p := scene.organisation(tree, k)) is not None), None)
    if named is not None:
        return named
    end = tree.nominal_extent(i)[1]
    after = next((s for s in scene.spots_in(tree) if s.start >= end), None)  # "to create an umbrella, X"
    between = "" if after is None else scene.text[end : after.start]
    told = _CALLED.fullmatch(between) or (tree.low[i - 1] in ("a", "an", "new") and _APPOSED.fullmatch(between))
    return None if after is None or not told or not between.strip() else scene.spot_party(after, "org")


def _bodies_of_organ(scene: Scene, tree: Tree, i: int) -> list[Party]:
    """Let "the leadership of X", "X's general staff", "the leaders of X and Y" stand for X, and for Y."""
    plural = tree.lemma[i] if tree.low[i] not in words_of("relations", "organ_nouns") else tree.low[i]
    if scene.spot_at(tree, i) is not None or plural not in words_of("relations", "organ_nouns"):
        return []
    return [p for k in tree.owners(i) for m in tree.conjuncts(k) if (p := scene.organisation(tree, m)) is not None]


def _those_of(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Let "those of X" stand for X."""
    if tree.low[i] != "those":
        return None
    return next((p for case, k in tree.obliques(i) if case in ("of", "from") and (p := scene.organisation(tree, k)) is not None), None)
