"""Read how bodies begin, split, merge and end."""

from collections.abc import Iterator
from dataclasses import replace

from testimonia.model.kinds import Basis
from testimonia.model.party import Party
from testimonia.read.claims import partings, profile_lines
from testimonia.read.claims.drafts import Draft, cover, date_for, party_span, polarity_of
from testimonia.read.claims.parties import bodies_at, headed, spelt_out
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.listening import listens_for
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.text.dates import StatedDate

PREDICATES = ("split_from", "merged_into", "founded", "dissolved", "renamed")


@listens_for(("relations", "split_verbs"), ("relations", "split_nouns"))
def read_splits(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body split, broke away, separated or splintered from another."""
    verbs, nouns = words_of("relations", "split_verbs"), words_of("relations", "split_nouns")
    for token in tree.tokens:
        lemma = token.lemma.lower()
        is_verb, is_noun = lemma in verbs and token.upos in ("VERB", "NOUN"), lemma in nouns and token.upos in ("NOUN", "ADJ")
        if not is_verb and not is_noun:
            continue
        cases = ("from", "off from", "away from", "out of") if is_verb else ("from", "of", "with")
        target = next((tree.antecedent(k) for case, k in tree.obliques(token.i) if case in cases), None)
        other = scene.organisation(tree, target) if target is not None else None
        subjects = _subjects_of(scene, tree, token.i) or headed(scene, tree, tree.clause(token.i))
        subject = next(iter(subjects), None)
        if is_verb and target is None and subject is not None and not tree.is_unreal(token.i) and not tree.is_negated(token.i):
            yield from _split_into(scene, tree, token.i, subject)
        if lemma == "break" and target is None and not tree.children(token.i, "obj"):
            target = next((k for case, k in tree.obliques(token.i) if case == "with"), None)
            other = scene.organisation(tree, target) if target is not None else None
        if lemma in ("break", "split") and is_verb and target is None:
            continue
        if is_verb and any(tree.low[k] not in ("itself", "themselves") for k in tree.children(token.i, "obj")):
            continue  # "separated the villages from X"
        if other is None or subject is None or other.referent in {p.referent for p in subjects}:
            continue
        date = date_for(scene, tree, token.head if token.deprel in ("amod", "compound") else token.i)
        edtf, basis = _moment(date)
        polarity = polarity_of(denied=tree.is_negated(token.i))
        for subject in () if tree.is_unreal(token.i) else subjects:
            span = cover((token.start, token.end), party_span(other), party_span(subject), _date_span(date), within=tree)
            draft = Draft("split_from", subject, *span, token.start, "lineage.read_splits", token.text, object=other, edtf=edtf)
            yield replace(draft, basis=basis, polarity=polarity)


def _split_into(scene: Scene, tree: Tree, i: int, whole: Party) -> Iterator[Draft]:
    """Give the parts that a body split into: each came out of it."""
    token = tree.tokens[i]
    parts = [p for case, k in tree.obliques(i) if case == "into" and (p := scene.organisation(tree, k)) is not None]
    date = date_for(scene, tree, i)
    edtf, basis = _moment(date)
    for part in parts:
        if part.referent != whole.referent:
            span = cover((token.start, token.end), party_span(part), party_span(whole), _date_span(date), within=tree)
            rule = "lineage.read_splits"
            yield Draft("split_from", part, *span, token.start, rule, token.text, object=whole, edtf=edtf, basis=basis)


@listens_for(("relations", "merge_verbs"))
def read_mergers(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that bodies merged into, or united to form, another."""
    for token in tree.tokens:
        if (
            token.lemma.lower() not in words_of("relations", "merge_verbs")
            or token.upos not in ("VERB", "NOUN")
            or token.lemma.lower() == "join"
        ):
            continue
        into = next((k for case, k in tree.obliques(token.i) if case in ("into", "under")), None)
        if into is None:
            form = next(
                (
                    k
                    for k in tree.children(token.i, "xcomp", "advcl")
                    if tree.tokens[k].lemma.lower() in ("form", "create", "become", "found")
                ),
                None,
            )
            into = next(iter(tree.children(form, "obj", "xcomp")), None) if form is not None else None
        target = scene.organisation(tree, into) if into is not None else None
        if target is None and into is None and token.deprel == "advcl" and tree.lemma[token.head] in words_of("relations", "found_verbs"):
            target = next(iter(_founded(scene, tree, token.head, tree.lemma[token.head])), None)  # "X was created when A and B merged"
        subjects = tree.agents(token.i) or tree.objects(token.i)
        if target is None or tree.is_unreal(token.i):
            continue
        date = date_for(scene, tree, token.i)
        edtf, basis = _moment(date)
        others = [k for case, k in tree.obliques(token.i) if case in ("with", "together with", "along with")]
        for subject in (p for k in (*subjects, *others) for p in bodies_at(scene, tree, k)):
            if subject.referent != target.referent:
                span = cover((token.start, token.end), party_span(subject), party_span(target), within=tree)
                yield Draft(
                    "merged_into", subject, *span, token.start, "lineage.read_mergers", token.text, object=target, edtf=edtf, basis=basis
                )


@listens_for(("relations", "found_verbs"), ("relations", "found_nouns"), "set", "announce", "declare", "unveil")
def read_foundings(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says when, or that, a body was founded, formed, established or set up."""
    verbs, nouns = words_of("relations", "found_verbs"), words_of("relations", "found_nouns")
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if lemma == "set" and any(tree.tokens[k].text.lower() == "up" for k in tree.children(token.i, "compound:prt")):
            lemma = "form"
        announced = lemma in ("announce", "declare", "unveil") and any(_were_within(tree, k) for k in tree.agents(token.i))
        if (lemma in verbs or announced) and token.upos == "VERB":
            bodies = _founded(scene, tree, token.i, lemma)
        elif lemma in nouns and token.upos == "NOUN":
            bodies = [p for k in tree.owners(token.i) if (p := scene.organisation(tree, tree.antecedent(k))) is not None]
        else:
            continue
        bodies = bodies or (headed(scene, tree, token.i) if lemma in verbs else [])
        date = date_for(scene, tree, token.i) or profile_lines.opening_date(scene, tree)
        if tree.is_unreal(token.i) or tree.is_negated(token.i):
            continue
        dated = date is not None and not (date.relation in ("since",) and lemma in nouns)
        founders = _founders(scene, tree, token.i) if lemma in verbs else []
        for body in bodies[:1]:
            span = cover((token.start, token.end), party_span(body), _date_span(date if dated else None), within=tree)
            edtf, basis = _moment(date if dated else None)
            draft = Draft("founded", body, *span, token.start, "lineage.read_foundings", token.text, edtf=edtf, basis=basis)
            for founder in founders:
                start, end = cover(span, party_span(founder), within=tree)
                yield replace(draft, object=founder, start=start, end=end)
            if dated and not founders:
                yield draft
            yield from _left_behind(scene, tree, draft)


def _founders(scene: Scene, tree: Tree, i: int) -> list[Party]:
    """Give the persons who founded a body; a person who did so has a public role by it."""
    found = []
    named = [m for k in tree.agents(i) for m in (k, *tree.children(k, "appos", "flat", "nmod:desc"))]
    for k in named:
        member, spot = scene.member_at(tree, k, "person"), scene.spot_at(tree, k)
        party = None if member is None or spot is None else scene.spot_party(spot, "person")
        if member is not None and party is not None:
            member.role = member.role or "founder"
            found.append(party)
    return found


def _left_behind(scene: Scene, tree: Tree, founding: Draft) -> Iterator[Draft]:
    """Give what a body came out of: "formed by defectors from X"."""
    at = next((t.i for t in tree.tokens if t.start == founding.at), None)
    for k in tree.agents(at) if at is not None else ():
        if not _were_within(tree, k) or scene.spot_at(tree, k) is not None:
            continue
        for case, m in tree.obliques(k):
            other = scene.organisation(tree, m) if case in ("from", "of") else None
            if other is not None and other.referent != founding.subject.referent:
                start, end = cover((founding.start, founding.end), party_span(other), within=tree)
                rule = "lineage.read_foundings"
                yield replace(founding, predicate="split_from", object=other, start=start, end=end, rule=rule, trigger=tree.tokens[k].text)


def _were_within(tree: Tree, i: int) -> bool:
    """Say whether a noun is for people who left a body: "defectors from X", "former members of X"."""
    if tree.lemma[i] in words_of("relations", "defectors") or tree.lemma[i] in words_of("relations", "splitting_parts"):
        return True
    left = any_of(("relations", "past_adjectives"), ("relations", "dissenting"))
    past = any(tree.lemma[k] in left or tree.low[k] in left for k in tree.children(i, "amod", "compound"))
    return past and tree.low[i] in words_of("people", "members") | {
        "leaders",
        "commanders",
        "cadres",
        "veterans",
        "officers",
        "officer",
        "leader",
        "commander",
        "elements",
    }


def _founded(scene: Scene, tree: Tree, i: int, lemma: str) -> list[Party]:
    """Give the bodies that a verb of founding brings about."""
    subject = tree.subject(i)
    own = [] if subject is None else [subject]
    heads = own if lemma == "emerge" or tree.is_passive(i) else tree.children(i, "obj")
    if not heads and tree.tokens[i].deprel in ("advcl", "acl", "amod", "root", "parataxis") and "VerbForm=Part" in tree.tokens[i].feats:
        heads = own
    found = [p for k in heads for one in tree.conjuncts(k) if (p := scene.organisation(tree, one)) is not None]
    if not found and tree.tokens[i].deprel == "acl":
        found = [p for k in heads for m in _gathering(scene, tree, k) if (p := scene.organisation(tree, m)) is not None]
    if not found and tree.tokens[i].deprel == "acl" and _is_called_a_body(tree, tree.tokens[i].head):
        # "X, an umbrella launched on 3 June": what the noun describes was launched
        described = [m for k in heads if scene.spot_at(tree, k) is None for m in tree.described(k)]
        found = [p for m in described if (p := scene.organisation(tree, m)) is not None]
    if not found and not tree.is_passive(i):
        # "to create an umbrella, X"
        beside = [m for k in heads if scene.spot_at(tree, k) is None for m in tree.children(k, "appos")]
        found = [p for m in beside if (p := scene.organisation(tree, m)) is not None]
    if not found and all(scene.spot_at(tree, k) is None for k in heads):
        # "The group was established in 1995 as the X"
        found = [p for case, k in tree.obliques(i) if case == "as" and (p := scene.organisation(tree, k)) is not None]
    if not found and heads and tree.tokens[i].deprel == "advcl":
        # "Formed in 1987, X's strength has grown": the owner of the subject is meant
        found = [p for k in heads for o in tree.children(k, "nmod:poss") if (p := scene.organisation(tree, o)) is not None]
    return found


def _is_called_a_body(tree: Tree, i: int) -> bool:
    """Say whether a noun set beside a name calls it a body: "X, an umbrella"."""
    bodies = any_of(("relations", "coalition_nouns"), ("people", "generic_groups"), ("names", "further_bodies"))
    return (tree.tokens[i].deprel == "appos" or bool(tree.children(i, "cop"))) and tree.lemma[i] in bodies


def _gathering(scene: Scene, tree: Tree, i: int) -> list[int]:
    """Find what is called a gathering of bodies: the parser hangs it on "parties" in "X, an alliance of parties set up in 1994"."""
    token = tree.tokens[i]
    if scene.spot_at(tree, i) is not None or "Number=Plur" not in token.feats or tree.case(i) != "of" or token.head < 0:
        return []
    return tree.described(token.head) if tree.lemma[token.head] in words_of("relations", "coalition_nouns") else []


@listens_for(("relations", "merge_nouns"))
def read_merger_nouns(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text calls a body the product of a merger and names those that merged, or says that it was formed by one."""
    for i in tree.having(words_of("relations", "merge_nouns")):
        token = tree.tokens[i]
        parts = [p for case, k in tree.obliques(i) if case in ("of", "between", "with") and (p := scene.organisation(tree, k)) is not None]
        parts = parts if len(parts) > 1 else _who_merge(scene, tree, i)
        whole = _merged_whole(scene, tree, i) if token.upos == "NOUN" and scene.spot_at(tree, i) is None and len(parts) > 1 else None
        if whole is None or tree.is_negated(i) or tree.is_unreal(tree.clause(i)):
            continue
        date = date_for(scene, tree, i)
        edtf, basis = _moment(date)
        for part in parts:
            if part.referent != whole.referent:
                span = cover((token.start, token.end), party_span(part), party_span(whole), _date_span(date), within=tree)
                rule = "lineage.read_merger_nouns"
                yield Draft("merged_into", part, *span, token.start, rule, token.text, object=whole, edtf=edtf, basis=basis)


def _who_merge(scene: Scene, tree: Tree, i: int) -> list[Party]:
    """Give the several bodies that announce or agree on a merger of their own: "X and Y announced their merger"."""
    verb = tree.tokens[i].head
    own = any(tree.low[k] == "their" for k in tree.children(i, "nmod:poss"))
    if not own or tree.tokens[i].deprel != "obj" or tree.lemma[verb] in words_of("relations", "unreal_governors"):
        return []
    return [p for k in tree.agents(verb) for p in bodies_at(scene, tree, k)]


def _merged_whole(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body that a merger brought about: "X is the product of a merger", "X was formed by a merger"."""
    head = tree.tokens[i].head
    if head < 0:
        return None
    governor = tree.tokens[head]
    heads = tree.described(i)
    if tree.tokens[i].deprel == "obj":
        born = [k for k in tree.conjuncts(i) if k != i and tree.lemma[k] in words_of("relations", "found_nouns")]
        heads = [m for k in born for case, m in tree.obliques(k) if case == "of"]
        heads += [m for at in (i, head) for case, m in tree.obliques(at) if case in ("into", "as", "under")]
    if governor.lemma.lower() in words_of("relations", "product_nouns"):
        heads = tree.described(head)
    elif governor.lemma.lower() in words_of("relations", "found_verbs") | {"result", "arise", "come", "emerge"}:
        heads = tree.objects(head) if tree.is_passive(head) else [k for k in [tree.subject(head)] if k is not None]
    return next((p for k in heads if (p := scene.organisation(tree, k)) is not None), None)


@listens_for(("relations", "dissolve_nouns"))
def read_ending_nouns(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text tells of a body's dissolution in a noun: "announced its dissolution", "the disbandment of X in 1992"."""
    for i in tree.having(words_of("relations", "dissolve_nouns")):
        token = tree.tokens[i]
        body = next((p for k in tree.owners(i) if (p := scene.organisation(tree, k)) is not None), None)
        governor = tree.tokens[tree.clause(i)].lemma.lower()
        if token.upos != "NOUN" or body is None or governor in words_of("relations", "unreal_governors") or tree.is_unreal(tree.clause(i)):
            continue
        date = date_for(scene, tree, i)
        edtf, basis = _moment(date)
        span = cover((token.start, token.end), party_span(body), _date_span(date), within=tree)
        denied = polarity_of(denied=tree.is_negated(i) or tree.is_negated(tree.clause(i)))
        rule = "lineage.read_ending_nouns"
        yield Draft("dissolved", body, *span, token.start, rule, token.text, edtf=edtf, basis=basis, polarity=denied)


@listens_for("exist")
def read_existence(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body has existed since a day, that it still exists, which denies that it was dissolved, or no longer does."""
    for i in tree.having({"exist"}):
        token = tree.tokens[i]
        at = token.head if token.deprel == "xcomp" and tree.tokens[token.head].lemma.lower() in ("continue", "remain") else i
        head = tree.subject(at)
        body = scene.organisation(tree, head) if head is not None else None
        date = date_for(scene, tree, i)
        if body is not None and date is not None and date.relation == "since" and not tree.is_negated(i) and not tree.is_unreal(i):
            span = cover((token.start, token.end), party_span(body), _date_span(date), within=tree)
            edtf, basis = _moment(date)
            yield Draft("founded", body, *span, token.start, "lineage.read_existence", token.text, edtf=edtf, basis=basis)
        still = at != i or any(tree.tokens[k].text.lower() == "still" for k in tree.children(i, "advmod"))
        longer = any(tree.tokens[k].text.lower() == "longer" for k in tree.children(i, "advmod"))
        if body is None or token.upos != "VERB" or not (still or longer) or tree.is_unreal(at):
            continue
        span = cover((token.start, token.end), party_span(body), within=tree)
        polarity = polarity_of(denied=not tree.is_negated(at))
        yield Draft("dissolved", body, *span, token.start, "lineage.read_existence", token.text, polarity=polarity)


@listens_for(("relations", "dissolve_verbs"))
def read_endings(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body was dissolved, disbanded or ceased to exist, or that it still exists."""
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if token.upos != "VERB" or lemma not in words_of("relations", "dissolve_verbs"):
            continue
        if lemma == "cease" and not any(tree.tokens[k].lemma == "exist" for k in tree.children(token.i, "xcomp")):
            continue
        heads = tree.objects(token.i) or ([s] if (s := tree.subject(token.i)) is not None else [])
        for head in heads:
            if scene.spot_at(tree, head) is None and tree.tokens[head].text.lower() in ("itself", "themselves"):
                head = tree.subject(token.i) or head
            body = scene.organisation(tree, head)
            if body is None or tree.is_unreal(token.i):
                continue
            date = date_for(scene, tree, token.i)
            edtf, basis = _moment(date)
            span = cover((token.start, token.end), party_span(body), _date_span(date), within=tree)
            polarity = polarity_of(denied=tree.is_negated(token.i))
            yield Draft(
                "dissolved", body, *span, token.start, "lineage.read_endings", token.text, edtf=edtf, basis=basis, polarity=polarity
            )


def _subjects_of(scene: Scene, tree: Tree, i: int) -> list[Party]:
    """Give the bodies that a splitting verb or noun is about: subject, owner, or the noun it stands in apposition to."""
    token = tree.tokens[i]
    heads = []
    if token.upos == "NOUN":
        heads += tree.children(i, "nmod:poss", *SUBJECTS)
        if token.deprel in ("appos", "nmod:desc"):
            heads.append(token.head)
        if token.head >= 0 and tree.tokens[token.head].upos in ("VERB", "AUX") and token.deprel in ("obl", "xcomp", "obj"):
            heads += [s for s in [tree.subject(token.head)] if s is not None]
    else:
        heads += [s for s in [tree.subject(i)] if s is not None]
    for head in heads:
        parties = [p for k in tree.conjuncts(head) if (p := scene.organisation(tree, k)) is not None]
        parties = spelt_out(scene, tree, head) or parties
        if parties:
            return parties
    return []


def _moment(date: StatedDate | None) -> tuple[str | None, Basis]:
    """Give a date's EDTF and basis, without an open end that a moment cannot have."""
    return (None, "stated") if date is None else (date.edtf.removesuffix("/.."), date.basis)


def _date_span(date: StatedDate | None) -> tuple[int | None, int | None]:
    return (None, None) if date is None else (date.start, date.end)


RULES = (
    read_splits,
    read_mergers,
    read_merger_nouns,
    read_foundings,
    read_endings,
    read_ending_nouns,
    read_existence,
    *partings.RULES,
    *profile_lines.RULES,
)
