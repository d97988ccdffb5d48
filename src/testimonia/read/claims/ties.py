"""Read the ties that a hyphen tells: "the X-backed Y", "a Z-linked group called Y"."""

from collections.abc import Iterator

from testimonia.model.kinds import Predicate
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, party_span
from testimonia.read.claims.parties import country_in, state_at
from testimonia.read.lexicon import words_of
from testimonia.read.listening import listens_for
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.geography import country_of_adjective

PREDICATES = ("affiliated_with", "allied_with")

_DASHES = frozenset("-‑–")


@listens_for(("relations", "compound_ties"))
def read_compound_ties(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A hyphenated participle before a name says by whom the body is backed, or to whom it is linked: "the X-backed Y"."""
    for i in range(2, len(tree.tokens)):
        if tree.low[i] not in words_of("relations", "compound_ties") or tree.tokens[i - 1].text not in _DASHES:
            continue
        token = tree.tokens[i]
        body = scene.organisation(tree, token.head) if token.deprel in ("amod", "compound", "acl") and token.head >= 0 else None
        other = _named_before(scene, tree, i - 2)
        if body is None or body.how != "name" or other is None or other.referent == body.referent:
            continue
        predicate: Predicate = "allied_with" if tree.low[i] == "allied" else "affiliated_with"
        start, (_, end) = tree.tokens[i - 2].start if other.start is None else other.start, party_span(body)
        yield Draft(
            predicate, body, start, end or token.end, token.start, "ties.read_compound_ties", token.text, object=other, mode="throughout"
        )


def _named_before(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body or the state that stands before the hyphen: by name, or by a country's adjective."""
    named = scene.organisation(tree, i) or state_at(scene, tree, i)
    if named is not None or scene.spot_at(tree, i) is not None:
        return named
    token = tree.tokens[i]
    code = country_of_adjective(token.text)
    if code is None:
        return None
    country = country_in(scene, code)
    if country is None:
        return Party(token.text, None, "words", token.start, token.end)
    return scene.named(country, how="topic", start=token.start, end=token.end)


RULES = (read_compound_ties,)
