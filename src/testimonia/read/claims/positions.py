"""Read what a body wants: the demands, aims, refusals and offers that it states, and the points of its statements."""

import re
from collections.abc import Iterator

from testimonia.model.claim import Value
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, date_for, party_span, when
from testimonia.read.claims.offices import phrasal
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.listening import listens_for
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree

_NUMBERED = re.compile(
    r"^\s*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|firstly|secondly|thirdly|finally|\d{1,2}[.)])\s*[:,.)-]\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[ivx]{1,4}|[IVX]{1,4}|[a-h])[.):]?\)?")
"""What marks a point of a statement: "1.", "(a)", "iv)"."""


_OWED = re.compile(r"\b(?:must|should|has to|have to|ought to|is to|are to|needs? to)\s*:?\s*$")
"""How a lead ends whose list tells what somebody must do: "The government has to"."""
_ITEM = re.compile(r"(?:[-*•–]|\([a-z]{1,3}\))\s")
_PHRASAL = frozenset(["rule"])
"""First words of verbs with a particle among the verbs of wanting: "rule out"."""
_PLEDGING = frozenset(["will", "shall", "'ll", "’ll", "wo"])
_QUOTED = re.compile('["“”«»]')


def is_political(scene: Scene, body: Party) -> bool:
    """Say whether a body is of a kind whose aims are coded: not an army, an office or a newspaper.

    Args:
        scene: The document being read.
        body: The body.

    Returns:
        False for state forces, governments, media and the like.
    """
    member = scene.cast.holder_of(body.referent)
    return member is not None and member.kind not in words_of("outlook", "unsaid_kinds")


