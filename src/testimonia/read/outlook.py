"""Read what a body thinks and wants: its ideology and the positions that it states."""

import re
from collections.abc import Iterator

from testimonia.model.claim import Value
from testimonia.read.drafts import Draft, cover, date_for, party_span, when
from testimonia.read.lexicon import words_of
from testimonia.read.scene import Scene
from testimonia.read.syntax import Tree

PREDICATES = ("ideology", "states_position")

_NUMBERED = re.compile(
    r"^\s*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|firstly|secondly|thirdly|finally|\d{1,2}[.)])\s*[:,.)-]\s*",
    re.IGNORECASE,
)


def read_ideology(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text names a body's ideology, or calls it by one: "a Marxist-Leninist group", "its Salafi ideology"."""
    adjectives = words_of("relations", "ideology_adjectives")
    for token in tree.tokens:
        if token.lemma.lower() in words_of("relations", "ideology_nouns") and token.upos == "NOUN":
            modifiers = [
                k
                for k in tree.children(token.i, "amod", "compound", "nmod")
                if tree.tokens[k].text.lower() not in ("official", "own", "political")
            ]
            owner = next((p for k in tree.owners(token.i) if (p := scene.organisation(tree, k)) is not None), None)
            if owner is None:
                subject = tree.subject(tree.clause(token.i))
                owner = scene.organisation(tree, subject) if subject is not None else None
            if not modifiers or owner is None:
                continue
            start, end = min(tree.nominal_extent(token.i)[0], tree.tokens[modifiers[0]].start), token.end
            words = [
                t.text for t in tree.tokens if start <= t.start < end and t.upos != "DET" and t.deprel != "nmod:poss" and t.i != token.i
            ]
            span = cover((start, end), party_span(owner), within=tree)
            yield Draft(
                "ideology",
                owner,
                *span,
                token.start,
                "outlook.read_ideology",
                token.text,
                value=Value(text=_glue(words)),
                mode="throughout",
            )
            continue
        if token.text.lower() not in adjectives or token.deprel not in ("amod", "compound") or token.head < 0:
            continue
        noun = tree.tokens[token.head]
        if noun.text.lower() not in words_of("people", "generic_groups") or scene.spot_at(tree, token.head) is not None:
            continue
        subject = tree.subject(token.head) if tree.children(token.head, "cop") else (noun.head if noun.deprel == "appos" else None)
        body = scene.organisation(tree, subject) if subject is not None and subject >= 0 else None
        if body is not None and not tree.is_negated(token.head):
            span = cover((token.start, noun.end), party_span(body), within=tree)
            yield Draft(
                "ideology", body, *span, token.start, "outlook.read_ideology", token.text, value=Value(text=token.text), mode="throughout"
            )


def _glue(words: list[str]) -> str:
    """Join words as written, hyphens without spaces."""
    return re.sub(r"\s*([-–])\s*", r"\1", " ".join(words))


def read_positions(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The body declares an aim, a demand, a commitment or a refusal, or it is a numbered point of its statement."""
    numbered = _NUMBERED.match(scene.text[tree.sentence.start : tree.sentence.end])
    issuer = scene.topic.issuer
    if numbered and issuer is not None:
        subject = scene.named(issuer, how="issuer", start=tree.sentence.start, end=tree.sentence.start + len(numbered.group().rstrip()))
        start = tree.sentence.start + numbered.end()
        if start < tree.sentence.end:
            value = Value(text=scene.text[start : tree.sentence.end].strip())
            yield Draft(
                "states_position", subject, start, tree.sentence.end, start, "outlook.read_positions", numbered.group().strip(), value=value
            )
        return
    for token in tree.tokens:
        committed = token.text.lower() == "committed" and token.upos in ("VERB", "ADJ")
        if not committed and (
            token.lemma.lower() not in ("demand", "call", "seek", "aim", "refuse", "vow", "pledge") or token.upos != "VERB"
        ):
            continue
        head = tree.subject(token.i)
        body = scene.organisation(tree, head) if head is not None else None
        content = _content(tree, token.i)
        if body is None or content is None or (tree.is_passive(token.i) and not committed) or (body.how == "issuer" and not committed):
            continue
        member = scene.cast.holder_of(body.referent)
        if member is not None and member.kind in ("state_force", "media", "government"):
            continue
        start, end = content
        date = date_for(scene, tree, token.i)
        edtf, basis = when(date)
        span = cover((token.start, token.end), party_span(body), (start, end), within=tree)
        yield Draft(
            "states_position",
            body,
            *span,
            token.start,
            "outlook.read_positions",
            token.text,
            value=Value(text=scene.text[start:end]),
            edtf=edtf,
            basis=basis,
        )


def _content(tree: Tree, i: int) -> tuple[int, int] | None:
    """Give the offsets of what is demanded, sought or refused."""
    for relation in ("obj", "xcomp", "ccomp"):
        for k in tree.children(i, relation):
            return tree.extent(k)
    for case, k in tree.obliques(i):
        if case in ("for", "to", "at"):
            return tree.extent(k)
    return None


RULES = (read_ideology, read_positions)
