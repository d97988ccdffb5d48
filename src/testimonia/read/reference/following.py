"""Move the topic on: after each sentence, and at each paragraph."""

from testimonia.read.lexicon import any_of, words_of
from testimonia.read.names.cast import Member
from testimonia.read.reference.antecedents import bodies_at
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.text.geography import is_country


def advance(scene: Scene, tree: Tree) -> None:
    """Move the topic on past a sentence.

    Args:
        scene: The document being read.
        tree: The sentence that has been read.
    """
    scene.topic.described = _described_subject(scene, tree)
    root = next((t.i for t in tree.tokens if t.head < 0), None)
    subject = tree.subject(root) if root is not None else None
    if subject is not None and scene.spot_at(tree, subject) is None and tree.tokens[subject].upos == "NOUN":
        spoken_of = scene.stand_in(tree, subject)[0] or scene.force(tree, subject)
        if spoken_of is not None:
            scene.topic.subject = spoken_of
    scene.topic.elsewhere = _is_about_a_country(scene, tree, subject)
    if subject is not None and not _is_pronoun(tree, subject):
        scene.topic.pair = bodies_at(scene.cast, scene.spots_in(tree), tree, subject)
        scene.topic.several = len(scene.topic.pair) > 1
    named = {m.key: m for s in scene.spots_in(tree) if (m := scene.cast.member(s.text)) is not None and m.cls == "org"}
    if named:
        scene.topic.named_last = list(named.values())
    alone = _only_person(scene, tree)
    for spot in scene.spots_in(tree):
        member = scene.cast.member(spot.text)
        if member is None:
            continue
        main = _is_main_subject(tree, spot.head) or spot.head == subject
        if member.cls == "org":
            scene.topic.recent = [member, *(m for m in scene.topic.recent if m is not member)][:8]
            if member.kind == "state_force":
                scene.topic.state_force = member
            told = _is_introduced(tree, spot.head) or _is_told_of(tree, spot.head, root)
            item = bool(scene.marker) and _heads_fragment(tree, spot.head)
            if (main and member.kind != "media") or told or item:
                scene.topic.subject = member
                scene.topic.tell_of(member)
        elif member.cls == "person" and (main or scene.topic.person is None or member is alone or _is_apposed(tree, spot.head)):
            scene.topic.person = member
        elif member.cls == "place" and not is_country(spot.text):
            scene.topic.place = member


def _is_apposed(tree: Tree, i: int) -> bool:
    return tree.tokens[i].deprel in ("appos", "flat")


def _only_person(scene: Scene, tree: Tree) -> Member | None:
    """Give the only person whom a sentence names, where he does what it tells or it is done to him: "X was set up by P"."""
    named = [s for s in scene.spots_in(tree) if scene.member_at(tree, s.head, "person") is not None]
    if len({s.key for s in named}) != 1 or any(tree.low[t.i] in words_of("grammar", "singular_person") for t in tree.tokens):
        return None
    token = tree.tokens[named[0].head]
    taking_part = token.deprel in ("obl:agent", "obj") or (token.deprel == "obl" and tree.case(token.i) == "by")
    return scene.cast.member(named[0].text) if taking_part and not tree.is_negated(token.head) else None


def _is_pronoun(tree: Tree, i: int) -> bool:
    return tree.tokens[i].upos == "PRON"


def _is_about_a_country(scene: Scene, tree: Tree, subject: int | None) -> bool:
    """Say whether the main subject of a sentence is a country, its capital or another place by name."""
    if subject is None:
        return False
    token = tree.tokens[subject]
    if token.upos == "PRON" and token.text.lower() == "it":
        return scene.topic.elsewhere
    return scene.member_at(tree, subject, "place") is not None


