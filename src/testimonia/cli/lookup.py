"""Find what somebody means by a name: exactly, then whatever its spelling, then by its beginning; and say what they may have meant."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from testimonia.store.folding import fold

SUGGESTIONS = 5
"""How many other names to offer."""
_ALIKE = 60
"""From this likeness on (0 to 100, rapidfuzz's WRatio) a name is offered; lower ones share a word or two by chance."""

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Found(Generic[R]):
    """What a name led to: `records` that all answer to it equally well, or none and then `suggestions`, names that are alike."""

    records: tuple[R, ...]
    suggestions: tuple[str, ...] = ()


def find(name: str, records: Iterable[R], *, names_of: Callable[[R], Iterable[str]], id_of: Callable[[R], str]) -> Found[R]:
    """Find the records that a name means.

    Args:
        name: What somebody typed: a name, its beginning, an identifier or its beginning.
        records: All that it may be.
        names_of: Gives the names of a record.
        id_of: Gives its identifier.

    Returns:
        The records of the first way of looking that finds any: identifier, exact name, folded name, beginning of a name, beginning of an
        identifier.
    """
    taken = list(records)
    folded = fold(name).strip()
    exact = [record for record in taken if id_of(record) == name] or [record for record in taken if name in names_of(record)]
    if exact or not folded:
        return Found(tuple(exact))
    spelt = [(record, [fold(own) for own in names_of(record)]) for record in taken]
    same = [record for record, own in spelt if folded in own]
    begun = same or [record for record, own in spelt if any(each.startswith(folded) for each in own)]
    found = begun or [record for record in taken if id_of(record).startswith(name)]
    return Found(tuple(found)) if found else Found((), _alike(folded, [own for record in taken for own in names_of(record)]))


def _alike(folded: str, names: list[str]) -> tuple[str, ...]:
    # Here and not at the top: it is needed only after a slip of the pen.
    from rapidfuzz import fuzz, process

    best = process.extract(folded, list(dict.fromkeys(names)), scorer=fuzz.WRatio, processor=fold, limit=SUGGESTIONS, score_cutoff=_ALIKE)
    return tuple(own for own, _, _ in best)
