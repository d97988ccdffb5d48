"""Read who followed whom in an office: "X was succeeded by Y", "Y took over from X", "X's successor, Y", "Y took his place"."""

from collections.abc import Iterator
from dataclasses import dataclass

from testimonia.model.claim import Value
from testimonia.model.kinds import Basis
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, date_for, party_span, when
from testimonia.read.claims.offices import Office, body_of_office, office_of, person_meant, phrasal, since, take_office, until
from testimonia.read.lexicon import words_of
from testimonia.read.listening import listens_for
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

RULE = "successions.read_successions"


@dataclass(frozen=True, slots=True)
class Change:
    """Two heads of names or pronouns: who held an office before, and who took it."""

    before: int
    after: int


@listens_for(("people", "changing_words"))
def read_successions(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A person follows another in an office that the text has told: he holds the same role in the same body from then on."""
    for i in tree.having(words_of("people", "changing_words")):
        if tree.is_negated(i) or tree.is_unreal(i):
            continue
        for change in _changes(tree, i):
            former, latter = person_meant(scene, tree, change.before), person_meant(scene, tree, change.after)
            if former is None or latter is None or former.referent == latter.referent:
                continue
            held, taken = office_of(scene, former), office_of(scene, latter)
            date = date_for(scene, tree, i)
            edtf, basis = when(date)
            if held is not None and "founder" in held.role:
                continue  # nobody follows another in having founded a body
            if held is not None and (taken is None or taken.body.key == held.body.key):
                yield _draft(scene, tree, i, latter, held, edtf=None if edtf is None else since(edtf.removeprefix("../")), basis=basis)
            elif taken is not None and held is None:
                yield _draft(scene, tree, i, former, taken, edtf=None if edtf is None else until(edtf), basis=basis)


def _draft(scene: Scene, tree: Tree, i: int, person: Party, office: Office, *, edtf: str | None, basis: Basis) -> Draft:
    token = tree.tokens[i]
    body = body_of_office(scene, office, start=token.start, end=token.end)
    take_office(scene, person, office.role, body)
    span = cover((token.start, token.end), party_span(person), within=tree)
    value = Value(role=office.role)
    return Draft("has_role", person, *span, token.start, RULE, token.text, object=body, value=value, edtf=edtf, basis=basis)


def _changes(tree: Tree, i: int) -> Iterator[Change]:
    """Find who followed whom at a word that tells of it."""
    token, verb = tree.tokens[i], phrasal(tree, i)
    if token.upos == "NOUN":
        yield from _by_noun(tree, i)
    elif token.upos != "VERB":
        return
    elif verb in words_of("people", "succeeding_verbs"):
        yield from (Change(b, a) for b in tree.objects(i)[:1] for a in tree.agents(i)[:1])
    elif verb in words_of("people", "yielding_verbs"):
        subject = tree.subject(i)
        to = [k for case, k in tree.obliques(i) if case in ("to", "for")]
        yield from (Change(subject, k) for k in to[:1] if subject is not None)
    elif verb == "take over":
        yield from (Change(k, a) for case, k in tree.obliques(i) if case == "from" for a in tree.agents(i)[:1])


def _by_noun(tree: Tree, i: int) -> Iterator[Change]:
    """Find who followed whom at "his successor, Y" and at "Y took his place"."""
    owners = [k for k in tree.owners(i) if tree.case(k) in ("", "of", "'s", "’s")]
    token = tree.tokens[i]
    if token.lemma.lower() == "place":
        if token.deprel == "obj" and token.head >= 0 and tree.lemma[token.head] == "take":
            yield from (Change(k, a) for k in owners[:1] for a in tree.agents(token.head)[:1])
        return
    named = [*tree.described(i), *tree.children(i, "appos")]
    backwards = token.lemma.lower() == "predecessor"
    yield from (Change(k, n) if not backwards else Change(n, k) for k in owners[:1] for n in named[:1])


RULES = (read_successions,)