def _is_main_subject(tree: Tree, i: int) -> bool:
    """Say whether a nominal is the subject of a clause that goes on with the story, not of one that modifies a noun."""
    token = tree.tokens[i]
    if token.deprel == "appos" and tree.low[token.head] in words_of("people", "generic_groups"):
        token = tree.tokens[token.head]  # "The coalition, the X, was announced"
    return token.deprel in SUBJECTS and tree.tokens[token.head].deprel in ("root", "conj", "ccomp", "advcl", "parataxis")


def _is_told_of(tree: Tree, i: int, root: int | None) -> bool:
    """Say whether a sentence whose subject is a mere quantity tells of a name: "Little was heard of the X until 2019"."""
    subject = None if root is None else tree.subject(root)
    if subject is None or tree.low[subject] not in words_of("grammar", "quantities"):
        return False
    return tree.case(i) in ("of", "about", "from") and tree.tokens[i].head in (root, subject)


def _heads_fragment(tree: Tree, i: int) -> bool:
    """Say whether a sentence without a verb of its own tells of a name: "The X, under the command of Y." as an item of a list."""
    token = tree.tokens[i]
    return token.head < 0 and token.upos in ("PROPN", "NOUN") and not tree.children(i, "cop", *SUBJECTS)


def _is_introduced(tree: Tree, i: int) -> bool:
    """Say whether a body is brought in as the object of its founding: "Y founded X. The group ..." goes on about X."""
    token = tree.tokens[i]
    verbs = words_of("relations", "found_verbs")
    return token.deprel == "obj" and (tree.lemma[token.head] in verbs or tree.low[token.head] == "found")


def learn_kinds(scene: Scene, tree: Tree) -> None:
    """Let "X is a coalition", "X, an alliance of", "the umbrella organisation X" tell what X is, where its name does not.

    Args:
        scene: The document being read.
        tree: A sentence of it.
    """
    for i in tree.having(words_of("relations", "coalition_words")):
        token = tree.tokens[i]
        if token.upos != "NOUN" or scene.spot_at(tree, i) is not None:
            continue
        noun = token.head if token.deprel == "compound" and tree.low[token.head] in words_of("people", "generic_groups") else token.i
        named = next((k for k in tree.children(noun, "appos", "flat", "nmod:desc") if tree.tokens[k].upos == "PROPN"), None)
        named = tree.tokens[noun].head if named is None and tree.tokens[noun].deprel in ("appos", "compound", "nmod:desc") else named
        head = tree.subject(noun) if tree.children(noun, "cop") else named
        member = scene.member_at(tree, head, "org") if head is not None and head >= 0 else None
        if member is not None and member.kind in (None, "armed_group", "political_body") and not tree.is_negated(token.i):
            member.kind = "coalition"


def _described_subject(scene: Scene, tree: Tree) -> str | None:
    """Give the words of a main subject that is a described body or group of people and not a name."""
    root = next((t.i for t in tree.tokens if t.head < 0), None)
    subject = tree.subject(root) if root is not None else None
    if root is None or subject is None:
        return None
    token = tree.tokens[subject]
    if token.upos == "PRON" and token.text.lower() in ("they", "it"):
        return scene.topic.described
    if token.upos != "NOUN" or scene.organisation(tree, subject) is not None or scene.body_of_members(tree, subject) is not None:
        return None
    people = "Number=Plur" in token.feats and token.text.lower() in any_of(("people", "members"), ("people", "anonymous"))
    if not people and token.text.lower() not in words_of("people", "generic_groups"):
        return None
    start, end = tree.nominal_extent(subject)
    return " ".join(scene.text[start:end].split())


def enter_paragraph(scene: Scene) -> None:
    """Begin a paragraph: what its heading or the title names is the topic again.

    Args:
        scene: The document being read.
    """
    scene.topic.described = None
    scene.topic.elsewhere = scene.topic.several = False
    scene.topic.recent, scene.topic.pair = [], []
    standing = scene.topic.section or scene.topic.title
    if standing is not None:
        scene.topic.subject = standing
