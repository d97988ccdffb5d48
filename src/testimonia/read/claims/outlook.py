"""Read what a body thinks and wants: its ideology and the positions that it states."""

import re
from collections.abc import Iterator

from testimonia.model.claim import Value
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, date_for, party_span, when
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree

PREDICATES = ("ideology", "states_position")

_NUMBERED = re.compile(
    r"^\s*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|firstly|secondly|thirdly|finally|\d{1,2}[.)])\s*[:,.)-]\s*",
    re.IGNORECASE,
)
_TO_WORD_END = re.compile(r"(?:[-–‑][^\W\d_]+)+")
"""What a hyphened word goes on with: "Marxism–Leninism–Maoism" is one."""
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[ivx]{1,4}|[IVX]{1,4}|[a-h])[.):]?\)?")
"""What marks a point of a statement: "1.", "(a)", "iv)"."""
_ISM = re.compile(r"(?:ism|isms)$")


def read_ideology(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text names a body's ideology: "its Salafi ideology", "the ideology of X is based on Y", "X adheres to Y", "inspired by Y"."""
    for i in tree.having(words_of("outlook", "ideology_nouns")):
        if tree.tokens[i].upos != "NOUN" or tree.is_negated(i) or tree.case(i) in ("by", "on", "to"):
            continue
        owner = _owner(scene, tree, i)
        named = _named_ideology(tree, i)
        if owner is not None and named is not None:
            yield _ideology(scene, tree, i, owner, named)
    for i in tree.having(any_of(("outlook", "follow_verbs"), ("outlook", "inspire_verbs"))):
        token = tree.tokens[i]
        if token.upos not in ("VERB", "ADJ") or tree.is_negated(i) or tree.is_unreal(i):
            continue
        follows = token.lemma.lower() in words_of("outlook", "follow_verbs")
        cases = ("to",) if follows else ("by", "in", "on")
        taken = [*(tree.children(i, "obj") if follows else ()), *(k for case, k in tree.obliques(i) if case in cases)]
        taken = [m for k in taken for m in tree.conjuncts(k) if _is_ideology(tree, m)]
        subject = tree.subject(i)
        body = scene.organisation(tree, subject) if subject is not None else None
        if taken and body is not None:
            yield _ideology(scene, tree, i, body, (tree.nominal_extent(taken[0])[0], tree.nominal_extent(taken[-1])[1]))


def read_called_by_ideology(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text calls a body by its ideology: "a Marxist-Leninist group", "the leftist X", "X describes itself as a nationalist party"."""
    words = words_of("outlook", "ideology_adjectives") - words_of("outlook", "not_ideologies")
    for token in tree.tokens:
        word = token.text.lower().replace("–", "-").replace("‑", "-")
        if word not in words or token.deprel not in ("amod", "compound", "nmod:desc") or token.head < 0:
            continue
        spot = scene.spot_at(tree, token.i)
        if spot is not None and " " in spot.text:
            continue  # part of a name
        noun = token.head
        if scene.spot_at(tree, noun) is not None:
            body = scene.organisation(tree, noun)
        elif tree.tokens[noun].text.lower() in words_of("people", "generic_groups") | {"party", "parties"}:
            subject = _described(tree, noun)
            body = scene.organisation(tree, subject) if subject is not None else scene.organisation(tree, noun)
        else:
            continue
        if body is not None and not tree.is_negated(noun) and _is_political(scene, body):
            yield _ideology(scene, tree, token.i, body, (token.start, token.end))


def _ideology(scene: Scene, tree: Tree, i: int, body: Party, named: tuple[int, int]) -> Draft:
    token = tree.tokens[i]
    whole = _TO_WORD_END.match(scene.text, named[1], tree.sentence.end)
    named = (named[0], named[1] if whole is None else whole.end())
    span = cover((token.start, token.end), party_span(body), named, within=tree)
    value = Value(text=scene.text[named[0] : named[1]])
    return Draft("ideology", body, *span, token.start, "outlook.read_ideology", token.text, value=value, mode="throughout")


def _owner(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body whose ideology or aim a noun tells of: its owner, else the subject of having it."""
    for k in tree.owners(i):
        body = scene.organisation(tree, k)
        if body is not None:
            return body
    token = tree.tokens[i]
    if token.head >= 0 and token.deprel in ("obj", "obl", "nmod"):
        subject = tree.subject(tree.clause(token.head))
        return scene.organisation(tree, subject) if subject is not None else None
    return None


def _named_ideology(tree: Tree, i: int) -> tuple[int, int] | None:
    """Give the offsets of what an ideology is called: its adjectives, or what it is said to be, to combine or to be based on."""
    plain = ("official", "own", "political", "stated", "core", "declared", "main")
    modifiers = [k for k in tree.children(i, "amod", "compound") if tree.tokens[k].text.lower() not in plain and k < i]
    if modifiers:
        return tree.tokens[tree.subtree(modifiers[0])[0]].start, tree.tokens[modifiers[-1]].end
    of = [k for case, k in tree.obliques(i) if case == "of" and _is_ideology(tree, k)]
    if of:
        return tree.nominal_extent(of[0])[0], tree.nominal_extent(of[-1])[1]
    token = tree.tokens[i]
    if token.deprel not in SUBJECTS or token.head < 0:
        return None
    told = token.head
    said = [k for case, k in tree.obliques(told) if case in ("on", "in", "by", "of", "as")] + tree.children(told, "obj")
    if tree.tokens[told].upos != "VERB":
        said = [told]
    return (tree.nominal_extent(said[0])[0], tree.nominal_extent(tree.conjuncts(said[0])[-1])[1]) if said else None


def _is_ideology(tree: Tree, i: int) -> bool:
    """Say whether a nominal is an ideology: a word in -ism, or "the ideals of Y", "Marxist thought"."""
    token = tree.tokens[i]
    word = token.lemma.lower()
    if _ISM.search(word):
        return word not in words_of("outlook", "not_isms")
    if word not in words_of("outlook", "ideology_nouns") | {"interpretation", "islam"}:
        return False
    adjectives = {tree.tokens[k].text.lower() for k in tree.children(i, "amod", "compound")}
    if adjectives & words_of("outlook", "ideology_adjectives"):
        return True
    return any(case == "of" and _ISM.search(tree.tokens[k].lemma.lower()) for case, k in tree.obliques(i))


def _described(tree: Tree, i: int) -> int | None:
    """Give what a generic noun describes: its subject, what it stands in apposition to, or who describes itself so."""
    token = tree.tokens[i]
    if tree.children(i, "cop"):
        return tree.subject(i)
    if token.deprel == "appos":
        return token.head
    if token.head >= 0 and token.deprel in ("obl", "xcomp", "obj") and tree.case(i) in ("as", ""):
        verb = tree.tokens[token.head]
        itself = any(tree.tokens[k].text.lower() in ("itself", "themselves") for k in tree.children(token.head, "obj"))
        if verb.lemma.lower() in words_of("outlook", "self_verbs") and itself:
            return tree.subject(token.head)
        if verb.lemma.lower() in ("found", "form", "establish", "create", "emerge", "begin", "remain", "become"):
            return next(iter(tree.objects(token.head)), None) if tree.is_passive(token.head) else tree.subject(token.head)
    return None


def _is_political(scene: Scene, body: Party) -> bool:
    member = scene.cast.holder_of(body.referent)
    return member is not None and member.kind not in words_of("outlook", "unsaid_kinds")


def read_positions(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The body declares an aim, a demand, a commitment or a refusal, or it is a numbered point of its statement."""
    issuer = scene.topic.issuer
    if issuer is not None and _is_point(scene, tree):
        start, end = tree.sentence.start, tree.sentence.end
        subject = scene.named(issuer, how="issuer", start=start, end=end)
        value = Value(text=scene.text[start:end].strip(" ;,."))
        yield Draft("states_position", subject, start, end, start, "outlook.read_positions", scene.marker, value=value)
        return
    numbered = _NUMBERED.match(scene.text[tree.sentence.start : tree.sentence.end])
    if numbered and issuer is not None:
        subject = scene.named(issuer, how="issuer", start=tree.sentence.start, end=tree.sentence.start + len(numbered.group().rstrip()))
        start = tree.sentence.start + numbered.end()
        if start < tree.sentence.end:
            value = Value(text=scene.text[start : tree.sentence.end].strip())
            yield Draft(
                "states_position", subject, start, tree.sentence.end, start, "outlook.read_positions", numbered.group().strip(), value=value
            )
        return
    for i in tree.having(any_of(("outlook", "aim_verbs"), ("outlook", "declare_verbs"))):
        draft = _declared(scene, tree, i)
        if draft is not None:
            yield draft


def _is_point(scene: Scene, tree: Tree) -> bool:
    """Say whether a sentence opens a numbered point of a statement, or an item of a list that its issuer announces: "We demand:"."""
    if not scene.marker:
        return False
    line = scene.text.rfind("\n", 0, tree.sentence.start) + 1
    if scene.text[line : tree.sentence.start].strip() != scene.marker:
        return False
    words = set(scene.lead.lower().split())
    announced = scene.lead.rstrip().endswith(":") and bool(words & words_of("grammar", "first_person"))
    return announced or (_NUMBER.fullmatch(scene.marker) is not None and _is_programmatic(tree))


def _is_programmatic(tree: Tree) -> bool:
    """Say whether a numbered sentence wants something: a telling sentence about what was done or is so is no position."""
    root = next((t for t in tree.tokens if t.head < 0), None)
    if root is None or not tree.children(root.i, *SUBJECTS):
        return root is not None and "Tense=Past" not in root.feats  # "Immediate release of all prisoners"
    aux = {tree.tokens[k].text.lower() for k in tree.children(root.i, "aux")}
    wanting = any_of(("outlook", "aim_verbs"), ("outlook", "declare_verbs"))
    return bool(aux & words_of("grammar", "modals")) or (root.lemma.lower() in wanting and "Tense=Past" not in root.feats)


def read_aims(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says what a body's aim, goal or demand is."""
    for i in tree.having(words_of("outlook", "aim_nouns")):
        token = tree.tokens[i]
        if token.upos != "NOUN" or tree.is_negated(i):
            continue
        body = next((p for k in tree.owners(i) if (p := scene.organisation(tree, k)) is not None), None)
        if body is None or not _is_political(scene, body):
            continue
        clause = tree.clause(i)
        if (
            token.deprel in SUBJECTS
            and token.head >= 0
            and (tree.children(token.head, "cop") or tree.tokens[token.head].lemma.lower() in ("be", "include", "remain"))
        ):
            below = [k for k in tree.subtree(token.head) if k > max(tree.subtree(i))]
            below = [k for k in below if not (tree.tokens[k].deprel in ("cop", "punct") and tree.tokens[k].head == token.head)]
            content = (tree.tokens[below[0]].start, tree.tokens[below[-1]].end) if below else None
        elif token.deprel == "obj" and tree.tokens[clause].lemma.lower() in ("have", "pursue", "state", "declare"):
            inner = [k for case, k in tree.obliques(i) if case == "of"]
            content = tree.extent(inner[0]) if inner else None
        else:
            content = None
        if content is not None:
            yield _position(scene, tree, i, body, content)


def _declared(scene: Scene, tree: Tree, i: int) -> Draft | None:
    """Read one verb of demanding, seeking, refusing; or, in a statement, of declaring by its issuer."""
    token = tree.tokens[i]
    committed = token.text.lower() == "committed" and token.upos in ("VERB", "ADJ")
    if not committed and token.upos != "VERB":
        return None
    passive = tree.is_passive(i) and not committed
    head = tree.subject(i)
    body = scene.organisation(tree, head) if head is not None else None
    if body is None or passive:
        return None
    by_issuer = body.how == "issuer"
    lemma = token.lemma.lower()
    if lemma == "call" and (tree.children(i, "obj") or not any(case in ("for", "on", "upon") for case, _ in tree.obliques(i))):
        return None  # "called the attack a crime"
    if lemma not in words_of("outlook", "declare_verbs" if by_issuer else "aim_verbs") or not _is_political(scene, body):
        return None
    content = _content(tree, i, spoken=by_issuer, only_for=lemma in words_of("outlook", "struggle_verbs"))
    return None if content is None else _position(scene, tree, i, body, content)


def read_refusals(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The body says that it would not do something: "said that it would not lay down its arms"."""
    for i in tree.having(words_of("outlook", "refusal_verbs")):
        for k in tree.children(i, "ccomp"):
            speaker, subject = tree.subject(i), tree.subject(k)
            modal = any(tree.tokens[m].text.lower() in ("will", "would", "wo") for m in tree.children(k, "aux"))
            if speaker is None or subject is None or not modal or not tree.is_negated(k):
                continue
            body, same = scene.organisation(tree, speaker), scene.organisation(tree, subject)
            if body is not None and same is not None and body.referent == same.referent and _is_political(scene, body):
                yield _position(scene, tree, k, body, tree.extent(k))


def _position(scene: Scene, tree: Tree, i: int, body: Party, content: tuple[int, int]) -> Draft:
    token = tree.tokens[i]
    edtf, basis = when(date_for(scene, tree, i))
    span = cover((token.start, token.end), party_span(body), content, within=tree)
    value = Value(text=scene.text[content[0] : content[1]])
    return Draft("states_position", body, *span, token.start, "outlook.read_positions", token.text, value=value, edtf=edtf, basis=basis)


def _content(tree: Tree, i: int, *, spoken: bool, only_for: bool) -> tuple[int, int] | None:
    """Give the offsets of what is demanded, sought or refused; of a struggle, of what it is for."""
    for relation in () if only_for else ("obj", "xcomp", "ccomp"):
        for k in tree.children(i, relation):
            if relation == "ccomp" and not spoken and not _is_wish(tree, k):
                continue  # "insisted that it had killed" asserts, and wants nothing
            return None if tree.tokens[k].lemma.lower() in ("allegiance", "loyalty", "fealty", "attack") else tree.extent(k)
    for case, k in tree.obliques(i):
        if (case == "for" and not _is_time(tree, k)) or (
            not only_for and (case in ("to", "at", "against") or (spoken and case in ("on", "with", "upon")))
        ):
            return tree.extent(k)
    return None


def _is_wish(tree: Tree, i: int) -> bool:
    """Say whether a clause tells what is wanted or will be done: with a modal, in the subjunctive or the infinitive."""
    token = tree.tokens[i]
    modal = any(tree.tokens[k].text.lower() in words_of("grammar", "modals") for k in tree.children(i, "aux"))
    return modal or "VerbForm=Inf" in token.feats or "Mood=Sub" in token.feats


def _is_time(tree: Tree, i: int) -> bool:
    return tree.tokens[i].lemma.lower() in words_of("outlook", "time_nouns")


RULES = (read_ideology, read_called_by_ideology, read_positions, read_aims, read_refusals)
