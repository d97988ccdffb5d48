"""What keeps two names apart, and where the names of one entity come from, for `testimonia identity`."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from testimonia.model.entity import Entity
from testimonia.model.judgement import Judgement
from testimonia.store import Store

NOT_COMPARED = "No rule and nobody has compared the two."


def judgements_between(left: Entity, right: Entity, judgements: Iterable[Judgement]) -> list[Judgement]:
    """Give the judgements on two entities, or those inside one.

    Args:
        left: An entity.
        right: Another one, or the same.
        judgements: All judgements that stand.

    Returns:
        Those with one referent on each side, in their order.
    """
    mine, sides = set(left.referents), {*left.referents, *right.referents}
    inside = [judgement for judgement in judgements if judgement.left in sides and judgement.right in sides]
    return inside if left.id == right.id else [judgement for judgement in inside if (judgement.left in mine) != (judgement.right in mine)]


def kept_apart_by(left: Entity, right: Entity, judgements: Sequence[Judgement], *, names: Mapping[str, str]) -> list[str]:
    """Say what keeps two entities apart.

    Args:
        left: An entity.
        right: Another one.
        judgements: All judgements that stand.
        names: The name of each referent.

    Returns:
        Sentences: who or which rule says that they are two, what left them open, or which pair on the way from one to the other is two.
    """
    told = judgements_between(left, right, judgements)
    found = [f"Kept apart by {_who(made)}: {_reasons(made)}." for made in told if made.verdict == "DIFFERENT"]
    found += [f"Left open by {_who(made)}, at {made.score:.2f}: {_reasons(made)}." for made in told if made.verdict == "UNSURE"]
    if found:
        return found
    joined = _joined_with(left.referents, [made for made in judgements if made.verdict == "SAME"])
    if not joined & set(right.referents):
        return [] if told else [NOT_COMPARED]
    blocking = [made for made in judgements if made.verdict == "DIFFERENT" and {made.left, made.right} <= joined]
    return [
        f"{names.get(made.left, made.left)} and {names.get(made.right, made.right)}, which would be joined with them, are kept apart by "
        f"{_who(made)}: {_reasons(made)}."
        for made in blocking
    ]


def _joined_with(referents: Iterable[str], same: Sequence[Judgement]) -> set[str]:
    """Give everything that judgements of sameness would join with some referents, if nothing stood against it."""
    beside: dict[str, list[str]] = {}
    for made in same:
        beside.setdefault(made.left, []).append(made.right)
        beside.setdefault(made.right, []).append(made.left)
    found, todo = set(referents), deque(referents)
    while todo:
        for other in beside.get(todo.popleft(), ()):
            if other not in found:
                found.add(other)
                todo.append(other)
    return found


def _who(made: Judgement) -> str:
    return made.by if made.at is None else f"{made.by}, {made.at}"


def _reasons(made: Judgement) -> str:
    """Give what speaks against, the strongest first; everything where nothing has a weight against."""
    against = sorted((feature for feature in made.features if feature.weight < 0), key=lambda feature: feature.weight)
    return "; ".join(feature.words for feature in against or made.features) or "no reason was given"


def referents_of(store: Store, entity: Entity) -> list[tuple[str, str, str, str]]:
    """List the referents of an entity with their words and where they come from.

    Args:
        store: An open knowledge base.
        entity: An entity.

    Returns:
        For each its identifier, its names in its document, the document's title or origin, and its first words there.
    """
    origins = {document.id: document.title or document.origin for document in store.documents(texts=False)}
    known = {referent.id: referent for referent in store.referents() if referent.id in set(entity.referents)}
    rows = []
    for key in entity.referents:
        referent = known.get(key)
        first = min(store.mentions(referent=key), key=lambda mention: mention.start, default=None)
        names = "" if referent is None else "; ".join(dict.fromkeys((referent.name, *referent.names)))
        origin = "" if referent is None else origins.get(referent.document, referent.document)
        rows.append((key, names, origin, "" if first is None else f"“{first.quote}” at {first.start:,}"))
    return rows