def read_positions(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The body declares an aim, a demand, a commitment or a refusal, or it is a numbered point of its statement."""
    issuer = scene.topic.issuer
    if issuer is not None and _is_point(scene, tree):
        start, end = tree.sentence.start, tree.sentence.end
        subject = scene.named(issuer, how="issuer", start=start, end=end)
        value = Value(text=scene.text[start:end].strip(" ;,."))
        yield Draft("states_position", subject, start, end, start, "positions.read_positions", scene.marker, value=value)
        return
    numbered = _NUMBERED.match(scene.text[tree.sentence.start : tree.sentence.end])
    if numbered and issuer is not None:
        subject = scene.named(issuer, how="issuer", start=tree.sentence.start, end=tree.sentence.start + len(numbered.group().rstrip()))
        start = tree.sentence.start + numbered.end()
        if start < tree.sentence.end:
            value = Value(text=scene.text[start : tree.sentence.end].strip())
            yield Draft(
                "states_position",
                subject,
                start,
                tree.sentence.end,
                start,
                "positions.read_positions",
                numbered.group().strip(),
                value=value,
            )
        return
    for i in tree.having(any_of(("outlook", "aim_verbs"), ("outlook", "declare_verbs"), ("outlook", "accepting_verbs")) | _PHRASAL):
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
    announced = announced or _OWED.search(_line_above(scene.text, line)) is not None
    return announced or (_NUMBER.fullmatch(scene.marker) is not None and _is_programmatic(scene, tree))


def _line_above(text: str, start: int) -> str:
    """Give the line that a list hangs on: the nearest above that is no item of it."""
    while start > 0:
        low = text.rfind("\n", 0, start - 1) + 1
        line = text[low : start - 1].strip()
        if line and not _ITEM.match(line):
            return line
        start = low
    return ""


def _is_programmatic(scene: Scene, tree: Tree) -> bool:
    """Say whether a numbered sentence wants something: a telling sentence about what was done or is so is no position."""
    root = next((t for t in tree.tokens if t.head < 0), None)
    if root is None or not tree.children(root.i, *SUBJECTS):
        alone = root is not None and (root.upos == "VERB" or _is_alone(scene, tree))  # "Immediate release of all prisoners"
        return alone and root is not None and "Tense=Past" not in root.feats and not _bids_only(tree, root.i)
    aux = {tree.tokens[k].text.lower() for k in tree.children(root.i, "aux")}
    if root.lemma.lower() in words_of("outlook", "minding_verbs"):
        return False  # "It must be remembered that"
    wanting = any_of(("outlook", "aim_verbs"), ("outlook", "declare_verbs"))
    return bool(aux & words_of("grammar", "modals")) or (root.lemma.lower() in wanting and "Tense=Past" not in root.feats)


def _is_alone(scene: Scene, tree: Tree) -> bool:
    """Say whether a sentence is all of its line: a title over a paragraph of the statement wants nothing."""
    end = scene.text.find("\n", tree.sentence.end)
    return not scene.text[tree.sentence.end : end if end >= 0 else len(scene.text)].strip()


def _bids_only(tree: Tree, i: int) -> bool:
    """Say whether an imperative only bids people to mind something: "Let nobody mistake restraint for weakness"."""
    below = {tree.lemma[k] for k in (i, *tree.children(i, "xcomp", "ccomp"))}
    return not below.isdisjoint(words_of("outlook", "minding_verbs"))


@listens_for(("outlook", "aim_nouns"))
def read_aims(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says what a body's aim, goal or demand is."""
    for i in tree.having(words_of("outlook", "aim_nouns")):
        token = tree.tokens[i]
        if token.upos != "NOUN" or tree.is_negated(i):
            continue
        body = next((p for k in tree.owners(i) if (p := scene.organisation(tree, k)) is not None), None)
        if body is None or not is_political(scene, body):
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
        elif token.deprel in SUBJECTS and (listed := _listed(scene, tree, i)) is not None:
            content = listed
        elif token.deprel == "obj" and tree.tokens[clause].lemma.lower() in ("have", "pursue", "state", "declare"):
            inner = [k for case, k in tree.obliques(i) if case == "of"]
            content = tree.extent(inner[0]) if inner else None
        else:
            content = None
        if content is not None:
            yield position(scene, tree, i, body, content)


def _listed(scene: Scene, tree: Tree, i: int) -> tuple[int, int] | None:
    """Give what a colon lists behind aims: "Our aims have not changed: independence and socialism"."""
    colon = scene.text.find(":", tree.tokens[i].end, tree.sentence.end)
    following = [t for t in tree.tokens if colon >= 0 and t.start > colon]
    return (following[0].start, following[-1].end - (following[-1].upos == "PUNCT")) if following else None


def _declared(scene: Scene, tree: Tree, i: int) -> Draft | None:
    """Read one verb of demanding, seeking, refusing; or, in a statement, of declaring by its issuer."""
    token = tree.tokens[i]
    committed = token.text.lower() == "committed" and token.upos in ("VERB", "ADJ")
    if not committed and token.upos != "VERB":
        return None
    governor = tree.lemma[token.head] if token.head >= 0 and token.deprel in ("xcomp", "advcl") and "VerbForm=Inf" in token.feats else ""
    if governor in ("call", "urge", "appeal", "ask", "demand"):
        return None  # what others are called on to do
    passive = tree.is_passive(i) and not committed
    head = tree.subject(i)
    body = scene.organisation(tree, head) if head is not None else None
    if body is None or passive:
        return None
    by_issuer = body.how == "issuer"
    lemma = phrasal(tree, i)
    asks = any(case in ("for", "on", "upon") for case, _ in tree.obliques(i)) and not tree.children(i, "obj")
    if lemma == "call" and not asks and not (by_issuer and _bidden(tree, i)):
        return None  # "called the attack a crime"
    wanting = any_of(("outlook", "aim_verbs"), ("outlook", "declare_verbs")) if by_issuer else words_of("outlook", "aim_verbs")
    accepting = tree.is_negated(i) and lemma in words_of("outlook", "accepting_verbs")
    if not (lemma in wanting or accepting) or not is_political(scene, body):
        return None
    if by_issuer and "Tense=Past" in token.feats and not tree.children(i, "aux") and date_for(scene, tree, i) is not None:
        scene.refuse("positions.read_positions", tree, i, "told_as_event")
        return None  # "In 2011 we declared": the statement tells its history
    content = _content(tree, i, spoken=by_issuer, only_for=lemma in words_of("outlook", "struggle_verbs"))
    if content is None or _is_happening(tree, i):
        return None
    return position(scene, tree, i, body, _with_refusal(tree, i, content))


def _is_happening(tree: Tree, i: int) -> bool:
    """Say whether what is announced is something that happens and no position: "announces the death of", "declares an operation"."""
    objects = tree.children(i, "obj")
    if tree.lemma[i] == "welcome" and not any(tree.lemma[k] in words_of("outlook", "welcomed_nouns") for k in objects):
        return True  # "welcomed the guests"
    announced = tree.lemma[i] in words_of("outlook", "announcing_verbs")
    return announced and any(tree.lemma[k] in words_of("outlook", "happening_nouns") for k in tree.children(i, "obj"))


def _with_refusal(tree: Tree, i: int, content: tuple[int, int]) -> tuple[int, int]:
    """Let the content of a negated verb open with its negation: "does not accept the amnesty"."""
    if not tree.is_negated(i):
        return content
    before = [k for k in tree.children(i, "aux", "advmod") if k < i]
    return min([content[0], *(tree.tokens[k].start for k in before)]), content[1]


def _bidden(tree: Tree, i: int) -> list[int]:
    """List the infinitives that tell what somebody is called on to do."""
    return [k for k in tree.children(i, "xcomp", "advcl", "ccomp") if "VerbForm=Inf" in tree.tokens[k].feats]


def read_obligations(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """In its statement a body says what others must do or what it will do itself: "The army must leave", "We will not disarm"."""
    issuer = scene.topic.issuer
    if issuer is None or scene.marker:
        return
    for token in tree.tokens:
        aux = {tree.low[k] for k in tree.children(token.i, "aux")}
        pledged = bool(aux & _PLEDGING) and token.upos == "VERB" and token.deprel in ("root", "conj")
        if pledged and (own := tree.subject(token.i)) is not None and tree.low[own] == "we" and not is_quoted(scene, tree):
            subject = scene.named(issuer, how="issuer", start=token.start, end=token.end)
            yield position(scene, tree, token.i, subject, tree.extent(token.i))
            continue
        owed = bool(aux & words_of("outlook", "owing_words"))
        owed = owed or (token.deprel == "xcomp" and tree.lemma[token.head] == "have" and "VerbForm=Inf" in token.feats)
        at = token.head if token.deprel == "xcomp" else token.i
        if not owed or token.upos != "VERB" or tree.tokens[at].deprel not in ("root", "conj", "parataxis"):
            continue
        head = tree.subject(at)
        others = head is not None and tree.low[head] not in words_of("grammar", "first_person") | words_of("grammar", "third_person")
        if not others or token.lemma.lower() in words_of("outlook", "minding_verbs") or is_quoted(scene, tree):
            continue
        subject = scene.named(issuer, how="issuer", start=token.start, end=token.end)
        yield position(scene, tree, token.i, subject, tree.extent(at))


def is_quoted(scene: Scene, tree: Tree) -> bool:
    """Say whether a sentence of a statement holds somebody's words in quotation marks.

    Args:
        scene: The document being read.
        tree: The sentence.

    Returns:
        True where it does.
    """
    return _QUOTED.search(scene.text, tree.sentence.start, tree.sentence.end) is not None


def position(scene: Scene, tree: Tree, i: int, body: Party, content: tuple[int, int]) -> Draft:
    """Draft a position that a body takes.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the word that tells it.
        body: Whose position it is.
        content: Offsets of the words that say what is demanded, sought or refused.

    Returns:
        The draft.
    """
    token = tree.tokens[i]
    edtf, basis = when(date_for(scene, tree, i))
    span = cover((token.start, token.end), party_span(body), content, within=tree)
    value = Value(text=scene.text[content[0] : content[1]])
    return Draft("states_position", body, *span, token.start, "positions.read_positions", token.text, value=value, edtf=edtf, basis=basis)


def _content(tree: Tree, i: int, *, spoken: bool, only_for: bool) -> tuple[int, int] | None:
    """Give the offsets of what is demanded, sought or refused; of a struggle, of what it is for."""
    bidden = _bidden(tree, i) if tree.lemma[i] in ("call", "appeal", "urge") else []
    if bidden and (spoken or tree.lemma[i] == "urge"):
        return tree.tokens[i + 1].start, tree.extent(bidden[0])[1]  # "we call on the government to withdraw"
    for relation in () if only_for else ("obj", "xcomp", "ccomp"):
        for k in tree.children(i, relation):
            if relation == "ccomp" and not spoken and not _is_wish(tree, k):
                continue  # "insisted that it had killed" asserts, and wants nothing
            return None if tree.tokens[k].lemma.lower() in ("allegiance", "loyalty", "fealty", "attack") else tree.extent(k)
    for case, k in tree.obliques(i):
        if (case == "for" and not _is_time(tree, k)) or (
            not only_for and (case in ("to", "at", "against") or ((spoken or tree.lemma[i] == "insist") and case in ("on", "with", "upon")))
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


RULES = (read_positions, read_obligations, read_aims)
