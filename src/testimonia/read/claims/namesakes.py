"""Read whom or what a body is named after."""

import re
from collections.abc import Iterator

from testimonia.model.claim import Value
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, find_word, party_span
from testimonia.read.listening import listens_for
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

PREDICATES = ("named_after",)

_NAMED_AFTER = re.compile(
    r"\b(?:(?:named|called) (?:after|in honou?r of)|named for|"
    r"(?:takes?|took|taking|derives?|derived|deriving|draws?|drew) (?:its|their|his|her) names? from|"
    r"(?:refers?|alludes?) in (?:its|their) names? to|owes? (?:its|their) names? to)\s+",
    re.IGNORECASE,
)


@listens_for("named", "called", "name", "names")
def read_namesakes(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body is named after somebody or something."""
    for match in _NAMED_AFTER.finditer(scene.text, tree.sentence.start, tree.sentence.end):
        verb = find_word(tree, match.start())
        target = find_word(tree, match.end())
        if verb is None or target is None:
            continue
        head = tree.subject(verb)
        subject = scene.organisation(tree, head) if head is not None else None
        if subject is None:
            continue
        nominal = next((k for _, k in tree.obliques(verb)), target)
        start, end = tree.nominal_extent(nominal)
        spot = scene.spot_at(tree, nominal)
        thing = scene.spot_party(spot) if spot is not None else _apposed_person(scene, tree, nominal)
        value = Value(text=scene.text[start:end])
        span = cover(party_span(subject), (match.start(), end), within=tree)
        yield Draft("named_after", subject, *span, match.start(), "naming.read_namesakes", match.group().strip(), object=thing, value=value)


def _apposed_person(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the person named beside a description: "named after its founder, X"."""
    beside = [k for k in tree.children(i, "appos", "flat", "nmod:desc") if scene.member_at(tree, k, "person") is not None]
    spot = scene.spot_at(tree, beside[0]) if beside else None
    return None if spot is None else scene.spot_party(spot, "person")


RULES = (read_namesakes,)
